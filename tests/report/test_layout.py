from __future__ import annotations

from ipak_cli.report.charts import Chart, ChartTable, Drawing
from ipak_cli.report.layout import chart_table
from ipak_cli.report.outline import Align, Cell, Figure
from makers.reports import item_chart


def test_the_figures_of_a_chart_stand_at_the_right():
    shown = ChartTable(("Triwulan", "IPAK", "Catatan"), (("I-2024", "3,94", "x"), ("II-2024", "–", "–")))
    drawing = Drawing("<svg/>", 480, 300)
    chart = Chart("tren", "Tren", "Garis", shown, narrow=drawing, wide=drawing)
    table = chart_table(Figure("gambar", "Tren", chart))
    assert [column.align for column in table.columns] == [Align.LEFT, Align.RIGHT, Align.LEFT]
    assert table.rows[1] == (Cell(("II-2024",), head=True), Cell(("–",)), Cell(("–",)))


def test_percentages_and_counts_are_figures():
    chart = item_chart()
    table = chart_table(Figure("gambar", "Butir", chart))
    assert [column.align for column in table.columns][-2:] == [Align.RIGHT, Align.RIGHT]
