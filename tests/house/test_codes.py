"""Codes that other tests meet in a process of their own, or nowhere else: each by what causes it."""

from __future__ import annotations

import errno
import re
from datetime import date
from pathlib import Path

import pytest

from ipak_cli import catalogue
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.cli.app import run
from ipak_cli.cli.outcome import refused_output
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.typed import validate
from ipak_cli.rubric.types import Model
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.run import inputs
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.store import InputKind, load, store
from makers import runs
from makers.exports import table, write_csv
from makers.refusing_disk import refusing

EXAMPLES = Path(__file__).parents[2] / "examples"
SURVEY = str(EXAMPLES / "masuk" / "ipak-ipkp-2024-tw3.xlsx")
ASSESSMENT = str(EXAMPLES / "masuk" / "pekppp-2024.xlsx")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("U901", ["explain", "X999"]),
        ("K208", ["score", SURVEY, "--sheet", "Tidak ada"]),
        ("E307", ["pekppp", "assess", ASSESSMENT, "--quarter", "I-2021"]),
    ],
)
def test_a_command_tells_what_it_cannot_use(capsys, code, arguments):
    run(arguments)
    assert f" {code} " in capsys.readouterr().err


@pytest.mark.parametrize("command", [["score"], ["rubric", "new", "--yes"]])
def test_a_sheet_of_a_file_without_sheets_is_refused_without_a_list_of_none(tmp_path, capsys, command):
    answers = write_csv(tmp_path / "jawaban.csv", table(load_rubric("ipak-ipkp").rubric, [[4] * 14] * 5))
    assert run([*command, str(answers), "--sheet", "Rekap"]) == 1
    told = capsys.readouterr().err
    assert " K219 " in told
    assert "None" not in told


def test_an_assessment_without_a_period_is_shown_and_not_stored(tmp_path, capsys):
    (tmp_path / "ipak.yaml").touch()
    assert run(["pekppp", "template", "kosong.xlsx"]) == 0
    run(["pekppp", "assess", "kosong.xlsx"])
    assert " E309 " in capsys.readouterr().err
    assert not (tmp_path / "hasil").exists()


def test_output_that_cannot_be_written_is_told(capfd):
    assert refused_output(OSError(28, "No space left on device")) != 0
    assert "U904" in capfd.readouterr().err


def test_a_name_that_the_system_refuses_is_told():
    with pytest.raises(ProblemsFoundError) as refused:
        open_any(Path("jawaban\0.xlsx"))
    assert [each.code for each in refused.value.problems] == ["F102"]


def test_a_result_that_the_drive_does_not_give_is_told(tmp_path):
    period = parse_period("IV-2024")
    path = store(tmp_path, InputKind.SURVEY, period, "{}")
    with refusing("read", path, errno.EIO), pytest.raises(ProblemsFoundError) as refused:
        load(tmp_path, InputKind.SURVEY, period)
    assert [each.code for each in refused.value.problems] == ["G431"]


class Dated(Model):
    """Settings with a value of a type that has no sentence of its own."""

    day: date


def test_a_value_that_fits_in_no_other_way_is_told_with_its_line():
    read, faults = validate(read_document(b"version: 1\nday: 2024-13-45\n", "x.yaml"), Dated)
    assert read is None
    assert ("R630", 2) in [(each.code, each.where.line) for each in faults]


def test_an_answer_that_was_not_given_is_a_note_where_the_rubric_allows_it(capsys):
    text = (EXAMPLES.parent / "rubrics" / "ipak-ipkp.yaml").read_text(encoding="utf-8")
    own = text.replace("blank: error", "blank: missing").replace("id: ipak-ipkp", "id: sendiri")
    Path("sendiri.yaml").write_text(own, encoding="utf-8")
    rows = table(load_rubric("sendiri.yaml").rubric, [[4] * 14] * 5 + [[None, *[4] * 13]])
    write_csv(Path("jawaban.csv"), rows)
    run(["score", "jawaban.csv", "--rubric", "sendiri.yaml"])
    assert " J311 " in capsys.readouterr().err


def test_a_bug_with_one_input_is_told_and_the_run_goes_on(tmp_path, monkeypatch):
    folder = runs.workspace(tmp_path / "unit", "ipak-ipkp-2024-tw3.xlsx")

    def fail(*_):
        raise RuntimeError("a bug")

    monkeypatch.setattr(inputs, "_take", fail)
    done = runs.run(folder)
    assert "D645" in [each.code for each in done.workspaces[0].problems]


def test_no_two_entries_have_one_code():
    folder = Path(catalogue.__file__).parent
    codes = [
        code
        for path in sorted(folder.glob("*.py"))
        for code in re.findall(r'Entry\("(\w+)"', path.read_text("utf-8"))
    ]
    assert sorted(codes) == sorted(set(codes))
    assert len(codes) > 500
