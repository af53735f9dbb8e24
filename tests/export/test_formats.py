"""The three formats hold the same values, and programs of others read them."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from io import BytesIO, StringIO

import duckdb
import fastparquet
import openpyxl
import pandas as pd
import pytest

from ipak_cli.export.columns import TABLES
from ipak_cli.export.dictionary import Column, FilledTable, Kind, Table
from ipak_cli.export.formats import FORMATS
from ipak_cli.export.rows import filled_tables
from makers.exported import csv_rows, sheet_rows
from makers.report_material import material, survey

GIVEN = ((2, 0, 3, 20), (0, 1, 0, 24), (0, 0, 0, 0), *((1, 1, 1, 22),) * 11)
FILLED = filled_tables([material(survey(GIVEN, population=30))])
COLUMNS = (
    Column("name", Kind.TEXT, "Nama", "Nama."),
    Column("n", Kind.WHOLE, "N", "N."),
    Column("value", Kind.NUMBER, "Nilai", "Nilai."),
    Column("day", Kind.DAY, "Hari", "Hari."),
    Column("yes", Kind.FLAG, "Ya", "Ya."),
)
TEXTS = (
    "=1+1",
    "+62",
    "-1",
    "@nama",
    'Kata "dalam" kutip',
    "Satu, dua",
    "Dua\nbaris",
    "Bu Sari’s — 5–10 th",
    "x\x01y",
)


def one_table(*rows):
    names = [column.name for column in COLUMNS]
    table = Table("satu", "Satu", "Satu.", COLUMNS, ("name",))
    return [FilledTable(table, [dict(zip(names, row, strict=True)) for row in rows])]


def read_parquet(data, tmp_path, name="x.parquet"):
    path = tmp_path / name
    path.write_bytes(data)
    with duckdb.connect() as database:
        found = database.read_parquet(str(path))
        return found.columns, found.types, found.fetchall()


def plain(value):
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case _:
            return str(value)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_tables_give_the_same_bytes(name):
    assert FORMATS[name].render(FILLED) == FORMATS[name].render(FILLED)


@pytest.mark.parametrize("filled", FILLED, ids=lambda filled: filled.table.name)
def test_the_text_files_hold_every_value(filled):
    rows = csv_rows(FORMATS["csv"].render(FILLED)[f"{filled.table.name}.csv"])
    assert [[*row.values()] for row in rows] == [[plain(value) for value in row] for row in filled.cells]
    assert all([*row] == [column.name for column in filled.table.columns] for row in rows)


@pytest.mark.parametrize("filled", FILLED, ids=lambda filled: filled.table.name)
def test_the_workbook_holds_every_value_as_what_it_is(filled):
    rows = sheet_rows(FORMATS["xlsx"].render(FILLED)["data-survei.xlsx"], filled.table.name)
    for found, wanted in zip(rows, filled.cells, strict=True):
        for cell, value in zip(found.values(), wanted, strict=True):
            if isinstance(value, Decimal):
                assert Decimal(str(cell)) == value
            elif isinstance(value, dt.date):
                assert cell.date() == value
            else:
                assert (type(cell), cell) == (type(value), value)


@pytest.mark.parametrize("filled", FILLED, ids=lambda filled: filled.table.name)
def test_parquet_holds_every_value_with_its_type(filled, tmp_path):
    data = FORMATS["parquet"].render(FILLED)[f"{filled.table.name}.parquet"]
    names, types, rows = read_parquet(data, tmp_path)
    assert names == [column.name for column in filled.table.columns]
    wanted = {Kind.TEXT: "VARCHAR", Kind.WHOLE: "BIGINT", Kind.DAY: "DATE", Kind.FLAG: "BOOLEAN"}
    assert [str(each) for each in types] == [
        wanted.get(column.kind, f"DECIMAL(18,{column.places})") for column in filled.table.columns
    ]
    assert rows == [*filled.cells]


def test_a_second_reader_of_parquet_finds_the_same(tmp_path):
    files = FORMATS["parquet"].render(FILLED)
    path = tmp_path / "items.parquet"
    path.write_bytes(files["items.parquet"])
    with path.open("rb") as file:
        found = fastparquet.ParquetFile(file).to_pandas()
    (items,) = (filled for filled in FILLED if filled.table.name == "items")
    assert found["n"].tolist() == [row["n"] for row in items.rows]
    means = [None if pd.isna(value) else Decimal(f"{value:.2f}") for value in found["mean"]]
    assert means == [row["mean"] for row in items.rows]
    assert found["text"].tolist() == [row["text"] for row in items.rows]


def test_pandas_and_duckdb_read_the_text_files(tmp_path):
    data = FORMATS["csv"].render(FILLED)["items.csv"]
    (items,) = (filled for filled in FILLED if filled.table.name == "items")
    frame = pd.read_csv(StringIO(data.decode()))
    assert frame["n"].tolist() == [row["n"] for row in items.rows]
    assert frame["mean"].isna().tolist() == [row["mean"] is None for row in items.rows]
    path = tmp_path / "items.csv"
    path.write_bytes(data)
    with duckdb.connect() as database:
        found = database.read_csv(str(path)).aggregate("sum(n), avg(mean)").fetchall()[0]
    known = [row["mean"] for row in items.rows if row["mean"] is not None]
    assert found[0] == sum(row["n"] for row in items.rows)
    assert found[1] == pytest.approx(float(sum(known) / len(known)))


def test_text_has_no_mark_a_point_and_the_line_ends_of_the_standard():
    data = FORMATS["csv"].render(one_table(("é", 1, Decimal("3.50"), dt.date(2024, 12, 31), True)))[
        "satu.csv"
    ]
    assert data == "name,n,value,day,yes\r\né,1,3.50,2024-12-31,true\r\n".encode()


def test_nothing_is_written_as_nothing():
    data = FORMATS["csv"].render(
        one_table(("a", None, None, None, None), ("b", 0, Decimal("0.00"), None, False))
    )
    assert data["satu.csv"] == b"name,n,value,day,yes\r\na,,,,\r\nb,0,0.00,,false\r\n"


def test_no_text_becomes_a_formula_or_loses_a_letter(tmp_path):
    tables = one_table(*((text, None, None, None, None) for text in TEXTS))
    texts = [row["name"] for row in csv_rows(FORMATS["csv"].render(tables)["satu.csv"])]
    assert texts == [f"'{text}" if text[0] in "=+-@" else text for text in TEXTS]
    sheet = sheet_rows(FORMATS["xlsx"].render(tables)["data-survei.xlsx"], "satu")
    assert [row["name"] for row in sheet] == [
        text.replace("\x01", "\N{REPLACEMENT CHARACTER}") for text in TEXTS
    ]
    _, _, rows = read_parquet(FORMATS["parquet"].render(tables)["satu.parquet"], tmp_path)
    assert [row[0] for row in rows] == [*TEXTS]


def test_a_table_without_rows_keeps_its_columns(tmp_path):
    tables = one_table()
    assert FORMATS["csv"].render(tables)["satu.csv"] == b"name,n,value,day,yes\r\n"
    assert sheet_rows(FORMATS["xlsx"].render(tables)["data-survei.xlsx"], "satu") == []
    names, _, rows = read_parquet(FORMATS["parquet"].render(tables)["satu.parquet"], tmp_path)
    assert (names, rows) == ([column.name for column in COLUMNS], [])


def test_the_workbook_begins_with_what_each_column_means():
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].render(FILLED)["data-survei.xlsx"]))
    assert book.sheetnames == ["kamus", *TABLES]
    rows = [*book["kamus"].iter_rows(min_row=2, values_only=True)]
    assert [(table, column) for table, column, *_ in rows] == [
        (table.name, column.name) for table in TABLES.values() for column in table.columns
    ]


def test_a_format_says_what_it_lacks():
    missing = replace(FORMATS["parquet"], needs=("duckdb", "no_such_module"))
    assert missing.lacks == ("no_such_module",)
    assert FORMATS["csv"].lacks == ()
