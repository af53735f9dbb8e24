"""What ``ipak.yaml`` says: the unit, who signs, rubrics, targets, periods and follow-up actions."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field

from ipak_cli.base.day import parse_day
from ipak_cli.base.period import (
    MOST_YEARS,
    Period,
    PeriodKind,
    PeriodTooLongError,
    indonesian_date,
    parse_period,
)
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.timezones import JAKARTA, Zone, find_zone
from ipak_cli.catalogue.workspace import NOT_A_PERIOD, PERIOD_TOO_LONG, QUARTERS_BESIDE_PERIODS
from ipak_cli.rubric import PEKPPP_RUBRIC, SURVEY_RUBRIC
from ipak_cli.rubric.own_settings import OwnAnswers, OwnColumns
from ipak_cli.rubric.types import GRADE, Exact, Flag, Model, Text, Whole, listed
from ipak_cli.survey.suggestion_result import TextRule
from ipak_cli.workspace import MOST_VISITORS
from ipak_cli.workspace.config_publication import PublicationSettings, ReportFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipak_cli.rubric.yaml_lines import Document

T = TypeVar("T")

VERSION: Final = 1
"""The newest layout of ``ipak.yaml`` that this program knows."""
MOST_LOGOS: Final = 4
"""Logos that stand side by side on a cover."""
MOST_ANNEXES: Final = 60
"""Files behind a report; with more it could be neither sent nor printed."""
LONGEST_DEADLINE: Final = 1_440
"""Minutes of a day: the next night's run begins by then."""


def _capital(given: object) -> object:
    return given.upper() if isinstance(given, str) else given


def _as_in_letters(text: str) -> str:
    """Write a date as a letter does; what is no date stays, and is told when the settings are checked."""
    try:
        day = parse_day(text)
    except ValueError:
        return text
    return indonesian_date(day) if day else text


Day = Annotated[Text, AfterValidator(_as_in_letters)]
"""A date as a letter writes it (``31 Januari 2025``), however it was typed; or a phrase as it was typed."""

Regular = Literal[PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.SEMESTER, PeriodKind.YEAR]
"""The kinds of periods into which answers are parted where no period is asked for."""


def _paragraphs(given: object) -> object:
    """Take a text for its paragraphs: parted by blank lines, or by line ends where it has none."""
    if not isinstance(given, str):
        return given
    between = r"\n[^\S\n]*\n" if re.search(r"\n[^\S\n]*\n", given.strip()) else r"\n"
    return [" ".join(part.split()) for part in re.split(between, given.strip()) if part.strip()] or [given]


class Unit(Model):
    """The unit that reports; ``parent`` is the organisation above it, ``city`` where it signs.

    ``about`` says in paragraphs what it does and for whom, ``services`` what it offers.
    """

    name: Text
    short_name: Text | None = None
    parent: Text | None = None
    address: Text | None = None
    city: Text | None = None
    about: Annotated[tuple[Text, ...], BeforeValidator(_paragraphs)] = ()
    services: tuple[Text, ...] = ()


class Signatory(Model):
    """Who signs the report."""

    name: Text
    position: Text
    nip: Text | None = None


class AnnexFile(Model):
    """A picture or a document behind the report; ``alt`` stands for a picture where it cannot be seen."""

    title: Text
    file: Text
    alt: Text | None = None


class ReportSettings(Model):
    """What only the report needs: the survey's link, and where or how the survey was held.

    ``published_weight`` is the rounded weight of an item that earlier reports of the office counted with.
    The files of ``logos`` and ``annexes`` are named as they are seen from the workspace.
    """

    link: Text | None = None
    place: Text | None = None
    published_weight: Annotated[Exact, Field(gt=0, le=1)] | None = None
    logos: Annotated[tuple[Text, ...], BeforeValidator(listed), Field(max_length=MOST_LOGOS)] = ()
    annexes: Annotated[tuple[AnnexFile, ...], Field(max_length=MOST_ANNEXES)] = ()


class ExportSettings(Model):
    """What only the data for others needs: its licence as Open Definition names it, such as ``CC-BY-4.0``."""

    license: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,60}$")] | None = None


class RunSettings(Model):
    """How ``ipak run`` works: the minutes after which an input or a report is given up until the next run."""

    deadline: Annotated[Whole, Field(ge=1, le=LONGEST_DEADLINE)] = 10


class RubricNames(Model):
    """The rubrics: ids of shipped ones, or files relative to the workspace."""

    survey: Text = SURVEY_RUBRIC
    pekppp: Text = PEKPPP_RUBRIC


class Targets(Model):
    """The mean that items shall reach: one for all, and others by item code."""

    default: Exact | None = None
    items: dict[str, Exact] = Field(default_factory=dict)


class ActionStatus(StrEnum):
    """How far a follow-up is."""

    OPEN = "belum"
    RUNNING = "berjalan"
    DONE = "selesai"


class FollowUp(Model):
    """What is done about one item: the actions, who is in charge (PIC), until when, and how far it is."""

    actions: Annotated[tuple[Text, ...], Field(min_length=1)]
    pic: Text | None = None
    deadline: Day | None = None
    status: ActionStatus = ActionStatus.OPEN


class DayOrder(StrEnum):
    """Which comes first in dates such as 05/12/2024."""

    DMY = "dmy"
    MDY = "mdy"


class SourceRule(Model):
    """How the inputs are scored whose names below ``masuk/`` fit one of the patterns of ``files``.

    In a pattern ``*`` and ``?`` stand for any letters of a name. With ``together`` all files are one survey.
    ``respondents`` answered what a recap tells without saying how many they are.
    """

    files: Annotated[
        tuple[Annotated[str, Field(min_length=1)], ...], BeforeValidator(listed), Field(min_length=1)
    ]
    period: Text | None = None
    together: Flag = False
    lenient: Flag = False
    sheet: Text | None = None
    date_order: DayOrder | None = None
    respondents: Annotated[Whole, Field(ge=1, le=MOST_VISITORS)] | None = None


class PeriodSettings(Model):
    """What is known of a period besides its answers; its follow-ups replace the general ones by item.

    ``signed`` is the date on the report; without it the line is left to be filled in.
    """

    population: Annotated[Whole, Field(ge=1, le=MOST_VISITORS)] | None = None
    performance: Annotated[str, BeforeValidator(_capital), Field(pattern=GRADE)] | None = None
    note: Text | None = None
    signed: Day | None = None
    follow_up: dict[str, FollowUp] = Field(default_factory=dict)


class Config(Model):
    """All of ``ipak.yaml``; an empty file is a valid one that says nothing."""

    version: Annotated[Whole, Field(ge=1)] = VERSION
    timezone: Text = JAKARTA.name
    period_kind: Regular = PeriodKind.QUARTER
    unit: Unit | None = None
    signatory: Signatory | None = None
    directors: tuple[Text, ...] = ()
    editors: tuple[Text, ...] = ()
    report: ReportSettings = ReportSettings()
    publication: PublicationSettings = PublicationSettings()
    formats: tuple[ReportFormat, ...] = ()
    suggestions: TextRule = TextRule.REDACTED
    export: ExportSettings = ExportSettings()
    rubrics: RubricNames = RubricNames()
    run: RunSettings = RunSettings()
    targets: Targets = Targets()
    legal_basis: tuple[Text, ...] = ()
    periods: dict[str, PeriodSettings] = Field(default_factory=dict)
    follow_up: dict[str, FollowUp] = Field(default_factory=dict)
    sources: tuple[SourceRule, ...] = ()
    columns: OwnColumns = Field(default_factory=dict)
    answers: OwnAnswers = Field(default_factory=OwnAnswers)

    @property
    def report_formats(self) -> tuple[ReportFormat, ...]:
        """The formats of the report itself; nothing where the file names none."""
        return tuple(each for each in self.formats if each is not ReportFormat.POSTER)

    @property
    def is_published(self) -> bool:
        """Whether a run makes the published page of each report too."""
        return ReportFormat.POSTER in self.formats

    @property
    def has_own_form(self) -> bool:
        """Whether it says anything of the office's own form."""
        return bool(self.columns) or self.answers != OwnAnswers()

    @property
    def zone(self) -> Zone:
        """The office's zone; a name that is none has been refused before it is asked for."""
        return find_zone(self.timezone) or JAKARTA

    def of(self, period: Period | None) -> PeriodSettings:
        """Return what the file says of a period: nothing for one that it does not name."""
        said = (each for name, each in self.periods.items() if parse_period(name) == period)
        return next(said, PeriodSettings())

    def items_named(self) -> Iterator[tuple[str, ...]]:
        """Yield where the file names an item: in targets, plain words and follow-ups; the code comes last."""
        yield from (("targets", "items", code) for code in self.targets.items)
        yield from (("publication", "items", code) for code in self.publication.items)
        yield from (("follow_up", code) for code in self.follow_up)
        for name, period in self.periods.items():
            yield from (("periods", name, "follow_up", code) for code in period.follow_up)

    def days(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield each date, or phrase in its place, with where the file says it."""
        plans: list[tuple[tuple[str, ...], dict[str, FollowUp]]] = [(("follow_up",), self.follow_up)]
        for name, period in self.periods.items():
            if period.signed is not None:
                yield ("periods", name, "signed"), period.signed
            plans.append((("periods", name, "follow_up"), period.follow_up))
        for path, plan in plans:
            for code, each in plan.items():
                if each.deadline is not None:
                    yield (*path, code, "deadline"), each.deadline

    def target_of(self, code: str) -> Exact | None:
        """Return an item's target where the file sets one; else the rubric's stands."""
        return self.targets.items.get(code, self.targets.default)

    def follow_up_of(self, code: str, period: Period) -> FollowUp | None:
        """Return what is done about an item in a period: the period's own plan before the general one."""
        return self.of(period).follow_up.get(code) or self.follow_up.get(code)


def checked_period(name: str, parse: Callable[[str], T], where: Where) -> T | Problem:
    """Return what a name means, or what is wrong with it."""
    try:
        return parse(name)
    except PeriodTooLongError:
        return problem(PERIOD_TOO_LONG, where, name=name, most=MOST_YEARS)
    except ValueError:
        return problem(NOT_A_PERIOD, where, name=name)


def with_periods(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Read ``quarters``, the word of most offices, as ``periods``; the two beside each other are a fault."""
    if not {"quarters", "periods"} <= document.data.keys():
        return document.renamed("quarters", "periods"), ()
    fault = problem(
        QUARTERS_BESIDE_PERIODS, document.place("quarters"), first=document.place("periods").line or 0
    )
    rest = {key: value for key, value in document.data.items() if key != "quarters"}
    return replace(document, data=rest), (fault,)
