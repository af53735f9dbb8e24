"""The one table of text in a zip file, such as Google Forms gives; workbooks have to be taken out first."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.files import (
    EMPTY_ZIP,
    OTHER_FILES_IN_ZIP,
    SEVERAL_TABLES_IN_ZIP,
    UNPACKED_SIZE_OF,
    WORKBOOK_INSIDE_ZIP,
    ZIP_WITHOUT_TABLE,
)
from ipak_cli.tables.csv.read import open_delimited
from ipak_cli.tables.file_kind import foreign
from ipak_cli.tables.refusal import beyond, refusal
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ipak_cli.tables.workbook import Workbook
    from ipak_cli.tables.zip import Archive

MOST_BYTES: Final = 256 * MIB
"""A zipped table, unpacked, however big the zip file is."""
ALWAYS: Final = 32 * MIB
"""Half a million responses in figures; in a small zip file they may pack as well as they like."""
TIMES: Final = 16
"""Further unpacked bytes to a byte of the zip file: answers in words pack 8 to 20 times."""
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
    most = min(MOST_BYTES, ALWAYS + TIMES * len(data))
    if archive.size(part) > most:
        raise beyond(file, UNPACKED_SIZE_OF(name=_name(part)), f"{most // MIB} MiB")
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
    raise foreign(file, ZIP_WITHOUT_TABLE if inside else EMPTY_ZIP)


def _ending(parts: Sequence[str], suffixes: tuple[str, ...]) -> list[str]:
    return [part for part in parts if part.lower().endswith(suffixes)]


def _name(part: str) -> str:
    return part.replace("\\", "/").rpartition("/")[2]


def _names(parts: Sequence[str]) -> str:
    shown = ", ".join(f"“{_name(part)}”" for part in parts[:_SHOWN])
    return f"{shown}, …" if len(parts) > _SHOWN else shown
