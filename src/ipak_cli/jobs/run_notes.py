"""The file in ``hasil/`` that tells an office what is wrong with one of its inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.problems import ProblemsFoundError, Where, problem
from ipak_cli.workspace.state import must_be_there
from ipak_cli.workspace.store import RESULTS
from ipak_cli.workspace.whole import make_folder, refusal, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOTE_END: Final = ".masalah.txt"
"""How the names of these files end; before it stands the input's name."""


def note_path(workspace: Path, name: str) -> Path:
    """Return where the problems of an input are told; folders in its name become a part of the name."""
    return workspace / RESULTS / f"{name.replace('/', '__')}{NOTE_END}"


def write_note(workspace: Path, name: str, lines: Iterable[str]) -> None:
    """Tell an input's problems, one a line. Raises ``ProblemsFoundError`` when the system refuses."""
    must_be_there(workspace)
    make_folder(workspace / RESULTS)
    write_whole(note_path(workspace, name), "".join(f"{line}\n" for line in lines).encode())


def remove_note(path: Path) -> None:
    """Take back what was told of an input. Raises ``ProblemsFoundError`` when the system refuses."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ProblemsFoundError([problem("U942", Where(str(path)), reason=refusal(error))]) from None
