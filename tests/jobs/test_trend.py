"""The trend of a workspace's stored results, and how the command shows it."""

import json
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.cli.surveys import trend
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.open_workspace import StoredResults, stored_trend
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.workspace.layout import Destination
from ipak_cli.workspace.store import InputKind, store
from makers.exports import EXAMPLES
from makers.rubric_text import altered
from makers.survey_results import GIVEN, survey_result

app = typer.Typer()
app.command()(trend)


def run(workspace, *arguments):
    return CliRunner().invoke(app, ["--workspace", str(workspace), *arguments])


@pytest.fixture
def workspace(tmp_path):
    """A workspace without results."""
    (tmp_path / "ipak.yaml").touch()
    return tmp_path


def put(workspace, *results):
    for result in results:
        store(workspace, InputKind.SURVEY, parse_period(result.period.name), to_json(result))


@pytest.fixture
def year(workspace):
    """A workspace with the four periods of the example."""
    for number in range(1, 5):
        request = ScoreRequest((EXAMPLES / f"ipak-ipkp-2024-tw{number}.xlsx",))
        score_files(request, "ipak-ipkp", Destination(workspace), Tool("ipak", "0"))
    return workspace


def rounded(series):
    return [point["value"]["rounded"] for point in series["points"]]


def test_the_year_of_the_example_gives_the_published_indices(year):
    done = run(year, "--json")
    found = json.loads(done.stdout)

    assert (done.exit_code, done.stderr) == (0, "")
    assert found["schema"] == "ipak/trend/2"
    assert [each["respondents"] for each in found["periods"]] == [34, 31, 41, 24]
    assert rounded(found["indices"]["IPAK"]) == ["3.86", "3.95", "3.94", "3.90"]
    assert rounded(found["indices"]["IPKP"]) == ["3.85", "3.90", "3.91", "3.73"]
    assert rounded(found["combined"]) == ["3.85", "3.93", "3.92", "3.82"]
    assert found["indices"]["IPAK"]["points"][0]["change"] == {
        "not_scored": "periode pertama",
        "key": "first_period",
        "values": {},
    }
    told = {code: [p["direction"] for p in each["points"]] for code, each in found["indices"].items()}
    assert told == {
        "IPAK": [None, "unsure", "unsure", "unsure"],
        "IPKP": [None, "unsure", "unsure", "fallen"],
    }
    assert found["indices"]["IPKP"]["overall"]["size"]["rounded"] == "-0.12"
    assert found["combined"]["direction"] is None
    assert found["problems"] == []


def test_each_change_carries_what_the_exact_test_says(year):
    """Of all partings of III's and IV's 65 people, 5.7 in 1,000 put the means of IPKP as far apart."""
    found = json.loads(run(year, "--json").stdout)
    changes = [point["compared"] for point in found["indices"]["IPKP"]["points"]]

    assert changes[0] is None
    assert [each["finding"] for each in changes[1:]] == ["unsure", "unsure", "fallen"]
    assert (changes[-1]["p"]["exact"], changes[-1]["exact"]) == ("1143/200000", True)
    assert {each["finding"] for each in found["items"].values()} == {"unsure"}
    assert found["indices"]["IPAK"]["points"][0]["certainty"]["population"] is None


def test_the_terminal_says_what_the_last_change_tells(year):
    lines = [line.strip() for line in run(year).stdout.splitlines()]

    assert lines[lines.index("Perubahan IV 2024 dari III 2024") + 1 :][:3] == [
        "• IPAK belum dapat dibedakan (selisih −0,04)",
        "• IPKP turun 0,17",
        "• Setiap pertanyaan: belum dapat dibedakan (14 diuji bersama)",
    ]


def test_the_terminal_shows_values_and_changes_within_80_columns(year):
    done = run(year)

    assert (done.exit_code, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    row = next(line for line in done.stdout.splitlines() if line.startswith("IV 2024"))
    assert row.split() == ["IV", "2024", "24", "3,90", "(−0,04)", "3,73", "(−0,17)▼", "3,82", "(−0,11)"]


def test_a_change_too_small_to_show_is_not_shown_as_none(workspace):
    many = tuple(tuple(1000 * count for count in row) for row in GIVEN)
    slightly = ((0, 1000, 2999, 6001), *many[1:])
    put(workspace, survey_result("I-2024", many), survey_result("II-2024", slightly))

    row = next(line for line in run(workspace).stdout.splitlines() if line.startswith("II 2024"))

    assert row.split() == ["II", "2024", "10.000", "3,55", "(+<0,01)", "3,23", "(0,00)", "3,39", "(+<0,01)"]


def test_gaps_are_shown_as_gaps(workspace):
    put(workspace, survey_result("I-2024"), survey_result("III-2024"))
    shown = run(workspace).stdout

    assert next(line for line in shown.splitlines() if line.startswith("II 2024")).split() == [
        "II", "2024", "–", "–", "–", "–",
    ]  # fmt: skip
    assert "(" not in next(line for line in shown.splitlines() if line.startswith("III 2024"))
    assert "Tanpa hasil: II 2024." in shown


def test_a_document_that_cannot_be_read_is_named_and_left_out(year):
    path = year / "hasil" / "III-2024" / "survey.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"3.94"', '"4.00"'), encoding="utf-8")

    done = run(year, "--json")
    found = json.loads(done.stdout)

    assert done.exit_code == 1
    assert "hasil/III-2024/survey.json" in done.stderr
    assert [each["period"] for each in found["periods"] if each["rubric"] is None] == ["III-2024"]
    assert [problem["code"] for problem in found["problems"]] == ["G434"]
    assert run(year).stdout.count("2024") >= 4


def test_quiet_shows_nothing_but_errors(year):
    done = run(year, "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")

    (year / "hasil" / "I-2024" / "survey.json").write_text("rusak")
    done = run(year, "--quiet")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "G432" in done.stderr


def test_nothing_stored_is_a_problem(workspace):
    done = run(workspace, "--json")
    assert done.exit_code == 1
    assert [problem["code"] for problem in json.loads(done.stdout)["problems"]] == ["G440"]


def test_a_refusal_tells_of_unread_documents_too(workspace):
    other = survey_result("II-2024", text=altered("id: kecil", "id: lain"))
    put(workspace, survey_result("I-2024"), other, survey_result("III-2024"))
    (workspace / "hasil" / "III-2024" / "survey.json").write_text("rusak")

    with pytest.raises(ProblemsFoundError) as refused:
        stored_trend(StoredResults(workspace))

    assert [problem.code for problem in refused.value.problems] == ["G432", "G441"]


def test_outside_a_workspace_the_command_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, [])
    assert done.exit_code == 1
    assert "G423" in done.stderr


def test_a_trend_imports_no_spreadsheet_library():
    code = (
        "import sys, ipak_cli.jobs.open_workspace, ipak_cli.terminal.survey\n"
        "print({'pandas', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
