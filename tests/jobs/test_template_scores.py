import io
from datetime import datetime, timedelta
from fractions import Fraction

import openpyxl
import pytest

from ipak_cli.base.problem import Severity
from ipak_cli.base.provenance import Tool
from ipak_cli.forms.survey import survey_template
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric


def filled(rubric, answers):
    """Return a template's workbook in which each respondent of ``answers`` gives one answer to every item."""
    book = openpyxl.load_workbook(io.BytesIO(survey_template(rubric.rubric, rubric.digest)))
    sheet = book["Jawaban"]
    items = [cell.column for cell in sheet[1] if cell.value in {item.text for item in rubric.rubric.items}]
    for row, answer in enumerate(answers, start=2):
        sheet.cell(row, 1).value = datetime(2024, 10, 1, 9) + timedelta(days=row)  # noqa: DTZ001  as typed in
        for column in items:
            sheet.cell(row, column).value = answer
    return book


@pytest.mark.parametrize("name", ["ipak-ipkp", "skm-14-2017"])
def test_a_filled_template_scores_without_a_problem(name, tmp_path):
    rubric = load_rubric(name)
    out = tmp_path / "jawaban.xlsx"
    filled(rubric, [4] * 20 + [3] * 20).save(out)
    result = score(ScoreRequest(files=(out,)), rubric, Tool("ipak", "0"))
    assert [problem for problem in result.problems if problem.severity is not Severity.NOTE] == []
    assert (result.respondents, result.missing) == (40, 0)
    assert {index.mean for index in result.indices.values()} == {Fraction(7, 2)}
    assert result.period.name == "IV-2024"
    assert [source.sheet for source in result.sources] == ["Jawaban"]


def test_an_untouched_template_has_no_responses(tmp_path):
    rubric = load_rubric("ipak-ipkp")
    out = tmp_path / "jawaban.xlsx"
    out.write_bytes(survey_template(rubric.rubric, rubric.digest))
    result = score(ScoreRequest(files=(out,)), rubric, Tool("ipak", "0"))
    assert result.respondents in (None, 0)
    assert [problem.code for problem in result.problems] == ["K211"]
