"""What a file is, told by its first bytes or by what an archive holds; kinds that are no table are named."""

from __future__ import annotations

import codecs
import re
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.files import (
    GOOGLE_SHEETS_SHORTCUT,
    NOT_A_SPREADSHEET,
    SINGLE_FILE_WEB_PAGE,
    UNICODE_WITHOUT_MARK,
)
from ipak_cli.tables.ole import SIGNATURE
from ipak_cli.tables.refusal import damaged, refusal

if TYPE_CHECKING:
    from collections.abc import Collection

    from ipak_cli.base.problem import ProblemsFoundError


class Kind(Enum):
    """The kinds that have a reader of their own."""

    ZIP = auto()
    OLD_EXCEL = auto()
    WEB_PAGE = auto()
    EXCEL_XML = auto()
    FLAT_ODS = auto()
    TEXT = auto()


_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BARE_EXCEL: Final = re.compile(rb"\t(?:[\x00\x02\x04][\x04-\x14]\x00|\x08)", re.DOTALL)
"""The first record of a workbook without its container."""
_FOREIGN: Final = (
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"BM", "gambar"),
    (b"II*\0", "gambar"),
    (b"MM\0*", "gambar"),
    (b"RIFF", "gambar atau media"),
    (b"{\\rtf", "dokumen RTF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf\x27\x1c", "arsip 7-Zip"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"MZ", "program"),
    (b"SQLite format 3", "basis data"),
    (b"\0\1\0\0Standard ACE DB", "basis data Access"),
    (b"\0\1\0\0Standard Jet DB", "basis data Access"),
    (b"$FL2", "data SPSS"),
    (b"$FL3", "data SPSS"),
    (b"<stata_dta>", "data Stata"),
    (b"PAR1", "data Parquet"),
    (b"\x4c\0\0\0\x01\x14\x02\0", "pintasan Windows"),
    (b"[InternetShortcut]", "pintasan ke alamat web"),
    (b"[Desktop Entry]", "pintasan"),
)
_LETTERS: Final = 2
"""A magic of so few letters may be the beginning of a text."""
_MEDIA: Final = slice(4, 8), b"ftyp"
"""Photos of iPhones and videos."""
_PAGE: Final = re.compile(
    r"\s*<(?:!doctype\s+html|(?:html|head|body|table|thead|tbody|tr|meta|title|link|script|style)\b)",
    re.IGNORECASE,
)
"""How a web page begins."""
_PIECE: Final = re.compile(
    r"\s*(?:</?(?:br|hr|center|div|span|font|form|h[1-6]|p|b|i|pre)\b"
    r"|(?:PHP )?(?:Warning|Notice|Deprecated|Fatal error|Strict Standards)\s*:)",
    re.IGNORECASE,
)
"""How one may begin, and a text too: with marks of a text, and with what PHP says of faults."""
_TABLE: Final = re.compile(r"<(?:table|html|tr)\b", re.IGNORECASE)
_XML: Final = re.compile(r"\s*<(?:\?xml|!--|\w+:\w|Workbook\b)")
_WHOLE_TABLE: Final = re.compile(
    r"<table\b[^<>]*>\s*<(?:thead|tbody|tr|caption|col|colgroup)\b", re.IGNORECASE
)
"""A table below a line of text that has no marks."""
_TEXT_SUFFIXES: Final = (".csv", ".tsv", ".txt", ".tab")
_BOOK: Final = re.compile(r"<(?:\w+:)?Workbook\b")
_EXCEL_XML: Final = "urn:schemas-microsoft-com:office:spreadsheet"
_FLAT_ODF: Final = "<office:document "
_HEAD_LINE: Final = re.compile(r"\s*[A-Za-z][A-Za-z-]*: ?\S")
_MAIL: Final = re.compile(r"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_SAVED_PAGE: Final = re.compile(
    r"multipart/related|^(?:Snapshot-)?Content-Location:", re.IGNORECASE | re.MULTILINE
)
_GOOGLE: Final = re.compile(r'\s*\{.*(?:"doc_id"|docs\.google\.com|drive\.google\.com)', re.DOTALL)
_JSON: Final = re.compile(r'\s*(?:\{\s*"|\[\s*[\[{])')
_SYLK: Final = re.compile(r"ID;P(?:WXL|CALC)")
_FOLDERS: Final = (
    ("word/", "dokumen Word"),
    ("ppt/", "presentasi PowerPoint"),
    ("visio/", "gambar Visio"),
)
_STREAMS: Final = {
    "worddocument": "dokumen Word",
    "powerpoint document": "presentasi PowerPoint",
    "visiodocument": "gambar Visio",
    "__properties_version1.0": "surel Outlook",
    "quill": "dokumen Publisher",
    "wkssswrkbook": "berkas Microsoft Works",
    "wksssworkbook": "berkas Microsoft Works",
}


def kind_of(file: str, start: bytes) -> Kind:
    """Tell the kind of a file by its first bytes. Raises ``ProblemsFoundError`` for one without a table."""
    if start.startswith(_ZIP):
        return Kind.ZIP
    if start.startswith(SIGNATURE) or _BARE_EXCEL.match(start):
        return Kind.OLD_EXCEL
    for magic, name in _FOREIGN:
        if start.startswith(magic) and (len(magic) > _LETTERS or b"\0" in start):
            raise foreign(file, name)
    if start[_MEDIA[0]] == _MEDIA[1]:
        raise foreign(file, "gambar atau media")
    text = _text(file, start)
    return _markup_kind(file, text) or _text_kind(file, text)


def foreign(file: str, kind: str) -> ProblemsFoundError:
    """Make the refusal of a file of another kind, named in Indonesian."""
    return refusal(NOT_A_SPREADSHEET, file, kind=kind)


def archive_kind(parts: Collection[str]) -> str | None:
    """Return the kind of document that an archive is by its parts, ``None`` for a plain archive."""
    for folder, kind in _FOLDERS:
        if any(part.startswith(folder) for part in parts):
            return kind
    return None


def old_kind(names: Collection[str]) -> str:
    """Return the kind of document that a container of old Office is by its streams."""
    kinds = (kind for name, kind in _STREAMS.items() if name in names)
    return next(kinds, "berkas biner lama yang bukan lembar kerja")


def _text(file: str, start: bytes) -> str:
    """Return the beginning as text; letters beyond ASCII do not matter here."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", errors="ignore")
    for encoding, every_other in (("utf-16-le", start[1:20:2]), ("utf-16-be", start[:20:2])):
        if every_other and not any(every_other) and any(start):
            text = start.decode(encoding, errors="ignore")
            if _PAGE.match(text) or _XML.match(text):
                return text
            if "".join(text[:20].split()).isprintable():
                raise refusal(UNICODE_WITHOUT_MARK, file)
    if not any(start):
        raise foreign(file, "deretan nol, mungkin unduhan atau salinan yang terputus")
    if b"\0" in start and (SIGNATURE in start or _ZIP[0] in start):
        raise damaged(file, "ada tulisan lain di depan isi buku kerjanya")
    if b"\0" in start:
        raise foreign(file, "berkas biner yang tidak dikenal")
    return start.decode("utf-8", errors="replace").lstrip("\ufeff")


def _markup_kind(file: str, text: str) -> Kind | None:
    if _XML.match(text):
        return _xml_kind(file, text)
    if _PAGE.match(text) or (_PIECE.match(text) and _TABLE.search(text)):
        return Kind.WEB_PAGE
    named_text = file.lower().endswith(_TEXT_SUFFIXES)
    return Kind.WEB_PAGE if not named_text and _WHOLE_TABLE.search(text) else None


def _xml_kind(file: str, text: str) -> Kind:
    if _BOOK.search(text):
        if _EXCEL_XML in text:
            return Kind.EXCEL_XML
    elif _FLAT_ODF in text:
        return Kind.FLAT_ODS
    elif _TABLE.search(text):
        return Kind.WEB_PAGE
    raise foreign(file, "dokumen XML")


def _text_kind(file: str, text: str) -> Kind:
    if _HEAD_LINE.match(text) and _MAIL.search(text):
        raise (
            refusal(SINGLE_FILE_WEB_PAGE, file)
            if _SAVED_PAGE.search(text)
            else foreign(file, "surel (e-mail)")
        )
    if _GOOGLE.match(text):
        raise refusal(GOOGLE_SHEETS_SHORTCUT, file)
    if _JSON.match(text):
        raise foreign(file, "dokumen JSON")
    if _SYLK.match(text):
        raise foreign(file, "berkas SYLK")
    return Kind.TEXT
