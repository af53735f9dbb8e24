"""Workpapers of a score and of a report: what is written, and what is refused before anything is kept."""

from dataclasses import replace

import pytest

from ipak_cli import workpaper
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.cli.app import run
from ipak_cli.jobs import workpaper as job
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.report import make_report
from ipak_cli.jobs.score import ScoreRequest
from ipak_cli.jobs.workpaper import AskedWorkpaper, score_with_workpaper, workpaper_files
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.recap import RecapShape
from ipak_cli.workspace.layout import Destination
from makers.engines import by_formualizer, stored
from makers.exports import EXAMPLES, table, write_csv
from makers.recaps import recap, recapped
from makers.report_material import loaded, material, survey
from makers.rubric_text import altered
from makers.runs import ALL, workspace

TOOL = Tool("ipak", "0")
FILE = EXAMPLES / "ipak-ipkp-2024-tw4.xlsx"


def written(tmp_path, *files, destination=None, **asked):
    """Score files with a workpaper; return its bytes."""
    out = tmp_path / "kertas.xlsx"
    request = ScoreRequest(files or (FILE,))
    score_with_workpaper(request, None, destination or Destination(), TOOL, AskedWorkpaper(out, **asked))
    return out.read_bytes()


def refused(*arguments, **asked):
    with pytest.raises(ProblemsFoundError) as found:
        written(*arguments, **asked)
    return [problem.code for problem in found.value.problems]


def few(tmp_path, people):
    """Return an export of some responses to the small questionnaire's 14 items."""
    rubric = load_rubric("ipak-ipkp").rubric
    return write_csv(tmp_path / "jawaban.csv", table(rubric, [[4] * 14 for _ in range(people)]))


def test_a_score_lists_the_answers_and_without_them_starts_from_counts(tmp_path):
    assert "Jawaban" in stored(written(tmp_path))
    (tmp_path / "kertas.xlsx").unlink()
    assert "Jawaban" not in stored(written(tmp_path, with_answers=False))


def test_in_a_workspace_it_has_the_settings_targets_and_the_earlier_periods(tmp_path):
    unit = workspace(tmp_path / "unit", formats=ALL)
    settings = unit / "ipak.yaml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(altered("  default: 4", "  default: 3.5", said), encoding="utf-8")
    for number in (3, 4):
        assert (
            run(
                [
                    "score",
                    str(EXAMPLES / f"ipak-ipkp-2024-tw{number}.xlsx"),
                    "--workspace",
                    str(unit),
                    "--quiet",
                ]
            )
            == 0
        )
    sheets = stored(written(tmp_path, destination=Destination(unit)))
    assert {"TW III 2024", "TW IV 2024"} <= set(sheets["Hasil"].values())
    head = next(key for key, value in sheets["Parameter"].items() if value == "Target")
    assert sheets["Parameter"][f"{head[0]}{int(head[1:]) + 1}"] == 3.5


def test_what_stands_already_or_has_no_place_is_refused_before_anything_is_read(tmp_path):
    (tmp_path / "kertas.xlsx").touch()
    assert refused(tmp_path, tmp_path / "tidak-ada.xlsx") == ["L590"]
    asked = AskedWorkpaper(tmp_path / "tidak-ada" / "kertas.xlsx")
    for out, code in ((asked.out, "U941"), (tmp_path / "kertas.ods", "U943")):
        with pytest.raises(ProblemsFoundError) as found:
            score_with_workpaper(ScoreRequest((FILE,)), None, Destination(), TOOL, replace(asked, out=out))
        assert [problem.code for problem in found.value.problems] == [code]


def test_more_answers_than_a_sheet_should_hold_are_refused_with_the_way_by_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(job, "MOST_ANSWERS", 23)
    unit = workspace(tmp_path / "unit", formats=ALL)
    assert refused(tmp_path, destination=Destination(unit)) == ["L591"]
    assert not (unit / "hasil" / "IV-2024").exists()
    assert "Jawaban" not in stored(written(tmp_path, with_answers=False))
    monkeypatch.setattr(job, "MOST_ANSWERS", 24)
    (tmp_path / "kertas.xlsx").unlink()
    assert "Jawaban" in stored(written(tmp_path))


def test_fewer_people_than_a_group_may_have_are_not_for_circulation(tmp_path):
    assert refused(tmp_path, few(tmp_path, 4), with_answers=False) == ["L592"]
    assert "Jawaban" in stored(written(tmp_path, few(tmp_path, 4)))
    (tmp_path / "kertas.xlsx").unlink()
    assert (
        by_formualizer(written(tmp_path, few(tmp_path, 5), with_answers=False))["Cek"]["C4"] == "SEMUA COCOK"
    )


def test_without_the_library_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(workpaper, "_NEEDS", ("tidak_ada_pustaka",))
    assert refused(tmp_path) == ["L593"]


def test_input_with_errors_has_no_workpaper(tmp_path):
    file = write_csv(tmp_path / "salah.csv", table(load_rubric("ipak-ipkp").rubric, [[9] * 14]))
    asked = AskedWorkpaper(tmp_path / "kertas.xlsx")
    result = score_with_workpaper(ScoreRequest((file,)), None, Destination(), TOOL, asked)
    assert result.respondents is None
    assert not asked.out.exists()


def test_a_report_has_one_from_counts(tmp_path):
    unit = workspace(tmp_path / "unit", formats=ALL)
    assert run(["score", str(FILE), "--workspace", str(unit), "--quiet"]) == 0
    made = make_report(OpenWorkspace(unit), parse_period("IV-2024"), formats=("xlsx",))
    names = [file.path.rpartition("/")[2] for file in made.files]
    assert names == ["kertas-kerja.xlsx", "catatan-kerja.md", "tindak-lanjut.xlsx"]
    sheets = by_formualizer((unit / "laporan" / "IV-2024" / "kertas-kerja.xlsx").read_bytes())
    assert "Jawaban" not in sheets
    assert sheets["Cek"]["C4"] == "SEMUA COCOK"


def test_a_report_of_a_few_people_has_none_and_says_so():
    given = material(survey(((0, 0, 1, 3),) * 14))
    files, (told,) = workpaper_files(given)
    assert (files, told.code) == ({}, "L594")


def test_a_report_whose_rubric_is_gone_has_none_and_says_so():
    given = replace(material(survey(((0, 0, 10, 30),) * 14)), rubric=None)
    files, (told,) = workpaper_files(given)
    assert (files, told.code) == ({}, "L595")
    assert workpaper_files(material(survey(((0, 0, 10, 30),) * 14)))[0].keys() == {"kertas-kerja.xlsx"}


@pytest.mark.parametrize(
    ("shape", "respondents"),
    [(RecapShape.COUNTS, None), (RecapShape.SUMS, 40), (RecapShape.MEANS, 40), (RecapShape.TOTALS, 40)],
)
def test_a_report_of_a_recap_without_the_counts_has_none_and_says_so(shape, respondents):
    told = recap(((0, 0, 10, 30),) * 14, shape, loaded().rubric, respondents=respondents)
    files, (found,) = workpaper_files(material(recapped(told)))
    assert (files, found.code) == ({}, "L589")


def test_the_workpaper_of_a_recap_of_counts_derives_the_same_figures():
    told = recap(((0, 0, 10, 30),) * 14, RecapShape.COUNTS, loaded().rubric, respondents=41)
    files, problems = workpaper_files(material(recapped(told, population=60, performance="B")))
    sheets = by_formualizer(files["kertas-kerja.xlsx"])
    assert problems == ()
    assert sheets["Cek"]["C4"] == "SEMUA COCOK"
