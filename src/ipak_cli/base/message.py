"""What is to be said, without words: a key of the table of sentences and the values that its sentence names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

Value: TypeAlias = "str | int | Message | tuple[Value, ...]"
"""What a sentence may name: a text, a whole number, another message, or a list of them."""

_LONGEST: Final = 120
_LONGEST_WORD: Final = 60


class InFull(str):
    """Words of the program or of a rubric, such as a list of what may stand somewhere: they are never cut."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A reason, a finding or a part of a sentence: ``key`` names the sentence, ``values`` are what it names."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)


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
    """Replace what a terminal would obey or could not write, such as escape codes in a file's name."""
    return "".join(c if c.isprintable() else " " for c in text)


def _kept(value: object) -> Value:
    if isinstance(value, Message) or type(value) is int:
        return value
    if isinstance(value, tuple):
        return tuple(_kept(part) for part in value)
    return one_line(value)


def one_line(value: object) -> str:
    """Write any value on one line, no longer than a reader needs, and cut between words."""
    text = " ".join(printable(str(value)).split())
    if isinstance(value, InFull):
        return InFull(text)
    if len(text) <= _LONGEST:
        return text
    cut, _, rest = text[:_LONGEST].rpartition(" ")
    return f"{(cut if len(rest) < _LONGEST_WORD else text[: _LONGEST - 1]).rstrip(' ,;')}…"
