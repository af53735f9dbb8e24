"""Where a label begins to be a summary's."""

import pytest

from ipak_cli.survey.reading.row_looks import SummaryLikeness, is_numbered, is_short, label_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Jumlah per unsur", SummaryLikeness.WHOLE),
        ("Jumlah per Sari", SummaryLikeness.MOST),
        ("Jumlah Sari", SummaryLikeness.PART),
        ("Jumlah per Sari Dewi", SummaryLikeness.PART),
        ("per Sari", SummaryLikeness.OTHER),
    ],
)
def test_more_than_half_of_the_words_are_most_of_them(text, label):
    assert label_of(text) is label


def test_a_text_of_160_letters_may_be_a_label_and_one_of_161_is_none():
    text = "jumlah " + "per " * 37 + "unsur"

    assert (len(text), label_of(text)) == (160, SummaryLikeness.WHOLE)
    assert label_of(f"{text} ") is SummaryLikeness.OTHER


@pytest.mark.parametrize("text", ["12", "2024", "---", "", "Sari", "Tahun", "Tahun 12", "Mei Sari 2024"])
def test_a_number_a_name_and_signs_are_no_labels(text):
    assert label_of(text) is SummaryLikeness.OTHER


@pytest.mark.parametrize("text", ["∑", "Σ", "%", "∑ 12"])
def test_a_sign_of_sums_is_a_label_without_words(text):
    assert label_of(text) is SummaryLikeness.WHOLE


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Tahun 1899", SummaryLikeness.OTHER),
        ("Tahun 1900", SummaryLikeness.MOST),
        ("Tahun 2099", SummaryLikeness.MOST),
        ("Tahun 2100", SummaryLikeness.OTHER),
        ("Tahun 20245", SummaryLikeness.PART),
    ],
)
def test_a_year_is_one_of_the_20th_or_the_21st_century(text, label):
    assert label_of(text) is label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mei", SummaryLikeness.PART),
        ("Bulan Mei", SummaryLikeness.MOST),
        ("Mei 2024", SummaryLikeness.MOST),
        ("12 Mei", SummaryLikeness.PART),
        ("12 Mei 2024", SummaryLikeness.PART),
        ("Bulan Sari", SummaryLikeness.OTHER),
    ],
)
def test_a_period_has_more_than_its_month_and_no_number_but_years(text, label):
    assert label_of(text) is label


def test_labels_are_four_and_in_order():
    assert [label.name for label in sorted(SummaryLikeness)] == ["OTHER", "PART", "MOST", "WHOLE"]
    assert list(map(int, SummaryLikeness)) == [0, 1, 2, 3]


def test_a_label_of_three_letters_may_be_initials_and_one_of_four_is_none():
    assert [is_short(text) for text in ("SD", "Max", "M.A.X", "u1 ab", "Maks", "SD ab")] == [True] * 4 + [
        False
    ] * 2


def test_four_spaced_letters_are_a_word_and_three_are_three_words():
    assert label_of("M E A N") is SummaryLikeness.WHOLE
    assert label_of("S U M") is SummaryLikeness.OTHER
    assert label_of("M E AN") is SummaryLikeness.OTHER


@pytest.mark.parametrize(
    ("text", "numbered"),
    [
        ("7", True), ("R-07", True), ("3a", True), ("R", False), ("", False), ("Rata2", False),
        ("Triwulan 2", False), ("Mei 7", False),
    ],
)  # fmt: skip
def test_a_code_with_a_number_is_one_unless_a_word_of_it_is_a_summarys_or_a_period(text, numbered):
    assert is_numbered(text) is numbered
