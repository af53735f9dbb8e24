"""What a document claims: figures, dates, numbers of tables, and what each of them is said to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipak_cli.audit.document import Place
    from ipak_cli.audit.printed import Printed
    from ipak_cli.base.period import Period


class ClaimKind(StrEnum):
    """What a number, a date or a word is said to be."""

    RESPONDENTS = "respondents"
    VISITORS = "visitors"
    LEAST_RESPONDENTS = "least_respondents"
    ANSWERS = "answers"
    STARS = "stars"
    SHARE = "share"
    ITEM_MEAN = "item_mean"
    INDEX = "index"
    PERCENT = "percent"
    POINTS = "points"
    COMPONENT = "component"
    COMBINED = "combined"
    SUM = "sum"
    TARGET = "target"
    GAP = "gap"
    ACHIEVEMENT = "achievement"
    CHANGE = "change"
    WEIGHT = "weight"
    WEIGHTED = "weighted"
    CONVERTED = "converted"
    CATEGORY = "category"
    PREDICATE = "predicate"
    TREND_WORD = "trend_word"
    DATE = "date"
    PERIOD = "period"
    NUMBER_OF_PART = "number_of_part"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: what kind, of what, how much, of which period, and where and in which words it stands.

    ``subject`` names what it is about: an item's code (``I6``), an index's (``IPAK``), an element's, a
    component's, an answer's value (``4``), a part's number (``Tabel 3.1``); ``None`` is the survey as a
    whole. ``number`` is set where the claim is one, ``word`` where it is a word or a date as it is printed.
    ``of`` is the printed maximum or total that stands with it (``16,69 dari 17,5``). ``words`` quotes the
    sentence or the row. ``group`` names the respondents of whom alone it speaks, such as those of a service.
    """

    kind: ClaimKind
    place: Place
    words: str
    subject: str | None = None
    number: Printed | None = None
    of: Printed | None = None
    word: str | None = None
    period: Period | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that was not understood, with its place: it is listed and never used."""

    text: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that a document claims, in its order, and the numbers that nobody understood.

    ``period`` is the one that the document is about, ``rubric`` the id of the instrument that it follows.
    """

    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    period: Period | None
    rubric: str | None

    def of_kind(self, *kinds: ClaimKind) -> tuple[Claim, ...]:
        """Return the claims of some kinds about all respondents, in order."""
        return tuple(claim for claim in self.claims if claim.kind in kinds and claim.group is None)
