"""The words in which an answer can be given, prepared once for an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.names import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.rubric.models import Item, Scale

_MOST_TOLD: Final = 3
"""Words of one value that a message tells."""


@dataclass(frozen=True, slots=True)
class Words:
    """An item's scale, and the value of each declared wording (see :func:`ipak_cli.names.wording`).

    ``told`` are the declared words as a message shows them.
    """

    item: str
    scale: Scale
    values: Mapping[str, int]
    told: tuple[str, ...]

    def meaning(self, text: str) -> int | None:
        """Return the value that a declared word stands for, however it is written."""
        return self.values.get(wording(text))


def words_of(scale: Scale, item: Item) -> Words:
    """Gather the words of the scale and of one item; the item's own labels win."""
    labels = (*scale.labels, *item.labels)
    values = {wording(word): label.value for label in labels for word in label.words}
    return Words(item.code, scale, values, _told(scale, item))


def _told(scale: Scale, item: Item) -> tuple[str, ...]:
    """Write ``1 = Buruk``, ``3 = Baik/Puas/Setuju``: an item's own words before the scale's."""
    words = {label.value: label.words for label in (*scale.labels, *item.labels)}
    told = tuple(f"{value} = {'/'.join(words[value][:_MOST_TOLD])}" for value in sorted(words))
    return told or (f"{scale.lowest} sampai {scale.highest}",)
