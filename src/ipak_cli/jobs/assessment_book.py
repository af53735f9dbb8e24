"""Self-assessment workbooks of a workspace that a page fills in: which there are, and writing one anew.

The workbook in ``masuk/`` is all that is kept. What is written is what :func:`pekppp_template` makes, so a
workbook that somebody saved, and that may hold more, is kept in the folder ``lama`` first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.pekppp import SHEET_MISSING
from ipak_cli.forms.pekppp import pekppp_template
from ipak_cli.jobs.assess import WITHOUT_F03, AssessContext, AssessRequest, assess_workbook, store_result
from ipak_cli.jobs.f03 import F03
from ipak_cli.pekppp.answers import Assessment
from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.open import carry_over
from ipak_cli.pekppp.book.table import find_table, sheet_named
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.atomic import ensure_folder, ensure_folders, write_file
from ipak_cli.workspace.files import is_file, read
from ipak_cli.workspace.inbox import input_names
from ipak_cli.workspace.layout import SHOWN, Paths
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import Tool
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.tables.workbook import Workbook

LARGEST: Final = 64 << 20
"""Bytes of a workbook, and of a file of evidence that is compared with another one."""
FORMER: Final = PurePath("lama")
"""The folder of workbooks as people had saved them: in ``masuk`` they would count as second workbooks."""
_KEY: Final = 12


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as it stands now: its name below ``masuk/``, answers, result, and the texts of its cells.

    ``texts`` are what the input cells hold, by sheet, row and column, also where it cannot be read.
    """

    name: str
    content: bytes
    assessment: Assessment
    result: PekpppResult
    texts: Mapping[tuple[str, str, str], str]


def key_of(name: str) -> str:
    """Return a short name for an address that tells nothing of the file's own."""
    return sha256(name.encode()).hexdigest()[:_KEY]


def books_of(workspace: Path) -> tuple[str, ...]:
    """Return the names of the self-assessment workbooks below ``masuk/``."""
    return tuple(name for name in input_names(workspace) if _is_book(Paths(workspace).inbox / name))


def _is_book(path: Path) -> bool:
    if path.suffix.casefold() != ".xlsx":
        return False
    try:
        return sheet_named(open_any(path), names.FACT_FORM.sheet) is not None
    except ProblemsFoundError:
        return False


def named_by(key: str, workspace: Path) -> str | None:
    """Return the name of the input that a key stands for."""
    return next((name for name in input_names(workspace) if key_of(name) == key), None)


def open_book(opened: OpenWorkspace, name: str, tool: Tool, today: date) -> Book:
    """Read and assess a workbook; raises ``ProblemsFoundError`` where it cannot be read."""
    path = Paths(opened.folder).inbox / name
    content = read(opened.folder, SHOWN.inbox / name, LARGEST)
    workbook = open_any(path, content)
    if sheet_named(workbook, names.FACT_FORM.sheet) is None:
        raise ProblemsFoundError([problem(SHEET_MISSING, sheet=names.FACT_FORM.sheet, sheets="–")])
    request = AssessRequest((path,), today=today)
    context = AssessContext(opened.pekppp_rubric, tool, workspace=opened.folder)
    assessed = assess_workbook(workbook, request, context, path.parent)
    if (f03 := _f03(opened, assessed.assessment)) is not WITHOUT_F03:
        context = AssessContext(opened.pekppp_rubric, tool, f03, opened.folder)
        assessed = assess_workbook(workbook, request, context, path.parent)
    return Book(name, content, assessed.assessment, assessed.result, dict(_texts(workbook)))


def _f03(opened: OpenWorkspace, assessment: Assessment) -> F03:
    """Return the users' part that the period's stored result has: nothing but F-03 itself is lost by that."""
    if assessment.period is None:
        return WITHOUT_F03
    period = parse_period(assessment.period)
    if period not in opened.stored.periods(InputKind.PEKPPP):
        return WITHOUT_F03
    stored = opened.stored.load(InputKind.PEKPPP, period)
    return WITHOUT_F03 if isinstance(stored.f03, NotScored) else F03(stored.f03, users=stored.users)


def _texts(workbook: Workbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    for form in (names.INDICATOR_FORM, names.FACT_FORM):
        table, _ = find_table(workbook, form)
        for row in table.rows:
            for column in form.inputs:
                yield (form.sheet, row.shown(form.key), column), row.shown(column)


def keep_book(opened: OpenWorkspace, before: Book, entries: Assessment) -> str | None:
    """Write a workbook anew with these entries; return where the former one is kept, if it was a person's.

    Of a workbook that this program wrote and nobody saved since, nothing is kept: it holds nothing more.
    """
    rubric = opened.pekppp_rubric
    written = pekppp_template(rubric.rubric, rubric.digest, entries)
    if written == before.content:
        return None
    former = None
    if pekppp_template(rubric.rubric, rubric.digest, before.assessment) != before.content:
        former = _keep_former(opened.folder, before)
    write_file(opened.folder, SHOWN.inbox / before.name, written)
    return former


def store_book(opened: OpenWorkspace, book: Book) -> PekpppResult:
    """Store a workbook's result as ``ipak pekppp assess`` does: not where it has errors or no period."""
    return store_result(book.result, opened.folder)


def new_book(
    opened: OpenWorkspace, unit: str, period: Period, old: str | None
) -> tuple[str, tuple[Problem, ...]]:
    """Write a workbook for a period, with what fits of an ``old`` one; return its name and what did not."""
    rubric = opened.pekppp_rubric
    entries = Assessment()
    problems: tuple[Problem, ...] = ()
    if old is not None:
        entries, problems = carry_over(open_any(Paths(opened.folder).inbox / old), rubric.rubric)
    entries = replace(entries, unit=unit or entries.unit, period=str(period))
    ensure_folder(opened.folder, SHOWN.inbox)
    content = pekppp_template(rubric.rubric, rubric.digest, entries)
    name = PurePath(f"pekppp-{period}.xlsx")
    return _put(opened.folder, SHOWN.inbox, name, content, again=False), problems


def keep_evidence(workspace: Path, no: int, name: str, content: bytes) -> str:
    """Keep a file as evidence of an indicator; return its name below ``bukti/``.

    One that holds the same under its name is not written again; no other content is ever replaced.
    """
    folder = PurePath(f"{no:02d}")
    ensure_folders(workspace, SHOWN.evidence / folder)
    return (folder / _put(workspace, SHOWN.evidence / folder, PurePath(name), content)).as_posix()


def _keep_former(workspace: Path, before: Book) -> str:
    ensure_folder(workspace, FORMER)
    name = PurePath(before.name)
    kept = _put(workspace, FORMER, PurePath(f"{name.stem} (lama){name.suffix}"), before.content)
    return (FORMER / kept).as_posix()


def _put(workspace: Path, folder: PurePath, name: PurePath, content: bytes, *, again: bool = True) -> str:
    """Write a file under the first name that is free; ``again``: or that holds these very bytes."""
    for number in count(1):
        free = name if number == 1 else name.with_name(f"{name.stem} ({number}){name.suffix}")
        place = folder / free
        if not (workspace / place).exists():
            write_file(workspace, place, content)
            return free.name
        if again and is_file(workspace, place) and _same(workspace / place, content):
            return free.name
    raise AssertionError


def _same(path: Path, content: bytes) -> bool:
    return path.stat().st_size == len(content) and path.read_bytes() == content
