"""What is due, and why: results and reports whose fingerprint is another than when they were made."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Decisions
from ipak_cli.documents.read import read_part
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.run.looks import (
    digest_of_bytes,
    digest_of_file,
    digest_of_templates,
    digest_of_values,
    look_of_evidence,
)
from ipak_cli.workspace.files import is_file
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.listing import EntryType, list_folder
from ipak_cli.workspace.report_files import digests_of_files
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from ipak_cli.base.provenance import Tool
    from ipak_cli.jobs.open_workspace import StoredResults
    from ipak_cli.run.decided import Unit
    from ipak_cli.run.values import DoneInput, DoneReport, Memory
    from ipak_cli.workspace.inbox import Arrived, Inbox

Fingerprint = dict[str, str]
"""Digests by the name of what a result or a report is made from."""


@dataclass(frozen=True, slots=True)
class RunContext:
    """What all inputs of a workspace share: what is held of it, the program, and what it looked like before.

    The digests are those of the very bytes that the work is done with, or were taken before it: what changes
    meanwhile is another fingerprint to the next run. ``evidence`` is the look of the folder of evidence,
    ``report_files`` the digest of what ``ipak.yaml`` names for reports: logos, annexes; ``own_documents`` are
    the digests of the results that runs made.
    """

    opened: OpenWorkspace
    tool: Tool
    rubric_digests: Mapping[InputKind, str]
    evidence: str
    report_files: str
    own_documents: frozenset[str] = frozenset()

    @property
    def workspace(self) -> Path:
        """The workspace's folder."""
        return self.opened.folder

    def of_input(self, sha256: str, kind: InputKind | None) -> Fingerprint:
        """Return what the result of an input is made from; a kind that is not known depends on all."""
        shared = {"input": sha256, "tool": self.tool.version, "config": self.opened.digest}
        if kind is not None:
            shared["rubric"] = self.rubric_digests[kind]
        if kind is InputKind.PEKPPP:
            shared["evidence"] = self.evidence
        return shared

    def of_report(self, period: Period) -> Fingerprint:
        """Return what a period's report is made from: results of earlier periods, and of those in it, too."""
        made_from = {
            "tool": self.tool.version,
            "config": self.opened.settings.digest,
            "files": self.report_files,
            "rubric": digest_of_values(sorted(self.rubric_digests.values())),
            "templates": digest_of_templates(self.workspace),
            "results": digest_of_values(dict(_results(self.opened.stored, period))),
        }
        decided = digest_of_file(self.workspace, SHOWN.review(period))
        return made_from | ({"review": decided} if decided else {})


def open_context(workspace: Path, tool: Tool, memory: Memory) -> RunContext:
    """Read what all inputs of a workspace share.

    Raises ``ProblemsFoundError`` for faults of ``ipak.yaml`` and for a rubric that cannot be opened.
    """
    opened = OpenWorkspace(workspace)
    opened.staff  # noqa: B018 (one that cannot be read stops all work, not the first survey)
    digests = {
        # Of the bytes: whether they are sound is told when the rubric is used.
        InputKind.SURVEY: digest_of_bytes(opened.survey_file.content),
        InputKind.PEKPPP: digest_of_bytes(opened.pekppp_file.content),
    }
    files = digest_of_values(dict(digests_of_files(workspace, opened.config)))
    return RunContext(opened, tool, digests, look_of_evidence(workspace), files, memory.own_documents)


NEW = "new"
LOST = "result"
OLDER = "older"
"""Reasons besides the names of what changed: never done, the result gone or another, an older report back."""


@dataclass(frozen=True, slots=True)
class Due:
    """An input to be taken, and why: ``new``, ``result`` (lost), or the names of what changed.

    It stands for all inputs of a ``unit`` of which something is decided.
    """

    arrived: Arrived
    why: tuple[str, ...]
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class DueReport:
    """A period whose report is to be made, and why."""

    period: Period
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What a stored result says of where it comes from."""

    kind: InputKind
    period: Period
    sources: frozenset[str]
    tool: str
    rubric: str
    said: Mapping[str, object]
    sha256: str
    decisions: Decisions = field(default_factory=Decisions)


def due_inputs(inbox: Inbox, memory: Memory, context: RunContext) -> tuple[Due, ...]:
    """Return the inputs that are new, changed, or whose result would come out otherwise now."""
    there = {*(arrived.name for arrived in inbox.ready), *inbox.waiting}
    if not inbox.whole:
        there |= memory.inputs.keys()
    found = (
        (arrived, _why(arrived, memory.inputs.get(arrived.name), context, there)) for arrived in inbox.ready
    )
    return tuple(Due(arrived, why) for arrived, why in found if why)


def due_reports(
    memory: Memory, context: RunContext, standing: Collection[Period] = ()
) -> tuple[DueReport, ...]:
    """Return the periods whose report is missing or out of date; of ``standing`` ones only if missing."""
    periods = context.opened.stored.periods(InputKind.SURVEY)
    due = [DueReport(period, _why_report(period, memory, context)) for period in periods]
    return tuple(
        each for each in due if each.why and (each.period not in standing or {*each.why} & {NEW, LOST})
    )


def stored_documents(stored: StoredResults) -> tuple[StoredDocument, ...]:
    """Return what the stored results say of themselves; one that is no sound JSON says nothing."""
    return tuple(_documents(stored))


def _why(
    arrived: Arrived, done: DoneInput | None, context: RunContext, there: Collection[str]
) -> tuple[str, ...]:
    if done is None:
        return (NEW,)
    return changes(done.basis, context.of_input(arrived.sha256, done.kind)) or _lost(done, context, there)


def _lost(done: DoneInput, context: RunContext, there: Collection[str]) -> tuple[str, ...]:
    """Tell whether an input's results are gone, another, or name an input that is not ``there``."""
    named = done.under is None or done.under in there
    return () if named and results_now(done, context.opened.stored) == done.results else (LOST,)


def results_now(done: DoneInput, stored: StoredResults) -> dict[str, str]:
    """Return the digests of an input's result documents as they are now; an empty text for none."""
    return {period: digest_of(content_of(stored, done.kind, parse_period(period))) for period in done.results}


def outdated_inputs(memory: Memory, context: RunContext, there: Collection[str]) -> tuple[str, ...]:
    """Return those inputs of ``there`` that are as they were, but whose results would come out otherwise."""
    return tuple(
        name
        for name, done in memory.inputs.items()
        if name in there
        and (
            changes(done.basis, context.of_input(done.known.sha256, done.kind)) or _lost(done, context, there)
        )
    )


def _why_report(period: Period, memory: Memory, context: RunContext) -> tuple[str, ...]:
    done = memory.reports.get(str(period))
    if done is None:
        return (NEW,)
    if not all(is_file(context.workspace, PurePath(name)) for name in done.files):
        return (LOST,)
    if why := changes(done.basis, context.of_report(period)):
        return why
    return (OLDER,) if _is_older(done, memory.replaced, context.workspace) else ()


def _is_older(done: DoneReport, replaced: Collection[str], workspace: Path) -> bool:
    """Tell whether a file of a report is one that a newer had replaced; what the office alters is not."""
    return any(digest_of_file(workspace, PurePath(name)) in replaced for name in done.files)


def standing_files(workspace: Path, period: Period) -> frozenset[str]:
    """Return the digests of the files of a period's report and of its published page."""
    found: set[str] = set()
    folder = SHOWN.report(period)
    with suppress(OSError, ProblemsFoundError):
        names = [each.name for each in list_folder(workspace, folder) if each.type is EntryType.FILE]
        found |= {digest_of_file(workspace, folder / name) for name in names}
    return frozenset(found - {""})


def _documents(stored: StoredResults) -> Iterator[StoredDocument]:
    for kind in InputKind:
        for period in stored.periods(kind):
            content = content_of(stored, kind, period)
            try:
                said = json.loads(content or b"")
                sources = frozenset(source["sha256"] for source in said["sources"])
                tool, rubric = said["tool"]["version"], said["rubric"]["digest"]
            except (ValueError, KeyError, TypeError, RecursionError):
                continue
            decided = read_part(said.get("decisions"), Decisions) or Decisions()
            yield StoredDocument(kind, period, sources, tool, rubric, said, digest_of(content), decided)


def content_of(stored: StoredResults, kind: InputKind, period: Period) -> bytes | None:
    """Return a document's bytes; ``None`` where there is none or the system refuses."""
    try:
        return stored.content(kind, period)
    except OSError:
        return None


def digest_of(content: bytes | None) -> str:
    """Return a document's digest; an empty text for one that is not there."""
    return "" if content is None else digest_of_bytes(content)


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of what differs, in the order of ``now``."""
    return tuple(name for name in (*now, *(before.keys() - now.keys())) if before.get(name) != now.get(name))


def _results(stored: StoredResults, period: Period) -> Iterator[tuple[str, str]]:
    for other in stored.periods(InputKind.SURVEY):
        if period.holds(other) or period.follows(other):
            content = content_of(stored, InputKind.SURVEY, other)
            yield f"{other}/{InputKind.SURVEY.file}", digest_of(content)
    own = content_of(stored, InputKind.PEKPPP, period)
    if own is not None:
        yield InputKind.PEKPPP.file, digest_of_bytes(own)


def all_surveys(stored: StoredResults) -> str:
    """Digest all survey results as they are now."""
    periods = stored.periods(InputKind.SURVEY)
    return digest_of_values(
        {str(each): digest_of(content_of(stored, InputKind.SURVEY, each)) for each in periods}
    )
