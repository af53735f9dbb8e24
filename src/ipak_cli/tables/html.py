"""Tables in web pages, which many offices' applications export under the name .xls, as Excel opens them.

Excel puts the page on one sheet: each line of text outside a table takes a row, each row of a table a row.
The page is read where one table is clearly the answers; texts stay texts, as in delimited text.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.files import (
    NUMBER_OF_HTML_TAGS,
    PAGE_WITHOUT_TABLE,
    READ_AS_WINDOWS_ENCODING,
    SEVERAL_TABLES_ON_PAGE,
    SIZE_OF_PAGE,
    TABLE_FROM_WEB_PAGE,
    WEB_PAGE_TRUNCATED,
)
from ipak_cli.tables.book import Allowance, opened_workbook
from ipak_cli.tables.file_kind import foreign
from ipak_cli.tables.html_tables import Page, PageTable
from ipak_cli.tables.refusal import beyond, refusal
from ipak_cli.tables.workbook import Workbook
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_START: Final = 4_096
_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_KNOWN: Final = re.compile(r"(?:x-)?(?:windows-?|cp)(125\d)|iso-?8859-?(\d{1,2})|(latin-?1|us-ascii|ascii)")
_UNUSED: Final = str.maketrans("", "", "\0\ufeff")
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


def page_text(data: bytes) -> tuple[str, bool]:
    """Return the text, and whether its encoding is a guess: one that is not UTF-8 and declares none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _clean(data.decode(encoding, errors="replace")), False
    for encoding, every_other in (("utf-16-le", data[1:20:2]), ("utf-16-be", data[:20:2])):
        if not any(every_other):
            return _clean(data.decode(encoding, errors="replace")), False
    declared = _declared(data[:_START])
    if declared is not None:
        return _clean(data.decode(declared, errors="replace")), False
    try:
        return _clean(data.decode("utf-8")), False
    except UnicodeDecodeError:
        return _clean(data.decode("cp1252", errors="replace")), True


def _declared(start: bytes) -> str | None:
    """Return the one-byte encoding that a page declares; UTF-8 has to prove true, so it counts as none."""
    found = _DECLARED.search(start)
    known = _KNOWN.fullmatch(found[1].decode("ascii", "replace").lower()) if found else None
    if known is None:
        return None
    if known[1]:
        return f"cp{known[1]}"
    # As in every browser, the first Latin alphabet is that of Windows.
    return "cp1252" if known[3] or known[2] == "1" else f"iso8859_{known[2]}"


def _clean(text: str) -> str:
    """Leave out marks of byte order, which programs leave within, and zeros."""
    return text.translate(_UNUSED)


def open_web_page(path: Path, data: bytes) -> Workbook:
    """Open a web page that holds a table of answers.

    Raises ``ProblemsFoundError`` when it has none, or several, or is cut off or too large.
    """
    file = path.name
    if len(data) > MOST_BYTES:
        raise beyond(file, SIZE_OF_PAGE(), f"{MOST_BYTES // MIB} MiB")
    text, doubtful = page_text(data)
    if text.count("<") > MOST_TAGS:
        raise beyond(file, NUMBER_OF_HTML_TAGS(), grouped_int(MOST_TAGS))
    named = _NAME.search(text)
    page = _read(Page(Allowance(file), named[1].strip() if named else path.stem[:_LONGEST_NAME]), text)
    table = _table(file, page.tables)
    if _is_cut(page, _NO_MARKS.sub(" ", text)):
        raise refusal(WEB_PAGE_TRUNCATED, file)
    workbook = opened_workbook(file, data, [page.sheet])
    notes = [problem(TABLE_FROM_WEB_PAGE, Where(file), rows=grouped_int(table.rows), first=table.first_row)]
    if doubtful:
        notes.append(problem(READ_AS_WINDOWS_ENCODING, Where(file)))
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


def _table(file: str, tables: Sequence[PageTable]) -> PageTable:
    """Choose the table of answers: the one with several rows of several cells."""
    filled = [table for table in tables if table.pairs >= _FEW]
    if len(filled) > 1:
        # A title, a legend and signatures are tables too, of two columns.
        filled = [table for table in filled if table.wide >= _FEW] or filled
    if not filled:
        raise foreign(file, PAGE_WITHOUT_TABLE)
    if len(filled) > 1:
        raise refusal(SEVERAL_TABLES_ON_PAGE, file, count=len(filled))
    return filled[0]
