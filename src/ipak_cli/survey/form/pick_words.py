"""The words of a form as fields: each gets a value of the scale, or means that no answer was given.

A field is filled in beforehand only where the value is certain: the settings say it, the rubric declares the
word, or all words together go in one order alone. Else it waits for people.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import problem
from ipak_cli.base.text import wording
from ipak_cli.catalogue.new_rubric import WORD_NOT_PICKED
from ipak_cli.rubric.word_orders import MISSING, order_text
from ipak_cli.survey.form.picks import NOT_GIVEN, FieldFault, WordPick
from ipak_cli.survey.form.said import Said, Topic, read_scale, words_text
from ipak_cli.survey.form.vocabularies import vocabularies_of
from ipak_cli.survey.reading.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.rubric.word_orders import Step
    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.picks import Earlier, Picks
    from ipak_cli.survey.form.vocabularies import Vocabulary

    Items = Sequence[tuple[str | None, FormColumn]]

_HIGHEST: Final = 10
"""The highest value that can be picked while nobody knows the scale."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A word of the items' columns: its number where one stands beside it, and all ways of writing it."""

    key: str
    plain: str
    number: int | None
    written: tuple[str, ...]
    times: int
    columns: tuple[FormColumn, ...]


@dataclass(frozen=True, slots=True)
class PickedWords:
    """The fields of the words, what was said with them, and what is at fault; ``scale`` as far as known."""

    fields: tuple[WordPick, ...]
    said: Said
    faults: tuple[FieldFault, ...]
    scale: tuple[int, int] | None


def pick_words(
    form: Form,
    items: Items,
    said: Said,
    picks: Picks,
    *,
    rubric: SurveyRubric | None,
    earlier: Earlier,
) -> PickedWords:
    """Return the words of items as fields; ``said`` may say the scale of a form with questions of its own.

    Raises ``ProblemsFoundError`` where the form's numbers are those of another scale than the rubric's.
    """
    rows = _rows(column for _, column in items)
    values = {row.key: picks.words.get(row.key, _not_given(row, earlier)) for row in rows}
    missing = [row for row in rows if values[row.key] == NOT_GIVEN]
    said = said.saying(Topic.MISSING, words_text(row.plain for row in missing))
    found = vocabularies_of(form, items, said, rubric, frozenset(earlier.words)).orders
    scale = _scale(form, said, rubric, [steps for _, steps in found if steps is not None])
    options = range(scale[0], scale[1] + 1) if scale else range(_HIGHEST + 1)
    known = _declared(items, rubric)
    fields: list[WordPick] = []
    faults: list[FieldFault] = []
    orders: list[tuple[Step, ...]] = []
    for vocabulary, steps in found:
        certain = _certain(steps or (), options)
        mine = [_field(row, picks, earlier, certain or known) for row in rows if _is_of(row, vocabulary)]
        fields += mine
        open_ones = [each for each in mine if each.value not in map(str, options)]
        faults += (
            FieldFault(each.field, problem(WORD_NOT_PICKED, form.where, word=each.word)) for each in open_ones
        )
        if not open_ones and scale:
            orders.append(_order(rows, mine, vocabulary, options))
    shown = {each.key for each in fields}
    fields += (_shown(row, NOT_GIVEN) for row in missing if row.key not in shown)
    for steps in orders:
        said = said.saying(Topic.ORDER, order_text(steps))
    return PickedWords(tuple(fields), said, tuple(faults), scale)


def _scale(
    form: Form, said: Said, rubric: SurveyRubric | None, orders: Sequence[Sequence[Step]]
) -> tuple[int, int] | None:
    """Return the rubric's scale, or the one that was said, or that of words of one order alone."""
    if rubric is not None:
        return rubric.scale.lowest, rubric.scale.highest
    if told := said.one(Topic.SCALE):
        return read_scale(told, form)
    lengths = {len(steps) for steps in orders}
    return (1, lengths.pop()) if len(lengths) == 1 else None


def _rows(columns: Iterable[FormColumn]) -> tuple[_Row, ...]:
    found: dict[str, _Row] = {}
    for column in dict.fromkeys(columns):
        for choice in column.choices:
            if choice.word is None:
                continue
            plain = wording(choice.word)
            key = plain if choice.number is None else f"{choice.number} {plain}"
            row = found.get(key, _Row(key, choice.word, choice.number, (), 0, ()))
            written = dict.fromkeys((*row.written, *(choice.written or (choice.word,))))
            found[key] = replace(
                row, written=(*written,), times=row.times + choice.times, columns=(*row.columns, column)
            )
    return tuple(found.values())


def _not_given(row: _Row, earlier: Earlier) -> str:
    """Return what a word means before anybody was asked, as far as that is that no answer was given.

    A sign may stand for anything, so that it is asked.
    """
    usual = wording(row.plain) in MISSING and any(map(str.isalpha, row.plain))
    return earlier.words.get(wording(row.plain), NOT_GIVEN if usual else "")


def _declared(items: Items, rubric: SurveyRubric | None) -> Mapping[str, int]:
    """Return the words that the rubric declares with one value for all of these items."""
    found: dict[str, set[int]] = {}
    for item in rubric.items if rubric is not None else ():
        if rubric is not None and any(code == item.code for code, _ in items):
            for word, value in words_of(rubric.scale, item).values.items():
                found.setdefault(word, set()).add(value)
    return {word: next(iter(values)) for word, values in found.items() if len(values) == 1}


def _certain(steps: Sequence[Step], values: range) -> Mapping[str, int]:
    """Return the value of each word of an order that is certain; none where it does not fit the scale."""
    fits = len(steps) == len(values)
    return {
        wording(word): value
        for step, value in (zip(steps, values, strict=True) if fits else ())
        for word in step
    }


def _field(row: _Row, picks: Picks, earlier: Earlier, certain: Mapping[str, int]) -> WordPick:
    plain = wording(row.plain)
    proposed = next((certain[key] for key in map(wording, row.written) if key in certain), None)
    if proposed is None and row.number is None:
        proposed = certain.get(plain)
    default = earlier.words.get(plain, "" if proposed is None else str(proposed))
    return _shown(row, picks.words.get(row.key, default))


def _shown(row: _Row, value: str) -> WordPick:
    return WordPick(row.key, row.written[0], row.times, row.columns, value)


def _is_of(row: _Row, vocabulary: Vocabulary) -> bool:
    return not {*map(wording, vocabulary.words)}.isdisjoint(map(wording, row.written))


def _order(
    rows: Iterable[_Row], fields: Iterable[WordPick], vocabulary: Vocabulary, values: range
) -> tuple[Step, ...]:
    """Return the order that the values of words come to; a value that no word has keeps its place."""
    here = {*map(wording, vocabulary.words)}
    written = {row.key: [word for word in row.written if wording(word) in here] for row in rows}
    return tuple(
        tuple(word for each in fields if each.value == str(value) for word in written[each.key])
        for value in values
    )
