"""A recap as options of a command say it: ``I1=0,1,3,37`` and the like, all faults at once."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Problem, ProblemsFoundError, problem
from ipak_cli.catalogue.typed_recap import (
    ALL_ITEMS,
    EACH_ITEM,
    ONE_OF_OPTIONS,
    OPTION_AND_ITEMS,
    RECAP_NOT_FULLY_TYPED,
    TYPED_FOR_UNKNOWN_CODE,
    TYPED_SHAPES_MIXED,
    TYPED_TWICE,
)
from ipak_cli.survey.typed_recap import (
    ALL,
    FIGURE_OPTIONS,
    NUMBER_OPTION,
    OF_NUMBERS,
    Question,
    Topic,
    TypedRecap,
    questions,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.message import Message

ALL_WORDS: Final = frozenset({"semua", "total"})
"""What ``--stars`` calls all items together."""
_EXAMPLES: Final = MappingProxyType(
    {"--counts": "0,1,3,37", "--sum": "162", "--mean": "3,95", "--stars": "1,7,30,536", NUMBER_OPTION: "41"}
)


def take_options(
    said: TypedRecap, numbers: Sequence[str], given_figures: Sequence[Sequence[str]]
) -> TypedRecap:
    """Return a recap with what options say: ``numbers`` of answers, and the figures of one shape.

    ``given_figures`` are those of each shape, in the order of ``FIGURE_OPTIONS``; one of an item without a
    number of answers waits for it. Raises ``ProblemsFoundError`` with everything that cannot be.
    """
    figures = dict(zip(FIGURE_OPTIONS, given_figures, strict=True))
    given = [shape for shape in FIGURE_OPTIONS if figures[shape]]
    if len(given) > 1 or (numbers and not {*given} <= {*OF_NUMBERS}):
        names = (*(FIGURE_OPTIONS[shape] for shape in given), *([NUMBER_OPTION] if numbers else []))
        raise ProblemsFoundError([problem(TYPED_SHAPES_MIXED, options=names)])
    faults: list[Problem] = []
    if given:
        said = replace(said, shape=given[0])
    counted = list(_numbers(said, numbers, faults))
    said = _taken(said, counted, faults)
    if given:
        wanted = list(_entries(said, FIGURE_OPTIONS[given[0]], figures[given[0]], Topic.FIGURE, faults))
        waits = given[0] in OF_NUMBERS
        said = _taken(said, [entry for entry in wanted if not waits or entry[0].code in said.numbers], faults)
        named = said.numbers.keys() | {question.code for question, _ in counted}
        plain = any("=" not in text for text in numbers)  # one that is wrong is not missing, too
        uncounted = [each for each in wanted if waits and not plain and each[0].code not in named]
        said = _waiting(said, uncounted, faults)
    if faults:
        raise ProblemsFoundError([*faults, *_number_missing(said)])
    return said


def _waiting(said: TypedRecap, entries: Iterable[tuple[Question, str]], faults: list[Problem]) -> TypedRecap:
    """Keep the figures of items whose number of answers nothing says."""
    found: dict[str, str] = {}
    for question, text in entries:
        if question.code in found:
            faults.append(problem(TYPED_TWICE, what=said.name_of(question)))
        found.setdefault(question.code, text)
    return replace(said, waiting=found)


def _number_missing(said: TypedRecap) -> Iterator[Problem]:
    if said.waiting:
        told = OPTION_AND_ITEMS(option=NUMBER_OPTION, items=tuple(said.waiting))
        yield problem(RECAP_NOT_FULLY_TYPED, missing=(told,))


def still_missing(said: TypedRecap) -> tuple[Message | str, ...]:
    """Return the options that are still needed, with what they are needed for."""
    asked = [each for each in questions(said) if not said.may_pass(each) and not _waits(said, each)]
    found: list[Message | str] = []
    if Question(Topic.PERIOD) in asked:
        found.append("--period")
    if Question(Topic.SHAPE) in asked or said.shape is None:
        shapes = OF_NUMBERS if said.numbers else FIGURE_OPTIONS
        return (*found, ONE_OF_OPTIONS(options=tuple(FIGURE_OPTIONS[shape] for shape in shapes)))
    for topic, option in ((Topic.N, NUMBER_OPTION), (Topic.FIGURE, FIGURE_OPTIONS[said.shape])):
        codes = tuple(each.code or ALL_ITEMS() for each in asked if each.topic is topic)
        if codes:
            found.append(OPTION_AND_ITEMS(option=option, items=codes))
    return tuple(found)


def _waits(said: TypedRecap, question: Question) -> bool:
    return question.topic is Topic.FIGURE and question.code in said.waiting


def _numbers(said: TypedRecap, given: Sequence[str], faults: list[Problem]) -> Iterator[tuple[Question, str]]:
    """Yield the numbers of answers by item; one without a code is that of every item."""
    plain = [text for text in given if "=" not in text]
    of_items = [text for text in given if "=" in text]
    named = [*_entries(said, NUMBER_OPTION, of_items, Topic.N, faults)]
    special = {question.code for question, _ in named}
    if len(plain) > 1:
        faults.append(problem(TYPED_TWICE, what=EACH_ITEM()))
    elif plain and _can_be(said, Question(Topic.N), plain[0], faults):
        yield from ((Question(Topic.N, code), plain[0]) for code in said.codes if code not in special)
    yield from named


def _can_be(said: TypedRecap, question: Question, text: str, faults: list[Problem]) -> bool:
    """Tell whether what is said of all items at once can be; else it is a fault once."""
    try:
        said.saying(question, text)
    except ProblemsFoundError as found:
        faults += found.problems
        return False
    return True


def _entries(
    said: TypedRecap, option: str, given: Iterable[str], topic: Topic, faults: list[Problem]
) -> Iterator[tuple[Question, str]]:
    """Yield what ``CODE=TEXT`` says; what names no item or index is a fault."""
    known = {code.casefold(): code for code in said.codes if code}
    if ALL in said.codes:
        known |= dict.fromkeys(ALL_WORDS, ALL)
    for text in given:
        name, sign, rest = text.partition("=")
        code = known.get(name.strip().casefold())
        if not sign or code is None:
            example = f"{option} {next(iter(said.codes))}={_EXAMPLES[option]}"
            listed = tuple(known[each] or each for each in known)
            told = {"given": text, "option": option, "example": InFull(example), "known": listed}
            faults.append(problem(TYPED_FOR_UNKNOWN_CODE, **told))
        else:
            yield Question(topic, code), rest


def _taken(said: TypedRecap, entries: Iterable[tuple[Question, str]], faults: list[Problem]) -> TypedRecap:
    """Take what can be taken, and keep what is wrong with the rest."""
    for question, text in entries:
        try:
            said = said.saying(question, text)
        except ProblemsFoundError as found:
            faults += found.problems
    return said
