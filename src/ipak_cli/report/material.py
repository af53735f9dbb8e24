"""What a report is made from: the settings, the period's results and those of the periods before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored, ends_of
from ipak_cli.base.period import Period, timeline
from ipak_cli.report.office_files import OfficeFiles
from ipak_cli.report.terms import Terms, terms_of
from ipak_cli.survey.certainty.all_figures import survey_certainty, survey_changes
from ipak_cli.survey.overlap import without_items
from ipak_cli.survey.review import NOTHING_WITHHELD
from ipak_cli.survey.tally import BETWEEN, is_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.report.outline import Person
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.certainty.all_figures import SurveyCertainty, SurveyChanges
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.survey.review import Withheld

MOST_PERIODS: Final = 8
"""How many periods a trend shows at most, the report's own included: two years."""
UNKNOWN_UNIT: Final = "unit yang belum disebut namanya"


class ActionProgress(StrEnum):
    """How far a planned action is."""

    OPEN = "belum"
    RUNNING = "berjalan"
    DONE = "selesai"


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """What is done about an item: the actions, who is in charge (PIC), until when, and how far it is."""

    actions: tuple[str, ...]
    pic: str | None = None
    deadline: str | None = None
    progress: ActionProgress = ActionProgress.OPEN


@dataclass(frozen=True, slots=True)
class Office:
    """The unit that reports; ``parent`` is the organisation above it, ``city`` where it signs.

    ``about`` says in paragraphs what it does, ``services`` what it offers.
    """

    name: str | None = None
    short_name: str | None = None
    parent: str | None = None
    address: str | None = None
    city: str | None = None
    about: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What an office says of itself and of a report's period; ``None`` and nothing where it says nothing.

    ``place`` and ``link`` are the survey's, ``signed`` is the date on the report in words; ``targets`` and
    ``actions`` are by item, as they are for the period. ``published_weight`` is the rounded weight of an item
    that the office's earlier reports counted with.
    """

    timezone: str
    office: Office = Office()
    signer: Person | None = None
    directors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    place: str | None = None
    link: str | None = None
    published_weight: Fraction | None = None
    population: int | None = None
    performance: str | None = None
    note: str | None = None
    signed: str | None = None
    targets: Mapping[str, Fraction] = field(default_factory=dict)
    actions: Mapping[str, PlannedAction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Past:
    """A period of the trend and what is stored of it; ``None`` where nothing is."""

    period: Period
    survey: SurveyResult | None


@dataclass(frozen=True)  # without slots, so that what is costly is computed once
class Material:
    """Everything that a report is made from; ``history`` ends with the report's own period, without gaps.

    ``problems`` are what the cross-checks found and the report tells; ``placeholders`` the settings that
    still say what the program wrote in an office's stead; ``earlier_actions`` what was planned in the period
    before; ``earlier`` counts the stored periods before the history, which nothing shows. ``rubric`` is the
    one that the result was scored by, where that is still at hand: it alone knows weights, the limits of
    bands, what elements are for, what the ends of the scale mean, and the usual legal bases. The survey has
    those suggestions alone that may be published; ``texts_withheld`` are the others. ``items_withheld`` are
    the periods of which no item may circulate, and why.
    """

    settings: OfficeSettings
    period: Period
    survey: SurveyResult
    history: tuple[Past, ...]
    pekppp: PekpppResult | None = None
    problems: tuple[Problem, ...] = ()
    placeholders: tuple[str, ...] = ()
    earlier_actions: Mapping[str, PlannedAction] = field(default_factory=dict)
    earlier: int = 0
    rubric: SurveyRubric | None = None
    files: OfficeFiles = field(default_factory=OfficeFiles)
    texts_withheld: Withheld = NOTHING_WITHHELD
    items_withheld: Mapping[Period, Message] = field(default_factory=dict)

    def as_circulated(self) -> Material:
        """Return what may circulate: without the items of periods where these would tell of a few people."""
        if not self.items_withheld:
            return self
        history = tuple(
            Past(past.period, without_items(past.survey, reason))
            if past.survey and (reason := self.items_withheld.get(past.period))
            else past
            for past in self.history
        )
        mine = self.items_withheld.get(self.period)
        survey = without_items(self.survey, mine) if mine else self.survey
        return replace(self, survey=survey, history=history)

    @property
    def terms(self) -> Terms:
        """The words and the figures of the survey's instrument."""
        return terms_of(self.survey, self.rubric)

    @property
    def unit(self) -> str:
        """The unit's name: the settings' before the result's."""
        return self._unit or UNKNOWN_UNIT

    @property
    def period_word(self) -> str:
        """What the office calls its periods: ``triwulan``, ``semester``; ``periode`` for a range of days."""
        return self.period.kind.word

    @property
    def has_unit(self) -> bool:
        """Tell whether anything names the unit."""
        return self._unit is not None

    @property
    def _unit(self) -> str | None:
        return self.settings.office.name or self.survey.unit

    @property
    def scored(self) -> tuple[Past, ...]:
        """The periods of the history that have a result, the report's own last."""
        return tuple(past for past in self.history if past.survey is not None)

    @property
    def before(self) -> Past | None:
        """The last period of the history before the report's own that has a result."""
        return next((past for past in reversed(self.history[:-1]) if past.survey is not None), None)

    @cached_property
    def sure(self) -> SurveyCertainty:
        """What chance leaves open about the result, by the targets that hold for the period."""
        targets = {item.code: self.target_of(item) for item in self.survey.items}
        return survey_certainty(self.survey, self.rubric, targets)

    @cached_property
    def changes(self) -> SurveyChanges | None:
        """What can be said of the changes since the period before, on the scale that is told of indices."""
        past = self.before
        return survey_changes(past.survey, self.survey, self.terms.factor) if past and past.survey else None

    @property
    def scale(self) -> tuple[int, int]:
        """The lowest and the highest answer."""
        return self.terms.lowest, self.terms.highest

    @property
    def answer_values(self) -> tuple[str, ...]:
        """The values of the scale, lowest first, and ``BETWEEN`` where a period has answers between them."""
        values = [value for value in self.survey.distribution if not is_between(value)]
        surveys = [past.survey for past in self.history if past.survey]
        between = any(is_between(value) for survey in surveys for value in survey.distribution)
        return (*values, *((BETWEEN,) if between else ()))

    @property
    def highest_first(self) -> tuple[str, ...]:
        """The same, the highest first; what lies between them stays last."""
        values = [*reversed(self.answer_values)]
        return tuple(sorted(values, key=BETWEEN.__eq__))

    def target_of(self, item: ItemResult) -> Fraction | None:
        """Return what an item shall reach: the settings' target before the rubric's."""
        return self.settings.targets.get(item.code, item.target)

    def is_below(self, item: ItemResult) -> bool:
        """Tell whether an item with a mean and a target misses it, exactly; with both ends of its mean."""
        target, ends = self.target_of(item), ends_of(item.mean)
        return ends is not None and target is not None and ends[1] < target

    @property
    def has_targets(self) -> bool:
        """Tell whether any item has a target."""
        return any(self.target_of(item) is not None for item in self.survey.items)

    @property
    def below(self) -> tuple[ItemResult, ...]:
        """The items that miss their target."""
        return tuple(item for item in self.survey.items if self.is_below(item))

    @property
    def unplanned(self) -> tuple[ItemResult, ...]:
        """Those of them for which the settings name no action."""
        return tuple(item for item in self.below if item.code not in self.settings.actions)

    def has_reached(self, item: ItemResult) -> bool:
        """Tell whether an item with a mean and a target reaches it, exactly; with both ends of its mean."""
        target, ends = self.target_of(item), ends_of(item.mean)
        return ends is not None and target is not None and ends[0] >= target

    def is_open(self, item: ItemResult) -> bool:
        """Tell whether the ends of an item's mean leave open whether it reaches its target."""
        known = ends_of(item.mean) is not None and self.target_of(item) is not None
        return known and not self.is_below(item) and not self.has_reached(item)


def history_of(period: Period, stored: dict[Period, SurveyResult]) -> tuple[Past, ...]:
    """Return a report's period and those of its kind before, from the earliest that a trend can show."""
    known = {each for each in stored if each == period or period.follows(each)}
    shown = timeline(known | {period})[-MOST_PERIODS:]
    first = min((each for each in shown if each in known), default=period)
    return tuple(Past(each, stored.get(each)) for each in shown if each >= first)


def earlier_than(history: tuple[Past, ...], stored: Iterable[Period]) -> int:
    """Return how many of the stored periods are older than a history and so not in it."""
    return sum(each < history[0].period for each in stored)


def known(figure: Figure) -> Fraction | None:
    """Return a figure's exact value, or ``None`` for one that is not scored."""
    return None if isinstance(figure, NotScored) else figure
