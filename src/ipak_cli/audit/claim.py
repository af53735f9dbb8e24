"""What a document claims: figures, dates, numbers of tables, and what each of them is said to be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ipak_cli.audit.document import Place, TextKind
    from ipak_cli.base.period import Period
    from ipak_cli.base.printed import Printed


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
    RESPONSE_RATE = "response_rate"
    ASPECT = "aspect"
    MINIMUM = "minimum"


REPORT: Final = "report"
"""The subject of a period that the text says this report, or this survey, to be of."""
SIGNATURE: Final = "signature"
"""The subject of the date beside a place's name at the end of a letter: when the report was signed."""
FIRST_DAY: Final = "first_day"
LAST_DAY: Final = "last_day"
"""The subjects of the two dates of a span: ``1 Oktober s.d. 30 Desember 2024``."""


Step: TypeAlias = "tuple[Period | None, Printed | None]"
"""One step of a development: the period, and its value where one is printed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: what kind, of what, how much, of which period, and where and in which words it stands.

    ``subject`` names what it is about: an item's code (``I6``), an index's (``IPAK``), an element's, a
    component's, an aspect's, an answer's value (``4``), an item's answers (``I6:4``), a part's number
    (``Tabel 3.1``), a predicate's code; ``None`` is the survey as a whole. Of a date it is ``SIGNATURE``,
    ``FIRST_DAY`` or ``LAST_DAY``, of a period ``REPORT`` where the text says this report to be of it.

    ``number`` is set where the claim is one. ``word`` is the word that is claimed: a category, the verb of a
    change, ``terpenuhi`` or ``belum terpenuhi`` of a predicate, the rule of a sample's size, a part's title;
    a date as it is printed, with its weekday. ``of`` is the printed maximum or total that stands with it
    (``16,69 dari 17,5``; the total of a share), ``count`` the number of which a share is the percentage.
    ``unit`` is ``poin`` or ``persen`` where a change has one. ``words`` quotes the sentence or the row.
    ``group`` names the respondents of whom alone it speaks, such as those of a service.

    ``day`` is the date that is meant, ``None`` for one that no calendar has. ``series`` are the steps of
    which a trend or a change speaks, in the order of the text. ``where`` is the kind of text of a claim that
    stands in no table.
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
    count: Printed | None = None
    unit: str | None = None
    day: date | None = None
    series: tuple[Step, ...] = ()
    where: TextKind | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that was not understood, with its place: it is listed and never used."""

    text: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Aside:
    """A number that is no figure of the survey: of a date, a law, a label, a scale, or a printed maximum.

    One respondent's answer is none either.
    """

    text: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that a document claims, in its order, and the numbers that nobody understood.

    Each number of the document is the number of a claim, one of ``asides``, or one of ``unread``.
    ``period`` is the one that the document is about, ``rubric`` the id of the instrument that it follows.
    ``scopes`` are the groups of respondents that have sections or tables of their own, such as services.
    """

    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    period: Period | None
    rubric: str | None
    asides: tuple[Aside, ...] = ()
    scopes: tuple[str, ...] = ()

    def of_kind(self, *kinds: ClaimKind) -> tuple[Claim, ...]:
        """Return the claims of some kinds about all respondents, in order."""
        return tuple(claim for claim in self.claims if claim.kind in kinds and claim.group is None)

    def by_group(self) -> Mapping[str, Claims]:
        """Return for each group of respondents the claims about it alone, as if there were no others."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            if claim.group is not None:
                found.setdefault(claim.group, []).append(replace(claim, group=None))
        return {
            group: replace(self, claims=tuple(own), unread=(), asides=(), scopes=())
            for group, own in found.items()
        }
