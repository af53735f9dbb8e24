"""A report laid out by templates: one HTML file that needs nothing else, or Markdown with its pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from ipak_cli.report import layout
from ipak_cli.report.charts import stylesheet
from ipak_cli.report.escape import markdown, one_line, tidy
from ipak_cli.report.numbering import number
from ipak_cli.report.outline import Prose
from ipak_cli.report.prose import read_prose
from ipak_cli.report.sandbox import MOST_WORK, Sandbox
from ipak_cli.report.template_faults import UnknownReferenceError, check_own_templates, own_faults_told
from ipak_cli.report.template_files import TemplateFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ipak_cli.report.charts import Chart
    from ipak_cli.report.numbering import Entry, Numbering
    from ipak_cli.report.outline import Block, Chapter, Report

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
    pictures = {picture_file(figure.chart): figure.chart.svg for figure in layout.figures(report)}
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
        "part": layout.part,
        "wide": layout.wide,
        "turned": layout.turned,
        "good_width": layout.good_width,
        "chart_table": layout.chart_table,
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
    names = [figure.chart.name for figure in layout.figures(report)]
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
