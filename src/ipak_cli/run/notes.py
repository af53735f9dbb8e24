"""What is wrong with an input, told in a file beside the results: one file an input, each for itself."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError
from ipak_cli.workspace.atomic import ensure_folder, remove_file, write_file
from ipak_cli.workspace.layout import NOTE_END, SHOWN, must_be_there
from ipak_cli.workspace.listing import list_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from ipak_cli.run.values import Work

LONGEST_NAME: Final = 240
"""Bytes of a note's name, a few below the 255 that file systems have room for."""
_DIGEST: Final = 8


def tell_inputs(
    workspace: Path, work: Work, lines: Callable[[Sequence[Problem]], Iterable[str]]
) -> tuple[Problem, ...]:
    """Tell what is wrong with each input in a file of its own, and take back what is right or gone now.

    All files of this kind are looked at: a killed run may have told what no state remembers. Returns what
    the system refused, which keeps no other note from being written.
    """
    refused: dict[Problem, None] = {}
    for name, found in work.faults.items():
        try:
            write_note(workspace, name, lines(found))
        except ProblemsFoundError as refusal:
            refused.update(dict.fromkeys(refusal.problems))
    for name in _past_notes(workspace, work):
        try:
            remove_file(workspace, SHOWN.results / name)
        except ProblemsFoundError as refusal:
            refused.update(dict.fromkeys(refusal.problems))
    return tuple(refused)


def write_note(workspace: Path, name: str, lines: Iterable[str]) -> None:
    """Tell an input's problems, one a line. Raises ``ProblemsFoundError`` when the system refuses."""
    must_be_there(workspace)
    ensure_folder(workspace, SHOWN.results)
    text = "".join(f"{line}\n" for line in lines)
    write_file(workspace, SHOWN.results / note_name(name), text.encode())


def note_name(name: str) -> str:
    """Return the name of an input's note: the folders in its name become a part of it.

    No two inputs share one: where the plain name would not tell its input, or is too long, a digest ends it.
    """
    plain = name.replace("/", "__")
    if plain.replace("__", "/") == name and len(f"{plain}{NOTE_END}".encode()) <= LONGEST_NAME:
        return f"{plain}{NOTE_END}"
    digest = hashlib.sha256(name.encode()).hexdigest()[:_DIGEST]
    room = LONGEST_NAME - len(f"-{digest}{NOTE_END}")
    return f"{plain.encode()[:room].decode(errors='ignore')}-{digest}{NOTE_END}"


def _past_notes(workspace: Path, work: Work) -> list[str]:
    """Return the notes that are of no input any more; none where not every input could be seen."""
    if not work.inbox.whole:
        return []
    current = {note_name(name) for name in (*work.faults, *work.waiting)}
    try:
        there = [each.name.name for each in list_folder(workspace, SHOWN.results)]
    except (OSError, ProblemsFoundError):
        return []
    return [name for name in there if name.endswith(NOTE_END) and name not in current]
