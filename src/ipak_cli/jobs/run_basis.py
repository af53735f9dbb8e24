"""What results and reports are made from, as digests: a change is told by the name of what changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.problems import ProblemsFoundError, Where, problem
from ipak_cli.rubric.shipped import rubrics_folder, shipped_ids
from ipak_cli.workspace.config_file import load_config, rubric_file
from ipak_cli.workspace.folder import MARKER
from ipak_cli.workspace.store import PEKPPP, RESULTS, SURVEY, stored_quarters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.origin import Tool
    from ipak_cli.period import Quarter
    from ipak_cli.workspace.config import Config

Basis = dict[str, str]
"""Digests by the name of what a result or a report is made from."""


class Kind(StrEnum):
    """The kinds of input; a value is also the stem of its result document's file."""

    SURVEY = "survey"
    PEKPPP = "pekppp"

    @property
    def label(self) -> str:
        """What people call it."""
        return "survei" if self is Kind.SURVEY else "PEKPPP"


EVIDENCE: Final = "bukti"
TEMPLATES: Final = "templat"


@dataclass(frozen=True, slots=True)
class Setting:
    """A workspace's settings, its rubrics as the loader takes them, and digests of all that inputs share."""

    workspace: Path
    tool: Tool
    config: Config
    rubrics: Mapping[Kind, str]
    config_digest: str
    rubric_digests: Mapping[Kind, str]

    def of_input(self, sha256: str, kind: Kind | None) -> Basis:
        """Return what the result of an input is made from; a kind that is not known depends on all."""
        shared = {"input": sha256, "tool": self.tool.version, "config": self.config_digest}
        if kind is not None:
            shared["rubric"] = self.rubric_digests[kind]
        if kind is Kind.PEKPPP:
            shared["evidence"] = _looks(self.workspace / EVIDENCE)
        return shared

    def of_report(self, quarter: Quarter) -> Basis:
        """Return what a quarter's report is made from: the results of earlier quarters too."""
        return {
            "tool": self.tool.version,
            "config": self.config_digest,
            "rubric": _digest(sorted(self.rubric_digests.values())),
            "templates": _digest(dict(_contents(self.workspace / TEMPLATES))),
            "results": _digest(dict(_results(self.workspace, quarter))),
        }


def read_setting(workspace: Path, tool: Tool) -> Setting:
    """Read what all inputs of a workspace share.

    Raises ``ProblemsFoundError`` for faults of ``ipak.yaml`` and for a rubric that cannot be opened.
    """
    config = load_config(workspace).config
    names = {Kind.SURVEY: config.rubrics.survey, Kind.PEKPPP: config.rubrics.pekppp}
    rubrics = {kind: rubric_file(workspace, name) for kind, name in names.items()}
    return Setting(
        workspace=workspace,
        tool=tool,
        config=config,
        rubrics=rubrics,
        config_digest=_sha256((workspace / MARKER).read_bytes()),
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
        raise ProblemsFoundError([problem("R601", Where(rubric))]) from None


def _results(workspace: Path, quarter: Quarter) -> Iterator[tuple[str, str]]:
    for earlier in stored_quarters(workspace, SURVEY):
        if earlier <= quarter:
            path = workspace / RESULTS / str(earlier) / SURVEY.file
            yield f"{earlier}/{SURVEY.file}", _sha256(path.read_bytes())
    own = workspace / RESULTS / str(quarter) / PEKPPP.file
    if own.is_file():
        yield PEKPPP.file, _sha256(own.read_bytes())


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
