"""The guard at the door: what a file is, is told by its content; unreadable ones get one plain sentence.

Each kind's reader is imported when a file of that kind is opened: most commands open one kind.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from ipak_cli.problems import ProblemsFoundError, Where, problem
from ipak_cli.sheets.archive import MIB, Archive
from ipak_cli.sheets.package import book_kind
from ipak_cli.sheets.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE: Final = 256_000_000
"""Bytes of a workbook on disk; text is read in pieces and may be of any size."""

_START: Final = 8_192
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED: Final = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo"))
_OLE_BOOKS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook\0", "Book\0"))
_WORD_OLE: Final = "WordDocument".encode("utf-16-le")
_BIFF: Final = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_KINDS: Final = (
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"BM", "gambar"),
    (b"RIFF", "gambar atau media"),
    (b"{\\rtf", "dokumen RTF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf\x27\x1c", "arsip 7-Zip"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"MZ", "program"),
    (b"SQLite format 3", "basis data"),
)
_LETTERS: Final = 2
"""A magic of so few letters may be the beginning of a text."""
_MARKUP: Final = re.compile(
    rb"\s*<(?:!doctype\s+html|html|head|body|table|meta|script|style)\b", re.IGNORECASE
)
_XML: Final = re.compile(rb"\s*<(?:\?xml|!--)")
_MIME: Final = (
    (b"application/vnd.oasis.opendocument.spreadsheet", ""),
    (b"application/vnd.oasis.opendocument", "dokumen OpenDocument"),
    (b"application/epub", "buku elektronik"),
)
_FAMILIES: Final = (("word/", "dokumen Word"), ("ppt/", "presentasi PowerPoint"), ("visio/", "gambar Visio"))
_TEXT_SUFFIXES: Final = (".csv", ".tsv", ".txt", ".tab", "")
_SUFFIXES: Final = {
    ".xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    ".xlsb": (".xlsb",),
    ".ods": (".ods", ".ots"),
    ".xls": (".xls", ".xlt"),
}


def open_any(path: Path) -> Workbook:
    """Open a file of any known kind. Raises ``ProblemsFoundError`` when it is unreadable or not safe."""
    if path.name.startswith("~$"):
        raise _refused(path, "F105")
    start = _beginning(path)
    if not start:
        raise _refused(path, "F104")
    if start.startswith((*_ZIP, _OLE)) or _is_bare_biff(start):
        return _open_binary(path, _read(path))
    _refuse_other_kinds(path, start)
    from ipak_cli.sheets.delimited import open_delimited  # noqa: PLC0415 (this kind alone needs it)

    return open_delimited(path, misnamed=path.suffix.lower() not in _TEXT_SUFFIXES)


def _beginning(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise _refused(path, "F103")
        with path.open("rb") as file:
            start = file.read(_START)
    except FileNotFoundError as error:
        raise _refused(path, "F101") from error
    except (OSError, ValueError) as error:
        raise _refused(path, "F102", reason=_reason(error)) from error
    return start


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _refused(path, "F102", reason=_reason(error)) from error
    if len(data) > LARGEST_FILE:
        raise _refused(path, "F109", what="ukuran berkas", limit=f"{LARGEST_FILE // MIB} MiB")
    return data


def _open_binary(path: Path, data: bytes) -> Workbook:
    if not data.startswith(_ZIP):
        return _open_old(path, data)
    archive = Archive(path.name, data)
    kind = book_kind(archive)
    if kind == ".xlsb":
        from ipak_cli.sheets.xlsb import open_xlsb  # noqa: PLC0415 (as above)

        return _named(path, kind, open_xlsb(path, data))
    if kind == ".xlsx":
        from ipak_cli.sheets.xlsx import open_xlsx  # noqa: PLC0415 (as above)

        return _named(path, kind, open_xlsx(path, data))
    if "mimetype" in archive:
        return _open_document(path, data, archive)
    for folder, kind in _FAMILIES:
        if any(name.startswith(folder) for name in archive.parts):
            raise _refused(path, "F107", kind=kind)
    raise _refused(path, "F107", kind="arsip ZIP")


def _open_document(path: Path, data: bytes, archive: Archive) -> Workbook:
    mime = archive.read("mimetype")
    for start, kind in _MIME:
        if mime.startswith(start):
            if kind:
                raise _refused(path, "F107", kind=kind)
            from ipak_cli.sheets.ods import open_ods  # noqa: PLC0415 (as above)

            return _named(path, ".ods", open_ods(path, data))
    raise _refused(path, "F107", kind="arsip ZIP")


def _open_old(path: Path, data: bytes) -> Workbook:
    if any(name in data for name in _ENCRYPTED):
        raise _refused(path, "F106")
    if data.startswith(_OLE) and not any(name in data for name in _OLE_BOOKS):
        kind = "dokumen Word" if _WORD_OLE in data else "berkas biner lama yang bukan lembar kerja"
        raise _refused(path, "F107", kind=kind)
    from ipak_cli.sheets.legacy import open_xls  # noqa: PLC0415 (as above)

    return _named(path, ".xls", open_xls(path, data))


def _is_bare_biff(start: bytes) -> bool:
    return start.startswith(_BIFF)


def _refuse_other_kinds(path: Path, start: bytes) -> None:
    for magic, kind in _KINDS:
        if start.startswith(magic) and (len(magic) > _LETTERS or b"\0" in start):
            raise _refused(path, "F107", kind=kind)
    text = _in_utf8(start)
    if _MARKUP.match(text) or (_XML.match(text) and b"<html" in text.lower()):
        raise _refused(path, "F107", kind="halaman web (HTML)")
    if _XML.match(text):
        raise _refused(path, "F107", kind="dokumen XML")
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(path, "F107", kind="berkas biner yang tidak dikenal")


def _in_utf8(start: bytes) -> bytes:
    """Return the beginning of a text as UTF-8, so that markup is seen in UTF-16 too."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", errors="ignore").encode()
    return start.removeprefix(codecs.BOM_UTF8)


def _named(path: Path, suffix: str, workbook: Workbook) -> Workbook:
    """Add a warning when the file's name promises another kind of file."""
    if path.suffix.lower() in _SUFFIXES[suffix]:
        return workbook
    warning = problem("F111", Where(path.name), kind=suffix, suffix=path.suffix)
    return Workbook(workbook.file, workbook.sha256, workbook.sheets, (warning, *workbook.problems))


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "izin baca tidak ada"
    return getattr(error, "strerror", None) or type(error).__name__


def _refused(path: Path, code: str, **values: object) -> ProblemsFoundError:
    return ProblemsFoundError([problem(code, Where(path.name), **values)])
