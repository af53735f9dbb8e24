"""How workspaces stand, as an office worker reads it in a terminal of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.run.status import age_of
from ipak_cli.terminal.parts import marked, table, title
from ipak_cli.workspace.layout import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.run.status import Status, WorkspaceStatus

MOST_NAMED = 10
"""Inputs that are named; the document of ``--json`` has all."""


def status_view(status: Status) -> RenderableType:
    """Return the whole view: a workspace in full, several as a table."""
    if len(status.workspaces) == 1:
        return Group(*_one(status.workspaces[0]))
    rows = table("Ruang kerja", "Berhasil", "Keadaan", "Menunggu", right=("Menunggu",))
    for each in status.workspaces:
        rows.add_row(each.workspace, _age(each), _word(each), str(len(each.waiting)))
    return rows


def _one(status: WorkspaceStatus) -> Iterator[RenderableType]:
    yield Text(status.workspace, style="bold")
    yield Text(f"Terakhir berhasil: {_age(status)}")
    if (failure := status.last_failure) is not None:
        now = "" if failure.current else "; sesudah itu berhasil"
        yield Text(f"Terakhir gagal: {failure.finished[:16].replace('T', ' ')}{now}")
        if failure.current:
            faults = (f"{each.code} {each.where}: {message_of(each)}" for each in failure.problems)
            yield marked(("•", Text(fault)) for fault in faults)
    if status.lock is not None:
        yield Text(f"Sedang dipakai: {_holder(status)}")
    if status.quarters:
        yield title("Triwulan")
        rows = table("Triwulan", "Survei", "Laporan", "PEKPPP")
        for each in status.quarters:
            rows.add_row(each.quarter, *map(_tick, (each.survey, each.report, each.pekppp)))
        yield rows
    for heading, names in (("Menunggu dikerjakan", status.waiting), ("Bermasalah", status.failed)):
        if names:
            yield title(heading)
            yield marked(("•", Text((SHOWN.inbox / name).as_posix())) for name in names[:MOST_NAMED])
            if len(names) > MOST_NAMED:
                yield Text(f"… dan {len(names) - MOST_NAMED} lagi; semuanya ada di keluaran --json")


def _age(status: WorkspaceStatus) -> str:
    success = status.last_success
    return "belum pernah" if success is None else f"{say(age_of(success.age))} yang lalu"


def _word(status: WorkspaceStatus) -> str:
    if status.lock is not None:
        return "sedang dipakai"
    if not status.sound:
        return "bermasalah"
    return "terlalu lama" if status.overdue else "baik"


def _holder(status: WorkspaceStatus) -> str:
    lock = status.lock
    if lock is None or lock.host is None:
        return "pemegangnya belum diketahui"
    started = (lock.started or "")[:16].replace("T", " ")
    return f"komputer {lock.host}, proses {lock.pid}, sejak {started}"


def _tick(is_there: bool) -> str:  # noqa: FBT001 (a value to show, not an option)
    return "✓" if is_there else "–"
