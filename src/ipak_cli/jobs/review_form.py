"""The form of a review: written for a period, and read back into decisions that no newer one contradicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.suggestions import (
    DECIDED_MEANWHILE,
    NO_WORDS_LEFT,
    REVIEW_FORM_OF_OTHER_PERIOD,
    TEXT_NOT_AMONG_SUGGESTIONS,
    WORDS_NOT_IN_TEXT,
)
from ipak_cli.catalogue.workspace import FORM_CELL_NEEDED
from ipak_cli.forms.settings_names import clean
from ipak_cli.forms.suggestions import (
    LATER,
    VERDICT,
    WORDS,
    inputs_of,
    read_review_form,
    review_form,
)
from ipak_cli.forms.survey import write_new_workbook
from ipak_cli.jobs.suggestions import find_suggestions
from ipak_cli.survey.review import Decision, NothingLeftError, Verdict, WordsNotThereError, words_to_cut
from ipak_cli.survey.suggestion_result import Suggestion
from ipak_cli.tables.open import open_any

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.forms.suggestions import ReviewRow
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.suggestions import ListedSuggestion


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """What a filled form decides of a period's texts; ``None`` takes a decision back."""

    period: Period
    decisions: dict[str, Decision | None]


def write_review_form(workspace: OpenWorkspace, period: Period, out: Path, *, replace: bool) -> int:
    """Write the form of a period and return how many texts it has.

    Raises ``ProblemsFoundError`` when there is no result, and as
    :func:`ipak_cli.forms.survey.write_new_workbook` does.
    """
    found = find_suggestions(workspace, period).suggestions
    rows = [(Suggestion(each.text, each.count, each.taken, each.where), each.decision) for each in found]
    write_new_workbook(out, review_form(str(period), rows), replace=replace)
    return len(rows)


def plan_review(workspace: OpenWorkspace, form: Path, asked: Period | None) -> ReviewPlan:
    """Return what a filled form decides; the caller holds the lock until that is kept.

    Raises ``ProblemsFoundError`` with all that is wrong in its cells: nothing is to be kept then.
    """
    filled = read_review_form(open_any(form))
    period = parse_period(filled.period)
    if asked is not None and asked != period:
        where = Where(form.name)
        raise ProblemsFoundError([problem(REVIEW_FORM_OF_OTHER_PERIOD, where, found=period, asked=asked)])
    known = {clean(each.text): each for each in find_suggestions(workspace, period).suggestions}
    problems = list(filled.problems)
    decisions: dict[str, Decision | None] = {}
    for row in filled.rows:
        if row.said == row.made:
            continue
        given = known.get(row.text)
        if given is None:
            problems.append(problem(TEXT_NOT_AMONG_SUGGESTIONS, row.where[0], period=period))
            continue
        wanted = _wanted(row, given)
        if isinstance(wanted, Problem):
            problems.append(wanted)
        elif wanted != given.decision:
            decisions[given.text] = wanted
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    return ReviewPlan(period, decisions)


def _wanted(row: ReviewRow, given: ListedSuggestion) -> Decision | Problem | None:
    """Return what a row decides of its text, or what is wrong with its cells."""
    chosen, cut = row.said
    if cut and not chosen:
        return problem(FORM_CELL_NEEDED, row.where[1], what=VERDICT.label)
    verdict = WORDS.get(chosen)
    try:
        words = words_to_cut(given.text, cut) if verdict is Verdict.PUBLISH else ()
    except WordsNotThereError:
        return problem(WORDS_NOT_IN_TEXT, row.where[2])
    except NothingLeftError:
        return problem(NO_WORDS_LEFT, row.where[2])
    wanted = None if verdict is None else Decision(verdict, words)
    now = inputs_of(given.text, given.decision)
    if (now[0], clean(now[1])) != row.made and wanted != given.decision:
        told = now[0] or LATER
        return problem(DECIDED_MEANWHILE, row.where[1], by=given.by or "?", now=told)
    return wanted
