"""Which value each word of a form's items stands for: by known ladders, and as people say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.new_rubric import ORDERS_OF_OTHER_LENGTH
from ipak_cli.rubric.draft import word_text
from ipak_cli.rubric.word_orders import order_text
from ipak_cli.survey.form.said import Topic, read_scale
from ipak_cli.survey.form.vocabularies import Vocabulary, vocabularies_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.rubric.word_orders import Step
    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.said import Said


@dataclass(frozen=True, slots=True)
class WordValues:
    """The values of all words, a mapping for each column; and vocabularies whose order only people know."""

    scale: tuple[int, int] | None
    of_columns: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    open: tuple[Vocabulary, ...] = ()


def word_values(
    form: Form,
    items: Sequence[tuple[str | None, FormColumn]],
    said: Said,
    rubric: SurveyRubric | None,
    told: AbstractSet[str] = frozenset(),
) -> WordValues:
    """Return what is known of the words of items, taken as by :func:`vocabularies_of`.

    Raises ``ProblemsFoundError`` as that does, and where orders do not fit the scale.
    """
    found = vocabularies_of(form, items, said, rubric, told)
    settled = [(vocabulary, steps) for vocabulary, steps in found.orders if steps is not None]
    scale = _scale(form, said, rubric, [steps for _, steps in settled])
    values = {
        number: {word_text(word): value for word, value in words.items()}
        for number, words in found.numbered.items()
    }
    for vocabulary, steps in settled:
        lowest = scale[0] if scale else 1
        for column in vocabulary.columns:
            values[column.number] |= {
                word_text(word): lowest + number for number, step in enumerate(steps) for word in step
            }
    unsettled = tuple(vocabulary for vocabulary, steps in found.orders if steps is None)
    return WordValues(scale, values, found.missing, unsettled)


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
