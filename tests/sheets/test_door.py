from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys

import pytest

from ipak_cli.problems import ProblemsFoundError
from ipak_cli.sheets.door import open_any
from makers.hostile import MAIN, book, pack, parts, row, texts, with_lying_size, worksheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
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
        ("terkunci.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "F106"),
        ("halaman.xls", b"<html><table><tr><td>4</td></tr></table></html>", "F107"),
        ("halaman2.xls", b"\xef\xbb\xbf  <!DOCTYPE html><html></html>", "F107"),
        ("halaman3.xls", "\ufeff<html><table></table></html>".encode("utf-16-le"), "F107"),
        ("laporan.xlsx", b"%PDF-1.7\n", "F107"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "F107"),
        ("surat.xlsx", pack({"word/document.xml": "<w/>"}), "F107"),
        ("arsip.zip", pack({"catatan.txt": "a"}), "F107"),
        ("surat.doc", OLE + "WordDocument".encode("utf-16-le"), "F107"),
        ("acak.xlsx", bytes(range(256)) * 4, "F107"),
        ("lama.xml", b'<?xml version="1.0"?><Workbook/>', "F107"),
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


def bomb(unpacked):
    return book("<row/>" * (unpacked // 6))


def many_entries():
    return pack({f"bagian{number}.xml": "" for number in range(11_000)})


def wrong_checksum():
    place = HONEST.rindex(b"PK\x01\x02", 0, HONEST.rindex(b"xl/worksheets/sheet1.xml"))
    return HONEST[: place + 16] + b"\1\2\3\4" + HONEST[place + 20 :]


HOSTILE = {
    "unpacks to 119 MB": lambda: bomb(119_000_000),
    "many entries": many_entries,
    "a size that lies low": lambda: with_lying_size(bomb(50_000_000), "xl/worksheets/sheet1.xml", 1000),
    "a size that lies high": lambda: with_lying_size(HONEST, "xl/worksheets/sheet1.xml", 1 << 31),
    "a wide rectangle": lambda: book(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "a row beyond the grid": lambda: book('<row r="4294967297"><c r="A4294967297"><v>1</v></c></row>'),
    "a cell beyond the grid": lambda: book('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'),
    "cells in every 900th row and a wide one": lambda: book(
        "".join(f'<row r="{n}"><c r="ZZ{n}"><v>1</v></c></row>' for n in range(1, 1_048_577, 900))
    ),
    "shared texts that lie": lambda: pack(
        parts({"S": worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')})
        | {"xl/sharedStrings.xml": texts("a", head='count="4294967295" uniqueCount="18446744073709551615"')}
    ),
    "exponential entities": lambda: pack(
        parts(
            {
                "S": '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
                + worksheet(row(1, "&c;"))
            }
        )
    ),
    "a million empty rows": lambda: book("".join(f'<row r="{n}"/>' for n in range(1, 1_048_577))),
    "many comments": lambda: book("<!-- -->" * 500_000),
    "deep nesting": lambda: book("<a>" * 100_000),
    "many merges": lambda: book(
        row(1, "4"), after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 300_000 + "</mergeCells>"
    ),
    "one long text": lambda: book(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>'
        + random.Random(1).randbytes(20_000_000).hex()  # noqa: S311  noise that does not pack
        + "</t></is></c></row>"
    ),
    "many styles": lambda: pack(
        parts({"S": worksheet(row(1, "4"))})
        | {
            "xl/styles.xml": f"<styleSheet {MAIN}><cellXfs>"
            + '<xf numFmtId="9"/>' * 60_000
            + "</cellXfs></styleSheet>"
        }
    ),
    "many sheets": lambda: pack(parts({f"S{n}": worksheet(row(1, "4")) for n in range(3000)})),
    "wrong checksum": wrong_checksum,
}


MEASURED = """
import json, re, sys, time
from pathlib import Path
import pandas, python_calamine
from ipak_cli.problems import ProblemsFoundError
from ipak_cli.sheets.door import open_any
start = time.process_time()
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
print(json.dumps([codes, time.process_time() - start, peak, "openpyxl" in sys.modules]))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_no_hostile_file_takes_long_or_much_memory_or_ends_the_process(tmp_path, name):
    path = tmp_path / "respons.xlsx"
    path.write_bytes(HOSTILE[name]())
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    codes, seconds, megabytes, openpyxl = json.loads(done.stdout)
    print(f"{name}: {codes} {seconds:.2f} s {megabytes} MB")  # noqa: T201  shown with -rP
    assert seconds < 2
    assert megabytes < 200
    assert not openpyxl


@pytest.mark.parametrize("far", ["A1048576", "XFD1048576"])
def test_a_stray_cell_costs_less_than_a_second_and_150_megabytes(tmp_path, far):
    path = tmp_path / "respons.xlsx"
    path.write_bytes(book(row(1, "Nama") + row(2, "4") + f'<row r="1048576"><c r="{far}"><v>1</v></c></row>'))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, timeout=60, check=True
    )
    codes, seconds, megabytes, _ = json.loads(done.stdout)
    assert codes == ["F112"]
    assert seconds < 1
    assert megabytes < 150
