"""``ipak score --xlsx``: the workpaper as an office asks for it."""

import json

import pytest

from ipak_cli.cli.app import run
from makers.engines import stored
from makers.exports import EXAMPLES

FILE = str(EXAMPLES / "ipak-ipkp-2024-tw4.xlsx")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["--xlsx", "--kertas-kerja"])
def test_it_is_written_and_told(name, tmp_path, capsys):
    assert run(["score", FILE, name, "kertas.xlsx"]) == 0
    assert "Kertas kerja ditulis: kertas.xlsx" in capsys.readouterr().err
    assert "Jawaban" in stored((tmp_path / "kertas.xlsx").read_bytes())


@pytest.mark.parametrize("name", ["--without-answers", "--tanpa-jawaban"])
def test_for_circulation_it_holds_no_answers(name, tmp_path):
    assert run(["score", FILE, "--xlsx", "kertas.xlsx", name, "--quiet"]) == 0
    assert "Jawaban" not in stored((tmp_path / "kertas.xlsx").read_bytes())


def test_without_a_workpaper_there_are_no_answers_to_leave_out(tmp_path, capsys):
    assert run(["score", FILE, "--tanpa-jawaban"]) == 2
    assert "--xlsx OUT.xlsx" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_a_file_that_stands_is_never_replaced(tmp_path, capsys):
    (tmp_path / "kertas.xlsx").write_text("catatan pemeriksa", encoding="utf-8")
    assert run(["score", FILE, "--xlsx", "kertas.xlsx"]) == 1
    assert " L590 kertas.xlsx:" in capsys.readouterr().err
    assert (tmp_path / "kertas.xlsx").read_text(encoding="utf-8") == "catatan pemeriksa"


def test_the_document_on_standard_output_stays_the_same(capsys):
    assert run(["score", FILE, "--json"]) == 0
    alone = capsys.readouterr().out
    assert run(["score", FILE, "--json", "--xlsx", "kertas.xlsx"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(alone)
