"""Recaps as offices keep them: without a number of respondents, period beside period, with blanks counted."""

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.problem import ProblemsFoundError, SeveralCells
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.survey.reading.recap_read import find_recap
from ipak_cli.tables.open import open_any
from makers.exports import example_rows, item_columns, write_csv, write_xlsx
from makers.recap_files import THIRD_MEANS, THIRD_SUMS

IPAK = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
TEXTS = [item.text for item in IPAK.items]
N = 41
STARS = ["Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"]


def counted():
    """Return the counts of the example's Triwulan III, item by item, straight from its rows."""
    header, *rows = example_rows(3)
    return [
        [sum(row[place] == value for row in rows) for value in (1, 2, 3, 4)] for place in item_columns(header)
    ]


COUNTS = counted()


def found(tmp_path, rows, rubric=IPAK, *, name="rekap.xlsx", **asked):
    path = (write_csv if name.endswith("csv") else write_xlsx)(tmp_path / name, rows)
    return find_recap(open_any(path), rubric, **asked)


def refused(tmp_path, rows, rubric=IPAK, **asked):
    with pytest.raises(ProblemsFoundError) as error:
        found(tmp_path, rows, rubric, **asked)
    for each in error.value.problems:
        assert message_of(each)
        assert hint_of(each)
    return error.value.problems


def counted_items(heads, counts=COUNTS):
    """Return a table of counts with a line an item, and nothing around it."""
    return [["Pertanyaan", *heads], *([text, *each] for text, each in zip(TEXTS, counts, strict=True))]


def with_blanks(*more, head="Tidak menjawab"):
    """Return counts of which two answers to I6 and one to I13 were not given, besides those who answered."""
    counts, skipped = [list(each) for each in COUNTS], [0] * len(COUNTS)
    for place, blank in ((5, 2), (12, 1)):
        counts[place][3] -= blank
        skipped[place] = blank
    rows = [[*each, blank, *more[1:]] for each, blank in zip(counts, skipped, strict=True)]
    return counted_items([*STARS, head, *more[:1]], rows)


HEADS_OF_BLANKS = [
    "Tidak menjawab",
    "Kosong",
    "Tidak diisi",
    "Tidak Mengisi",
    "Tanpa jawaban",
    "Jumlah yang tidak menjawab",
]


@pytest.mark.parametrize("head", HEADS_OF_BLANKS)
@pytest.mark.parametrize("more", [(), ("Jumlah responden", N), ("n", N)])
def test_a_column_of_answers_not_given_counts_people_and_no_answers(tmp_path, more, head):
    read = found(tmp_path, with_blanks(*more, head=head), lenient=True)
    items = read.recap.items
    assert read.recap.respondents in ({None, N} if more[:1] == ("n",) else {N})
    assert [items[code].n for code in ("I1", "I6", "I13")] == [41, 39, 40]
    assert dict(items["I6"].counts) == {1: 0, 2: 2, 3: 3, 4: 34}
    (told,) = read.problems
    assert (told.code, told.severity.value, told.where.cell, told.cells.cells) == (
        "K258",
        "warning",
        "F7",
        "F7, F14",
    )


def test_answers_not_given_are_an_error_where_the_rubric_wants_them(tmp_path):
    (told,) = refused(tmp_path, with_blanks("Jumlah responden", N))
    assert (told.code, told.severity.value, told.cells.cells) == ("K258", "error", "F7, F14")
    assert "--lenient" in hint_of(told)


def test_answers_not_given_are_no_problem_where_the_rubric_allows_them(tmp_path):
    may_skip = IPAK.model_copy(update={"blank": BlankRule.MISSING})
    read = found(tmp_path, with_blanks("Jumlah responden", N), may_skip)
    assert (read.recap.respondents, read.recap.items["I6"].n, read.problems) == (N, 39, ())


def test_answers_and_those_not_given_are_all_respondents(tmp_path):
    rows = with_blanks("Jumlah responden", N)
    rows[6][5] = 1
    assert [(each.code, each.where.cell) for each in refused(tmp_path, rows, lenient=True)] == [
        ("K242", "F7"),
        ("K242", "G7"),
    ]


FOUR = ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]
BY_STARS = [[8, 0, 46, 422], [0, 1, 32, 401], [1, 7, 30, 536]]
STAR_TREND = [
    ["Distribusi bintang tahun 2024"],
    ["Triwulan", "Responden", *STARS, "% Bintang 4"],
    ["Triwulan I", 34, *BY_STARS[0], 88.66],
    ["Triwulan II", 31, *BY_STARS[1], 92.4],
    ["Triwulan III", 41, *BY_STARS[2], 93.38],
    ["Triwulan IV", 24, "-", "-", "-", "-", "-"],
]


def of_quarter(number):
    return Period.quarter(2024, number)


@pytest.mark.parametrize(("quarter", "people"), [(1, 34), (2, 31), (3, 41)])
def test_quarters_without_a_year_are_those_of_the_title_s_year(tmp_path, quarter, people):
    read = found(tmp_path, STAR_TREND, period=of_quarter(quarter))
    assert [*read.recap.totals[""].values()] == BY_STARS[quarter - 1]
    assert (read.recap.respondents, read.period) == (people, of_quarter(quarter))


@pytest.mark.parametrize("names", [["I", "II", "III", "IV"], ["TW 1", "TW 2", "TW 3", "TW 4"]])
def test_quarters_may_be_numbers_below_their_word(tmp_path, names):
    rows = [
        ["Bintang"],
        *STAR_TREND[1:2],
        *([name, *row[1:]] for name, row in zip(names, STAR_TREND[2:], strict=True)),
    ]
    read = found(tmp_path, rows, period=of_quarter(2))
    assert [*read.recap.totals[""].values()] == BY_STARS[1]


def test_a_year_that_nothing_names_is_that_of_the_period_asked_for(tmp_path):
    assert found(tmp_path, STAR_TREND[1:], period=of_quarter(3)).recap.respondents == 41
    assert found(tmp_path, STAR_TREND[1:]) is None


def test_dashes_of_a_period_are_told_with_their_cells_and_are_no_zeros(tmp_path):
    (told,) = refused(tmp_path, STAR_TREND, period=of_quarter(4))
    assert (told.code, told.where.cell, told.cells.cells) == ("K241", "C6", "C6:F6")


def test_of_several_periods_none_is_chosen_and_their_cells_are_named(tmp_path):
    (told,) = refused(tmp_path, STAR_TREND)
    assert (told.code, told.where.cell) == ("K252", "A3:A6")
    (told,) = refused(tmp_path, STAR_TREND, period=Period.quarter(2023, 3))
    assert (told.code, told.where.cell) == ("K253", "A3:A6")


MEANS = [*THIRD_MEANS]
SUMS = [*THIRD_SUMS]
FIRST = ["3,50"] * 14


def trend_of_items(*below, heads=("TW II", "TW III"), above=(["Tren nilai butir tahun 2024"],)):
    body = ([text, *pair] for text, *pair in zip(TEXTS, FIRST, MEANS, strict=True))
    return [*above, ["Pernyataan", *heads], *body, *below]


@pytest.mark.parametrize("name", ["rekap.xlsx", "rekap.csv"])
@pytest.mark.parametrize("label", ["Jumlah responden", "n", "Responden"])
def test_columns_of_means_are_those_of_their_period_and_so_are_the_respondents_below(tmp_path, label, name):
    rows = trend_of_items([label, 34, 41])
    third = found(tmp_path, rows, period=of_quarter(3), name=name)
    assert ([item.sums[0] for item in third.recap.items.values()], third.recap.respondents) == (SUMS, 41)
    second = found(tmp_path, rows, period=of_quarter(2), name=name)
    assert ({item.sums for item in second.recap.items.values()}, second.recap.respondents) == (
        {range(119, 120)},
        34,
    )
    (told,) = refused(tmp_path, rows)
    assert (told.code, told.where.cell) == ("K252", "B2:C2")


def test_respondents_of_each_period_may_stand_above_the_items(tmp_path):
    rows = trend_of_items()
    rows.insert(2, ["Jumlah responden", 34, 41])
    assert found(tmp_path, rows, period=of_quarter(3)).recap.respondents == 41


def test_impossible_means_are_told_in_one_line_with_their_cells(tmp_path):
    (told,) = refused(tmp_path, trend_of_items(["Jumlah responden", 34, 24]), period=of_quarter(3))
    assert (told.code, told.where.cell) == ("K243", "C3")
    assert told.cells == SeveralCells(11, "C3:C7, C9:C10, C12:C13, C15:C16")


TITLE = [["Triwulan III 2024"]]
DOWN = [[head, count] for head, count in zip(STARS, BY_STARS[2], strict=True)]
SHARES = ["0,17 %", "1,22 %", "5,23 %", "93,38 %"]
WITH_SHARES = [[*each, share] for each, share in zip(DOWN, SHARES, strict=True)]
HEADLESS = {
    "down": [*TITLE, *DOWN],
    "with their sum": [*TITLE, *DOWN, ["Jumlah", 574]],
    "across": [*TITLE, [], STARS, BY_STARS[2]],
    "with percentages": [*TITLE, *WITH_SHARES],
}


@pytest.mark.parametrize("rows", HEADLESS.values(), ids=HEADLESS)
@pytest.mark.parametrize("name", ["rekap.xlsx", "rekap.csv"])
def test_star_totals_of_the_survey_need_no_head(tmp_path, rows, name):
    read = found(tmp_path, rows, name=name)
    assert ([*read.recap.totals[""].values()], read.period) == (BY_STARS[2], of_quarter(3))


def test_a_wrong_sum_or_percentage_of_star_totals_is_told(tmp_path):
    rows = [*DOWN, ["Jumlah", 575]]
    assert [(each.code, each.where.cell) for each in refused(tmp_path, rows)] == [("K242", "B5")]
    rows = [*WITH_SHARES[:3], [*DOWN[3], "83,38 %"]]
    assert [(each.code, each.where.cell) for each in refused(tmp_path, rows)] == [("K242", "C4")]


ELEMENT_SUMS = [105, 101, 100, 116, 102, 105, 106, 105, 115]
"""Nine elements of 29 answers each: 955 / 261 is 3,659, and 91,48 of a hundred."""
NRRS = ["3,621", "3,483", "3,448", "4,000", "3,517", "3,621", "3,655", "3,621", "3,966"]
PARTS = ["0,398", "0,383", "0,379", "0,440", "0,387", "0,398", "0,402", "0,398", "0,436"]


def skm_across(index, label="IKM Unit pelayanan"):
    return [
        ["PENGOLAHAN INDEKS KEPUASAN MASYARAKAT"],
        ["Jumlah responden", None, ": 29"],
        ["Uraian", *(f"U{n}" for n in range(1, 10))],
        ["ΣNilai/Unsur", *ELEMENT_SUMS],
        ["NRR/Unsur", *NRRS],
        ["NRR tertimbang/unsur", *PARTS],
        [label, index],
        ["Mutu Pelayanan", "A (Sangat Baik)"],
    ]


def skm_down(index, label="IKM Unit pelayanan"):
    lines = ([f"U{n}", 29, *each] for n, each in enumerate(zip(ELEMENT_SUMS, NRRS, PARTS, strict=True), 1))
    return [["Kode", "n", "Jumlah nilai", "NRR", "NRR tertimbang"], *lines, [label, None, None, None, index]]


@pytest.mark.parametrize("table", [skm_across, skm_down])
@pytest.mark.parametrize("label", ["IKM Unit pelayanan", "IKM", "Nilai IKM", "Indeks Kepuasan Masyarakat"])
def test_a_printed_index_that_the_items_make_is_no_item(tmp_path, table, label):
    read = found(tmp_path, table("91,48", label), SKM)
    assert [item.sums for item in read.recap.items.values()] == [range(n, n + 1) for n in ELEMENT_SUMS]
    assert "K259" not in [each.code for each in read.problems]


@pytest.mark.parametrize(("table", "cell"), [(skm_across, "B7"), (skm_down, "E11")])
def test_a_printed_index_of_rounded_weights_is_told_and_not_taken(tmp_path, table, cell):
    read = found(tmp_path, table("90,56"), SKM)
    (told,) = (each for each in read.problems if each.code == "K259")
    assert (told.where.cell, told.severity.value) == (cell, "warning")
    assert all(part in message_of(told) for part in ("90,56", "0,11", "1/9", "91,48"))


@pytest.mark.parametrize(("table", "cell"), [(skm_across, "B7"), (skm_down, "E11")])
@pytest.mark.parametrize("index", ["91,85", "90,06", "3,56"])
def test_a_printed_index_that_nothing_makes_is_an_error(tmp_path, table, cell, index):
    faults = [each for each in refused(tmp_path, table(index), SKM) if each.severity.value == "error"]
    assert [(each.code, each.where.cell) for each in faults] == [("K242", cell)]
    assert ("3,66" if index == "3,56" else "91,48") in message_of(faults[0])


def test_the_index_of_each_part_may_stand_beside_its_first_item(tmp_path):
    def beside(first, second):
        indices = [first, *[None] * 4, second, *[None] * 8]
        rows = ([*each, index] for each, index in zip(COUNTS, indices, strict=True))
        return counted_items([*STARS, "Indeks"], rows)

    assert found(tmp_path, beside("3,94", "3,91")).recap.items["I6"].n == N
    (told,) = refused(tmp_path, beside("3,94", "3,81"))
    assert (told.code, told.where.cell) == ("K242", "F7")


SHORT = [["B1", "B2", "B3", "B4"], ["TB", "KB", "B", "SB"], ["TP", "KP", "P", "SP"], ["TS", "KS", "S", "SS"]]


@pytest.mark.parametrize("heads", SHORT)
def test_short_heads_are_read_where_every_answer_has_one(tmp_path, heads):
    for order in (1, -1):
        rows = counted_items(heads[::order], [each[::order] for each in COUNTS])
        read = found(tmp_path, rows)
        assert [[*dict(sorted(item.counts.items())).values()] for item in read.recap.items.values()] == COUNTS


@pytest.mark.parametrize("heads", [["B1", "B2", "B3", "B5"], ["TB", "KB", "B", "X"], ["P", "Q", "R", "S"]])
def test_other_short_heads_are_no_recap(tmp_path, heads):
    assert found(tmp_path, counted_items(heads)) is None


@pytest.mark.parametrize("head", ["Sangat Tidak Setuju", "Bintang 5", "Netral", "Cukup Baik", "Ragu-ragu"])
@pytest.mark.parametrize("count", [0, 1, 7])
def test_a_further_answer_that_the_scale_does_not_have_is_never_passed_by(tmp_path, head, count):
    (told,) = refused(tmp_path, counted_items([*STARS, head], [[*each, count] for each in COUNTS]))
    assert (told.code, told.where.cell) == ("K264", "F1")
    assert head in message_of(told)


def test_a_column_between_the_answers_is_one_of_them(tmp_path):
    rows = counted_items([*STARS[:2], "Lainnya", *STARS[2:]], [[*each[:2], 3, *each[2:]] for each in COUNTS])
    assert [(each.code, each.where.cell) for each in refused(tmp_path, rows)] == [("K264", "D1")]


@pytest.mark.parametrize("head", ["Keterangan", "Mutu", "Target", "Laki-laki", "Petugas"])
def test_a_column_of_something_else_is_no_answer(tmp_path, head):
    read = found(tmp_path, counted_items([*STARS, head], [[*each, 17] for each in COUNTS]))
    assert [item.n for item in read.recap.items.values()] == [N] * 14


def test_two_tables_of_the_same_items_are_neither_added_nor_chosen(tmp_path):
    second = [[0, 0, 5, 20] for _ in COUNTS]
    (told,) = refused(tmp_path, [*counted_items(STARS), [], *counted_items(STARS, second)])
    assert (told.code, told.where.cell) == ("K265", "A18")
    assert "A2:A15 dan di A18:A31" in message_of(told)


def test_an_item_that_stands_twice_is_named_once_with_both_places(tmp_path):
    rows = counted_items(STARS)
    rows.insert(4, [TEXTS[2], 0, 1, 2, 38])
    (told,) = refused(tmp_path, rows)
    assert (told.code, told.where.cell) == ("K265", "A5")
    assert "butir I3 tertulis dua kali" in message_of(told)
    assert "di A4 dan di A5" in message_of(told)


def test_two_tables_that_differ_in_one_answer_of_every_item_are_no_slip(tmp_path):
    second = [[*counts[:3], counts[3] - 7] for counts in COUNTS]
    (told,) = refused(tmp_path, [*counted_items(STARS), [], *counted_items(STARS, second)])
    assert (told.code, told.where.cell) == ("K265", "A18")


def test_a_slip_in_one_of_two_tables_is_told_with_both_cells(tmp_path):
    second = [[*COUNTS[0][:3], 38], *COUNTS[1:]]
    rows = [*counted_items(STARS), [], *counted_items(STARS, second)]
    assert [(each.code, each.where.cell) for each in refused(tmp_path, rows)] == [("K242", "E18")]
