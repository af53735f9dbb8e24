"""Claims against the results that a workspace has stored: figures counted from the same answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.audit.result import Compared, StoredTold
from ipak_cli.audit.words import kind_name, subject_name
from ipak_cli.base.figures import NotScored, decimal, exact_text, round_half_up
from ipak_cli.base.message import InFull
from ipak_cli.base.period import period_words
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit_command import (
    FIGURE_NOT_AS_STORED,
    STORED_OF_OTHER_RUBRIC,
    STORED_PERIOD_MISSING,
    STORED_VALUE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.result import SurveyResult

_FEWEST_PLACES: Final = 2
_DIGITS: Final = 12
"""Of a digest, enough to tell sources apart in a sentence; the arithmetic has it in full."""


@dataclass(frozen=True, slots=True)
class StoredResult:
    """A stored result, and the digest of its document."""

    result: SurveyResult
    sha256: str


def compare(
    claims: Claims, stored: Mapping[Period, StoredResult], rubric: str, period: Period | None
) -> Compared:
    """Compare claims with the stored results of their periods, up to the report's own ``period``.

    ``rubric`` is the id of the instrument by which the claims were read: the result of another is no
    comparison. A period without a stored result is told.
    """
    findings: list[Finding] = []
    problems: list[Problem] = []
    used: list[StoredTold] = []
    claimed = Counter(each.period for each in claims.claims if each.number is not None and _is_known(each))
    for each, count in sorted(claimed.items(), key=lambda pair: pair[0].start.isoformat() if pair[0] else ""):
        if each is None or (period is not None and each.start > period.end):
            continue
        found = stored.get(each)
        if found is None:
            problems.append(problem(STORED_PERIOD_MISSING, period=period_words(each), count=count))
        elif found.result.rubric.id != rubric:
            problems.append(
                problem(STORED_OF_OTHER_RUBRIC, period=period_words(each), stored=found.result.rubric.id)
            )
        else:
            sources = tuple(source.sha256 for source in found.result.sources)
            used.append(StoredTold(each.name, found.sha256, sources))
            findings += _differences(claims, each, found.result)
    return Compared(tuple(findings), tuple(used), tuple(problems))


def _is_known(claim: Claim) -> bool:
    return claim.kind in _COMPARED and claim.group is None


def _differences(claims: Claims, period: Period, result: SurveyResult) -> Iterator[Finding]:
    """Yield a finding for each figure and printed value that differ from the stored ones."""
    doubted: dict[tuple[ClaimKind, str | None, str], list[Claim]] = {}
    for claim in claims.claims:
        if claim.period != period or claim.number is None or not _is_known(claim):
            continue
        exact = _stored(claim, result)
        if exact is not None and not _agrees(claim, exact, result):
            doubted.setdefault((claim.kind, claim.subject, str(claim.number)), []).append(claim)
    for alike in doubted.values():
        if (exact := _stored(alike[0], result)) is not None:
            yield _finding(alike, exact, period, result)


def _finding(alike: list[Claim], exact: Fraction, period: Period, result: SurveyResult) -> Finding:
    claim = alike[0]
    places = max(claim.number.places if claim.number else 0, _FEWEST_PLACES)
    right = decimal(exact, 0 if exact.denominator == 1 and claim.kind in _COUNTS else places)
    digests = [source.sha256 for source in result.sources]
    what = " ".join(part for part in (kind_name(claim.kind.value), subject_name(claim.subject)) if part)
    found = problem(
        FIGURE_NOT_AS_STORED, what=what, value=InFull(str(claim.number)), stored=InFull(right),
        period=period_words(period),
        source=InFull(", ".join(digest[:_DIGITS] for digest in digests) or "–"),
    )  # fmt: skip
    steps = [f"{what}, {period.name}: {exact_text(exact)} = {right}; tercetak {claim.number}"]
    steps += [f"sumber {source.name}: sha256 {source.sha256}" for source in result.sources]
    return Finding(found, tuple(alike), (STORED_VALUE(value=InFull(right)),), tuple(steps))


def _agrees(claim: Claim, exact: Fraction, result: SurveyResult) -> bool:
    """Tell whether a claim is the stored figure, or what follows from the index as it is printed."""
    if claim.number is None or claim.number.rounds(exact):
        return True
    index = result.indices.get(claim.subject or "")
    whole = result.combined.mean_of_indices if index is None else index.mean
    if claim.kind not in _OF_INDEX or not isinstance(whole, Fraction) or not whole:
        return False
    return claim.number.rounds(exact * round_half_up(whole) / whole)


def _stored(claim: Claim, result: SurveyResult) -> Fraction | None:
    """Return the stored figure that a claim speaks of; ``None`` where the result has none."""
    found = _COMPARED[claim.kind](claim, result)
    if isinstance(found, int):
        return Fraction(found)
    return found if isinstance(found, Fraction) else None


def _index(claim: Claim, result: SurveyResult) -> Figure | None:
    index = result.indices.get(claim.subject or "")
    return None if index is None else index.mean


def _combined(_: Claim, result: SurveyResult) -> Figure | None:
    return result.combined.mean_of_indices


def _percent(claim: Claim, result: SurveyResult) -> Figure | None:
    index = result.indices.get(claim.subject or "")
    return None if index is None else index.percent


def _points(claim: Claim, result: SurveyResult) -> Figure | None:
    index = result.indices.get(claim.subject or "")
    return None if index is None else index.points


def _component(claim: Claim, result: SurveyResult) -> Figure | None:
    """Return the points of a component, or of its part that an index or the performance earns.

    A component is called as the index of its part is: the printed maximum tells them apart, and without one
    the claim may be either, so that what is nearest is compared.
    """
    found: list[tuple[Fraction, Figure]] = []
    for component in result.zi.components if result.zi else ():
        names = {part.index or part.kind: part for part in component.parts}
        if claim.subject == component.code or claim.subject in {part.index for part in component.parts}:
            found.append((component.maximum, component.points))
        if claim.subject in names:
            found.append((names[claim.subject].maximum, names[claim.subject].points))
    number, of = claim.number, claim.of
    fitting = [points for maximum, points in found if of is None or maximum == of.value]
    known = [points for points in fitting if isinstance(points, Fraction)]
    if number is None or len(known) < len(fitting):  # one that is not known may be meant
        return None
    return min(known, key=lambda points: abs(points - number.value), default=None)


def _item(claim: Claim, result: SurveyResult) -> Figure | None:
    return next((each.mean for each in result.items if each.code == claim.subject), None)


def _respondents(claim: Claim, result: SurveyResult) -> int | None:
    respondents = result.respondents
    return respondents if claim.subject is None and isinstance(respondents, int) else None


def _visitors(claim: Claim, result: SurveyResult) -> int | None:
    return result.population if claim.subject is None else None


def _stars(claim: Claim, result: SurveyResult) -> int | None:
    """Return how many answers have a value: of all items, or of those of one index, or of one item."""
    whose, _, value = (claim.subject or "").rpartition(":")
    index = result.indices.get(whose)
    together = result.distribution if not whose else index.distribution if index else None
    if together is not None:
        count = together[value].count if value in together else None
        return count if isinstance(count, int) else None
    counts = [item.counts for item in result.items if whose in (item.code, item.index)]
    told = [each for each in counts if not isinstance(each, NotScored)]
    known = [each[value] for each in told if value in each] if len(told) == len(counts) else []
    return sum(known) if known else None


def _share(claim: Claim, result: SurveyResult) -> Figure | None:
    whose = (claim.subject or "").rpartition(":")[0]
    count, of = _stars(claim, result), _answers(whose, result)
    return Fraction(100 * count, of) if count is not None and of else None


def _answers(whose: str, result: SurveyResult) -> int | None:
    """Return how many answers were given to an index, an item or, for ``""``, all of them."""
    if not whose:
        return result.answers if isinstance(result.answers, int) else None
    index = result.indices.get(whose)
    counts = (
        [share.count for share in index.distribution.values()]
        if index and index.distribution
        else [item.n for item in result.items if whose in (item.code, item.index)]
    )
    known = [count for count in counts if isinstance(count, int)]
    return sum(known) if len(known) == len(counts) else None


_COMPARED: Final = {
    ClaimKind.INDEX: _index,
    ClaimKind.COMBINED: _combined,
    ClaimKind.PERCENT: _percent,
    ClaimKind.CONVERTED: _percent,
    ClaimKind.POINTS: _points,
    ClaimKind.COMPONENT: _component,
    ClaimKind.ITEM_MEAN: _item,
    ClaimKind.RESPONDENTS: _respondents,
    ClaimKind.VISITORS: _visitors,
    ClaimKind.STARS: _stars,
    ClaimKind.SHARE: _share,
}
"""The stored figure of each kind of claim that a result holds, by the claim's subject."""
_COUNTS: Final = frozenset({ClaimKind.RESPONDENTS, ClaimKind.VISITORS, ClaimKind.STARS})
_OF_INDEX: Final = frozenset({ClaimKind.PERCENT, ClaimKind.CONVERTED, ClaimKind.POINTS})
