"""The report as one HTML page: no script, no request, its pictures inside."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from ipak_cli.report.formats.paper import LONGEST_WORD
from ipak_cli.report.layout import laid_out
from ipak_cli.report.outline import Align, Reference, ReportTable
from ipak_cli.report.picture_files import MEDIA
from ipak_cli.report.prose import tidy, unbroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.report.charts import Chart
    from ipak_cli.report.numbering import NumberedReport
    from ipak_cli.report.outline import Cell, Picture, Section
    from ipak_cli.report.templates import OwnTemplates

_READABLE: Final = 24
"""Letters that a line of a text column should hold at least."""
_BETWEEN: Final = 2
"""The space between two columns, in letters."""
_PHONE: Final = 40
"""Letters of a table that a phone shows side by side."""
_PAPER: Final = 104
"""Letters of a table that upright paper holds side by side."""


def render(report: NumberedReport, own: OwnTemplates) -> Mapping[str, bytes]:
    """Return the page by its file name."""

    def source(picture: Picture) -> Markup:
        return Markup(data_uri(picture.file_name, report.pictures[picture.file_name]))  # noqa: S704 (letters and digits)

    page = laid_out(
        report, own.texts, template="html/dasar.html.j2", write=tidy, running=_running,
        functions={
            "wide": wide, "turned": turned, "good_width": good_width, "cut": cut,
            "drawing": _drawing, "source": source,
        },
    )  # fmt: skip
    lines = (f"{line.rstrip()}\n" for line in page.splitlines() if line.strip())
    return {f"{report.report.extent}.html": "".join(lines).encode()}


def data_uri(name: str, content: bytes) -> str:
    """Return a picture's file as an address that holds the file itself."""
    return f"data:{MEDIA[name.rpartition('.')[2]]};base64,{b64encode(content).decode()}"


def _drawing(chart: Chart) -> Markup:
    """Return both drawings of a chart, of which the page's style shows the one that suits the screen."""
    return Markup(chart.narrow.svg + chart.wide.svg)  # noqa: S704 (drawn and escaped by the room of charts)


def _running(parts: Sequence[str | Reference]) -> str:
    return "".join(map(_part, parts))


def _part(part: str | Reference) -> str:
    if isinstance(part, Reference):
        return f'<a href="#{escape(part.key)}">{escape(tidy(part.text))}</a>'
    return escape(tidy(part))


def wide(table: ReportTable) -> bool:
    """Tell whether a phone cannot show a table without cutting a word or a figure."""
    return sum(_longest_word(texts) + _BETWEEN for texts in _columns(table)) > _PHONE


def turned(section: Section) -> int:
    """Return how many of a section's first blocks to print on pages that lie on their side.

    They end with its last table that is too wide for upright pages.
    """
    wide_at = (
        n for n, block in enumerate(section.blocks, 1) if isinstance(block, ReportTable) and _is_broad(block)
    )
    return max(wide_at, default=0)


def good_width(table: ReportTable) -> int:
    """Return the letters of a line on which columns of text are not squeezed into single words."""
    widths = (
        max(_longest_word(texts), min(_READABLE, len(max(texts, key=len)))) for texts in _columns(table)
    )
    return sum(width + _BETWEEN for width in widths)


def cut(cell: Cell) -> bool:
    """Tell whether a cell has a word so long that a line may end within it, such as an address."""
    return any(len(word) > LONGEST_WORD for text in cell.texts for word in text.split())


def _is_broad(table: ReportTable) -> bool:
    return good_width(table) > _PAPER


def _columns(table: ReportTable) -> Iterator[list[str]]:
    """Return the texts of each column; a figure is one word, and a word that may be cut is no longer."""
    for n, column in enumerate(table.columns):
        texts = [text for row in table.rows for text in row[n].texts]
        whole = column.align is not Align.LEFT
        yield [column.title, *(text.replace(" ", "_") if whole else _cut(text) for text in texts)]


def _cut(text: str) -> str:
    return " ".join(word[:LONGEST_WORD] for word in text.split())


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in unbroken(text)), default=0)
