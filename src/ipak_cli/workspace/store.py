"""Stored result documents: one of each kind a quarter, a superseded one kept beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.quarter import Quarter, parse_quarter
from ipak_cli.catalogue.workspace import NO_RESULT_FOR_QUARTER, RESULT_IN_WRONG_FOLDER, RESULT_UNREADABLE
from ipak_cli.documents.read import read_pekppp, read_survey
from ipak_cli.workspace.atomic import make_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.survey.result import SurveyResult

R_co = TypeVar("R_co", bound="SurveyResult | PekpppResult", covariant=True)

RESULTS: Final = "hasil"
SUPERSEDED: Final = "lama"

ItemTable = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
"""Each item's code with its count of each answer: what two quarters hardly ever share."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[R_co]):
    """A kind of result: the stem of its file, how it is read, and the command that makes it."""

    stem: str
    read: Callable[[bytes, str], R_co]
    command: str

    @property
    def file(self) -> str:
        """The name of its file in a quarter's folder."""
        return f"{self.stem}.json"


SURVEY: Final = Kind("survey", read_survey, "ipak score")
PEKPPP: Final = Kind("pekppp", read_pekppp, "ipak pekppp assess")


def store(
    workspace: Path,
    kind: Kind[SurveyResult | PekpppResult],
    quarter: Quarter,
    document: str,
    before: bytes | None = None,
) -> Path:
    """Store a quarter's document; one that it supersedes is kept in the folder ``lama``.

    ``before`` is what stands there, where that has been read. Raises ``ProblemsFoundError`` when the system
    refuses.
    """
    results = workspace / RESULTS
    folder = results / str(quarter)
    make_folder(results)
    make_folder(folder)
    target = folder / kind.file
    if before is None and target.is_file():
        before = _read(target)
    if before is not None and before != document.encode():
        make_folder(folder / SUPERSEDED)
        kept = f"{kind.stem}-{hashlib.sha256(before).hexdigest()[:12]}.json"
        write_whole(folder / SUPERSEDED / kept, before)
    write_whole(target, document.encode())
    return target


def stored_content(
    workspace: Path, kind: Kind[SurveyResult | PekpppResult], quarter: Quarter
) -> bytes | None:
    """Return the bytes of a quarter's document; ``None`` where there is none. Raises ``OSError``."""
    path = workspace / RESULTS / str(quarter) / kind.file
    return path.read_bytes() if path.is_file() else None


def load(workspace: Path, kind: Kind[R_co], quarter: Quarter, content: bytes | None = None) -> R_co:
    """Return a quarter's stored result; ``content`` is its document, where that has been read.

    Raises ``ProblemsFoundError`` when there is none, or when it cannot be read or is another quarter's.
    """
    path = workspace / RESULTS / str(quarter) / kind.file
    if content is None and not path.is_file():
        raise ProblemsFoundError([problem(NO_RESULT_FOR_QUARTER, quarter=quarter, command=kind.command)])
    name = path.relative_to(workspace).as_posix()
    result = kind.read(_read(path) if content is None else content, name)
    if result.period.quarter != str(quarter):
        found = result.period.quarter or "yang tidak disebut"
        raise ProblemsFoundError([problem(RESULT_IN_WRONG_FOLDER, Where(name), found=found, quarter=quarter)])
    return result


def stored_quarters(workspace: Path, kind: Kind[SurveyResult | PekpppResult]) -> tuple[Quarter, ...]:
    """Return the quarters that have a document of a kind, the oldest first; other folders are passed over."""
    found = (_quarter(path.parent.name) for path in (workspace / RESULTS).glob(f"*/{kind.file}"))
    return tuple(sorted(quarter for quarter in found if quarter is not None))


def item_table(result: SurveyResult) -> ItemTable:
    """Return a result's item table."""
    return tuple((item.code, tuple(item.counts.items())) for item in result.items)


def _quarter(name: str) -> Quarter | None:
    """Return the quarter whose folder has this very name."""
    try:
        quarter = parse_quarter(name)
    except ValueError:
        return None
    return quarter if str(quarter) == name else None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise ProblemsFoundError([problem(RESULT_UNREADABLE, Where(str(path)))]) from None
