"""What ``ipak run`` has to do, and why: told from digests, without opening a spreadsheet."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.jobs.run_basis import Kind, changes
from ipak_cli.workspace.store import PEKPPP, RESULTS, SURVEY, stored_quarters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ipak_cli.jobs.run_basis import Setting
    from ipak_cli.jobs.run_memory import DoneInput, Memory
    from ipak_cli.period import Quarter
    from ipak_cli.workspace.inbox import Arrived, Inbox

NEW = "new"
LOST = "result"
"""Reasons besides the names of what changed: never done before, and the result is not there any more."""


@dataclass(frozen=True, slots=True)
class Due:
    """An input to be taken, and why: ``new``, ``result`` (lost), or the names of what changed."""

    arrived: Arrived
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueReport:
    """A quarter whose report is to be made, and why."""

    quarter: Quarter
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What a stored result says of where it comes from."""

    kind: Kind
    quarter: Quarter
    sources: frozenset[str]
    tool: str
    rubric: str
    said: Mapping[str, object]


def due_inputs(inbox: Inbox, memory: Memory, setting: Setting) -> tuple[Due, ...]:
    """Return the inputs that are new, changed, or whose result would come out otherwise now."""
    found = ((arrived, _why(arrived, memory.inputs.get(arrived.name), setting)) for arrived in inbox.ready)
    return tuple(Due(arrived, why) for arrived, why in found if why)


def due_reports(memory: Memory, setting: Setting) -> tuple[DueReport, ...]:
    """Return the quarters with a survey result whose report is missing or would come out otherwise now."""
    return tuple(
        DueReport(quarter, why)
        for quarter in stored_quarters(setting.workspace, SURVEY)
        if (why := _why_report(quarter, memory, setting))
    )


def stored_documents(workspace: Path) -> tuple[StoredDocument, ...]:
    """Return what the stored results say of themselves; one that is no sound JSON says nothing."""
    return tuple(_documents(workspace))


def result_path(workspace: Path, kind: Kind, quarter: Quarter | str) -> Path:
    """Return where the result of an input is stored."""
    return workspace / RESULTS / str(quarter) / f"{kind}.json"


def _why(arrived: Arrived, done: DoneInput | None, setting: Setting) -> tuple[str, ...]:
    if done is None:
        return (NEW,)
    changed = changes(done.basis, setting.of_input(arrived.sha256, done.kind))
    paths = (result_path(setting.workspace, done.kind, quarter) for quarter in done.quarters)
    return changed or (() if all(path.is_file() for path in paths) else (LOST,))


def _why_report(quarter: Quarter, memory: Memory, setting: Setting) -> tuple[str, ...]:
    done = memory.reports.get(str(quarter))
    if done is None:
        return (NEW,)
    if not all((setting.workspace / name).is_file() for name in done.files):
        return (LOST,)
    return changes(done.basis, setting.of_report(quarter))


def _documents(workspace: Path) -> Iterator[StoredDocument]:
    for stored, kind in ((SURVEY, Kind.SURVEY), (PEKPPP, Kind.PEKPPP)):
        for quarter in stored_quarters(workspace, stored):
            try:
                said = json.loads(result_path(workspace, kind, quarter).read_bytes())
                sources = frozenset(source["sha256"] for source in said["sources"])
                yield StoredDocument(
                    kind, quarter, sources, said["tool"]["version"], said["rubric"]["digest"], said
                )
            except (OSError, ValueError, KeyError, TypeError, RecursionError):
                continue
