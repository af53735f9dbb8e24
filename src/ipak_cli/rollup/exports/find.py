"""The exports below a folder or a URL, and the tasks that they make."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup_exports import (
    EXPORT_UNREACHABLE,
    NO_EXPORTS_BELOW,
    PATHS_NOT_MATCHED,
    SEVERAL_EXPORTS_OF_A_UNIT,
)
from ipak_cli.rollup.exports.fetch import is_url, missing, reason_of, shown_url, system_of
from ipak_cli.rollup.exports.paths import PathPattern, PathSays, read_path
from ipak_cli.rollup.exports.score import problem_facts
from ipak_cli.rollup.exports.task import ExportFile, ExportOutcome, ExportTask, LeftOut
from ipak_cli.workspace.inbox_names import is_litter, is_on_its_way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.period import Period

SUFFIXES: Final = frozenset({
    ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".et", ".ods", ".ots", ".fods", ".xml",
    ".csv", ".tsv", ".tab", ".txt", ".html", ".htm", ".zip",
})  # fmt: skip
"""Names of what may be an export; beside exports lie pictures, letters and programs' own files."""
_WEB: Final = ("http://", "https://")
_CHANGES: Final = ("mtime", "LastModified", "last_modified", "modified", "ETag", "etag")
"""What the libraries call that which changes when a file is written."""
_PART: Final = 96_000_000
"""Bytes of a divided file for each of its parts: each reads the whole file once, and counts its units."""


@dataclass(frozen=True, slots=True)
class Exports:
    """The tasks in the order of their paths, how many files they have, and what is wrong with paths.

    ``refused`` are outcomes of files of which their paths alone say that they cannot be scored.
    """

    tasks: tuple[ExportTask, ...]
    files: int
    problems: tuple[Problem, ...]
    refused: tuple[ExportOutcome, ...]


def find_exports(
    root: str, pattern: PathPattern | None = None, *, by_column: bool = False, parts: int = 1
) -> Exports:
    """Find the exports below a folder or URL; a file that is named itself is one.

    ``by_column``: a column tells the unit, so a file is divided, a huge one in up to ``parts`` tasks. Raises
    ``ProblemsFoundError`` where nothing is found, or the folder cannot be listed.
    """
    files = sorted(_far(root) if is_url(root) else _near(root), key=lambda each: each.source)
    if not files:
        raise ProblemsFoundError([problem(NO_EXPORTS_BELOW, Where(shown_url(root)))])
    said, refused, problems = _said(files, pattern, by_column=by_column)
    if by_column:
        tasks = [task for file, says in said for task in _divided(file, says, parts)]
    else:
        tasks, several = _by_unit(said, together=pattern is not None)
        refused += several
    return Exports(tuple(tasks), len(files), tuple(problems), tuple(refused))


def _said(
    files: Sequence[ExportFile], pattern: PathPattern | None, *, by_column: bool
) -> tuple[list[tuple[ExportFile, PathSays]], list[ExportOutcome], list[Problem]]:
    said: list[tuple[ExportFile, PathSays]] = []
    refused: list[ExportOutcome] = []
    other: list[str] = []
    for file in files:
        try:
            says = pattern.read(file.source) if pattern else read_path(file.source)
        except ProblemsFoundError as found:
            if not by_column:
                refused.append(_refused(ExportTask((file,)), found.problems[0]))
                continue
            says = PathSays(None, None)
        if says is None:
            other.append(file.source)
        else:
            said.append((file, says))
    if not (other and pattern):
        return said, refused, []
    told = problem(PATHS_NOT_MATCHED, count=len(other), pattern=pattern.text, first=other[0])
    return said, refused, [told]


def _refused(task: ExportTask, told: Problem) -> ExportOutcome:
    """Return the outcome of a task that is not begun, with a row in the table of problems for each file."""
    each_file = [replace(told, where=Where(file.source)) for file in task.files]
    return ExportOutcome(task, left_out=(LeftOut(task.source, task.unit, told, problem_facts(each_file)),))


def _divided(file: ExportFile, says: PathSays, parts: int) -> Iterator[ExportTask]:
    many = max(1, min(parts, file.size // _PART))
    for number in range(many):
        yield ExportTask((file,), period=says.period, part=(number, many))


def _by_unit(
    said: Sequence[tuple[ExportFile, PathSays]], *, together: bool
) -> tuple[list[ExportTask], list[ExportOutcome]]:
    """Put the files of a unit and period together, if a pattern says so; one without a period is alone."""
    groups: defaultdict[tuple[str, Period | None, str], list[tuple[ExportFile, PathSays]]] = defaultdict(list)
    for file, says in said:
        alone = "" if says.period else file.source
        groups[says.unit or "", says.period, alone].append((file, says))
    tasks: list[ExportTask] = []
    refused: list[ExportOutcome] = []
    for (unit, period, _), members in groups.items():
        files = tuple(file for file, _ in members)
        if len(files) > 1 and not together:
            names = tuple(file.source for file in files)
            values = {"unit": unit, "period": period, "count": len(files), "files": names}
            told = problem(SEVERAL_EXPORTS_OF_A_UNIT, Where(names[0]), **values)
            refused.append(_refused(ExportTask(files, unit, period), told))
        else:
            certain = all(says.is_certain for _, says in members)
            tasks.append(ExportTask(files, unit, period, maybe_by_column=not certain))
    return tasks, refused


def _is_export(name: str) -> bool:
    pure = PurePosixPath(name)
    return pure.suffix.lower() in SUFFIXES and not any(map(is_litter, pure.parts)) and not is_on_its_way(name)


def _near(root: str) -> Iterator[ExportFile]:
    """Yield the files below a folder; links are not followed, as they may lead to what was read already."""
    top = Path(root)
    if top.is_file():
        yield _near_file(top, top.name)
        return

    def refuse(error: OSError) -> None:
        where = Where(str(error.filename or root))
        raise ProblemsFoundError([problem(EXPORT_UNREACHABLE, where, reason=reason_of(error))])

    for folder, below, names in os.walk(top, onerror=refuse):
        below[:] = [name for name in below if not is_litter(name)]
        for name in names:
            path = Path(folder) / name
            source = path.relative_to(top).as_posix()
            if _is_export(source) and not path.is_symlink() and path.is_file():
                yield _near_file(path, source)


def _near_file(path: Path, source: str) -> ExportFile:
    look = path.stat()
    return ExportFile(str(path.absolute()), source, look.st_size, look.st_mtime_ns)


def _far(root: str) -> Iterator[ExportFile]:
    """Yield the files below a URL, in the words of its library."""
    try:
        system, path = system_of(root)
        # A web server has a page for a folder too, so that it is a file to the library.
        if _is_export(PurePosixPath(path).name) and system.isfile(path):
            yield _far_file(root, root, PurePosixPath(path).name, system.info(path))
            return
        found = system.find(path, detail=True)
    except ProblemsFoundError:
        raise
    except ImportError as error:
        raise missing(error) from None
    except Exception as error:  # noqa: BLE001 (each of many libraries raises its own)
        told = problem(EXPORT_UNREACHABLE, Where(shown_url(root)), reason=reason_of(error))
        raise ProblemsFoundError([told]) from None
    base = path.rstrip("/")
    for name, info in found.items():
        source = name[len(base) :].lstrip("/")
        place = name if root.startswith(_WEB) else _place(root, source)
        if _is_export(source):
            yield _far_file(root, place, source, info)


def _far_file(root: str, place: str, source: str, info: dict[str, Any]) -> ExportFile:
    """Return a file by its URL; what a web server calls its files are parts of URLs."""
    name = unquote(source) if root.startswith(_WEB) else source
    return ExportFile(place, name, int(info.get("size") or 0), _look(info))


def _place(root: str, source: str) -> str:
    """Return the URL of a file below a root, with what the root says of user and host."""
    name = quote(source) if root.startswith("webdav") else source
    return f"{root.rstrip('/')}/{name}"


def _look(info: dict[str, Any]) -> int:
    """Return a number that changes when a file does, from whatever its library tells of it; 0: nothing."""
    told = sorted({str(info[key]) for key in _CHANGES if info.get(key)})
    return int.from_bytes(hashlib.sha256("\n".join(told).encode()).digest()[:7], "big") if told else 0
