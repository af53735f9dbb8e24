"""``ipak export`` as a job: from stored results to files, and what it refuses."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.export.columns import TABLES
from ipak_cli.export.formats import FORMATS
from ipak_cli.jobs import export
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.workspace.layout import Destination
from makers.exported import EXAMPLES, csv_rows, example_workspace

PERIOD = parse_period("IV-2024")
SEMESTER = parse_period("II-2024S")
CSV = [f"{name}.csv" for name in TABLES]


@pytest.fixture
def workspace(tmp_path):
    return example_workspace(tmp_path / "kerja")


def make_export(workspace, *periods, **named):
    return export.make_export(OpenWorkspace(workspace), periods, **named)


def refusal(workspace, *periods, **named):
    with pytest.raises(ProblemsFoundError) as caught:
        make_export(workspace, *periods, **named)
    return [(each.code, message_of(each)) for each in caught.value.problems]


def change(workspace, period, alter):
    path = workspace / "hasil" / period / "survey.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    alter(document)
    path.write_text(json.dumps(document), encoding="utf-8")


def score_semester(workspace):
    files = tuple(EXAMPLES / "masuk" / f"ipak-ipkp-2024-tw{number}.xlsx" for number in (3, 4))
    score_files(ScoreRequest(files, period=SEMESTER), None, Destination(workspace), Tool("ipak", "0"))


def test_an_export_is_text_files_and_their_dictionary(workspace):
    made = make_export(workspace, PERIOD)
    folder = workspace / "ekspor" / "IV-2024"
    assert [file.path for file in made.files] == [str(folder / name) for name in (*CSV, "datapackage.json")]
    assert sorted(path.name for path in folder.iterdir()) == sorted((*CSV, "datapackage.json"))
    assert (made.periods, made.problems) == (("IV-2024",), ())


def test_several_formats_are_made_in_one_go_and_each_once(workspace, tmp_path):
    made = make_export(workspace, PERIOD, out=tmp_path / "data", formats=("xlsx", "parquet", "xlsx", "csv"))
    names = [Path(file.path).name for file in made.files]
    parquet = [f"{name}.parquet" for name in TABLES]
    assert names == ["data-survei.xlsx", *parquet, *CSV, "datapackage.json"]
    assert not (workspace / "ekspor").exists()


def test_the_same_inputs_give_the_same_bytes(workspace):
    first, second = (
        export.render_export(OpenWorkspace(workspace), [PERIOD], (*FORMATS,)).files for _ in range(2)
    )
    assert first == second


def test_all_periods_stand_in_the_same_tables_the_oldest_first(workspace):
    periods = export.stored_periods(OpenWorkspace(workspace))
    assert [str(each) for each in periods] == ["I-2024", "II-2024", "III-2024", "IV-2024"]
    make_export(workspace, *periods)
    rows = csv_rows((workspace / "ekspor" / "semua" / "periods.csv").read_bytes())
    assert [row["period"] for row in rows] == ["I-2024", "II-2024", "III-2024", "IV-2024"]


def test_a_semester_is_exported_as_its_report_is_made(workspace):
    score_semester(workspace)
    make_export(workspace, SEMESTER)
    rows = csv_rows((workspace / "ekspor" / "II-2024S" / "periods.csv").read_bytes())
    assert [(row["period"], row["kind"], row["respondents"]) for row in rows] == [
        ("II-2024S", "semester", "65")
    ]


def test_groups_of_a_semester_that_would_open_those_of_a_quarter_are_counted_without_a_figure(workspace):
    score_semester(workspace)
    files = export.render_export(OpenWorkspace(workspace), [SEMESTER]).files
    shown = {row["breakdown"]: row for row in csv_rows(files["groups.csv"])}
    assert {code: bool(row["value"]) for code, row in shown.items()} == {
        "jenis-kelamin": True, "usia": False, "pendidikan": False, "pekerjaan": False, "layanan": False,
    }  # fmt: skip
    assert all(row["respondents"] for row in shown.values())
    assert shown["usia"]["reason"].startswith("bersama hasil III-2024, IV-2024, angka kelompok II-2024S")


def test_a_format_that_is_not_installed_is_refused_with_what_to_install(workspace, monkeypatch):
    monkeypatch.setattr(
        export, "FORMATS", {**FORMATS, "parquet": replace(FORMATS["parquet"], needs=("no_duckdb",))}
    )
    ((code, message),) = refusal(workspace, PERIOD, formats=("csv", "parquet"))
    assert (code, "no_duckdb" in message) == ("L620", True)
    assert not (workspace / "ekspor").exists()


def test_a_period_without_a_result_is_refused(workspace):
    assert [code for code, _ in refusal(workspace, parse_period("I-2025"))] == ["L501"]


def test_figures_that_their_answers_deny_are_refused_as_in_a_report(workspace):
    change(workspace, "IV-2024", lambda document: document.update(answers=1))
    assert [code for code, _ in refusal(workspace, PERIOD)] == ["L505"]
    assert not (workspace / "ekspor").exists()


def test_what_the_settings_still_have_to_say_is_told_once_for_all_periods(workspace):
    (workspace / "ipak.yaml").write_text("unit:\n  name: GANTI Nama Unit\n", encoding="utf-8")
    made = make_export(workspace, *export.stored_periods(OpenWorkspace(workspace)))
    assert [each.code for each in made.problems].count("G411") == 1


def test_where_nothing_is_stored_there_is_nothing_to_export(workspace):
    shutil.rmtree(workspace / "hasil")
    with pytest.raises(ProblemsFoundError):
        export.stored_periods(OpenWorkspace(workspace))


def test_the_targets_of_the_settings_stand_in_the_data(workspace):
    (workspace / "ipak.yaml").write_text("targets:\n  items: {I11: 3.5}\n", encoding="utf-8")
    files = export.render_export(OpenWorkspace(workspace), [PERIOD]).files
    (row,) = (row for row in csv_rows(files["items.csv"]) if row["item"] == "I11")
    assert (row["mean"], row["target"], row["meets_target"]) == ("3.50", "3.5", "true")


@pytest.mark.parametrize("license_name", ["Milik kami", "https://contoh.id/lisensi", "a" * 61])
def test_a_licence_that_is_no_name_of_one_is_a_fault_of_the_settings(workspace, license_name):
    with (workspace / "ipak.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nexport:\n  license: {license_name}\n")
    ((_, message),) = refusal(workspace, PERIOD)
    assert license_name[:10] in message or "license" in message
