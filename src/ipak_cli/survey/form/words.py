"""Which value each word of a form's items stands for: by known ladders, by numbers, as people say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.text import wording
from ipak_cli.catalogue.new_rubric import ORDER_LACKS_WORDS, ORDERS_OF_OTHER_LENGTH
from ipak_cli.rubric.draft import word_text
from ipak_cli.rubric.word_orders import MISSING, ladders_of, order_text, read_order
from ipak_cli.survey.form.said import Topic, read_scale, read_words
from ipak_cli.survey.reading.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.rubric.word_orders import Ladder, Step
    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.said import Said


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Columns that share words, their words without a number, and the ladders that hold them all."""

    columns: tuple[FormColumn, ...]
    words: tuple[str, ...]
    ladders: tuple[Ladder, ...] = ()

    def covered_by(self, steps: Sequence[Step]) -> bool:
        """Tell whether an order speaks of these words."""
        said = {wording(word) for step in steps for word in step}
        return any(wording(word) in said for word in self.words)


@dataclass(frozen=True, slots=True)
class WordValues:
    """The values of all words, a mapping for each column; and vocabularies whose order only people know."""

    scale: tuple[int, int] | None
    of_columns: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    open: tuple[Vocabulary, ...] = ()


def missing_seen(items: Iterable[FormColumn]) -> tuple[str, ...]:
    """Return the words among the items' that usually mean that no answer was given."""
    return tuple(dict.fromkeys(word for item in items for word in item.words if wording(word) in MISSING))


def numbers_seen(items: Iterable[FormColumn]) -> set[int]:
    """Return the numbers that were answered, beside a word or alone."""
    return {choice.number for item in items for choice in item.choices if choice.number is not None}


def word_values(
    form: Form, items: Sequence[tuple[str | None, FormColumn]], said: Said, rubric: SurveyRubric | None
) -> WordValues:
    """Return what is known of the words of items, given as pairs of a rubric's item code and a column.

    Raises ``ProblemsFoundError`` for an order that leaves out words, and where orders do not fit the scale.
    """
    columns = [column for _, column in items]
    missing = (
        missing_seen(columns) if said.one(Topic.MISSING) is None else read_words(said.one(Topic.MISSING))
    )
    known = _known_words(items, rubric)
    asked = {wording(word) for word in missing}
    vocabularies = _vocabularies(columns, asked, known)
    orders = [read_order(text) for text in said.all(Topic.ORDER)]
    settled: list[tuple[Vocabulary, Sequence[Step]]] = []
    unsettled: list[Vocabulary] = []
    for vocabulary in vocabularies:
        steps = _order_of(vocabulary, orders, form, rubric)
        if steps is None:
            unsettled.append(vocabulary)
        else:
            settled.append((vocabulary, steps))
    scale = _scale(form, said, rubric, [steps for _, steps in settled])
    values = {column.number: _numbered(column, asked) for column in columns}
    for vocabulary, steps in settled:
        lowest = scale[0] if scale else 1
        for column in vocabulary.columns:
            values[column.number] |= {
                word_text(word): lowest + number for number, step in enumerate(steps) for word in step
            }
    return WordValues(scale, values, missing, tuple(unsettled))


def _known_words(
    items: Iterable[tuple[str | None, FormColumn]], rubric: SurveyRubric | None
) -> dict[int, frozenset[str]]:
    """Return for each column the words that the rubric knows already."""
    if rubric is None:
        return {}
    words = {item.code: words_of(rubric.scale, item) for item in rubric.items}
    return {column.number: frozenset(words[code].values) for code, column in items if code is not None}


def _vocabularies(
    columns: Iterable[FormColumn], missing: set[str], known: Mapping[int, frozenset[str]]
) -> list[Vocabulary]:
    """Gather the columns that share words; a word that has a value already is left out."""
    groups: list[tuple[list[FormColumn], dict[str, str]]] = []
    for column in columns:
        told = {wording(each.word) for each in column.choices if each.number is not None and each.word}
        done = missing | told | known.get(column.number, frozenset())
        all_words = {
            wording(each.word): each.word
            for each in column.choices
            if each.word is not None and wording(each.word) not in missing | told
        }
        if all_words.keys() <= done:
            continue
        same = [group for group in groups if group[1].keys() & all_words.keys()]
        joined: tuple[list[FormColumn], dict[str, str]] = ([], {})
        for group in same:
            joined[0].extend(group[0])
            joined[1].update(group[1])
            groups.remove(group)
        joined[0].append(column)
        joined[1].update({key: word for key, word in all_words.items() if key not in joined[1]})
        groups.append(joined)
    return [
        Vocabulary(tuple(found), tuple(words.values()), ladders_of(tuple(words.values())))
        for found, words in groups
    ]


def _order_of(
    vocabulary: Vocabulary, orders: Iterable[Sequence[Step]], form: Form, rubric: SurveyRubric | None
) -> Sequence[Step] | None:
    """Return the order that was said of a vocabulary, else the one that is sure."""
    for steps in orders:
        if vocabulary.covered_by(steps):
            said = {wording(word) for step in steps for word in step}
            lacking = tuple(word for word in vocabulary.words if wording(word) not in said)
            if lacking:
                raise ProblemsFoundError(
                    [problem(ORDER_LACKS_WORDS, form.where, words=lacking, order=order_text(steps))]
                )
            return steps
    sure = next((ladder for ladder in vocabulary.ladders if ladder.full), None)
    fits = sure is not None and (rubric is None or len(sure.steps) == len(rubric.scale.values))
    return sure.steps if sure is not None and fits else None


def _scale(
    form: Form, said: Said, rubric: SurveyRubric | None, orders: Sequence[Sequence[Step]]
) -> tuple[int, int] | None:
    """Return the scale; ``None`` where neither an order nor anybody says it."""
    lengths = {len(steps) for steps in orders}
    if rubric is not None:
        scale: tuple[int, int] | None = (rubric.scale.lowest, rubric.scale.highest)
    elif (told := said.one(Topic.SCALE)) is not None:
        scale = read_scale(told, form)
    else:
        scale = (1, min(lengths)) if lengths else None
    wanted = scale[1] - scale[0] + 1 if scale else 0
    if lengths - {wanted}:
        odd = next(steps for steps in orders if len(steps) != wanted)
        lowest, highest = scale or (1, 0)
        values = {"order": order_text(odd), "steps": len(odd), "lowest": lowest, "highest": highest}
        raise ProblemsFoundError([problem(ORDERS_OF_OTHER_LENGTH, form.where, **values)])
    return scale


def _numbered(column: FormColumn, missing: set[str]) -> dict[str, int]:
    """Return the words of a column that stand beside their number."""
    return {
        word_text(each.word): each.number
        for each in column.choices
        if each.number is not None and each.word is not None and wording(each.word) not in missing
    }
