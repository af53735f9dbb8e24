"""``ipak suggestions``: what respondents wrote, and what a person decides of it before it is published."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli.cli.options import Json, Workspace
from ipak_cli.cli.surveys import ReportPeriod
from ipak_cli.cli.workspaces import writing
from ipak_cli.workspace.this_computer import now, user_name

if TYPE_CHECKING:
    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.suggestions import ListedSuggestion, SuggestionsFound
    from ipak_cli.survey.review import Decision


def suggestions(
    period: ReportPeriod = None,
    review: Annotated[
        bool, typer.Option("--review", "--tinjau", help="Putuskan satu per satu yang belum diputuskan.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--all", "--semua", help="Dengan --review: juga yang sudah diputuskan.")
    ] = False,
    form: Annotated[
        Path | None,
        typer.Option(
            metavar="BERKAS.xlsx",
            help="Putuskan di Excel: formulir ditulis bila belum ada, dibaca bila sudah ada.",
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", "--oleh", metavar="NAMA", help="Siapa yang memutuskan.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Tulis formulir baru walaupun berkasnya sudah ada.")
    ] = False,
    workspace: Workspace = None,
    as_json: Json = False,
) -> None:
    """Tampilkan saran responden seperti akan terbit, dan putuskan mana yang boleh dimuat kata demi kata.

    Tulisan aslinya tidak ditampilkan; sel asalnya disebut. Yang ditolak tidak pernah terbit.
    """
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.report_inputs import newest_period
    from ipak_cli.jobs.suggestions import find_suggestions
    from ipak_cli.workspace.layout import must_find_workspace

    if (review or form is not None) and (as_json or (review and form is not None)):
        raise typer.BadParameter("pilih salah satu: --review, --form, atau --json")
    who = by or user_name()
    try:
        opened = OpenWorkspace(must_find_workspace(workspace, Path.cwd(), os.environ))
        opened.settings  # noqa: B018 (what the settings say of texts is told with them)
        if form is not None:
            _by_form(opened, form, period, who, replace=force)
            return
        found = find_suggestions(opened, period or newest_period(opened))
        if review and _at_terminal():
            _review(opened, found, who, again=again)
            return
    except ProblemsFoundError as refusal:
        leave_with(refusal.problems, as_json=as_json)
    _show(found, workspace, as_json=as_json)


def _at_terminal() -> bool:
    from ipak_cli.terminal.console import at_terminal

    return at_terminal()


def _show(found: SuggestionsFound, named: Path | None, *, as_json: bool) -> None:
    """Print the list, and how to decide of what waits."""
    from ipak_cli.cli.outcome import end_with
    from ipak_cli.terminal.suggestions import show_suggestions

    if as_json:
        from ipak_cli.documents.write import to_json

        sys.stdout.write(to_json(found))
        return
    show_suggestions(found)
    sys.stdout.flush()
    if found.waiting:
        end_with(
            f"Putuskan di terminal: {_command(found.period, named, '--review')}",
            f"Atau di Excel: {_command(found.period, named, '--form', 'saran.xlsx')}",
        )


def _command(period: str, named: Path | None, *options: str) -> str:
    also = ("--workspace", str(named)) if named else ()
    words = ("ipak", "suggestions", "--period", period, *options, *also)
    return list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _review(opened: OpenWorkspace, found: SuggestionsFound, who: str, *, again: bool) -> None:
    """Ask about one text after the other, and keep each decision at once."""
    from ipak_cli.base.period import parse_period
    from ipak_cli.cli.outcome import end_with
    from ipak_cli.jobs.suggestions import find_suggestions
    from ipak_cli.terminal.suggestions import counts

    period = parse_period(found.period)
    asked = found.suggestions if again else found.waiting
    try:
        for number, each in enumerate(asked, start=1):
            place = f"{number} dari {len(asked)}"
            if not _decide(opened, found, each, (place, who)):
                break
    except typer.Abort:
        end_with("")
    after = find_suggestions(opened, period)
    end_with(f"Saran {period}: {counts(after)}.")
    if after.suggestions != found.suggestions:
        end_with(f"Buat laporannya lagi: ipak report --period {period}")


def _decide(
    opened: OpenWorkspace, found: SuggestionsFound, given: ListedSuggestion, told: tuple[str, str]
) -> bool:
    """Ask about a text until something is decided; tell whether to go on."""
    from ipak_cli.survey.review import Decision, Verdict
    from ipak_cli.terminal.suggestions import Answer, ask_about, show_one

    (place, who), cut = told, given.cut
    while True:
        show_one(given, found.rule, cut, place)
        match ask_about(first=place.startswith("1 ")):
            case Answer.STOP:
                return False
            case Answer.LATER:
                return True
            case Answer.CUT:
                cut = _with_words(given.text, cut)
                continue
            case Answer.PUBLISH:
                decision = Decision(Verdict.PUBLISH, cut)
            case Answer.WITHHOLD:
                decision = Decision(Verdict.WITHHOLD)
        _keep(opened, found.period, {given.text: decision}, who)
        return True


def _with_words(text: str, cut: tuple[int, ...]) -> tuple[int, ...]:
    """Ask which words are taken out besides, and return all of them."""
    from ipak_cli.base.problem import problem
    from ipak_cli.catalogue.suggestions import NO_WORDS_LEFT, WORDS_NOT_IN_TEXT
    from ipak_cli.survey.review import NothingLeftError, WordsNotThereError, words_to_cut
    from ipak_cli.terminal.console import show_problems
    from ipak_cli.terminal.suggestions import ask_words

    try:
        more = words_to_cut(text, ask_words(), cut)
    except WordsNotThereError:
        show_problems([problem(WORDS_NOT_IN_TEXT)])
    except NothingLeftError:
        show_problems([problem(NO_WORDS_LEFT)])
    else:
        return more
    return cut


def _keep(opened: OpenWorkspace, period: str, decisions: dict[str, Decision | None], who: str) -> None:
    from ipak_cli.base.period import parse_period
    from ipak_cli.workspace.reviews import keep_decisions

    with writing(opened.folder, as_json=False):
        keep_decisions(opened.folder, parse_period(period), decisions, who, now())


def _by_form(opened: OpenWorkspace, form: Path, period: Period | None, who: str, *, replace: bool) -> None:
    """Write the form where there is none, else read it and keep what it decides."""
    from ipak_cli.cli.outcome import end_with, tell
    from ipak_cli.jobs.follow_up import open_elsewhere
    from ipak_cli.jobs.report_inputs import newest_period
    from ipak_cli.jobs.review_form import plan_review, write_review_form
    from ipak_cli.workspace.reviews import keep_decisions

    if replace or not os.path.lexists(form):
        asked = period or newest_period(opened)
        count = write_review_form(opened, asked, form, replace=replace)
        end_with(
            f"Formulir tinjauan {asked} ditulis: {form} ({count} teks)",
            f"Isi di Excel, simpan, lalu jalankan: {_command(str(asked), None, '--form', str(form))}",
        )
        return
    tell(open_elsewhere(form))
    with writing(opened.folder, as_json=False):
        plan = plan_review(opened, form, period)
        if plan.decisions:
            keep_decisions(opened.folder, plan.period, plan.decisions, who, now())
    if not plan.decisions:
        end_with("Tidak ada keputusan baru di formulir.")
        return
    end_with(
        f"{len(plan.decisions)} keputusan {plan.period} disimpan.",
        f"Buat laporannya lagi: ipak report --period {plan.period}",
    )
