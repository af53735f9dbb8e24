"""The charts of ``Hasil``: native ones, drawn by whoever opens the workbook from the cells themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.workpaper.course import lines

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart

    from ipak_cli.workpaper.book import Book, Sheet
    from ipak_cli.workpaper.paper import Paper
    from ipak_cli.workpaper.table import Table

_COLOURS: Final = ("#1F3864", "#C55A11", "#548235", "#7F6000")
_ROWS: Final = 19
"""Rows of the sheet that a chart takes."""


def draw(book: Book, sheet: Sheet, paper: Paper, tables: tuple[Table, Table, Table | None]) -> None:
    """Draw the means of the items, the shares of the answers, and the periods if there are any."""
    items, values, periods = tables
    terms = paper.terms
    sheet.new_page()
    sheet.heading("Grafik")
    means = book.chart("bar")
    means.add_series(_series("Rata-rata", items.range("code"), items.range("mean"), 0))
    means.set_y_axis({"reverse": True})
    means.set_x_axis({"min": terms.lowest, "max": terms.highest, "num_format": "0.0"})
    means.set_legend({"none": True})
    _place(sheet, means, f"Nilai setiap {terms.words.item}", _ROWS + len(paper.survey.items) // 2)
    shares = book.chart("column")
    shares.add_series(_series("Bagian jawaban (%)", values.range("value"), values.range("share"), 0))
    shares.set_y_axis({"min": 0, "max": 100, "num_format": "0"})
    shares.set_legend({"none": True})
    _place(sheet, shares, "Bagian setiap nilai jawaban (%)", _ROWS)
    if periods is not None:
        course = book.chart("line")
        for number, name in enumerate(lines(paper)):
            series = _series(name, periods.range("period"), periods.range(name), number)
            marked = {"marker": {"type": "automatic"}, "data_labels": {}}
            course.add_series(series | marked)
        course.set_y_axis({"max": float(terms.ends[1]), "num_format": "0.00"})
        course.set_legend({"position": "bottom"})
        _place(sheet, course, "Perkembangan antarperiode", _ROWS)


def _series(name: str, categories: str, values: str, number: int) -> dict[str, object]:
    colour = _COLOURS[number % len(_COLOURS)]
    return {
        "name": name,
        "categories": f"={categories}",
        "values": f"={values}",
        "fill": {"color": colour},
        "line": {"color": colour, "width": 2},
        "data_labels": {"value": True, "num_format": "0.00"},
    }


def _place(sheet: Sheet, chart: Chart, title: str, rows: int) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_size({"width": 900, "height": (rows - 1) * 20})
    sheet.picture(chart, rows)
