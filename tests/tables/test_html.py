from __future__ import annotations

from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables import html as web_page
from ipak_cli.tables.html import open_web_page
from ipak_cli.tables.workbook import MergedRange

FILE = Path("respons.xls")
ROWS = "<tr><td>Nama</td><td>U1</td><td>U2</td></tr><tr><td>Budi</td><td>4</td><td>3</td></tr>"
READ = [["Nama", "U1", "U2"], ["Budi", "4", "3"]]


def opened(text: str, encoding: str = "utf-8"):
    return open_web_page(FILE, text.encode(encoding))


def head(text: str):
    return opened(text).sheets[0].head()


def refused(text: str | bytes) -> str:
    with pytest.raises(ProblemsFoundError) as found:
        open_web_page(FILE, text if isinstance(text, bytes) else text.encode())
    (problem,) = found.value.problems
    return problem.code


@pytest.mark.parametrize(
    "text",
    [
        f"<table>{ROWS}</table>",
        f"<TABLE BORDER=1><THEAD></THEAD><TBODY>{ROWS.replace('td>', 'TD>')}</TBODY></TABLE>",
        f"<html><head><title>Ekspor</title><style>td{{}}</style></head><body><table>{ROWS}</table></html>",
        "<table><tr><th>Nama<th>U1<th>U2<tr><td>Budi<td>4<td>3</table>",
        "<tr><td>Nama</td><td>U1</td><td>U2</td></tr><tr><td>Budi</td><td>4</td><td>3</td></tr>",
        f"<table><tr><td><table>{ROWS}</table></td></tr></table>",
        f"<div><table>{ROWS}</table></div>",
        f"\ufeff\ufeff<table>{ROWS}</table>",
        f"<!-- dibuat aplikasi --><table><!-- <tr><td>x --> {ROWS}</table>",
        f"<script>document.write('<table>')</script><table>{ROWS}</table>",
    ],
    ids=[
        "plain", "capitals", "a whole page", "without ends", "rows alone", "a table within a layout",
        "a box", "marks of byte order", "comments", "a script",
    ],
)  # fmt: skip
def test_a_table_is_read_as_excel_shows_it(text):
    assert head(text) == READ


def test_text_outside_the_table_takes_rows_as_in_excel():
    text = f"<h3>Laporan  SKM</h3>\n<p>Unit A</p><table>{ROWS}</table><p>Mengetahui</p>"
    assert head(text) == [
        ["Laporan SKM", None, None],
        ["Unit A", None, None],
        *READ,
        ["Mengetahui", None, None],
    ]


def test_what_php_says_before_the_table_stands_above_it():
    said = "<br />\n<b>Warning</b>: mysql_connect() in <b>/a.php</b> on line <b>9</b><br />\n"
    text = f"{said}<table>{ROWS}</table>"
    assert head(text) == [[None] * 3, ["Warning: mysql_connect() in /a.php on line 9", None, None], *READ]


def test_marks_and_blanks_are_read_as_a_browser_shows_them():
    cells = "<td>Budi &amp;\n  Ani</td><td>&nbsp;4&nbsp;</td><td> a<br>b&eacute; <p>c</p></td>"
    cells += "<td>&nbsp;</td><td>&lt;b&gt;</td>"
    (row, _) = head(f"<table><tr>{cells}</tr><tr><td>1<td>2</table>")
    assert row == ["Budi & Ani", "\xa04\xa0", "a\nbé\nc", None, "<b>"]


def test_digits_stay_text_as_in_delimited_text():
    cells = "<td>4</td><td>04</td><td>3,5</td><td>85%</td><td>TRUE</td><td>#N/A</td><td>2024-10-01</td>"
    (row, _) = head(f"<table><tr>{cells}</tr><tr><td>1<td>2</table>")
    assert row == ["4", "04", "3,5", "85%", "TRUE", "#N/A", "2024-10-01"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<td x:num="3.91">3,9</td>', "3.91"),
        ("<td x:num>4</td>", "4"),
        ('<td sdval="3.5" sdnum="1057;">4</td>', "3.5"),
        ('<td x:num="45631.5">05/12/2024</td>', "05/12/2024"),
        ('<td x:num="0.85">85%</td>', "85%"),
        ("<td x:str style='mso-number-format:\"\\@\"'>04</td>", "04"),
        ('<td x:num="banyak">4</td>', "4"),
    ],
)  # fmt: skip
def test_the_number_behind_a_rounded_one_counts(cell, value):
    assert head(f"<table><tr>{cell}<td>x</td></tr><tr><td>1<td>2</table>")[0][0] == value


def test_cells_over_several_rows_and_columns_push_the_others_aside():
    text = (
        "<table><tr><td colspan=3>Judul</td></tr><tr><td rowspan=2>a</td><td>b</td><td>c</td></tr>"
        "<tr><td>d</td><td>e</td></tr><tr><td>f</td><td colspan=0 rowspan=x>g</td><td>h</td></tr></table>"
    )
    sheet = opened(text).sheets[0]
    assert sheet.head() == [["Judul", None, None], ["a", "b", "c"], [None, "d", "e"], ["f", "g", "h"]]
    assert sheet.merged == (MergedRange(1, 1, 1, 3), MergedRange(2, 1, 3, 1))


def test_hidden_rows_are_told():
    text = f'<table>{ROWS}<tr style="display : none"><td>x</td><td>1</td><td>1</td></tr></table>'
    assert opened(text).sheets[0].hidden_rows == (3,)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("\ufeff<table>{}</table>", "utf-16-le"),
        ("\ufeff<table>{}</table>", "utf-16-be"),
        ("<table>{}</table>", "utf-16-le"),
        ("\ufeff<table>{}</table>", "utf-8"),
        ("<table>{}</table>", "utf-8"),
        ('<meta http-equiv="x" content="text/html; charset=windows-1252"><table>{}</table>', "cp1252"),
        ('<meta charset="iso-8859-1"><table>{}</table>', "cp1252"),
        ('<?xml version="1.0" encoding="iso-8859-15"?><html><table>{}</table></html>', "iso8859-15"),
    ],
)  # fmt: skip
def test_the_encoding_is_the_one_that_the_page_declares(text, encoding):
    row = (
        "<tr><td>Siti é €</td><td>4</td></tr>" if "8859-15" not in encoding else "<tr><td>Siti é €<td>4</tr>"
    )
    book = opened(text.format(row * 2), encoding)
    assert book.sheets[0].head()[0] == ["Siti é €", "4"]
    assert [problem.code for problem in book.problems] == ["F177"]


@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">', '<meta charset="rot13">'])
def test_an_encoding_that_is_a_guess_is_told(declared):
    book = opened(f"{declared}<table><tr><td>é<td>1<tr><td>b<td>2</table>", "cp1252")
    assert [problem.code for problem in book.problems] == ["F177", "F152"]
    assert book.sheets[0].head()[0] == ["é", "1"]


def test_titles_legends_and_signatures_are_tables_beside_the_one_of_answers():
    title = "<table><tr><td>Unit</td><td>A</td></tr><tr><td>Triwulan</td><td>IV</td></tr></table>"
    signed = (
        "<table><tr><td>a</td><td></td><td>Kota</td></tr><tr><td>b</td><td></td><td>Kepala</td></tr></table>"
    )
    found = head(f"{title}<table>{ROWS}</table>{signed}")
    assert found == [
        ["Unit", "A", None],
        ["Triwulan", "IV", None],
        *READ,
        ["a", None, "Kota"],
        ["b", None, "Kepala"],
    ]


def test_of_two_tables_that_may_be_the_answers_none_is_chosen():
    assert refused(f"<table>{ROWS}</table><table>{ROWS}</table>") == "F176"
    assert refused("<table><tr><td>a<td>1<tr><td>b<td>2</table>" * 2) == "F176"


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>Halo</body></html>",
        "<!DOCTYPE html><form><table><tr><td>User<td><input><tr><td>Sandi<td><input></table></form>",
        "<table><tr><td>4</td></tr></table>",
        "<table></table>",
    ],
    ids=["no table", "a page to log in", "one cell", "an empty table"],
)
def test_a_page_without_answers_is_no_table(text):
    assert refused(text) == "F107"


@pytest.mark.parametrize("hidden", ["<!-- {}", "<!-- {} --", "<script>{}", "<SCRIPT src=a>{}"])
def test_what_a_comment_or_script_without_end_takes_with_it_closes_no_table(hidden):
    rest = "<tr><td>Siti</td><td>4</td></tr></table></body></html>"
    assert refused(f"<table>{ROWS}{hidden.format(rest)}") == "F175"


@pytest.mark.parametrize("between", ["<!-- </table> -->", "<script>write('</table>')</script>"])
def test_a_closed_comment_or_script_hides_only_itself(between):
    assert refused(f"<table>{ROWS}{between}") == "F175"
    assert head(f"<table>{ROWS}{between}</table>{between}") == READ


def test_a_page_that_ends_within_its_table_is_cut_off():
    assert refused(f"<html><table>{ROWS}<tr><td>Siti</td>") == "F175"
    assert (
        refused(f"<table>{ROWS}<br /><b>Fatal error</b>: Maximum execution time of 30 seconds exceeded")
        == "F175"
    )
    assert head(f"<html><body><table>{ROWS}</body></html>") == READ


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<table><tr><td rowspan=65534 colspan=1000>x</td>" * 9 + "<tr><td>y" * 60_000 + "</table>", "F109"),
        ("<table><tr>" + "<td colspan=1000>x</td>" * 17 + "</table>", "F113"),
        ("<table>" + "<tr>" * 1_048_577 + "</table>", "F113"),
        ("<table><tr><td>" + "x" * 200_000, "F108"),
        ("<table></table>" + "x &amp; " * 100_000, "F108"),
        ("<div>" * 2_000, "F108"),
        ("<table><tr><td>" * 2_000, "F108"),
        ("<p>" * 1_500_001, "F109"),
    ],
    ids=["covered places", "columns", "rows", "a cell", "loose text", "boxes", "tables", "elements"],
)
def test_a_page_made_to_take_time_or_memory_is_refused(text, code):
    assert refused(text) == code


def test_a_page_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(web_page, "MOST_BYTES", 100)
    assert refused(f"<table>{ROWS}</table>" * 2) == "F109"


def test_elements_that_never_end_are_read_while_they_are_few():
    row = "<tr><td><font size=2><b>Budi<td><p><span>4<td><center>3"
    assert head(f"<body><center><font>Judul<table>{row * 20}</table></body>")[1:] == [["Budi", "4", "3"]] * 20
    assert refused("<table>" + row * 3_000) == "F108"


def test_zeros_and_broken_letters_do_no_harm():
    assert (
        open_web_page(FILE, b"<table><tr><td>a\0b<td>\xed\xa0\x80<tr><td>1<td>2</table>")
        .sheets[0]
        .head()[0][0]
        == "ab"
    )


def test_the_sheet_has_the_name_that_excel_gives_it():
    mso = "<!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>Rekap</x:Name></x:ExcelWorksheet></xml>-->"
    assert opened(f"<table>{ROWS}</table>").sheets[0].name == "respons"
    assert opened(f"<html><head>{mso}</head><table>{ROWS}</table></html>").sheets[0].name == "Rekap"
