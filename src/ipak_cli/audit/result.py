"""The result of an audit: the one value from which the document, the view and the report on paper are made.

Field names are the keys of the document that ``ipak audit --json`` writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction  # noqa: TC003 (the document's schema reads the types at run time)
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Place  # noqa: TC001 (as above)
from ipak_cli.base.message import Message  # noqa: TC001 (as above)
from ipak_cli.base.problem import Problem, Severity
from ipak_cli.base.provenance import PeriodRef, RubricRef, Tool, period_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.audit.claim import Aside, Claim, Claims, Unread
    from ipak_cli.audit.document import Document
    from ipak_cli.audit.finding import Finding
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.survey import SurveyRubric

SCHEMA: Final = "ipak/audit/1"
LONGEST_QUOTE: Final = 120
"""Letters of a quoted sentence: enough to find it again, and no more of what else it may say of people."""


@dataclass(frozen=True, slots=True)
class ClaimTold:
    """A claim: its kind, what it is about, how it is printed, of which period, where, in which words.

    ``value`` is the number that is printed, exactly, with so many ``decimals``; a word or a date has none.
    ``group`` names the respondents of whom alone it speaks.
    """

    kind: str
    subject: str | None
    printed: str
    value: Fraction | None
    decimals: int | None
    of: str | None
    period: str | None
    group: str | None
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class UnreadTold:
    """A number that is not used, with the words around it and its place."""

    printed: str
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class FindingTold:
    """A finding: how sure it is, what is wrong and what to do, the claims behind it, what would be possible.

    The doubted claim is the first. ``arithmetic`` are the steps that prove it, one a line.
    """

    certainty: str
    problem: Problem
    claims: tuple[ClaimTold, ...]
    possible: tuple[Message, ...]
    arithmetic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredTold:
    """A stored result that claims were compared with: its period, its document's digest, its sources'."""

    period: str
    sha256: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuditedReport:
    """One report that was audited: its file, what was read of it, and what was found.

    The ``unread`` numbers were not understood; the ``asides`` are no figures of the survey, such as those of
    dates and laws. Neither is used. ``compared`` are the workspace's results with which its claims were
    compared; ``problems`` tell what could not be done, such as a period that is not stored.
    """

    file: str
    sha256: str
    rubric: RubricRef
    title: str
    period: PeriodRef
    claims: tuple[ClaimTold, ...]
    unread: tuple[UnreadTold, ...]
    asides: tuple[UnreadTold, ...]
    findings: tuple[FindingTold, ...]
    compared: tuple[StoredTold, ...]
    problems: tuple[Problem, ...]

    @property
    def is_impossible(self) -> bool:
        """Whether something that it claims cannot be true."""
        return any(each.problem.severity is Severity.ERROR for each in self.findings)


@dataclass(frozen=True, slots=True)
class AuditResult:
    """Everything that an audit tells, a report at a time in the order in which they were named."""

    schema: str
    tool: Tool
    reports: tuple[AuditedReport, ...]

    @property
    def is_impossible(self) -> bool:
        """Whether something that a report claims cannot be true."""
        return any(each.is_impossible for each in self.reports)


def claims_told(claims: Iterable[Claim]) -> tuple[ClaimTold, ...]:
    """Return claims as documents hold them."""
    return tuple(map(_claim, claims))


def _claim(claim: Claim) -> ClaimTold:
    number = claim.number
    printed = str(number) if number is not None else quote(claim.word or "", "")
    return ClaimTold(
        claim.kind.value,
        claim.subject,
        printed,
        None if number is None else number.value,
        None if number is None else number.places,
        None if claim.of is None else str(claim.of),
        None if claim.period is None else claim.period.name,
        None if claim.group is None else quote(claim.group, ""),
        quote(claim.words, printed),
        claim.place,
    )


def _unread(unread: Unread | Aside) -> UnreadTold:
    return UnreadTold(unread.text, quote(unread.words, unread.text), unread.place)


def _finding(finding: Finding) -> FindingTold:
    told = claims_told(finding.claims)
    return FindingTold(
        finding.certainty.value, finding.problem, told, finding.possible, tuple(finding.arithmetic)
    )


def quote(words: str, about: str) -> str:
    """Cut a sentence to what is said around a figure, at words, with ``…`` where it was cut."""
    text = " ".join(words.split())
    if len(text) <= LONGEST_QUOTE:
        return text
    middle = max(text.find(about), 0) + len(about) // 2
    start = min(max(middle - LONGEST_QUOTE // 2, 0), len(text) - LONGEST_QUOTE)
    end = start + LONGEST_QUOTE
    kept = text[start:end]
    if start:
        kept = f"… {kept.partition(' ')[2] or kept}"
    if end < len(text):
        kept = f"{kept.rpartition(' ')[0] or kept} …"
    return kept


@dataclass(frozen=True, slots=True)
class Compared:
    """What a workspace's stored results say of a report: findings, the results, and what is not there."""

    findings: tuple[Finding, ...] = ()
    stored: tuple[StoredTold, ...] = ()
    problems: tuple[Problem, ...] = ()


def audited(
    document: Document,
    claims: Claims,
    findings: Iterable[Finding],
    loaded: LoadedRubric[SurveyRubric],
    compared: Compared,
    problems: Iterable[Problem] = (),
) -> AuditedReport:
    """Put together what is told of one report, which was read by the instrument that was ``loaded``."""
    rubric = loaded.rubric
    return AuditedReport(
        document.name,
        document.sha256,
        RubricRef(rubric.id, rubric.version, loaded.digest),
        rubric.title,
        period_of(claims.period),
        claims_told(claims.claims),
        tuple(map(_unread, claims.unread)),
        tuple(map(_unread, claims.asides)),
        tuple(map(_finding, findings)),
        compared.stored,
        (*problems, *compared.problems),
    )
