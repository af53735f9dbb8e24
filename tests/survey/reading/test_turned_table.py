"""A table of one answer a row as a sheet of one response a row: pieces, addresses, and what it costs."""

from datetime import datetime

import pytest

from ipak_cli.base.problem import Where
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.own_form import NO_OWN_HEADS
from ipak_cli.survey.reading.long_table import LongForm
from ipak_cli.survey.reading.turned_table import turned_table
from ipak_cli.tables.workbook import PieceSheet
from makers.exports import example_rows, item_columns, table
from makers.long_tables import melted
from makers.sheets import pieces
from makers.work import calls_of

IPAK = load_rubric("ipak-ipkp").rubric
FORM = LongForm(Where("uji.csv"), IPAK, NO_OWN_HEADS)
ANSWERS = [[4, 3, 2, 1, *[4] * 10], [1, 2, 3, 4, *[1] * 10], [2] * 14]


def sheet_of(rows, size=50_000):
    """Return rows as a sheet that is read in pieces of that many rows at the most."""
    return PieceSheet("uji.csv", None, lambda most: pieces(rows, min(most, size)))


def turned(rows, size=50_000):
    return turned_table(sheet_of(rows, size), FORM)


@pytest.mark.parametrize("period", [1, 2, 3, 4])
def test_a_wide_example_is_no_long_table(period):
    assert turned(example_rows(period)) is None


def test_a_wide_table_of_codes_or_with_an_item_as_an_answer_is_no_long_table():
    codes = [
        ["Waktu", *(item.code for item in IPAK.items)],
        *([f"{day}/10/2024", *[4] * 14] for day in range(1, 9)),
    ]
    assert turned(codes) is None

    once = [
        ["No", "Yang perlu diperbaiki", "Nilai"],
        *([n, item.text, 4] for n, item in enumerate(IPAK.items)),
    ]
    assert turned(once) is None


def test_the_turned_table_is_the_wide_one_with_the_cells_of_the_long_one():
    wide = table(IPAK, ANSWERS)
    long = turned([["Survei Triwulan III 2024"], *melted(wide, range(1, 15))])

    head = long.sheet(sheet_of([[]])).head()
    assert head[1] == ["ID Responden", *wide[0]]
    assert [row[1:] for row in head[2:]] == wide[1:]
    assert "Survei Triwulan III 2024" in head[0]
    # The header of a question is its first cell; ID, time, first and last answer of the second respondent.
    assert [long.cell(2, column) for column in (1, 2, 3, 16)] == ["A2", "B2", "C3", "C16"]
    assert [long.cell(4, column) for column in (1, 2, 3, 16)] == ["A17", "B17", "D17", "D30"]
    assert long.rows([(3, 3), (5, 5)]) == [(3, 16), (31, 44)]
    assert list(long.runs([(3, 5)], 3)) == [("D3", 1), ("D17", 1), ("D31", 1)]


def test_answers_one_below_the_other_are_told_as_a_run():
    head, *body = melted(table(IPAK, ANSWERS), range(1, 15))
    body.sort(key=lambda row: row[2])
    long = turned([head, *body])

    assert list(long.runs([(2, 4)], 3)) == [("D2:D4", 3)]
    assert long.rows([(2, 2)]) == [(row, row) for row in range(2, 44, 3)]


@pytest.mark.parametrize("size", [1, 7, 14, 1000])
def test_the_pieces_of_the_sheet_make_no_difference(size):
    rows = melted(table(IPAK, ANSWERS), range(1, 15), shuffled=True)
    whole, parted = turned(rows), turned(rows, size)

    assert parted.sheet(sheet_of(rows)).head() == whole.sheet(sheet_of(rows)).head()
    assert [parted.cell(3, column) for column in range(1, 17)] == [
        whole.cell(3, column) for column in range(1, 17)
    ]


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_the_turned_table_is_read_in_pieces(size):
    rows = melted(table(IPAK, ANSWERS), range(1, 15))
    found = [piece.rows.tolist() for piece in turned(rows).pieces(size)]

    assert [row for part in found for row in part] == [1, 2, 3, 4]
    assert max(map(len, found)) <= max(size, 1)


def test_real_dates_stay_dates():
    rows = melted(table(IPAK, ANSWERS), range(1, 15))
    for row in rows[1:]:
        row[1] = datetime.fromisoformat(f"2024-10-{row[0][2:]}T09:30")

    head = turned(rows).sheet(sheet_of(rows)).head()

    assert [row[1] for row in head[1:]] == [
        datetime.fromisoformat(f"2024-10-0{day}T09:30") for day in (1, 2, 3)
    ]


def test_an_answer_in_a_second_column_is_told_there():
    head, *body = melted(table(IPAK, ANSWERS), range(1, 15))
    rows = [[*head[:3], "Nilai", "Jawaban teks"], *([*row, ""] for row in body)]
    rows.append(["R001", body[0][1], "Saran/masukan", "", "Tambah kursi"])

    assert turned(rows).cell(2, 17) == "E44"


def test_twice_the_rows_are_twice_the_work_at_most():
    wide = example_rows(3)
    asked = item_columns(wide[0])
    people = [[f"{number} {row[0]}", *row[1:]] for number in range(20) for row in wide[1:]]
    few, many = (melted([wide[0], *people[:count]], asked) for count in (400, 800))

    assert calls_of(lambda: turned(many)) < 2.2 * calls_of(lambda: turned(few))
