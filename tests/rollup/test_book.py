"""The workbook of many units: every figure a number, read back by openpyxl and as LibreOffice shows it."""

import csv
import io
import subprocess
from dataclasses import replace
from fractions import Fraction

import openpyxl
import pytest

from ipak_cli.base.figures import NotScored, figure, half_up
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rollup.book import workbook
from ipak_cli.rollup.conversion import converted
from ipak_cli.rollup.result import CellState
from ipak_cli.rollup.words import PREDICATE, STATES
from makers.engines import NEEDS_OFFICE, SOFFICE
from makers.rollups import rollup_of

GIVEN = rollup_of(30)
SHOWN = converted(GIVEN)
DATA = workbook(GIVEN)
SHEETS = ["Ringkasan", "Sebaran", "Unit x Periode", "Indeks", "Kesenjangan", "PEKPPP", "Masalah"]


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(DATA))


def head_row(sheet):
    return int("".join(c for c in sheet.auto_filter.ref.split(":")[0] if c.isdigit()))


def rows_of(sheet):
    """Return the rows of a sheet's table by its heads."""
    rows = [*sheet.iter_rows(min_row=head_row(sheet), values_only=True)]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def value(each):
    """Return what a cell must hold for a figure: its 16 digits, or the words that stand for it."""
    return figure(each) if isinstance(each, NotScored) else float(f"{float(each):.16G}")


def test_it_has_its_sheets_each_with_a_filter_frozen_heads_and_a4_on_its_side(book):
    assert book.sheetnames == SHEETS
    for sheet in book:
        head = head_row(sheet)
        assert sheet.freeze_panes == f"C{head + 1}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows == f"${head}:${head}"
        wide = sheet.title == "Unit x Periode"
        assert (sheet.page_setup.fitToHeight == 0) == (not wide)
        assert bool(sheet.col_breaks.brk) == wide


def test_the_totals_hold_every_figure_both_ways(book):
    rows = [row for row in rows_of(book["Ringkasan"]) if row["Indeks"] != "F-02"]
    expected = [(total, code) for total in SHOWN.totals for code in total.indices]
    with_figures = [row for row in rows if row["Indeks"]]
    assert len(with_figures) == len(expected) == 2 * len(GIVEN.totals) - 2
    for (total, code), row in zip(expected, with_figures, strict=True):
        index = total.indices[code]
        assert (row["Kelompok"], row["Periode"]) == (total.group or "Semua unit", total.period)
        assert row["Rubrik"] == f"{total.rubric.id} {total.rubric.version}"
        assert (row["Responden"], row["Indeks"]) == (total.respondents, code)
        assert (row["Unit dengan nilai"], row["Jawaban"]) == (index.units, index.answers)
        assert row["Rata-rata unit"] == value(index.mean_of_units)
        assert row["Seluruh jawaban digabung"] == value(index.pooled)
        assert row["Terendah"] == value(index.lowest)
        assert row["Median"] == value(index.median)
        assert row["Tertinggi"] == value(index.highest)
        assert [row[f"Unit {word}"] for word in ("naik", "turun", "belum dapat dibedakan")] == [
            index.risen, index.fallen, index.unsure,
        ]  # fmt: skip
    [hidden] = [row for row in rows if not row["Indeks"]]
    [total] = [total for total in GIVEN.totals if total.hidden]
    assert hidden["Keterangan"] == say(total.hidden)
    assert hidden["Responden"] is None


def test_the_mean_of_the_self_assessments_stands_below_the_totals(book):
    rows = [row for row in rows_of(book["Ringkasan"]) if row["Indeks"] == "F-02"]
    expected = [
        (each.group or "Semua unit", each.period, each.units, value(each.f02)) for each in GIVEN.pekppp
    ]
    heads = ("Kelompok", "Periode", "Unit dengan nilai", "Rata-rata unit")
    assert [tuple(row[head] for head in heads) for row in rows] == expected


def test_the_units_by_period_hold_every_index_and_respondent_or_say_why_not(book):
    for unit, row in zip(SHOWN.units, rows_of(book["Unit x Periode"]), strict=True):
        assert (row["Unit"], row["Nama"], row["Induk"], row["Wilayah"]) == (
            unit.unit, unit.name, unit.parent, unit.region,
        )  # fmt: skip
        assert row["Tipe"] == unit.attributes["tipe"]
        for cell in unit.surveys:
            shown = [row[f"{name} {cell.period}"] for name in ("IPAK", "IPKP", "Responden")]
            if cell.state is CellState.SCORED:
                means = [value(cell.indices[code].mean) for code in ("IPAK", "IPKP")]
                assert shown == [*means, cell.respondents]
            else:
                assert shown == [STATES[cell.state]] * 3


def test_the_indices_hold_every_figure_and_every_reason(book):
    rows = iter(rows_of(book["Indeks"]))
    count = 0
    for unit in GIVEN.units:
        for cell in unit.surveys:
            if cell.state is not CellState.SCORED:
                row = next(rows)
                assert (row["Unit"], row["Periode"], row["Keadaan"]) == (
                    unit.unit, cell.period, STATES[cell.state],
                )  # fmt: skip
                assert row["Nilai"] is None
                assert row["Keterangan"] == say(cell.reason) if cell.reason else row["Keterangan"]
                continue
            for code, index in cell.indices.items():
                row = next(rows)
                assert (row["Unit"], row["Periode"], row["Indeks"]) == (unit.unit, cell.period, code)
                assert (row["Responden"], row["Mutu"]) == (cell.respondents, index.band)
                assert (row["Nilai"], row["Poin ZI"]) == (value(index.mean), value(index.points))
                if isinstance(index.mean, Fraction):
                    assert row["Nilai konversi"] == value(index.mean * 25)
                else:
                    assert row["Keterangan"].startswith(say(index.mean.reason))
                assert (row["Selang 95% bawah"], row["Selang 95% atas"]) == (
                    pytest.approx(index.low), pytest.approx(index.high),
                )  # fmt: skip
                assert row["Perubahan"] == (value(index.change.size) if index.change else None)
                assert [row[f"Syarat {name}"] for name in ("WBK", "WBBM")] == [
                    PREDICATE[cell.predicates[name]] for name in ("WBK", "WBBM")
                ]
                count += 1
    assert next(rows, None) is None
    assert count > 400


def test_the_gaps_are_those_periods_that_miss_or_cannot_be_used(book):
    expected = [
        (unit.unit, cell.period, STATES[cell.state])
        for unit in GIVEN.units
        for cell in unit.surveys
        if cell.state in {CellState.MISSING, CellState.FAULTY}
    ]
    rows = rows_of(book["Kesenjangan"])
    assert [(row["Unit"], row["Periode"], row["Keadaan"]) for row in rows] == expected
    assert len(expected) > 10
    assert all(row["Keterangan"] for row in rows)


def test_the_self_assessments_hold_every_figure(book):
    cells = [(unit, cell) for unit in GIVEN.units for cell in unit.pekppp]
    for (unit, cell), row in zip(cells, rows_of(book["PEKPPP"]), strict=True):
        assert (row["Unit"], row["Periode"], row["Kategori"]) == (unit.unit, cell.period, cell.category)
        assert (row["F-02"], row["IPP"]) == (value(cell.f02), value(cell.ipp))
        assert row["Lengkap"] == ("ya" if cell.complete else "belum")


def test_the_distributions_add_up_to_what_the_totals_say(book):
    rows = rows_of(book["Sebaran"])
    first = GIVEN.totals[0]
    mine = [row for row in rows if (row["Kelompok"], row["Periode"]) == ("Semua unit", first.period)]
    answers = {row["Nilai"]: row["Banyaknya"] for row in mine if row["Apa"] == "Jawaban"}
    states = {row["Nilai"]: row["Banyaknya"] for row in mine if row["Apa"] == "Hasil, unit"}
    assert answers == dict(first.distribution)
    assert states == {STATES[state]: count for state, count in first.units.items()}
    assert sum(states.values()) == len(GIVEN.units)


def test_every_problem_is_there(book):
    assert [(row["Kode"], row["Bobot"]) for row in rows_of(book["Masalah"])] == [
        ("B706", "galat"), ("B708", "peringatan"),
    ]  # fmt: skip


def test_a_name_that_begins_like_a_formula_stays_a_text():
    name = '=HYPERLINK("http://contoh.invalid")'
    given = replace(GIVEN, units=(replace(GIVEN.units[0], name=name),))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(given)))["Unit x Periode"]
    cell = sheet.cell(head_row(sheet) + 1, 2)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)


def test_the_same_roll_up_gives_the_same_bytes():
    assert workbook(rollup_of(30)) == DATA


def test_a_roll_up_of_nothing_is_a_workbook_too():
    empty = replace(GIVEN, periods=(), units=(), totals=(), pekppp=(), problems=())
    assert openpyxl.load_workbook(io.BytesIO(workbook(empty))).sheetnames == SHEETS


@NEEDS_OFFICE
def test_libreoffice_shows_each_index_as_the_screen_rounds_it(tmp_path):
    # 3.125 and 3.135 lie half-way, and no float is 3.135.
    first, second = (
        replace(cell, indices={**cell.indices, "IPAK": replace(cell.indices["IPAK"], mean=Fraction(mean))})
        for cell, mean in zip(GIVEN.units[2].surveys[:2], ("3.125", "3.135"), strict=True)
    )
    units = (
        replace(GIVEN.units[2], surveys=(first, second, *GIVEN.units[2].surveys[2:])), *GIVEN.units[3:],
    )  # fmt: skip
    (tmp_path / "rekap.xlsx").write_bytes(workbook(replace(GIVEN, units=units)))
    subprocess.run(
        [
            SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,3",
            "--outdir", str(tmp_path), str(tmp_path / "rekap.xlsx"),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    [made] = tmp_path.glob("*.csv")
    rows = [*csv.reader(made.read_text("utf-8").splitlines())]
    head = next(number for number, row in enumerate(rows) if row[:2] == ["Unit", "Nama"])
    shown = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]
    assert (shown[0]["IPAK I-2023"], shown[0]["IPAK II-2023"]) == ("3.13", "3.14")
    for unit, row in zip(units, shown, strict=True):
        for cell in unit.surveys:
            mean = cell.indices["IPAK"].mean if cell.state is CellState.SCORED else None
            assert row[f"IPAK {cell.period}"] == (half_up(mean) if mean else STATES[cell.state])
