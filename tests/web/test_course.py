"""The trend and the runs as pages: what the stored documents say, and nothing else."""

import json
import re
import shutil

import pytest

from ipak_cli.web.last_runs import last_runs
from makers.exports import EXAMPLES
from makers.pages import served
from makers.runs import BROKEN, arrive, run, workspace

UNIT = EXAMPLES.parent


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tren")
    for name in ("hasil", "masuk"):
        shutil.copytree(UNIT / name, folder / "unit" / name)
    shutil.copy(UNIT / "ipak.yaml", folder / "unit")
    with served(folder / "unit", folder / "sementara") as found:
        found.visit()
        yield found


def test_the_trend_shows_each_stored_index(client):
    page = client.get("/tren").text
    for path in (UNIT / "hasil").glob("*/survey.json"):
        for index in json.loads(path.read_text("utf-8"))["indices"].values():
            assert f"<b>{index['mean']['rounded'].replace('.', ',')}</b>" in page


def test_the_trend_says_of_a_change_what_the_exact_test_says(client):
    assert "belum dapat dibedakan" in client.get("/tren").text


def test_the_runs_of_a_workspace_without_any_are_told(client):
    answer = client.get("/riwayat")
    assert answer.status == 200
    assert "belum pernah" in answer.text
    for word in ("D650", "Menunggu dikerjakan", "Bermasalah"):
        assert word not in answer.text


def test_the_first_page_lists_every_period(client):
    page = client.get("/").text
    for path in (UNIT / "hasil").iterdir():
        assert f'href="/periode/{path.name}"' in page


def test_the_trend_is_drawn_as_the_report_draws_it_with_words_for_who_does_not_see_it(client):
    page = client.get("/tren").text
    report = (UNIT / "laporan" / "IV-2024" / "laporan.html").read_text("utf-8")
    drawings = re.findall(r'<svg [^>]*aria-labelledby="gambar-tren-.*?</svg>', report, re.DOTALL)
    assert len(drawings) == 2
    for drawing in drawings:
        assert drawing in page
    assert "Diagram garis dari TW I 2024 sampai TW IV 2024" in page
    assert ".chart.narrow" in client.get("/laman.css").text


def test_a_trend_of_one_period_has_a_table_and_no_chart(tmp_path):
    shutil.copytree(UNIT / "hasil" / "IV-2024", tmp_path / "unit" / "hasil" / "IV-2024")
    (tmp_path / "unit" / "ipak.yaml").write_text("version: 1\n", "utf-8")
    with served(tmp_path / "unit", tmp_path / "sementara") as client:
        client.visit()
        page = client.get("/tren").text
    assert "<b>3,90</b>" in page
    assert "<svg" not in page


@pytest.fixture(scope="module")
def nights(tmp_path_factory):
    """A workspace after three nights: one that scored a file, one that met a broken one, one without work."""
    folder = tmp_path_factory.mktemp("malam")
    office = workspace(folder / "unit", "ipak-ipkp-2024-tw3.xlsx")
    run(office)
    arrive(office, "rusak.xlsx", BROKEN)
    run(office, nights=1)
    with served(office, folder / "sementara") as found:
        found.visit()
        yield found


def test_the_last_runs_are_told_with_their_problems_the_newest_first(nights):
    page = nights.get("/riwayat").text
    runs = re.findall(r'id="kerja-\d+">(.*?)</article>', page, re.DOTALL)
    assert len(runs) == 2
    assert "Galat F108" in runs[0]
    assert "rusak.xlsx: Berkas rusak" in runs[0]
    assert "Peringatan L507" in runs[1]
    assert "laporan III-2024: selesai" in runs[1]
    assert re.search(r"\d\d-\d\d-\d{4} pukul \d\d\.\d\d", runs[0])


def test_the_first_page_leads_to_a_run_that_failed(nights, client):
    words = "Pekerjaan otomatis yang terakhir tidak selesai"
    assert words in nights.get("/").text
    assert words not in client.get("/").text


def test_a_run_that_failed_is_told_by_the_offices_clock(nights):
    page = nights.get("/riwayat").text
    assert "<dt>Terakhir gagal</dt><dd>04-01-2025 pukul 09.00 WIB" in page


def test_of_a_long_run_the_worst_is_shown_and_the_rest_counted(tmp_path):
    office = workspace(tmp_path / "unit")
    log = office / ".ipak" / "ipak.log"
    log.parent.mkdir()
    lines = [f"2025-01-03T02:00:00+0700 [malam] CATATAN survei {n}.csv: selesai" for n in range(25)]
    lines += ["2025-01-03T02:00:00+0700 [malam] GALAT F108 x.csv: Berkas rusak", "bukan baris log"]
    log.write_text("\n".join(lines), "utf-8")
    (found,) = last_runs(office)
    assert (found.lines[0].code, found.lines[0].text, len(found.lines), found.more) == (
        "F108",
        "x.csv: Berkas rusak",
        20,
        6,
    )
