"""F-03: questions told from other columns, answers counted exactly, nothing guessed."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.arithmetic import NotScored
from ipak_cli.cells import ErrorCell, PercentCell, UncachedFormula
from ipak_cli.pekppp.f03 import count_answers, f03_problems
from ipak_cli.pekppp.f03_headers import asks_no_question
from ipak_cli.problems import Where

SHEET = Where("skm.xlsx", "Jawaban")


def counted(*rows):
    """Count rows that stand one below the other from A1 on."""
    return count_answers((number, dict(enumerate(row, start=1))) for number, row in enumerate(rows, start=1))


def codes(table):
    return [problem.code for problem in f03_problems(table, SHEET)]


def test_the_mean_is_pooled_over_all_answers():
    table = counted(["P1", "P2", "P3"], [5, 4, 0], [3, None, None], [None, 1, 5])

    assert table.mean == Fraction(18, 6)
    assert (table.answers, table.rows) == (6, (2, 3, 4))
    assert codes(table) == []


def test_a_blank_is_no_answer_and_no_0():
    table = counted(["P1", "P2"], [5, None], [5, "  "], [None, ""], [0, None])

    assert table.mean == Fraction(10, 3)
    assert table.rows == (2, 3, 5)


def test_the_mean_is_exact():
    assert counted(["P1"], [5], [4], [4]).mean == Fraction(13, 3)


def test_the_first_row_that_is_not_blank_is_the_header():
    assert counted([None, " "], [], ["P1", "P2"], [None, None], [4, 5]).mean == Fraction(9, 2)


@given(st.lists(st.lists(st.sampled_from([None, 0, 1, 2, 3, 4, 5]), min_size=3, max_size=3), max_size=20))
def test_the_mean_is_that_of_all_given_answers(rows):
    given_answers = [answer for row in rows for answer in row if answer is not None]

    table = counted(["P1", "P2", "P3"], *rows)

    assert table.answers == len(given_answers)
    if given_answers:
        assert table.mean == Fraction(sum(given_answers), len(given_answers))
    else:
        assert isinstance(table.mean, NotScored)


@pytest.mark.parametrize("written", [4, 4.0, "4", " 4 ", "4.0", "4,00"])
def test_whole_numbers_are_answers_however_they_are_written(written):
    assert counted(["P1"], [written], [5]).mean == Fraction(9, 2)


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        (6, "6"),
        (-1, "-1"),
        (3.5, "3,5"),
        ("3,5", "3,5"),
        ("4.000", "4,000"),
        (True, "isi sel ini"),
        ("lima", "isi sel ini"),
        ("-", "isi sel ini"),
        ("Budi Contoh", "isi sel ini"),
        ("081200000000", "isi sel ini"),
        (3_200_000_000_000_000, "isi sel ini"),
        pytest.param(10**5000, "isi sel ini", id="huge"),
        (float("nan"), "isi sel ini"),
        (date(2024, 4, 3), "isi sel ini"),
        (ErrorCell("#REF!"), "isi sel ini"),
        (UncachedFormula(), "isi sel ini"),
        (PercentCell(1.0), "isi sel ini"),
    ],
)
def test_a_wrong_cell_among_answers_is_an_error_that_shows_short_numbers_alone(wrong, shown):
    table = counted(["P1", "P2"], [4, 5], [wrong, 5])

    (problem,) = f03_problems(table, SHEET)

    assert isinstance(table.mean, NotScored)
    assert (problem.code, problem.severity) == ("E221", "error")
    assert str(problem.where) == "skm.xlsx!Jawaban:A3"
    assert problem.message == f"{shown} bukan bilangan bulat 0 sampai 5"


def test_a_wrong_cell_before_the_first_answer_is_seen_too():
    table = counted(["P1"], ["lima"], [7], [5])
    assert [cell.row for cell in table.wrong] == [2, 3]


def test_wrong_cells_beyond_a_thousand_are_counted():
    table = counted(["P1"], [5], *[["x"]] * 1005)

    assert (len(table.wrong), table.unlisted) == (1000, 5)
    assert codes(table)[-1] == "J312"


def test_columns_without_answers_are_passed_over_with_a_note():
    when = datetime(2024, 8, 1, 9, 30, tzinfo=UTC)
    rows = [["Kapan", "P1", "Asal", "Antrean", "P2", "P3"], [when, 4, "Contohan", 17, 5, None]]

    table = counted(*rows)

    assert table.questions == (2, 5)
    (note,) = f03_problems(table, SHEET)
    assert (note.code, note.severity) == ("E224", "note")
    assert note.message == "kolom A, C, D, F tidak dihitung sebagai pertanyaan"


def test_columns_known_to_ask_no_question_are_passed_over_although_they_hold_small_numbers():
    table = counted(["No", "Usia", "Jenis Kelamin", "P1"], [1, 4, 2, 5], [2, 40, 1, 5], [None, 3, 1, None])

    assert table.questions == (4,)
    assert table.mean == 5
    assert table.rows == (2, 3)
    assert codes(table) == ["E224"]


@pytest.mark.parametrize(
    "header",
    [
        "Timestamp", "Cap waktu", "Tanggal", "Completion time", "Nama Lengkap", "Nama (opsional)", "E-mail",
        "Alamat Email", "No. HP", "Nomor Telepon Anda", "Usia (tahun)", "Umur responden", "Jenis Kelamin",
        "Gender", "Pendidikan Terakhir", "Pekerjaan Anda", "Jenis layanan yang diterima", "Service", "No.",
        "NO", "ID", "Saran dan masukan", "Kritik & Saran", "Comments", "3. Nama", "Your age", "Rata-rata",
    ],
)  # fmt: skip
def test_headers_about_time_person_service_and_remarks_ask_no_question(header):
    assert asks_no_question(header)


@pytest.mark.parametrize(
    "header",
    [
        "P1", "Kesesuaian waktu pelayanan", "Apakah petugas menyebut nama?", "Kejelasan layanan", "Biaya",
        "Penanganan pengaduan, saran dan masukan", "Waktu penyelesaian", "U1", "12", "anda", "",
    ],
)  # fmt: skip
def test_other_headers_may_ask_a_question(header):
    assert not asks_no_question(header)


@pytest.mark.parametrize("header", [None, 4, "5", "1."])
def test_answers_below_no_title_are_an_error(header):
    table = counted(["P1", header], [5, 4])

    (problem,) = f03_problems(table, SHEET)

    assert isinstance(table.mean, NotScored)
    assert problem.code == "E225"
    assert problem.message.startswith("kolom B berisi jawaban")


def test_a_file_without_answers_has_no_questions():
    for rows in ([], [[None]], [["P1", "P2"]], [["Nama", "Asal"], ["Budi", "Contohan"]]):
        table = counted(*rows)
        assert table.questions == ()
        assert isinstance(table.mean, NotScored)


def test_answers_of_1_to_4_alone_raise_the_question_of_the_scale():
    table = counted(["P1"], [1], [4])

    (note,) = f03_problems(table, SHEET)

    assert (note.code, note.severity) == ("E226", "warning")
    assert table.mean == Fraction(5, 2)
    assert codes(counted(["P1"], [1], [0])) == []


def test_no_text_of_a_respondent_reaches_a_message():
    table = counted(
        ["Nama", "Rahasia", "P1", "P2"],
        ["Budi Rahasia", "Rahasia sekali", 5, "Rahasia"],
        ["Rahasia", None, "Rahasia", 3],
    )

    assert len(table.wrong) == 2
    assert all("Rahasia" not in p.message + p.hint + str(p.where) for p in f03_problems(table, SHEET))
