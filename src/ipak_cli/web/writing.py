"""Forms as requests bring them, and the hold on the workspace of a page that writes."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

from starlette.datastructures import UploadFile

from ipak_cli.workspace.lock import hold
from ipak_cli.workspace.this_computer import now, this_process

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractAsyncContextManager

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from ipak_cli.web.desk import Desk

WAIT: Final = 10.0
"""Seconds that a page waits for a workspace that is in use."""
MOST_FILES: Final = 40
MOST_FIELDS: Final = 2_000
LARGEST_FIELD: Final = 1 << 20
"""Bytes of a field that is no file."""


@contextmanager
def holding(desk: Desk) -> Iterator[None]:
    """Hold the workspace while a page writes; raises ``BusyError`` when others keep using it."""
    me = this_process(now(), "laman")
    with ExitStack() as held:
        held.enter_context(desk.writing)
        held.enter_context(hold(desk.workspace, me, WAIT))
        yield


def form_of(request: Request) -> AbstractAsyncContextManager[FormData]:
    """Return the fields and files of a form, as long as the context lasts."""
    return request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LARGEST_FIELD)


def said(form: FormData, name: str) -> str:
    """Return the text of a field, ``""`` where the form has none."""
    value = form.get(name, "")
    return "" if isinstance(value, UploadFile) else value.strip()


def files(form: FormData, name: str) -> list[UploadFile]:
    """Return the files of a field; a browser sends an empty one for a field without any."""
    return [each for each in form.getlist(name) if isinstance(each, UploadFile) and each.filename]
