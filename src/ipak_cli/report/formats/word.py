"""The report as a Word document: real headings, captions and lists that Word can bring up to date."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, assert_never

from docx.shared import Mm, Pt

from ipak_cli.base.archive import undated
from ipak_cli.report.extent import Extent
from ipak_cli.report.formats import word_styles as styles
from ipak_cli.report.formats.paper import (
    chart_width,
    logo_height,
    photograph_width,
)
from ipak_cli.report.formats.word_fields import (
    add_dots,
    add_field,
    add_link,
    add_svg,
    ask_for_update,
    bookmark,
    close_field,
    describe,
    head_every_page,
    mark,
    open_field,
    open_template,
    restart,
    set_properties,
)
from ipak_cli.report.formats.word_signature import add_signature
from ipak_cli.report.formats.word_tables import add_table
from ipak_cli.report.layout import DRAFT, FRONT
from ipak_cli.report.outline import (
    Details,
    Figure,
    Listing,
    Paragraph,
    Photograph,
    Prose,
    Reference,
    ReportTable,
    parts_of,
)
from ipak_cli.report.prose import tidy
from ipak_cli.report.typeset import draw_png

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

    from ipak_cli.report.numbering import ContentsLine, NumberedReport
    from ipak_cli.report.outline import (
        Block,
        Cover,
        Picture,
        Report,
        Role,
        RunningText,
        Section,
    )
    from ipak_cli.report.templates import OwnTemplates
_DOTS: Final = 220
"""Dots an inch of a chart's pixels: sharp in print, and small enough to send."""
_GAP: Final = Pt(9)
"""What lies below a table without a note."""
_BETWEEN_LOGOS: Final = "\N{NO-BREAK SPACE}" * 8


def render(report: NumberedReport, own: OwnTemplates) -> Mapping[str, bytes]:
    """Return the document by its file name.

    Raises ``ProblemsFoundError`` where an office's own template document cannot be opened or lacks styles.
    """
    document = open_template(own.word, styles.ALL)
    return {f"{report.report.extent}.docx": _Writer(document, report).written(report.report)}


class _Writer:
    """Writes one document from its start to its end."""

    def __init__(self, document: Document, report: NumberedReport) -> None:
        self._document = document
        self._numbering = report.numbering
        self._pictures = report.pictures
        keys = (*report.numbering.labels, *FRONT)
        self._marks = {key: (n, bookmark(n, key)) for n, key in enumerate(keys, 1)}

    def written(self, report: Report) -> bytes:
        title = f"{report.cover.title}, {report.cover.period}"
        set_properties(self._document, tidy(title), tidy(report.cover.unit), report.day)
        if report.draft:
            head_every_page(self._document, DRAFT, styles.DRAFT)
        if report.extent is Extent.SUMMARY:
            styles.tighten(self._document)
        self._cover(report.cover, report.roles)
        if report.preface:
            self._front("kata-pengantar")
            self._blocks(report.preface)
            add_signature(self._document, report.signature)
        if report.chapters:
            before = {"kata-pengantar": report.preface, "ringkasan": report.summary}
            self._contents([key for key, blocks in before.items() if blocks])
            ask_for_update(self._document)
        if report.summary:
            self._front("ringkasan", new_page=report.extent is Extent.FULL)
            self._blocks(report.summary)
        for n, chapter in enumerate(report.chapters):
            label = self._numbering.label(chapter.key)
            self._heading(chapter.key, f"{label} {tidy(chapter.title)}", styles.CHAPTER, new_page=n == 0)
            self._sections(chapter.sections)
        add_signature(self._document, report.signature)
        if report.annexes:
            self._heading("lampiran", FRONT["lampiran"], styles.CHAPTER)
            self._sections(report.annexes)
        made = io.BytesIO()
        self._document.save(made)
        return undated(made.getvalue())

    def _sections(self, sections: Iterable[Section]) -> None:
        for section in sections:
            label = self._numbering.label(section.key)
            self._heading(section.key, f"{label} {tidy(section.title)}", styles.SECTION)
            self._blocks(section.blocks)

    def _cover(self, cover: Cover, roles: Sequence[Role]) -> None:
        if cover.logos:
            row, height = self._paragraph("", styles.COVER_TEXT), logo_height(cover.logos)
            for n, logo in enumerate(cover.logos):
                if n:
                    row.add_run(_BETWEEN_LOGOS)
                self._picture(row, logo, width=height * logo.width / logo.height)
        if cover.parent is not None:
            self._paragraph(cover.parent, styles.COVER_TEXT)
        self._paragraph(cover.unit, styles.UNIT)
        self._paragraph(cover.title, styles.TITLE)
        self._paragraph(cover.period, styles.PERIOD)
        for text in ([cover.address] if cover.address else []) + [role.line for role in roles]:
            self._paragraph(text, styles.COVER_TEXT)

    def _front(self, key: str, *, new_page: bool = True) -> None:
        self._heading(key, FRONT[key], styles.FRONT, new_page=new_page)

    def _heading(self, key: str, title: str, style: str, *, new_page: bool = False) -> None:
        heading = self._paragraph(title, style)
        heading.paragraph_format.page_break_before = new_page or None
        self._mark(heading, key)

    def _mark(self, paragraph: WordParagraph, key: str) -> None:
        number, name = self._marks[key]
        mark(paragraph, name, number)

    def _contents(self, front: Sequence[str]) -> None:
        self._front("daftar-isi")
        numbering = self._numbering
        lines = [
            *((key, FRONT[key], styles.CONTENTS[0]) for key in front),
            *((each.anchor, _line(each), styles.CONTENTS[each.depth]) for each in numbering.contents),
        ]
        if numbering.annexes:
            lines.append(("lampiran", FRONT["lampiran"], styles.CONTENTS[0]))
            lines += [(each.anchor, _line(each), styles.CONTENTS[each.depth]) for each in numbering.annexes]
        self._list_of(lines, f'TOC \\o "1-2" \\h \\z \\t "{styles.FRONT},1"')
        for title, entries, style in (
            ("Daftar Tabel", numbering.tables, styles.CAPTION),
            ("Daftar Gambar", numbering.figures, styles.FIGURES),
        ):
            if entries:
                self._paragraph(title, styles.SECTION_OF_FRONT)
                listed = [(each.anchor, _line(each), styles.LIST_OF_TABLES) for each in entries]
                self._list_of(listed, f'TOC \\h \\z \\t "{style},1"')

    def _list_of(self, lines: Sequence[tuple[str, str, str]], instruction: str) -> None:
        """Write a list of the document's parts as one field, with its complete text; pages come with Word."""
        made = []
        for key, text, style in lines:
            line = self._paragraph("", style)
            add_link(line, self._marks[key][1], text)
            made.append(line)
        open_field(made[0], instruction)
        close_field(made[-1])

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Paragraph(text):
                    self._running(self._paragraph("", styles.BODY), text)
                case Listing():
                    self._listing(block)
                case ReportTable():
                    self._table(block)
                case Figure():
                    self._figure(block)
                case Photograph():
                    self._photograph(block)
                case Details():
                    self._details(block)
                case Prose():
                    raise ValueError(f"the prose of {block.name} has not been read")
                case _:
                    assert_never(block)

    def _listing(self, listing: Listing) -> None:
        style = styles.NUMBERS if listing.ordered else styles.BULLETS
        number = None
        for item in listing.items:
            paragraph = self._paragraph("", style)
            self._running(paragraph, item)
            if listing.ordered:
                number = restart(self._document, paragraph, style, number)

    def _running(self, paragraph: WordParagraph, text: RunningText) -> None:
        for part in parts_of(text):
            if isinstance(part, Reference):
                add_link(paragraph, self._marks[part.key][1], tidy(part.text))
            else:
                paragraph.add_run(tidy(part))

    def _caption(self, key: str, words: str, style: str) -> WordParagraph:
        """Write a caption whose last number is a field that counts within its chapter.

        Each chapter has a sequence of its own: not every office program knows a sequence that begins anew.
        """
        label = self._numbering.label(key)
        kind, _, rest = label.partition(" ")
        chapter, _, number = rest.rpartition(".")
        paragraph = self._paragraph("", style)
        paragraph.add_run(f"{kind} {chapter}.").bold = True
        add_field(paragraph, f"SEQ {kind}_{chapter} \\* ARABIC", number, bold=True)
        paragraph.add_run(f"  {tidy(words)}")
        self._mark(paragraph, key)
        return paragraph

    def _table(self, given: ReportTable) -> None:
        self._caption(given.key, given.caption, styles.CAPTION)
        add_table(self._document, given)
        below = self._paragraph(given.note or "", styles.NOTE)
        if given.note is None:  # Word needs a paragraph between two tables
            below.paragraph_format.space_before = below.paragraph_format.space_after = Pt(0)
            below.paragraph_format.line_spacing = _GAP

    def _figure(self, given: Figure) -> None:
        chart = given.chart
        width = chart_width(chart.wide)
        paragraph = self._paragraph("", styles.BODY)
        paragraph.paragraph_format.keep_with_next = True
        pixels = draw_png(chart.wide.svg, width=width, dots=_DOTS)
        picture = paragraph.add_run().add_picture(io.BytesIO(pixels), width=Mm(width))
        describe(picture, tidy(chart.words))
        add_svg(self._document, picture, chart.wide.svg.encode(), chart.file_name)
        self._caption(given.key, given.caption, styles.FIGURES)

    def _photograph(self, given: Photograph) -> None:
        paragraph = self._paragraph("", styles.BODY)
        paragraph.paragraph_format.keep_with_next = True
        self._picture(paragraph, given.picture, width=photograph_width(given.picture))
        self._caption(given.key, given.caption, styles.FIGURES)

    def _picture(self, paragraph: WordParagraph, given: Picture, *, width: float) -> None:
        """Add a picture of the office's to a paragraph; a drawing as dots, with the drawing beside them."""
        content, name = self._pictures[given.file_name], given.file_name
        is_drawing = name.endswith(".svg")
        dots = draw_png(content.decode("utf-8-sig"), width=width, dots=_DOTS) if is_drawing else content
        picture = add_dots(paragraph, dots, Mm(width), Mm(width * given.height / given.width))
        describe(picture, tidy(given.alt))
        if is_drawing:
            add_svg(self._document, picture, content, name)

    def _details(self, details: Details) -> None:
        for name, text in details.pairs:
            line = self._paragraph("", styles.SMALL_CELL)
            line.paragraph_format.space_after = Pt(2)
            line.add_run(f"{tidy(name)}: ").bold = True
            line.add_run(tidy(text))

    def _paragraph(self, text: str, style: str) -> WordParagraph:
        return self._document.add_paragraph(tidy(text), self._document.styles[style])


def _line(entry: ContentsLine) -> str:
    return f"{entry.label} {tidy(entry.title)}"
