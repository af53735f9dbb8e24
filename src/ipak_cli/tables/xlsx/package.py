"""The package of an Excel workbook: its parts and what they refer to, its list of sheets, its formats."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.files import (
    NUMBER_OF_CELL_STYLES,
    NUMBER_OF_NUMBER_FORMATS,
    NUMBER_OF_SHEETS,
    SHEET_LIST_MISSING,
    SHEET_MISSING,
    SHEET_TYPE_UNKNOWN,
    SHEET_WITHOUT_CONTENT,
    SHEETS_OF_ONE_PART,
)
from ipak_cli.tables.number_format import Display, shown_as
from ipak_cli.tables.refusal import beyond, damaged
from ipak_cli.tables.xml import Places, walk
from ipak_cli.tables.zip import MIB, part_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.tables.xml import Walker
    from ipak_cli.tables.zip import Archive

MAX_SMALL_PART: Final = 32 * MIB
MOST_SHEETS: Final = 255
MOST_STYLES: Final = 65_490
"""Cell styles: Excel's own limit."""
MOST_FORMATS: Final = 5_000
"""Number formats of a file's own that its styles use; Excel has room for some 250."""
OFFICE: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
"""The namespaces of relationships, in transitional and in strict files."""
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_BOOKS: Final = {
    **dict.fromkeys(
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            "application/vnd.ms-excel.template.macroEnabled.main+xml",
        ),
        ".xlsx",
    ),
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main": ".xlsb",
}
"""The types of main parts that are workbooks, and the endings of their files."""
_USUAL_BOOKS: Final = {"xl/workbook.bin": ".xlsb", "xl/workbook.xml": ".xlsx"}
_NO_CELLS: Final = frozenset(
    (
        "chartsheet",
        "dialogsheet",
        "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
        "http://schemas.microsoft.com/office/2006/relationships/xlIntlMacrosheet",
    )
)
"""Sheets that hold a chart, a dialogue or macros."""
MAIN: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "",
)
"""The namespaces of a workbook's parts: transitional, strict, and none, as some small programs write them."""
_ON: Final = ("1", "true", "on")
_USUAL_PART: Final = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One worksheet as the workbook lists it; ``part`` is its place in the archive."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Book:
    """What a workbook says of itself; parts that it lacks are ``None``."""

    sheets: tuple[SheetEntry, ...]
    epoch_1904: bool
    strings: str | None
    styles: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relationship points, and its type: of one of Office's own the last word."""

    kind: str
    part: str


def walk_part(archive: Archive, part: str, walker: Walker) -> None:
    """Walk through a part that is no sheet. Raises ``ProblemsFoundError`` when it is too long."""
    walk(archive, part, archive.chunks(part, MAX_SMALL_PART), walker)


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Return a part's relationships by their id."""
    folder, name = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if place not in archive:
        return {}
    found = _Relations(folder)
    walk_part(archive, place, found)
    return found.found


def main_part(archive: Archive) -> str | None:
    """Return the part that the package calls its document, if there is such a part."""
    for relation in relations(archive, "").values():
        if relation.kind == "officeDocument" and relation.part in archive:
            return relation.part
    return None


def book_kind(archive: Archive) -> str | None:
    """Return the usual ending of the workbook that the archive is, wherever its parts lie, or ``None``."""
    main = main_part(archive)
    kind = _BOOKS.get(_content_type(archive, main)) if main else None
    return kind or next((ending for part, ending in _USUAL_BOOKS.items() if part in archive), None)


def _content_type(archive: Archive, part: str) -> str:
    """Return of what type the package says that a part is; nothing where it does not say."""
    place = "[Content_Types].xml"
    if place not in archive:
        return ""
    types = _Types()
    walk_part(archive, place, types)
    name = part_name(part)
    return types.parts.get(name) or types.endings.get(name.rpartition(".")[2], "")


def book_of(
    archive: Archive, part: str, listed: Sequence[tuple[str, str, bool]], *, epoch_1904: bool
) -> Book:
    """Find the parts that a workbook's sheets (name, relationship, hidden) refer to.

    A sheet that refers to nothing is left out with a warning. Raises ``ProblemsFoundError`` where the part
    that a sheet refers to is not there or is another sheet's too, and for more sheets than anybody reads.
    """
    if len(listed) > MOST_SHEETS:
        raise beyond(archive.file, NUMBER_OF_SHEETS(), str(MOST_SHEETS))
    related = relations(archive, part)
    sheets: dict[str, SheetEntry] = {}
    problems = []
    for name, identity, hidden in listed:
        relation = related.get(identity)
        if not identity:
            problems.append(problem(SHEET_WITHOUT_CONTENT, Where(archive.file, name)))
        elif relation is None or (relation.kind == "worksheet" and relation.part not in archive):
            raise damaged(archive.file, SHEET_MISSING(sheet=name))
        elif relation.kind == "worksheet":
            entry = SheetEntry(name, relation.part, hidden)
            if (other := sheets.setdefault(part_name(relation.part), entry)) is not entry:
                raise damaged(archive.file, SHEETS_OF_ONE_PART(sheet=name, other=other.name))
        elif relation.kind not in _NO_CELLS:
            problems.append(problem(SHEET_TYPE_UNKNOWN, Where(archive.file, name)))
    others = {relation.kind: relation.part for relation in related.values() if relation.part in archive}
    return Book(
        tuple(sheets.values()), epoch_1904, others.get("sharedStrings"), others.get("styles"), tuple(problems)
    )


class _OnlyStarts:
    """A walker to whom nothing matters but where elements begin."""

    def end(self, path: str) -> None:
        """Nothing ends that matters."""

    def text(self, text: str) -> None:
        """No text matters."""


class _Relations(_OnlyStarts):
    places: ClassVar = Places((f"{_PACKAGE}/relationships",), ("Relationships", "Relationships/Relationship"))

    def __init__(self, folder: str) -> None:
        self.found: dict[str, Relation] = {}
        self._folder = folder

    def start(self, path: str, attributes: dict[str, str]) -> None:
        if path != "Relationships" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            part = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
            space, _, word = attributes.get("Type", "").rpartition("/")
            kind = word if space in OFFICE else attributes.get("Type", "")
            self.found[attributes.get("Id", "")] = Relation(kind, part)


class _Types(_OnlyStarts):
    places: ClassVar = Places((f"{_PACKAGE}/content-types",), ("Types", "Types/Default", "Types/Override"))

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}
        self.endings: dict[str, str] = {}

    def start(self, path: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "")
        if path == "Types/Override":
            self.parts[part_name(attributes.get("PartName", ""))] = kind
        elif path == "Types/Default":
            self.endings[attributes.get("Extension", "").lower()] = kind


def is_on(value: str | None) -> bool:
    """Tell whether a yes-or-no attribute says yes."""
    return value is not None and value.lower() in _ON


def read_book(archive: Archive) -> Book:
    """Read which worksheets there are. Chart, dialogue and macro sheets are left out."""
    part = main_part(archive) or _USUAL_PART
    if part not in archive:
        raise damaged(archive.file, SHEET_LIST_MISSING())
    listed = _SheetList()
    walk_part(archive, part, listed)
    return book_of(archive, part, listed.sheets, epoch_1904=listed.epoch_1904)


class _SheetList(_OnlyStarts):
    places: ClassVar = Places(
        MAIN, ("workbook", "workbook/workbookPr", "workbook/sheets", "workbook/sheets/sheet")
    )

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.epoch_1904 = False

    def start(self, path: str, attributes: dict[str, str]) -> None:
        if path == "workbook/workbookPr":
            self.epoch_1904 = is_on(attributes.get("date1904"))
        elif path == "workbook/sheets/sheet":
            identities = (attributes.get(f"{namespace} id", "") for namespace in OFFICE)
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), next(filter(None, identities), ""), hidden))


def read_styles(archive: Archive, part: str | None) -> tuple[Display, ...]:
    """Return what each cell style shows its numbers as, in the order that cells refer to."""
    if part is None:
        return ()
    styles = _Styles(archive.file)
    walk_part(archive, part, styles)
    used = set(styles.used)
    if len(used & styles.codes.keys()) > MOST_FORMATS:
        raise beyond(archive.file, NUMBER_OF_NUMBER_FORMATS(), grouped_int(MOST_FORMATS))
    shown = {number: shown_as(number, styles.codes.get(number), file=archive.file) for number in used}
    return tuple(shown[number] for number in styles.used)


class _Styles(_OnlyStarts):
    places: ClassVar = Places(
        MAIN,
        (
            *("styleSheet", "styleSheet/numFmts", "styleSheet/numFmts/numFmt"),
            *("styleSheet/cellXfs", "styleSheet/cellXfs/xf"),
        ),
    )

    def __init__(self, file: str) -> None:
        self.codes: dict[int, str] = {}
        self.used: list[int] = []
        self._file = file

    def start(self, path: str, attributes: dict[str, str]) -> None:
        if path == "styleSheet/cellXfs/xf":
            self.used.append(_number(attributes.get("numFmtId")))
            if len(self.used) > MOST_STYLES:
                raise beyond(self._file, NUMBER_OF_CELL_STYLES(), grouped_int(MOST_STYLES))
        elif path == "styleSheet/numFmts/numFmt":
            self.codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else 0
