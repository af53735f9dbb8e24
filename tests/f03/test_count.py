"""F-03 from a sheet: answers counted exactly, every question compulsory, nothing guessed."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.f03.problems import f03_problems
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from makers.f03_tables import FORM_A, FORM_B, SURVEY, codes, counted, told


def test_the_mean_is_that_of_all_answers():
    table = counted(["P1", "P2", "P3"], [5, 4, 0], [3, 1, 1], [0, 1, 5])

    assert table.mean == Fraction(20, 9)
    assert (table.answers, table.rows) == (9, (2, 3, 4))
    assert codes(table) == []


def test_with_complete_forms_it_is_the_mean_of_the_respondents_means():
    rows = [[5] * 14, [4] * 13 + [0], [1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 0, 1, 2]]
    each = [Fraction(sum(row), 70) * 5 for row in rows]

    table = counted([question.code for question in FORM_A.questions], *rows)

    assert table.mean == sum(each) / len(each)


@given(st.lists(st.lists(st.sampled_from(range(6)), min_size=3, max_size=3), min_size=1, max_size=20))
def test_the_mean_is_exact(rows):
    table = counted(["P1", "P2", "P3"], *rows)

    assert table.answers == 3 * len(rows)
    assert table.mean == Fraction(sum(map(sum, rows)), table.answers)


@pytest.mark.parametrize(("form", "letter"), [(FORM_A, "A"), (FORM_B, "B")])
def test_each_form_is_known_by_its_codes_and_by_what_its_questions_are_about(form, letter):
    answers = [[5] * len(form.questions)] * 12
    by_code = counted([question.code for question in form.questions], *answers)
    by_words = counted([f"{each.no}. {each.about}" for each in form.questions], *answers)
    by_number = counted([f"Pertanyaan {each.no}" for each in form.questions], *answers)

    for table in (by_code, by_words, by_number):
        assert table.asked.form is not None
        assert (table.asked.form.code, table.answers) == (letter, 12 * len(form.questions))
        assert [each.code for each in f03_problems(table, SURVEY)] == ["E235"] * (letter == "B")


def test_another_number_of_questions_is_a_warning_that_names_them():
    table = counted(["Q1", "Q2", "Q3"], [5, 5, 5], [5, 5, 5])

    (warning,) = (each for each in f03_problems(table, SURVEY) if each.code == "E231")

    assert warning.severity == "warning"
    assert message_of(warning).startswith(
        "yang dihitung 3 pertanyaan, sedangkan formulirnya memuat 14 (A, luring)"
    )
    assert "A “Q1”, B “Q2”, C “Q3”" in hint_of(warning)


@pytest.mark.parametrize(("respondents", "note"), [(9, ["E232"]), (10, [])])
def test_fewer_respondents_than_asked_for_are_noted(respondents, note):
    table = counted([each.code for each in FORM_A.questions], *[[5] * 14] * respondents)
    assert [each.code for each in f03_problems(table, SURVEY)] == note


def test_a_blank_answer_is_an_error_with_its_cells_and_nothing_is_scored():
    table = counted(["P1", "P2"], [5, None], [5, " "], [4, 4])

    assert isinstance(table.mean, NotScored)
    assert told(table, "J310") == [("B2", "butir B “P2” tidak dijawab (2 sel: B2:B3)")]


def test_a_question_that_nobody_answered_is_not_passed_over():
    table = counted(["P1", "P2"], [5, None], [4, None])
    assert told(table, "J310")[0][0] == "B2"


@pytest.mark.parametrize(
    "written",
    [
        4,
        4.0,
        "4",
        " 4 ",
        "4.0",
        "4,00",
        "4/5",
        "4 / 5",
        "4,0/5",
        "4 dari 5",
        "4 - Baik",
        "4 (baik)",
        "4. Baik",
    ],
)
def test_whole_numbers_are_answers_however_they_are_written(written):
    table = counted(["P1"], [written], [5])
    assert (table.mean, codes(table)) == (Fraction(9, 2), [])


@pytest.mark.parametrize(
    ("written", "value"), [("5/5", 5), ("0/5", 0), ("5 - Sangat Baik", 5), ("0 = sangat buruk", 0)]
)
def test_the_ends_of_the_scale_are_answers_too(written, value):
    assert counted(["P1"], [written]).mean == value


@pytest.mark.parametrize(
    ("wrong", "code", "shown"),
    [
        (6, "J301", "6 bukan"),
        (-1, "J301", "-1 bukan"),
        (3.5, "J301", "3,5 bukan"),
        ("3,5", "J301", "3,5 bukan"),
        ("4.000", "J301", "4.000 bukan"),
        ("4.5/5", "J313", "“4.5/5” memuat"),
        ("4,5 / 5", "J313", "“4,5 / 5” memuat"),
        ("8/10", "J313", "“8/10” memuat"),
        ("6/5", "J313", "“6/5” memuat"),
        ("5/4", "J313", "“5/4” memuat"),
        ("4-5", "J313", "“4-5” memuat"),
        ("4 atau 5", "J313", "“4 atau 5” memuat"),
        ("80%", "J305", "sel berisi persen"),
        (PercentCell(1.0), "J305", "sel berisi persen"),
        ("4 - Sangat Baik", "J302", "“4 - Sangat Baik” tidak dikenal sebagai jawaban butir A “P1”"),
        ("0 - Sangat Baik", "J302", "“0 - Sangat Baik” tidak dikenal"),
        (True, "J303", "sel berisi BENAR"),
        ("-", "J308", "“-” bukan jawaban"),
        ("081200000000", "J301", "(tidak ditampilkan) bukan"),
        (3_200_000_000_000_000, "J301", "(tidak ditampilkan) bukan"),
        (1e300, "J301", "(tidak ditampilkan) bukan"),
        (ErrorCell("#REF!"), "J306", "sel menampilkan #REF!"),
        (UncachedFormula(), "J307", "sel berisi rumus"),
    ],
)
def test_a_wrong_cell_among_answers_is_an_error_that_shows_nothing_of_a_person(wrong, code, shown):
    table = counted(["P1", "P2"], [4, 5], [wrong, 5])

    (problem,) = (each for each in f03_problems(table, SURVEY) if each.severity == "error")

    assert isinstance(table.mean, NotScored)
    assert (problem.code, str(problem.where)) == (code, "skm.xlsx!Jawaban:A3")
    assert message_of(problem).startswith(shown)
    assert hint_of(problem).startswith("Tulis ")
    assert not any(unknown in hint_of(problem) for unknown in ("--lenient", "rubrik"))


def test_the_same_wrong_number_is_one_line_for_each_column_with_its_cells():
    table = counted(["P1", "P2"], *[[8, 5]] * 4, [5, 8], [8, 8])

    message = "8 bukan jawaban yang mungkin: bilangan bulat 0 sampai 5"
    assert told(table, "J301") == [
        ("A2", f"{message} (5 sel: A2:A5, A7)"),
        ("B6", f"{message} (2 sel: B6:B7)"),
    ]


def test_a_respondent_who_only_gave_wrong_answers_is_none_that_is_left_out():
    table = counted(["P1", "P2"], [5, 5], [7, 8])
    assert [cell for cell, _ in told(table, "J301")] == ["A3", "B3"]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2024, 5, 4), "J304"),
        (datetime(2024, 5, 4, tzinfo=UTC), "J304"),
        ("4-Mei", "J302"),
        ("04-May", "J302"),
        ("4/5/2024", "J313"),
        ("5-Apr", "J302"),
    ],
)
def test_an_answer_that_became_a_date_is_an_error(day, code):
    table = counted(["P1", "P2"], [4, 5], [4, day])

    assert [cell for cell, _ in told(table, code)] == ["B3"]
    assert isinstance(table.mean, NotScored)


def test_how_a_date_is_made_an_answer_again_is_said():
    table = counted(["P1", "P2"], [4, 5], [4, date(2024, 5, 4)])

    (problem,) = (each for each in f03_problems(table, SURVEY) if each.code == "J304")
    assert hint_of(problem).startswith(
        "Jadikan kolom itu berformat Teks, lalu tulis lagi jawabannya sebagai 4"
    )


@pytest.mark.parametrize("header", ["P1", "1.a.K1"])
def test_a_question_answered_in_words_is_an_error_that_names_the_column(header):
    table = counted([header, "P2"], ["Sangat Baik", 5], ["Baik", 4], ["Kurang baik", 3])

    named = f"dikenal sebagai jawaban butir A “{header}”"
    assert [(cell, named in message) for cell, message in told(table, "J302")] == [
        ("A2", True),
        ("A3", True),
        ("A4", True),
    ]
    assert isinstance(table.mean, NotScored)


@pytest.mark.parametrize("header", ["Kepuasan Anda secara umum", "Persyaratan mudah dipenuhi"])
def test_a_column_in_words_of_which_it_is_not_known_whether_it_is_a_question_is_asked_about(header):
    table = counted([header, "P2"], ["Sangat Baik", 5], ["Baik", 4], ["Kurang baik", 3])

    assert [cell for cell, _ in told(table, "E230")] == ["A1"]
    assert isinstance(table.mean, NotScored)


def test_two_columns_for_one_question_are_an_error():
    table = counted(["P1", "Q1", "P2"], [5, 4, 5], [4, 4, 5])

    assert told(table, "K203") == [("B1", "butir 1 “P1” ada di lebih dari satu kolom: A1 dan B1")]
    assert isinstance(table.mean, NotScored)


def test_a_file_without_answers_has_no_questions():
    for rows in ([], [[None]], [["Nama", "Asal"], ["Budi", "Contohan"]], [["Nama", "Usia"], ["Budi", 4]]):
        table = counted(*rows)
        assert table.asked.columns == ()
        assert isinstance(table.mean, NotScored)


def test_a_header_alone_is_no_respondent():
    assert counted(["P1", "P2"]).rows == ()


def test_answers_of_1_to_4_alone_raise_the_question_of_the_scale():
    table = counted(["P1"], [1], [4])

    assert codes(table) == ["E226"]
    assert table.mean == Fraction(5, 2)
    assert codes(counted(["P1"], [1], [0])) == []


def test_no_text_of_a_respondent_reaches_a_message():
    table = counted(
        ["Nama", "Rahasia", "P1", "P2"],
        ["Budi Rahasia", "Rahasia sekali", 5, "Rahasia"],
        ["Rahasia", "Rahasia", "Rahasia", 3],
    )

    problems = f03_problems(table, SURVEY)
    assert codes(table) == ["E224", "J302"]
    assert all("Rahasia" not in message_of(each).replace("B “Rahasia”", "") for each in problems)


def test_a_header_that_may_be_a_person_is_not_shown():
    table = counted(["P1", "budi@contoh.id", "NIK 3201010101010001"], [5, "x", "y"])
    assert told(table, "E224")[0][1].count("(tidak ditampilkan)") == 2
