from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.tables import zipped
from ipak_cli.tables.open import open_any
from makers.hostile import book, row

CSV = b"Nama,U1\r\nBudi,4\r\n"
NAME = "Survei Kepuasan.csv"


def pack(parts: dict[str, bytes], **more) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def opened(tmp_path, data: bytes, name: str = f"{NAME}.zip"):
    path = tmp_path / name
    path.write_bytes(data)
    return open_any(path)


def refused(tmp_path, data: bytes):
    with pytest.raises(ProblemsFoundError) as found:
        opened(tmp_path, data)
    (problem,) = found.value.problems
    assert problem.where.file == f"{NAME}.zip"
    return problem


def rows(book_) -> list[list[object]]:
    return next(sheet.head() for sheet in book_.sheets if sheet.head()[0][0] == "Nama")


@pytest.mark.parametrize(
    "others",
    [
        {},
        {"__MACOSX/": b"", f"__MACOSX/._{NAME}": b"\0\5", ".DS_Store": b"\0"},
        {"folder/": b"", "folder\\": b""},
        {f"~${NAME}": b"x"},
    ],
    ids=["alone", "from a Mac", "folders", "open in Excel"],
)
@pytest.mark.parametrize("name", [NAME, f"unduhan/{NAME}", "DATA.CSV", "a.tsv"])
def test_the_one_table_in_a_zip_is_read_and_nothing_is_said(tmp_path, name, others):
    content = CSV.replace(b",", b"\t") if name.endswith("tsv") else CSV
    data = pack({name: content, **others})
    book_ = opened(tmp_path, data)
    assert rows(book_) == [["Nama", "U1"], ["Budi", "4"]]
    assert book_.problems == ()
    assert book_.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_every_encoding_of_text_is_read(tmp_path, encoding):
    book_ = opened(tmp_path, pack({NAME: "Nama,U1\nSiti é,4\n".encode(encoding)}))
    assert rows(book_) == [["Nama", "U1"], ["Siti é", "4"]]


def test_pieces_and_problems_have_the_rows_of_the_table_and_the_name_of_the_zip(tmp_path):
    sheet = opened(tmp_path, pack({NAME: CSV + b"Siti,3\r\n" * 100})).sheets[0]
    assert [piece.rows[0] for piece in sheet.pieces(50)] == [1, 51, 101]
    assert sheet.file == f"{NAME}.zip"


def test_a_quotation_without_end_is_told_with_its_row(tmp_path):
    sheet = next(s for s in opened(tmp_path, pack({NAME: CSV + b'"Siti,3'})).sheets)
    with pytest.raises(ProblemsFoundError) as found:
        list(sheet.pieces())
    assert [(each.code, str(each.where)) for each in found.value.problems] == [("F154", f"{NAME}.zip:3")]


def test_equal_rows_that_pack_a_thousand_times_are_read(tmp_path):
    data = pack({NAME: b"Nama,U1\r\n" + b"Budi,4\r\n" * 1_000_000})
    assert len(data) < 40_000
    assert sum(len(piece.rows) for piece in opened(tmp_path, data).sheets[0].pieces()) == 1_000_001


def test_other_files_beside_the_table_are_told(tmp_path):
    (problem,) = opened(tmp_path, pack({NAME: CSV, "baca.txt": b"a", "foto/a.jpg": b"\xff"})).problems
    assert problem.code == "F171"
    assert "“baca.txt”, “a.jpg”" in message_of(problem)


@pytest.mark.parametrize(
    ("parts", "code", "words"),
    [
        ({"a.csv": CSV, "b.csv": CSV}, "F167", "2 tabel: “a.csv”, “b.csv”"),
        ({"a.csv": CSV, "b.xlsx": b"x"}, "F167", "“b.xlsx”"),
        ({f"{n}.csv": CSV for n in range(9)}, "F167", "9 tabel: “0.csv”, “1.csv”, “2.csv”, …"),
        ({"a.xlsx": b"x"}, "F166", "“a.xlsx”"),
        ({"a.zip": pack({"a.csv": CSV})}, "F166", "“a.zip”"),
        ({"a.html": b"<table></table>"}, "F166", "“a.html”"),
        ({"a.numbers": b"x"}, "F166", "“a.numbers”"),
        ({"a.txt": b"halo"}, "F107", "tanpa tabel"),
        ({}, "F107", "kosong"),
        ({"__MACOSX/a.csv": CSV}, "F107", "kosong"),
        ({"a.csv": b""}, "F150", ""),
        ({"a.csv": bytes(100)}, "F151", ""),
    ],
    ids=[
        "two tables", "a table and a workbook", "many", "a workbook", "an archive", "a page", "of Numbers",
        "no table", "empty", "only what Mac adds", "an empty table", "no text",
    ],
)  # fmt: skip
def test_what_is_not_one_table_gets_its_own_sentence(tmp_path, parts, code, words):
    problem = refused(tmp_path, pack(parts))
    assert problem.code == code
    assert words in message_of(problem)


def test_a_table_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(zipped, "MOST_BYTES", 10)
    assert refused(tmp_path, pack({NAME: CSV})).code == "F109"


def test_a_table_may_unpack_to_what_is_usual_for_the_size_of_its_zip(tmp_path, monkeypatch):
    table = CSV + b"Budi,4\n" * 2_000
    data = pack({NAME: table})
    monkeypatch.setattr(zipped, "ALWAYS", len(table) - zipped.TIMES * len(data))
    assert rows(opened(tmp_path, data))[1] == ["Budi", "4"]
    monkeypatch.setattr(zipped, "ALWAYS", len(table) - zipped.TIMES * len(data) - 1)
    assert refused(tmp_path, data).code == "F109"


def test_a_locked_zip_is_told(tmp_path):
    data = bytearray(pack({NAME: CSV}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(tmp_path, bytes(data)).code == "F173"


@pytest.mark.parametrize("place", [5, 15])
def test_a_damaged_table_is_told(tmp_path, place):
    data = bytearray(pack({NAME: CSV * 40}))
    data[data.index(NAME.encode()) + len(NAME) + place] ^= 0x55
    assert refused(tmp_path, bytes(data)).code == "F108"


def test_a_zip_under_another_name_is_told(tmp_path):
    assert [each.code for each in opened(tmp_path, pack({NAME: CSV}), "respons.csv").problems] == ["F111"]


def test_a_workbook_is_no_zip_of_tables(tmp_path):
    assert opened(tmp_path, book(row(1, "Nama", "4")), "a.xlsx").problems == ()
