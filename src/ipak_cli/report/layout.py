"""What the formats of a report share: parts without a number, and how one with templates is laid out."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, assert_never

from markupsafe import Markup

from ipak_cli.base.figures import NOT_SCORED
from ipak_cli.report.charts import stylesheet
from ipak_cli.report.outline import (
    Align,
    Block,
    Cell,
    Details,
    Figure,
    Listing,
    Paragraph,
    Photograph,
    Prose,
    ReportTable,
    TableColumn,
    parts_of,
)
from ipak_cli.report.sandbox import Sandbox, work_allowed
from ipak_cli.report.templates import TemplateFiles, own_faults_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ipak_cli.report.numbering import NumberedReport
    from ipak_cli.report.outline import Reference, RunningText

DRAFT: Final = "DRAF"
"""What every page of a report says that cannot be signed yet."""
FRONT: Final[Mapping[str, str]] = {
    "kata-pengantar": "Kata Pengantar",
    "daftar-isi": "Daftar Isi",
    "ringkasan": "Ringkasan",
    "lampiran": "Lampiran",
}
"""The titles of the parts without a number, by their keys."""
_PICTURE_WORK: Final = 50
"""Work that each byte of a picture adds to what an office's templates may cause: some may show it often."""
_FIGURE: Final = re.compile(r"[−-]?\d[\d.,]*( ?%| poin)?")


def laid_out(
    report: NumberedReport,
    own: Mapping[str, str],
    *,
    template: str,
    write: Callable[[str], str],
    running: Callable[[Sequence[str | Reference]], str],
    functions: Mapping[str, Callable[..., object]],
) -> str:
    """Return what a format's first ``template`` makes of a report; raises ``ProblemsFoundError``.

    ``write`` makes the output of a free text, ``running`` that of running text with references, and
    ``functions`` are what this format's templates may call beside those of every format.
    """

    def linked(text: RunningText) -> Markup:
        return Markup(running(parts_of(text)))  # noqa: S704 (every format escapes)

    shared: Mapping[str, Callable[..., object]] = {
        "ref": report.numbering.label,
        "part": part,
        "chart_table": chart_table,
        "linked": linked,
    }
    pictures = _PICTURE_WORK * sum(map(len, report.pictures.values()))
    limit = work_allowed(report.report) + pictures if own else None
    pages = Sandbox(TemplateFiles(own), write, {**shared, **functions}, escapes=True, limit=limit)
    css = Markup(stylesheet())  # noqa: S704 (ours)
    with own_faults_told(own):
        first = pages.get_template(template)
        return first.render(
            report=report.report, numbering=report.numbering, front=FRONT, draft=DRAFT, chart_css=css
        )


def part(block: Block) -> str:
    """Return what the template of a block is called, such as ``paragraf`` or ``tabel``."""
    match block:
        case Paragraph():
            return "paragraf"
        case Listing():
            return "daftar"
        case ReportTable():
            return "tabel"
        case Figure():
            return "gambar"
        case Photograph():
            return "foto"
        case Details():
            return "keterangan"
        case Prose():
            raise ValueError(f"the prose of {block.name} has not been read")
        case _:
            assert_never(block)


def chart_table(figure: Figure) -> ReportTable:
    """Return the table of a picture's figures; columns of figures alone are set at the right."""
    shown = figure.chart.table
    columns = zip_longest(shown.headers, *shown.rows, fillvalue="")
    return ReportTable(
        key=f"{figure.key}-angka",
        caption=figure.caption,
        columns=tuple(TableColumn(texts[0], _align(texts[1:])) for texts in columns),
        rows=tuple(tuple(Cell((text,), head=n == 0) for n, text in enumerate(row)) for row in shown.rows),
    )


def _align(texts: Iterable[str]) -> Align:
    known = [text for text in texts if text != NOT_SCORED]
    return Align.RIGHT if known and all(_FIGURE.fullmatch(text) for text in known) else Align.LEFT
