"""What settings say of an office's own form: the heads and words, joined with the rubric that it answers.

The instrument stays what it is, and so do its id and digest: only what a file calls its parts is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag

from ipak_cli.base.text import wording
from ipak_cli.rubric.own_form import OwnForm, OwnHeads, asked_of
from ipak_cli.rubric.survey import MOST_TOGETHER, Heads, Label, column_code
from ipak_cli.rubric.types import Answer, Model, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipak_cli.rubric.report_words import Ends
    from ipak_cli.rubric.survey import Item, Scale, SurveyRubric

ITEMS: Final = "items"
MISSING: Final = "missing"

Words = Annotated[tuple[Answer, ...], BeforeValidator(listed), Field(min_length=1)]


class Together(Model):
    """Several columns that are one item: of each the heads by which it is known."""

    mean: Annotated[tuple[Heads, ...], Field(min_length=2, max_length=MOST_TOGETHER)]


def _kind(given: object) -> str:
    return "together" if isinstance(given, dict | Together) else "heads"


OwnColumns = dict[
    str,
    Annotated[Annotated[Heads, Tag("heads")] | Annotated[Together, Tag("together")], Discriminator(_kind)],
]
"""The heads of each item, profile or role."""


class ItemWords(Model):
    """The words of one item for each value of the scale."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Words]

    @property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """The words by value, as the file writes it."""
        return self.__pydantic_extra__ or {}


class OwnAnswers(ItemWords):
    """The words of all items, those that mean "not given", and those of single items."""

    missing: Annotated[tuple[Answer, ...], BeforeValidator(listed)] = ()
    items: dict[str, ItemWords] = Field(default_factory=dict)

    @property
    def all_words(self) -> frozenset[str]:
        """All words of which something is said, by their wording."""
        of_items = frozenset[str]().union(*map(_all_words, self.items.values()))
        return _all_words(self) | of_items | frozenset(map(wording, self.missing))


def own_form(rubric: SurveyRubric, columns: OwnColumns, answers: OwnAnswers) -> OwnForm:
    """Join a rubric with what sound settings say of the form."""
    said = dict(_said(answers))
    joined = _joined(rubric, columns, answers) if columns or said else rubric
    plain = None if joined is rubric else rubric
    return OwnForm(joined, asked_of(joined), OwnHeads(dict(_written(columns))), said, plain)


def _written(columns: OwnColumns) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code, said in columns.items():
        if isinstance(said, Together):
            yield from ((column_code(code, number), heads) for number, heads in enumerate(said.mean, 1))
        else:
            yield code, said


def _said(answers: OwnAnswers) -> Iterator[tuple[str, tuple[str, ...]]]:
    for prefix, said in (("", answers), *((f"{code}: ", own) for code, own in answers.items.items())):
        yield from ((f"{prefix}{value}", words) for value, words in said.values.items())
    if answers.missing:
        yield MISSING, answers.missing


def _joined(rubric: SurveyRubric, columns: OwnColumns, answers: OwnAnswers) -> SurveyRubric:
    own = frozenset(map(wording, answers.missing)) | _all_words(answers)
    scale = rubric.scale.model_copy(
        update={
            "ends": _ends(rubric.scale.ends, answers, rubric.scale),
            "labels": _labels(rubric.scale.labels, answers.values, own),
            "missing": (*_others(rubric.scale.missing, own), *answers.missing),
        }
    )
    indices = tuple(
        index.model_copy(
            update={"items": tuple(_item(item, columns, answers, scale) for item in index.items)}
        )
        for index in rubric.indices
    )
    return rubric.model_copy(update={"scale": scale, "indices": indices})


def _item(item: Item, columns: OwnColumns, answers: OwnAnswers, scale: Scale) -> Item:
    said, words = columns.get(item.code), answers.items.get(item.code)
    changes: dict[str, object] = {}
    if _own_ends(answers, scale):  # the form has one word for all items, so none of the rubric's for this one
        changes["ends"] = None
    if said is not None:
        changes["mean_of"] = said.mean if isinstance(said, Together) else ()
    if words is not None:
        changes["labels"] = _labels(item.labels, words.values, _all_words(words))
        changes["ends"] = _ends(scale.ends if "ends" in changes else item.ends or scale.ends, words, scale)
    return item.model_copy(update=changes) if changes else item


def _ends(ends: Ends | None, said: ItemWords, scale: Scale) -> Ends | None:
    """Call the ends as the form does; nothing where the rubric does not say that they have a meaning."""
    return ends.model_copy(update=_own_ends(said, scale)) if ends else None


def _own_ends(said: ItemWords, scale: Scale) -> dict[str, str]:
    """Return the form's first word for each end of the scale that it has words for."""
    values = {"lowest": str(scale.lowest), "highest": str(scale.highest)}
    return {end: said.values[value][0] for end, value in values.items() if value in said.values}


def _all_words(said: ItemWords) -> frozenset[str]:
    return frozenset(wording(word) for words in said.values.values() for word in words)


def _others(words: Iterable[str], own: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words if wording(word) not in own)


def _labels(
    labels: tuple[Label, ...], own: Mapping[str, tuple[str, ...]], taken: frozenset[str]
) -> tuple[Label, ...]:
    """Put the own words of each value first; of the rubric's those stay that are none of them."""
    words = {label.value: _others(label.words, taken) for label in labels}
    for value, mine in own.items():
        words[int(value)] = (*mine, *words.get(int(value), ()))
    return tuple(Label(value=value, words=words[value]) for value in sorted(words) if words[value])
