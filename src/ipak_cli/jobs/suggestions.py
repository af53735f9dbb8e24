"""Which suggestions of a period may be published, and what people decided of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.drive import NOTHING_STORED_YET
from ipak_cli.catalogue.report import PERIOD_WITHOUT_RESULT
from ipak_cli.catalogue.suggestions import SUGGESTIONS_WAITING
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.survey.review import NOTHING_WITHHELD, Decision, Verdict, Withheld, may_publish, without_words
from ipak_cli.survey.suggestion_result import Suggestions, Taken, TextRule
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.reviews import decisions_of, read_reviews
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.suggestion_result import Suggestion
    from ipak_cli.workspace.reviews import DecidedText

SCHEMA: Final = "ipak/suggestions/1"


@dataclass(frozen=True, slots=True)
class ListedSuggestion:
    """A suggestion as it would be read, what was decided of it, by whom and when (an ISO text).

    ``published`` is what a report of now says of it word for word; ``None`` where it says nothing. ``taken``
    and ``where`` are as in the result.
    """

    number: int
    text: str
    count: int
    verdict: Verdict | None = None
    published: str | None = None
    cut: tuple[int, ...] = ()
    by: str | None = None
    at: str | None = None
    taken: tuple[tuple[Taken, ...], ...] = ()
    where: Where | None = None

    @property
    def decision(self) -> Decision | None:
        """What was decided, if anything was."""
        return None if self.verdict is None else Decision(self.verdict, self.cut)


@dataclass(frozen=True, slots=True)
class SuggestionsFound:
    """A period's suggestions and what was decided of them; ``given`` and the like as in its result.

    ``recap`` tells that the result is of a recap, which has no texts; ``problems`` tell what waits where the
    office wants a review.
    """

    schema: str
    period: str
    rule: TextRule
    recap: bool
    given: int
    trivial: int
    not_shown: int
    suggestions: tuple[ListedSuggestion, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def waiting(self) -> tuple[ListedSuggestion, ...]:
        """Those of which nobody has decided anything yet."""
        return tuple(each for each in self.suggestions if each.verdict is None)


def publishable(
    workspace: OpenWorkspace, period: Period, survey: SurveyResult
) -> tuple[SurveyResult, Withheld]:
    """Return a period's result with those suggestions alone that may be published, and what is withheld.

    Raises ``ProblemsFoundError`` when what people decided cannot be read.
    """
    given = survey.suggestions
    if isinstance(given, NotScored) or not given.shown:
        return survey, NOTHING_WITHHELD
    decisions = decisions_of(workspace.folder, period, (each.text for each in given.shown))
    shown, withheld = may_publish(given, workspace.config.suggestions, decisions)
    return replace(survey, suggestions=shown), withheld


def as_published(result: SurveyResult, workspace: Path) -> tuple[SurveyResult, tuple[Problem, ...]]:
    """Return a fresh result as a screen may show it, and what waits.

    Raises as :func:`publishable` does.
    """
    if result.period.name is None:
        return result, ()
    period = parse_period(result.period.name)
    shown, withheld = publishable(OpenWorkspace(workspace), period, result)
    return shown, waiting_texts(period, withheld)


def without_texts(survey: SurveyResult) -> SurveyResult:
    """Return a result without texts: of an earlier period a report tells figures alone."""
    return replace(survey, suggestions=Suggestions()) if survey.recap is None else survey


def waiting_texts(period: Period, withheld: Withheld) -> tuple[Problem, ...]:
    """Warn that suggestions of a period wait for somebody to decide."""
    if not withheld.waiting:
        return ()
    where = Where(SHOWN.result(period, InputKind.SURVEY.file).as_posix())
    return (problem(SUGGESTIONS_WAITING, where, count=withheld.waiting, period=period),)


def all_waiting_texts(workspace: OpenWorkspace) -> tuple[Problem, ...]:
    """Warn of each stored period whose suggestions wait; nothing where the office wants no review."""
    return tuple(_all_waiting(workspace)) if workspace.config.suggestions is TextRule.REVIEWED else ()


def _all_waiting(workspace: OpenWorkspace) -> Iterator[Problem]:
    for period in workspace.stored.periods(InputKind.SURVEY):
        try:
            survey = workspace.stored.load(InputKind.SURVEY, period)
            yield from waiting_texts(period, publishable(workspace, period, survey)[1])
        except ProblemsFoundError as found:
            yield from found.problems


def find_suggestions(workspace: OpenWorkspace, period: Period) -> SuggestionsFound:
    """Return a period's suggestions in the order of its result: the most frequent first.

    Raises ``ProblemsFoundError`` when there is no result, or what was decided cannot be read.
    """
    stored = workspace.stored.periods(InputKind.SURVEY)
    if period not in stored:
        shown = ", ".join(map(str, stored)) or NOTHING_STORED_YET()
        raise ProblemsFoundError([problem(PERIOD_WITHOUT_RESULT, period=period, stored=shown)])
    stated = workspace.stored.load(InputKind.SURVEY, period).suggestions
    recap = isinstance(stated, NotScored)
    given = Suggestions() if isinstance(stated, NotScored) else stated
    reviews = read_reviews(workspace.folder, period)
    decided = reviews.of(each.text for each in given.shown) if reviews else {}
    rule = workspace.config.suggestions
    listed = tuple(
        _listed(number, each, decided.get(each.text), rule)
        for number, each in enumerate(given.shown, start=1)
    )
    found = SuggestionsFound(
        SCHEMA, str(period), rule, recap, given.given, given.trivial, given.not_shown, listed
    )
    people = sum(each.count for each in found.waiting) if rule is TextRule.REVIEWED else 0
    return replace(found, problems=waiting_texts(period, Withheld(waiting=people)))


def _listed(number: int, given: Suggestion, decided: DecidedText | None, rule: TextRule) -> ListedSuggestion:
    waits = ListedSuggestion(
        number,
        given.text,
        given.count,
        published=given.text if rule is TextRule.REDACTED else None,
        taken=given.taken or (),
        where=given.where,
    )
    if decided is None:
        return waits
    passes = decided.verdict is Verdict.PUBLISH and rule is not TextRule.NONE
    return replace(
        waits,
        verdict=decided.verdict,
        published=without_words(given.text, decided.cut) if passes else None,
        cut=decided.cut,
        by=decided.by,
        at=decided.at,
    )
