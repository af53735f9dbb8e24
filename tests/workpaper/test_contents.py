"""What a workpaper holds, and what never stands in one."""

import io
import re
import time
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.rubric.load import load_rubric, parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.overlap import guarded
from ipak_cli.workpaper.build import workpaper
from ipak_cli.workpaper.paper import Paper
from ipak_cli.workpaper.reliability import products_told
from makers.engines import by_formualizer, differences, formulas, stored
from makers.exports import example_rows, table
from makers.workpapers import FIVE, PAPERS, paper, scored, workbook

EVERYWHERE = {
    "ABS", "AND", "COUNT", "COUNTIF", "COUNTIFS", "EXACT", "IF", "IFERROR", "INDEX", "INT", "ISNUMBER",
    "MATCH", "MAX", "MIN", "OR", "ROWS", "SIGN", "SQRT", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT",
}  # fmt: skip
"""Functions of Excel 2007 and every LibreOffice; none is volatile, spills or depends on a language."""


@pytest.mark.parametrize("name", PAPERS)
def test_formulas_use_only_functions_that_every_program_has(name):
    sheets = formulas(workbook(name))
    texts = [cell for cells in sheets.values() for cell in cells.values() if str(cell).startswith("=")]
    used = {
        word for text in texts for word in re.findall(r"([A-Z][A-Z0-9.]*)\(", re.sub(r'"[^"]*"', "", text))
    }
    assert used - {"JAWABAN"} <= EVERYWHERE
    assert len(texts) > 100


def test_the_sheets_stand_in_the_order_in_which_they_are_read():
    names = ["Baca dulu", "Jawaban", "Parameter", "Hitung", "Hasil", "Cek"]
    assert [*stored(workbook("example"))] == names
    assert [*stored(workbook("example", with_answers=False))] == [name for name in names if name != "Jawaban"]


def test_the_answers_are_the_exports_in_another_order():
    header, *rows = example_rows(4)
    columns = [place for place, text in enumerate(header) if text[:1].isdigit()]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook("example")))["Jawaban"]
    given = [row[2:] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert sorted(given) == given
    assert given == sorted(tuple(row[column] for column in columns) for row in rows)
    assert [row[:2] for row in sheet.iter_rows(min_row=4, values_only=True)] == [
        (number, "triwulan IV 2024") for number in range(1, len(rows) + 1)
    ]


def test_no_name_no_text_and_no_time_of_a_respondent_stands_in_it():
    header, *rows = example_rows(4)
    private = [place for place, text in enumerate(header) if not text[:1].isdigit()]
    told = " ".join(str(value) for cells in stored(workbook("example")).values() for value in cells.values())
    survey = paper("example").survey
    shown = {str(group.name) for each in survey.breakdowns for group in each.groups}
    words = {str(row[place]) for row in rows for place in private if row[place] is not None}
    sentences = " ".join(item.text for item in survey.items)
    long_words = {word for word in words - shown if len(word) > 4 and word not in sentences}
    assert len(long_words) > 30
    assert [word for word in long_words if word in told] == []


def test_groups_are_those_that_may_be_shown():
    sheets = stored(workbook("five"))
    assert paper("five").survey.breakdowns[0].hidden_groups == 2
    told = " ".join(map(str, sheets["Hitung"].values()))
    assert "20-30" in told
    assert ">40 tahun*" not in told
    first = " ".join(map(str, sheets["Baca dulu"].values()))
    assert "Sebanyak 2 kelompok responden tidak dirinci sendiri" in first


def test_figures_of_groups_that_are_kept_back_are_not_told_by_their_parts_either():
    given = paper("five")
    (breakdown,) = given.survey.breakdowns
    whole, part = parse_period("2024"), parse_period("I-2024")
    survey = guarded(given.survey, whole, {part: None}, 5)
    data = workpaper(replace(given, survey=survey))
    sheets = stored(data)
    assert [*sheets["Hasil"].values()].count("Usia") == len(breakdown.rows)
    row = next(key[1:] for key, value in sheets["Hasil"].items() if value == "Usia")
    first = breakdown.groups[0]
    told = [sheets["Hasil"].get(f"{column}{row}") for column in "BCEF"]
    assert told == [first.name, first.respondents, "–", "–"]
    derived = by_formualizer(data)
    assert differences(sheets, derived) == {}
    assert derived["Cek"]["C4"] == "SEMUA COCOK"
    heads = [key for key, value in sheets["Hitung"].items() if value == "No kelompok"]
    below = int(heads[0][1:]) + 1
    assert [sheets["Hitung"][f"{column}{below}"] for column in "CFG"] == [first.respondents, "–", "–"]


def test_sums_that_give_a_few_peoples_answers_away_are_not_told():
    loaded = load_rubric("ipak-ipkp")
    rows = table(
        loaded.rubric,
        [[4, 3, 4, 2, 4, 3, 4, 4, 1, 4, 4, 3, 4, 4]] * 20 + [[3, 2, 4, 4, 1, 3, 4, 4, 1, 4, 4, 3, 4, 4]] * 9,
    )
    whole = scored(rows, loaded)
    assert products_told(whole).keys() == {"IPAK", "IPKP"}
    lacking = [*rows[:-1], ["" if place == 3 else cell for place, cell in enumerate(rows[-1])]]
    found = scored(lacking, loaded, lenient=True)
    assert found.survey.missing == 1
    assert products_told(found).keys() == {"IPKP"}
    book = workpaper(Paper(found.survey, found.rubric))
    texts = " ".join(map(str, stored(book)["Baca dulu"].values()))
    assert "Konsistensi internal IPAK tidak dihitung ulang" in texts
    assert "Alfa Cronbach IPAK" not in " ".join(map(str, stored(book)["Hasil"].values()))


def test_texts_stay_texts():
    hostile = '=HYPERLINK("http://contoh.test","klik")'
    given = paper("example")
    items = tuple(replace(item, text=hostile) for item in given.survey.items)
    source = replace(given.survey.sources[0], name="@SUM(A1)", sheet="+1\udcff")
    data = workpaper(
        replace(given, survey=replace(given.survey, unit=hostile, items=items, sources=(source,)))
    )
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == hostile]
    assert len(found) == len(items)
    assert {(cell.data_type, cell.quotePrefix) for cell in found} == {("s", True)}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if "worksheets/" in name]
    assert not any("<f>HYPERLINK" in part or "SUM(A1)" in part for part in parts)
    assert by_formualizer(data)["Cek"]["C4"] == "SEMUA COCOK"


@pytest.mark.parametrize("with_answers", [True, False])
def test_the_same_result_gives_the_same_bytes(with_answers, monkeypatch):
    data = workbook("example", with_answers=with_answers)
    monkeypatch.setattr(time, "time", lambda: 4e9)
    assert workpaper(paper("example", with_answers=with_answers)) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {(each.date_time, each.compress_type) for each in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0)
        }
        assert b"2024-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_a_long_one_is_written_with_little_memory_and_says_the_same():
    loaded = parse_as_survey(read_document(FIVE.encode(), "x.yaml"))
    found = scored(
        table(loaded.rubric, [[1 + n % 5, 5, 1 + n % 3, ""] for n in range(5_001)], times=False), loaded
    )
    data = workpaper(found)
    assert workpaper(found) == data
    assert len(data) < 200_000
    derived = by_formualizer(data)
    assert derived["Cek"]["C4"] == "SEMUA COCOK"
    assert sum(key[0] == "A" and isinstance(value, int) for key, value in derived["Jawaban"].items()) == 5_001


def test_the_first_sheet_says_what_it_is_made_of():
    texts = [*stored(workbook("example"))["Baca dulu"].values()]
    survey = paper("example").survey
    for wanted in (
        survey.sources[0].sha256,
        survey.rubric.digest,
        "ipak 0",
        "Diisi pemeriksa",
        "Catatan",
        "NIP",
    ):
        assert wanted in texts
    told = " ".join(map(str, texts))
    assert "bukan untuk diedarkan" in told
    counts = " ".join(map(str, stored(workbook("example", with_answers=False))["Baca dulu"].values()))
    assert "dapat diedarkan bersama laporan" in counts
