"""How a result was made, told in words, and as the ``sources:`` of ``ipak.yaml`` that says the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ipak_cli.catalogue.workspace import (
    HOW_DATE_ORDER,
    HOW_LENIENT,
    HOW_PERIOD,
    HOW_PLAIN,
    HOW_SHEET,
    HOW_TOGETHER,
)

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.survey.result import Decisions


def how(asked: Decisions) -> tuple[Message, ...]:
    """Return the parts of a sentence that says how files were scored."""
    parts = []
    if len(asked.files) > 1:
        parts.append(HOW_TOGETHER(count=len(asked.files)))
    if asked.period is not None:
        parts.append(HOW_PERIOD(period=asked.period))
    if asked.lenient:
        parts.append(HOW_LENIENT())
    if asked.sheet is not None:
        parts.append(HOW_SHEET(sheet=asked.sheet))
    if asked.date_order is not None:
        parts.append(HOW_DATE_ORDER(order=asked.date_order))
    return tuple(parts) or (HOW_PLAIN(),)


def entry_of(asked: Decisions) -> str:
    """Return the entry of ``sources:`` that asks the same, on one line."""
    files = [file.name.removeprefix("masuk/") for file in asked.files]
    said = {"files": json.dumps(files, ensure_ascii=False)}
    if asked.period is not None:
        said["period"] = asked.period
    if len(files) > 1:
        said["together"] = "true"
    if asked.lenient:
        said["lenient"] = "true"
    if asked.sheet is not None:
        said["sheet"] = json.dumps(asked.sheet, ensure_ascii=False)
    if asked.date_order is not None:
        said["date_order"] = asked.date_order
    return f"- {{{', '.join(f'{key}: {value}' for key, value in said.items())}}}"
