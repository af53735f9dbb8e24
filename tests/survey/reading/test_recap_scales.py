"""Recaps whose columns are not the counts of the rubric's answers, though they look so."""

from fractions import Fraction

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.recap_periods import period_of_months
from ipak_cli.survey.reading.recap_read import find_recap
from ipak_cli.tables.open import open_any
from makers.exports import write_csv

IPAK = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
PEOPLE = 37
COUNTS = [
    (0, 5, 8, 24), (0, 0, 6, 31), (1, 5, 10, 21), (0, 3, 12, 22), (2, 3, 14, 18),
    (2, 3, 7, 25), (0, 2, 7, 28), (0, 3, 9, 25), (2, 0, 5, 30),
]  # fmt: skip
NOBODY_LOWEST = [(0, one + two, three, four) for one, two, three, four in COUNTS]
INDEX = Fraction(sum(sum(v * c for v, c in enumerate(row, 1)) for row in COUNTS), 9 * PEOPLE)


def table(heads, counts=COUNTS, *, title=("Rekap Triwulan III Tahun 2024",), people=PEOPLE):
    """Return a recap of SKM with a row an element."""
    above = [[line] for line in title] + ([[f"Jumlah responden: {people}"]] if people else [])
    rows = [[item.text, *row] for item, row in zip(SKM.items, counts, strict=True)]
    return [*above, ["Unsur", *heads], *rows]


def found(tmp_path, rows, rubric=SKM):
    return find_recap(open_any(write_csv(tmp_path / "rekap.csv", rows)), rubric)


def refused(tmp_path, rows, rubric=SKM):
    with pytest.raises(ProblemsFoundError) as error:
        found(tmp_path, rows, rubric)
    assert all(message_of(each) and hint_of(each) for each in error.value.problems)
    return [(each.code, each.where.cell) for each in error.value.problems]


@pytest.mark.parametrize(
    "heads",
    [
        ["STS", "TS", "S", "SS"],
        ["Sangat Tidak Setuju", "Tidak Setuju", "Setuju", "Sangat Setuju"],
        ["Sangat Tidak Baik", "Tidak Baik", "Baik", "Sangat Baik"],
        ["Jumlah STS", "Jumlah TS", "Jumlah S", "Jumlah SS"],
    ],
)
def test_a_word_below_the_lowest_one_is_refused_though_nobody_chose_it(tmp_path, heads):
    assert refused(tmp_path, table(heads, NOBODY_LOWEST)) == [("J330", "B3")]


@pytest.mark.parametrize("heads", [["TS", "S", "SS"], ["Tidak Baik", "Baik", "Sangat Baik"]])
def test_a_column_that_was_left_out_since_nobody_chose_it_may_be_of_another_scale(tmp_path, heads):
    read = found(tmp_path, table(heads, [row[1:] for row in NOBODY_LOWEST]))
    assert [(each.code, each.where.cell) for each in read.problems] == [("J331", "B3")]


@pytest.mark.parametrize(
    "heads",
    [
        ["TS", "KS", "S", "SS"],
        ["Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik"],
        ["1 (Tidak Baik)", "2 (Kurang Baik)", "3 (Baik)", "4 (Sangat Baik)"],
        ["Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"],
    ],
)
def test_the_scale_of_the_rubric_raises_no_doubt(tmp_path, heads):
    read = found(tmp_path, table(heads))
    assert not read.problems
    sums = sum(each.sums[0] for each in read.recap.items.values())
    assert Fraction(sums, 9 * PEOPLE) == INDEX


def test_numbers_below_the_words_say_which_answer_is_meant(tmp_path):
    head, rows = ["Unsur", "STS", "TS", "S", "SS"], table(["1", "2", "3", "4"])
    read = found(tmp_path, [*rows[:2], head, ["", *rows[2][1:]], *rows[3:]])
    assert not read.problems
    assert read.recap.items["U3"].counts == {1: 1, 2: 5, 3: 10, 4: 21}


def test_an_answer_that_the_scale_lacks_is_refused_in_totals_too(tmp_path):
    rows = [
        ["Rekap Triwulan III Tahun 2024"],
        ["", "Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4", "Bintang 5"],
        ["SPAK", 3, 12, 60, 110, 4],
        ["SPKP", 4, 20, 110, 199, 7],
    ]
    assert refused(tmp_path, rows, IPAK) == [("K264", "F2")]


def products(counts=COUNTS):
    return [[value * count for value, count in enumerate(row, 1)] for row in counts]


@pytest.mark.parametrize("beside", [False, True])
def test_counts_times_their_values_are_no_counts(tmp_path, beside):
    heads, rows = ["Skor 1", "Skor 2", "Skor 3", "Skor 4"], products()
    if beside:
        heads, rows = [*heads, "Jumlah"], [[*row, sum(row)] for row in rows]
    assert refused(tmp_path, table(heads, rows, people=None)) == [("K299", "B3:E3")]


def test_totals_times_their_values_are_no_counts(tmp_path):
    rows = [
        ["Rekap Triwulan III Tahun 2024"],
        ["", "Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"],
        ["SPAK", 5, 30, 180, 400],
        ["SPKP", 9, 60, 375, 640],
    ]
    assert refused(tmp_path, rows, IPAK) == [("K299", "B3:E3")]


def test_one_count_that_its_value_does_not_divide_is_a_count(tmp_path):
    rows = products()
    rows[0][1] += 1
    read = found(tmp_path, table(["Skor 1", "Skor 2", "Skor 3", "Skor 4"], rows, people=None))
    assert [each.code for each in read.problems] == []


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Periode survei: 1 Oktober s.d. 30 Desember 2024", "IV-2024"),
        ("Bulan Oktober sampai dengan bulan Desember tahun 2024", "IV-2024"),
        ("Juli - Desember 2024", "II-2024S"),
        ("Januari 2024 - Desember 2024", "2024"),
    ],
)
def test_months_from_first_to_last_are_a_period(line, period):
    assert period_of_months(line) == parse_period(period)


@pytest.mark.parametrize(
    "line",
    [
        "Februari - April 2024",
        "15 Juli - 20 Agustus 2024",
        "Oktober 2023 - Desember 2024",
        "Desember - Maret 2024",
    ],
)
def test_months_that_are_no_quarter_semester_or_year_name_no_period(line):
    assert period_of_months(line) is None


def test_a_title_and_months_that_contradict_it_name_no_period(tmp_path):
    heads = ["Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"]
    third = "Rekap Triwulan III Tahun 2024"
    agreeing = table(heads, title=(third, "Periode: 1 Juli s.d. 30 September 2024"))
    assert found(tmp_path, agreeing).period == parse_period("III-2024")
    contradicting = table(heads, title=(third, "Periode: 1 Oktober s.d. 31 Desember 2024"))
    assert found(tmp_path, contradicting).period is None
