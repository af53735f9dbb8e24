"""A finished report of any kind that people hand in: its content tells its kind, then its name does."""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Document
from ipak_cli.audit.readers.limits import MOST_BYTES, MOST_LETTERS
from ipak_cli.audit.readers.refusal import as_report, damaged, refused, too_large
from ipak_cli.audit.readers.text import parts_of_text
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.audit import (
    REPORT_EMPTY,
    REPORT_OF_OTHER_KIND,
    REPORT_OLD_WORD,
    REPORT_PASSWORD_PROTECTED,
)
from ipak_cli.catalogue.files import NOT_A_SPREADSHEET
from ipak_cli.tables.file_kind import FileKind, kind_of
from ipak_cli.tables.ole import BrokenContainerError, Container
from ipak_cli.tables.zip import Archive

if TYPE_CHECKING:
    from ipak_cli.audit.document import Part

_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1_024
"""Where readers of PDF look for its mark: mail programs put lines before it."""
_START: Final = 65_536
_TABLE_SUFFIXES: Final = (".csv", ".tsv", ".tab")
_TEXT_SUFFIXES: Final = (".md", ".markdown", ".txt", ".text", *_TABLE_SUFFIXES)
_WIDE: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_report(name: str, content: bytes) -> Document:
    """Read a report; ``name`` is the file's name without its folder.

    Raises ``ProblemsFoundError`` with one problem that says why a file cannot be read.
    """
    if not content.strip():
        raise refused(REPORT_EMPTY, name)
    if len(content) > MOST_BYTES:
        raise too_large(name)
    unread: tuple[int, ...] = ()
    if _PDF in content[:_PDF_WITHIN]:
        from ipak_cli.audit.readers.pdf import parts_of_pdf  # noqa: PLC0415 (this kind alone needs it)

        parts, unread = parts_of_pdf(name, content)
    else:
        parts = _parts(name, content)
    if not parts:
        raise refused(REPORT_EMPTY, name)
    return Document(name, hashlib.sha256(content).hexdigest(), parts, unread)


def _parts(name: str, content: bytes) -> tuple[Part, ...]:
    text = _wide_text(content)
    if text is None and name.lower().endswith(_TEXT_SUFFIXES) and b"\0" not in content:
        text = decoded(content)
    if text is not None and not text.lstrip().lower().startswith(("<!doctype html", "<html")):
        return _of_text(name, text)
    return _of_kind(name, content)


def _of_kind(name: str, content: bytes) -> tuple[Part, ...]:
    """Read what its first bytes tell, as the readers of spreadsheets tell it."""
    try:
        kind = kind_of(name, content[:_START])
    except ProblemsFoundError as error:
        raise refused(REPORT_OF_OTHER_KIND, name) from error
    if kind is FileKind.TEXT:
        return _of_text(name, decoded(content))
    if kind is FileKind.WEB_PAGE:
        from ipak_cli.audit.readers.html import parts_of_page  # noqa: PLC0415 (as above)

        return parts_of_page(name, content)
    if kind is FileKind.ZIP:
        from ipak_cli.audit.readers.word import is_word, parts_of_word  # noqa: PLC0415 (as above)

        archive = as_report(lambda: Archive(name, content), name)
        if is_word(archive):
            return parts_of_word(name, archive)
    if kind is FileKind.OLD_EXCEL:
        _refuse_word(name, content)
    return _workbook(name, content)


def _of_text(name: str, text: str) -> tuple[Part, ...]:
    """Read a table as text by its name, any other text by what stands in it."""
    if len(text) > MOST_LETTERS:
        raise too_large(name)
    if name.lower().endswith(_TABLE_SUFFIXES):
        from ipak_cli.audit.readers.workbook import parts_of_delimited  # noqa: PLC0415 (as above)

        return parts_of_delimited(name, text)
    return parts_of_text(text)


def _refuse_word(name: str, content: bytes) -> None:
    """Refuse an old Word document, and a new one that is locked; workbooks are in the same container."""
    try:
        names = Container.of(content).names
    except BrokenContainerError:
        raise damaged(name) from None
    if "worddocument" in names:
        raise refused(REPORT_OLD_WORD, name)
    if "encryptedpackage" in names:
        raise refused(REPORT_PASSWORD_PROTECTED, name)


def _workbook(name: str, content: bytes) -> tuple[Part, ...]:
    from ipak_cli.audit.readers.workbook import parts_of_workbook  # noqa: PLC0415 (as above)

    try:
        return parts_of_workbook(name, content)
    except ProblemsFoundError as error:
        if any(each.entry is NOT_A_SPREADSHEET for each in error.problems):
            raise refused(REPORT_OF_OTHER_KIND, name) from error
        raise


def _wide_text(content: bytes) -> str | None:
    """Return a text of two bytes a letter, which begins with its mark."""
    for mark, encoding in _WIDE:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    return None


def decoded(content: bytes) -> str:
    """Return a text in UTF-8, or where it is none, in the encoding of Windows."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
