"""Unattended runs in a terminal: their progress, what they did, and how workspaces stand."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import groupby
from typing import TYPE_CHECKING, Final, Self

from rich.console import Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.message import Message
from ipak_cli.base.timezones import find_zone
from ipak_cli.catalogue.drive import NEVER_SUCCEEDED
from ipak_cli.catalogue.indonesian import CATALOGUE, message_of, say
from ipak_cli.run.status import age_of
from ipak_cli.run.values import FORM, REPORT, RIVAL, TABLES, UNKNOWN, Outcome
from ipak_cli.terminal.console import NAMES, marked, stderr, table, title
from ipak_cli.workspace.layout import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from ipak_cli.jobs.setup import Recipe
    from ipak_cli.run.engine import RunDone, WorkspaceRun
    from ipak_cli.run.status import LockStatus, StatusFound, WorkspaceStatus
    from ipak_cli.run.values import RunStep

_WHY: Final = {
    "new": "belum pernah selesai dikerjakan",
    "result": "berkas hasilnya tidak ada lagi atau berubah",
    "input": "isi berkas berubah",
    "tool": "versi ipak berubah",
    "config": "ipak.yaml berubah",
    "rubric": "rubrik berubah",
    "evidence": "folder bukti berubah",
    "templates": "templat berubah",
    "files": "logo atau lampiran berubah",
    "review": "keputusan tentang saran berubah",
    "older": "laporan yang lebih lama dikembalikan",
    "results": "hasil periode ini atau sebelumnya berubah",
    RIVAL: "ada masukan lain untuk periode yang sama",
    TABLES: "periode lain dengan jawaban yang sama bertambah atau berkurang",
}
_DONE_WHY: Final = _WHY | {"new": "baru"}
"""What a step that is done was done for: that it never was would be untrue by then."""
_KINDS: Final = {
    "survey": "survei",
    "pekppp": "PEKPPP",
    FORM: "formulir tindak lanjut",
    UNKNOWN: "jenis belum dikenal",
}
_MARKS: Final = {Outcome.DONE: "✓", Outcome.PLANNED: "•", Outcome.FAILED: "✗", Outcome.BUSY: "…"}
_STYLES: Final = {Outcome.FAILED: "bold red", Outcome.BUSY: "bold yellow"}
_MINUTE: Final = 60
MOST_NAMED: Final = 10
"""Inputs that are named; the document of ``--json`` has all."""


def run_view(done: RunDone) -> RenderableType:
    """Return the steps of every workspace that had any; workspaces are named where there are several."""
    parts: list[RenderableType] = []
    for each in done.workspaces:
        if len(done.workspaces) > 1 and (each.steps or each.outcome is not Outcome.DONE):
            parts.append(Text(each.workspace, style="bold"))
        parts.append(marked(_steps(each)))
    return Group(*parts, *_warnings(done), Text(summary(done)))


def _warnings(done: RunDone) -> Iterator[Text]:
    """Yield a line for each kind of warning in the results and reports that were made."""
    found = sorted((each for run in done.workspaces for each in run.warnings), key=lambda each: each.code)
    for code, same in groupby(found, key=lambda each: each.code):
        first, *rest = same
        more = f" dan {grouped_int(len(rest))} lagi" if rest else ""
        place = f" ({first.where}{more})" if str(first.where) else ""
        yield Text(f"{NAMES[first.severity].upper()} {code} {CATALOGUE[code].title}{place}", "yellow")


def summary(done: RunDone) -> str:
    """Count what happened in one line."""
    steps = [step for each in done.workspaces for step in each.steps]
    counts = [
        (sum(step.outcome is Outcome.PLANNED for step in steps), "pekerjaan akan dikerjakan"),
        (sum(step.outcome is Outcome.DONE for step in steps), "pekerjaan selesai"),
        (sum(step.outcome is Outcome.FAILED for step in steps), "pekerjaan gagal"),
        (sum(len(each.waiting) for each in done.workspaces), "masukan menunggu"),
        (sum(each.outcome is Outcome.BUSY for each in done.workspaces), "ruang kerja sedang dipakai"),
        (sum(map(_is_stopped, done.workspaces)), "ruang kerja bermasalah"),
    ]
    nothing = (
        "tidak ada yang perlu dikerjakan" if done.outcome is Outcome.DONE else "tidak ada yang dikerjakan"
    )
    told = [f"{count} {word}" for count, word in counts if count] or [nothing]
    workspaces = f"{len(done.workspaces)} ruang kerja: " if len(done.workspaces) > 1 else ""
    return f"{workspaces}{', '.join(told)}."


def waiting_lines(done: RunDone) -> Iterator[str]:
    """Yield a line for each input that is left for the next run, where nothing else is shown."""
    names = [
        f"{'' if len(done.workspaces) == 1 else f'{each.workspace}/'}{SHOWN.inbox.as_posix()}/{name}"
        for each in done.workspaces
        for name in each.waiting
    ]
    yield from (f"{name} masih ditulis; dicoba lagi pada jalan berikutnya" for name in names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        yield f"dan {grouped_int(len(names) - MOST_NAMED)} masukan lain masih ditulis"


def _is_stopped(run: WorkspaceRun) -> bool:
    """Tell whether a workspace failed without a step that did: its settings, say, could not be read."""
    return run.outcome is Outcome.FAILED and not any(each.outcome is Outcome.FAILED for each in run.steps)


def _steps(run: WorkspaceRun) -> Iterator[tuple[str, Text]]:
    for step in run.steps:
        reasons = _DONE_WHY if step.outcome is Outcome.DONE else _WHY
        why = ", ".join(reasons[each] for each in step.why)
        style = _STYLES.get(step.outcome, "")
        yield _MARKS[step.outcome], Text.assemble((_name(step), style), (f" ({why})", "dim"))


def _name(step: RunStep) -> str:
    if step.action == REPORT:
        return f"laporan {step.period}"
    if step.input is None:
        return f"hasil {_KINDS[step.action]} {step.period}"
    period = f" {step.period}" if step.period else ""
    return f"{SHOWN.inbox.as_posix()}/{step.input}: {_KINDS[step.action]}{period}"


def status_view(status: StatusFound) -> RenderableType:
    """Return the whole view: a workspace in full, several as a table."""
    if len(status.workspaces) == 1:
        return Group(*_one(status.workspaces[0]))
    rows = table("Ruang kerja", "Berhasil", "Keadaan", "Menunggu", right=("Menunggu",))
    for each in status.workspaces:
        rows.add_row(each.workspace, success_age(each), _word(each), str(len(each.waiting)))
    return rows


def _one(status: WorkspaceStatus) -> Iterator[RenderableType]:
    yield Text(status.workspace, style="bold")
    yield Text(f"Keadaan: {_word(status)}")
    yield Text(f"Terakhir berhasil: {success_age(status)}{_why_unknown(status)}")
    if (failure := status.last_failure) is not None:
        now = "" if failure.current else "; sesudah itu berhasil"
        yield Text(f"Terakhir gagal: {moment_of(failure.finished, status)}{now}")
        if failure.current:
            faults = (f"{each.code} {each.where}: {message_of(each)}" for each in failure.problems)
            yield marked(("•", Text(fault)) for fault in faults)
    if status.lock is not None:
        yield Text(_lock(status, status.lock))
    if status.periods:
        yield title("Periode")
        rows = table("Periode", "Survei", "Laporan", "PEKPPP")
        for each in status.periods:
            rows.add_row(each.period, *map(_tick, (each.survey, each.report, each.pekppp)))
        yield rows
    if status.outdated:
        yield Text(f"Laporan yang akan dibuat lagi: {', '.join(status.outdated)}")
    for heading, names in (("Menunggu dikerjakan", status.waiting), ("Bermasalah", status.failed)):
        if names:
            yield title(heading)
            yield marked(("•", Text((SHOWN.inbox / name).as_posix())) for name in names[:MOST_NAMED])
            if len(names) > MOST_NAMED:
                yield Text(f"… dan {len(names) - MOST_NAMED} lagi; semuanya ada di keluaran --json")


def success_age(status: WorkspaceStatus) -> str:
    """Write how long ago the last success was, that there was none, or that nobody knows."""
    success = status.last_success
    if success is None:
        return "belum pernah" if _never(status) else "tidak diketahui"
    return f"{say(age_of(success.age))} yang lalu" if abs(success.age) >= _MINUTE else "baru saja"


def _never(status: WorkspaceStatus) -> bool:
    return any(each.entry == NEVER_SUCCEEDED for each in status.problems)


def _why_unknown(status: WorkspaceStatus) -> str:
    """Say what keeps the last success from being known."""
    if status.last_success is not None or _never(status):
        return ""
    return "".join(f"; {each.where}: {message_of(each)}" for each in status.problems[:1])


def _word(status: WorkspaceStatus) -> str:
    if status.lock is not None and not status.lock.abandoned:
        return "sedang dipakai"
    if not status.sound:
        return "bermasalah"
    if status.overdue:
        return "terlalu lama"
    if status.stale:
        return "perlu diperiksa"
    return "menunggu" if status.waiting or status.outdated else "baik"


def _lock(status: WorkspaceStatus, lock: LockStatus) -> str:
    if lock.host is None or lock.started is None:
        return "Sedang dipakai: pemegangnya belum diketahui"
    since = moment_of(lock.started, status)
    if lock.abandoned:
        whose = f"proses {lock.pid} di komputer ini, yang mulai {since} dan berhenti sebelum selesai"
        return f"Kunci tertinggal dari {whose}; `ipak run` berikutnya mengambil alih kunci itu."
    return f"Sedang dipakai: komputer {lock.host}, proses {lock.pid}, sejak {since}"


def moment_of(told: str, status: WorkspaceStatus) -> str:
    """Write a moment by the office's clock, else by the one that wrote it: 03-01-2025 pukul 02.00 WIB."""
    moment, zone = datetime.fromisoformat(told), find_zone(status.timezone or "")
    if zone is not None:
        moment = moment.astimezone(timezone(timedelta(seconds=zone.offset)))
    label = zone.label if zone is not None else moment.strftime("%Z")
    return f"{moment:%d-%m-%Y pukul %H.%M} {label}"


def _tick(is_there: bool) -> str:  # noqa: FBT001 (a value to show, not an option)
    return "✓" if is_there else "–"


class Nobody:
    """The watcher of a run that nobody looks at."""

    def workspaces(self, count: int) -> None:
        """Expect so many workspaces."""

    def workspace(self, name: str) -> None:
        """Begin the next workspace."""

    def steps(self, count: int) -> None:
        """Expect so many more steps in the workspace."""

    def step(self, what: str | Message) -> None:
        """Begin the next step."""


class ProgressBars:
    """The watcher that draws bars on standard error, and clears them away at the end."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        # A run forks for each step, which a thread that draws beside it could spoil: it is drawn as it moves.
        self._progress = Progress(*columns, console=stderr(), transient=True, auto_refresh=False)
        self._all = self._progress.add_task("", visible=False)
        self._one = self._progress.add_task("", total=0, visible=False)
        self._begun = 0
        self._taken = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def workspaces(self, count: int) -> None:
        """Expect so many workspaces."""
        self._progress.update(self._all, total=count, visible=count > 1, refresh=True)

    def workspace(self, name: str) -> None:
        """Begin the next workspace."""
        self._progress.update(self._all, description=_short(name), completed=self._begun)
        self._progress.update(self._one, description="", total=0, completed=0, visible=False, refresh=True)
        self._begun, self._taken = self._begun + 1, 0

    def steps(self, count: int) -> None:
        """Expect so many more steps in the workspace."""
        total = self._progress.tasks[self._one].total or 0
        self._progress.update(self._one, total=total + count, visible=total + count > 0, refresh=True)

    def step(self, what: str | Message) -> None:
        """Begin the next step."""
        text = say(what) if isinstance(what, Message) else what
        self._progress.update(self._one, description=_short(text), completed=self._taken, refresh=True)
        self._taken += 1


def _short(text: str) -> str:
    """Return a text as wide as a line of bars has room for, its end where it is too long."""
    return text if len(text) <= 40 else f"…{text[-39:]}"


def recipe_text(recipe: Recipe) -> str:
    """Return what makes a scheduler run a workspace, under a line that says what to do with it."""
    return f"# {recipe.name}: {say(recipe.advice)}\n{recipe.text}\n"
