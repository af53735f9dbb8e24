"""What makes the heads and words of an office's own form sound for a rubric."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.base.text import nearest, normalise, wording
from ipak_cli.catalogue.rubrics import NEAREST_MEANT
from ipak_cli.catalogue.workspace import (
    COLUMN_CODE_UNKNOWN,
    HEAD_FOR_TWO_CODES,
    ITEM_NOT_IN_RUBRIC,
    KNOWN_CODES,
    MEAN_OF_NO_ITEM,
    OWN_WORD_FOR_TWO_VALUES,
    OWN_WORD_IS_OTHER_NUMBER,
    OWN_WORD_OF_ONE_ITEM,
    VALUE_NOT_ON_SCALE,
)
from ipak_cli.rubric.lint_survey import is_another_number
from ipak_cli.rubric.own_form import ROLES
from ipak_cli.rubric.own_settings import ITEMS, MISSING, Together
from ipak_cli.rubric.survey import column_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.own_settings import OwnAnswers, OwnColumns
    from ipak_cli.rubric.survey import SurveyRubric

_NEAR: Final = 50

_Word = tuple[str, str, "Where | None"]
"""A word, the key under which it stands, and its place; no place for one that is judged elsewhere."""


def lint_own_form(
    columns: OwnColumns, answers: OwnAnswers, rubric: SurveyRubric, place: Place
) -> Iterator[Problem]:
    """Yield every fault of the settings' ``columns`` and ``answers``; ``place`` tells where a part stands."""
    yield from _columns(columns, rubric, partial(place, "columns"))
    yield from _answers(answers, rubric, partial(place, "answers"))


def _columns(columns: OwnColumns, rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    items = [item.code for item in rubric.items]
    known = [*items, *(profile.code for profile in rubric.profiles), *ROLES]
    for code, said in columns.items():
        if code not in known:
            yield _unknown(code, known, rubric, place(code))
        elif isinstance(said, Together) and code not in items:
            yield problem(MEAN_OF_NO_ITEM, place(code), code=code)
    first: dict[str, tuple[str, Where]] = {}
    for head, code, where in _heads(columns, place):
        holder, at = first.setdefault(normalise(head), (code, where))
        if holder != code:
            told = {"head": head, "code": code, "other": holder, "line": at.line or "?"}
            yield problem(HEAD_FOR_TWO_CODES, where, **told)


def _unknown(code: str, known: list[str], rubric: SurveyRubric, where: Where) -> Problem:
    near = nearest(code.upper(), known, _NEAR) or nearest(code.lower(), known, _NEAR)
    advice = NEAREST_MEANT(near=near) if near else KNOWN_CODES(codes=InFull(", ".join(known)))
    return problem(COLUMN_CODE_UNKNOWN, where, code=code, rubric=rubric.id, advice=advice)


def _heads(columns: OwnColumns, place: Place) -> Iterator[tuple[str, str, Where]]:
    """Yield each head, what it is the head of, and where it stands."""
    for code, said in columns.items():
        if isinstance(said, Together):
            for number, heads in enumerate(said.mean):
                here = column_code(code, number + 1)
                yield from (
                    (head, here, place(code, "mean", number, order)) for order, head in enumerate(heads)
                )
        else:
            yield from ((head, code, place(code, order)) for order, head in enumerate(said))


def _answers(answers: OwnAnswers, rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    shared = _words(answers.values, place)
    shared += [(word, MISSING, place(MISSING, order)) for order, word in enumerate(answers.missing)]
    yield from _values(answers.values, rubric, place)
    yield from _judge(shared, rubric)
    yield from _of_one_item(shared, answers, rubric)
    known = [item.code for item in rubric.items]
    for code, own in answers.items.items():
        here = partial(place, ITEMS, code)
        if code not in known:
            near = nearest(code.upper(), known, _NEAR)
            advice = NEAREST_MEANT(near=near) if near else KNOWN_CODES(codes=InFull(", ".join(known)))
            told = {"key": "answers.items", "code": code, "rubric": rubric.id, "advice": advice}
            yield problem(ITEM_NOT_IN_RUBRIC, here(), **told)
        yield from _values(own.values, rubric, here)
        missing: list[_Word] = [(word, MISSING, None) for word in answers.missing]
        yield from _judge(missing + _words(own.values, here), rubric)


def _values(values: Mapping[str, tuple[str, ...]], rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    scale = rubric.scale
    for value in values:
        if value not in map(str, scale.values):
            told = {"value": value, "lowest": scale.lowest, "highest": scale.highest}
            yield problem(VALUE_NOT_ON_SCALE, place(value), **told)


def _words(values: Mapping[str, tuple[str, ...]], place: Place) -> list[_Word]:
    return [
        (word, value, place(value, order))
        for value, words in values.items()
        for order, word in enumerate(words)
    ]


def _judge(words: list[_Word], rubric: SurveyRubric) -> Iterator[Problem]:
    """Yield the words that would let one answer mean two things."""
    meant: dict[str, str] = {}
    numbers = [str(value) for value in rubric.scale.values]
    for word, value, where in words:
        other = meant.setdefault(wording(word), value)
        if where is None:
            continue
        if other != value:
            yield problem(OWN_WORD_FOR_TWO_VALUES, where, word=word, value=value, other=other)
        stands_for = int(value) if value in numbers else None
        on_scale = any(not is_another_number(wording(word), int(number)) for number in numbers)
        number = wording(word).lstrip("+").replace(".", "").isdecimal()
        if number and (on_scale if stands_for is None else is_another_number(wording(word), stands_for)):
            yield problem(OWN_WORD_IS_OTHER_NUMBER, where, word=word, value=value)


def _of_one_item(shared: list[_Word], answers: OwnAnswers, rubric: SurveyRubric) -> Iterator[Problem]:
    """Yield the words for all items that the rubric has for another value of one item alone."""
    for item in rubric.items:
        own = answers.items.get(item.code)
        said = {wording(word) for words in (own.values.values() if own else ()) for word in words}
        theirs = {wording(word): str(label.value) for label in item.labels for word in label.words}
        for word, value, where in shared:
            other = theirs.get(wording(word), value)
            if where is not None and other != value and wording(word) not in said:
                told = {"word": word, "value": value, "item": item.code, "other": other}
                yield problem(OWN_WORD_OF_ONE_ITEM, where, **told)
