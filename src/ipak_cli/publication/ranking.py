"""Which items are published as the best and as the lowest: few, never the same, ties told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored, decimal
from ipak_cli.publication.sheet import ItemShown, Ranking
from ipak_cli.report.material import known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from ipak_cli.report.material import Material

MOST: Final = 3
"""Items of each ranking."""


def rankings(material: Material, words: Mapping[str, str]) -> tuple[Ranking | None, Ranking | None]:
    """Return the items with the highest and the lowest means, ``words`` by code; nothing where all tie.

    Nothing either where only the ends of some means are known, which leave the order open.

    Of items that tie those come first that the rubric names first, and the others are counted. No item is in
    both: the best are above the very lowest mean, and the lowest below all that are among the best.
    """
    if any(isinstance(item.mean, NotScored) and item.mean.between for item in material.survey.items):
        return None, None
    means = {item.code: mean for item in material.survey.items if (mean := known(item.mean)) is not None}
    if len({*means.values()}) < 2:
        return None, None
    count = min(MOST, len(means) // 2)
    worst = min(means.values())
    best = sorted((code for code in means if means[code] > worst), key=lambda code: -means[code])[:count]
    limit = means[best[-1]]
    lowest = sorted((code for code in means if means[code] < limit), key=means.__getitem__)[:count]
    return (
        _ranking("Nilai tertinggi", best, means, words, material),
        _ranking("Nilai terendah", lowest, means, words, material),
    )


def _ranking(
    title: str,
    codes: Sequence[str],
    means: Mapping[str, Fraction],
    words: Mapping[str, str],
    material: Material,
) -> Ranking:
    low, high = material.scale
    items = (
        ItemShown(code, words[code], decimal(means[code]), (means[code] - low) / (high - low))
        for code in codes
    )
    last = means[codes[-1]]
    others = sum(mean == last for code, mean in means.items() if code not in codes)
    item = material.terms.words.item
    more = f"{others} {item} lain juga bernilai {decimal(last)}" if others else None
    return Ranking(title, tuple(items), more)
