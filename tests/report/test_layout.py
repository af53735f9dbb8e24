from __future__ import annotations

from ipak_cli.report.charts import Chart, ChartTable
from ipak_cli.report.formats.html import good_width, turned, wide
from ipak_cli.report.layout import chart_table
from ipak_cli.report.outline import Align, Cell, Figure, Paragraph, ReportTable, Section, TableColumn
from makers.reports import item_chart, plain_table


def columns_of(*titles):
    return tuple(TableColumn(title) for title in titles)


def test_a_table_of_two_short_columns_fits_a_phone():
    assert not wide(plain_table(("IPAK", "3,94"), ("IPKP", "3,82")))


def test_a_table_of_long_words_scrolls_on_a_phone():
    assert wide(plain_table(("pertanggungjawaban", "ketidaksewenang-wenangan")))


def test_a_figure_is_not_cut_at_its_spaces():
    text = "1 234 567 890 123 456 789 012 345 678 901"
    left = ReportTable("t", "t", columns_of("A"), ((Cell((text,)),),))
    right = ReportTable("t", "t", (TableColumn("A", Align.RIGHT),), ((Cell((text,)),),))
    assert (wide(left), wide(right)) == (False, True)


def test_a_column_of_long_texts_wants_a_readable_line():
    assert good_width(plain_table(("U1", "satu dua tiga empat lima enam tujuh"))) == (7 + 2) + (24 + 2)


def test_a_section_with_a_table_of_many_columns_is_printed_on_its_side():
    many = plain_table(tuple(f"isi kolom yang panjang {n}" for n in range(9)))
    few = plain_table(("U1", "isi kolom yang panjang"))
    assert turned(Section("a", "A", (Paragraph("a"), many, few, Paragraph("a")))) == 2
    assert turned(Section("a", "A", (Paragraph("a"), few))) == 0


def test_a_table_without_rows_has_the_width_of_its_titles():
    assert good_width(ReportTable("t", "t", columns_of("Butir", "Nilai"), ())) == 14


def test_the_figures_of_a_chart_stand_at_the_right():
    shown = ChartTable(("Triwulan", "IPAK", "Catatan"), (("I-2024", "3,94", "x"), ("II-2024", "–", "–")))
    table = chart_table(Figure("gambar", "Tren", Chart("tren", "<svg/>", "Tren", "Garis", shown)))
    assert [column.align for column in table.columns] == [Align.LEFT, Align.RIGHT, Align.LEFT]
    assert table.rows[1] == (Cell(("II-2024",), head=True), Cell(("–",)), Cell(("–",)))


def test_percentages_and_counts_are_figures():
    chart = item_chart()
    table = chart_table(Figure("gambar", "Butir", chart))
    assert [column.align for column in table.columns][-2:] == [Align.RIGHT, Align.RIGHT]
