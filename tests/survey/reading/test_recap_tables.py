"""Recaps of strangers: the tables of offices and portals, in every shape, as spreadsheet and as text."""

import io

import openpyxl
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError, SeveralCells
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.forms.recap import RecapEntries, recap_form
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import Polarity
from ipak_cli.survey.reading.recap_read import find_recap
from ipak_cli.survey.recap import RecapShape
from ipak_cli.tables.cell import ErrorCell, PercentCell
from ipak_cli.tables.open import open_any
from ipak_cli.tables.workbook import PieceSheet, Workbook
from makers.exports import example_rows, item_columns, write_csv, write_xlsx
from makers.ods import number_cell, ods, row, sheet, text_cell
from makers.recap_files import THIRD_MEANS, THIRD_SUMS
from makers.sheets import pieces

IPAK = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
TEXTS = [item.text for item in IPAK.items]
CODES = [item.code for item in IPAK.items]
N = 41
SUMS = [*THIRD_SUMS]
MEANS = [*THIRD_MEANS]


def counted():
    """Return the counts of the example's Triwulan III, item by item, straight from its rows."""
    header, *rows = example_rows(3)
    return [
        [sum(row[place] == value for row in rows) for value in (1, 2, 3, 4)] for place in item_columns(header)
    ]


COUNTS = counted()
ELEMENTS = [
    "Persyaratan", "Sistem, Mekanisme, dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif",
    "Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana", "Perilaku Pelaksana",
    "Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana",
]  # fmt: skip
TOTALS = [105, 101, 100, 116, 102, 105, 106, 105, 115]
"""Nine elements of 29 answers each, a published case."""


def found(tmp_path, rows, rubric=IPAK, *, name="rekap.xlsx", **asked):
    path = (write_csv if name.endswith("csv") else write_xlsx)(tmp_path / name, rows)
    return find_recap(open_any(path), rubric, **asked)


def refused(tmp_path, rows, rubric=IPAK, **asked):
    with pytest.raises(ProblemsFoundError) as error:
        found(tmp_path, rows, rubric, **asked)
    for each in error.value.problems:
        assert message_of(each)
        assert hint_of(each)
    return sorted((each.code, each.where.cell) for each in error.value.problems)


def counts_of(read):
    return [[item.counts[value] for value in (1, 2, 3, 4)] for item in read.recap.items.values()]


def sums_of(read):
    assert all(len(item.sums) == 1 for item in read.recap.items.values())
    return [item.sums[0] for item in read.recap.items.values()]


HEADS = {
    "numbers": ["1", "2", "3", "4"],
    "whole numbers": [1, 2, 3, 4],
    "stars in words": ["Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"],
    "scores": ["Skor 1", "Skor 2", "Skor 3", "Skor 4"],
    "stars": ["★", "★★", "★★★", "★★★★"],
    "stars of four": ["★☆☆☆", "★★☆☆", "★★★☆", "★★★★"],
    "words": ["Tidak Setuju", "Kurang Setuju", "Setuju", "Sangat Setuju"],
    "words and numbers": ["Tidak Baik (1)", "Kurang Baik (2)", "Baik (3)", "Sangat Baik (4)"],
    "numbers and words": ["1 - Tidak Baik", "2 - Kurang Baik", "3 - Baik", "4 - Sangat Baik"],
    "how many": ["Jumlah bintang 1", "Jumlah bintang 2", "Jumlah bintang 3", "Jumlah bintang 4"],
    "answers": ["Jawaban 1", "Jawaban 2", "Jawaban 3", "Jawaban 4"],
    "spelled": ["Bintang Satu", "Bintang Dua", "Bintang Tiga", "Bintang Empat"],
}


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("name", ["rekap.xlsx", "rekap.csv"])
def test_counts_of_items_down_the_sheet(tmp_path, heads, name):
    rows = [
        ["No", "Pertanyaan", *heads],
        *([n, text, *each] for n, (text, each) in enumerate(zip(TEXTS, COUNTS, strict=True), 1)),
    ]
    read = found(tmp_path, rows, name=name)
    assert read.recap.shape is RecapShape.COUNTS
    assert (counts_of(read), sums_of(read), read.rows) == (COUNTS, SUMS, 14)


def test_highest_answers_may_come_first(tmp_path):
    rows = [
        ["Pertanyaan", 4, 3, 2, 1],
        *([text, *each[::-1]] for text, each in zip(TEXTS, COUNTS, strict=True)),
    ]
    assert counts_of(found(tmp_path, rows)) == COUNTS


def test_heads_in_two_rows_with_titles_respondents_and_period(tmp_path):
    told = zip(TEXTS, COUNTS, MEANS, strict=True)
    lines = [[n, text, *each, N, mean, "A"] for n, (text, each, mean) in enumerate(told, 1)]
    rows = [
        ["REKAPITULASI SURVEI IPAK DAN IPKP"],
        ["Balai Contoh"],
        ["Periode", ":", "Triwulan III Tahun 2024"],
        ["Jumlah Responden", ":", "41 orang"],
        [],
        ["No", "Unsur", "Jumlah Jawaban", None, None, None, "Jumlah", "NRR", "Mutu"],
        [None, None, 1, 2, 3, 4],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
        ["IPAK"],
        *lines[:5],
        ["IPKP"],
        *lines[5:],
        [None, "Jumlah", *map(sum, zip(*COUNTS, strict=True)), 574, None, None],
        [None, "Persentase", "0,17%", "1,22%", "5,23%", "93,38%"],
        [],
        [None, None, None, None, None, None, "Kota Contoh, 2 Oktober 2024"],
        [None, None, None, None, None, None, "Kepala Balai"],
    ]  # fmt: skip
    read = found(tmp_path, rows)
    assert counts_of(read) == COUNTS
    assert (read.recap.respondents, read.period) == (41, parse_period("III-2024"))


def test_percentages_beside_counts_are_checked(tmp_path):
    heads = [cell for value in (1, 2, 3, 4) for cell in (f"Bintang {value}", "%")]
    body = [
        [text, *(cell for count in each for cell in (count, f"{count * 100 / N:.2f}".replace(".", ",")))]
        for text, each in zip(TEXTS, COUNTS, strict=True)
    ]
    assert counts_of(found(tmp_path, [["Pernyataan", *heads], *body])) == COUNTS
    body[3][8] = "12,34"
    assert refused(tmp_path, [["Pernyataan", *heads], *body]) == [("K242", "I5")]


def test_percentages_in_a_second_row_of_heads(tmp_path):
    top = ["Pernyataan", "Bintang 1", None, "Bintang 2", None, "Bintang 3", None, "Bintang 4", None]
    second = [None, *(["f", "%"] * 4)]
    body = [
        [text, *(cell for count in each for cell in (count, count / N))]
        for text, each in zip(TEXTS, COUNTS, strict=True)
    ]
    assert counts_of(found(tmp_path, [top, second, *body])) == COUNTS


@pytest.mark.parametrize("name", ["rekap.xlsx", "rekap.csv"])
@pytest.mark.parametrize("head", ["Jumlah nilai", "Total Skor", "Σ Nilai", "Jumlah Nilai per Unsur"])
def test_sums_with_the_number_of_answers(tmp_path, head, name):
    rows = [
        ["Kode", "Unsur", "Jumlah responden", head],
        *(
            [f"U{n}", text, 29, total]
            for n, (text, total) in enumerate(zip(ELEMENTS, TOTALS, strict=True), 1)
        ),
    ]
    read = found(tmp_path, rows, SKM, name=name)
    assert (read.recap.shape, sums_of(read), read.recap.respondents) == (RecapShape.SUMS, TOTALS, 29)


@pytest.mark.parametrize("head", ["Rata-rata", "NRR", "NRR per Unsur", "Nilai Rata-Rata", "Indeks", "Nilai"])
def test_means_with_the_respondents_above_the_table(tmp_path, head):
    means = [f"{total / 29:.3f}".replace(".", ",") for total in TOTALS]
    rows = [
        ["Jumlah responden: 29"],
        [],
        ["No", "Unsur Pelayanan", head, "Mutu"],
        *([n, text, mean, "A"] for n, (text, mean) in enumerate(zip(ELEMENTS, means, strict=True), 1)),
    ]
    read = found(tmp_path, rows, SKM)
    assert (read.recap.shape, sums_of(read), read.recap.respondents) == (RecapShape.MEANS, TOTALS, 29)


def test_means_by_code_alone(tmp_path):
    rows = [
        ["n = 41"],
        ["Butir", "Nilai rata-rata"],
        *([code, mean] for code, mean in zip(CODES, MEANS, strict=True)),
    ]
    assert sums_of(found(tmp_path, rows)) == SUMS


def test_means_by_number_alone_are_told(tmp_path):
    rows = [
        ["Unsur", "Jumlah responden", "NRR"],
        *([f"Unsur {n}", 29, total / 29] for n, total in enumerate(TOTALS, 1)),
    ]
    read = found(tmp_path, rows, SKM)
    assert sums_of(read) == TOTALS
    assert [each.code for each in read.problems] == ["K233"]


def test_lines_of_weighted_means_and_the_index_are_no_items(tmp_path):
    body = [
        [f"U{n}", text, total, total / 29, total / 29 / 9]
        for n, (text, total) in enumerate(zip(ELEMENTS, TOTALS, strict=True), 1)
    ]
    rows = [
        ["Responden", 29], ["Kode", "Unsur", "Jumlah nilai", "NRR", "NRR tertimbang"], *body,
        [None, "Jumlah", sum(TOTALS)], [None, "Rata-rata", None, sum(TOTALS) / 29 / 9],
        [None, "IKM", None, None, 91.48],
    ]  # fmt: skip
    read = found(tmp_path, rows, SKM)
    assert (sums_of(read), read.rows) == (TOTALS, 9)


def test_items_across_with_named_lines(tmp_path):
    rows = [
        ["Jumlah responden", 41], ["Uraian", *TEXTS],
        *([f"Bintang {value}", *(each[value - 1] for each in COUNTS)] for value in (1, 2, 3, 4)),
        ["Jumlah nilai", *SUMS], ["NRR", *MEANS], ["NRR tertimbang", *(total / 41 / 14 for total in SUMS)],
    ]  # fmt: skip
    read = found(tmp_path, rows)
    assert (counts_of(read), sums_of(read), read.recap.respondents) == (COUNTS, SUMS, 41)


@pytest.mark.parametrize("name", ["rekap.xlsx", "rekap.csv"])
def test_items_across_with_sums_and_means(tmp_path, name):
    rows = [
        ["Unsur", *(f"U{n}" for n in range(1, 10))],
        ["Jumlah responden", *[29] * 9],
        ["Jumlah nilai", *TOTALS],
        ["NRR", *(round(total / 29, 3) for total in TOTALS)],
    ]
    read = found(tmp_path, rows, SKM, name=name)
    assert (read.recap.shape, sums_of(read), read.recap.respondents) == (RecapShape.SUMS, TOTALS, 29)


def test_items_across_with_counts_by_number_below_a_word(tmp_path):
    rows = [["Skor", *TEXTS], *([value, *(each[value - 1] for each in COUNTS)] for value in (1, 2, 3, 4))]
    assert counts_of(found(tmp_path, rows)) == COUNTS


def star_totals():
    by = {"IPAK": COUNTS[:5], "IPKP": COUNTS[5:], "Total": COUNTS}
    return {name: [sum(each) for each in zip(*counts, strict=True)] for name, counts in by.items()}


def expected_totals(names):
    """Return the totals of the codes that names stand for."""
    codes = {"IPAK": "IPAK", "SPAK": "IPAK", "IPKP": "IPKP", "SPKP": "IPKP", "Total": "", "Jumlah": ""}
    totals = star_totals()
    return {
        codes[name]: dict(zip((1, 2, 3, 4), totals[codes[name] or "Total"], strict=True)) for name in names
    }


@pytest.mark.parametrize("names", [("IPAK", "IPKP", "Total"), ("SPAK", "SPKP"), ("IPAK", "IPKP", "Jumlah")])
def test_totals_of_indices_by_stars(tmp_path, names):
    known = dict(zip(names, star_totals().values(), strict=False))
    rows = [
        ["Survei", "Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4", "Jumlah"],
        *([name, *each, sum(each)] for name, each in known.items()),
    ]
    read = found(tmp_path, rows)
    assert (read.recap.shape, read.recap.totals, read.recap.items) == (
        RecapShape.TOTALS,
        expected_totals(names),
        {},
    )


def test_stars_by_indices(tmp_path):
    columns = star_totals()
    rows = [
        ["Bintang", *columns, "%"],
        *(
            [
                value,
                *(each[value - 1] for each in columns.values()),
                f"{columns['Total'][value - 1] / 5.74:.2f}%".replace(".", ","),
            ]
            for value in (4, 3, 2, 1)
        ),
        ["Jumlah", 205, 369, 574, "100%"],
    ]
    assert found(tmp_path, rows).recap.totals == expected_totals(("IPAK", "IPKP", "Total"))


def test_stars_of_the_whole_survey(tmp_path):
    rows = [
        ["Survei Triwulan III 2024"],
        ["Jumlah responden", 41],
        ["Bintang", "Jumlah"],
        [4, 536],
        [3, 30],
        [2, 7],
        [1, 1],
        ["Total", 574],
    ]
    read = found(tmp_path, rows)
    assert read.recap.totals == {"": {1: 1, 2: 7, 3: 30, 4: 536}}
    assert (read.recap.respondents, read.period) == (41, parse_period("III-2024"))


TREND = [
    ["Periode", "Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"],
    ["Triwulan I 2024", 8, 0, 46, 422],
    ["Triwulan II 2024", 0, 1, 32, 401],
    ["Triwulan III 2024", 1, 7, 30, 536],
]


def test_of_a_trend_the_row_of_the_period_that_is_asked_for(tmp_path):
    read = found(tmp_path, TREND, period=parse_period("II-2024"))
    assert (read.recap.totals, read.period, read.rows) == (
        {"": {1: 0, 2: 1, 3: 32, 4: 401}},
        parse_period("II-2024"),
        1,
    )


def test_of_a_trend_a_period_must_be_asked_for_that_is_there(tmp_path):
    assert refused(tmp_path, TREND) == [("K252", "A2:A4")]
    assert refused(tmp_path, TREND, period=parse_period("IV-2024")) == [("K253", "A2:A4")]


def items(heads, columns, *above):
    """Return a table of the items with these columns of numbers."""
    return [
        *above,
        ["Pertanyaan", *heads],
        *([text, *cells] for text, *cells in zip(TEXTS, *columns, strict=True)),
    ]


STARS = ["Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"]


def of_counts(*more, heads=(), above=()):
    return items([*STARS, *heads], [*map(list, zip(*COUNTS, strict=True)), *more], *above)


def changed(rows, row, column, value):
    rows[row][column] = value
    return rows


@pytest.mark.parametrize(
    ("head", "right", "wrong"),
    [
        ("Jumlah", N, 40), ("n", N, 40), ("Jumlah responden", N, 42), ("Total skor", 162, 163),
        ("NRR", "3,95", "3,94"), ("Rata-rata", 162 / 41, 162 / 40), ("Indeks", "98,78", "98,70"),
    ],
)  # fmt: skip
def test_what_is_worked_out_of_counts_must_be_so(tmp_path, head, right, wrong):
    column = {
        N: [N] * 14,
        162: SUMS,
        "3,95": MEANS,
        "98,78": [f"{n / 1.64:.2f}".replace(".", ",") for n in SUMS],
    }
    values = list(column.get(right, [total / N for total in SUMS]))
    assert values[0] == right
    assert counts_of(found(tmp_path, of_counts(values, heads=[head]))) == COUNTS
    values[0] = wrong
    assert refused(tmp_path, of_counts(values, heads=[head])) == [("K242", "F2")]


def test_both_cells_of_a_contradiction_are_named(tmp_path):
    with pytest.raises(ProblemsFoundError) as error:
        found(tmp_path, of_counts([N] * 13 + [40], heads=["Jumlah"]))
    (told,) = error.value.problems
    assert (told.where.file, told.where.sheet, told.where.cell) == ("rekap.xlsx", "Form Responses 1", "F15")
    assert message_of(told) == (
        "jumlah butir I14 tertulis 40, sedangkan menurut B15, C15, D15 dan E15 seharusnya 41"
    )


@pytest.mark.parametrize(
    ("footer", "cell"),
    [
        (["Jumlah", 1, 7, 30, 536], None), (["Jumlah", 1, 7, 30, 537], "E16"),
        (["Total", 1, 7, 31, 536], "D16"),
        (["%", "0,17%", "1,22%", "5,23%", "93,38%"], None),
        (["Persentase", "0,17%", "1,22%", "5,23%", "97,86%"], "E16"),
        (["Ketua tim", 3, 3, 3, 3], None),
    ],
)  # fmt: skip
def test_lines_below_the_items_are_checked(tmp_path, footer, cell):
    rows = [*of_counts(), footer]
    if cell is None:
        assert counts_of(found(tmp_path, rows)) == COUNTS
    else:
        assert refused(tmp_path, rows) == [("K242", cell)]


@pytest.mark.parametrize(
    ("mean", "fits"), [("3,92", True), ("3,918", True), ("97,95", True), ("3,82", False)]
)
def test_the_mean_of_means_is_checked(tmp_path, mean, fits):
    rows = [*items(["n", "NRR"], [[N] * 14, MEANS]), ["Rata-rata", None, mean]]
    if fits:
        assert sums_of(found(tmp_path, rows)) == SUMS
    else:
        assert refused(tmp_path, rows) == [("K242", "C16")]


def test_a_line_of_an_index_is_its_total(tmp_path):
    rows = of_counts()
    ipak = [sum(each) for each in zip(*COUNTS[:5], strict=True)]
    rows.insert(6, ["IPAK", *ipak])
    assert counts_of(found(tmp_path, rows)) == COUNTS
    assert refused(tmp_path, changed(rows, 6, 4, ipak[3] - 1)) == [("K242", "E7")]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("empat puluh", "K240"), (-1, "K240"), (3.5, "K240"), (True, "K240"), ("#REF!", "K240"),
        ("41%", "K240"),
        ("1/2", "K240"), ("3-4", "K240"), (None, "K241"), ("-", "K241"),
    ],
)  # fmt: skip
def test_a_count_must_be_a_whole_number(tmp_path, cell, code):
    assert refused(tmp_path, changed(of_counts(), 3, 4, cell)) == [(code, "E4")]


@pytest.mark.parametrize(
    "cell", [float("inf"), PercentCell(float("inf")), PercentCell(0.5), ErrorCell("#REF!")]
)
def test_what_a_file_may_hold_that_is_no_count_is_told(cell):
    rows = changed(of_counts(), 3, 4, cell)
    page = PieceSheet("rekap.xlsx", "Rekap", lambda size: pieces(rows, size))
    with pytest.raises(ProblemsFoundError) as error:
        find_recap(Workbook("rekap.xlsx", "0" * 64, (page,)), IPAK)
    assert [(each.code, each.where.cell) for each in error.value.problems] == [("K240", "E4")]


@pytest.mark.parametrize("cell", ["", "-", None])
def test_a_blank_count_is_zero_where_the_number_of_answers_says_so(tmp_path, cell):
    rows = of_counts([N] * 14, heads=["Jumlah jawaban"])
    blank = [[cell if value == 0 else value for value in row] for row in rows]
    assert counts_of(found(tmp_path, blank)) == COUNTS


@pytest.mark.parametrize("write", ["{} orang", "{} jawaban", "{},0", " {} "])
def test_counts_may_be_texts(tmp_path, write):
    rows = [[write.format(cell) if isinstance(cell, int) else cell for cell in row] for row in of_counts()]
    assert counts_of(found(tmp_path, rows)) == COUNTS


def test_thousands_may_have_points(tmp_path):
    rows = items(
        ["n", "Jumlah nilai"], [["1.025"] * 14, [f"{total * 25:,}".replace(",", ".") for total in SUMS]]
    )
    read = found(tmp_path, rows)
    assert sums_of(read) == [total * 25 for total in SUMS]
    assert {item.n for item in read.recap.items.values()} == {1025}


def test_a_computed_mean_has_one_sum_however_many_answers_there_are(tmp_path):
    rows = items(["n", "Rata-rata"], [[41_000] * 14, [total / 41 for total in SUMS]])
    for name in ("rekap.xlsx", "rekap.csv"):
        assert sums_of(found(tmp_path, rows, name=name)) == [total * 1000 for total in SUMS]


def test_a_typed_mean_among_computed_ones_has_its_own_decimals(tmp_path):
    means = [total / 41 for total in SUMS]
    assert sums_of(found(tmp_path, items(["n", "NRR"], [[N] * 14, [3.95, *means[1:]]]))) == SUMS


def test_an_impossible_mean_is_refused_with_the_nearest(tmp_path):
    rows = items(["n", "NRR"], [[24] * 14, ["3,93"] * 14])
    with pytest.raises(ProblemsFoundError) as error:
        found(tmp_path, rows)
    (told,) = error.value.problems
    assert (told.code, told.where.cell, told.cells) == ("K243", "C2", SeveralCells(14, "C2:C15"))
    assert "3,92 atau 3,96" in message_of(told)


def test_a_sum_outside_the_scale_is_refused(tmp_path):
    assert refused(tmp_path, items(["n", "Jumlah nilai"], [[N] * 14, [165, 40, *SUMS[2:]]])) == [
        ("K246", "C2"),
        ("K246", "C3"),
    ]


def test_items_that_are_missing_are_named(tmp_path):
    assert refused(tmp_path, of_counts()[:-2]) == [("K245", None)]


def test_the_number_of_respondents_must_be_one(tmp_path):
    rows = of_counts(above=[["Jumlah responden", 40]])
    assert {code for code, _ in refused(tmp_path, rows)} == {"K247"}
    assert refused(tmp_path, of_counts(above=[["Jumlah responden", 41]]), respondents=42) == [("K242", "B1")]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["Jumlah Responden", 41], 41), (["Jumlah responden : 41 orang"], 41), (["Responden", ":", "41"], 41),
        (["n = 41"], 41), (["Total responden", None, "41 orang"], 41), (["Survei Triwulan III 2024"], None),
    ],
)  # fmt: skip
def test_respondents_above_the_table(tmp_path, above, expected):
    assert found(tmp_path, of_counts(above=[above])).recap.respondents == expected


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ([["REKAP TRIWULAN III TAHUN 2024"]], "III-2024"), ([["Periode", "III-2024"]], "III-2024"),
        ([["Tahun 2024"], ["Triwulan III 2024"]], "III-2024"), ([["Triwulan", "III", 2024]], "III-2024"),
        ([["Triwulan II 2024"], ["Triwulan III 2024"]], None), ([["Rekap"]], None),
    ],
)  # fmt: skip
def test_the_period_in_the_lines_above(tmp_path, titles, expected):
    read = found(tmp_path, of_counts(above=titles))
    assert (str(read.period) if read.period else None) == expected


def test_jumlah_alone_is_asked_about_where_nothing_tells_what_it_is(tmp_path):
    rows = items(["Jumlah", "Rata-rata"], [SUMS, MEANS])
    assert refused(tmp_path, rows) == [("K256", "B2:B15")]
    assert sums_of(found(tmp_path, rows, respondents=41)) == SUMS
    assert sums_of(found(tmp_path, items(["Jumlah", "NRR"], [[N] * 14, MEANS]), respondents=41)) == SUMS


def test_of_turned_items_only_counts_are_taken(tmp_path):
    index = IPAK.indices[0]
    first = index.items[0].model_copy(update={"polarity": Polarity.NEGATIVE})
    turned = index.model_copy(update={"items": (first, *index.items[1:])})
    rubric = IPAK.model_copy(update={"indices": (turned, *IPAK.indices[1:])})
    read = found(tmp_path, of_counts(), rubric)
    assert read.recap.items["I1"].sums == range(41 * 5 - 162, 41 * 5 - 161)
    assert refused(tmp_path, items(["n", "Jumlah nilai"], [[N] * 14, SUMS]), rubric) == [("K248", "C2")]


def test_a_name_with_a_slip_is_taken_and_told(tmp_path):
    rows = changed(of_counts(), 1, 0, TEXTS[0].replace("diskriminasi", "diskrimnasi"))
    read = found(tmp_path, rows)
    assert [(each.code, each.where.cell) for each in read.problems] == [("K257", "A2")]


def test_counts_and_means_in_two_tables_of_a_sheet_are_one_recap(tmp_path):
    second = items(["NRR"], [MEANS])
    assert counts_of(found(tmp_path, [*of_counts(), [], *second])) == COUNTS
    assert refused(tmp_path, [*of_counts(), [], *changed(second, 1, 1, "3,93")]) == [("K242", "B18")]


def test_of_a_trend_the_column_of_respondents_is_taken(tmp_path):
    people = [34, 31, 41]
    rows = [
        [*TREND[0], "Jumlah responden"],
        *([*cells, n] for cells, n in zip(TREND[1:], people, strict=True)),
    ]
    assert found(tmp_path, rows, period=parse_period("I-2024")).recap.respondents == 34


MEANS_BEFORE = ["3,90"] * 14


def test_of_columns_of_several_periods_those_of_one_are_taken(tmp_path):
    rows = items(["NRR Triwulan II 2024", "NRR Triwulan III 2024"], [MEANS_BEFORE, MEANS])
    third = parse_period("III-2024")
    read = found(tmp_path, rows, period=third, respondents=41)
    assert (sums_of(read), read.period) == (SUMS, third)
    assert refused(tmp_path, rows, respondents=41) == [("K252", "B1:C1")]
    assert refused(tmp_path, rows, respondents=41, period=parse_period("I-2024")) == [("K253", "B1:C1")]


def test_two_rows_of_heads_may_name_periods(tmp_path):
    rows = items(["n", "NRR", "n", "NRR"], [[N] * 14, MEANS_BEFORE, [N] * 14, MEANS])
    rows.insert(0, [None, "Triwulan II 2024", None, "Triwulan III 2024", None])
    assert sums_of(found(tmp_path, rows, period=parse_period("III-2024"))) == SUMS


def test_codes_that_some_forms_exchange_are_told(tmp_path):
    rows = [["Kode", "n", "Jumlah nilai"], *([f"U{n}", 29, total] for n, total in enumerate(TOTALS, 1))]
    read = found(tmp_path, rows, SKM)
    assert (sums_of(read), [each.code for each in read.problems]) == (TOTALS, ["K216"])


def test_names_win_over_codes_that_mean_another_element(tmp_path):
    names = [*ELEMENTS[:7], ELEMENTS[8], ELEMENTS[7]]
    body = ([f"U{n}", text, 29, 29 * 3 + n] for n, text in enumerate(names, 1))
    read = found(tmp_path, [["Kode", "Unsur", "n", "Jumlah nilai"], *body], SKM)
    assert (read.recap.items["U8"].sums, read.recap.items["U9"].sums) == (range(96, 97), range(95, 96))


def written(tmp_path, **sheets):
    """Write sheets of rows as a workbook."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        page = workbook.create_sheet(name)
        for cells in rows:
            page.append(cells)
    path = tmp_path / "buku.xlsx"
    workbook.save(path)
    return open_any(path)


def test_of_several_recaps_one_must_be_named(tmp_path):
    other = of_counts(above=[["Triwulan II 2024"]])
    workbook = written(tmp_path, Petunjuk=[["Isi"]], Tiga=of_counts(), Dua=other)
    with pytest.raises(ProblemsFoundError) as error:
        find_recap(workbook, IPAK)
    (told,) = error.value.problems
    assert told.code == "K207"
    assert 'Pilih satu lembar, misalnya --sheet "Tiga"; lembar dari periode lain' in hint_of(told)
    assert find_recap(workbook, IPAK, "Dua").period == parse_period("II-2024")
    assert find_recap(workbook, IPAK, "Tiga").where.sheet == "Tiga"
    assert find_recap(workbook, IPAK, "Petunjuk") is None
    assert find_recap(workbook, IPAK, "Tidak ada") is None


def test_items_go_before_totals_and_a_table_without_answers_hides_no_recap(tmp_path):
    totals = [["Bintang", "Jumlah"], [4, 536], [3, 30], [2, 7], [1, 1]]
    workbook = written(tmp_path, Jawaban=[["Cap waktu", *TEXTS]], Bintang=totals, Butir=of_counts())
    assert find_recap(workbook, IPAK).where.sheet == "Butir"


def test_answers_in_the_file_go_before_a_recap_but_not_before_one_that_is_named(tmp_path):
    workbook = written(tmp_path, Jawaban=example_rows(3), Rekap=of_counts())
    assert find_recap(workbook, IPAK) is None
    assert counts_of(find_recap(workbook, IPAK, "Rekap")) == COUNTS


def test_a_recap_in_an_open_document(tmp_path):
    path = tmp_path / "rekap.ods"

    def cell(value):
        return number_cell(str(value)) if isinstance(value, int | float) else text_cell(value)

    path.write_bytes(ods(sheet("Rekap", *(row(*map(cell, cells)) for cells in of_counts()))))
    assert counts_of(find_recap(open_any(path), IPAK)) == COUNTS


def test_percent_cells_of_a_spreadsheet_are_percentages(tmp_path):
    rows = [
        ["Bintang", "Jumlah", "%"],
        [4, 536, 536 / 574],
        [3, 30, 30 / 574],
        [2, 7, 7 / 574],
        [1, 1, 1 / 574],
    ]
    path = write_xlsx(tmp_path / "rekap.xlsx", rows)
    workbook = openpyxl.load_workbook(path)
    for number in range(2, 6):
        workbook.active.cell(number, 3).number_format = "0.00%"
    workbook.save(path)
    assert find_recap(open_any(path), IPAK).recap.totals[""] == {1: 1, 2: 7, 3: 30, 4: 536}
    workbook.active["C2"] = 0.88
    workbook.save(path)
    with pytest.raises(ProblemsFoundError) as error:
        find_recap(open_any(path), IPAK)
    assert [(each.code, each.where.cell) for each in error.value.problems] == [("K242", "C2")]


@pytest.mark.parametrize("rubric", [IPAK, SKM])
def test_the_form_of_ours_saved_as_text_is_read_by_its_heads(tmp_path, rubric):
    counts = {item.code: {1: 0, 2: 1, 3: 10, 4: 30} for item in rubric.items}
    book = openpyxl.load_workbook(io.BytesIO(recap_form(rubric, RecapEntries(respondents=41, counts=counts))))
    path = write_csv(tmp_path / "rekap.csv", [*book["Rekap"].iter_rows(values_only=True)])
    read = find_recap(open_any(path), rubric)
    assert {code: item.counts for code, item in read.recap.items.items()} == counts
    assert read.recap.respondents == 41


def test_an_item_that_nobody_answered_has_no_sum(tmp_path):
    rows = items(["n", "Jumlah nilai"], [[0, *[N] * 13], [0, *SUMS[1:]]])
    first = found(tmp_path, rows).recap.items["I1"]
    assert (first.n, first.sums) == (0, range(1))
    assert refused(tmp_path, changed(rows, 1, 2, 162)) == [("K242", "C2")]


def test_a_table_of_zeros_is_empty(tmp_path):
    assert refused(tmp_path, items(STARS, [[0] * 14] * 4)) == [("K249", None)]


def test_a_mean_against_the_number_that_the_user_gives_names_the_option(tmp_path):
    with pytest.raises(ProblemsFoundError) as error:
        found(tmp_path, items(["Jumlah nilai", "NRR"], [SUMS, MEANS]), respondents=50)
    first = error.value.problems[0]
    assert (first.code, first.where.cell) == ("K242", "C2")
    assert message_of(first).startswith("rata-rata butir I1 tertulis 3,95, sedangkan menurut B2 ")


def test_counts_are_complete_where_everybody_is_counted(tmp_path):
    rows = [[None if cell == 0 else cell for cell in cells] for cells in of_counts(above=[["n = 41"]])]
    assert counts_of(found(tmp_path, rows)) == COUNTS


def test_a_column_headed_nilai_may_be_the_sum_the_mean_or_the_converted_mean(tmp_path):
    converted = [f"{total / 41 * 25:.2f}".replace(".", ",") for total in SUMS]
    for values in (SUMS, MEANS, converted):
        assert counts_of(found(tmp_path, of_counts(values, heads=["Nilai"]))) == COUNTS
    assert refused(tmp_path, of_counts(["3,94", *MEANS[1:]], heads=["Nilai"])) == [("K242", "F2")]


def test_means_beside_converted_ones(tmp_path):
    converted = [f"{total / 41 * 25:.2f}".replace(".", ",") for total in SUMS]
    rows = items(["n", "NRR", "Rata-rata nilai"], [[N] * 14, MEANS, converted])
    assert sums_of(found(tmp_path, rows)) == SUMS
    assert refused(tmp_path, changed(rows, 2, 3, "90,00")) == [("K242", "D3")]


@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_text_files_with_any_mark_between_the_cells(tmp_path, mark):
    path = write_csv(
        tmp_path / "rekap.csv", items(["n", "NRR"], [[N] * 14, MEANS], ["Triwulan III 2024"]), delimiter=mark
    )
    read = find_recap(open_any(path), IPAK)
    assert (sums_of(read), read.period) == (SUMS, parse_period("III-2024"))


@pytest.mark.parametrize(
    "heads",
    [
        ("Jml. Responden", "Σ Nilai / Unsur", "NRR / Unsur"),
        ("Jumlah responden yang mengisi", "Jumlah Nilai Per Unsur", "Nilai Rata-Rata per Unsur"),
        ("Total Jawaban", "Total Nilai", "Mean"),
        ("RESPONDEN", "TOTAL SKOR", "RATA2"),
        ("n", "Jumlah Skor Jawaban", "Rerata Skor"),
    ],
)
def test_heads_as_offices_write_them(tmp_path, heads):
    assert sums_of(found(tmp_path, items(heads, [[N] * 14, SUMS, MEANS]))) == SUMS


def test_codes_and_names_may_stand_in_one_cell(tmp_path):
    rows = [
        ["Unsur Pelayanan", "n", "NRR"],
        *(
            [f"U{n} - {text}", 29, total / 29]
            for n, (text, total) in enumerate(zip(ELEMENTS, TOTALS, strict=True), 1)
        ),
    ]
    assert sums_of(found(tmp_path, rows, SKM)) == TOTALS


def test_means_without_any_number_of_answers_are_told_once(tmp_path):
    assert refused(tmp_path, items(["NRR"], [MEANS])) == [("K244", "A2")]
