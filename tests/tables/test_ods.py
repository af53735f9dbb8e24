from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from ipak_cli.base.problem import Problem, ProblemsFoundError
from ipak_cli.catalogue import files as phrases
from ipak_cli.tables import ods as module
from ipak_cli.tables.book import MOST_SHEETS
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from ipak_cli.tables.ods import open_flat_ods, open_ods
from ipak_cli.tables.open import open_any
from ipak_cli.tables.workbook import MergedRange
from makers.ods import fods, number_cell, ods, row, sheet, text_cell
from makers.work import calls_of

FILE = Path("respons.ods")
EMPTY = "<table:table-cell/>"


def cells_of(*cells: str):
    return open_ods(FILE, ods(sheet("Data", row(*cells)))).sheets[0].head()


def refusal(data: bytes) -> Problem:
    with pytest.raises(ProblemsFoundError) as found:
        open_ods(FILE, data)
    (problem,) = found.value.problems
    return problem


def cell(attributes: str, text: str = "") -> str:
    return f"<table:table-cell {attributes}>{text and f'<text:p>{text}</text:p>'}</table:table-cell>"


def test_texts_and_numbers_stand_where_the_file_puts_them():
    book = open_ods(
        FILE, ods(sheet("Data", row(text_cell("U1"), EMPTY, text_cell("U2")), row(number_cell("4"))))
    )
    assert book.sheets[0].head() == [["U1", None, "U2"], [4, None, None]]


def test_the_repeats_that_fill_a_sheet_up_to_its_end_cost_nothing():
    filler = '<table:table-cell table:number-columns-repeated="16383"/>'
    rest = row(
        '<table:table-cell table:number-columns-repeated="16384"/>',
        attributes='table:number-rows-repeated="1048575"',
    )
    book = open_ods(FILE, ods(sheet("Data", row(number_cell("4"), filler), rest)))
    assert book.sheets[0].head() == [[4]]
    assert book.problems == ()


def test_repeated_cells_and_rows_are_all_there():
    twice = row(
        number_cell("4", attributes='table:number-columns-repeated="2"'),
        attributes='table:number-rows-repeated="3"',
    )
    gap = row(EMPTY, attributes='table:number-rows-repeated="2"')
    book = open_ods(FILE, ods(sheet("Data", twice, gap, row(number_cell("1")))))
    assert book.sheets[0].head() == [[4, 4]] * 3 + [[None, None]] * 2 + [[1, None]]


def test_error_cells_are_error_cells():
    formula = 'table:formula="of:=[.#REF!]" office:value-type="string" office:string-value=""'
    libre = cell(f'{formula} calcext:value-type="error"', "#REF!")
    other = cell('table:formula="of:=1/0" office:value-type="string"', "#DIV/0!")
    assert cells_of(libre, other) == [[ErrorCell("#REF!"), ErrorCell("#DIV/0!")]]


def test_a_comment_that_says_na_or_none_stays_text():
    assert cells_of(text_cell("NA"), text_cell("None"), text_cell("#N/A")) == [["NA", "None", "#N/A"]]


def test_a_formula_without_a_value_is_no_blank():
    assert cells_of(cell('table:formula="of:=[.A2]"')) == [[UncachedFormula()]]


def test_numbers_percentages_booleans_and_infinity():
    cells = [
        number_cell("4.5"),
        number_cell("1", "percentage"),
        number_cell("5000", "currency"),
        cell('office:value-type="boolean" office:boolean-value="true"', "BENAR"),
        number_cell("1e999"),
    ]
    assert cells_of(*cells) == [[4.5, PercentCell(1), 5000, True, ErrorCell("#NUM!")]]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('office:value-type="date" office:date-value="2024-12-05"', date(2024, 12, 5)),
        (
            'office:value-type="date" office:date-value="2024-12-05T09:12:33"',
            datetime.fromisoformat("2024-12-05T09:12:33"),
        ),
        ('office:value-type="date" office:date-value="99999-12-05"', "yang tampak"),
        ('office:value-type="time" office:time-value="PT14H30M05S"', time(14, 30, 5)),
        ('office:value-type="time" office:time-value="PT30H00M00.5S"', timedelta(hours=30, milliseconds=500)),
        ('office:value-type="time" office:time-value="P1Y"', "yang tampak"),
    ],
)
def test_dates_and_times(attributes, expected):
    assert cells_of(cell(attributes, "yang tampak")) == [[expected]]


def test_paragraphs_spaces_and_tabs_are_kept_and_comments_are_not_text():
    text = (
        '<table:table-cell office:value-type="string"><office:annotation><dc:date>2024-01-01</dc:date>'
        "<text:p>catatan</text:p></office:annotation>"
        '<text:p>satu<text:s text:c="2"/>dua<text:tab/><text:span>ti<text:a>ga</text:a></text:span></text:p>'
        "<text:p>empat<text:line-break/>lima</text:p>"
        "<draw:frame><draw:text-box><text:p>gambar</text:p></draw:text-box></draw:frame></table:table-cell>"
    )
    assert cells_of(text) == [["satu  dua\ttiga\nempat\nlima"]]


def test_hidden_and_filtered_rows_are_told():
    rows = [
        row(number_cell("1")),
        row(number_cell("2"), attributes='table:visibility="collapse"'),
        row(number_cell("3"), attributes='table:visibility="filter" table:number-rows-repeated="2"'),
        row(EMPTY, attributes='table:visibility="filter" table:number-rows-repeated="1000000"'),
    ]
    assert open_ods(FILE, ods(sheet("Data", *rows))).sheets[0].hidden_rows == (2, 3, 4)


def test_merged_cells_and_hidden_sheets_are_told():
    wide = text_cell("Judul", 'table:number-columns-spanned="3" table:number-rows-spanned="2"')
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    book = open_ods(FILE, ods(sheet("A", row(EMPTY, wide, covered)), sheet("B", style="ta2")))
    assert book.sheets[0].merged == (MergedRange(1, 2, 2, 4),)
    assert [found.hidden for found in book.sheets] == [False, True]


def test_rows_in_groups_and_header_rows_count():
    rows = f"<table:table-header-rows>{row(text_cell('U1'))}</table:table-header-rows>"
    rows += f"<table:table-row-group>{row(number_cell('4'))}</table:table-row-group>"
    assert open_ods(FILE, ods(sheet("Data", rows))).sheets[0].head() == [["U1"], [4]]


def test_copies_of_other_files_and_tables_elsewhere_are_no_sheets():
    copied = sheet("'file:///a.ods'#$A", "<table:table-source/>", row(number_cell("1")))
    shapes = sheet("A", f"<table:shapes><draw:frame>{row(number_cell('9'))}</draw:frame></table:shapes>")
    book = open_ods(FILE, ods(copied, shapes))
    assert [(found.name, found.head()) for found in book.sheets] == [("A", [])]


def test_a_stray_cell_in_the_last_row_costs_nothing_and_is_told():
    gap = row(EMPTY, attributes='table:number-rows-repeated="1048574"')
    book = open_ods(FILE, ods(sheet("Data", row(number_cell("4")), gap, row(number_cell("1")))))
    assert [(found.code, found.where.cell) for found in book.problems] == [("F112", "A1048576")]


@pytest.mark.parametrize(
    "rows",
    [
        row(number_cell("4"), attributes='table:number-rows-repeated="1048577"'),
        row(number_cell("4", attributes='table:number-columns-repeated="16385"')),
        row('<table:table-cell table:number-columns-repeated="16384"/>', number_cell("4")),
        row(*[number_cell("4", attributes='table:number-columns-repeated="9999"')] * 2),
        row(attributes='table:number-rows-repeated="9999999999"') + row(number_cell("4")),
    ],
)
def test_cells_beyond_the_grid_are_refused(rows):
    assert refusal(ods(sheet("Data", rows))).code == "F113"


def test_a_repeat_bomb_is_refused_by_its_count():
    bomb = row(
        number_cell("4", attributes='table:number-columns-repeated="16384"'),
        attributes='table:number-rows-repeated="1048576"',
    )
    problem = refusal(ods(sheet("Data", bomb)))
    assert problem.code == "F109"
    assert problem.values == {"what": phrases.NUMBER_OF_FILLED_CELLS(), "limit": "500.000"}


@pytest.mark.parametrize(
    "rows",
    [
        row(attributes='table:number-rows-repeated="-1"'),
        row(attributes='table:number-rows-repeated="99999999999"'),
        row(number_cell("empat")),
        row(cell('office:value-type="float"')),
        row(row()),
        row(f"<table:table-cell>{EMPTY}</table:table-cell>"),
        row('<table:table-cell><text:p><text:s text:c="999999999"/></text:p></table:table-cell>'),
        "<table:table-row>",
    ],
)
def test_damage_is_one_plain_problem(rows):
    assert refusal(ods(sheet("Data", rows))).code == "F108"


@pytest.mark.parametrize("encoding", ["WTF-8", "shift_jis", "rot13"])
def test_an_encoding_that_no_program_writes_is_damage(encoding):
    data = ods(sheet("Data"), head="")
    content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml").replace(b"UTF-8", encoding.encode())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("content.xml", content)
    assert refusal(packed.getvalue()).code == "F108"


def test_spaces_that_a_file_only_counts_are_letters_too():
    spaced = row('<table:table-cell><text:p><text:s text:c="60000"/></text:p></table:table-cell>')
    assert open_ods(FILE, ods(sheet("Data", *[spaced] * 250))).sheets[0].head()
    assert refusal(ods(sheet("Data", *[spaced] * 270))).values["what"] == phrases.LENGTH_OF_ALL_TEXTS()


def test_as_many_sheets_are_read_as_anybody_makes_and_no_more():
    assert len(open_ods(FILE, ods(*[sheet("Data")] * MOST_SHEETS)).sheets) == MOST_SHEETS
    assert refusal(ods(*[sheet("Data")] * (MOST_SHEETS + 1))).code == "F109"


def test_a_dtd_is_refused():
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>'
    assert refusal(ods(sheet("Data"), head=bomb)).code == "F110"


def test_a_password_is_named():
    assert refusal(ods(sheet("Data"), manifest="<manifest:encryption-data/>")).code == "F178"


def test_equal_rows_that_pack_well_are_read(tmp_path):
    path = tmp_path / "respons.ods"
    path.write_bytes(ods(sheet("Data", row(number_cell("4"), text_cell("Sangat baik")) * 30_000)))
    assert zipfile.ZipFile(path).getinfo("content.xml").file_size > 100 * path.stat().st_size
    assert sum(len(piece.rows) for piece in open_any(path).sheets[0].pieces()) == 30_000


def test_parts_that_are_not_read_may_be_anything():
    """A picture of one colour packs well, macros have a DTD, and settings may be in UTF-16."""
    parts = {
        "Pictures/a.bmp": bytes(3 << 20),
        "Basic/script-lc.xml": b'<!DOCTYPE library:library PUBLIC "-//x" "library.dtd"><a/>',
        "layout.xml": "<a/>".encode("utf-16"),
    }
    packed = io.BytesIO(ods(sheet("Data", row(number_cell("4")))))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert open_ods(FILE, packed.getvalue()).sheets[0].head() == [[4]]


def test_a_flat_spreadsheet_is_read_as_a_packed_one(tmp_path):
    path = tmp_path / "respons.fods"
    path.write_bytes(fods(sheet("Data", row(text_cell("U1"), number_cell("4"))), sheet("B", style="ta2")))
    book = open_any(path)
    assert book.sheets[0].head() == [["U1", 4]]
    assert [each.hidden for each in book.sheets] == [False, True]
    assert book.problems == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (fods(sheet("Data"))[:-30], "F108"),
        (fods(sheet("Data"), mime="application/vnd.oasis.opendocument.text"), "F107"),
        (fods(sheet("Data"), head="<!DOCTYPE a>"), "F110"),
        (fods(), "F115"),
    ],
    ids=["cut", "a letter", "a DTD", "no sheet"],
)
def test_a_flat_file_that_is_no_sound_spreadsheet_is_refused(data, code):
    with pytest.raises(ProblemsFoundError) as found:
        open_flat_ods(FILE, data)
    assert found.value.problems[0].code == code


def test_a_workbook_without_sheets_is_refused():
    assert refusal(ods()).code == "F115"


def test_too_much_xml_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    assert refusal(ods(sheet("Data"))).code == "F109"


def test_too_many_elements_are_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_ELEMENTS", 20)
    problem = refusal(ods(sheet("Data", row(EMPTY) * 9)))
    assert problem.code == "F109"
    assert problem.values == {"what": phrases.NUMBER_OF_XML_TAGS(), "limit": "20"}


def test_a_tag_without_end_does_not_cost_more_than_its_length():
    data = ods(sheet("Data", row(text_cell("x", 'office:nama="' + "x" * 20_000_000 + '"'))))
    assert calls_of(lambda: open_ods(FILE, data)) < 20_000


def test_every_cut_of_a_file_is_refused_in_plain_words():
    data = ods(sheet("Data", row(number_cell("4"))))
    for end in range(1, len(data), 61):
        assert refusal(data[:end]).code == "F108"
