"""Which items are published as higher or lower than the others: those alone that are so beyond chance."""

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
_HIGHER: Final = "Di atas yang lain"
_LOWER: Final = "Di bawah yang lain"
_OTHERS: Final = "Selebihnya"


def rankings(material: Material, words: Mapping[str, str]) -> tuple[Ranking | None, Ranking | None]:
    """Return the items that are higher than the others, and those that are lower, ``words`` by code.

    Where only one of both can be told, the other says between which figures the rest lie; where neither can,
    there is none, and :func:`level` tells it.
    """
    means = _means(material)
    high = [code for code in material.sure.higher if code in means]
    low = sorted((rank.code for rank in material.sure.first if rank.lower), key=means.__getitem__)
    if not high and not low:
        return None, None
    best = _ranking(_HIGHER, high, means, words, material)
    lowest = _ranking(_LOWER, low, means, words, material)
    rest = {code: mean for code, mean in means.items() if code not in (*high, *low)}
    return (
        best or _rest(material, rest, "paling tinggi"),
        lowest or _rest(material, rest, "paling rendah"),
    )


def level(material: Material) -> str | None:
    """Say what can be said of the items where none is higher or lower than the others beyond chance."""
    means = _means(material)
    if len(material.survey.items) < 2 or not means or _is_open(material):
        return None
    item = material.terms.words.item
    if len({*means.values()}) == 1:
        return f"Semua {item} yang dinilai bernilai sama, yaitu {decimal(next(iter(means.values())))}."
    which = f"{item} mana yang paling tinggi atau paling rendah"
    if not material.sure.first:
        return f"{_between(item, means)}; rekap tidak menunjukkan {which} di luar kebetulan."
    return f"{_between(item, means)}; belum dapat dibedakan {which}: {_CHANCE}."


_CHANCE: Final = "selisihnya sekecil yang dapat terjadi karena kebetulan"


def _means(material: Material) -> dict[str, Fraction]:
    found = ((item.code, known(item.mean)) for item in material.survey.items)
    return {code: mean for code, mean in found if mean is not None}


def _is_open(material: Material) -> bool:
    """Tell whether of some means only the ends are known, which leave the order open."""
    return any(isinstance(item.mean, NotScored) and item.mean.between for item in material.survey.items)


def _between(item: str, means: Mapping[str, Fraction]) -> str:
    low, high = decimal(min(means.values())), decimal(max(means.values()))
    if low == high:
        return f"Nilai {len(means)} {item} {low}"
    return f"Nilai {len(means)} {item} terletak antara {low} dan {high}"


def _rest(material: Material, means: Mapping[str, Fraction], which: str) -> Ranking | None:
    """Say between which figures the others lie, and that none of them can be told apart."""
    if not means:
        return None
    item = material.terms.words.item
    unsure = f"; belum dapat dibedakan mana yang {which}" if len({*means.values()}) > 1 else ""
    return Ranking(_OTHERS, (), f"{_between(item, means)}{unsure}.")


def _ranking(
    title: str,
    codes: Sequence[str],
    means: Mapping[str, Fraction],
    words: Mapping[str, str],
    material: Material,
) -> Ranking | None:
    """Return the first few; nothing where there are none."""
    if not codes:
        return None
    low, high = material.scale
    items = (
        ItemShown(code, words[code], decimal(means[code]), (means[code] - low) / (high - low))
        for code in codes[:MOST]
    )
    others = codes[MOST:]
    more = f"{len(others)} {material.terms.words.item} lain juga" if others else None
    return Ranking(title, tuple(items), more)
