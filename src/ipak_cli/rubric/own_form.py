"""A rubric as an office's own form asks it: its heads, and an item of several columns in each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise
from ipak_cli.rubric.survey import column_code, item_code

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from ipak_cli.rubric.survey import Item, SurveyRubric

TIME: Final = "time"
SUGGESTION: Final = "suggestion"
IDENTITY: Final = "identity"
IGNORE: Final = "ignore"
ROLES: Final = (TIME, SUGGESTION, IDENTITY, IGNORE)
"""What a column can be for besides an item and a profile."""


@dataclass(frozen=True)
class OwnHeads:
    """The heads that settings name: ``written`` are those of each column's code or role."""

    written: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """What each head, normalised, is the head of."""
        return {normalise(head): code for code, heads in self.written.items() for head in heads}

    @property
    def of_items_together(self) -> frozenset[str]:
        """The items of which settings name several columns."""
        return frozenset(item_code(code) for code in self.written if item_code(code) != code)

    def joining(self, codes: Container[str]) -> OwnHeads:
        """Return them where some items of several columns are one column each."""
        joined: dict[str, tuple[str, ...]] = {}
        for code, heads in self.written.items():
            one = item_code(code) if item_code(code) in codes else code
            joined[one] = (*joined.get(one, ()), *heads)
        return OwnHeads(joined)


NO_OWN_HEADS: Final = OwnHeads()


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A rubric as an office's form asks it.

    ``rubric`` is what is counted, with the office's words; ``asked`` has an item for each column, so that an
    item of several columns is several there. ``answers`` are the settings' own words by value; ``plain`` is
    the rubric without anything of the settings, where they say something.
    """

    rubric: SurveyRubric
    asked: SurveyRubric
    heads: OwnHeads = NO_OWN_HEADS
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plain: SurveyRubric | None = None


def asked_of(rubric: SurveyRubric, joining: frozenset[str] = frozenset()) -> SurveyRubric:
    """Return a rubric that has an item for each column of a form; one without such items stays the same.

    The items of ``joining`` are one column, whatever the rubric says.
    """
    several = {item.code for item in rubric.items if item.mean_of} - joining
    if not several and not joining:
        return rubric
    indices = tuple(
        index.model_copy(
            update={"items": tuple(part for item in index.items for part in _parts(item, joining))}
        )
        for index in rubric.indices
    )
    swapped = tuple(codes for codes in rubric.swapped if several.isdisjoint(codes))
    return rubric.model_copy(update={"indices": indices, "swapped": swapped})


def _parts(item: Item, joining: frozenset[str]) -> tuple[Item, ...]:
    if not item.mean_of:
        return (item,)
    if item.code in joining:
        return (item.model_copy(update={"mean_of": ()}),)
    return tuple(
        item.model_copy(
            update={
                "code": column_code(item.code, number),
                "text": heads[0],
                "aliases": heads[1:],
                "mean_of": (),
            }
        )
        for number, heads in enumerate(item.mean_of, 1)
    )
