"""What a file is, told by its first bytes or by what an archive holds; kinds that are no table are named."""

from __future__ import annotations

import codecs
import re
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.files import (
    ACCESS_DATABASE,
    DATABASE_FILE,
    E_MAIL,
    GOOGLE_SHEETS_SHORTCUT,
    GZIP_ARCHIVE,
    JSON_DOCUMENT,
    NOT_A_SPREADSHEET,
    OLD_BINARY_FILE,
    ONLY_ZEROS,
    OUTLOOK_MAIL,
    PARQUET_DATA,
    PDF_DOCUMENT,
    PICTURE_FILE,
    PICTURE_OR_MEDIA,
    PRESENTATION,
    PROGRAM_FILE,
    PUBLISHER_DOCUMENT,
    RAR_ARCHIVE,
    RTF_DOCUMENT,
    SEVEN_ZIP_ARCHIVE,
    SHORTCUT_FILE,
    SINGLE_FILE_WEB_PAGE,
    SPSS_DATA,
    STATA_DATA,
    SYLK_FILE,
    TEXT_BEFORE_WORKBOOK,
    UNICODE_WITHOUT_MARK,
    UNKNOWN_BINARY_FILE,
    VISIO_DRAWING,
    WEB_SHORTCUT,
    WINDOWS_SHORTCUT,
    WORD_DOCUMENT,
    WORKS_FILE,
    XML_DOCUMENT,
)
from ipak_cli.tables.ole import SIGNATURE
from ipak_cli.tables.refusal import damaged, refusal

if TYPE_CHECKING:
    from collections.abc import Collection

    from ipak_cli.base.message import Phrase
    from ipak_cli.base.problem import ProblemsFoundError


class FileKind(Enum):
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
    (b"%PDF", PDF_DOCUMENT),
    (b"\x89PNG", PICTURE_FILE),
    (b"\xff\xd8\xff", PICTURE_FILE),
    (b"GIF8", PICTURE_FILE),
    (b"BM", PICTURE_FILE),
    (b"II*\0", PICTURE_FILE),
    (b"MM\0*", PICTURE_FILE),
    (b"RIFF", PICTURE_OR_MEDIA),
    (b"{\\rtf", RTF_DOCUMENT),
    (b"Rar!", RAR_ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", SEVEN_ZIP_ARCHIVE),
    (b"\x1f\x8b", GZIP_ARCHIVE),
    (b"MZ", PROGRAM_FILE),
    (b"SQLite format 3", DATABASE_FILE),
    (b"\0\1\0\0Standard ACE DB", ACCESS_DATABASE),
    (b"\0\1\0\0Standard Jet DB", ACCESS_DATABASE),
    (b"$FL2", SPSS_DATA),
    (b"$FL3", SPSS_DATA),
    (b"<stata_dta>", STATA_DATA),
    (b"PAR1", PARQUET_DATA),
    (b"\x4c\0\0\0\x01\x14\x02\0", WINDOWS_SHORTCUT),
    (b"[InternetShortcut]", WEB_SHORTCUT),
    (b"[Desktop Entry]", SHORTCUT_FILE),
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
    ("word/", WORD_DOCUMENT),
    ("ppt/", PRESENTATION),
    ("visio/", VISIO_DRAWING),
)
_STREAMS: Final = {
    "worddocument": WORD_DOCUMENT,
    "powerpoint document": PRESENTATION,
    "visiodocument": VISIO_DRAWING,
    "__properties_version1.0": OUTLOOK_MAIL,
    "quill": PUBLISHER_DOCUMENT,
    "wkssswrkbook": WORKS_FILE,
    "wksssworkbook": WORKS_FILE,
}


def kind_of(file: str, start: bytes) -> FileKind:
    """Tell the kind of a file by its first bytes. Raises ``ProblemsFoundError`` for one without a table."""
    if start.startswith(_ZIP):
        return FileKind.ZIP
    if start.startswith(SIGNATURE) or _BARE_EXCEL.match(start):
        return FileKind.OLD_EXCEL
    for magic, name in _FOREIGN:
        if start.startswith(magic) and (len(magic) > _LETTERS or b"\0" in start):
            raise foreign(file, name)
    if start[_MEDIA[0]] == _MEDIA[1]:
        raise foreign(file, PICTURE_OR_MEDIA)
    text = _text(file, start)
    return _markup_kind(file, text) or _text_kind(file, text)


def foreign(file: str, kind: Phrase) -> ProblemsFoundError:
    """Make the refusal of a file of another kind."""
    return refusal(NOT_A_SPREADSHEET, file, kind=kind())


def archive_kind(parts: Collection[str]) -> Phrase | None:
    """Return the kind of document that an archive is by its parts, ``None`` for a plain archive."""
    for folder, kind in _FOLDERS:
        if any(part.startswith(folder) for part in parts):
            return kind
    return None


def old_kind(names: Collection[str]) -> Phrase:
    """Return the kind of document that a container of old Office is by its streams."""
    kinds = (kind for name, kind in _STREAMS.items() if name in names)
    return next(kinds, OLD_BINARY_FILE)


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
        raise foreign(file, ONLY_ZEROS)
    if b"\0" in start and (SIGNATURE in start or _ZIP[0] in start):
        raise damaged(file, TEXT_BEFORE_WORKBOOK())
    if b"\0" in start:
        raise foreign(file, UNKNOWN_BINARY_FILE)
    return start.decode("utf-8", errors="replace").lstrip("\ufeff")


def _markup_kind(file: str, text: str) -> FileKind | None:
    if _XML.match(text):
        return _xml_kind(file, text)
    if _PAGE.match(text) or (_PIECE.match(text) and _TABLE.search(text)):
        return FileKind.WEB_PAGE
    named_text = file.lower().endswith(_TEXT_SUFFIXES)
    return FileKind.WEB_PAGE if not named_text and _WHOLE_TABLE.search(text) else None


def _xml_kind(file: str, text: str) -> FileKind:
    if _BOOK.search(text):
        if _EXCEL_XML in text:
            return FileKind.EXCEL_XML
    elif _FLAT_ODF in text:
        return FileKind.FLAT_ODS
    elif _TABLE.search(text):
        return FileKind.WEB_PAGE
    raise foreign(file, XML_DOCUMENT)


def _text_kind(file: str, text: str) -> FileKind:
    if _HEAD_LINE.match(text) and _MAIL.search(text):
        raise (refusal(SINGLE_FILE_WEB_PAGE, file) if _SAVED_PAGE.search(text) else foreign(file, E_MAIL))
    if _GOOGLE.match(text):
        raise refusal(GOOGLE_SHEETS_SHORTCUT, file)
    if _JSON.match(text):
        raise foreign(file, JSON_DOCUMENT)
    if _SYLK.match(text):
        raise foreign(file, SYLK_FILE)
    return FileKind.TEXT
