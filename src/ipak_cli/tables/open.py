"""Open a file whatever it is called: its content tells its kind; what cannot be read is one plain problem.

Each kind's reader is imported when a file of that kind is opened: most commands open one kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Entry, ProblemsFoundError, Where, problem
from ipak_cli.base.regular_file import NotRegularError, open_regular
from ipak_cli.catalogue.files import (
    APPLE_NUMBERS_FILE,
    E_BOOK,
    EXCEL_LOCK_FILE,
    FILE_EMPTY,
    FILE_NOT_FOUND,
    FILE_SIZE,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    NOT_REGULAR_FILE,
    OPEN_DOCUMENT,
    READING_NOT_PERMITTED,
    SUFFIX_NOT_THE_CONTENT,
    ZIP_ARCHIVE,
)
from ipak_cli.tables.file_kind import FileKind, archive_kind, foreign, kind_of
from ipak_cli.tables.missing import advice_on_missing
from ipak_cli.tables.workbook import Workbook
from ipak_cli.tables.xlsx.package import book_kind
from ipak_cli.tables.zip import MIB, Archive

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.message import Message

LARGEST_FILE: Final = 256_000_000
"""Bytes of a workbook on disk; text is read in pieces and may be of any size."""
_START: Final = 65_536
"""Bytes that tell the kind: a page may begin with many messages of the program that wrote it."""
_MIME: Final = (
    (b"application/vnd.oasis.opendocument.spreadsheet", None),
    (b"application/vnd.oasis.opendocument", OPEN_DOCUMENT),
    (b"application/epub", E_BOOK),
)
_APPLE: Final = (".iwa", ".apxl", "buildversionhistory.plist")
_TEXT_SUFFIXES: Final = (".csv", ".tsv", ".txt", ".tab", "")
_SUFFIXES: Final = {
    ".xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    ".xlsb": (".xlsb",),
    ".ods": (".ods", ".ots"),
    ".fods": (".fods",),
    ".xls": (".xls", ".xlt", ".et"),
    ".xml": (".xml", ".xls"),
    ".zip": (".zip",),
}


def open_any(path: Path, content: bytes | None = None) -> Workbook:
    """Open a file of any known kind; ``content`` is all that stands in it, where it has been read.

    Raises ``ProblemsFoundError`` when it is unreadable or not safe.
    """
    if path.name.startswith("~$"):
        raise _refused(path, EXCEL_LOCK_FILE)
    data = _read(path) if content is None else content
    if not data:
        raise _refused(path, FILE_EMPTY)
    kind = kind_of(path.name, data[:_START])
    if kind is FileKind.TEXT:
        from ipak_cli.tables.csv.read import open_delimited  # noqa: PLC0415 (this kind alone needs it)

        return open_delimited(path, misnamed=path.suffix.lower() not in _TEXT_SUFFIXES)
    return _open_zip(path, data) if kind is FileKind.ZIP else _open_whole(path, data, kind)


def _read(path: Path) -> bytes:
    """Return the beginning of a text, which is read in pieces later, and all of any other file."""
    try:
        with open_regular(path) as file:
            data = file.read(_START)
            if data and kind_of(path.name, data) is not FileKind.TEXT:
                data += file.read(LARGEST_FILE + 1 - len(data))
    except (IsADirectoryError, NotRegularError) as error:
        raise _refused(path, NOT_REGULAR_FILE) from error
    except FileNotFoundError as error:
        raise _refused(path, FILE_NOT_FOUND, advice=advice_on_missing(path)) from error
    except (OSError, ValueError) as error:
        raise _refused(path, FILE_UNREADABLE, reason=_reason(error)) from error
    if len(data) > LARGEST_FILE:
        raise _refused(path, FILE_TOO_LARGE, what=FILE_SIZE(), limit=f"{LARGEST_FILE // MIB} MiB")
    return data


def _open_whole(path: Path, data: bytes, kind: FileKind) -> Workbook:
    if kind is FileKind.OLD_EXCEL:
        from ipak_cli.tables.xls import open_xls  # noqa: PLC0415 (as above)

        return _named(path, ".xls", open_xls(path, data))
    if kind is FileKind.FLAT_ODS:
        from ipak_cli.tables.ods import open_flat_ods  # noqa: PLC0415 (as above)

        return _named(path, ".fods", open_flat_ods(path, data))
    if kind is FileKind.EXCEL_XML:
        from ipak_cli.tables.excel_xml import open_excel_xml  # noqa: PLC0415 (as above)

        return _named(path, ".xml", open_excel_xml(path, data))
    from ipak_cli.tables.html import open_web_page  # noqa: PLC0415 (as above)

    return open_web_page(path, data)


def _open_zip(path: Path, data: bytes) -> Workbook:
    archive = Archive(path.name, data, max_ratio=None)  # each reader has its own limits for what it reads
    kind = book_kind(archive)
    if kind == ".xlsb":
        from ipak_cli.tables.xlsb import open_xlsb  # noqa: PLC0415 (as above)

        return _named(path, kind, open_xlsb(path, data))
    if kind == ".xlsx":
        from ipak_cli.tables.xlsx.read import open_xlsx  # noqa: PLC0415 (as above)

        return _named(path, kind, open_xlsx(path, data))
    if "mimetype" in archive:
        return _open_document(path, data, archive)
    if any(part.lower().endswith(_APPLE) for part in archive.parts):
        raise _refused(path, APPLE_NUMBERS_FILE)
    if other := archive_kind(archive.parts):
        raise foreign(path.name, other)
    from ipak_cli.tables.zipped import open_zipped  # noqa: PLC0415 (as above)

    return _named(path, ".zip", open_zipped(path, data, archive))


def _open_document(path: Path, data: bytes, archive: Archive) -> Workbook:
    mime = archive.read("mimetype")
    for start, other in _MIME:
        if mime.startswith(start):
            if other is not None:
                raise foreign(path.name, other)
            from ipak_cli.tables.ods import open_ods  # noqa: PLC0415 (as above)

            return _named(path, ".ods", open_ods(path, data))
    raise foreign(path.name, ZIP_ARCHIVE)


def _named(path: Path, suffix: str, workbook: Workbook) -> Workbook:
    """Add a warning when the file's name promises another kind of file."""
    if path.suffix.lower() in _SUFFIXES[suffix]:
        return workbook
    warning = problem(SUFFIX_NOT_THE_CONTENT, Where(path.name), kind=suffix, suffix=path.suffix)
    return Workbook(workbook.file, workbook.sha256, workbook.sheets, (warning, *workbook.problems))


def _reason(error: Exception) -> str | Message:
    if isinstance(error, PermissionError):
        return READING_NOT_PERMITTED()
    return getattr(error, "strerror", None) or type(error).__name__


def _refused(path: Path, entry: Entry, **values: object) -> ProblemsFoundError:
    return ProblemsFoundError([problem(entry, Where(path.name), **values)])
