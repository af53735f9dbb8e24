from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.open import open_any
from makers.hostile import HOSTILE, book, pack, parts, row, worksheet
from makers.xls import container

HONEST = book(row(1, "Nama", "4"))


def refused(path):
    with pytest.raises(ProblemsFoundError) as caught:
        open_any(path)
    (found,) = caught.value.problems
    assert found.where.file == path.name
    return found


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kosong.xlsx", b"", "F104"),
        ("kosong.csv", b"", "F104"),
        ("~$respons.xlsx", b"\x05Budi", "F105"),
        ("terpotong.xlsx", HONEST[:-40], "F108"),
        ("terpotong2.xlsx", HONEST[:200], "F108"),
        ("terkunci.xlsx", container(b"x", "EncryptedPackage"), "F106"),
        ("halaman.xls", b"<html><table><tr><td>4</td></tr></table></html>", "F107"),
        ("halaman2.xls", b"\xef\xbb\xbf  <!DOCTYPE html><html></html>", "F107"),
        ("halaman3.xls", "\ufeff<html><table></table></html>".encode("utf-16-le"), "F107"),
        ("laporan.xlsx", b"%PDF-1.7\n", "F107"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "F107"),
        ("surat.xlsx", pack({"word/document.xml": "<w/>"}), "F107"),
        ("arsip.zip", pack({"catatan.txt": "a"}), "F107"),
        ("arsip.zip", pack({"b/laporan.xlsx": "a"}), "F166"),
        ("surat.doc", container(b"x", "WordDocument"), "F107"),
        ("acak.xlsx", bytes(range(256)) * 4, "F107"),
        ("lama.xml", b'<?xml version="1.0"?><Workbook/>', "F107"),
        ("halaman.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n", "F168"),
        ("respons.xls", b"From: <Disimpan>\nMIME-Version: 1.0\nContent-Location: file:///a.htm\n", "F168"),
        ("surel.eml", b"Subject: Hasil\nMIME-Version: 1.0\nContent-Type: text/plain\n\nHalo", "F107"),
        ("respons.gsheet", b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "F172"),
        ("respons.gsheet", b'{"":"WARNING! DO NOT EDIT","doc_id":"1","email":"a"}', "F172"),
        ("respons.json", b'[{"Nama": "Budi"}]', "F107"),
        ("respons.numbers", pack({"Index/Document.iwa": "a", "preview.jpg": "b"}), "F169"),
        ("respons.numbers", pack({"index.apxl": "a"}), "F169"),
        ("respons.numbers", pack({"Index.zip": "a", "Metadata/BuildVersionHistory.plist": "b"}), "F169"),
        ("data.accdb", b"\0\1\0\0Standard ACE DB\0" + b"\0" * 99, "F107"),
        ("data.sav", b"$FL2@(#) SPSS DATA FILE" + b"\0" * 99, "F107"),
        ("foto.heic", b"\0\0\0\x18ftypheic" + b"\0" * 99, "F107"),
        ("kosong.xlsx", b"\0" * 4096, "F107"),
        ("teks.txt", "Nama\tU1\nBudi\t4\n".encode("utf-16-le"), "F174"),
        ("lembar.slk", b"ID;PWXL;N;E\r\nC;Y1;X1;K4\r\nE\r\n", "F107"),
        ("pintasan.url", b"[InternetShortcut]\nURL=https://contoh.example\n", "F107"),
        ("surat.fodt", b'<?xml version="1.0"?><office:document office:mimetype="x"/>', "F107"),
        ("pesan.msg", container(b"x", "__properties_version1.0"), "F107"),
        ("lama.xls", b"\t\0\4\0\2\0\x10\0\n\0\0\0", "F165"),
        ("pesan.xls", b"\r\nNotice: x" + container(b"x"), "F108"),
        ("pesan.xlsx", b"\xef\xbb\xbf" + HONEST, "F108"),
        ("buku.epub", pack({"mimetype": "application/epub+zip"}), "F107"),
    ],
)
def test_what_cannot_be_read_gets_one_plain_sentence(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path).code == code


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    assert refused(tmp_path / "tidak-ada.xlsx").code == "F101"
    assert refused(tmp_path).code == "F103"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path):
    path = tmp_path / "respons.xlsx"
    path.write_bytes(HONEST)
    path.chmod(0)
    assert refused(path).code == "F102"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    path = tmp_path / "pipa.xlsx"
    os.mkfifo(path)
    assert refused(path).code == "F103"


def test_csv_named_xlsx_is_read_with_a_warning(tmp_path):
    path = tmp_path / "respons.xlsx"
    path.write_text("Nama;U1\nBudi;4\n")
    book_ = open_any(path)
    assert [found.code for found in book_.problems] == ["F158"]
    assert any(sheet.head() == [["Nama", "U1"], ["Budi", "4"]] for sheet in book_.sheets)


def test_a_workbook_under_another_name_is_read_with_a_warning(tmp_path):
    path = tmp_path / "respons.csv"
    path.write_bytes(HONEST)
    book_ = open_any(path)
    assert [found.code for found in book_.problems] == ["F111"]
    assert book_.sheets[0].head() == [["Nama", 4]]


def test_the_digest_is_that_of_the_file(tmp_path):
    path = tmp_path / "respons.xlsm"
    path.write_bytes(HONEST)
    assert open_any(path).sha256 == hashlib.sha256(HONEST).hexdigest()


def test_xlsm_is_read_and_its_macros_are_not(tmp_path):
    path = tmp_path / "respons.xlsm"
    path.write_bytes(pack(parts({"S": worksheet(row(1, "Nama"))}) | {"xl/vbaProject.bin": b"\xcc" * 5000}))
    assert open_any(path).sheets[0].head() == [["Nama"]]


MOST_CALLS = 1_000_000
"""Calls of functions that a small file may cost; one that hangs meets the time-out."""
MEASURED = """
import json, re, sys
from pathlib import Path
import pandas
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.open import open_any
calls = 0
def count(frame, event, what):
    global calls
    calls += event in ("call", "c_call")
sys.setprofile(count)
try:
    book = open_any(Path(sys.argv[1]))
    for sheet in book.sheets:
        sheet.head()
        for piece in sheet.pieces():
            pass
    codes = [found.code for found in book.problems]
except ProblemsFoundError as refused:
    codes = [found.code for found in refused.problems]
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
sys.setprofile(None)
print(json.dumps([codes, calls, peak, "openpyxl" in sys.modules]))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_no_hostile_file_takes_much_work_or_memory_or_ends_the_process(tmp_path, name):
    path = tmp_path / "respons.xlsx"
    path.write_bytes(HOSTILE[name]())
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    codes, calls, megabytes, openpyxl = json.loads(done.stdout)
    print(f"{name}: {codes} {calls} calls {megabytes} MB")  # noqa: T201  shown with -rP
    assert calls < MOST_CALLS
    assert megabytes < 200
    assert not openpyxl


@pytest.mark.parametrize("far", ["A1048576", "XFD1048576"])
def test_a_stray_cell_costs_little_work_and_150_megabytes(tmp_path, far):
    path = tmp_path / "respons.xlsx"
    path.write_bytes(book(row(1, "Nama") + row(2, "4") + f'<row r="1048576"><c r="{far}"><v>1</v></c></row>'))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, timeout=60, check=True
    )
    codes, calls, megabytes, _ = json.loads(done.stdout)
    assert codes == ["F112"]
    assert calls < MOST_CALLS
    assert megabytes < 150


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"<p>Nama</p>,U1\nBudi,4\n", [["<p>Nama</p>", "U1"], ["Budi", "4"]]),
        (b"Notice: pengisi,U1\nBudi,4\n", [["Notice: pengisi", "U1"], ["Budi", "4"]]),
        (b"From: nama,U1\nBudi,4\n", [["From: nama", "U1"], ["Budi", "4"]]),
        (b"ID;P1\nA;4\n", [["ID", "P1"], ["A", "4"]]),
        (b"BMI,U1\nBudi,4\n", [["BMI", "U1"], ["Budi", "4"]]),
        (b"\tNama\nBudi\t4\n", [[None, "Nama"], ["Budi", "4"]]),
    ],
)
def test_a_table_of_text_that_begins_like_another_kind_is_read(tmp_path, content, rows):
    path = tmp_path / "respons.csv"
    path.write_bytes(content)
    assert rows in [sheet.head() for sheet in open_any(path).sheets]


PREFIXED = (
    b"<ss:Workbook xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><ss:Worksheet ss:Name='S'>"
    b"<ss:Table><ss:Row><ss:Cell><ss:Data ss:Type='String'><html:B xmlns:html='x'>Nama</html:B></ss:Data>"
    b"</ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>"
)


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"Rekap Survei\n<table border=1><tr><td>Nama<td>U1<tr><td>Budi<td>4</table>", ["F177"]),
        (b"<?xml version='1.0'?><html><table><tr><td>Nama<td>U1<tr><td>Budi<td>4</table></html>", ["F177"]),
        (b"<!-- a --><table><tr><td>Nama<td>U1<tr><td>Budi<td>4</table>", ["F177"]),
        (PREFIXED, []),
    ],
    ids=["a line above", "XHTML", "a comment first", "prefixes"],
)
def test_pages_and_workbooks_in_xml_are_told_apart(tmp_path, content, codes):
    path = tmp_path / "respons.xls"
    path.write_bytes(content)
    assert [found.code for found in open_any(path).problems] == codes


def test_unicode_text_as_excel_saves_it_is_read(tmp_path):
    path = tmp_path / "respons.txt"
    path.write_bytes("Nama\tU1\r\nSiti é\t4\r\n".encode("utf-16"))
    (sheet,) = open_any(path).sheets
    assert sheet.head() == [["Nama", "U1"], ["Siti é", "4"]]


def test_a_web_page_that_begins_with_many_messages_is_read(tmp_path):
    said = b"<br />\n<b>Warning</b>: Undefined index in <b>/a.php</b> on line <b>9</b><br />\n" * 300
    path = tmp_path / "respons.xls"
    path.write_bytes(said + b"<table><tr><td>Nama<td>U1<tr><td>Budi<td>4</table>")
    assert path.stat().st_size > 20_000
    assert open_any(path).sheets[0].pieces
    assert [found.code for found in open_any(path).problems] == ["F177"]
