"""Columns of tables on paper: wide where that saves lines, and never wider together than the page."""

from __future__ import annotations

import pytest

from ipak_cli.report.formats.paper import LONGEST_WORD, TEXT_WIDTH, column_widths, letters_of_lines
from ipak_cli.report.outline import Cell, ReportTable, left, right, row


def table(columns, *rows):
    return ReportTable("t", "Tabel", columns, rows)


LONG = "Menempelkan waktu penyelesaian setiap layanan di loket dan di laman resmi unit layanan. " * 3


def test_a_table_with_words_is_as_wide_as_the_text():
    widths = column_widths(table((*left("Butir", "Rencana"), *right("Nilai")), row("I1", LONG, "3,92")))
    assert abs(sum(widths) - TEXT_WIDTH) < 1e-6


def test_the_column_that_makes_the_table_high_gets_the_room():
    widths = column_widths(table(left("Pertanyaan", "Rencana"), row("Biaya wajar", LONG), row("Jujur", LONG)))
    assert widths[1] > 4 * widths[0]


def test_a_list_in_a_cell_counts_as_its_items():
    alone = column_widths(table(left("A", "B"), (Cell((LONG,)), Cell((LONG,)))))
    listed = column_widths(table(left("A", "B"), (Cell((LONG,)), Cell((LONG, LONG)))))
    assert abs(alone[0] - alone[1]) <= 2
    assert listed[1] > listed[0] + 10


def test_words_joined_by_a_stroke_need_no_column_of_their_whole_length():
    joined = column_widths(table(left("A", "B"), row("imbalan/uang/barang/fasilitas", LONG)))
    whole = column_widths(table(left("A", "B"), row("imbalanuangbarangfasilitas", LONG)))
    assert joined[0] < whole[0]


def test_a_table_whose_words_are_too_long_is_set_to_the_text_width():
    widths = column_widths(table(left(*"ABCD"), row(*("x" * 60,) * 4, head=None)))
    assert abs(sum(widths) - TEXT_WIDTH) < 1e-6
    assert max(widths) - min(widths) < 1


def test_a_word_that_may_be_cut_needs_no_more_room_than_the_longest_that_may_not():
    assert LONGEST_WORD == 30
    columns = (*left("A"), *right(*"BCD"))
    whole, cut = (column_widths(table(columns, row("x" * n, *("1" * 25,) * 3))) for n in (30, 500))
    assert whole == pytest.approx(cut)


def test_too_many_long_words_leave_the_other_columns_as_they_are():
    columns = (*left(*"ABCDEF"), *right("Nilai"))
    given = table(columns, row(*("x" * 500,) * 6, "1.234,56"))
    widths = column_widths(given)
    assert abs(sum(widths) - TEXT_WIDTH) < 1e-6
    assert widths[-1] == column_widths(table(columns, row(*("x",) * 6, "1.234,56")))[-1]
    assert max(widths[:-1]) - min(widths[:-1]) < 1e-6


def test_a_line_holds_a_columns_longest_figure_or_word_that_is_not_cut():
    given = table((*left("A", "B"), *right("Nilai")), row("x" * 17, LONG, "1.234,56"))
    first, _, last = letters_of_lines(given, column_widths(given))
    assert (first >= 17, last) == (True, 8)
