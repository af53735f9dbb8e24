"""From a document's parts to its claims: the period and instrument that it is about, then each part."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Aside, Claim, Claims, Unread
from ipak_cli.audit.document import Document, Grid, Passage, TextKind
from ipak_cli.audit.sentence_claims import read_passage
from ipak_cli.audit.table_claims import Context, read_table
from ipak_cli.audit.topic import with_topics
from ipak_cli.audit.trend_claims import with_changes
from ipak_cli.base.period import find_period

if TYPE_CHECKING:
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period


def extract(document: Document, instrument: Instrument, period: Period | None = None) -> Claims:
    """Return everything that a document claims; ``period`` replaces the one that it names itself."""
    period = period or period_of(document)
    found: list[Claim | Aside | Unread] = []
    for part, topic in with_topics(document):
        context = Context(instrument, period, topic)
        found += read_table(part, context) if isinstance(part, Grid) else read_passage(part, context)
    return Claims(
        with_changes(tuple(each for each in found if isinstance(each, Claim))),
        tuple(each for each in found if isinstance(each, Unread)),
        period,
        instrument.rubric.id,
        tuple(each for each in found if isinstance(each, Aside)),
    )


_TITLE: Final = 40
"""How many parts at a document's start may be its title."""


def period_of(document: Document) -> Period | None:
    """Return the period that a document is about: the first that its title names, else the most frequent."""
    named = [
        found for part in document.parts if isinstance(part, Passage) and (found := find_period(part.text))
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
    title = (found for each in ways for text in each if (found := find_period(text)))
    return next(title, None) or (Counter(named).most_common(1)[0][0] if named else None)
