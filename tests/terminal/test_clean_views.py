"""Every view of the terminal shows clean text, whatever the names, labels and values in what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from rich.text import Text

from ipak_cli.base.problem import Where, problem
from ipak_cli.base.provenance import Tool
from ipak_cli.base.text import shown
from ipak_cli.catalogue.drive import INPUT_UNREADABLE, NOTHING_STORED_YET
from ipak_cli.catalogue.pekppp import NEED_ALL_OF
from ipak_cli.jobs.form_changes import Change
from ipak_cli.jobs.new_rubric import Made
from ipak_cli.jobs.rubric import Checked
from ipak_cli.jobs.setup import Recipe
from ipak_cli.jobs.suggestions import ListedSuggestion, SuggestionsFound
from ipak_cli.pekppp.plan import Candidate, Climb, Option, Plan
from ipak_cli.pekppp.proof import prove
from ipak_cli.report.trend import trend
from ipak_cli.rollup.query import Answer
from ipak_cli.rubric.load import load_any, load_pekppp
from ipak_cli.run.engine import RunDone, WorkspaceRun
from ipak_cli.run.status import (
    LastFailure,
    LastSuccess,
    LockStatus,
    PeriodStatus,
    StatusFound,
    WorkspaceStatus,
)
from ipak_cli.run.values import Outcome, RunStep
from ipak_cli.survey.form.questions import Question
from ipak_cli.survey.form.said import Topic
from ipak_cli.survey.review import Verdict
from ipak_cli.survey.suggestion_result import TextRule
from ipak_cli.terminal import (
    audit,
    console,
    new_rubric,
    pekppp,
    pekppp_compare,
    pekppp_rubric,
    query,
    rubric,
    run,
    settings,
    suggestions,
    survey,
)
from ipak_cli.terminal.rollup import rollup_view
from ipak_cli.terminal.trend import trend_view
from makers.audits import result as audit_of
from makers.audits import two_findings
from makers.hostile_values import CLEAN, HOSTILE, spoilt
from makers.pekppp_results import GAPS, found, result_of, rows
from makers.report_material import survey as survey_result
from makers.rollups import rollup_of

TERMINAL = Path(__file__).parents[2] / "src" / "ipak_cli" / "terminal"
COUNTS = ((1, 2, 10, 17),) * 13 + ((0, 0, 0, 0),)
STEP = Option(4, 2, (NEED_ALL_OF(facts="x"),))
PROBLEM = problem(INPUT_UNREADABLE, Where("masuk/a.xlsx", "Lembar", "A1"), reason="tidak terbaca")
PLAN = Plan(
    target=Fraction(4), today=Fraction(3), reached=Fraction(4), cost=2, reachable=True, highest=Fraction(5),
    climbs=(Climb(Candidate(5, "a.K", "Pemenuhan siklus", 2, Fraction(1), (STEP,)), STEP, Fraction(1)),),
)  # fmt: skip
STEPS = tuple(
    RunStep(action, "a.xlsx", "IV-2024", ("tables", "input"), outcome)
    for action in ("survey", "pekppp", "report", "unknown")
    for outcome in (Outcome.DONE, Outcome.PLANNED, Outcome.FAILED)
)
RUN = WorkspaceRun("unit-a", Outcome.FAILED, STEPS, ("b.xlsx",), (PROBLEM,), (PROBLEM,))
STATUS = WorkspaceStatus(
    "unit-a", overdue=True,
    last_success=LastSuccess("r1", "2024-12-31T01:00:00+07:00", 5),
    last_failure=LastFailure("r2", "2024-12-31T02:00:00+07:00", current=True, problems=(PROBLEM,)),
    periods=(PeriodStatus("IV-2024", survey=True, report=False, pekppp=True),),
    waiting=("b.xlsx",), outdated=("IV-2024",), failed=("c.xlsx",),
    lock=LockStatus("pc-1", 12, "2024-12-31T02:00:00+07:00", "r2"), problems=(PROBLEM,),
)  # fmt: skip
SUGGESTION = ListedSuggestion(
    1, HOSTILE, 2, Verdict.WITHHOLD, by=HOSTILE, at="2024-12-31T02:00:00+07:00",
    where=Where("masuk/a.xlsx", HOSTILE, "X5"),
)  # fmt: skip
SEEN = CLEAN[:4]
"""A narrow column cuts the rest of what may be seen."""
KEPT = re.compile(
    r"I*V?-2024|2024-\d\d-\d\d(?:T[\d:+]+)?|survey|pekppp|report|unknown|tables|input|F\d\d-\d\d"
    "|[-+<>=≤≥–\\d.,/ ]*"
)
"""What is looked up, not shown as it stands: periods, dates, the words of a step, limits, facts."""


OF_AUDIT = re.compile(rf"{KEPT.pattern}|patut ditanyakan|[a-z_]+|A\d{{3}}")
"""The same of an audit: certainties, kinds of claims, codes."""


def tool():
    return Tool("ipak", "1")


def rubric_of(name):
    return spoilt(load_any(name), KEPT)


def survey_of(*periods):
    return tuple(spoilt(survey_result(COUNTS, each, population=300), KEPT) for each in periods)


def assessment(unit="Kantor"):
    seen = {6: found("a.pdf", missing=("b.pdf",)), 7: found(empty=("c.pdf",), refused=("d.pdf",))}
    return spoilt(result_of(rows(GAPS), evidence=seen, unit=unit), KEPT)


VIEWS = {
    "survey_view": lambda: survey.survey_view(*survey_of("IV-2024")),
    "trend_view": lambda: trend_view(
        spoilt(trend([survey_result(COUNTS, each) for each in ("III-2024", "IV-2024")]), KEPT)
    ),
    "run_view": lambda: run.run_view(
        spoilt(RunDone("s", tool(), "r", dry=True, workspaces=(RUN, RUN)), KEPT)
    ),
    "status_view": lambda: run.status_view(spoilt(StatusFound("s", tool(), (STATUS,)), KEPT)),
    "pekppp_view": lambda: pekppp.pekppp_view(assessment()),
    "plan_view": lambda: pekppp.plan_view(spoilt(PLAN)),
    "audit_view": lambda: audit.audit_view(spoilt(audit_of(two_findings()), OF_AUDIT), detail=True),
    "rollup_view": lambda: rollup_view(spoilt(rollup_of(4), KEPT), everything=True),
    "compare_view": lambda: pekppp_compare.compare_view([assessment(), assessment("Cabang")]),
}
"""What makes a view, of results that were spoilt."""
PRINTED = {
    "show_result": lambda: console.show_result(*survey_of("IV-2024")),
    "show_answer": lambda: query.show_answer(
        Answer((HOSTILE, "n"), ((HOSTILE, 1),)), as_json=False, as_csv=False
    ),
    "show_problems": lambda: console.show_problems([spoilt(PROBLEM)]),
    "show_list": lambda: rubric.show_list([rubric_of("ipak-ipkp"), rubric_of("pekppp-2025")]),
    "show_rubric": lambda: rubric.show_rubric(rubric_of("ipak-ipkp")),
    "show_sound": lambda: rubric.show_sound(Checked(rubric_of("ipak-ipkp"), ())),
    "show_pekppp": lambda: pekppp_rubric.show_pekppp(console.stdout(), rubric_of("pekppp-2025").rubric),
    "show_proofs": lambda: pekppp_rubric.show_proofs(
        console.stdout(), spoilt(prove(load_pekppp("pekppp-2025").rubric)[:1])
    ),
    "show_suggestions": lambda: suggestions.show_suggestions(
        SuggestionsFound(
            "s",
            HOSTILE,
            TextRule.REVIEWED,
            recap=False,
            given=1,
            trivial=0,
            not_shown=2,
            suggestions=(SUGGESTION,),
        )
    ),
    "show_one": lambda: suggestions.show_one(SUGGESTION, TextRule.REDACTED, (), HOSTILE),
    "show_needed": lambda: new_rubric.show_needed(
        ["ipak", "rubric", "new", HOSTILE], [Question(Topic.ORDER, None, words=(HOSTILE,))]
    ),
    "show_summary": lambda: new_rubric.show_summary([Text(HOSTILE)]),
    "show_changes": lambda: settings.show_changes(
        [Change(Where("isian.xlsx", HOSTILE, "B5"), HOSTILE, HOSTILE, f"{HOSTILE}\n{HOSTILE}")]
    ),
    "show_made": lambda: new_rubric.show_made(
        Made(
            "kantor",
            Path(HOSTILE),
            settings=True,
            checked=Checked(rubric_of("ipak-ipkp"), ()),
            result=survey_of("IV-2024")[0],
        ),
        ["ipak", "score", HOSTILE],
    ),
}
"""What prints a view itself."""
WITHOUT_OTHERS_WORDS = {"show_entry", "show_entries"}
"""What prints sentences of the catalogue alone."""


def printed(name):
    if name in VIEWS:
        console.stdout().print(VIEWS[name]())
    else:
        PRINTED[name]()


@pytest.mark.parametrize("name", [*VIEWS, *PRINTED])
def test_a_view_is_clean_though_every_text_in_it_is_hostile(capsys, name):
    printed(name)
    out, err = capsys.readouterr()
    assert shown(out + err) == out + err
    assert SEEN in out + err


def test_every_view_of_the_terminal_is_tried():
    made = {
        name
        for path in TERMINAL.glob("*.py")
        for name in re.findall(r"^def (\w+_view|show_\w+)\(", path.read_text("utf-8"), re.MULTILINE)
    }
    assert made == set(VIEWS) | set(PRINTED) | WITHOUT_OTHERS_WORDS


def test_several_workspaces_are_clean_too(capsys):
    both = (STATUS, replace(STATUS, workspace="unit-b", last_failure=None))
    console.stdout().print(run.status_view(spoilt(StatusFound("s", tool(), both), KEPT)))
    out = capsys.readouterr().out
    assert shown(out) == out
    assert SEEN in out


def test_the_progress_of_a_run_is_clean_and_takes_no_name_for_a_style(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    with run.ProgressBars() as bars:
        bars.workspaces(2)
        bars.workspace(f"[/x]{HOSTILE}")
        bars.steps(1)
        bars.step(f"[red]{HOSTILE}")
    err = capsys.readouterr().err
    assert f"[/x]{SEEN}" in err
    assert f"[red]{SEEN}" in err
    assert [
        sign for sign in ("\x1b]", "\x1b[2J", "\x9b", "\x07", "\x00", "\u202e", "\u2066") if sign in err
    ] == []


def test_a_schedule_is_printed_as_it_was_made():
    assert run.recipe_text(Recipe("cron", NOTHING_STORED_YET(), "0 1 * * * x")).endswith("\n0 1 * * * x\n")
