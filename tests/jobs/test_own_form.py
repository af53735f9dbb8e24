"""An office's own form as its settings name it: scored in the workspace and by the nightly run."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.figures import half_up
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.open_workspace import OpenWorkspace, stored_trend
from ipak_cli.jobs.report import make_report
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.rubric.load import load_rubric
from ipak_cli.workspace.layout import Destination
from makers.exports import write_csv, write_xlsx
from makers.own_forms import NAMES, SKM
from makers.runs import arrive, run

MANUAL = Path(__file__).parents[2] / "docs" / "panduan.md"
TOOL = Tool("ipak", "0")
HEAD = "unit: {name: Kantor Contoh}\nrubrics: {survey: skm-14-2017}\n"
HEADS = [
    "Waktu kirim", "Setuju data dipakai", "Syarat mudah dipenuhi", "Alur jelas", "Alur cepat",
    "Cepat selesai", "Biaya", "Hasil sesuai", "Petugas cakap", "Petugas ramah", "Aduan ditangani",
    "Ruang nyaman", "L/P",
]  # fmt: skip
SETTINGS = f"""{HEAD}columns:
  time: Waktu kirim
  jenis-kelamin: L/P
  ignore: [Setuju data dipakai]
  U1: Syarat mudah dipenuhi
  U2: {{mean: [Alur jelas, Alur cepat]}}
  U3: Cepat selesai
  U4: Biaya
  U5: Hasil sesuai
  U6: Petugas cakap
  U7: Petugas ramah
  U8: Aduan ditangani
  U9: Ruang nyaman
answers:
  "4": [Sangat Memuaskan, SM]
  "3": [M]
  "1": [Buruk Sekali]
  missing: [Tidak tahu, TT, "9"]
  items:
    U4: {{"4": [Tanpa bayar]}}
"""
ROWS = [
    ["2024-10-05 09:00", "ya", "SM", 4, 3, "M", "Tanpa bayar", 4, 4, 4, 4, 4, "L"],
    ["2024-10-06 09:00", "ya", "sm", 4, 4, "TT", "Tanpa Bayar", 4, 4, 4, 4, 3, "P"],
    ["2024-11-07 09:00", "ya", "Buruk sekali", 3, "tidak tahu", "M", 4, 4, 9, 4, 4, 4, "L"],
]


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def scored(workspace, rows=ROWS, header=HEADS, rubric=None, **asked):
    file = write_xlsx(workspace / "jawaban.xlsx", [header, *rows])
    return score_files(ScoreRequest((file,), **asked), rubric, Destination(workspace), TOOL)


def codes(result):
    return [problem.code for problem in result.problems]


def test_an_own_form_is_scored_by_the_rubric_it_answers(workspace):
    result = scored(workspace)

    assert codes(result) == ["J360"]
    assert (result.rubric.id, result.rubric.digest) == ("skm-14-2017", load_rubric("skm-14-2017").digest)
    assert [item.code for item in result.items] == [item.code for item in SKM.items]
    assert [str(item.mean) for item in result.items[:4]] == ["3", "7/2", "3", "4"]
    assert (result.respondents, result.answers, result.missing) == (3, 25, 2)
    assert [(group.code, group.hidden_respondents) for group in result.breakdowns] == [("jenis-kelamin", 3)]


def test_words_that_mean_not_given_are_counted_and_told(workspace):
    result = scored(workspace)
    (look,) = [look for look in result.quality if look.code == "not_given"]
    assert look.count == 3
    assert say(look.finding) == (
        "“Tidak tahu” 1, “TT” 1, “9” 1; tidak dihitung sebagai jawaban: U2 1, U3 1, U6 1"
    )


def test_a_row_of_nothing_but_such_words_is_no_response(workspace):
    result = scored(workspace, [*ROWS, ["2024-10-05 09:00", "ya", *["TT"] * 10, "L"]])
    assert result.respondents == 3
    assert "K212" in codes(result)


def test_an_ignored_column_is_listed_as_such(workspace):
    (source,) = scored(workspace).sources
    assert [(each.cell, each.header, each.ignored) for each in source.unused] == [
        ("B1", "Setuju data dipakai", True)
    ]


def test_settings_that_do_not_fit_the_rubric_stop_the_score_with_their_lines(workspace):
    (workspace / "ipak.yaml").write_text(f"{HEAD}columns:\n  U10: [Alur]\n", encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as refused:
        scored(workspace)
    assert [(each.code, str(each.where)) for each in refused.value.problems] == [("G460", "ipak.yaml:4")]


def test_what_is_said_for_one_rubric_is_not_used_for_another(workspace):
    header = ["Timestamp", *(item.text for item in load_rubric("ipak-ipkp").rubric.items)]
    rows = [["2024-10-05 09:00", *[4] * 14]] * 2
    result = scored(workspace, rows, header, "ipak-ipkp")
    (told,) = [problem for problem in result.problems if problem.code == "G467"]
    assert str(told.where) == "ipak.yaml:3"
    assert "skm-14-2017" in message_of(told)
    assert result.respondents == 2


def test_another_rubric_needs_no_word_of_it_where_the_settings_say_nothing_of_a_form(workspace):
    (workspace / "ipak.yaml").write_text(HEAD, encoding="utf-8")
    header = ["Timestamp", *(item.text for item in load_rubric("ipak-ipkp").rubric.items)]
    assert "G467" not in codes(scored(workspace, [["2024-10-05 09:00", *[4] * 14]], header, "ipak-ipkp"))


def test_old_files_with_the_instrument_s_own_sentences_are_still_read(workspace):
    (workspace / "ipak.yaml").write_text(f"{HEAD}columns:\n  U1: Syarat mudah\n", encoding="utf-8")
    result = scored(workspace, [["2024-10-05 09:00", *[4] * 9]] * 2, ["Timestamp", *NAMES])
    assert codes(result) == ["K260"]
    assert result.items[0].mean == 4


ANSWER = st.sampled_from([1, 2, 3, 4, "4", None, "TT", 5, "Baik"])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(ANSWER, min_size=9, max_size=9), min_size=1, max_size=12))
def test_own_heads_that_are_the_sentences_give_the_same_but_for_the_decision(tmp_path_factory, answers):
    folder = tmp_path_factory.mktemp("sama")
    rows = [[f"2024-10-{n + 1:02} 09:00", *row] for n, row in enumerate(answers)]
    file = write_csv(folder / "a.csv", [["Timestamp", *NAMES], *rows])
    own = "".join(f"  U{n}: {json.dumps(name)}\n" for n, name in enumerate(NAMES, 1))
    texts = []
    for said in ("", f"columns:\n  time: Timestamp\n{own}"):
        (folder / "ipak.yaml").write_text(HEAD + said, encoding="utf-8")
        texts.append(to_json(score_files(ScoreRequest((file,)), None, Destination(folder), TOOL)))
    plain, own_form = (json.loads(text) for text in texts)
    assert own_form["decisions"].pop("columns").keys() == {
        "time",
        *(f"U{n}" for n in range(1, len(NAMES) + 1)),
    }
    assert plain["decisions"].pop("columns") == {}
    assert plain == own_form


def test_the_nightly_run_reads_the_own_form_and_reads_it_again_when_the_settings_change(tmp_path):
    (tmp_path / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    book = write_xlsx(tmp_path / "jawaban.xlsx", [HEADS, *ROWS])
    arrive(tmp_path, "jawaban.xlsx", book.read_bytes())
    book.unlink()

    run(tmp_path)
    document = tmp_path / "hasil" / "IV-2024" / "survey.json"
    first = json.loads(document.read_text(encoding="utf-8"))
    assert first["items"][1]["mean"]["exact"] == "7/2"

    changed = SETTINGS.replace("{mean: [Alur jelas, Alur cepat]}", "Alur jelas")
    changed = changed.replace("[Setuju data dipakai]", "[Setuju data dipakai, Alur cepat]")
    (tmp_path / "ipak.yaml").write_text(changed, encoding="utf-8")
    run(tmp_path, nights=1)
    second = json.loads(document.read_text(encoding="utf-8"))
    assert second["items"][1]["mean"]["exact"] == "11/3"


def test_settings_that_do_not_fit_the_rubric_are_told_by_the_run_with_their_lines(tmp_path):
    (tmp_path / "ipak.yaml").write_text(f"{HEAD}columns:\n  U10: [Alur]\n", encoding="utf-8")
    arrive(tmp_path, "a.csv", write_csv(tmp_path / "a.csv", [HEADS, *ROWS]).read_bytes())
    (done,) = run(tmp_path).workspaces
    assert [problem.code for problem in done.problems if problem.where.line == 4] == ["G460"]


def test_the_manual_s_example_is_scored_as_it_says(tmp_path):
    chapter = (
        MANUAL.read_text(encoding="utf-8")
        .partition("\n## Formulir kantor sendiri\n")[2]
        .partition("\n## ")[0]
    )
    (export,), (said,) = (re.findall(rf"```{kind}\n(.*?)```", chapter, re.DOTALL) for kind in ("csv", "yaml"))
    (tmp_path / "ipak.yaml").write_text(said, encoding="utf-8")
    (tmp_path / "jawaban.csv").write_text(export, encoding="utf-8")

    result = score_files(ScoreRequest((tmp_path / "jawaban.csv",)), None, Destination(tmp_path), TOOL)

    assert codes(result) == []
    assert half_up(result.items[1].mean) == "3.50"
    assert (result.respondents, result.missing) == (3, 2)
    (look,) = [look for look in result.quality if look.code == "not_given"]
    assert look.count == 2


@pytest.fixture
def two_periods(tmp_path):
    """Return a workspace whose third period asked the instrument's sentences, and the fourth an own form."""
    (tmp_path / "ipak.yaml").write_text(HEAD, encoding="utf-8")
    rows = [["2024-08-05 09:00", *[4] * 8, 3]] * 6
    file = write_csv(tmp_path / "lama.csv", [["Timestamp", *NAMES], *rows])
    score_files(ScoreRequest((file,)), None, Destination(tmp_path), TOOL)
    (tmp_path / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    # Of fewer than five respondents no item would be shown.
    scored(tmp_path, [*ROWS, *(["2024-12-10 09:00", *row[1:]] for row in ROWS)])
    return OpenWorkspace(tmp_path)


def test_the_trend_goes_on_when_the_form_changes(two_periods):
    found = stored_trend(two_periods.stored)
    assert [period.period for period in found.periods] == ["III-2024", "IV-2024"]
    assert all(isinstance(point.value, Fraction) for point in found.indices["IKM"].points)


def test_no_answer_is_lost_in_a_report_of_means(two_periods, tmp_path):
    make_report(two_periods, parse_period("IV-2024"))
    text = (tmp_path / "laporan" / "IV-2024" / "laporan.md").read_text(encoding="utf-8")
    lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.startswith("|")]

    head = next(line for line in lines if "Di antaranya" in line and "Unsur pelayanan" in line)
    second = next(
        line for line in lines if "Sistem, mekanisme, dan prosedur" in line and len(line) == len(head)
    )
    row = dict(zip(head, second, strict=True))
    assert (row["Jawaban"], row["3"], row["4"], row["Di antaranya"], row["NRR"]) == (
        "6", "2", "2", "2", "3,50",
    )  # fmt: skip

    head = next(line for line in lines if "Di antaranya" in line and "Nilai 4" in line)
    shares = {line[1]: dict(zip(head, line, strict=True)) for line in lines if len(line) == len(head)}
    periods = [row for name, row in shares.items() if "2024" in name]
    assert [row["Di antaranya"] for row in periods] == ["0 (0,00 %)", "2 (4,00 %)"]
    for row in periods:
        counts = [int(row[name].split(" ")[0]) for name in head[3:-1]]
        assert sum(counts) == int(row["Jawaban"])
    assert "Gambar bagian setiap nilai tidak dibuat" in text
    assert "gambar-sebaran" not in text
    assert "Bagian jawaban di antara dua nilai" in text
