"""Tables in web pages, which many offices' applications export under the name .xls, as Excel opens them.

Excel puts the page on one sheet: each line of text outside a table takes a row, each row of a table a row.
The page is read where one table is clearly the answers; texts stay texts, as in delimited text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from ipak_cli.problems import Where, problem
from ipak_cli.sheets.archive import MIB
from ipak_cli.sheets.kinds import foreign
from ipak_cli.sheets.page_tables import Page, Table
from ipak_cli.sheets.page_text import page_text
from ipak_cli.sheets.refusal import beyond, refusal
from ipak_cli.sheets.stored import Allowance, opened_workbook
from ipak_cli.sheets.workbook import Workbook
from ipak_cli.wording import whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_BYTES: Final = 32 * MIB
MOST_TAGS: Final = 1_500_000
"""A cell is two; three seconds of reading."""
_PIECE: Final = 1 << 20
_NO_MARKS: Final = re.compile(r"<!--.*?(?:-->|\Z)|<script\b.*?(?:</script|\Z)", re.IGNORECASE | re.DOTALL)
"""Where an end of a table is none; what is never closed takes all that follows with it."""
_CLOSED: Final = re.compile(r"</table\b", re.IGNORECASE)
_ENDED: Final = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_FEW: Final = 2
_NAME: Final = re.compile(r"<x:Name>([^<]{1,31})</x:Name>", re.IGNORECASE)
"""The sheet's name, where a page says it; else Excel takes the file's."""
_LONGEST_NAME: Final = 31


def open_web_page(path: Path, data: bytes) -> Workbook:
    """Open a web page that holds a table of answers.

    Raises ``ProblemsFoundError`` when it has none, or several, or is cut off or too large.
    """
    file = path.name
    if len(data) > MOST_BYTES:
        raise beyond(file, "ukuran halaman web (HTML)", f"{MOST_BYTES // MIB} MiB")
    text, doubtful = page_text(data)
    if text.count("<") > MOST_TAGS:
        raise beyond(file, "jumlah unsur HTML", whole(MOST_TAGS))
    named = _NAME.search(text)
    page = _read(Page(Allowance(file), named[1].strip() if named else path.stem[:_LONGEST_NAME]), text)
    table = _table(file, page.tables)
    if _is_cut(page, _NO_MARKS.sub(" ", text)):
        raise refusal("F175", file)
    workbook = opened_workbook(file, data, [page.sheet])
    notes = [problem("F177", Where(file), rows=whole(table.rows), first=table.first_row)]
    if doubtful:
        notes.append(problem("F152", Where(file)))
    return Workbook(file, workbook.sha256, workbook.sheets, (*notes, *workbook.problems))


def _read(page: Page, text: str) -> Page:
    parser = etree.HTMLParser(target=page, encoding="utf-8", remove_pis=True)
    content = text.encode("utf-8", "replace")
    for start in range(0, len(content), _PIECE):
        parser.feed(content[start : start + _PIECE])
    parser.close()
    return page


def _is_cut(page: Page, marks: str) -> bool:
    """Tell whether a page ends within a table, by its marks that count."""
    return page.opened > len(_CLOSED.findall(marks)) and not _ENDED.search(marks)


def _table(file: str, tables: Sequence[Table]) -> Table:
    """Choose the table of answers: the one with several rows of several cells."""
    filled = [table for table in tables if table.pairs >= _FEW]
    if len(filled) > 1:
        # A title, a legend and signatures are tables too, of two columns.
        filled = [table for table in filled if table.wide >= _FEW] or filled
    if not filled:
        raise foreign(file, "halaman web (HTML) tanpa tabel jawaban")
    if len(filled) > 1:
        raise refusal("F176", file, count=len(filled))
    return filled[0]
