"""What a score takes from the workspace when the command does not say it."""

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.workspace.layout import Destination
from ipak_cli.workspace.store import InputKind, load
from makers.exports import EXAMPLES, write_xlsx

TOOL = Tool("ipak", "0")
FOURTH = Period.quarter(2024, 4)
EXPORT = EXAMPLES / "ipak-ipkp-2024-tw4.xlsx"
SETTINGS = """\
unit: {name: Kantor Contoh}
periods:
  III-2024: {population: 50, performance: E}
  IV-2024: {population: 24, performance: B}
"""


@pytest.fixture
def workspace(tmp_path):
    """A workspace whose file says what the export cannot say."""
    (tmp_path / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def scored(workspace, rubric=None, **asked):
    return score_files(ScoreRequest((EXPORT,), **asked), rubric, Destination(workspace), TOOL)


def test_unit_population_and_performance_are_those_of_the_period_that_was_found(workspace):
    result = scored(workspace)

    assert (result.unit, result.population, result.zi.performance) == ("Kantor Contoh", 24, "B")
    assert result.sample.adequate
    assert load(workspace, InputKind.SURVEY, FOURTH) == result


def test_what_the_command_says_goes_first(workspace):
    result = scored(workspace, unit="Kantor Lain", population=30, performance="C")
    assert (result.unit, result.population, result.zi.performance) == ("Kantor Lain", 30, "C")


def test_a_population_in_the_file_is_checked_against_the_respondents(workspace):
    (workspace / "ipak.yaml").write_text("periods: {IV-2024: {population: 20}}\n", encoding="utf-8")
    assert "U903" in [problem.code for problem in scored(workspace).problems]


def test_an_empty_file_says_nothing(workspace):
    (workspace / "ipak.yaml").write_text("", encoding="utf-8")
    result = scored(workspace)
    assert (result.unit, result.population, result.zi.performance) == (None, None, None)
    assert to_json(result) == to_json(scored(None))


def test_the_rubric_of_the_file_is_seen_from_the_workspace(workspace):
    own = workspace / "rubrik"
    own.mkdir()
    shipped = (EXAMPLES.parents[1] / "rubrics" / "ipak-ipkp.yaml").read_text(encoding="utf-8")
    (own / "sendiri.yaml").write_text(shipped.replace("id: ipak-ipkp\n", "id: sendiri\n"), encoding="utf-8")
    (workspace / "ipak.yaml").write_text("rubrics: {survey: rubrik/sendiri.yaml}\n", encoding="utf-8")

    assert scored(workspace, "ipak-ipkp").rubric.id == "ipak-ipkp"
    assert scored(workspace).rubric.id == "sendiri"


def test_an_unread_export_still_names_the_unit_and_the_asked_period_s_visitors(workspace):
    empty = write_xlsx(workspace / "kosong.xlsx", [["catatan"]])
    result = score_files(ScoreRequest((empty,), period=FOURTH), None, Destination(workspace), TOOL)
    assert (result.unit, result.population) == ("Kantor Contoh", 24)
    assert not (workspace / "hasil").exists()


def test_a_faulty_file_stops_the_scoring(workspace):
    (workspace / "ipak.yaml").write_text("unit: {nama: Kantor}\n", encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as refused:
        scored(workspace)
    assert {problem.code for problem in refused.value.problems} == {"G402"}
    assert not (workspace / "hasil").exists()
