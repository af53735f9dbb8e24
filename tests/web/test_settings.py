"""The settings and the follow-up plan as forms of the page: kept with their comments, checked, never lost."""

import html
import re

import pytest

from makers.exports import EXAMPLES
from makers.pages import served
from makers.runs import workspace

SETTINGS = """\
version: 1
# Nama unit kami.
unit:
  name: Balai Uji Mutu
signatory:
  name: Rina Hartati   # dengan gelar
  position: Kepala Balai
periods:
  IV-2024:
    population: 24
targets:
  default: 4
"""


@pytest.fixture
def office(tmp_path):
    folder = workspace(tmp_path / "unit")
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def client(office, tmp_path):
    with served(office, tmp_path / "sementara") as found:
        found.visit()
        yield found


def fields(page):
    """Return what a page's form would send: the values of its fields by their names."""
    found = {}
    for tag in re.findall(r"<input\b[^>]*>", page):
        name = re.search(r'name="([^"]*)"', tag)
        if name:
            found[html.unescape(name[1])] = html.unescape(re.search(r'value="([^"]*)"', tag)[1])
    for name, text in re.findall(r'<textarea\b[^>]*name="([^"]*)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL):
        found[html.unescape(name)] = html.unescape(text)
    for name, options in re.findall(r'<select\b[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r"<option selected>([^<]*)<", options)
        found[html.unescape(name)] = html.unescape(chosen[1]) if chosen else ""
    return found


def key(*path):
    return "isi:[" + ", ".join(f'"{part}"' for part in path) + "]"


def settings(office):
    return (office / "ipak.yaml").read_text("utf-8")


def test_the_page_shows_what_the_settings_say(client):
    shown = fields(client.get("/setelan").text)
    assert shown[key("unit", "name")] == "Balai Uji Mutu"
    assert shown[key("periods", "IV-2024", "population")] == "24"
    assert shown[key("targets", "default")] == "4"


def test_sending_the_page_as_it_is_changes_nothing(client, office):
    answer = client.post("/setelan", fields(client.get("/setelan").text))
    assert answer.status == 303
    assert settings(office) == SETTINGS


def test_a_change_stands_in_its_line_and_every_comment_stays(client, office):
    sent = fields(client.get("/setelan").text) | {
        key("unit", "name"): "Balai Uji Mutu Baru",
        key("unit", "city"): "Palu",
    }
    assert client.post("/setelan", sent).status == 303
    text = settings(office)
    assert "  name: Balai Uji Mutu Baru\n" in text
    assert "  city: Palu\n" in text
    assert text.replace("Mutu Baru", "Mutu").replace("  city: Palu\n", "") == SETTINGS
    assert (office / "ipak.yaml.lama").read_text("utf-8") == SETTINGS


@pytest.mark.parametrize(
    ("path", "typed", "label"),
    [
        (("unit", "name"), "", "Nama unit"),
        (("signatory", "position"), "", "Jabatan penanda tangan"),
        (("report", "link"), "survei.contoh.example", "Tautan survei"),
        (("targets", "default"), "sembilan", "Target semua butir"),
        (("targets", "items", "I1"), "9", "Target I1"),
        (("periods", "IV-2024", "population"), "dua puluh", "Jumlah pengunjung IV-2024"),
        (("periods", "IV-2024", "signed"), "31 Februari 2025", "Tanggal tanda tangan IV-2024"),
        (("rubrics", "survey"), "tidak-ada", "Rubrik survei"),
    ],
)
def test_a_fault_is_shown_at_its_field_and_nothing_is_kept(client, office, path, typed, label):
    sent = fields(client.get("/setelan").text) | {key(*path): typed}
    answer = client.post("/setelan", sent)
    assert answer.status == 422
    faulty = [
        tag for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", answer.text) if "aria-invalid" in tag
    ]
    assert len(faulty) == 1
    assert html.escape(key(*path)) in html.unescape(faulty[0]).replace('"', "&#34;") or key(
        *path
    ) in html.unescape(faulty[0])
    assert f"<b>{label}</b>" in answer.text
    assert fields(answer.text)[key(*path)] == typed
    assert settings(office) == SETTINGS


def test_a_warning_is_shown_at_its_field_and_the_change_is_kept(client, office):
    answer = client.post("/setelan", fields(client.get("/setelan").text) | {key("signatory", "nip"): "123"})
    assert answer.status == 200
    assert "Perubahan disimpan" in answer.text
    assert "<b>NIP penanda tangan</b>" in answer.text
    assert "  nip: 123" in settings(office).splitlines()


def test_two_pages_that_change_different_things_both_keep_theirs(client, office):
    first, second = (fields(client.get("/setelan").text) for _ in range(2))
    assert client.post("/setelan", first | {key("unit", "city"): "Palu"}).status == 303
    answer = client.post("/setelan", second | {key("unit", "parent"): "Dinas Uji"})
    assert (answer.status, "Perubahan disimpan" in answer.text) == (200, True)
    assert {"  city: Palu", "  parent: Dinas Uji"} <= set(settings(office).splitlines())


def test_two_pages_that_change_one_thing_the_later_is_told_and_loses_nothing(client, office):
    first, second = (fields(client.get("/setelan").text) for _ in range(2))
    assert client.post("/setelan", first | {key("unit", "city"): "Palu"}).status == 303
    answer = client.post("/setelan", second | {key("unit", "city"): "Poso"})
    assert answer.status == 422
    assert "  city: Palu" in settings(office).splitlines()
    assert fields(answer.text)[key("unit", "city")] == "Poso"
    assert "“Palu”" in answer.text


def test_who_was_told_of_the_others_change_decides_by_sending_again_and_reverts_nothing_else(client, office):
    first, second = (fields(client.get("/setelan").text) for _ in range(2))
    theirs = {key("unit", "city"): "Palu", key("unit", "parent"): "Dinas Uji"}
    assert client.post("/setelan", first | theirs).status == 303
    told = client.post("/setelan", second | {key("unit", "city"): "Poso"})
    assert "tekan “Simpan” sekali lagi" in told.text
    assert fields(told.text)[key("unit", "parent")] == "Dinas Uji"
    assert client.post("/setelan", fields(told.text)).status == 303
    assert {"  city: Poso", "  parent: Dinas Uji"} <= set(settings(office).splitlines())


def test_lines_of_a_browser_become_entries_of_a_list(client, office):
    sent = fields(client.get("/setelan").text) | {key("directors"): "Satu Nama\r\nDua Nama\r\n"}
    assert client.post("/setelan", sent).status == 303
    assert "- Satu Nama\n  - Dua Nama" in settings(office) or "- Satu Nama\n- Dua Nama" in settings(office)


def test_a_plan_is_kept_in_its_period(client, office):
    name = "ipak-ipkp-2024-tw4.xlsx"
    content = (EXAMPLES / name).read_bytes()
    place = client.post("/berkas", files=[("berkas", name, content)]).headers["location"]
    assert client.post(f"{place}/simpan").status == 303
    part = ("periods", "IV-2024", "follow_up", "I11")
    sent = fields(client.get("/tindak-lanjut/IV-2024").text)
    sent |= {key(*part, "actions"): "Menambah petugas", key(*part, "pic"): "Kepala Tata Usaha"}
    assert client.post("/tindak-lanjut/IV-2024", sent).status == 303
    assert {"- Menambah petugas", "pic: Kepala Tata Usaha"} <= {
        line.strip() for line in settings(office).splitlines()
    }


def test_a_plan_without_an_action_is_told_at_its_field(client, office):
    name = "ipak-ipkp-2024-tw4.xlsx"
    content = (EXAMPLES / name).read_bytes()
    place = client.post("/berkas", files=[("berkas", name, content)]).headers["location"]
    client.post(f"{place}/simpan")
    before = settings(office)
    part = ("periods", "IV-2024", "follow_up", "I11")
    sent = fields(client.get("/tindak-lanjut/IV-2024").text) | {key(*part, "pic"): "Kepala Tata Usaha"}
    answer = client.post("/tindak-lanjut/IV-2024", sent)
    assert answer.status == 422
    assert "<b>Tindakan I11</b>" in answer.text
    assert settings(office) == before
