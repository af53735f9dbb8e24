"""``ipak init`` and ``settings``: a new workspace, and its settings by questions, options or a form."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Annotated

import typer

from ipak_cli.base.text import shown
from ipak_cli.cli.options import Exit, Workspace

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem
    from ipak_cli.jobs.settings import SettingsPlan

_UNIT = ("unit", "name")
_RUBRIC = ("rubrics", "survey")
_QUESTIONS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (_UNIT, "Nama unit", "Enter: isi nanti"),
    (_RUBRIC, "Instrumen survei", "nomor atau nama; Enter: ipak-ipkp"),
    (("signatory", "name"), "Nama penanda tangan laporan", "dengan gelar; Enter: isi nanti"),
    (("signatory", "position"), "Jabatan penanda tangan", "Enter: isi nanti"),
    (("signatory", "nip"), "NIP penanda tangan", "18 angka; Enter: tanpa NIP"),
    (("unit", "city"), "Kota tempat tanda tangan", "misalnya Palu; Enter: isi nanti"),
)
Form = Annotated[
    Path | None,
    typer.Option(
        metavar="BERKAS.xlsx", help="Formulir isian: dibaca bila sudah ada, ditulis bila belum ada."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Jangan bertanya.")]


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder baru atau kosong.")],
    unit: Annotated[str | None, typer.Option(metavar="NAMA", help="Nama unit.")] = None,
    rubric: Annotated[str | None, typer.Option(metavar="ID", help="Rubrik survei bawaan.")] = None,
    signatory: Annotated[str | None, typer.Option(metavar="NAMA", help="Nama penanda tangan.")] = None,
    position: Annotated[str | None, typer.Option(metavar="JABATAN", help="Jabatan penanda tangan.")] = None,
    nip: Annotated[str | None, typer.Option(metavar="NIP", help="NIP penanda tangan.")] = None,
    city: Annotated[str | None, typer.Option(metavar="KOTA", help="Kota tempat tanda tangan.")] = None,
    form: Form = None,
    yes: Yes = False,
) -> None:
    """Buat ruang kerja: ipak.yaml dengan penjelasan, folder-foldernya, dan petunjuk untuk kantor.

    Di terminal yang belum disebut ditanyakan; Enter melewatinya.
    """
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.jobs.settings import look_over
    from ipak_cli.jobs.setup import make_workspace, must_be_new, starting_settings
    from ipak_cli.workspace.forms_read import remember_form
    from ipak_cli.workspace.layout import Paths

    given = dict(
        zip((each[0] for each in _QUESTIONS), (unit, rubric, signatory, position, nip, city), strict=True)
    )
    said = {path: answer for path, answer in given.items() if answer is not None}
    try:
        must_be_new(folder)
        plan = None if form is None else _filled(form, folder, starting_settings(folder, said))
        if plan is not None:
            settings = plan.after
        elif form is None and _at_terminal() and not yes:
            settings = starting_settings(folder, _asked(folder, said))
        else:
            settings = starting_settings(folder, said)
        make_workspace(folder, settings)
        if plan is not None:
            remember_form(folder, plan.read)
        typer.echo(shown(f"Ruang kerja dibuat: {folder}. Mulailah dari {Paths(folder).guide}"), err=True)
        warnings, left = look_over(settings)
        tell(warnings)
        _tell_left(left)
        if form is not None and plan is None:
            _write_form(folder, form, folder, replace=False)
    except ProblemsFoundError as found:
        leave_with(found.problems)


def settings(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="BERKAS.xlsx", help="Formulir: ditulis bila belum ada, dibaca bila sudah ada."
        ),
    ],
    workspace: Workspace = None,
    yes: Yes = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tampilkan yang akan berubah, tanpa menulis.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Tulis formulir baru walaupun berkasnya sudah ada.")
    ] = False,
) -> None:
    """Isi ipak.yaml lewat formulir Excel: tulis formulirnya, isi, lalu jalankan lagi.

    Formulir tindak-lanjut.xlsx dari `ipak report` dibaca dengan cara yang sama. Isi ipak.yaml yang lama
    disimpan sebagai ipak.yaml.lama.
    """
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.cli.outcome import leave_with, tell
    from ipak_cli.cli.workspaces import writing
    from ipak_cli.jobs.follow_up import must_not_be_follow_up, open_elsewhere
    from ipak_cli.jobs.settings import keep_settings, plan_settings, read_settings
    from ipak_cli.terminal.settings import ask_to_write, show_changes
    from ipak_cli.workspace.layout import SHOWN, must_find_workspace

    try:
        root = must_find_workspace(workspace, Path.cwd(), os.environ)
        if force or not os.path.lexists(file):
            must_not_be_follow_up(file)
            _write_form(root, file, workspace, replace=force)
            return
        plan = plan_settings(read_settings(root), file, root)
        show_changes(plan.changes)
        tell((*open_elsewhere(file), *plan.problems))
        if has_errors(plan.problems):
            raise typer.Exit(Exit.INPUT_PROBLEMS)
        if plan.changes and not dry_run:
            if _at_terminal() and not yes and not ask_to_write():
                raise typer.Abort
            with writing(root, as_json=False):
                keep_settings(root, plan)
            former = SHOWN.former_settings.name
            typer.echo(f"ipak.yaml diperbarui; yang lama disimpan sebagai {former}.", err=True)
        _tell_left(plan.examples)
    except ProblemsFoundError as found:
        leave_with(found.problems)


def _at_terminal() -> bool:
    from ipak_cli.terminal.console import at_terminal

    return at_terminal()


def _filled(form: Path, folder: Path, content: bytes) -> SettingsPlan | None:
    """Return the settings of a new workspace with all that a form says; ``None`` for one to be written.

    Raises ``ProblemsFoundError`` where it may not be written, or not be read.
    """
    from ipak_cli.base.problem import ProblemsFoundError, has_errors
    from ipak_cli.forms.survey import must_be_new_workbook
    from ipak_cli.jobs.follow_up import must_not_be_follow_up
    from ipak_cli.jobs.settings import plan_settings

    if not os.path.lexists(form):
        must_not_be_follow_up(form)
        must_be_new_workbook(form)
        return None
    plan = plan_settings(content, form, folder, anew=True)
    if has_errors(plan.problems):
        raise ProblemsFoundError(plan.problems)
    return plan


def _write_form(workspace: Path, form: Path, named: Path | None, *, replace: bool) -> None:
    """Write the form of a workspace, and say what comes next; ``named`` is the workspace as it was typed."""
    from ipak_cli.cli.outcome import end_with
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.settings import write_settings_form

    write_settings_form(OpenWorkspace(workspace), form, replace=replace)
    also = ("--workspace", str(named)) if named else ()
    words = ("ipak", "settings", str(form), *also)
    command = list2cmdline(words) if os.name == "nt" else shlex.join(words)
    end_with(f"Formulir ditulis: {form}", f"Isi di Excel, simpan, lalu jalankan: {command}")


def _asked(folder: Path, said: dict[tuple[str, ...], str]) -> dict[tuple[str, ...], str]:
    """Ask for what no option says; an answer that cannot be is told and asked again."""
    from ipak_cli.base.problem import ProblemsFoundError
    from ipak_cli.jobs.setup import starting_settings
    from ipak_cli.rubric.load import list_shipped
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.terminal.console import show_problems
    from ipak_cli.terminal.settings import ask_about

    rubrics = [
        f"{each.rubric.id} ({each.rubric.title})"
        for each in list_shipped()
        if isinstance(each.rubric, SurveyRubric)
    ]
    answers = dict(said)
    for path, label, told in _QUESTIONS:
        while path not in answers:
            given = ask_about(label, told, rubrics if path == _RUBRIC else ())
            if not given:
                break
            try:
                starting_settings(folder, {**answers, path: given})
            except ProblemsFoundError as found:
                show_problems(found.problems)
            else:
                answers[path] = given
    return answers


def _tell_left(examples: tuple[Problem, ...]) -> None:
    """Say which examples nobody has replaced yet, and how to."""
    from ipak_cli.cli.outcome import end_with

    if examples:
        keys = ", ".join(dict.fromkeys(str(each.values["key"]) for each in examples))
        end_with(
            f"Masih berisi contoh (GANTI): {keys}.",
            "Isi dengan `ipak settings isian.xlsx` di ruang kerja, atau sunting ipak.yaml.",
        )
