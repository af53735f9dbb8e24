"""What templates ask about a block: which part lays it out, whether a table fits, what a picture shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, assert_never

from markupsafe import Markup, escape

from ipak_cli.base.figures import NOT_SCORED
from ipak_cli.report.charts import stylesheet
from ipak_cli.report.escape import markdown, one_line, read_prose, tidy
from ipak_cli.report.numbering import number
from ipak_cli.report.outline import Align, Block, Cell, Column, Figure, Listing, Paragraph, Prose, Table
from ipak_cli.report.sandbox import MOST_WORK, Sandbox
from ipak_cli.report.templates import (
    TemplateFiles,
    UnknownReferenceError,
    check_own_templates,
    own_faults_told,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ipak_cli.report.charts import Chart
    from ipak_cli.report.numbering import Entry, Numbering
    from ipak_cli.report.outline import Chapter, Report, Section


_READABLE: Final = 24
"""Letters that a line of a text column should hold at least."""

_BETWEEN: Final = 2
"""The space between two columns, in letters."""

_PHONE: Final = 40
"""Letters of a table that a phone shows side by side."""

_PAPER: Final = 104
"""Letters of a table that upright paper holds side by side."""

_FIGURE: Final = re.compile(r"[−-]?\d[\d.,]*( ?%| poin)?")


def part(block: Block) -> str:
    """Return what the template of a block is called: ``paragraf``, ``daftar``, ``tabel`` or ``gambar``."""
    match block:
        case Paragraph():
            return "paragraf"
        case Listing():
            return "daftar"
        case Table():
            return "tabel"
        case Figure():
            return "gambar"
        case Prose():
            raise ValueError(f"the prose of {block.name} has not been read")
        case _:
            assert_never(block)


def wide(table: Table) -> bool:
    """Tell whether a phone cannot show a table without cutting a word or a figure."""
    return sum(_longest_word(texts) + _BETWEEN for texts in _columns(table)) > _PHONE


def turned(section: Section) -> int:
    """Return how many of a section's first blocks to print on pages that lie on their side.

    They end with its last table that is too wide for upright pages.
    """
    wide_at = (
        n for n, block in enumerate(section.blocks, 1) if isinstance(block, Table) and _is_broad(block)
    )
    return max(wide_at, default=0)


def good_width(table: Table) -> int:
    """Return the letters of a line on which columns of text are not squeezed into single words."""
    widths = (
        max(_longest_word(texts), min(_READABLE, len(max(texts, key=len)))) for texts in _columns(table)
    )
    return sum(width + _BETWEEN for width in widths)


def _is_broad(table: Table) -> bool:
    return good_width(table) > _PAPER


def chart_table(figure: Figure) -> Table:
    """Return the table of a picture's figures; columns of figures alone are set at the right."""
    shown = figure.chart.table
    columns = zip_longest(shown.headers, *shown.rows, fillvalue="")
    return Table(
        key=f"{figure.key}-angka",
        caption=figure.caption,
        columns=tuple(Column(texts[0], _align(texts[1:])) for texts in columns),
        rows=tuple(tuple(Cell((text,), head=n == 0) for n, text in enumerate(row)) for row in shown.rows),
    )


def figures(report: Report) -> Iterator[Figure]:
    """Return every picture of a report, in order."""
    for chapter in report.chapters:
        for section in chapter.sections:
            yield from (block for block in section.blocks if isinstance(block, Figure))


def _columns(table: Table) -> Iterator[list[str]]:
    """Return the texts of each column; a figure is one word, however it is written."""
    for n, column in enumerate(table.columns):
        texts = [text for row in table.rows for text in row[n].texts]
        whole = column.align is not Align.LEFT
        yield [column.title, *(text.replace(" ", "_") if whole else text for text in texts)]


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _align(texts: Iterable[str]) -> Align:
    known = [text for text in texts if text != NOT_SCORED]
    return Align.RIGHT if known and all(_FIGURE.fullmatch(text) for text in known) else Align.LEFT


_REFERENCE: Final = re.compile(r"\b(?:[Bb]agian )?((?:Tabel |Gambar )?\d+\.\d+|BAB [IVX]+)\b")

_BLANK_LINES: Final = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class _Format:
    """A format's first template, how it writes a free text, and how a text that leads to an anchor."""

    template: str
    write: Callable[[str], str]
    link: Callable[[str, str], str]


def with_prose(report: Report, variables: Mapping[str, object], own: Mapping[str, str]) -> Report:
    """Return the report with what prose templates say in the place of their names, which both formats share.

    Arguments and errors are those of :func:`render_html`, which does this for a report that names any.
    """
    check_own_templates(own)
    prose = Sandbox(
        TemplateFiles(own), one_line, {"ref": partial(_label, number(report.chapters))},
        escapes=False, limit=MOST_WORK if own else None,
    )  # fmt: skip
    with own_faults_told(own):
        return _told(report, lambda name: prose.get_template(f"naskah/{name}.txt.j2").render(variables))


def render_html(report: Report, variables: Mapping[str, object], own: Mapping[str, str]) -> str:
    """Return the report as one HTML page: no script, no request, pictures inside.

    ``variables`` are what prose templates may name. ``own`` holds an office's own templates by name, such as
    ``naskah/kata_pengantar.txt.j2``. Raises ``ProblemsFoundError`` for the faults of own templates.
    """
    page = _laid_out(_HTML, report, variables, own)
    return "".join(f"{line.rstrip()}\n" for line in page.splitlines() if line.strip())


def render_markdown(
    report: Report, variables: Mapping[str, object], own: Mapping[str, str]
) -> tuple[str, Mapping[str, str]]:
    """Return the report as Markdown, and the SVG files that it shows, by name.

    Arguments and errors are those of :func:`render_html`.
    """
    text = _laid_out(_MARKDOWN, report, variables, own)
    lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
    pictures = {picture_file(figure.chart): figure.chart.svg for figure in figures(report)}
    return _BLANK_LINES.sub("\n\n", lines) + "\n", pictures


def picture_file(chart: Chart) -> str:
    """Return the name of a chart's file beside the Markdown."""
    return f"{chart.name}.svg"


def _laid_out(form: _Format, report: Report, variables: Mapping[str, object], own: Mapping[str, str]) -> str:
    _check_pictures(report)
    told, numbering = with_prose(report, variables, own), number(report.chapters)
    limit = MOST_WORK if own else None
    pages = Sandbox(TemplateFiles(own), form.write, _functions(form, numbering), escapes=True, limit=limit)
    with own_faults_told(own):
        css = Markup(stylesheet())  # noqa: S704 (ours)
        return pages.get_template(form.template).render(report=told, numbering=numbering, chart_css=css)


def _functions(form: _Format, numbering: Numbering) -> dict[str, Callable[..., object]]:
    """Return what layout templates may call."""
    return {
        "ref": partial(_label, numbering),
        "part": part,
        "wide": wide,
        "turned": turned,
        "good_width": good_width,
        "chart_table": chart_table,
        "picture_file": picture_file,
        "drawing": lambda chart: Markup(chart.svg),  # noqa: S704 (drawn and escaped by the room of charts)
        "linked": partial(_linked, form, {entry.label: entry.anchor for entry in _entries(numbering)}),
    }


def _entries(numbering: Numbering) -> Iterator[Entry]:
    yield from (*numbering.contents, *numbering.tables, *numbering.figures)


def _label(numbering: Numbering, key: str) -> str:
    if key not in numbering.labels:
        raise UnknownReferenceError(key, numbering.labels)
    return numbering.label(key)


def _linked(form: _Format, anchors: Mapping[str, str], text: str) -> Markup:
    """Return a running text in which the names of parts, tables and pictures lead to them."""

    def lead(found: re.Match[str]) -> str:
        anchor = anchors.get(found[1])
        bare = found[1][0].isdigit() and found[0] == found[1]  # a figure such as 3.2, not "bagian 3.2"
        return found[0] if anchor is None or bare else form.link(found[0], anchor)

    return Markup(_REFERENCE.sub(lead, str(escape(form.write(text)))))  # noqa: S704 (escaped)


def _told(report: Report, render: Callable[[str], str]) -> Report:
    """Put what ``render`` makes of a prose template's name in its place."""

    def read(blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield from read_prose(render(block.name)) if isinstance(block, Prose) else (block,)

    def chapter(given: Chapter) -> Chapter:
        sections = (replace(section, blocks=tuple(read(section.blocks))) for section in given.sections)
        return replace(given, sections=tuple(sections))

    chapters = tuple(chapter(each) for each in report.chapters)
    return replace(report, preface=tuple(read(report.preface)), chapters=chapters)


def _check_pictures(report: Report) -> None:
    """Raise ``ValueError`` when two pictures have one name: their ids and files would be the same."""
    names = [figure.chart.name for figure in figures(report)]
    if len(set(names)) < len(names):
        raise ValueError(f"two charts have the same name: {', '.join(names)}")


def _write_markdown(text: str) -> str:
    return Markup(markdown(text))  # noqa: S704 (escaped for Markdown, which keeps it from being HTML too)


def _html_link(text: str, anchor: str) -> str:
    return f'<a href="#{escape(anchor)}">{text}</a>'


def _markdown_link(text: str, anchor: str) -> str:
    return f"[{text}](#{anchor})"


_HTML: Final = _Format("html/dasar.html.j2", tidy, _html_link)

_MARKDOWN: Final = _Format("markdown/dasar.md.j2", _write_markdown, _markdown_link)
