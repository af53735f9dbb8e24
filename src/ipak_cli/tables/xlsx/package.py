"""The small parts of an xlsx file: which sheets it has, from when its days count, its number formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from ipak_cli.catalogue.phrases_tables import SHEET_LIST_MISSING
from ipak_cli.tables.number_format import Shown, shown_as
from ipak_cli.tables.refusal import damaged
from ipak_cli.tables.xlsx.parts import OFFICE, book_of, main_part, walk_part
from ipak_cli.tables.xml import Places

if TYPE_CHECKING:
    from ipak_cli.tables.xlsx.parts import Book
    from ipak_cli.tables.zip import Archive

MAIN: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "",
)
"""The namespaces of a workbook's parts: transitional, strict, and none, as some small programs write them."""
_ON: Final = ("1", "true", "on")
_USUAL: Final = "xl/workbook.xml"


def is_on(value: str | None) -> bool:
    """Tell whether a yes-or-no attribute says yes."""
    return value is not None and value.lower() in _ON


def read_book(archive: Archive) -> Book:
    """Read which worksheets there are. Chart, dialogue and macro sheets are left out."""
    part = main_part(archive) or _USUAL
    if part not in archive:
        raise damaged(archive.file, SHEET_LIST_MISSING())
    listed = _Workbook()
    walk_part(archive, part, listed)
    return book_of(archive, part, listed.sheets, epoch_1904=listed.epoch_1904)


class _Workbook:
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

    def end(self, path: str) -> None:
        """Nothing ends that matters."""

    def text(self, text: str) -> None:
        """No text matters."""


def read_styles(archive: Archive, part: str | None) -> tuple[Shown, ...]:
    """Return what each cell style shows its numbers as, in the order that cells refer to."""
    if part is None:
        return ()
    styles = _Styles()
    walk_part(archive, part, styles)
    shown = {number: shown_as(number, styles.codes.get(number)) for number in set(styles.used)}
    return tuple(shown[number] for number in styles.used)


class _Styles:
    places: ClassVar = Places(
        MAIN,
        (
            *("styleSheet", "styleSheet/numFmts", "styleSheet/numFmts/numFmt"),
            *("styleSheet/cellXfs", "styleSheet/cellXfs/xf"),
        ),
    )

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.used: list[int] = []

    def start(self, path: str, attributes: dict[str, str]) -> None:
        if path == "styleSheet/cellXfs/xf":
            self.used.append(_whole(attributes.get("numFmtId")))
        elif path == "styleSheet/numFmts/numFmt":
            self.codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")

    def end(self, path: str) -> None:
        """Nothing ends that matters."""

    def text(self, text: str) -> None:
        """No text matters."""


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else 0
