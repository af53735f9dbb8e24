"""The guard at the door: what a file is, is told by its content; unreadable ones get one plain sentence.

Each kind's reader is imported when a file of that kind is opened: most commands open one kind.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Entry, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.files import (
    APPLE_NUMBERS_FILE,
    EXCEL_LOCK_FILE,
    FILE_EMPTY,
    FILE_NOT_FOUND,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    NOT_REGULAR_FILE,
    OTHER_FILES_IN_ZIP,
    SEVERAL_TABLES_IN_ZIP,
    SUFFIX_NOT_THE_CONTENT,
    WORKBOOK_INSIDE_ZIP,
)
from ipak_cli.tables.csv.read import open_delimited
from ipak_cli.tables.file_kind import Kind, archive_kind, foreign, kind_of
from ipak_cli.tables.missing import advice_on_missing
from ipak_cli.tables.refusal import beyond, refusal
from ipak_cli.tables.workbook import Workbook
from ipak_cli.tables.xlsx.parts import book_kind
from ipak_cli.tables.zip import MIB, Archive

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


LARGEST_FILE: Final = 256_000_000
"""Bytes of a workbook on disk; text is read in pieces and may be of any size."""

_START: Final = 65_536
"""Bytes that tell the kind: a page may begin with many messages of the program that wrote it."""

_MIME: Final = (
    (b"application/vnd.oasis.opendocument.spreadsheet", ""),
    (b"application/vnd.oasis.opendocument", "dokumen OpenDocument"),
    (b"application/epub", "buku elektronik"),
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
    if kind is Kind.TEXT:
        from ipak_cli.tables.csv.read import open_delimited  # noqa: PLC0415 (this kind alone needs it)

        return open_delimited(path, misnamed=path.suffix.lower() not in _TEXT_SUFFIXES)
    return _open_zip(path, data) if kind is Kind.ZIP else _open_whole(path, data, kind)


def _read(path: Path) -> bytes:
    """Return the beginning of a text, which is read in pieces later, and all of any other file."""
    try:
        if path.exists() and not path.is_file():
            raise _refused(path, NOT_REGULAR_FILE)
        with path.open("rb") as file:
            data = file.read(_START)
            if data and kind_of(path.name, data) is not Kind.TEXT:
                data += file.read(LARGEST_FILE + 1 - len(data))
    except FileNotFoundError as error:
        raise _refused(path, FILE_NOT_FOUND, advice=InFull(advice_on_missing(path))) from error
    except (OSError, ValueError) as error:
        raise _refused(path, FILE_UNREADABLE, reason=_reason(error)) from error
    if len(data) > LARGEST_FILE:
        raise _refused(path, FILE_TOO_LARGE, what="ukuran berkas", limit=f"{LARGEST_FILE // MIB} MiB")
    return data


def _open_whole(path: Path, data: bytes, kind: Kind) -> Workbook:
    if kind is Kind.OLD_EXCEL:
        from ipak_cli.tables.xls import open_xls  # noqa: PLC0415 (as above)

        return _named(path, ".xls", open_xls(path, data))
    if kind is Kind.FLAT_ODS:
        from ipak_cli.tables.ods import open_flat_ods  # noqa: PLC0415 (as above)

        return _named(path, ".fods", open_flat_ods(path, data))
    if kind is Kind.EXCEL_XML:
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
    if kind := archive_kind(archive.parts):
        raise foreign(path.name, kind)
    return _named(path, ".zip", open_zipped(path, data, archive))


def _open_document(path: Path, data: bytes, archive: Archive) -> Workbook:
    mime = archive.read("mimetype")
    for start, kind in _MIME:
        if mime.startswith(start):
            if kind:
                raise foreign(path.name, kind)
            from ipak_cli.tables.ods import open_ods  # noqa: PLC0415 (as above)

            return _named(path, ".ods", open_ods(path, data))
    raise foreign(path.name, "arsip ZIP")


def _named(path: Path, suffix: str, workbook: Workbook) -> Workbook:
    """Add a warning when the file's name promises another kind of file."""
    if path.suffix.lower() in _SUFFIXES[suffix]:
        return workbook
    warning = problem(SUFFIX_NOT_THE_CONTENT, Where(path.name), kind=suffix, suffix=path.suffix)
    return Workbook(workbook.file, workbook.sha256, workbook.sheets, (warning, *workbook.problems))


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "izin baca tidak ada"
    return getattr(error, "strerror", None) or type(error).__name__


def _refused(path: Path, entry: Entry, **values: object) -> ProblemsFoundError:
    return ProblemsFoundError([problem(entry, Where(path.name), **values)])


MOST_BYTES: Final = 256 * MIB
"""A zipped table, unpacked; how well it packs is no matter, for it is read piece by piece."""

_TEXTS: Final = (".csv", ".tsv", ".tab")

_TABLES: Final = (*_TEXTS, ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods")

_PERHAPS: Final = (".zip", ".rar", ".7z", ".gz", ".numbers", ".html", ".htm", ".xml")
"""What may hold a table, once it is taken out."""

_NO_DATA: Final = (".", "~$")
"""How names begin of what a Mac adds, and of Excel's marks of open files."""

_SHOWN: Final = 3


def open_zipped(path: Path, data: bytes, archive: Archive) -> Workbook:
    """Open the table of text in a zip file; its problems name the zip file.

    Raises ``ProblemsFoundError`` when there is not exactly one, and for one that is too large.
    """
    file = path.name
    inside = [part for part in archive.names if _is_file(part)]
    part = _table(file, inside)
    if archive.size(part) > MOST_BYTES:
        raise beyond(file, f"ukuran “{_name(part)}” setelah dibuka", f"{MOST_BYTES // MIB} MiB")
    workbook = open_delimited(path, part=part)
    others = [each for each in inside if each != part]
    left = (
        [problem(OTHER_FILES_IN_ZIP, Where(file), table=_name(part), names=_names(others))] if others else []
    )
    digest = hashlib.sha256(data).hexdigest()
    return replace(workbook, sha256=digest, problems=(*workbook.problems, *left))


def _is_file(part: str) -> bool:
    """Tell whether a part is a file that somebody put there: folders, and what Mac adds, are not."""
    name = part.replace("\\", "/")
    return not (name.endswith("/") or "__MACOSX/" in name or _name(part).startswith(_NO_DATA))


def _table(file: str, inside: Sequence[str]) -> str:
    """Choose the one table. Raises ``ProblemsFoundError`` where there is none, or more than one."""
    tables = _ending(inside, _TABLES)
    if len(tables) > 1:
        raise refusal(SEVERAL_TABLES_IN_ZIP, file, count=len(tables), names=_names(tables))
    if texts := _ending(tables, _TEXTS):
        return texts[0]
    if packed := tables or _ending(inside, _PERHAPS):
        raise refusal(WORKBOOK_INSIDE_ZIP, file, name=_names(packed))
    raise foreign(file, "arsip ZIP tanpa tabel" if inside else "arsip ZIP kosong")


def _ending(parts: Sequence[str], suffixes: tuple[str, ...]) -> list[str]:
    return [part for part in parts if part.lower().endswith(suffixes)]


def _name(part: str) -> str:
    return part.replace("\\", "/").rpartition("/")[2]


def _names(parts: Sequence[str]) -> str:
    shown = ", ".join(f"“{_name(part)}”" for part in parts[:_SHOWN])
    return f"{shown}, …" if len(parts) > _SHOWN else shown
