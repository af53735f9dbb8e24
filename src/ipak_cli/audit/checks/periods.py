"""Headings, captions and sentences of another period than the report's, and trends that leave its own out."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import is_in_table
from ipak_cli.audit.claim import REPORT, Claim, ClaimKind, Claims
from ipak_cli.audit.document import TextKind
from ipak_cli.audit.finding import Finding
from ipak_cli.base.message import InFull
from ipak_cli.base.period import PeriodKind, period_words
from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.audit import OTHER_PERIOD_NAMED, TREND_WITHOUT_PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.audit.document import Place
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period

_TREND: Final = re.compile(r"(?i)\btren\w*\b|\bperkembangan\b|\bgrafik\b|\bhasil surve[iy]\b")
_COMPARING: Final = re.compile(
    r"(?i)\btren\w*\b|\bperkembangan\b|\b(?:di)?banding\w*|\bperbandingan\b|\bsebelum\w*|\blalu\b|\briwayat\b"
    r"|\bhistor\w*|\brencana\b|\bberikutnya\b|\bmendatang\b|\bakan\b|\bdari\b.*\bke\b"
    r"|\btindak lanjut\s+(?:atas|dari|terhadap|hasil|untuk|pada)?\s*(?:triwulan|tw|semester|tahun|periode)\b"
)
"""Words of headings, captions and sentences that may speak of other periods."""
_PERIOD_WORDS: Final = re.compile(
    r"(?i)\b(?:triwulan|tw|semester|kuartal|tahun|bulan)\b\.?\s*(?:(?:iv|i{1,3}|[1-4])\b)?|\b(?:19|20)\d\d\b|\d+"
)
_TITLES: Final = frozenset({TextKind.HEADING, TextKind.CAPTION, TextKind.CONTENTS})
_COMPARED: Final = (
    ClaimKind.ITEM_MEAN, ClaimKind.INDEX, ClaimKind.COMBINED, ClaimKind.CONVERTED, ClaimKind.PERCENT,
    ClaimKind.STARS, ClaimKind.RESPONDENTS,
)  # fmt: skip
"""Kinds of figures by which a table of another period is told from one with the wrong caption."""


def other_periods(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, as one finding, headings, captions and sentences that call the report one of another period."""
    del instrument
    if claims.period is None:
        return
    period = claims.period
    together = _together(claims)
    own = {
        _without_periods(each.words)
        for each in claims.of_kind(ClaimKind.PERIOD)
        if each.where in {TextKind.CAPTION, TextKind.HEADING} and each.period == period
    }
    own |= _of_real_tables(claims, period)
    doubted: dict[Place, Claim] = {}
    for (place, words), named in together.items():
        first = named[0]
        periods = {each.period for each in named if each.period is not None}
        if len(periods) != 1 or first.period is None or _is_of(first.period, period):
            continue
        titled = first.where in _TITLES and first.period.kind is period.kind
        if titled and (_COMPARING.search(words) or _without_periods(words) in own):
            continue
        # A month that a longer report names is mostly that of a schedule.
        month = first.period.kind is PeriodKind.MONTH and period.kind is not PeriodKind.MONTH
        if titled or (not month and any(each.subject == REPORT and not _compares(each) for each in named)):
            doubted[place] = first
    if not doubted:
        return
    others = sorted({each.period for each in doubted.values() if each.period is not None})
    found = problem(
        OTHER_PERIOD_NAMED, period=InFull(period_words(period)), count=len(doubted),
        others=InFull(" dan ".join(map(period_words, others))),
    )  # fmt: skip
    yield Finding(found, tuple(doubted.values()))


def _of_real_tables(claims: Claims, period: Period) -> set[str]:
    """Return the titles, without periods, of tables that give another period's own figures.

    A table of the period before stands rightly beside that of the report's own; one captioned wrongly
    has the figures that the report gives its own period.
    """
    found: set[str] = set()
    for title in claims.of_kind(ClaimKind.PERIOD):
        if title.where not in {TextKind.CAPTION, TextKind.HEADING} or title.period in (None, period):
            continue
        inside = [each for each in _below(title, claims) if each.period == title.period]
        if inside and _differ(inside, claims, period):
            found.add(_without_periods(title.words))
    return found


def _below(title: Claim, claims: Claims) -> list[Claim]:
    """Return the figures of the table that a caption or a heading names: of its number, else the next."""
    figures = [each for each in claims.of_kind(*_COMPARED) if is_in_table(each)]
    if title.where is TextKind.HEADING:
        return [each for each in figures if each.place.heading == title.words]
    words = f"{normalise(title.words)} "
    labelled = [
        each
        for each in figures
        if (label := normalise(each.place.table or "")) and words.startswith(f"{label} ")
    ]
    following = dropwhile(lambda each: each is not title, claims.claims)
    table = next((each.place.table for each in following if is_in_table(each)), None)
    return labelled or [each for each in figures if each.place.table == table]


def _differ(inside: Sequence[Claim], claims: Claims, period: Period) -> bool:
    """Tell whether most figures that the report gives its own period too are others there."""
    own: dict[tuple[ClaimKind, str | None], list[Claim]] = defaultdict(list)
    for claim in claims.of_kind(*_COMPARED):
        if claim.period == period and claim.number is not None:
            own[claim.kind, claim.subject].append(claim)
    compared = [
        any(other.number == claim.number for other in others)
        for claim in inside
        if claim.number is not None and (others := own.get((claim.kind, claim.subject)))
    ]
    return bool(compared) and 2 * sum(compared) < len(compared)


def _together(claims: Claims) -> Mapping[tuple[Place, str], list[Claim]]:
    """Return the periods that are named together, in one sentence, heading or caption."""
    found: dict[tuple[Place, str], list[Claim]] = defaultdict(list)
    for claim in claims.of_kind(ClaimKind.PERIOD):
        if claim.place.row is None:
            found[claim.place, claim.words].append(claim)
    return found


def _compares(claim: Claim) -> bool:
    """Tell whether a sentence, up to the period that it names, compares or plans."""
    before = claim.words.partition(claim.word)[0] if claim.word else claim.words
    return _COMPARING.search(before.rpartition(". ")[2]) is not None


def _is_of(one: Period, period: Period) -> bool:
    """Tell whether a period is the report's, a part of it, or a longer one that holds it."""
    return period.holds(one) or one.holds(period)


def _without_periods(words: str) -> str:
    return normalise(_PERIOD_WORDS.sub(" ", words))


def trends(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, as one finding, headings and captions of a trend that ends before the report's own period."""
    del instrument
    period = claims.period
    if period is None:
        return
    doubted: list[Claim] = []
    latest: set[Period] = set()
    for (_, words), named in _together(claims).items():
        same = {each.period for each in named if each.period is not None and each.period.kind is period.kind}
        if len(same) < 2 or named[0].where not in _TITLES or not _TREND.search(words):
            continue
        if max(same) >= period:
            return
        doubted.append(named[0])
        latest |= same
    if doubted:
        names = InFull(", ".join(map(period_words, sorted(latest))))
        found = problem(TREND_WITHOUT_PERIOD, periods=names, period=InFull(period_words(period)))
        yield Finding(found, tuple(doubted))
