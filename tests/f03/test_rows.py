"""Which rows are the header, respondents, and neither: titles above, summaries and signatures below."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from makers.f03_tables import FORM_A, codes, counted, told

PEOPLE = [[number, f"Orang {number}", 5, 4] for number in range(1, 6)]
HEADER = ["No", "Nama", "P1", "P2"]


@pytest.mark.parametrize(
    "above",
    [
        [],
        [[None, " "], []],
        [["REKAP F-03"], ["Unit", "Kantor Contoh"], ["Jumlah responden", 5], []],
        [["SURVEI PENGGUNA LAYANAN", None, None, "Tahun 2025"]],
    ],
)
def test_titles_may_stand_above_the_header(above):
    table = counted(*above, HEADER, *PEOPLE)
    assert (table.mean, len(table.rows), codes(table)) == (Fraction(9, 2), 5, ["E224"])


def test_numbers_of_questions_below_a_merged_title_are_the_header():
    first, second = ["No", "Umur", "Pertanyaan"], [None, None, *range(1, 15)]
    table = counted(first, second, *([n, 3, *[5] * 14] for n in range(1, 4)))

    assert (table.mean, table.asked.columns, table.rows) == (5, tuple(range(3, 17)), (3, 4, 5))
    assert told(table, "E224") == [("A2", "kolom A “No”, B “Umur” tidak dihitung sebagai pertanyaan")]


@pytest.mark.parametrize("numbers", [range(1, 12), map(str, range(1, 12)), [f"({n})" for n in range(1, 12)]])
def test_numbers_of_questions_may_be_the_header_themselves(numbers):
    table = counted(["No", *numbers], [1, *[5] * 11], [2, *[5] * 11])
    assert (table.mean, table.asked.form.code, table.rows) == (5, "B", (2, 3))


def test_codes_below_sentences_belong_to_the_header():
    questions = FORM_A.questions
    first, second = (
        ["No", *[f"Hal {each.no} yang dinilai" for each in questions]],
        [None, *[each.code for each in questions]],
    )
    table = counted(first, second, [1, *[5] * 14], [2, *[4] * 14])
    assert (table.asked.form.code, table.rows, table.mean) == ("A", (3, 4), Fraction(9, 2))


def test_a_row_that_numbers_the_columns_is_no_respondent():
    header = ["No", "Nama", *[f"P{n}" for n in range(1, 6)]]
    table = counted(header, range(1, 8), *([n, "x", *[5] * 5] for n in range(1, 4)))
    assert (table.mean, table.rows) == (5, (3, 4, 5))


@pytest.mark.parametrize(
    "label",
    [
        "Jumlah", "JUMLAH NILAI", "Jml", "Total", "Rata-rata", "Rata2", "Rerata", "NRR",
        "NRR tertimbang", "Nilai per unsur",
        "Mutu", "Mutu per unsur", "Kinerja unit pelayanan", "Peringkat", "Target", "Min",
        "Nilai maksimum", "Bobot",
        "Triwulan lalu", "Standar deviasi", "Jumlah responden: 5",
    ],
)  # fmt: skip
@pytest.mark.parametrize("column", [0, 1])
def test_summaries_below_are_no_respondents(label, column):
    footer = [None, None, 5, 4]
    footer[column] = label
    table = counted(HEADER, *PEOPLE, footer)

    assert (table.mean, len(table.rows)) == (Fraction(9, 2), 5)
    message = f"tidak dihitung sebagai responden: baris ringkasan: “{label}” (baris 7)"
    assert told(table, "E233") == [(None, message)]


def test_signatures_notes_and_blank_rows_are_no_respondents():
    table = counted(
        [*HEADER, "P3"],
        *([*person, 4] for person in PEOPLE),
        [],
        [None, "Mengetahui,"],
        [None, None, "Kepala Kantor"],
        [None, None, "NIP 19800101 200501 1 001"],
    )

    assert (table.mean, len(table.rows)) == (Fraction(13, 3), 5)
    message = "tidak dihitung sebagai responden: baris tanpa satu pun jawaban (baris 8–10)"
    assert told(table, "E233") == [(None, message)]


def test_a_form_that_was_only_opened_is_no_respondent():
    table = counted(
        ["Timestamp", "P1", "P2"], ["2024/01/02", 5, 4], ["2024/01/03", None, None], ["2024/01/04", 5, 4]
    )

    assert (table.mean, table.rows) == (Fraction(9, 2), (2, 4))
    message = "tidak dihitung sebagai responden: baris tanpa satu pun jawaban (baris 3)"
    assert told(table, "E233") == [(None, message)]


@pytest.mark.parametrize("label", ["tes", "Test", "TESTING", "coba-coba", "Uji coba", "data tes", "dummy"])
@pytest.mark.parametrize("place", [0, 1])
def test_trials_are_left_out_with_a_warning(label, place):
    beside = [label, None] if place == 0 else [6, label]
    table = counted(HEADER, *PEOPLE, [*beside, 0, "Baik"])

    assert (table.mean, len(table.rows)) == (Fraction(9, 2), 5)
    assert told(table, "E238") == [(None, "baris 7 tidak dihitung, sebab isinya menyebut uji coba")]


def test_a_title_or_header_that_speaks_of_a_trial_is_no_trial():
    header, people = ["Uji coba", "P1", "P2"], [["Pasar", 5, 4], ["Kota", 4, 4], ["Desa", 4, 1]]
    table = counted(["Uji coba"], header, *people)
    assert (table.mean, table.rows, codes(table)) == (Fraction(22, 6), (3, 4, 5), ["E224"])


@pytest.mark.parametrize(
    ("footer", "why"),
    [
        ([None, None, 5, 4], "tanpa nomor urut seperti baris lain"),
        (["Harapan kami", None, 5, 5], "bertulisan di kolom yang pada baris lain berisi angka"),
        ([None, "Semester depan", 5, 5], "tanpa nomor urut seperti baris lain"),
    ],
)
def test_a_last_row_without_a_number_where_all_have_one_is_asked_about(footer, why):
    table = counted(HEADER, *PEOPLE, footer)

    message = f"1 baris mungkin jawaban, mungkin ringkasan atau catatan ({why}): baris 7"
    assert told(table, "K214") == [("A7", message)]
    assert isinstance(table.mean, NotScored)


@pytest.mark.parametrize("header", [["Nama", "Usia"], ["Responden", "Jenis Kelamin"]])
def test_a_last_row_with_nothing_beside_its_answers_is_asked_about_where_all_others_have_a_name(header):
    people = [["Ani", 30, 5, 4], ["Budi", None, 4, 4], ["Cici", 41, 3, 4]]

    table = counted([*header, "P1", "P2"], *people, [None, None, 4, 4])

    assert [cell for cell, _ in told(table, "K214")] == ["A5"]
    assert isinstance(table.mean, NotScored)
    assert len(counted([*header, "P1", "P2"], *people, [None, 25, 4, 4]).rows) == 4


def test_a_last_row_below_a_gap_is_asked_about_where_no_column_tells_respondents():
    table = counted(["P1", "P2"], [5, 4], [4, 4], [3, 4], [], [4, 4])

    assert [cell for cell, _ in told(table, "K214")] == ["A6"]
    assert isinstance(table.mean, NotScored)


def test_respondents_below_a_gap_count_where_their_number_tells_them():
    table = counted(HEADER, *PEOPLE, [], [6, "Orang 6", 5, 4])
    assert (table.mean, len(table.rows)) == (Fraction(9, 2), 6)


def test_a_respondent_in_the_middle_without_a_number_counts():
    header, people = ["No", "Nama", "Usia", "P1", "P2"], [[n, f"Orang {n}", 30, 5, 4] for n in range(1, 6)]
    table = counted(header, *people, [None, "Orang", 31, 5, 4], [7, "Orang 7", 32, 5, 4])
    assert (len(table.rows), codes(table)) == (7, ["E224"])


def test_a_row_that_has_only_a_name_where_others_have_a_number_is_asked_about():
    table = counted(HEADER, *PEOPLE, [None, "Orang", 5, 4], [7, "Orang 7", 5, 4])
    assert [cell for cell, _ in told(table, "K214")] == ["A7"]


def test_a_person_whose_name_alone_is_a_summary_s_is_asked_about_and_never_left_out():
    people = [[number, name, number % 6, 4, 3] for number, name in enumerate(["Ani", "Budi", "Nilai"], 1)]
    table = counted([*HEADER, "P3"], *people, [4, "Cici", 5, 4, 3])

    assert [cell for cell, _ in told(table, "K214")] == ["A4"]
    assert isinstance(table.mean, NotScored)


@pytest.mark.parametrize("gap", [[], [[]]])
def test_means_below_the_answers_are_no_respondent_even_without_a_label(gap):
    table = counted(
        ["Nama", "P1", "P2"], ["Ani", 5, 4], ["Budi", 4, 4], ["Cici", 4, 1], *gap, [None, 4.33, 3]
    )

    assert (table.mean, len(table.rows)) == (Fraction(22, 6), 3)
    row = 5 + len(gap)
    assert told(table, "E233") == [(None, f"tidak dihitung sebagai responden: baris ringkasan (baris {row})")]


@pytest.mark.parametrize(("bare", "asked"), [(1, ["A4"]), (5, ["A4"]), (6, [])])
def test_the_last_rows_with_nothing_beside_their_answers_are_asked_about_if_they_are_few(bare, asked):
    table = counted(["Nama", "P1", "P2"], ["Ani", 5, 4], ["Budi", 4, 4], *[[None, 4, 3]] * bare)
    assert [cell for cell, _ in told(table, "K214")] == asked


def test_rows_below_a_single_one_with_a_name_are_respondents():
    table = counted(["Nama", "P1", "P2"], ["Ani", 5, 4], [None, 4, 4], [None, 4, 3])
    assert (len(table.rows), codes(table)) == (3, ["E224"])


def test_what_only_some_have_beside_their_answers_is_missed_of_nobody():
    table = counted(["Nama", "P1", "P2"], ["Ani", 5, 4], [None, 4, 4], ["Cici", 4, 3], [None, 4, 3])
    assert (len(table.rows), codes(table)) == (4, ["E224"])


def test_a_remark_is_no_label():
    rows = [
        [f"2024/01/0{n}", 5, 4, remark]
        for n, remark in enumerate(["Rata-rata baik", "Total puas", "tes"], start=1)
    ]
    table = counted(["Timestamp", "P1", "P2", "Saran"], *rows)
    assert (len(table.rows), codes(table)) == (3, ["E224"])
