"""From a document's parts to its claims: the period and instrument that it is about, then each part."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.calendar_words import periods_in
from ipak_cli.audit.claim import Aside, Claim, ClaimKind, Claims, Unread
from ipak_cli.audit.document import Document, Grid, Passage, TextKind
from ipak_cli.audit.groups_of_all import with_totals_of_all
from ipak_cli.audit.names import NameKind, names_in
from ipak_cli.audit.sections import is_of_other, scopes_of, with_scopes
from ipak_cli.audit.sentence_claims import read_passage
from ipak_cli.audit.table_claims import Context, read_table
from ipak_cli.audit.topic import with_topics
from ipak_cli.audit.trend_claims import with_changes
from ipak_cli.base.period import find_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.audit.sections import Scope, Scopes
    from ipak_cli.base.period import Period


def extract(document: Document, instrument: Instrument, period: Period | None = None) -> Claims:
    """Return everything that a document claims; ``period`` replaces the one that it names itself."""
    period = period or period_of(document)
    found: list[Claim | Aside | Unread] = []
    scopes = scopes_of(document)
    scoped = with_scopes(document, instrument, scopes)
    for (part, topic), (_, scope) in zip(with_topics(document, instrument), scoped, strict=True):
        context = Context(instrument, period, topic, foreign=scope.foreign)
        read = read_table(part, context) if isinstance(part, Grid) else read_passage(part, context)
        found += (of_it for each in read for of_it in _in_scope(each, scope, scopes))
    return Claims(
        with_totals_of_all(with_changes(tuple(each for each in found if isinstance(each, Claim)))),
        tuple(each for each in found if isinstance(each, Unread)),
        period,
        instrument.rubric.id,
        tuple(each for each in found if isinstance(each, Aside)),
        tuple(scopes.names.values()),
    )


_OTHER_SURVEY: Final = "survei lain"
_PLACED: Final = (ClaimKind.DATE, ClaimKind.PERIOD, ClaimKind.NUMBER_OF_PART)


def _in_scope(each: Claim | Aside | Unread, scope: Scope, scopes: Scopes) -> Iterator[Claim | Aside | Unread]:
    """Yield a claim with the group of whom its section or its sentence speaks; none of another survey."""
    if not isinstance(each, Claim) or each.kind in _PLACED:
        yield each
        return
    if is_of_other(each, foreign=scope.foreign):
        return  # a category, or the word of a trend
    named = scopes.named(each.words) or scopes.other_office(each.words) if each.place.row is None else None
    group = named or scope.group or (_OTHER_SURVEY if scope.foreign else None)
    yield each if each.group or not group else replace(each, group=group)


_TITLE: Final = 40
"""How many parts at a document's start may be its title."""


def period_of(document: Document) -> Period | None:
    """Return the period that a document is about: the first that its title names, else the most frequent."""
    named = [
        found for part in document.parts if isinstance(part, Passage) and (found := _period_in(part.text))
    ]
    titles = [
        part.text
        for part in document.parts[:_TITLE]
        if isinstance(part, Passage) and part.kind is not TextKind.CONTENTS
    ]
    # A year ends its title, while a quarter may have its year on the next line.
    ways = (
        (text, f"{text} {following}") for text, following in zip_longest(titles, titles[1:], fillvalue="")
    )
    title = (found for each in ways for text in each if (found := _period_in(text)))
    return next(title, None) or (Counter(named).most_common(1)[0][0] if named else None)


def _period_in(text: str) -> Period | None:
    """Return the period that a text names, also by its months: ``Januari s.d. Juni 2024``."""
    months = (
        period for name, period in periods_in(text, names_in(text), None) if name.kind is NameKind.MONTHS
    )
    return find_period(text) or next(months, None)
