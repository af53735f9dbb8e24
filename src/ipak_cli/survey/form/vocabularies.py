"""The words of a form's items that need an order, and the orders that they may have.

A number beside a word (``1 - Sangat Baik``) is a value only where the words themselves go in the order of
their numbers: many forms number their choices from the best.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.text import wording
from ipak_cli.catalogue.new_rubric import (
    ORDER_AGAINST_RUBRIC,
    ORDER_LACKS_WORDS,
    SCALE_NOT_OF_RUBRIC,
)
from ipak_cli.rubric.word_orders import MISSING, Ladder, ladders_of, order_text, read_order
from ipak_cli.survey.form.said import Topic, read_scale, read_words
from ipak_cli.survey.reading.words import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.rubric.word_orders import Step
    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.said import Said


@dataclass(frozen=True, slots=True)
class _Word:
    """An answer as it is written, and its word and number where both stand in it."""

    written: str
    plain: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Columns that share words, the words as they are written, and the orders in which they may go.

    ``plain`` are the words without the numbers that stand beside them, each with the words as written.
    """

    columns: tuple[FormColumn, ...]
    words: tuple[str, ...]
    ladders: tuple[Ladder, ...] = ()
    plain: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def covered_by(self, steps: Sequence[Step]) -> bool:
        """Tell whether an order speaks of these words."""
        said = {wording(word) for step in steps for word in step}
        return any(wording(word) in said for word in self.words)

    def as_written(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """Return an order with each word as the file writes it, where it was said without its number."""
        return tuple(
            tuple(each for word in step for each in self.plain.get(wording(word), (word,))) for step in steps
        )


def missing_seen(items: Iterable[FormColumn]) -> tuple[str, ...]:
    """Return the words among the items' that usually mean that no answer was given."""
    return tuple(dict.fromkeys(word for item in items for word in item.words if wording(word) in MISSING))


def numbers_seen(items: Iterable[FormColumn]) -> set[int]:
    """Return the numbers that were answered, beside a word or alone."""
    return {choice.number for item in items for choice in item.choices if choice.number is not None}


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The vocabularies with their orders, ``None`` where only people know it; and words with their number.

    ``numbered`` are, for each column, the words whose number is sure to be their value.
    """

    orders: tuple[tuple[Vocabulary, Sequence[Step] | None], ...]
    numbered: Mapping[int, Mapping[str, int]]
    missing: tuple[str, ...]


def vocabularies_of(
    form: Form,
    items: Sequence[tuple[str | None, FormColumn]],
    said: Said,
    rubric: SurveyRubric | None,
    told: AbstractSet[str] = frozenset(),
) -> Vocabularies:
    """Return the words of items, given as pairs of a rubric's item code and a column, that need an order.

    A word of ``told``, by its wording, is not left to the rubric: somebody said already what it means.
    Raises ``ProblemsFoundError`` for an order that leaves out words or turns the rubric's own, and for a form
    of another scale than the rubric's.
    """
    columns = [column for _, column in items]
    given = said.one(Topic.MISSING)
    missing = missing_seen(columns) if given is None else read_words(given)
    known = _known_words(items, rubric)
    asked = {wording(word) for word in missing}
    said_orders = [read_order(text) for text in said.all(Topic.ORDER)]
    if rubric is not None:
        _refuse_other_scale(form, said, rubric, columns)
    on_scale = rubric.scale.values if rubric is not None else range(100)
    numbered = {
        number: words if set(words.values()) <= set(on_scale) else {}
        for number, words in (
            (column.number, _numbered(column, asked, known.get(column.number, {}))) for column in columns
        )
    }
    left = {number: words.keys() - told for number, words in known.items()}
    orders: list[tuple[Vocabulary, Sequence[Step] | None]] = []
    for vocabulary in _vocabularies(columns, asked, numbered, left):
        steps = _order_of(vocabulary, said_orders, form, rubric)
        if steps is not None:
            _refuse_turned(vocabulary, steps, form, known)
        orders.append((vocabulary, steps))
    return Vocabularies(tuple(orders), numbered, missing)


def _known_words(
    items: Iterable[tuple[str | None, FormColumn]], rubric: SurveyRubric | None
) -> dict[int, Mapping[str, int]]:
    """Return for each column the words that the rubric knows already, with their values."""
    if rubric is None:
        return {}
    words = {item.code: words_of(rubric.scale, item) for item in rubric.items}
    return {column.number: words[code].values for code, column in items if code is not None}


def _numbered(column: FormColumn, missing: set[str], known: Mapping[str, int]) -> dict[str, int]:
    """Return the words of a column that stand beside their number, where the words go in that order too."""
    pairs = [
        (each.word, each.number)
        for each in column.choices
        if each.number is not None and each.word is not None and wording(each.word) not in missing
    ]
    told = dict(pairs)
    declared = all(known.get(wording(word)) == number for word, number in pairs)
    along = any(ladder.certain and _along(ladder, told) for ladder in ladders_of(tuple(told)))
    return told if len(told) == len(pairs) and (declared or along) else {}


def _along(ladder: Ladder, told: Mapping[str, int]) -> bool:
    """Tell whether each word's number is its place on a ladder, counted from 0 or from 1."""
    places = {wording(word): place for place, step in enumerate(ladder.steps) for word in step}
    return {number - places[wording(word)] for word, number in told.items()} in ({0}, {1})


def _vocabularies(
    columns: Iterable[FormColumn],
    missing: set[str],
    numbered: Mapping[int, Mapping[str, int]],
    known: Mapping[int, Collection[str]],
) -> list[Vocabulary]:
    """Gather the columns that share words; a word that has a value already is left out."""
    groups: list[tuple[list[FormColumn], dict[str, _Word]]] = []
    for column in columns:
        done = missing | {*map(wording, numbered[column.number])}
        all_words = {
            wording(text): _Word(text, each.word, each.number)
            for each in column.choices
            if each.word is not None and wording(each.word) not in done
            for text in each.written or (each.word,)
        }
        if all_words.keys() <= done | {*known.get(column.number, ())}:
            continue
        same = [group for group in groups if group[1].keys() & all_words.keys()]
        joined: tuple[list[FormColumn], dict[str, _Word]] = ([], {})
        for group in same:
            joined[0].extend(group[0])
            joined[1].update(group[1])
            groups.remove(group)
        joined[0].append(column)
        joined[1].update({key: word for key, word in all_words.items() if key not in joined[1]})
        groups.append(joined)
    return [_vocabulary(found, tuple(words.values())) for found, words in groups]


def _vocabulary(columns: Sequence[FormColumn], words: Sequence[_Word]) -> Vocabulary:
    """Gather the orders of words; where numbers stand beside them, theirs from both ends, none being sure."""
    plain: dict[str, tuple[str, ...]] = {}
    for each in words:
        plain[wording(each.plain)] = (*plain.get(wording(each.plain), ()), each.written)
    made = Vocabulary(tuple(columns), tuple(each.written for each in words), plain=plain)
    ladders = ladders_of(tuple(each.plain for each in words))
    numbers = {each.number for each in words if each.number is not None}
    if numbers:
        written = [replace(each, steps=made.as_written(each.steps), certain=False) for each in ladders]
        counted = Ladder(
            tuple(
                tuple(each.written for each in words if each.number == number)
                for number in range(min(1, *numbers, 1), max(numbers) + 1)
            ),
            full=False,
            certain=False,
        )
        both = (counted, counted.turned()) if all(each.number is not None for each in words) else ()
        ladders = tuple({each.steps: each for each in (*both, *written)}.values())
    return replace(made, ladders=ladders)


def _order_of(
    vocabulary: Vocabulary, orders: Iterable[Sequence[Step]], form: Form, rubric: SurveyRubric | None
) -> Sequence[Step] | None:
    """Return the order that was said of a vocabulary, else the one that is sure."""
    for steps in map(vocabulary.as_written, orders):
        if vocabulary.covered_by(steps):
            said = {wording(word) for step in steps for word in step}
            lacking = tuple(word for word in vocabulary.words if wording(word) not in said)
            if lacking:
                raise ProblemsFoundError(
                    [problem(ORDER_LACKS_WORDS, form.where, words=lacking, order=order_text(steps))]
                )
            return steps
    sure = next((ladder for ladder in vocabulary.ladders if ladder.full and ladder.certain), None)
    fits = sure is not None and (rubric is None or len(sure.steps) == len(rubric.scale.values))
    return sure.steps if sure is not None and fits else None


def _refuse_other_scale(form: Form, said: Said, rubric: SurveyRubric, columns: Sequence[FormColumn]) -> None:
    """Refuse a form whose scale is said to be another than the rubric's, or whose numbers are of another."""
    numbers = [
        {each.number for each in column.choices if each.number is not None and each.word is None}
        for column in columns
    ]
    seen = set().union(*numbers)
    told = said.one(Topic.SCALE)
    others = sum(bool(found - set(rubric.scale.values)) for found in numbers)
    if told is None and 2 * others <= len(columns):
        return
    scale = (min(1, *seen, 1), max(seen)) if told is None else read_scale(told, form)
    own = (rubric.scale.lowest, rubric.scale.highest)
    if scale != own:
        values = {"scale": f"{scale[0]}-{scale[1]}", "rubric": rubric.id, "own": f"{own[0]}-{own[1]}"}
        raise ProblemsFoundError([problem(SCALE_NOT_OF_RUBRIC, form.where, **values)])


def _refuse_turned(
    vocabulary: Vocabulary, steps: Sequence[Step], form: Form, known: Mapping[int, Mapping[str, int]]
) -> None:
    """Refuse an order in which the rubric's own words fall: its best answer would count as the worst."""
    plain = {wording(text): word for word, texts in vocabulary.plain.items() for text in texts}
    said = [(word, plain.get(wording(word), wording(word))) for step in steps for word in step]
    for column in vocabulary.columns:
        values = known.get(column.number, {})
        own = [(word, values[key]) for word, key in said if key in values]
        for (word, value), (later, lower) in pairwise(own):
            if lower < value:
                told = {"worse": word, "better": later, "order": order_text(steps)}
                raise ProblemsFoundError([problem(ORDER_AGAINST_RUBRIC, form.where, **told)])
