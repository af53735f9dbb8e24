"""The result of a survey: the one value from which every document, view and report is made.

Field names are the keys of ``survey.json``; figures are exact fractions or say why they are not scored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.base.provenance import ADDED_LATER, WHERE_TOLD
from ipak_cli.survey.certainty.against_rest import GroupFinding  # noqa: TC001 (read at run time)
from ipak_cli.survey.recap import weakest
from ipak_cli.survey.suggestion_result import Suggestions  # noqa: TC001 (documents read the types at run time)
from ipak_cli.survey.zi_result import ZiResult  # noqa: TC001 (as above)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.figures import Figure as RoundedFigure
    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import AnswerDays, Decisions, PeriodRef, RubricRef, Tool
    from ipak_cli.survey.recap import RecapShape
    from ipak_cli.survey.tally import Number, StoredTally

SCHEMA: Final = "ipak/survey/5"
OUTSIDE: Final = "outside"  # the code of rows of other periods
UNDATED: Final = "undated"  # the code of rows whose time cannot be read, so that their period is not known


@dataclass(frozen=True, slots=True)
class RowNote:
    """Rows of a source that were left out, or are worth a look: a code, why, and the rows."""

    code: str
    why: Message
    count: int
    rows: str


@dataclass(frozen=True, slots=True)
class UnusedColumn:
    """A column of which nothing was taken: the address of its header's cell, and the header in short.

    It is ``""`` where there is none, ``None`` where it could tell who a person is.
    """

    cell: str
    header: str | None
    ignored: bool = False


class TableLayout(StrEnum):
    """What a row holds: a whole response, one answer (respondent, question, answer), a part of a recap."""

    WIDE = "wide"
    LONG = "long"
    RECAP = "recap"


@dataclass(frozen=True, slots=True)
class Source:
    """An input file: its name, content and sheet, the responses read, the rows left out or noted.

    Of ``unused`` columns nothing was taken; ``answer_rows`` are those of a long table, its answers. ``recap``
    is what a recap holds, whose ``rows`` are lines of its table and no responses.
    """

    name: str
    sha256: str
    sheet: str | None
    rows: int
    left_out: tuple[RowNote, ...] = ()
    noted: tuple[RowNote, ...] = ()
    unused: tuple[UnusedColumn, ...] = ()
    layout: TableLayout = TableLayout.WIDE
    answer_rows: int | None = None
    recap: RecapShape | None = field(default=None, metadata=WHERE_TOLD)


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item: answers given, their sum after polarity, how often each value was given, and the mean.

    Of an item of several columns each answer is their mean, so that values such as ``7/2`` are counted too.
    What a recap does not tell is not scored.
    """

    code: str
    text: str
    index: str
    element: str | None
    n: int | NotScored
    missing: int | NotScored
    sum: Number | NotScored
    counts: Mapping[str, int] | NotScored
    mean: Figure
    target: Fraction | None


@dataclass(frozen=True, slots=True)
class BandRef:
    """The band of the converted value."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class IndexResult:
    """An index: mean on the scale, percent of the highest value, ZI points, and its band if it has bands.

    ``distribution`` is told by a recap that holds the index's answers together, but not those of its items.
    """

    name: str
    mean: Figure
    percent: Figure
    points: Figure
    band: BandRef | None
    distribution: Mapping[str, AnswerShare] | None = field(default=None, metadata=WHERE_TOLD)


@dataclass(frozen=True, slots=True)
class CombinedResult:
    """Two figures that are never one: the mean of the indices, and the mean of all answers pooled."""

    mean_of_indices: Figure
    pooled: Figure


@dataclass(frozen=True, slots=True)
class AnswerShare:
    """How many answers have a value, and their share of all answers in percent."""

    count: int | NotScored
    share: Figure


@dataclass(frozen=True, slots=True)
class SampleResult:
    """Whether enough people answered: ``minimum`` by rule, ``krejcie_morgan`` for the population if given."""

    minimum: int | None
    krejcie_morgan: int | None
    required: int | None
    response_rate: Figure
    adequate: bool | None
    reason: Message


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group of respondents that may be shown; its name is what they answered.

    Of its indices no more is kept than is printed: the value that the instrument tells (for SKM in percent),
    rounded half up to two places. ``against_rest`` tells by index how it stands against that of all other
    respondents: the finding of an exact test and no figure; the gathered groups have none.
    """

    name: str | Message
    respondents: int
    indices: Mapping[str, RoundedFigure]
    against_rest: Mapping[str, GroupFinding] | None = field(default=None, metadata=WHERE_TOLD)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The indices by the answers to one profile question, in the answers' natural order.

    Small groups are not shown alone. Of the ``hidden_groups``, ``small_groups`` are too small; the others are
    hidden so that no few people can be computed from what is shown, in this breakdown and all others.
    ``gathered`` is all of them together, where others are shown; ``reason`` says why groups are gathered, or
    why none is shown.
    """

    code: str
    name: str
    groups: tuple[GroupResult, ...]
    gathered: GroupResult | None
    hidden_groups: int
    small_groups: int
    hidden_respondents: int
    reason: Message | None

    @property
    def rows(self) -> tuple[GroupResult, ...]:
        """The groups that are shown, and those gathered last."""
        return self.groups if self.gathered is None else (*self.groups, self.gathered)


@dataclass(frozen=True, slots=True)
class Quality:
    """One look at the data's quality: reported, never acted on."""

    code: str
    title: Message
    count: int | None
    of: int | None
    value: Figure | None
    finding: Message


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """Everything that a period's survey says; ``timezone`` is the office's, whose clock tells periods.

    ``tally`` holds whole numbers from which results of the same rubric add up; bad input and recaps have
    none. Bad input has no respondents, answers and missing; those that a recap does not tell are not scored.
    """

    schema: str
    tool: Tool
    rubric: RubricRef
    unit: str | None
    period: PeriodRef
    timezone: str
    sources: tuple[Source, ...]
    decisions: Decisions
    respondents: int | NotScored | None
    population: int | None
    answers: int | NotScored | None
    missing: int | NotScored | None
    items: tuple[ItemResult, ...]
    indices: Mapping[str, IndexResult]
    combined: CombinedResult
    distribution: Mapping[str, AnswerShare]
    zi: ZiResult | None
    sample: SampleResult
    breakdowns: tuple[Breakdown, ...]
    quality: tuple[Quality, ...]
    suggestions: Suggestions | NotScored
    tally: StoredTally | None
    problems: tuple[Problem, ...]
    answer_days: AnswerDays | None = field(default=None, metadata=ADDED_LATER)

    @property
    def recap(self) -> RecapShape | None:
        """What the recap holds that the result is of; ``None`` for a result of the answers themselves.

        Of several recaps added together it is what the weakest of them holds.
        """
        return weakest([source.recap for source in self.sources if source.recap is not None])

    @property
    def least_respondents(self) -> int:
        """How many people answered at least: of a recap that does not tell, as many as its answers need."""
        if not isinstance(self.respondents, NotScored):
            return self.respondents or 0
        answers = self.answers if isinstance(self.answers, int) else 0
        return max(
            -(-answers // len(self.items)), *(item.n for item in self.items if isinstance(item.n, int)), 0
        )
