"""Recaps that contradict themselves: nothing of them is dropped in silence."""

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.survey.reading.recap_read import find_recap
from ipak_cli.tables.open import open_any
from makers.exports import write_xlsx

IPAK = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
STARS = ["Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"]


def found(tmp_path, rows, rubric=IPAK, **asked):
    return find_recap(open_any(write_xlsx(tmp_path / "rekap.xlsx", rows)), rubric, **asked)


def refused(tmp_path, rows, rubric=IPAK, **asked):
    with pytest.raises(ProblemsFoundError) as error:
        found(tmp_path, rows, rubric, **asked)
    return [(each.code, each.where.cell, message_of(each)) for each in error.value.problems]


def with_sentences(rubric, texts):
    return [
        ["Kode", "Pernyataan", *STARS],
        *([item.code, text, 0, 1, 3, 37] for item, text in zip(rubric.items, texts, strict=True)),
    ]


def test_a_code_beside_the_sentence_of_another_item_is_refused_with_both_cells(tmp_path):
    texts = [item.text for item in IPAK.items]
    texts[0], texts[1] = texts[1], texts[0]
    assert [each[:2] for each in refused(tmp_path, with_sentences(IPAK, texts))] == [
        ("K266", "A2"),
        ("K266", "A3"),
    ]
    assert "kodenya I1, sedangkan kalimat di B2" in refused(tmp_path, with_sentences(IPAK, texts))[0][2]


def with_own_order(texts):
    """Return a row a text, coded I1, I2, ... downwards; the item at place n has n answers of 1."""
    place = {item.text: n for n, item in enumerate(IPAK.items)}
    rows = [
        [item.code, text, place.get(text, 0), 1, 3, 37] for item, text in zip(IPAK.items, texts, strict=True)
    ]
    return [["Kode", "Pernyataan", *STARS], *rows]


def test_codes_that_count_rows_beside_whole_sentences_in_another_order_are_no_codes(tmp_path):
    read = found(tmp_path, with_own_order([item.text for item in reversed(IPAK.items)]))
    assert [item.counts[1] for item in read.recap.items.values()] == [*range(14)]
    (told,) = read.problems
    assert (told.code, told.where.cell) == ("K268", "A2:A15")
    assert "misalnya I1 “" in message_of(told)


@pytest.mark.parametrize("change", ["a slip in a sentence", "few rows differ", "codes out of order"])
def test_codes_are_refused_where_the_sentences_are_not_certain(tmp_path, change):
    texts = [item.text for item in IPAK.items]
    if change == "few rows differ":
        texts[:6] = reversed(texts[:6])
    else:
        texts.reverse()
    if change == "a slip in a sentence":
        texts[3] = texts[3][:-2]
    rows = with_own_order(texts)
    if change == "codes out of order":
        rows[1][0], rows[2][0] = rows[2][0], rows[1][0]
    assert "K266" in {code for code, *_ in refused(tmp_path, rows)}


def test_codes_beside_their_own_sentences_are_read(tmp_path):
    read = found(tmp_path, with_sentences(IPAK, [item.text for item in IPAK.items]))
    assert read.recap.items["I1"].n == 41


def test_codes_that_many_forms_exchange_contradict_no_sentence(tmp_path):
    texts = [item.text for item in SKM.items]
    texts[7], texts[8] = texts[8], texts[7]
    assert SKM.swapped == (("U8", "U9"),)
    assert len(found(tmp_path, with_sentences(SKM, texts), SKM).recap.items) == 9


def of_sixty():
    """Return a title of 60 respondents above 41 answers of every item."""
    rows = [[item.text, 0, 1, 3, 37] for item in IPAK.items]
    return [["Jumlah responden", 60], ["Pernyataan", *STARS], *rows]


def test_more_respondents_than_answers_are_answers_not_given(tmp_path):
    ((code, cell, told),) = refused(tmp_path, of_sixty())
    assert (code, cell) == ("K258", "B1")
    assert "266 jawaban dari 60 responden tidak diberikan" in told  # 14 items, 19 people each


@pytest.mark.parametrize(
    "title",
    [
        "Triwulan II 2024 – Jumlah responden: 41",
        "Triwulan II 2024, 41 responden",
        "Rekap Triwulan II 2024 (41 responden)",
    ],
)
def test_a_title_may_end_in_the_number_of_respondents(tmp_path, title):
    assert found(tmp_path, [[title], *of_sixty()[1:]]).recap.respondents == 41


def test_a_title_of_how_many_respondents_were_sought_says_no_number(tmp_path):
    title = "Triwulan II 2024, target 60 responden"
    assert found(tmp_path, [[title], *of_sixty()[1:]]).recap.respondents is None


def test_more_answers_than_respondents_are_told_by_their_number(tmp_path):
    told = refused(tmp_path, [["Jumlah responden", 40], *of_sixty()[1:]])
    assert told[0][:2] == ("K247", "B3")
    assert "(56 sel: B3:E16)" in told[0][2]
    assert "jumlah jawaban butir I1 41, lebih banyak daripada yang mungkin dari 40 responden" in told[0][2]


def test_the_counts_of_one_item_that_are_too_many_are_named_as_a_range(tmp_path):
    rows = [["Jumlah responden", 41], *of_sixty()[1:]]
    rows[4] = [*rows[4][:4], 38]
    assert [each[:2] for each in refused(tmp_path, rows)] == [("K247", "B5:E5")]


def test_more_stars_of_an_index_than_its_respondents_give_are_told_by_their_sum(tmp_path):
    rows = [["Jumlah responden", 40], ["Indeks", *STARS], ["IPAK", 0, 2, 8, 195], ["IPKP", 1, 5, 22, 341]]
    assert refused(tmp_path, rows) == [
        ("K247", "B3:E3", "jumlah jawaban IPAK 205, lebih banyak daripada yang mungkin dari 40 responden"),
        ("K247", "B4:E4", "jumlah jawaban IPKP 369, lebih banyak daripada yang mungkin dari 40 responden"),
    ]


def of_stars(people, *, ipak=195):
    """Return the stars of 41 respondents, by index."""
    head = [["Jumlah responden", people], ["Indeks", *STARS]]
    return [*head, ["IPAK", 0, 2, 8, ipak], ["IPKP", 1, 5, 22, 341]]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (of_stars(42), "14 jawaban dari 42 responden tidak diberikan, pada IPAK dan IPKP"),
        (of_stars(41, ipak=190), "5 jawaban dari 41 responden tidak diberikan, pada IPAK"),
        (
            [["Jumlah responden", 42], STARS, [1, 7, 30, 536]],
            "14 jawaban dari 42 responden tidak diberikan, pada seluruh survei",
        ),
    ],
)
def test_more_respondents_than_stars_are_answers_not_given(tmp_path, rows, said):
    assert refused(tmp_path, rows) == [("K258", "B1", said)]
    (told,) = found(tmp_path, rows, lenient=True).problems
    assert (told.code, told.severity.value) == ("K258", "warning")


def test_stars_of_all_respondents_lack_nothing(tmp_path):
    assert found(tmp_path, of_stars(41)).problems == ()


def test_every_blank_number_of_answers_is_told(tmp_path):
    rows = [["Pernyataan", "Jumlah jawaban", "Jumlah nilai"], *([item.text, 41, 160] for item in IPAK.items)]
    rows[3][1] = rows[7][1] = None
    assert [each[:2] for each in refused(tmp_path, rows)] == [("K244", "B4"), ("K244", "B8")]


def test_answers_not_given_are_a_warning_where_the_user_allows_them(tmp_path):
    read = found(tmp_path, of_sixty(), lenient=True)
    assert [(each.code, each.severity.value) for each in read.problems] == [("K258", "warning")]
    assert (read.recap.respondents, read.recap.items["I1"].n) == (60, 41)


def test_respondents_of_the_command_are_compared_with_the_answers(tmp_path):
    ((code, cell, told),) = refused(tmp_path, of_sixty()[1:], respondents=1000)
    assert (code, cell) == ("K258", None)
    assert "13426 jawaban dari 1000 responden" in told  # 14 items, 959 people each


def test_a_rubric_that_allows_blanks_takes_fewer_answers_than_respondents(tmp_path):
    may_skip = IPAK.model_copy(update={"blank": BlankRule.MISSING})
    assert found(tmp_path, of_sixty(), may_skip).recap.respondents == 60


def beside_counts(head, *numbers):
    """Return 41 answers of every item, with sum 159, and a further column."""
    rows = [[item.text, 0, 1, 3, 37, *numbers] for item in IPAK.items]
    return [["Pernyataan", *STARS, head], *rows]


def test_a_converted_value_that_the_counts_do_not_make_is_refused(tmp_path):
    told = refused(tmp_path, beside_counts("Nilai konversi", 50))  # 159 / 41 * 25 is 96.95
    assert [each[:2] for each in told] == [("K242", "F2")]
    assert "96,95" in told[0][2] or "3,88" in told[0][2]


@pytest.mark.parametrize("right", [96.95, 97, "96,951"])  # 3.88 * 25 is 97
def test_a_converted_value_of_the_exact_or_the_rounded_mean_is_right(tmp_path, right):
    assert found(tmp_path, beside_counts("Nilai konversi", right)).recap.items["I1"].n == 41


def test_a_printed_index_of_another_name_is_compared_with_the_means(tmp_path):
    rows = [["Pernyataan", "Jumlah responden", "Rata-rata"], *([item.text, 41, 3.88] for item in IPAK.items)]
    assert found(tmp_path, [*rows, ["Nilai IKM", None, 97]]).recap.items["I1"].n == 41
    told = refused(tmp_path, [*rows, ["Nilai IKM", None, 80]])
    assert [each[:2] for each in told] == [("K242", "C16")]


def test_a_row_with_numbers_that_is_no_item_is_told(tmp_path):
    rows = [["Kode", *STARS], *([item.code, 0, 1, 3, 37] for item in IPAK.items), ["I15", 1, 1, 1, 1]]
    read = found(tmp_path, rows)
    assert [(each.code, each.where.cell) for each in read.problems] == [("K267", "A16")]
    assert "baris “I15” berisi angka" in message_of(read.problems[0])
