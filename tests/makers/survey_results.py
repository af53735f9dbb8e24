"""Survey results as tests need them: made from counts alone, by the small rubric or an altered copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_period
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.survey import OUTSIDE_ROWS
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.assemble import ScoringContext, assemble
from ipak_cli.survey.quality import RowCounts
from ipak_cli.survey.result import RowNote, Source
from ipak_cli.survey.tally import Counts, Products, Tally
from makers.crossing import crossed_at_random
from makers.rubric_text import SMALL

if TYPE_CHECKING:
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.tally import Matrix

GIVEN = ((0, 1, 3, 6), (0, 0, 4, 6), (1, 1, 2, 6), (5, 3, 1, 1))
"""How often each of the four items of the small rubric got 1, 2, 3 and 4."""


def survey_result(period: str, given: Matrix = GIVEN, text: str = SMALL) -> SurveyResult:
    """Return a period's result of these counts: a row an item, a count a value of the scale."""
    loaded = parse_as_survey(read_document(text.encode(), "x.yaml"))
    respondents = max(sum(row) for row in given)
    counts = Counts(respondents, given)
    products = {
        index.code: Products(0, (0,) * len(index.items), ((0,) * len(index.items),) * len(index.items))
        for index in loaded.rubric.indices
    }
    groups = {("usia", "20-30"): counts}
    tally = Tally(counts, groups, products, (0, 0, 0, 0), {}, crossed=crossed_at_random(groups))
    left_out = RowNote("outside", OUTSIDE_ROWS(), 2, "3–4")
    source = Source("jawaban.xlsx", "a1" * 32, "Lembar 1", respondents, (left_out,))
    facts = ScoringContext(loaded.rubric, loaded.digest, Tool("ipak", "0"), "Kantor Contoh", respondents + 2)
    return assemble(facts, parse_period(period), tally, RowCounts(), ((source,), ()))
