"""What a form was made from, on its hidden sheet: so that a form is told from settings that are newer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping  # noqa: TC003 (read at run time by who remembers a record)
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.pekppp.book.cell_values import shown
from ipak_cli.pekppp.book.table import cell_at, cells_of, sheet_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.tables.workbook import Workbook

SHEET: Final = "_ipak"
LAYOUT: Final = 1
"""The newest layout of a form that this program reads."""
SETTINGS: Final = "settings"
FOLLOW_UP: Final = "follow_up"
KeyPath: TypeAlias = tuple[str, ...]
"""Where ``ipak.yaml`` says something; periods are called as the file called them."""
_FACTS: Final = ("form", "layout", "period", "rubric", "unit")


@dataclass(frozen=True, slots=True)
class FormRecord:
    """Which form it is, whose, and the text of each of its cells when it was made.

    ``period`` is a period's canonical name; ``rubric`` the id of the rubric whose items are asked.
    """

    form: str
    values: Mapping[KeyPath, str] = field(default_factory=dict)
    period: str = ""
    rubric: str = ""
    unit: str = ""
    layout: str = str(LAYOUT)

    @property
    def digest(self) -> str:
        """The same for the same form, whatever people wrote into it."""
        return hashlib.sha256(json.dumps([*self.rows()]).encode()).hexdigest()

    @property
    def is_newer(self) -> bool:
        """Whether a later version of the program made the form, in a layout that this one does not know."""
        return not self.layout.isdecimal() or int(self.layout) > LAYOUT

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield the two columns of the hidden sheet."""
        for name in _FACTS:
            yield name, str(getattr(self, name))
        for path, text in self.values.items():
            yield key_of(path), text


def key_of(path: KeyPath) -> str:
    """Return a place in ``ipak.yaml`` as one text."""
    return json.dumps(path, ensure_ascii=False)


def read_record(workbook: Workbook) -> FormRecord | None:
    """Return what a form says of itself; ``None`` for a workbook that is no form, or lost its record."""
    sheet = sheet_named(workbook, SHEET)
    if sheet is None:
        return None
    grid = cells_of(sheet)
    rows = {shown(cell_at(grid, n, 1)): shown(cell_at(grid, n, 2)) for n in range(1, len(grid) + 1)}
    facts = {name: rows.pop(name, "") for name in _FACTS}
    values = {path: text for key, text in rows.items() if (path := _path(key))}
    return FormRecord(**facts, values=values) if facts["form"] else None


def _path(key: str) -> KeyPath | None:
    try:
        path = json.loads(key)
    except (ValueError, RecursionError):
        return None
    sound = isinstance(path, list) and path and all(isinstance(part, str) for part in path)
    return tuple(path) if sound else None
