"""Refusing a report that cannot be read: one problem, raised where the work on that file ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.audit.readers.limits import MOST_BYTES, MOST_CELLS, MOST_LETTERS, MOST_PAGES
from ipak_cli.base.figures import grouped_int
from ipak_cli.base.problem import Entry, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.audit import REPORT_DAMAGED, REPORT_TOO_LARGE
from ipak_cli.catalogue.files import FILE_TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")


def refused(entry: Entry, file: str, **values: object) -> ProblemsFoundError:
    """Make the error that refuses a report, to be raised by the caller."""
    return ProblemsFoundError([problem(entry, Where(file), **values)])


def damaged(file: str) -> ProblemsFoundError:
    """Make the refusal of a damaged report."""
    return refused(REPORT_DAMAGED, file)


def too_large(file: str) -> ProblemsFoundError:
    """Make the refusal of a report that is beyond a limit, packed or unpacked."""
    return refused(
        REPORT_TOO_LARGE,
        file,
        bytes=MOST_BYTES // 1_000_000,
        pages=grouped_int(MOST_PAGES),
        letters=grouped_int(MOST_LETTERS),
        cells=grouped_int(MOST_CELLS),
    )


def as_report(read: Callable[[], T], file: str) -> T:
    """Read through the rooms of spreadsheets; what they refuse, advising on a spreadsheet, is a report's."""
    try:
        return read()
    except ProblemsFoundError as error:
        large = any(each.entry is FILE_TOO_LARGE for each in error.problems)
        raise (too_large(file) if large else damaged(file)) from error
