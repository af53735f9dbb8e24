"""Where the header is and which column holds what: exports.md, Headers."""

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.sheet_layout import match_layout
from makers.exports import table

RUBRIC = load_rubric("ipak-ipkp").rubric
HEADER = table(RUBRIC, [])[0]
WHERE = Where("uji.xlsx", "Lembar")


def match(*rows):
    return match_layout(rows, RUBRIC, WHERE)


def codes(found):
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    "name",
    ["Timestamp", "Cap waktu", "Stempel waktu", "Time stamp", "Tanggal", "CAP WAKTU ", "Completion time"],
)
def test_the_time_column_has_many_names(name):
    assert match([name, *HEADER[1:]]).layout.time == 1


def test_a_title_a_period_line_and_blank_rows_may_stand_above():
    found = match(["Rekap Survei Triwulan II 2024"], [], ["Periode April s.d. Juni"], HEADER)

    assert found.layout.header_rows == (4, 4)
    assert found.layout.named_period == Period.quarter(2024, 2)
    assert found.problems == ()


def test_a_row_of_groups_may_stand_above_and_name_the_other_columns():
    groups = ["Cap waktu", "Survei Persepsi Anti Korupsi", *[None] * 13]

    found = match(groups, [None, *HEADER[1:]])

    assert found.layout.header_rows == (2, 2)
    assert found.layout.time == 1


def test_codes_may_stand_above_sentences():
    found = match(["Timestamp", *(f"I{n}" for n in range(1, 15))], [None, *HEADER[1:]])

    assert found.layout.header_rows == (1, 2)
    assert found.layout.items["I14"] == 15
    assert found.problems == ()


def test_an_item_without_a_column_is_an_error_that_lists_the_columns_left_over():
    found = match([*HEADER[:-1], "Ongkos layanan"])

    (problem,) = found.problems
    assert problem.code == "K202"
    assert "I14" in message_of(problem)
    assert "O1 “Ongkos layanan”" in message_of(problem)


def test_two_columns_for_one_item_are_an_error_that_shows_both():
    found = match([*HEADER, HEADER[3]])

    (problem,) = found.problems
    assert problem.code == "K203"
    assert "D1 dan P1" in message_of(problem)


def test_a_header_between_two_items_is_an_error_that_shows_both():
    found = match([*HEADER[:2], f"{HEADER[2]} / {HEADER[3]}", *HEADER[4:]])

    torn = next(problem for problem in found.problems if problem.code == "K204")
    assert "I2" in message_of(torn)
    assert "I3" in message_of(torn)


def test_a_typo_is_noted():
    found = match([*HEADER[:7], HEADER[7].replace("unit layanan", "uni layanan"), *HEADER[8:]])

    assert codes(found) == ["K206"]
    assert found.layout.items["I7"] == 8


def test_other_columns_are_kept_apart():
    found = match(["Email Address", "Nama", "Skor", "Jenis Kelamin", *HEADER, "Saran"])

    layout = found.layout
    assert layout.time == 5
    assert set(layout.persons) == {"Email Address", "Nama"}
    assert set(layout.others) == {"Skor", "Saran"}
    assert list(layout.profiles.values()) == [4]


def test_a_sheet_of_something_else_has_no_header():
    assert match(["Daftar hadir"], ["Nama", "Tanda tangan"]).found == 0


SKM = load_rubric("skm-14-2017").rubric
IPAK = load_rubric("ipak-ipkp").rubric


def match_of(rubric, *rows):
    return match_layout(rows, rubric, Where("uji.xlsx", "Lembar"))


FORMS = ["Unsur {}", "unsur_{}", "P{}", "Q0{}", "Pertanyaan {}", "Pertanyaan ke-{}", "skm/P{}", "SKM[SQ00{}]"]


@pytest.mark.parametrize(
    "form", [*FORMS, "Butir Pertanyaan {}.", "Nilai X{}", "Unsur {0} (U{0})", "P{} (skala 1-4)"]
)
def test_as_many_numbers_as_items_are_the_items_in_order_with_a_warning(form):
    heads = [form.format(number) for number in range(1, 10)]

    found = match_of(SKM, ["Timestamp", *heads], [None] * 10)

    assert [found.layout.items[item.code] for item in SKM.items] == list(range(2, 11))
    (warning,) = found.problems
    assert (warning.code, warning.where.cell) == ("K233", "B1")
    assert "U8 “Penanganan pengaduan, saran, dan masukan”; U9 “Sarana dan prasarana”" in message_of(warning)


def test_p1_is_an_item_of_whichever_rubric_has_as_many():
    assert match_of(IPAK, [f"P{n}" for n in range(1, 15)]).layout.items["I1"] == 1
    assert match_of(IPAK, [f"P{n}" for n in range(1, 10)]).found == 0
    assert match_of(SKM, [f"P{n}" for n in range(1, 12)]).found == 0


def test_two_counts_of_the_same_length_are_not_chosen_between():
    found = match_of(SKM, [*(f"P{n}" for n in range(1, 10)), *(f"Q{n}" for n in range(1, 10))])

    assert [problem.code for problem in found.problems[:9]] == ["K203"] * 9


@pytest.mark.parametrize("form", ["Anak {}", "Triwulan {}", "Loket {}", "Kolom{}", "{}", "No {}"])
def test_other_things_that_are_counted_are_no_questions(form):
    assert match_of(SKM, [form.format(number) for number in range(1, 10)]).found == 0


def test_a_code_in_brackets_that_is_another_number_is_no_order():
    assert match_of(SKM, [f"Unsur {number} (U{10 - number})" for number in range(1, 10)]).found == 0


def test_numbers_above_sentences_do_not_decide_the_order():
    texts = [item.text for item in SKM.items]
    turned = [*texts[:7], texts[8], texts[7]]

    found = match_of(SKM, [f"P{n}" for n in range(1, 10)], turned)

    assert (found.layout.items["U8"], found.layout.items["U9"]) == (9, 8)
    assert found.problems == ()


def test_merged_heads_of_two_rows_are_read_together():
    groups = ["No", "Data Responden", None, "Unsur Pelayanan", *[None] * 8]
    heads = [None, "Jenkel", "Umur", *(f"U{n}" for n in range(1, 10))]

    found = match_of(SKM, groups, heads, [1, "P", 30, *[4] * 9])

    assert found.layout.header_rows == (2, 2)
    assert set(found.layout.profiles) == {"jenis-kelamin", "usia"}
    assert found.layout.items["U1"] == 4
