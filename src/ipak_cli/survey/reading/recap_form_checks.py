"""Whether the rows of a filled form go together: all of one shape, and each of the item that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import problem
from ipak_cli.catalogue.recap_forms import FORM_COUNTS, FORM_MEANS, FORM_SHAPES_MIXED, FORM_SUMS
from ipak_cli.survey.reading.recap_figures import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.reading.recap_figures import Figures

_SHAPES: Final = {Kind.COUNT: FORM_COUNTS, Kind.SUM: FORM_SUMS, Kind.MEAN: FORM_MEANS}
"""What the items may have, the most telling first."""


def mixed_shapes(items: Mapping[str, Figures]) -> Iterator[Problem]:
    """Yield that no shape is common to all items that are filled in; the odd ones are not read."""
    shapes = {
        code: [kind for kind in _SHAPES if each.of(kind)] for code, each in items.items() if not each.unread
    }
    filled = {code: kinds for code, kinds in shapes.items() if kinds}
    if not filled or any(all(kind in kinds for kinds in filled.values()) for kind in _SHAPES):
        return
    best = next(kind for kind in _SHAPES if any(kind in kinds for kinds in filled.values()))
    first = tuple(code for code, kinds in filled.items() if best in kinds)
    second = tuple(code for code, kinds in filled.items() if best not in kinds)
    for code in second:
        items[code].unread = True
    other = filled[second[0]][0]
    told = {"what": _SHAPES[best](), "first": first, "second": second, "other": _SHAPES[other]()}
    yield problem(FORM_SHAPES_MIXED, items[second[0]].of(other)[0].where, **told)
