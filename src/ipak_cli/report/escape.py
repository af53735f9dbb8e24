"""Free text made harmless: for any output, and for Markdown, where every mark could mean something."""

from __future__ import annotations

import re
from typing import Final

_STEERING: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that turn the writing direction: with them a text could look like another one."""
_SURROGATES: Final = range(0xD800, 0xE000)
_KEPT_CONTROLS: Final = "\t\n"
_CONTROLS: Final = [n for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) not in _KEPT_CONTROLS]
_NOTHING: Final = dict.fromkeys((*_STEERING, *_SURROGATES, *_CONTROLS))

_MARKS: Final = re.compile(r"[\\`*_{}\[\]|~$]")
_ENTITY: Final = re.compile(r"&(?=#|\w+;)")
_LINK: Final = re.compile(r":(?=//)|(?<=\w)@(?=\w)|(?i:(?<=\bwww)\.)")
_OPENING: Final = re.compile(r"[#+\-=@]|:(?!//)|(?<=\d)[.)](?=\s|$)")
"""What begins a heading, a list, a line below a heading, a mention or a formula at the start of a line."""
_NUMBER: Final = re.compile(r"\d*")


def tidy(text: str) -> str:
    """Drop what no output can hold or show: control characters, halves of characters, marks of direction."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOTHING)


def one_line(text: str) -> str:
    """Return a tidy text on one line."""
    return " ".join(tidy(text).split())


def markdown(text: str) -> str:
    """Return Markdown that shows the text as it is, in running text as in a table's cell.

    It opens no HTML, link, heading, list, code or formula; a line break becomes ``<br>``.
    """
    return "<br>".join(_line(line) for line in tidy(text).strip().splitlines())


def _line(line: str) -> str:
    text = " ".join(line.split())
    start = _NUMBER.match(text)
    opening = _OPENING.match(text, start.end() if start else 0)
    text = _MARKS.sub(r"\\\g<0>", text)
    if opening:
        text = f"{text[: opening.start()]}\\{text[opening.start() :]}"
    text = _LINK.sub(r"\\\g<0>", text)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
