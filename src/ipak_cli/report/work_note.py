"""The work note beside a report: what the office still has to do or to look at, with codes and advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import worst_first
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.report.chapter_survey import row_notes
from ipak_cli.report.formats.markdown import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Report

FILE: Final = "catatan-kerja.md"


def work_note(report: Report, material: Material, problems: Iterable[Problem]) -> bytes:
    """Return the note as Markdown; it is for the office alone and no part of the report.

    ``problems`` are what the settings, the answers and the cross-checks gave to think of.
    """
    return "\n".join(_lines(report, material, problems)).encode()


def _lines(report: Report, material: Material, problems: Iterable[Problem]) -> Iterator[str]:
    yield f"# Catatan kerja: {markdown(report.cover.title)}, {markdown(report.cover.period)}"
    yield ""
    yield "Untuk kantor sendiri; bukan bagian dari laporan, dan ditulis ulang bersama laporannya."
    if report.draft:
        yield from ("", "Laporan ini masih bertanda DRAF, sebab:", "")
        yield from (f"- {markdown(reason)}" for reason in report.draft)
    yield from _part("Yang belum ada", map(markdown, report.missing))
    rows = (capital(line) for source in material.survey.sources for line in row_notes(source))
    yield from _part("Baris yang disisihkan atau dicatat", map(markdown, rows))
    yield from _part("Yang perlu dilihat", map(_told, worst_first(problems)))
    yield ""


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = tuple(dict.fromkeys(lines))
    yield from ("", f"## {title}", "")
    yield from (f"- {line}" for line in told or ("Tidak ada.",))


def _told(found: Problem) -> str:
    place = f" ({found.where})" if str(found.where) else ""
    return markdown(f"{found.code} – {capital(message_of(found))}{place}. {hint_of(found)}")
