"""The names in a workspace's list of staff are in nothing that a score or a run makes."""

import json

import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.workspace.layout import Destination
from makers.exports import example_rows, write_xlsx
from makers.runs import arrive, run

TOOL = Tool("ipak", "0")


@pytest.fixture
def office(tmp_path):
    """A workspace with an export whose respondents name somebody in small letters."""
    (tmp_path / "ipak.yaml").write_text("unit: {name: Kantor Contoh}\n", encoding="utf-8")
    header, *rows = example_rows(4)
    rows = [[*row, "zorbal judes", "Loket zorbal"] for row in rows]
    path = tmp_path / "luar.xlsx"
    write_xlsx(path, [[*header, "Kritik", "Jenis layanan"], *rows])
    arrive(tmp_path, "jawaban.xlsx", path.read_bytes())
    path.unlink()
    return tmp_path


def name_staff(office):
    (office / "pegawai.txt").write_text("Zorbal Quintix\n", encoding="utf-8")


def everything(office):
    made = (
        path
        for name in ("hasil", "laporan", ".ipak")
        for path in (office / name).rglob("*")
        if path.is_file()
    )
    return b"\n".join(path.read_bytes() for path in made).lower()


def texts(office):
    found = json.loads((office / "hasil" / "IV-2024" / "survey.json").read_bytes())
    return {each["text"] for each in found["suggestions"]["shown"]}


def test_a_score_shows_no_name_of_the_list(office):
    name_staff(office)
    result = score_files(ScoreRequest((office / "masuk" / "jawaban.xlsx",)), None, Destination(office), TOOL)
    assert "[dihapus] judes" in {each.text for each in result.suggestions.shown}
    assert b"zorbal" not in everything(office)


def test_a_run_counts_again_when_the_list_changes(office):
    run(office)
    assert "zorbal judes" in texts(office)

    name_staff(office)
    run(office, nights=1)

    assert "[dihapus] judes" in texts(office)
    assert b"zorbal" not in (office / "hasil" / "IV-2024" / "survey.json").read_bytes()


def test_a_list_that_did_not_change_makes_no_work(office):
    name_staff(office)
    run(office)
    before = (office / "hasil" / "IV-2024" / "survey.json").stat().st_mtime_ns
    run(office, nights=1)
    assert (office / "hasil" / "IV-2024" / "survey.json").stat().st_mtime_ns == before
