"""Headers that only count the questions."""

import pytest

from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.layout import match_layout

SKM = load_rubric("skm-14-2017").rubric
IPAK = load_rubric("ipak-ipkp").rubric


def match(rubric, *rows):
    return match_layout(rows, rubric, Where("uji.xlsx", "Lembar"))


FORMS = ["Unsur {}", "unsur_{}", "P{}", "Q0{}", "Pertanyaan {}", "Pertanyaan ke-{}", "skm/P{}", "SKM[SQ00{}]"]


@pytest.mark.parametrize(
    "form", [*FORMS, "Butir Pertanyaan {}.", "Nilai X{}", "Unsur {0} (U{0})", "P{} (skala 1-4)"]
)
def test_as_many_numbers_as_items_are_the_items_in_order_with_a_warning(form):
    heads = [form.format(number) for number in range(1, 10)]

    found = match(SKM, ["Timestamp", *heads], [None] * 10)

    assert [found.layout.items[item.code] for item in SKM.items] == list(range(2, 11))
    (warning,) = found.problems
    assert (warning.code, warning.where.cell) == ("K233", "B1")
    assert "U8 “Penanganan pengaduan, saran, dan masukan”; U9 “Sarana dan prasarana”" in message_of(warning)


def test_p1_is_an_item_of_whichever_rubric_has_as_many():
    assert match(IPAK, [f"P{n}" for n in range(1, 15)]).layout.items["I1"] == 1
    assert match(IPAK, [f"P{n}" for n in range(1, 10)]).found == 0
    assert match(SKM, [f"P{n}" for n in range(1, 12)]).found == 0


def test_two_counts_of_the_same_length_are_not_chosen_between():
    found = match(SKM, [*(f"P{n}" for n in range(1, 10)), *(f"Q{n}" for n in range(1, 10))])

    assert [problem.code for problem in found.problems[:9]] == ["K203"] * 9


@pytest.mark.parametrize("form", ["Anak {}", "Triwulan {}", "Loket {}", "Kolom{}", "{}", "No {}"])
def test_other_things_that_are_counted_are_no_questions(form):
    assert match(SKM, [form.format(number) for number in range(1, 10)]).found == 0


def test_a_code_in_brackets_that_is_another_number_is_no_order():
    assert match(SKM, [f"Unsur {number} (U{10 - number})" for number in range(1, 10)]).found == 0


def test_numbers_above_sentences_do_not_decide_the_order():
    texts = [item.text for item in SKM.items]
    turned = [*texts[:7], texts[8], texts[7]]

    found = match(SKM, [f"P{n}" for n in range(1, 10)], turned)

    assert (found.layout.items["U8"], found.layout.items["U9"]) == (9, 8)
    assert found.problems == ()


def test_merged_heads_of_two_rows_are_read_together():
    groups = ["No", "Data Responden", None, "Unsur Pelayanan", *[None] * 8]
    heads = [None, "Jenkel", "Umur", *(f"U{n}" for n in range(1, 10))]

    found = match(SKM, groups, heads, [1, "P", 30, *[4] * 9])

    assert found.layout.header_rows == (2, 2)
    assert set(found.layout.profiles) == {"jenis-kelamin", "usia"}
    assert found.layout.items["U1"] == 4
