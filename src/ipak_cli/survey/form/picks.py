"""What people pick of a form in fields, each with what is wrong with it: the values that a page works with.

A page asks everything at once where a terminal asks one question after the other; both end in the same
:class:`~ipak_cli.survey.form.said.Said`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.form.columns import FormColumn
    from ipak_cli.survey.form.said import Said, Topic

NOT_GIVEN: Final = "missing"
"""The value of a word that means that no answer was given."""


class Role(StrEnum):
    """What a column of a form with questions of its own is for."""

    NONE = ""
    ITEM = "item"
    NEGATIVE = "negative"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Picks:
    """What was picked so far; what a part does not name was not asked yet, and gets a proposal.

    ``items`` are the columns, by their letters, of each item of a known instrument; ``roles`` what each
    column of another form is for; ``words`` the value of each word, by the word's key. ``joined`` are the
    groups of columns (``D+E``) that are one item, ``ignored`` the columns that look like items and are left
    out; ``texts`` are typed.
    """

    like: str | None = None
    items: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    joined: frozenset[str] | None = None
    ignored: frozenset[str] | None = None
    texts: Mapping[Topic, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the settings say of the office's earlier forms: the code of each head, the value of each word.

    It is said of one ``rubric``, by its id. Heads are normalised, and may be those of columns that are left
    out; words are by their wording.
    """

    rubric: str | None = None
    heads: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with a field, by the field's name; ``""`` is none of them."""

    field: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class ItemPick:
    """The columns of an item, ``""`` for none yet; ``sure`` unless they only seem to ask it.

    ``rivals`` are columns that all ask it, of which nobody knows which counts.
    """

    code: str
    text: str
    columns: str
    sure: bool
    rivals: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The field's name."""
        return f"item:{self.code}"


@dataclass(frozen=True, slots=True)
class RolePick:
    """What a column of a form with questions of its own is for."""

    column: FormColumn
    role: str

    @property
    def field(self) -> str:
        """The field's name."""
        return f"role:{self.column.letters}"


@dataclass(frozen=True, slots=True)
class WordPick:
    """The value of a word, :data:`NOT_GIVEN`, or ``""`` for none yet; how often it was chosen, and where."""

    key: str
    word: str
    times: int
    columns: tuple[FormColumn, ...]
    value: str

    @property
    def field(self) -> str:
        """The field's name."""
        return f"word:{self.key}"


@dataclass(frozen=True, slots=True)
class Instruments:
    """The known rubrics, the likeliest to be asked first; ``sure`` is the one to go on with, if any."""

    rubrics: tuple[SurveyRubric, ...]
    sure: str | None


@dataclass(frozen=True, slots=True)
class Picked:
    """All fields of a form with what they hold, and what that comes to.

    ``rubric`` is the known instrument, if it is one. ``leftover`` are the columns that look like items and
    are none, and whether they are left out. ``scale`` is ``None`` where nobody knows it yet.
    ``said`` is there where nothing is at fault.
    """

    instruments: Instruments
    like: str | None
    rubric: SurveyRubric | None = None
    items: tuple[ItemPick, ...] = ()
    roles: tuple[RolePick, ...] = ()
    groups: Mapping[str, bool] = field(default_factory=dict)
    selectable: tuple[FormColumn, ...] = ()
    leftover: tuple[tuple[FormColumn, bool], ...] = ()
    words: tuple[WordPick, ...] = ()
    scale: tuple[int, int] | None = None
    times: tuple[FormColumn, ...] = ()
    texts: Mapping[Topic, str] = field(default_factory=dict)
    faults: tuple[FieldFault, ...] = ()
    said: Said | None = None


def at_no_field(problems: Iterable[Problem]) -> tuple[FieldFault, ...]:
    """Return problems that are of no field."""
    return tuple(FieldFault("", each) for each in problems)
