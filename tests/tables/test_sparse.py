from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables import sparse as module
from ipak_cli.tables.sparse import Grid
from ipak_cli.tables.workbook import PieceSheet


def filled(*cells):
    grid = Grid("a.xlsx", "Jawaban")
    for cell in cells:
        grid.put(*cell)
    return grid


def sheet_of(grid):
    grid.finish()
    return PieceSheet(grid.file, grid.sheet, grid.read)


def code_of(act):
    with pytest.raises(ProblemsFoundError) as found:
        act()
    return found.value.problems[0].code


def test_the_head_keeps_empty_rows_and_columns():
    assert sheet_of(filled((3, 2, "x"))).head() == [[None, None], [None, None], [None, "x"]]


def test_the_head_ends_where_it_is_told_to():
    assert sheet_of(filled((1, 1, "x"), (9, 1, "y"))).head(5) == [["x"]]


def test_pieces_are_labelled_by_row_and_column_and_empty_cells_are_none():
    grid = filled((9, 1, 4.0), (2, 3, "a"), (10, 2, 0.0))
    pieces = [piece.frame() for piece in sheet_of(grid).pieces(2)]
    assert [list(piece.index) for piece in pieces] == [[2, 9], [10]]
    assert [list(piece.columns) for piece in pieces] == [[1, 2, 3], [1, 2, 3]]
    assert pieces[0].to_numpy().tolist() == [[None, None, "a"], [4.0, None, None]]
    assert pieces[1].to_numpy().tolist() == [[None, 0.0, None]]


def test_an_empty_sheet_has_no_head_and_no_pieces():
    sheet = sheet_of(filled((1, 1, None)))
    assert (sheet.head(), list(sheet.pieces())) == ([], [])


def test_a_stray_cell_is_kept_and_reported_with_its_address():
    grid = filled((1, 1, "a"), (2, 1, 4.0), (1_048_576, 2, "x"))
    (problem,) = grid.finish()
    assert (problem.code, str(problem.where)) == ("F112", "a.xlsx!Jawaban:B1048576")
    assert sum(len(piece.rows) for piece in PieceSheet("a.xlsx", "Jawaban", grid.read).pieces()) == 3


def test_a_cell_far_to_the_right_makes_no_sixteen_thousand_columns_of_every_row():
    grid = filled(*((row, 1, 4.0) for row in range(1, 1_001)), (1, 16_384, "x"))
    assert grid.finish()[0].where.cell == "XFD1"
    assert [piece.frame().shape for piece in PieceSheet("a.xlsx", "Jawaban", grid.read).pieces()] == [
        (1_000, 2)
    ]


@pytest.mark.parametrize("place", [(1_048_577, 1), (1, 16_385), (0, 1), (1, 0)])
def test_a_cell_beyond_the_grid_is_refused(place):
    assert code_of(lambda: filled((*place, "x"))) == "F113"


def test_a_cell_that_is_there_twice_is_refused():
    assert code_of(lambda: filled((1, 1, "x"), (1, 1, "x"))) == "F114"


def test_cells_scattered_all_over_the_sheet_are_refused():
    assert code_of(filled(*((n * 60, n, 4.0) for n in range(1, 3_000))).finish) == "F117"


def test_rows_in_order_become_pieces_before_they_are_too_many(monkeypatch):
    monkeypatch.setattr(module, "TOGETHER", 4)
    grid = filled(*((row, column, float(row)) for row in range(1, 8) for column in (1, 3)))
    assert [piece.rows.tolist() for piece in grid.pieces] == [[1, 2], [3, 4], [5, 6]]
    assert sheet_of(grid).head(8) == [[float(row), None, float(row)] for row in range(1, 8)]
    assert [piece.rows.tolist() for piece in sheet_of(grid).pieces(1)] == [[row] for row in range(1, 8)]


def test_a_row_that_comes_after_its_piece_is_refused(monkeypatch):
    monkeypatch.setattr(module, "TOGETHER", 2)
    assert code_of(lambda: filled((1, 1, 1.0), (5, 1, 1.0), (6, 1, 1.0), (5, 2, 1.0))) == "F109"


def test_a_stray_cell_is_reported_whichever_piece_it_is_in(monkeypatch):
    monkeypatch.setattr(module, "TOGETHER", 2)
    grid = filled((1, 1, 1.0), (2, 1, 1.0), (9_000, 1, "x"), (9_001, 1, "x"), (9_002, 1, "x"))
    (problem,) = grid.finish()
    assert (problem.code, problem.where.cell, problem.values["count"]) == ("F112", "A9000", 3)


def test_cells_scattered_in_rows_that_become_a_piece_are_refused(monkeypatch):
    monkeypatch.setattr(module, "TOGETHER", 3_000)
    assert code_of(lambda: filled(*((n * 60, n, 4.0) for n in range(1, 3_005)))) == "F117"
