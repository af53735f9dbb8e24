"""The commands of ``ipak``, the two that explain it to people and programs, and the way out of each."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer
from typer.exceptions import TyperException

from ipak_cli import __version__
from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.usage import CODE_UNKNOWN
from ipak_cli.cli import (
    audit,
    export,
    manual,
    outcome,
    pekppp,
    publications,
    recap,
    rollup,
    rubric,
    runs,
    settings,
    suggestions,
    surveys,
    web,
    workspaces,
)
from ipak_cli.cli.completion import problem_codes
from ipak_cli.cli.options import Exit, IndonesianGroup
from ipak_cli.cli.streams import give_up_output, open_closed_streams, survive, use_utf8

app = typer.Typer(
    name="ipak",
    cls=IndonesianGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Dari ekspor survei ke indeks, poin Zona Integritas, penilaian PEKPPP, dan laporan.",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ipak {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Tampilkan versi.")
    ] = False,
) -> None:
    """Dari ekspor survei ke indeks, poin Zona Integritas, penilaian PEKPPP, dan laporan."""


class DocumentKind(StrEnum):
    """The kinds of document that have a schema."""

    SURVEY = "survey"
    PEKPPP = "pekppp"
    REPORT = "report"
    EXPORT = "export"
    AUDIT = "audit"
    PUBLICATION = "publication"
    SUGGESTIONS = "suggestions"
    ROLLUP = "rollup"


def schema(
    kind: Annotated[
        DocumentKind,
        typer.Argument(
            metavar="DOKUMEN",
            help="Dokumen survey.json, pekppp.json, atau --json sebuah perintah.",
        ),
    ],
) -> None:
    """Cetak skema JSON dokumen hasil, untuk program lain yang membacanya."""
    typer.echo(text_of(kind), nl=False)


def text_of(kind: DocumentKind) -> str:
    """Return the JSON Schema of a kind of document, as it is committed in ``documents/schemas``."""
    from ipak_cli.documents.forms import schema_text

    if kind is DocumentKind.SURVEY:
        from ipak_cli.survey.result import SCHEMA, SurveyResult

        return schema_text(SurveyResult, SCHEMA)
    if kind is DocumentKind.PEKPPP:
        from ipak_cli.pekppp.result import SCHEMA as PEKPPP_SCHEMA
        from ipak_cli.pekppp.result import PekpppResult

        return schema_text(PekpppResult, PEKPPP_SCHEMA)
    if kind is DocumentKind.EXPORT:
        from ipak_cli.jobs.export import SCHEMA as EXPORT_SCHEMA
        from ipak_cli.jobs.export import ExportMade

        return schema_text(ExportMade, EXPORT_SCHEMA)
    if kind is DocumentKind.AUDIT:
        from ipak_cli.audit.result import SCHEMA as AUDIT_SCHEMA
        from ipak_cli.audit.result import AuditResult

        return schema_text(AuditResult, AUDIT_SCHEMA)
    if kind is DocumentKind.PUBLICATION:
        from ipak_cli.jobs.publish import SCHEMA as PUBLICATION_SCHEMA
        from ipak_cli.jobs.publish import PublicationMade

        return schema_text(PublicationMade, PUBLICATION_SCHEMA)
    if kind is DocumentKind.SUGGESTIONS:
        from ipak_cli.jobs.suggestions import SCHEMA as SUGGESTIONS_SCHEMA
        from ipak_cli.jobs.suggestions import SuggestionsFound

        return schema_text(SuggestionsFound, SUGGESTIONS_SCHEMA)
    if kind is DocumentKind.ROLLUP:
        from ipak_cli.rollup.result import SCHEMA as ROLLUP_SCHEMA
        from ipak_cli.rollup.result import RollUp

        return schema_text(RollUp, ROLLUP_SCHEMA)
    from ipak_cli.jobs.report import SCHEMA as REPORT_SCHEMA
    from ipak_cli.jobs.report import ReportMade

    return schema_text(ReportMade, REPORT_SCHEMA)


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="Kode masalah, misalnya J301.", autocompletion=problem_codes),
    ] = None,
) -> None:
    """Jelaskan sebuah kode masalah; tanpa kode, tampilkan daftarnya."""
    from ipak_cli.catalogue.indonesian import CATALOGUE
    from ipak_cli.terminal.console import show_entries, show_entry, show_problems

    if code is None:
        show_entries(CATALOGUE.values())
    elif entry := CATALOGUE.get(code.strip().upper()):
        show_entry(entry)
    else:
        show_problems([problem(CODE_UNKNOWN, code=code)])
        raise typer.Exit(Exit.USAGE)


app.command("score", short_help="Hitung indeks dari ekspor survei.")(surveys.score)
app.command("recap", short_help="Ketik rekap hitungan, lalu hitung indeksnya.")(recap.recap)
app.command("report", short_help="Tulis laporan dari hasil yang tersimpan.")(surveys.report)
app.command("publish", short_help="Tulis lembar publikasi untuk papan dan laman.")(publications.publish)
app.command("trend", short_help="Tampilkan perkembangan indeks antarperiode.")(surveys.trend)
app.command("export", short_help="Tulis angka survei sebagai data untuk program lain.")(export.export)
app.command("audit", short_help="Periksa angka laporan yang sudah jadi.")(audit.audit)
app.command("suggestions", short_help="Tinjau saran responden sebelum terbit.")(suggestions.suggestions)
app.command("rollup", short_help="Gabungkan hasil banyak unit.")(rollup.rollup)
app.command("query", short_help="Tanyai danau data banyak unit dengan SQL.")(rollup.query)
app.command("run", short_help="Kerjakan semua masukan yang baru atau berubah.")(runs.run)
app.command("status", short_help="Kapan terakhir berhasil, apa yang kurang.")(runs.status)
app.command("open", short_help="Buka ipak di peramban komputer ini.")(web.open_page)
app.command("schedule", short_help="Jadwal siap pakai untuk cron atau Windows.")(runs.schedule)
app.command("unlock", short_help="Buka paksa kunci ruang kerja.")(workspaces.unlock)
app.command("init", short_help="Buat ruang kerja baru.")(settings.init)
app.command("settings", short_help="Isi ipak.yaml lewat formulir Excel.")(settings.settings)
app.command("template", short_help="Tulis lembar jawaban survei yang kosong.")(surveys.template)
app.add_typer(pekppp.app, name="pekppp")
app.add_typer(rubric.app, name="rubric")
app.command("schema", short_help="Cetak skema JSON dokumen hasil.")(schema)
app.command("manual", short_help="Buka panduan ipak di peramban.")(manual.manual)
app.command("explain", short_help="Jelaskan sebuah kode masalah.")(explain)


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; nothing that goes wrong shows a traceback."""
    open_closed_streams()
    survive(sys.stdout)
    survive(sys.stderr)
    if "--json" in arguments or "schema" in arguments:
        use_utf8(sys.stdout)
    if outcome.lacks_memory():
        return outcome.refused_memory()
    try:
        return _answer(arguments)
    except TyperException as misuse:
        return outcome.explain_misuse(misuse, as_json="--json" in arguments)
    except BrokenPipeError:
        give_up_output()  # the reader of our output has gone, as in ``ipak ... | head``
        return Exit.DONE
    except MemoryError:
        return outcome.refused_memory()
    except OSError as refusal:
        return outcome.refused_output(refusal)
    except ProblemsFoundError as found:
        return outcome.explain_refusal(found, as_json="--json" in arguments)
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("Dihentikan.\n")
        return Exit.INTERRUPTED
    except Exception as bug:  # noqa: BLE001 (the last resort: users never see a traceback)
        from ipak_cli.terminal.bug import report_bug

        report_bug(bug)
        return Exit.BUG


def _answer(arguments: list[str]) -> int:
    """Run a command and return its exit code; what goes wrong, and an interrupt, are raised."""
    outcome.refuse_empty(arguments)
    code = app(arguments, prog_name="ipak", standalone_mode=False)
    if code == Exit.INTERRUPTED:  # Typer has caught the interrupt, and said nothing
        raise KeyboardInterrupt
    sys.stdout.flush()
    return code if isinstance(code, int) else Exit.DONE
