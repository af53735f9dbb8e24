"""Stored result documents: one of each kind a period; beside it what is kept of those before."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, overload

from ipak_cli.base.figures import NotScored, ends_of
from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.workspace import (
    KIND_PEKPPP,
    KIND_SURVEY,
    NO_RESULT_FOR_PERIOD,
    PERIOD_NOT_NAMED,
    RESULT_IN_WRONG_FOLDER,
    RESULT_UNREADABLE,
)
from ipak_cli.documents.read import read_pekppp, read_survey
from ipak_cli.survey.recap import RecapShape
from ipak_cli.workspace.atomic import ensure_folder, ensure_folders, remove_file, write_file
from ipak_cli.workspace.files import look_at, read
from ipak_cli.workspace.layout import LARGEST_RESULT, SHOWN
from ipak_cli.workspace.listing import list_folder
from ipak_cli.workspace.superseded import without_answers

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.message import Message
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.survey.result import ItemResult, SurveyResult

ItemTable = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
"""Each item's code with its count of each answer, or its sum: what two periods hardly ever share."""


class InputKind(StrEnum):
    """The kinds of input, each with a kind of result; a value is also the stem of the document's file."""

    SURVEY = "survey"
    PEKPPP = "pekppp"

    @property
    def label(self) -> Message:
        """What people call it."""
        return KIND_SURVEY() if self is InputKind.SURVEY else KIND_PEKPPP()

    @property
    def command(self) -> str:
        """The command that makes such a result."""
        return "ipak score" if self is InputKind.SURVEY else "ipak pekppp assess"

    @property
    def file(self) -> str:
        """The name of its file in a period's folder."""
        return f"{self}.json"


def store(
    workspace: Path, kind: InputKind, period: Period, document: str, before: bytes | None = None
) -> Path:
    """Store a period's document; of one that it supersedes the folder ``lama`` keeps which it was.

    A self-assessment is kept there whole, a survey's result without its figures.

    ``before`` is what stands there, where that has been read. Raises ``ProblemsFoundError`` when the system
    refuses.
    """
    name = SHOWN.result(period, kind.file)
    ensure_folders(workspace, name.parent)
    if before is None:
        before = _content(workspace, name)
    if before is not None and before != document.encode():
        _keep(workspace, kind, period, before)
    write_file(workspace, name, document.encode())
    return workspace / name


def withdraw(workspace: Path, kind: InputKind, period: Period) -> None:
    """Put a period's document aside into the folder ``lama``, as :func:`store` does.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    name = SHOWN.result(period, kind.file)
    before = _content(workspace, name)
    if before is not None:
        _keep(workspace, kind, period, before)
        remove_file(workspace, name)


def _keep(workspace: Path, kind: InputKind, period: Period, document: bytes) -> None:
    kept = SHOWN.superseded(period, f"{kind}-{hashlib.sha256(document).hexdigest()[:12]}.json")
    ensure_folder(workspace, kept.parent)
    content = without_answers(document) if kind is InputKind.SURVEY else document
    write_file(workspace, kept, content, like=SHOWN.result(period, kind.file))


def stored_content(workspace: Path, kind: InputKind, period: Period) -> bytes | None:
    """Return the bytes of a period's document; ``None`` where there is none.

    Raises ``OSError``, and ``ProblemsFoundError`` for what is no regular file.
    """
    try:
        return read(workspace, SHOWN.result(period, kind.file), LARGEST_RESULT)
    except (FileNotFoundError, NotADirectoryError):
        return None


@overload
def load(
    workspace: Path, kind: Literal[InputKind.SURVEY], period: Period, content: bytes | None = None
) -> SurveyResult: ...
@overload
def load(
    workspace: Path, kind: Literal[InputKind.PEKPPP], period: Period, content: bytes | None = None
) -> PekpppResult: ...
@overload
def load(
    workspace: Path, kind: InputKind, period: Period, content: bytes | None = None
) -> SurveyResult | PekpppResult: ...
def load(
    workspace: Path, kind: InputKind, period: Period, content: bytes | None = None
) -> SurveyResult | PekpppResult:
    """Return a period's stored result; ``content`` is its document, where that has been read.

    Raises ``ProblemsFoundError`` when there is none, or when it cannot be read or is another period's.
    """
    place = SHOWN.result(period, kind.file)
    if content is None and (content := _content(workspace, place)) is None:
        raise ProblemsFoundError([problem(NO_RESULT_FOR_PERIOD, period=period, command=kind.command)])
    name = place.as_posix()
    result = (read_survey if kind is InputKind.SURVEY else read_pekppp)(content, name)
    if result.period.name != str(period):
        found = result.period.name or PERIOD_NOT_NAMED()
        raise ProblemsFoundError([problem(RESULT_IN_WRONG_FOLDER, Where(name), found=found, period=period)])
    return result


def stored_periods(workspace: Path, kind: InputKind) -> tuple[Period, ...]:
    """Return the periods that have a document of a kind, the oldest first; other folders are passed over.

    So has a period whose document is refused: who reads it tells why. Raises ``ProblemsFoundError`` when the
    folder of the results cannot be listed.
    """
    try:
        found = [_period(each.name.name) for each in list_folder(workspace, SHOWN.results)]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError:
        raise ProblemsFoundError([problem(RESULT_UNREADABLE, Where(SHOWN.results.as_posix()))]) from None
    return tuple(sorted(each for each in found if each is not None and _is_there(workspace, kind, each)))


def item_table(result: SurveyResult) -> ItemTable:
    """Return a result's item table; of a recap, what it holds instead."""
    if result.recap is not RecapShape.TOTALS:
        return tuple((item.code, _known(item)) for item in result.items)
    shares = {code: index.distribution or {} for code, index in result.indices.items()}
    return tuple(
        (code, tuple((value, share.count) for value, share in given.items() if isinstance(share.count, int)))
        for code, given in {"": result.distribution, **shares}.items()
    )


def _known(item: ItemResult) -> tuple[tuple[str, int], ...]:
    """Return how often each answer was given to an item, or how many there are with which sum."""
    if not isinstance(item.counts, NotScored):
        return tuple(item.counts.items())
    lowest, highest = ends_of(item.sum) or (0, 0)
    n = item.n if isinstance(item.n, int) else 0
    return (("n", n), ("lowest", int(lowest)), ("highest", int(highest)))


def _period(name: str) -> Period | None:
    """Return the period whose folder has this very name."""
    try:
        period = parse_period(name)
    except ValueError:
        return None
    return period if str(period) == name else None


def _is_there(workspace: Path, kind: InputKind, period: Period) -> bool:
    try:
        look_at(workspace, SHOWN.result(period, kind.file))
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ProblemsFoundError):
        return True
    return True


def _content(workspace: Path, name: Path) -> bytes | None:
    try:
        return read(workspace, name, LARGEST_RESULT)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise ProblemsFoundError([problem(RESULT_UNREADABLE, Where(str(workspace / name)))]) from None
