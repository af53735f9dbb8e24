"""What the last run made from what, kept in ``.ipak/``: losing it costs work, never a result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field, ValidationError

from ipak_cli.jobs.run_basis import Kind
from ipak_cli.rubric.parts import Model
from ipak_cli.workspace.inbox import Known, Look
from ipak_cli.workspace.state import OWN, own_folder
from ipak_cli.workspace.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

MEMORY: Final = "memory.json"


class DoneInput(Model):
    """An input whose results are stored: how its file looked, what it is, what the results were made from."""

    size: int
    written: int
    kind: Kind
    quarters: Annotated[tuple[str, ...], Field(min_length=1)]
    basis: Mapping[str, str]

    @property
    def known(self) -> Known:
        """The file as the inbox recognises it."""
        return Known(Look(self.size, self.written), self.basis.get("input", ""))


class DoneReport(Model):
    """A report that was written: its files, relative to the workspace, and what it was made from."""

    files: tuple[str, ...]
    basis: Mapping[str, str]


class Memory(Model):
    """What was done: inputs by their names in ``masuk/``, reports by their quarters."""

    inputs: Mapping[str, DoneInput] = {}
    reports: Mapping[str, DoneReport] = {}


def read_memory(workspace: Path) -> Memory:
    """Return what the last run left; nothing where it is not sound, so that all is looked at again."""
    try:
        return Memory.model_validate_json((workspace / OWN / MEMORY).read_bytes())
    except (OSError, ValidationError):
        return Memory()


def forget(workspace: Path, memory: Memory, replaced: Collection[tuple[Kind, str]]) -> None:
    """Forget on the disk the inputs whose results, by kind and quarter, are about to be replaced.

    So a run that is killed halfway leaves no result behind that is taken for an earlier input's.
    """
    kept = {
        name: done
        for name, done in memory.inputs.items()
        if not any((done.kind, quarter) in replaced for quarter in done.quarters)
    }
    if len(kept) < len(memory.inputs):
        write_memory(workspace, memory.model_copy(update={"inputs": kept}))


def write_memory(workspace: Path, memory: Memory) -> None:
    """Write the memory whole. Raises ``ProblemsFoundError`` when the system refuses."""
    write_whole(own_folder(workspace) / MEMORY, f"{memory.model_dump_json(indent=1)}\n".encode())
