"""Misuse of the command line, in Indonesian."""

from __future__ import annotations

import re
from typing import Final, Protocol

from typer.exceptions import TyperException


class Parameter(Protocol):
    """What the messages need of a parameter, option or argument."""

    name: str | None
    metavar: str | None
    opts: list[str]


_SENTENCES: Final = {
    "NoSuchOption": "pilihan {option_name} tidak dikenal",
    "MissingParameter": "{name} belum disebutkan",
    "BadOptionUsage": "pilihan {option_name} memerlukan nilai",
}
"""Sentences by the name of the error, filled from its attributes: Typer offers no codes."""


_EXPECTED: Final = (
    (re.compile(r"is not one of (.*?)\.?$"), "pilih salah satu dari {0}"),
    (re.compile(r"valid integer"), "harus bilangan bulat"),
    (re.compile(r"greater than or equal to (\d+)"), "paling kecil {0}"),
)
_TOO_MANY: Final = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<extra>.*)\)")
_UNKNOWN_COMMAND: Final = re.compile(r"No such command '(?P<name>[^']*)'\.(?: Did you mean (?P<near>.*)\?)?")


def misuse_text(misuse: TyperException) -> str:
    """Say what is wrong with a call; what has no sentence of ours keeps Typer's own."""
    kind = type(misuse).__name__
    parameter = getattr(misuse, "param", None)
    if kind == "BadParameter" and parameter is not None:
        return f"nilai untuk {_name(parameter)} tidak dapat dipakai: {_expected(misuse.message)}"
    if kind in _SENTENCES:
        name = _name(parameter) if parameter is not None else "argumen"
        return _SENTENCES[kind].format_map({**vars(misuse), "name": name})
    if unknown := _UNKNOWN_COMMAND.match(misuse.message):
        near = f"; mungkin maksudnya {unknown['near']}" if unknown["near"] else ""
        return f"perintah {unknown['name']} tidak dikenal{near}"
    if too_many := _TOO_MANY.match(misuse.message):
        return f"terlalu banyak isian: {too_many['extra']}; nama yang berspasi diapit tanda kutip"
    return misuse.message


def _name(parameter: Parameter) -> str:
    options = [name for name in parameter.opts if name.startswith("-")]
    return options[0] if options else str(parameter.metavar or parameter.name)


def _expected(message: str) -> str:
    """Say what a parameter takes; a sentence that our own parser wrote stays."""
    for pattern, sentence in _EXPECTED:
        if match := pattern.search(message):
            return sentence.format(*match.groups())
    return message
