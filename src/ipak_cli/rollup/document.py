"""A roll-up as one JSON document, a unit on each line: thousands of them are written as they are made."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from ipak_cli.base.text import escaped
from ipak_cli.documents.write import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.documents.write import Plain
    from ipak_cli.rollup.result import RollUp


def json_parts(given: RollUp) -> Iterator[str]:
    """Yield the document of ``ipak/rollup/1`` part by part; the same roll-up gives the same text.

    Of each code and severity 100 problems are listed, as in every document.
    """
    for number, field in enumerate(fields(given)):
        value: object = getattr(given, field.name)
        yield f"{',' if number else '{'}\n{_text(field.name)}: "
        if isinstance(value, tuple) and field.name not in ("periods", "problems"):
            yield from _lines(map(plain, value))
        elif field.name == "problems":
            told = plain(value)
            yield from _lines(iter(told if isinstance(told, list) else []))
        else:
            yield _text(plain(value))
    yield "\n}\n"


def _lines(values: Iterator[Plain]) -> Iterator[str]:
    yield "["
    for number, value in enumerate(values):
        yield f"{',' if number else ''}\n{_text(value)}"
    yield "\n]"


def _text(value: Plain) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # A file's name may hold bytes that are no text; JSON is always UTF-8.
    return escaped(text).encode("utf-8", errors="replace").decode("utf-8")
