"""What reports are made from, for tests: results of the shipped rubrics from counts alone, and settings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import parse_period
from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.report_inputs import office_settings
from ipak_cli.report.material import Material, earlier_than, history_of
from ipak_cli.rubric.load import load_rubric, shipped_ids
from ipak_cli.survey.assemble import ScoringContext, assemble
from ipak_cli.survey.own_index import written_own
from ipak_cli.survey.quality import RowCounts
from ipak_cli.survey.result import Source
from ipak_cli.survey.tally import Counts, Products, Tally
from ipak_cli.workspace.config import Config
from makers.crossing import crossed_at_random

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.tally import Matrix

PERIOD: Final = parse_period("IV-2024")
ALL_BEST: Final[Matrix] = ((0, 0, 0, 30),) * 14
"""Thirty respondents who gave every item of the IPAK and IPKP survey the highest answer."""


@cache
def loaded(name: str = "ipak-ipkp") -> LoadedRubric[SurveyRubric]:
    """Return a shipped survey rubric."""
    return load_rubric(name)


def survey(
    given: Matrix,
    period: str = "IV-2024",
    *,
    rubric: str = "ipak-ipkp",
    population: int | None = None,
    performance: str | None = None,
    groups: Mapping[tuple[str, str], Counts] | None = None,
) -> SurveyResult:
    """Return the result of these counts: a row an item, a count of each answer from 1 to 4.

    Everybody who answered anything answered the item with the most answers. Without ``groups``, which are by
    profile and label, all are women who used one service.
    """
    model = loaded(rubric).rubric
    counts = Counts(max(map(sum, given)), given)
    products = {
        index.code: Products(0, (0,) * len(index.items), ((0,) * len(index.items),) * len(index.items))
        for index in model.indices
    }
    groups = groups or {("jenis-kelamin", "Perempuan"): counts, ("layanan", "Konsultasi"): counts}
    tally = Tally(counts, groups, products, (0, 0, 0, 0), {}, crossed=crossed_at_random(groups))
    source = Source(f"jawaban-{period}.xlsx", "a1" * 32, "Lembar 1", counts.respondents)
    facts = ScoringContext(
        model, loaded(rubric).digest, Tool("ipak", "0"), "Kantor Contoh", population, performance
    )
    return assemble(facts, parse_period(period), tally, RowCounts(), ((source,), ()))


def with_people(result: SurveyResult, rubric: str = "ipak-ipkp") -> SurveyResult:
    """Return a result of counts as if each respondent answered every item, the lowest answers together."""
    tally, model = result.tally, loaded(rubric).rubric
    columns = dict(zip((item.code for item in model.items), map(_people, tally.total.answers), strict=True))
    own = {
        index.code: Counter(
            sum(weight * value for weight, value in zip(index.weights, row, strict=True))
            for row in zip(*(columns[item.code] for item in index.items), strict=True)
        )
        for index in model.indices
    }
    return replace(result, tally=replace(tally, own=written_own(own)))


def _people(counts: tuple[int, ...]) -> list[int]:
    return [value for value, count in enumerate(counts, 1) for _ in range(count)]


def material(
    *results: SurveyResult, settings: Mapping[str, object] | None = None, pekppp: PekpppResult | None = None
) -> Material:
    """Return what the report of the last result's period is made from."""
    stored = {parse_period(result.period.name or ""): result for result in results}
    last = max(stored)
    name = stored[last].rubric.id
    history, rubric = history_of(last, stored), loaded(name).rubric if name in shipped_ids() else None
    config = Config.model_validate(settings or {})
    said = office_settings(config, last, stored[last].items, rubric or loaded().rubric)
    earlier = earlier_than(history, stored)
    return Material(said, last, stored[last], history, pekppp, earlier=earlier, rubric=rubric)


def rows_of(table: object, *columns: int) -> list[tuple[str, ...]]:
    """Return the texts of a table's rows, of all columns or those named by number."""
    texts = [tuple(" / ".join(cell.texts) for cell in row) for row in table.rows]
    return [tuple(row[n] for n in columns) if columns else row for row in texts]
