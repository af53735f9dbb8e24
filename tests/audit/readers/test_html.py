"""Web pages read into parts: what is seen, spans, heads, nested tables, lists, and what is no page."""

from __future__ import annotations

import pytest

from ipak_cli.audit.document import Grid, Passage, TextKind
from ipak_cli.audit.readers.report import read_report
from ipak_cli.base.problem import ProblemsFoundError


def read(body):
    return read_report("laporan.html", f"<!doctype html><html><body>{body}</body></html>".encode()).parts


def texts(parts):
    return [part.text for part in parts if isinstance(part, Passage)]


def grids(parts):
    return [part for part in parts if isinstance(part, Grid)]


def test_a_caption_within_the_table_names_it():
    (grid,) = grids(
        read(
            "<h2>3.1 Nilai</h2><table><caption>Tabel 3.1. Nilai indeks</caption><thead><tr><th>Indeks</th>"
            "<th>Nilai</th></tr></thead><tbody><tr><td>IPAK</td><td>3,90</td></tr></tbody></table>"
        )
    )
    assert grid.rows == (("Indeks", "Nilai"), ("IPAK", "3,90"))
    assert (grid.place.table, grid.place.heading) == ("Tabel 3.1", "3.1 Nilai")


def test_cells_that_span_have_their_text_once():
    (grid,) = grids(
        read(
            '<table><tr><th rowspan="2">No</th><th colspan="2">Nilai</th></tr><tr><th>TW III</th>'
            "<th>TW IV</th></tr><tr><td>1</td><td>3,94</td><td>3,90</td></tr></table>"
        )
    )
    assert grid.rows == (("No", "Nilai", ""), ("", "TW III", "TW IV"), ("1", "3,94", "3,90"))


def test_the_head_is_first_and_the_foot_last_wherever_they_stand():
    (grid,) = grids(
        read(
            "<table><tfoot><tr><td>Jumlah</td><td>24</td></tr></tfoot><tr><td>A</td><td>24</td></tr>"
            "<thead><tr><th>Butir</th><th>n</th></tr></thead></table>"
        )
    )
    assert [row[0] for row in grid.rows] == ["Butir", "A", "Jumlah"]


def test_what_is_not_seen_is_not_read_and_what_can_be_opened_is():
    parts = read(
        "<script>var n = 1;</script><style>p{}</style><p hidden>9</p><p style='display: none'>8</p>"
        "<svg><text>3,99</text></svg><details><summary>Tabel angka</summary><p>IPAK 3,90</p></details>"
    )
    assert texts(parts) == ["Tabel angka", "IPAK 3,90"]


def test_a_table_within_a_cell_stands_behind_it_and_a_frame_is_none():
    inner = "<table><tr><td>Indeks</td><td>Nilai</td></tr><tr><td>IPKP</td><td>3,73</td></tr></table>"
    outer, nested = grids(read(f"<table><tr><td>Kiri {inner}</td><td>Kanan</td></tr></table>"))
    assert outer.rows == (("Kiri", "Kanan"),)
    assert nested.rows[1] == ("IPKP", "3,73")
    assert [g.rows for g in grids(read(f"<table><tr><td>{inner}</td></tr></table>"))] == [nested.rows]


def test_numbers_of_lists_and_raised_figures():
    parts = read(
        '<ol start="3"><li>Tiga</li><li>Empat</li></ol><ul><li>Titik</li></ul><p>24<sup>1</sup> orang</p>'
    )
    assert texts(parts) == ["3. Tiga", "4. Empat", "Titik", "24¹ orang"]


def test_navigation_and_the_foot_of_the_page_are_no_text():
    parts = read("<nav><a>BAB I</a></nav><p>Isi laporan ini.</p><footer>Triwulan III</footer>")
    assert [part.kind for part in parts] == [TextKind.CONTENTS, TextKind.BODY, TextKind.FOOTER]


def test_a_page_of_windows_letters_is_read():
    page = "<html><meta charset='windows-1252'><p>Skala 1 – 4, nilai “baik”</p></html>".encode("cp1252")
    assert texts(read_report("a.htm", page).parts) == ["Skala 1 – 4, nilai “baik”"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<div>" * 3_000 + "x", "A183"),
        ("<table>" + '<tr><td colspan="100" rowspan="5000">x</td><td>y</td></tr>' * 5_000, "A184"),
        ("<b>" * 1_600_000, "A184"),
    ],
    ids=["deep", "spans", "tags"],
)
def test_a_hostile_page_is_refused(body, code):
    with pytest.raises(ProblemsFoundError) as raised:
        read(body)
    assert [each.code for each in raised.value.problems] == [code]
