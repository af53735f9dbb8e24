"""What a filled form changes in settings: nothing that is newer than the form is overwritten."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.follow_up import (
    GENERAL_PLAN_STAYS,
    SETTINGS_NEWER_THAN_CELL,
    SETTINGS_NEWER_THAN_FORM,
)
from ipak_cli.forms.form_record import canonical
from ipak_cli.forms.settings_names import cell_text, value_at
from ipak_cli.workspace.yaml_edit import put_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.forms.filled import FormCell
    from ipak_cli.forms.form_record import SettingsPath
    from ipak_cli.rubric.yaml_lines import Data


@dataclass(frozen=True, slots=True)
class Change:
    """What a cell changes: its place and label, what the settings said and will say; empty for nothing."""

    where: Where
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FormChanges:
    """Settings with what a form changes, each change, and where form and newer settings do not agree."""

    wanted: dict[str, Data]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def changed_by(
    data: Mapping[str, Data], cells: Sequence[FormCell], since: Mapping[SettingsPath, str] | None
) -> FormChanges:
    """Return settings with what the cells of a form say otherwise than when the form was made.

    ``since`` are the texts of the cells then; ``None`` stands for a form that is taken whole, as it tells
    nothing of that. Where a cell was filled in and the settings changed otherwise since, that is an error.
    """
    wanted, changes, problems, newer = deepcopy(dict(data)), list[Change](), list[Problem](), list[str]()
    for _, cells_of_part in groupby(cells, key=lambda cell: cell.part):
        part = _Part(data, tuple(cells_of_part), since)
        if not part.is_filled:
            newer += part.differing if part.is_newer else ()
        elif part.is_newer and part.form != part.now:
            problems += part.conflicts()
        elif part.form != part.now:
            problems += part.still_planned()
            changes += part.put_into(wanted)
    if newer:
        where = Where(cells[0].where.file)
        problems.append(problem(SETTINGS_NEWER_THAN_FORM, where, labels=tuple(newer)))
    return FormChanges(wanted, tuple(changes), tuple(problems))


class _Part:
    """Cells that make sense together: what they say, what the settings say now, and what they said before."""

    def __init__(
        self, data: Mapping[str, Data], cells: tuple[FormCell, ...], since: Mapping[SettingsPath, str] | None
    ) -> None:
        said = dict(data)
        self.cells, self.data = cells, data
        own = any(value_at(said, in_file(data, cell.path)) is not None for cell in cells)
        self.is_general = not own and any(cell.general for cell in cells)
        places = [(cell.general if self.is_general else None) or in_file(data, cell.path) for cell in cells]
        self.form = [cell.text for cell in cells]
        self.now = [cell_text(value_at(said, place)) for place in places]
        before = since if since is not None else {}
        self.before = self.now if since is None else [before.get(canonical(cell.path), "") for cell in cells]

    @property
    def is_filled(self) -> bool:
        """Whether anybody changed a cell."""
        return self.form != self.before

    @property
    def is_newer(self) -> bool:
        """Whether the settings changed since."""
        return self.now != self.before

    @property
    def differing(self) -> list[str]:
        """The labels of the cells that the settings say otherwise."""
        told = zip(self.cells, self.form, self.now, strict=True)
        return [cell.label for cell, form, now in told if form != now]

    def conflicts(self) -> list[Problem]:
        """Tell each cell in which form and settings differ, with both values."""
        return [
            problem(SETTINGS_NEWER_THAN_CELL, cell.where, what=cell.label, form=form or "–", now=now or "–")
            for cell, form, now in zip(self.cells, self.form, self.now, strict=True)
            if form != now
        ]

    def still_planned(self) -> list[Problem]:
        """Tell that an emptied plan leaves the general one in its place, which the report would name."""
        general = self.cells[0].general
        if any(self.form) or general is None or value_at(dict(self.data), general[:-1]) is None:
            return []
        return [problem(GENERAL_PLAN_STAYS, self.cells[0].where, code=general[-2])]

    def put_into(self, wanted: dict[str, Data]) -> list[Change]:
        """Put what the cells say into settings; a plan that was the general one becomes whole one's own."""
        changes = []
        for cell, form, now in zip(self.cells, self.form, self.now, strict=True):
            if form != now:
                changes.append(Change(cell.where, cell.label, now, form))
            if form != now or (self.is_general and form):
                value: Data = [*cell.value] if isinstance(cell.value, list) else cell.value
                put_value(wanted, in_file(self.data, cell.path), value)
        return changes


def in_file(data: Mapping[str, Data], path: SettingsPath) -> SettingsPath:
    """Return a place as the file calls it: most offices say "quarters"."""
    old = "quarters" in data and "periods" not in data
    return ("quarters", *path[1:]) if old and path[0] == "periods" else path
