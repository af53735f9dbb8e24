"""Refusing a file: one problem, raised where the work on that file ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import Entry, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.files import FILE_DAMAGED, FILE_TOO_LARGE

if TYPE_CHECKING:
    from ipak_cli.base.message import Message


def refusal(
    entry: Entry, file: str, sheet: str | None = None, cell: str | None = None, /, **values: object
) -> ProblemsFoundError:
    """Make the error that refuses a file, to be raised by the caller."""
    return ProblemsFoundError([problem(entry, Where(file, sheet, cell), **values)])


def damaged(file: str, reason: Message) -> ProblemsFoundError:
    """Make the refusal of a damaged file."""
    return refusal(FILE_DAMAGED, file, reason=reason)


def beyond(file: str, what: Message, limit: Message | str) -> ProblemsFoundError:
    """Make the refusal of a file in which ``what`` exceeds ``limit``."""
    return refusal(FILE_TOO_LARGE, file, what=what, limit=limit)
