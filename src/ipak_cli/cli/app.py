"""The commands of ``ipak``, and what its exit codes mean."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from ipak_cli import __version__
from ipak_cli.catalogue.usage import COMMAND_WRONG, OUTPUT_NOT_WRITABLE
from ipak_cli.cli import (
    explain,
    init,
    pekppp,
    report,
    rubric,
    schedule,
    schema,
    score,
    status,
    template,
    trend,
    unlock,
)
from ipak_cli.cli import run as run_command
from ipak_cli.cli.encoding import survive, use_utf8
from ipak_cli.cli.options import Exit

app = typer.Typer(
    name="ipak",
    help="Dari ekspor survei ke indeks, poin Zona Integritas, penilaian PEKPPP, dan laporan.",
    no_args_is_help=True,
    rich_markup_mode=None,
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


app.command("score", short_help="Hitung indeks dari ekspor survei.")(score.score)
app.command("report", short_help="Tulis laporan triwulan dari hasil yang tersimpan.")(report.report)
app.command("trend", short_help="Tampilkan perkembangan indeks antartriwulan.")(trend.trend)
app.command("run", short_help="Kerjakan semua masukan yang baru atau berubah.")(run_command.run)
app.command("status", short_help="Kapan terakhir berhasil, apa yang kurang.")(status.status)
app.command("schedule", short_help="Jadwal siap pakai untuk cron atau Windows.")(schedule.schedule)
app.command("unlock", short_help="Buka paksa kunci ruang kerja.")(unlock.unlock)
app.command("init", short_help="Buat ruang kerja baru.")(init.init)
app.command("template", short_help="Tulis lembar jawaban survei yang kosong.")(template.template)
app.add_typer(pekppp.app, name="pekppp")
app.add_typer(rubric.app, name="rubric")
app.command("schema", short_help="Cetak skema JSON dokumen hasil.")(schema.schema)
app.command("explain", short_help="Jelaskan sebuah kode masalah.")(explain.explain)


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; nothing that goes wrong shows a traceback."""
    _open_closed_streams()
    survive(sys.stdout)
    survive(sys.stderr)
    if "--json" in arguments or "schema" in arguments:
        use_utf8(sys.stdout)
    try:
        code = app(arguments, prog_name="ipak", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as misuse:
        return _explain_misuse(misuse, as_json="--json" in arguments)
    except BrokenPipeError:
        return _quiet_pipe()
    except OSError as refusal:
        return _refused_output(refusal)
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("Dihentikan.\n")
        return Exit.INTERRUPTED
    except Exception as bug:  # noqa: BLE001 (the last resort: users never see a traceback)
        return _report_bug(bug)
    return code if isinstance(code, int) else Exit.DONE


def _explain_misuse(misuse: TyperException, *, as_json: bool) -> int:
    """Say in Indonesian how the command was misused; a program that asked for JSON gets it as a document."""
    from ipak_cli.base.problem import problem
    from ipak_cli.cli.misuse import misuse_text
    from ipak_cli.terminal.console import show_problems

    context = getattr(misuse, "ctx", None)
    if type(misuse).__name__ == "NoArgsIsHelpError" and context is not None:
        typer.echo(context.get_help())
        return Exit.USAGE
    command = context.command_path if context is not None else "ipak"
    found = problem(COMMAND_WRONG, what=misuse_text(misuse), command=command)
    if as_json:
        from ipak_cli.documents.write import to_json

        sys.stdout.write(to_json({"schema": "ipak/problems/1", "problems": (found,)}))
    show_problems([found])
    return Exit.USAGE


def _open_closed_streams() -> None:
    """Give a program that was started without output (``>&-``) somewhere to write."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open to the end)


def _refused_output(refusal: OSError) -> int:
    """Say that the output could not be written, as on a full disk; what is buffered is given up."""
    from ipak_cli.base.problem import problem
    from ipak_cli.terminal.console import show_problems

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    show_problems([problem(OUTPUT_NOT_WRITABLE, reason=refusal.strerror or "sistem menolak")])
    return Exit.INPUT_PROBLEMS


def _quiet_pipe() -> int:
    """End quietly when the reader of our output has gone (``ipak ... | head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.DONE


def _report_bug(bug: Exception) -> int:
    """Write where the bug is, and nothing of what was read: messages may hold respondents' words."""
    import tempfile
    import traceback

    frames = traceback.extract_tb(bug.__traceback__)
    places = "".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}\n" for frame in frames)
    with tempfile.NamedTemporaryFile(
        "w", prefix="ipak-galat-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(f"ipak {__version__}, Python {sys.version.split()[0]}\n{type(bug).__name__}\n{places}")
    sys.stderr.write(
        f"GALAT X001: ada kesalahan di dalam ipak ({type(bug).__name__}), bukan pada berkas Anda. "
        f"Kirim berkas log ini kepada pengelola ipak: {log.name}\n"
    )
    return Exit.BUG
