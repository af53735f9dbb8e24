"""Messages as values: the key of a sentence and the values that it names; no words of a language."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 (documents read the types at run time)
from dataclasses import dataclass, field
from typing import Final, TypeAlias

_LONGEST: Final = 120
_LONGEST_WORD: Final = 60


class InFull(str):
    """Words of the program or of a rubric, such as a list of what may stand somewhere: they are never cut."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A reason, a finding or a part of a sentence: the sentence's key, and what it names."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)


Part: TypeAlias = str | int | Message
Value: TypeAlias = Part | tuple[Part, ...]
"""What a sentence may name: a text, a whole number, another message, or a list of them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of the catalogue that is no problem of its own; called with its values it is a message."""

    key: str

    def __call__(self, **values: object) -> Message:
        """Return the message with these values, each cut to what a reader needs."""
        return Message(self.key, kept(values))


def kept(values: Mapping[str, object]) -> dict[str, Value]:
    """Return values as messages keep them: texts of one printable line and at most some 120 letters.

    A tuple is a list whose parts are kept one by one; a number other than a whole one is kept as its text.
    """
    return {name: _kept(value) for name, value in values.items()}


def printable(text: str) -> str:
    """Replace control characters, such as escape codes in a file's name, by spaces."""
    return "".join(c if c.isprintable() else " " for c in text)


def _kept(value: object) -> Value:
    return tuple(_part(part) for part in value) if isinstance(value, tuple) else _part(value)


def _part(value: object) -> Part:
    return value if isinstance(value, Message) or type(value) is int else one_line(value)


def one_line(value: object) -> str:
    """Write any value on one line, no longer than a reader needs, and cut between words."""
    text = " ".join(printable(str(value)).split())
    if isinstance(value, InFull):
        return InFull(text)
    if len(text) <= _LONGEST:
        return text
    cut, _, rest = text[:_LONGEST].rpartition(" ")
    return f"{(cut if len(rest) < _LONGEST_WORD else text[: _LONGEST - 1]).rstrip(' ,;')}…"
