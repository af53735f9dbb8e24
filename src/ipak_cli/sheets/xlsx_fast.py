"""The fast reader: calamine gets the plain rows of one sheet, in a small workbook of our own making."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from ipak_cli.sheets.archive import repack

if TYPE_CHECKING:
    from ipak_cli.sheets.archive import Archive, Packed
    from ipak_cli.sheets.ooxml import Book

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TEXTS_TAG: Final = re.compile(rb"<(?:\w+:)?sst\b[^>]*>")
_COUNTS: Final = re.compile(rb"\s(?:uniqueCount|count)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_TEXT_SIZE: Final = 5
"""Bytes of the shortest shared text, ``<si/>``."""
_DIGITS: Final = 9


class FastReaderError(Exception):
    """calamine did not accept the rows; the exact look tells why."""


def load(archive: Archive, book: Book, sheet: bytes | Packed) -> CalamineSheet:
    """Let calamine read a worksheet. Raises ``FastReaderError``."""
    container = io.BytesIO(repack(_container(archive, book, sheet)))
    try:
        return CalamineWorkbook.from_filelike(container).get_sheet_by_index(0)
    except (CalamineError, ValueError, OverflowError, OSError) as error:
        raise FastReaderError from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # its class cannot be imported
            raise
        raise FastReaderError from error


def sheet_of_rows(rows: bytes) -> bytes:
    """Return a worksheet that holds rows and nothing else."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode() + rows + b"</sheetData></worksheet>"


def _container(archive: Archive, book: Book, sheet: bytes | Packed) -> dict[str, bytes | Packed]:
    targets = {"worksheet": "worksheet.xml"}
    parts: dict[str, bytes | Packed] = {
        "_rels/.rels": _relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{int(book.epoch_1904)}"/>'
            '<sheets><sheet name="1" sheetId="1" r:id="worksheet"/></sheets></workbook>'
        ).encode(),
        "xl/worksheet.xml": sheet,
    }
    if book.strings is not None:
        parts["xl/sharedStrings.xml"] = _texts(archive, book.strings)
        targets["sharedStrings"] = "sharedStrings.xml"
    if book.styles is not None:
        parts["xl/styles.xml"] = archive.packed(book.styles)
        targets["styles"] = "styles.xml"
    parts["xl/_rels/workbook.xml.rels"] = _relations(targets)
    return parts


def _relations(targets: dict[str, str]) -> bytes:
    entries = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{entries}</Relationships>'.encode()


def _texts(archive: Archive, part: str) -> bytes | Packed:
    """Return the shared texts; where they claim more than fit in their size, without the claim.

    calamine makes room for as many as they claim, and aborts the process when that is too much.
    """
    most = archive.size(part) // _TEXT_SIZE
    start = next(archive.chunks(part), b"")
    tag = _TEXTS_TAG.search(start)
    if tag is None:
        raise FastReaderError
    claims = re.findall(rb"ount\s*=\s*.([^\"']*)", tag[0])
    if all(claim.isdigit() and len(claim) <= _DIGITS and int(claim) <= most for claim in claims):
        return archive.packed(part)
    content = b"".join(archive.chunks(part))
    return content[: tag.start()] + _COUNTS.sub(b"", tag[0]) + content[tag.end() :]
