"""What results and reports are made from, as digests: a change is told by the name of what changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rubrics import RUBRIC_UNREADABLE
from ipak_cli.rubric.load import rubrics_folder, shipped_ids
from ipak_cli.workspace.config_file import load_config, rubric_file
from ipak_cli.workspace.layout import Paths
from ipak_cli.workspace.store import InputKind, stored_quarters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.provenance import Tool
    from ipak_cli.base.quarter import Quarter
    from ipak_cli.run.values import DoneInput, Memory
    from ipak_cli.workspace.config import Config
    from ipak_cli.workspace.inbox import Arrived, Inbox


Basis = dict[str, str]
"""Digests by the name of what a result or a report is made from."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A workspace's settings, its rubrics as the loader takes them, and digests of all that inputs share."""

    workspace: Path
    tool: Tool
    config: Config
    rubrics: Mapping[InputKind, str]
    config_digest: str
    rubric_digests: Mapping[InputKind, str]

    def of_input(self, sha256: str, kind: InputKind | None) -> Basis:
        """Return what the result of an input is made from; a kind that is not known depends on all."""
        shared = {"input": sha256, "tool": self.tool.version, "config": self.config_digest}
        if kind is not None:
            shared["rubric"] = self.rubric_digests[kind]
        if kind is InputKind.PEKPPP:
            shared["evidence"] = _looks(Paths(self.workspace).evidence)
        return shared

    def of_report(self, quarter: Quarter) -> Basis:
        """Return what a quarter's report is made from: the results of earlier quarters too."""
        return {
            "tool": self.tool.version,
            "config": self.config_digest,
            "rubric": _digest(sorted(self.rubric_digests.values())),
            "templates": _digest(dict(_contents(Paths(self.workspace).templates))),
            "results": _digest(dict(_results(self.workspace, quarter))),
        }


def read_setting(workspace: Path, tool: Tool) -> Setting:
    """Read what all inputs of a workspace share.

    Raises ``ProblemsFoundError`` for faults of ``ipak.yaml`` and for a rubric that cannot be opened.
    """
    config = load_config(workspace).config
    names = {InputKind.SURVEY: config.rubrics.survey, InputKind.PEKPPP: config.rubrics.pekppp}
    rubrics = {kind: rubric_file(workspace, name) for kind, name in names.items()}
    return Setting(
        workspace=workspace,
        tool=tool,
        config=config,
        rubrics=rubrics,
        config_digest=_sha256(Paths(workspace).settings.read_bytes()),
        rubric_digests={kind: _rubric_digest(rubric) for kind, rubric in rubrics.items()},
    )


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of what differs, in the order of ``now``."""
    return tuple(name for name in (*now, *(before.keys() - now.keys())) if before.get(name) != now.get(name))


def _rubric_digest(rubric: str) -> str:
    """Digest a rubric's bytes: whether they are sound is told when the rubric is used."""
    if rubric in shipped_ids():
        return _sha256((rubrics_folder() / f"{rubric}.yaml").read_bytes())
    try:
        return _sha256(Path(rubric).read_bytes())
    except OSError:
        raise ProblemsFoundError([problem(RUBRIC_UNREADABLE, Where(rubric))]) from None


def _results(workspace: Path, quarter: Quarter) -> Iterator[tuple[str, str]]:
    for earlier in stored_quarters(workspace, InputKind.SURVEY):
        if earlier <= quarter:
            path = Paths(workspace).result(earlier, InputKind.SURVEY.file)
            yield f"{earlier}/{InputKind.SURVEY.file}", _sha256(path.read_bytes())
    own = Paths(workspace).result(quarter, InputKind.PEKPPP.file)
    if own.is_file():
        yield InputKind.PEKPPP.file, _sha256(own.read_bytes())


def _looks(folder: Path) -> str:
    """Digest the names, sizes and times of a folder's files: evidence may be large, and is not opened."""
    looks = {
        path.relative_to(folder).as_posix(): [path.stat().st_size, path.stat().st_mtime_ns]
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return _digest(looks)


def _contents(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), _sha256(path.read_bytes())


def _digest(value: object) -> str:
    return _sha256(json.dumps(value, sort_keys=True).encode())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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

    kind: InputKind
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
        for quarter in stored_quarters(setting.workspace, InputKind.SURVEY)
        if (why := _why_report(quarter, memory, setting))
    )


def stored_documents(workspace: Path) -> tuple[StoredDocument, ...]:
    """Return what the stored results say of themselves; one that is no sound JSON says nothing."""
    return tuple(_documents(workspace))


def _why(arrived: Arrived, done: DoneInput | None, setting: Setting) -> tuple[str, ...]:
    if done is None:
        return (NEW,)
    changed = changes(done.basis, setting.of_input(arrived.sha256, done.kind))
    results = (Paths(setting.workspace).result(quarter, done.kind.file) for quarter in done.quarters)
    return changed or (() if all(path.is_file() for path in results) else (LOST,))


def _why_report(quarter: Quarter, memory: Memory, setting: Setting) -> tuple[str, ...]:
    done = memory.reports.get(str(quarter))
    if done is None:
        return (NEW,)
    if not all((setting.workspace / name).is_file() for name in done.files):
        return (LOST,)
    return changes(done.basis, setting.of_report(quarter))


def _documents(workspace: Path) -> Iterator[StoredDocument]:
    for kind in InputKind:
        for quarter in stored_quarters(workspace, kind):
            try:
                said = json.loads(Paths(workspace).result(quarter, kind.file).read_bytes())
                sources = frozenset(source["sha256"] for source in said["sources"])
                yield StoredDocument(
                    kind, quarter, sources, said["tool"]["version"], said["rubric"]["digest"], said
                )
            except (OSError, ValueError, KeyError, TypeError, RecursionError):
                continue
