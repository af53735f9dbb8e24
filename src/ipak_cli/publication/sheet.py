"""What is published of a period's survey: one value, from which the sheet, the page and the message come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction


@dataclass(frozen=True, slots=True)
class IndexShown:
    """An index: its figure as the instrument tells it, the scale in words, and the words for its band.

    One that is not scored has no figure and says why, in the place of the scale.
    """

    code: str
    name: str
    figure: str | None
    scale: str
    band: str | None = None


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item in plain words, its mean, and how far that lies on the scale, from 0 to 1."""

    code: str
    words: str
    figure: str
    part: Fraction


@dataclass(frozen=True, slots=True)
class Ranking:
    """Items that are higher or lower than the others beyond chance; ``more`` tells of those not named.

    One without items says of all the others what can be said.
    """

    title: str
    items: tuple[ItemShown, ...]
    more: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that the unit does about an item, and until when or how far it is."""

    words: str
    when: str | None = None


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A group that may be shown, and how many respondents it has."""

    name: str
    people: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The respondents by one question: the groups that may be shown; ``rest`` says what is not."""

    name: str
    groups: tuple[GroupCount, ...]
    rest: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An address, how it is printed, what is found there, and whether a QR code leads to it."""

    address: str
    shown: str
    words: str
    has_code: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """All that a published page says, in words.

    ``days`` are those of the period where its name does not say them. ``level`` is told in the place of the
    rankings where no item is higher than another. ``caution`` is what a reader has to know to judge the
    figures, ``notes`` what explains them; ``draft`` are the reasons why it must not be published yet.
    """

    day: date
    title: str
    period: str
    days: str | None
    unit: str
    parent: str | None
    service: str | None
    indices: tuple[IndexShown, ...]
    predicates: str | None
    best: Ranking | None
    lowest: Ranking | None
    level: str | None
    deeds_title: str
    deeds: tuple[Deed, ...]
    no_deeds: str | None
    respondents: str
    respondents_word: str
    served: str | None
    profiles: tuple[Profile, ...]
    caution: str | None
    notes: tuple[str, ...]
    thanks: str
    promise: str
    place_and_date: str | None
    link: Link | None
    draft: tuple[str, ...]

    @property
    def rankings(self) -> tuple[Ranking, ...]:
        """The rankings that there are, first those that name items."""
        found = (each for each in (self.best, self.lowest) if each is not None)
        return tuple(sorted(found, key=lambda each: not each.items))
