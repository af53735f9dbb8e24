"""What fuzzing begins with: small sound inputs of every kind that a reader takes."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from ipak_cli.rubric.load import load_rubric
from makers import ods, ole, pekppp_workbook, xls, xlsb
from makers.exports import example_rows, table
from makers.hostile import book, pack, parts, row, texts, worksheet
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROOT = Path(__file__).parents[2]


def files() -> Iterable[bytes]:
    """Yield a small file of every kind that is opened."""
    yield book(row(1, "Nama", "4") + row(3, "Budi", "4.5"))
    rows = (
        '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'
        '<row r="2"><c r="A2"><f>1+1</f></c><c r="C2" s="1"><v>0.5</v></c>'
        '<c r="D2" s="2"><v>45000.5</v></c></row>'
        '<row><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>ya</v></c><c t="d"><v>2024-01-02</v></c></row>'
    )
    after = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    yield pack(
        parts({"S": worksheet(rows, before='<dimension ref="A1:D3"/>', after=after), "T": worksheet("")})
        | {"xl/sharedStrings.xml": texts("a", "<b>x</b>")}
    )
    rows = (
        '<!-- a --><row r="1" hidden="1"><c r="A1" s="1"><f>B1&amp;"a"</f><v>0.5</v></c>'
        '<c r="B1" t="str"><f t="shared" si="0"/><v>ya</v></c><c r="C1" t="e"><v>#N/A</v></c></row>'
        '<row r="2"><c r="A2" t="d"><v>2024-07-01T11:12:01.5Z</v></c></row><?a b?>'
        "<extLst><ext><c><v>1</v></c></ext></extLst>"
    )
    yield pack(parts({"S": worksheet(rows)}) | {"customXml/item1.xml": "<a/>".encode("utf-16")})
    yield ods.ods(
        ods.sheet(
            "S",
            ods.row(ods.text_cell("Nama"), ods.number_cell("4")),
            ods.row(ods.number_cell("0.5", "percentage")),
        ),
        ods.sheet("T", ods.row(ods.text_cell("a", 'table:number-columns-repeated="3"')), style="ta2"),
    )
    yield from binary_files()
    yield from pages()
    yield ods.fods(ods.sheet("S", ods.row(ods.text_cell("Nama"), ods.number_cell("4"))))
    yield pack({"a.csv": "Nama,U1\nBudi,4\n", "__MACOSX/._a.csv": "x"})
    yield from tables()


def binary_files() -> Iterable[bytes]:
    """Yield xlsb and old Excel, in and out of a container."""
    sheet = xlsb.XlsbSheet(
        "S", xlsb.row(0) + xlsb.shared(0, 0) + xlsb.real(1, 4.5, xlsb.PERCENT), xlsb.merged(0, 1, 0, 1)
    )
    yield xlsb.xlsb([sheet], texts=("Nama",))
    cells = xls.shared(0, 0, 0) + xls.number(0, 1, 4.5, xls.DATE) + xls.boolean(1, 0, 1) + xls.error(1, 1, 23)
    old = xls.XlsSheet(
        "S", cells + xls.formula(2, 0, struct.pack("<d", 4)) + xls.hidden_row(2) + xls.merged(0, 1, 0, 1)
    )
    yield xls.stream([old], texts=("Nama",))
    yield xls.xls([old], texts=("Nama",))
    made = ole.Made()
    made.add_stream("WORKBOOK", xls.stream([old], texts=("Nama",)))
    made.close_small()
    yield made.written()
    alone = xls.record(0x204, struct.pack("<HHHH", 0, 0, 0, 4) + b"Nama") + xls.number(0, 1, 4, 0)
    yield xls.record(0x809, struct.pack("<HH", 0, 0x10)) + alone + xls.record(0x0A)
    yield xls.stream([old], extra=xls.record(0x2F, struct.pack("<HHH", 1, 1, 1) + bytes(48)))


def pages() -> Iterable[bytes]:
    """Yield web pages with a table, and a workbook of Excel 2003 in XML."""
    yield (
        b"<br/><b>Notice</b>: x<br/><table border=1><thead><tr><th colspan=2>Judul</th></tr></thead>"
        b"<tr><td rowspan=2>Nama&nbsp;<td x:num='3.91'>3,9<tr style='display:none'><td>4<table><tr><td>a"
        b"</table><tr><td>b<td>c</table><p>Kepala</p></html>"
    )
    yield "\ufeff<table><tr><td>Nama<td>U1<tr><td>é<td>4</table>".encode("utf-16-le")
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    yield (
        f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:s="{name}"><Styles><Style s:ID="p">'
        '<Display s:Format="0%"/></Style></Styles><Worksheet s:Name="S"><Table>'
        '<Row s:Index="2" s:Hidden="1"><Cell s:MergeAcross="1" s:StyleID="p"><Data s:Type="Number">0.5</Data>'
        '</Cell><Cell s:Index="4"><Data s:Type="DateTime">2024-12-05T09:12:33.000</Data>'
        "</Cell></Row></Table></Worksheet></Workbook>"
    ).encode()


def tables() -> Iterable[bytes]:
    """Yield survey tables as text, in several separators and encodings."""
    rubric = load_rubric("ipak-ipkp").rubric
    plain = table(rubric, [[4] * 14, [1, 2, 3, 4] * 3 + [4, "4 - Sangat baik"], ["★★★"] * 14])
    for rows, mark, encoding in (
        (plain, ",", "utf-8"), (plain, ";", "utf-8-sig"), (plain, "\t", "utf-16"),
        (example_rows(1)[:4], ",", "cp1252"),
    ):  # fmt: skip
        lines = (mark.join(f'"{"" if cell is None else cell}"' for cell in cells) for cells in rows)
        yield "\r\n".join(lines).encode(encoding, errors="replace")


def f03_tables() -> Iterable[bytes]:
    """Yield answers to the users' survey of PEKPPP."""
    yield b"Timestamp,Nama,1. Kesesuaian waktu,P2\n2024/12/05 9:12,Budi,5,0\n2024/12/06 9:12,Siti,4,3\n"
    yield b"P1;P2\n4,0;3\n;5\n"
    yield b"Rapor\n\nPertanyaan\tUsia\n5\t30\n"
    yield b"No,layanan1,layanan2,Wilayah\n1,4/5,5,1\n2,4 - Baik,80%,2\nRata-rata,4,5\n\n,5,5\n"
    yield b"No;1;2;3;4;5;6;7;8;9;10;11\n1;5;5;5;5;5;5;5;5;5;5;5\n2;4,5/5;5;5;5;5;5;5;5;5;5;4-Mei\n"
    yield b"Persyaratan mudah,Toilet,Waktu pelayanan\n5,Baik,2024/05/04\n4,Sangat Baik,2024/05/05\n"


def workbooks() -> Iterable[bytes]:
    """Yield a filled self-assessment of the small instrument."""
    filled = (
        pekppp_workbook.claims(pekppp_workbook.claim_row(1, 3, "a.pdf; b.pdf", "catatan", 100)),
        pekppp_workbook.facts(
            pekppp_workbook.fact_row("F01-01", "ya", "c.pdf"), pekppp_workbook.fact_row("F02-01", 4)
        ),
        pekppp_workbook.origin(),
    )
    made = openpyxl.Workbook()
    made.remove(made.active)
    for sheet in filled:
        page = made.create_sheet(sheet.name)
        for cells in sheet.rows:
            page.append(cells)
    packed = io.BytesIO()
    made.save(packed)
    yield packed.getvalue()


def answers() -> Iterable[bytes]:
    """Yield answers as people write them, and cells that are no text."""
    written = (
        "4",
        "4.0",
        "4 - Sangat baik",
        "Bintang 4",
        "★★★☆",
        "4★",
        "Sangat Setuju",
        "#REF!",
        "50%",
        "N/A",
        "-",
        "٤",
    )
    yield from (text.encode() for text in written)
    yield from _other_cells()


def times() -> Iterable[bytes]:
    """Yield times as exports print them, and cells that are no text."""
    written = (
        "2024/12/05 9:12:33 AM GMT+7", "26/06/2026 14:30:05", "05-12-2024 09.12.33",
        "Senin, 5 Desember 2024 pukul 9.30 WIB",
        "December 5, 2024", "2024-12-05T09:12:33Z", "45600.5", "5 Des 24", "31/02/2024",
    )  # fmt: skip
    yield from (text.encode() for text in written)
    yield from _other_cells()


def comments() -> Iterable[bytes]:
    """Yield comments that name somebody."""
    yield b"Tolong hubungi Pak Budi Santoso di WA 0812-3456-7890, terima kasih"
    yield "budi at contoh dot id, ig: @budi_s, www.contoh.id/x; buka 08.00 – 16.00; Rp 10.000,00".encode()
    yield b"NIP 19800101 200501 1 002, (021) 555 1234; http://contoh.example/a?b=1#c nama saya Siti"


def periods() -> Iterable[bytes]:
    """Yield periods as they are written."""
    return (
        b"IV-2024",
        b"4/2024",
        b"2024-Q4",
        b"Q4 2024",
        b"TW IV 2024",
        b"Triwulan III Tahun 2024",
        b"II\xe2\x80\x932024",
    )


def yamls() -> Iterable[bytes]:
    """Yield rubrics of both kinds and the example's settings."""
    yield SMALL.encode()
    yield SMALL_PEKPPP.encode()
    yield (_ROOT / "examples" / "ipak.yaml").read_bytes()
    yield b"version: 1\nunit: {name: 'a'}\nperiods:\n  IV-2024: &a {population: 4}\n  I-2024: *a\n"


def assessor_cells() -> Iterable[bytes]:
    """Yield what assessors write into a workbook, and cells that are no text."""
    written = (
        "ya",
        "Tidak",
        "3",
        "4,5",
        "2 Januari 2025",
        "31/12/2024",
        "2024-12-31",
        "IV-2024",
        "a.pdf; b.pdf\nc.jpg",
        "tetap",
    )
    yield from (text.encode() for text in written)
    yield from _other_cells()


def evidence() -> Iterable[bytes]:
    """Yield names of evidence."""
    return (
        b"01/sk.pdf",
        b"a\\..\\b.pdf",
        b"../x",
        b"C:/x",
        b"https://contoh.example/a",
        b"file:///x",
        b"~/x",
        b"./a/../b",
        b"CON",
    )


def documents() -> Iterable[bytes]:
    """Yield the example's stored results."""
    return (path.read_bytes() for path in sorted((_ROOT / "examples" / "hasil").glob("IV-2024/*.json")))


def _other_cells() -> Iterable[bytes]:
    yield from (b"\x00\x04", b"\x00" + b"\xff" * 40, b"\x02a", b"\x03#REF!", b"\x04")
    yield from (
        bytes([kind]) + struct.pack("<d", value)
        for kind in (1, 5)
        for value in (4, 4.5, -0.0, 1e300, 45600.5)
    )
    yield from (bytes([kind]) + struct.pack("<q", 3_900_000_000) for kind in (6, 7))
