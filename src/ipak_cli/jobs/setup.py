"""``ipak init`` and ``ipak schedule``: a new workspace, and the text that makes a computer run it every day.

Nothing that exists is ever changed, and nothing is installed.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.text import shown
from ipak_cli.catalogue.drive import (
    FOLDER_UNREADABLE,
    PASTE_IN_COMMAND_PROMPT,
    PASTE_IN_CRONTAB,
    PATH_UNFIT_FOR_SCHEDULE,
    PERCENT_SIGN_IN_PATH,
    SAVE_AS_SERVICE,
    SAVE_AS_TIMER,
    SCHEDULE_COMMAND_TOO_LONG,
)
from ipak_cli.catalogue.workspace import (
    ALREADY_A_WORKSPACE,
    FOLDER_NOT_EMPTY,
    NOT_A_FOLDER,
    SETTINGS_NEED_HANDWORK,
)
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.workspace.atomic import ensure_folder, make_folder, write_file
from ipak_cli.workspace.config_file import parse_config, read_rubric, settings_document
from ipak_cli.workspace.layout import MARKER, SHOWN, starting_folders
from ipak_cli.workspace.refusals import unreadable
from ipak_cli.workspace.starter import starter_config, starter_guide
from ipak_cli.workspace.yaml_edit import edited, put_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

    from ipak_cli.base.message import Message


def starting_settings(folder: Path, said: Mapping[tuple[str, ...], str]) -> bytes:
    """Return the ``ipak.yaml`` of a new workspace with what was said, by its place; other examples stay.

    Raises ``ProblemsFoundError`` for what may not stand there, and for a rubric that is none, with its line.
    """
    text = starter_config()
    wanted = dict(settings_document(text.encode()).data)
    for path, value in said.items():
        put_value(wanted, path, shown(value))
    changed = edited(text, wanted)
    if changed is None:
        raise ProblemsFoundError([problem(SETTINGS_NEED_HANDWORK, Where(MARKER))])
    content = changed.encode()
    parse_as_survey(read_rubric(folder, parse_config(content), "survey").document())
    return content


def must_be_new(folder: Path) -> None:
    """Raise ``ProblemsFoundError`` where no workspace can be made: something stands there already."""
    if fault := _refusal(folder):
        raise ProblemsFoundError([fault])


def make_workspace(folder: Path, settings: bytes | None = None) -> None:
    """Make a workspace: its folders, the page for the office, and last the ``ipak.yaml`` that marks it.

    Raises ``ProblemsFoundError`` when the folder's parent is missing, when anything stands in the folder, or
    when the system refuses.
    """
    must_be_new(folder)
    make_folder(folder)
    for inside in starting_folders(Path()):
        ensure_folder(folder, inside)
    write_file(folder, SHOWN.guide, starter_guide().encode())
    write_file(folder, SHOWN.settings, settings or starter_config().encode())


def _refusal(folder: Path) -> Problem | None:
    where = Where(str(folder))
    try:
        inside = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return problem(NOT_A_FOLDER, where)
    except OSError as refusal:
        return problem(FOLDER_UNREADABLE, where, reason=unreadable(refusal))
    if MARKER in inside:
        return problem(ALREADY_A_WORKSPACE, where, marker=MARKER)
    return problem(FOLDER_NOT_EMPTY, where, example=inside[0]) if inside else None


LONGEST_TASK: Final = 261
"""Characters that ``schtasks`` takes as the command of a task."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A scheduler's name, what to do with the text, and the text itself."""

    name: str
    advice: Message
    text: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """The recipes that fit the paths, and what there is to know about them."""

    recipes: tuple[Recipe, ...]
    problems: tuple[Problem, ...] = ()


def make_schedule(workspace: PurePath, program: tuple[str, ...], at: time) -> Schedule:
    """Write the recipes for running a workspace daily: Windows' for its paths, else cron's and systemd's.

    ``program`` is the command line that starts ``ipak``. Raises ``ProblemsFoundError`` for paths that no
    schedule can hold.
    """
    command = (*program, "run", str(workspace))
    for part in command:
        if not part.isprintable() or '"' in part:
            raise ProblemsFoundError([problem(PATH_UNFIT_FOR_SCHEDULE, Where(part))])
    if isinstance(workspace, PureWindowsPath):
        return _windows(command, at)
    return Schedule((_cron(command, at), *_systemd(command, at)))


def _cron(command: tuple[str, ...], at: time) -> Recipe:
    # To cron an unescaped % is a line break, even between quotes.
    line = shlex.join(command).replace("%", r"\%")
    return Recipe(
        "crontab",
        PASTE_IN_CRONTAB(),
        f"{at.minute} {at.hour} * * * {line}\n",
    )


def _systemd(command: tuple[str, ...], at: time) -> tuple[Recipe, Recipe]:
    program, *arguments = (_quoted(part) for part in command)
    # Variables are filled into the arguments, not into the program's own path.
    started = " ".join((program, *(argument.replace("$", "$$") for argument in arguments)))
    service = f"[Unit]\nDescription=ipak run\n\n[Service]\nType=oneshot\nExecStart={started}\n"
    timer = (
        "[Unit]\nDescription=ipak run setiap hari\n\n"
        f"[Timer]\nOnCalendar=*-*-* {at:%H:%M}:00\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
    return (
        Recipe(
            "ipak.service",
            SAVE_AS_SERVICE(),
            service,
        ),
        Recipe(
            "ipak.timer",
            SAVE_AS_TIMER(),
            timer,
        ),
    )


def _quoted(text: str) -> str:
    """Quote a word for a unit file, where % begins a specifier."""
    escaped = text.replace("\\", "\\\\").replace("%", "%%")
    return f'"{escaped}"'


def _windows(command: tuple[str, ...], at: time) -> Schedule:
    task = list2cmdline(command)
    line = list2cmdline(
        ("schtasks", "/Create", "/TN", "ipak", "/TR", task, "/SC", "DAILY", "/ST", f"{at:%H:%M}")
    )
    recipe = Recipe(
        "Task Scheduler",
        PASTE_IN_COMMAND_PROMPT(),
        f"{line}\n",
    )
    found = []
    if len(task) > LONGEST_TASK:
        found.append(problem(SCHEDULE_COMMAND_TOO_LONG, length=len(task)))
    if "%" in task:
        found.append(problem(PERCENT_SIGN_IN_PATH, Where(command[-1])))
    return Schedule((recipe,), tuple(found))
