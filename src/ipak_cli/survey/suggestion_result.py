"""The suggestions of a survey's result: texts without personal data, and what is told of the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ipak_cli.base.provenance import WHERE_TOLD

if TYPE_CHECKING:
    from ipak_cli.base.problem import Where


class Taken(StrEnum):
    """What a piece was that reading took out of a text."""

    NAME = "name"
    NUMBER = "number"
    EMAIL = "email"
    ACCOUNT = "account"
    LINK = "link"
    ADDRESS = "address"
    PLATE = "plate"
    BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion without personal data, and how many respondents wrote it, or nearly the same.

    ``taken`` tells of each mark in the text what stood there; ``where`` is the first cell with this text, for
    who has the input's file.
    """

    text: str
    count: int
    taken: tuple[tuple[Taken, ...], ...] | None = field(default=None, metadata=WHERE_TOLD)
    where: Where | None = field(default=None, compare=False, metadata=WHERE_TOLD)


class TextRule(StrEnum):
    """Which suggestions are published word for word: approved ones, all but refused ones, or none."""

    REVIEWED = "reviewed"
    REDACTED = "redacted"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What respondents wrote in their own words, the most frequent first.

    Of the ``given`` texts, ``trivial`` say nothing ("-"), ``not_shown`` came after as many different ones as
    are kept, and the others are in ``shown``. ``removed`` counts the pieces of personal data taken out.
    """

    given: int = 0
    shown: tuple[Suggestion, ...] = ()
    trivial: int = 0
    removed: int = 0
    not_shown: int = 0
