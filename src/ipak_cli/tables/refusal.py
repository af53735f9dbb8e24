"""Refusing a file: one problem, raised where the work on that file ends."""

from __future__ import annotations

from ipak_cli.base.problem import Entry, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.files import FILE_DAMAGED, FILE_TOO_LARGE


def refusal(
    entry: Entry, file: str, sheet: str | None = None, cell: str | None = None, /, **values: object
) -> ProblemsFoundError:
    """Make the error that refuses a file, to be raised by the caller."""
    return ProblemsFoundError([problem(entry, Where(file, sheet, cell), **values)])


def damaged(file: str, reason: str) -> ProblemsFoundError:
    """Make the refusal of a damaged file; ``reason`` is in Indonesian."""
    return refusal(FILE_DAMAGED, file, reason=reason)


def beyond(file: str, what: str, limit: str) -> ProblemsFoundError:
    """Make the refusal of a file in which ``what`` exceeds ``limit``; both are in Indonesian."""
    return refusal(FILE_TOO_LARGE, file, what=what, limit=limit)
