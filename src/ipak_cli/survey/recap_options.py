"""A recap as options of a command say it: ``I1=0,1,3,37`` and the like, all faults at once."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Problem, ProblemsFoundError, problem
from ipak_cli.catalogue.typed_recap import (
    ALL_ITEMS,
    ONE_OF_OPTIONS,
    OPTION_AND_ITEMS,
    RECAP_NOT_FULLY_TYPED,
    TYPED_FOR_UNKNOWN_CODE,
    TYPED_SHAPES_MIXED,
)
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.typed_recap import ALL, Question, Topic, TypedRecap, questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.message import Message

FIGURE_OPTIONS: Final = MappingProxyType(
    {
        RecapShape.COUNTS: "--counts",
        RecapShape.SUMS: "--sum",
        RecapShape.MEANS: "--mean",
        RecapShape.TOTALS: "--stars",
    }
)
"""The option that gives the figures of each shape."""
NUMBER_OPTION: Final = "--n"
ALL_WORDS: Final = frozenset({"semua", "total"})
"""What ``--stars`` calls all items together."""
_EXAMPLES: Final = MappingProxyType(
    {"--counts": "0,1,3,37", "--sum": "162", "--mean": "3,95", "--stars": "1,7,30,536", NUMBER_OPTION: "41"}
)


def take_options(
    said: TypedRecap, numbers: Sequence[str], given_figures: Sequence[Sequence[str]]
) -> TypedRecap:
    """Return a recap with what options say: ``numbers`` of answers, and the figures of one shape.

    ``given_figures`` are those of each shape, in the order of ``FIGURE_OPTIONS``. Raises
    ``ProblemsFoundError`` with everything that cannot be.
    """
    figures = dict(zip(FIGURE_OPTIONS, given_figures, strict=True))
    given = [shape for shape in FIGURE_OPTIONS if figures[shape]]
    counted = [shape for shape in given if shape in (RecapShape.COUNTS, RecapShape.TOTALS)]
    if len(given) > 1 or (numbers and counted):
        names = (*(FIGURE_OPTIONS[shape] for shape in given), *([NUMBER_OPTION] if numbers else []))
        raise ProblemsFoundError([problem(TYPED_SHAPES_MIXED, options=names)])
    if not given:
        if numbers:
            raise ProblemsFoundError([problem(RECAP_NOT_FULLY_TYPED, missing=(_any_figure(),))])
        return said
    shape = given[0]
    said = replace(said, shape=shape)
    faults: list[Problem] = []
    said = _taken(said, _numbers(said, numbers, faults), faults)
    wanted = list(_entries(said, FIGURE_OPTIONS[shape], figures[shape], Topic.FIGURE, faults))
    if shape in (RecapShape.SUMS, RecapShape.MEANS):
        lacking = tuple(each.code for each, _ in wanted if each.code not in said.numbers)
        if lacking:
            told = OPTION_AND_ITEMS(option=NUMBER_OPTION, items=lacking)
            faults.append(problem(RECAP_NOT_FULLY_TYPED, missing=(told,)))
            wanted = [(each, text) for each, text in wanted if each.code not in lacking]
    said = _taken(said, wanted, faults)
    if faults:
        raise ProblemsFoundError(faults)
    return said


def still_missing(said: TypedRecap) -> tuple[Message | str, ...]:
    """Return the options that are still needed, with what they are needed for."""
    asked = [each for each in questions(said) if not said.may_pass(each)]
    found: list[Message | str] = []
    if Question(Topic.PERIOD) in asked:
        found.append("--period")
    if Question(Topic.SHAPE) in asked or said.shape is None:
        return (*found, _any_figure())
    for topic, option in ((Topic.N, NUMBER_OPTION), (Topic.FIGURE, FIGURE_OPTIONS[said.shape])):
        codes = tuple(each.code or ALL_ITEMS() for each in asked if each.topic is topic)
        if codes:
            found.append(OPTION_AND_ITEMS(option=option, items=codes))
    return tuple(found)


def _any_figure() -> Message:
    return ONE_OF_OPTIONS(options=tuple(FIGURE_OPTIONS.values()))


def _numbers(said: TypedRecap, given: Sequence[str], faults: list[Problem]) -> Iterator[tuple[Question, str]]:
    """Yield the numbers of answers by item; one without a code is that of every item."""
    plain = [text for text in given if "=" not in text]
    of_items = [text for text in given if "=" in text]
    named = [*_entries(said, NUMBER_OPTION, of_items, Topic.N, faults)]
    special = {question.code for question, _ in named}
    for text in plain:
        yield from ((Question(Topic.N, code), text) for code in said.codes if code not in special)
    yield from named


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
    """Take what can be taken, and keep what is wrong with the rest; the same fault of many stands once."""
    for question, text in entries:
        try:
            said = said.saying(question, text)
        except ProblemsFoundError as found:
            faults += [each for each in found.problems if each not in faults]
    return said
