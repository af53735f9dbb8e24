"""Workbooks derived again by programs of their own: formualizer, and LibreOffice made to recalculate."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import formualizer
import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Sheets = dict[str, dict[str, object]]
"""What cells hold, by sheet and address."""
SOFFICE: Final = shutil.which("soffice")
NEEDS_OFFICE: Final = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice Calc (soffice)")
_ALWAYS: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""A profile that derives every formula again when a workbook is opened, whatever it has stored."""


def stored(data: bytes) -> Sheets:
    """Return what the cells show before anything is derived again."""
    return _cells(data, values=True)


def formulas(data: bytes) -> Sheets:
    """Return the formulas, and what cells without one hold."""
    return _cells(data, values=False)


def by_formualizer(data: bytes) -> Sheets:
    """Return what the cells show after formualizer has derived them."""
    return stored(formualizer.recalculate_xlsx_bytes(data)["bytes"])


def by_libreoffice(data: bytes, folder: Path) -> Sheets:
    """Return what the cells show after LibreOffice has derived them."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    given = folder / "given.xlsx"
    given.write_bytes(data)
    command = [
        str(SOFFICE), f"-env:UserInstallation={profile.parent.as_uri()}", "--headless",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "derived"), str(given),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return stored((folder / "derived" / "given.xlsx").read_bytes())


def changed(data: bytes, cells: Mapping[tuple[str, str], object]) -> bytes:
    """Return a workbook with other contents in some cells, as somebody would type them."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for (sheet, address), content in cells.items():
        assert book[sheet][address].value != content
        book[sheet][address] = content
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def differences(one: Sheets, other: Sheets) -> dict[tuple[str, str], tuple[object, object]]:
    """Return the cells that two workbooks do not share; floats may differ in their last digits."""
    pairs = {
        (sheet, cell): (one.get(sheet, {}).get(cell), other.get(sheet, {}).get(cell))
        for sheet in one.keys() | other.keys()
        for cell in one.get(sheet, {}).keys() | other.get(sheet, {}).keys()
    }
    return {place: pair for place, pair in pairs.items() if not _alike(*pair)}


def _alike(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-11 * max(1, abs(one))
    return one == other


def _cells(data: bytes, *, values: bool) -> Sheets:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=values)
    return {
        sheet.title: {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in book
    }
