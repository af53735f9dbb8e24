"""What a roll-up keeps of each document: plain rows, whole numbers and texts, one dataclass a table.

A document is one unit's result of one period. Its rows hold counts and exact fractions (numerator and
denominator), so that any set of units adds up exactly; nothing in them is rounded or worded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """The kinds of documents."""

    SURVEY = "survey"
    PEKPPP = "pekppp"


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A document: whose it is, of which period, by which rubric, and where it was found.

    ``digest`` is the SHA-256 of its bytes (of an export's score: of the export and the rubric),
    ``source`` its path below the folder that was asked, with ``/``. ``unit`` is what it says itself, and may
    be empty. ``respondents`` is empty where a recap does not tell; ``lowest`` and ``highest`` are the ends of
    a survey's scale.
    """

    digest: str
    kind: FactKind
    unit: str
    period: str
    period_start: str
    period_end: str
    source: str
    rubric: str
    rubric_version: str
    rubric_digest: str
    respondents: int | None
    population: int | None
    required: int | None
    adequate: bool | None
    lowest: int | None = None
    highest: int | None = None


@dataclass(frozen=True, slots=True)
class IndexFact:
    """An index of a survey: the exact mean on the scale, its ZI points and band, and 95 % ends where known.

    ``answers`` and ``total`` are those of its items added up, in the numerator and denominator of the sum.
    What is not scored has the code of its reason in ``not_scored`` and no figure.
    """

    digest: str
    code: str
    name: str
    mean_num: int | None
    mean_den: int | None
    points_num: int | None
    points_den: int | None
    band: str | None
    answers: int | None
    total_num: int | None
    total_den: int | None
    low: float | None
    high: float | None
    not_scored: str | None


@dataclass(frozen=True, slots=True)
class ItemFact:
    """An item of a survey: how often each value was given, in the rubric's order of values."""

    digest: str
    code: str
    index: str
    n: int | None
    total_num: int | None
    total_den: int | None
    counts: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class OwnFact:
    """How many respondents of a document have an own index: what the exact test of a change needs."""

    digest: str
    index: str
    value_num: int
    value_den: int
    count: int


@dataclass(frozen=True, slots=True)
class ConditionFact:
    """A condition of a ZI predicate: its minimum, what was reached, and its status (met, not_met, ...)."""

    digest: str
    predicate: str
    no: int
    name: str
    minimum_num: int
    minimum_den: int
    reached_num: int | None
    reached_den: int | None
    status: str


@dataclass(frozen=True, slots=True)
class PekpppFact:
    """A self-assessment: F-02, F-03, IPP, the category and of what, and how complete it is."""

    digest: str
    f02_num: int | None
    f02_den: int | None
    f03_num: int | None
    f03_den: int | None
    ipp_num: int | None
    ipp_den: int | None
    category: str | None
    category_name: str | None
    category_of: str | None
    answered: int
    complete: bool


@dataclass(frozen=True, slots=True)
class QualityFact:
    """One look at the data's quality of a document."""

    digest: str
    code: str
    count: int | None
    of: int | None


@dataclass(frozen=True, slots=True)
class ProblemFact:
    """A problem of a document or an export: its code, how grave, and where; never an answer's text."""

    digest: str
    code: str
    severity: str
    source: str
    sheet: str | None
    cell: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything kept of one document; a survey has no ``pekppp``, a self-assessment nothing else."""

    document: DocumentFact
    indices: tuple[IndexFact, ...] = ()
    items: tuple[ItemFact, ...] = ()
    own: tuple[OwnFact, ...] = ()
    conditions: tuple[ConditionFact, ...] = ()
    pekppp: PekpppFact | None = None
    quality: tuple[QualityFact, ...] = ()
    problems: tuple[ProblemFact, ...] = ()
