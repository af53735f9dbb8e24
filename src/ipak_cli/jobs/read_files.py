"""Opening the files of a survey: each holds responses, or a recap of them, never both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull, printable
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.recap_sources import RECAP_BESIDE_ANSWERS
from ipak_cli.catalogue.survey import ANSWER_TABLE_NOT_FOUND, ITEM_WITHOUT_COLUMN, SAME_FILE_TWICE
from ipak_cli.jobs.read_survey import SourceRead, read_answers
from ipak_cli.survey.reading.recap_read import RecapFaultyError, RecapRead, find_recap
from ipak_cli.tables.open import open_any
from ipak_cli.tables.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.read_survey import Reading


_NO_SURVEY: Final = {
    ("Penilaian", "Fakta", "_ipak"): "ASSESSMENT_IS_NO_SURVEY",
    ("Satuan kerja", "_ipak"): "SETTINGS_ARE_NO_SURVEY",
    ("Rencana", "_ipak"): "SETTINGS_ARE_NO_SURVEY",
    ("Saran", "_ipak"): "REVIEW_IS_NO_SURVEY",
}
"""The sheets by which forms of this program are known that hold no answers."""


@dataclass(frozen=True, slots=True)
class RecapSource:
    """A file that holds a recap, and what it says."""

    workbook: Workbook
    read: RecapRead


@dataclass(frozen=True, slots=True)
class FilesRead:
    """The files of a survey as read: all of them responses, or all of them recaps."""

    answers: tuple[SourceRead, ...] = ()
    recaps: tuple[RecapSource, ...] = ()


def read_files(files: Sequence[Workbook | Path], reading: Reading) -> FilesRead:
    """Read every file, so that all problems are found in one pass; one that is not open yet is opened.

    Raises ``ProblemsFoundError`` when any file cannot be read or matched to the rubric, and for recaps beside
    responses: a recap is usually made of them. Where faulty recaps name one period, it is carried too.
    """
    read: list[SourceRead | RecapSource] = []
    problems: list[Problem] = []
    periods: set[Period | None] = set()
    seen: dict[str, str] = {}
    for file in files:
        try:
            workbook = file if isinstance(file, Workbook) else open_any(file)
            if workbook.sha256 in seen:
                raise ProblemsFoundError(
                    [problem(SAME_FILE_TWICE, Where(workbook.file), other=seen[workbook.sha256])]
                )
            seen[workbook.sha256] = workbook.file
            read.append(_read(workbook, reading))
        except ProblemsFoundError as found:
            problems += found.problems if isinstance(file, Workbook) else _by_path(found.problems, file)
            periods |= {found.period} if isinstance(found, RecapFaultyError) else set()
    answers = tuple(each for each in read if isinstance(each, SourceRead))
    recaps = tuple(each for each in read if isinstance(each, RecapSource))
    problems += _mixed(answers, recaps)
    if problems:
        told = (each.problems if isinstance(each, SourceRead) else each.read.problems for each in read)
        everything = [*problems, *(found for known in told for found in known)]
        raise RecapFaultyError(everything, periods.pop() if len(periods) == 1 else None)
    return FilesRead(answers, recaps)


def _read(workbook: Workbook, reading: Reading) -> SourceRead | RecapSource:
    names = {sheet.name for sheet in workbook.sheets}
    for sheets, told in _NO_SURVEY.items():
        if names.issuperset(sheets):
            from ipak_cli.catalogue import files  # noqa: PLC0415 (no such form: nothing to tell)

            raise ProblemsFoundError([problem(getattr(files, told), Where(workbook.file))])
    recap = find_recap(
        workbook,
        reading.form.rubric,
        reading.sheet,
        period=reading.period,
        respondents=reading.respondents,
        own=reading.form.heads,
        lenient=reading.lenient,
    )
    return read_answers(workbook, reading) if recap is None else RecapSource(workbook, recap)


def _mixed(answers: Sequence[SourceRead], recaps: Sequence[RecapSource]) -> Iterator[Problem]:
    names = tuple(each.workbook.file for each in answers)
    for each in recaps if names else ():
        yield problem(RECAP_BESIDE_ANSWERS, each.read.where, answers=names)


def _by_path(problems: Sequence[Problem], file: Path) -> Iterator[Problem]:
    """Name the file with its folder where advice is a command to type."""
    for each in problems:
        named = each.entry in (ANSWER_TABLE_NOT_FOUND, ITEM_WITHOUT_COLUMN)
        yield replace(each, values={**each.values, "name": InFull(printable(str(file)))}) if named else each
