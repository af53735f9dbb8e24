"""The words in which an answer can be given, prepared once for an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.names import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.rubric.models import Item, Scale


@dataclass(frozen=True, slots=True)
class Words:
    """The scale, and the value that each declared wording stands for (normalised)."""

    scale: Scale
    values: Mapping[str, int]


def words_of(scale: Scale, item: Item) -> Words:
    """Gather the words of the scale and of one item; the item's own labels win."""
    labels = (*scale.labels, *item.labels)
    return Words(scale, {normalise(word): label.value for label in labels for word in label.words})
