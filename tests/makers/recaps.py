"""Recaps of surveys as an office would write them, from counts, and what ipak makes of them."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import round_half_up
from ipak_cli.base.period import parse_period
from ipak_cli.base.printed import Printed, sums_of
from ipak_cli.base.provenance import Tool
from ipak_cli.rubric.survey import Polarity
from ipak_cli.survey.assemble import ScoringContext
from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape
from ipak_cli.survey.recap_result import assemble_recap
from ipak_cli.survey.result import Source, TableLayout
from makers.report_material import loaded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.survey import Item, SurveyRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.tally import Matrix


def recap(
    given: Matrix,
    shape: RecapShape,
    rubric: SurveyRubric,
    *,
    respondents: int | None,
    indices: Sequence[str] | None = None,
) -> Recap:
    """Return what an office writes of these counts: a row an item, a count a value of the scale.

    Means have two decimals. Totals are by index, or of ``indices`` alone, where ``""`` is the whole survey.
    """
    if shape is RecapShape.TOTALS:
        codes = [index.code for index in rubric.indices] if indices is None else indices
        return Recap(shape, respondents, {}, {code: _total(given, code, rubric) for code in codes})
    items = {
        item.code: _item(row, shape, item, rubric) for item, row in zip(rubric.items, given, strict=True)
    }
    return Recap(shape, respondents, items, {})


def recapped(
    made: Recap,
    file: LoadedRubric[SurveyRubric] | None = None,
    period: str = "IV-2024",
    *,
    population: int | None = None,
    performance: str | None = None,
) -> SurveyResult:
    """Return the result that ipak makes of a recap."""
    file = file or loaded()
    facts = ScoringContext(
        file.rubric, file.digest, Tool("ipak", "0"), "Kantor Contoh", population, performance
    )
    source = Source(
        "rekap.xlsx", "b2" * 32, "Rekap", len(made.items), layout=TableLayout.RECAP, recap=made.shape
    )
    return assemble_recap(facts, parse_period(period), made, ((source,), ()))


def _item(row: tuple[int, ...], shape: RecapShape, item: Item, rubric: SurveyRubric) -> ItemRecap:
    scale, n = rubric.scale, sum(row)
    total = sum(value * count for value, count in zip(scale.values, row, strict=True))
    if item.polarity is Polarity.NEGATIVE:
        total = (scale.lowest + scale.highest) * n - total
    if shape is RecapShape.COUNTS:
        return ItemRecap(n, range(total, total + 1), dict(zip(scale.values, row, strict=True)))
    if shape is RecapShape.SUMS or not n:
        return ItemRecap(n, range(total, total + 1))
    return ItemRecap(n, sums_of(Printed(round_half_up(Fraction(total, n)), 2), n))


def _total(given: Matrix, code: str, rubric: SurveyRubric) -> dict[int, int]:
    total = Counter(dict.fromkeys(rubric.scale.values, 0))
    for item, row in zip(rubric.items, given, strict=True):
        if code in ("", rubric.index_of(item).code):
            total.update(dict(zip(rubric.scale.values, row, strict=True)))
    return dict(total)
