"""What a form was made from, on its hidden sheet: so that a form is told from settings that are newer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping  # noqa: TC003 (read at run time by who remembers a record)
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.base.period import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.rubric.yaml_lines import Data

RECORD_SHEET: Final = "_ipak"
LAYOUT: Final = 1
"""The newest layout of a form that this program reads."""
SETTINGS: Final = "settings"
FOLLOW_UP: Final = "follow_up"
SettingsPath: TypeAlias = tuple[str, ...]
"""Where ``ipak.yaml`` says something; periods are called as the file called them."""
FACTS: Final = ("form", "layout", "period", "rubric", "unit")


@dataclass(frozen=True, slots=True)
class FormRecord:
    """Which form it is, whose, and the text of each of its cells when it was made.

    ``period`` is a period's canonical name; ``rubric`` the id of the rubric whose items are asked.
    """

    form: str
    values: Mapping[SettingsPath, str] = field(default_factory=dict)
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
        for name in FACTS:
            yield name, str(getattr(self, name))
        for path, text in self.values.items():
            yield key_of(path), text


def key_of(path: SettingsPath) -> str:
    """Return a place in ``ipak.yaml`` as one text, whatever the file calls a period."""
    return json.dumps(canonical(path), ensure_ascii=False)


def path_of(key: str) -> SettingsPath | None:
    """Return the place that a text tells; ``None`` for any other text."""
    try:
        path = json.loads(key)
    except (ValueError, RecursionError):
        return None
    sound = isinstance(path, list) and path and all(isinstance(part, str) for part in path)
    return tuple(path) if sound else None


def canonical(path: SettingsPath) -> SettingsPath:
    """Call the period in a place by its canonical name."""
    return (path[0], str(period_of(path[1])), *path[2:]) if path[0] == "periods" and path[1:] else path


def period_of(name: str) -> object:
    """Return the period of a name, by which two ways of writing it are one; else the name."""
    try:
        return parse_period(name)
    except ValueError:
        return name


def names_of_periods(said: Data) -> Mapping[object, str]:
    """Return what the settings call each period that they name."""
    periods = said.get("periods") if isinstance(said, dict) else None
    return {period_of(name): name for name in periods} if isinstance(periods, dict) else {}
