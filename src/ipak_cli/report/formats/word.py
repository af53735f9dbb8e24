"""The report as a Word document: real headings, captions and lists that Word can bring up to date."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, assert_never

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from ipak_cli.base.archive import undated
from ipak_cli.report.extent import Extent
from ipak_cli.report.formats import word_styles as styles
from ipak_cli.report.formats.paper import MANY_COLUMNS, chart_width, column_widths
from ipak_cli.report.formats.word_fields import (
    add_field,
    add_link,
    add_svg,
    ask_for_update,
    bookmark,
    close_field,
    describe,
    element,
    head_every_page,
    mark,
    open_field,
    open_template,
    restart,
    set_properties,
)
from ipak_cli.report.layout import DRAFT, FRONT
from ipak_cli.report.outline import (
    Align,
    Figure,
    Listing,
    Paragraph,
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
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

    from ipak_cli.report.outline import (
        Block,
        Chapter,
        ContentsLine,
        Cover,
        NumberedReport,
        Numbering,
        RunningText,
        Signature,
    )
    from ipak_cli.report.templates import OwnTemplates
_DOTS: Final = 220
"""Dots an inch of a chart's pixels: sharp in print, and small enough to send."""
_ALIGNED: Final = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
}


def render(report: NumberedReport, own: OwnTemplates) -> Mapping[str, bytes]:
    """Return the document by its file name.

    Raises ``ProblemsFoundError`` where an office's own template document cannot be opened or lacks styles.
    """
    document = open_template(own.word, styles.ALL)
    return {f"{report.report.extent}.docx": _Writer(document, report.numbering).written(report)}


class _Writer:
    """Writes one document from its start to its end."""

    def __init__(self, document: Document, numbering: Numbering) -> None:
        self._document = document
        self._numbering = numbering
        keys = (*numbering.labels, *FRONT)
        self._marks = {key: (n, bookmark(n, key)) for n, key in enumerate(keys, 1)}

    def written(self, numbered: NumberedReport) -> bytes:
        report = numbered.report
        title = f"{report.cover.title}, {report.cover.period}"
        set_properties(self._document, tidy(title), tidy(report.cover.unit), report.day)
        if report.draft:
            head_every_page(self._document, DRAFT, styles.DRAFT)
        if report.extent is Extent.SUMMARY:
            styles.tighten(self._document)
        self._cover(report.cover)
        if report.preface:
            self._front("kata-pengantar")
            self._blocks(report.preface)
            self._signature(report.signature)
        if report.chapters:
            before = {"kata-pengantar": report.preface, "ringkasan": report.summary}
            self._contents([key for key, blocks in before.items() if blocks])
            ask_for_update(self._document)
        if report.summary:
            self._front("ringkasan", new_page=report.extent is Extent.FULL)
            self._blocks(report.summary)
        for n, chapter in enumerate(report.chapters):
            self._chapter(chapter, new_page=n == 0)
        self._signature(report.signature)
        if report.provenance:
            self._heading("asal-usul", FRONT["asal-usul"], styles.CHAPTER)
        for name, text in report.provenance:
            line = self._paragraph("", styles.NOTE)
            line.add_run(f"{tidy(name)}: ").bold = True
            line.add_run(tidy(text))
        made = io.BytesIO()
        self._document.save(made)
        return undated(made.getvalue())

    def _cover(self, cover: Cover) -> None:
        if cover.parent is not None:
            self._paragraph(cover.parent, styles.COVER_TEXT)
        self._paragraph(cover.unit, styles.UNIT)
        self._paragraph(cover.title, styles.TITLE)
        self._paragraph(cover.period, styles.PERIOD)
        if cover.address is not None:
            self._paragraph(cover.address, styles.COVER_TEXT)

    def _front(self, key: str, *, new_page: bool = True) -> None:
        self._heading(key, FRONT[key], styles.FRONT, new_page=new_page)

    def _chapter(self, chapter: Chapter, *, new_page: bool) -> None:
        label = self._numbering.label(chapter.key)
        self._heading(chapter.key, f"{label} {tidy(chapter.title)}", styles.CHAPTER, new_page=new_page)
        for section in chapter.sections:
            label = self._numbering.label(section.key)
            self._heading(section.key, f"{label} {tidy(section.title)}", styles.SECTION)
            self._blocks(section.blocks)

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
            ("asal-usul", FRONT["asal-usul"], styles.CONTENTS[0]),
        ]
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
        add_field(paragraph, f"SEQ {kind}_{chapter} \\* ARABIC", number)
        paragraph.add_run(f"  {tidy(words)}")
        self._mark(paragraph, key)
        return paragraph

    def _table(self, given: ReportTable) -> None:
        self._caption(given.key, given.caption, styles.CAPTION)
        table = self._document.add_table(rows=1 + len(given.rows), cols=len(given.columns))
        table.style = self._document.styles[styles.TABLE]
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        widths = tuple(map(Mm, column_widths(given)))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        style = styles.SMALL_CELL if len(given.columns) > MANY_COLUMNS else styles.CELL
        for n, (row, cells) in enumerate(zip(table.rows, _rows(given), strict=True)):
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (python-docx has no such property)
            properties.append(element("w:cantSplit"))
            if n == 0:
                properties.append(element("w:tblHeader"))
            together = n < 2 or n == len(given.rows) - 1  # no head without a row, no row alone on a page
            for place, cell, width in zip(row.cells, cells, widths, strict=True):
                place.width = width
                self._cell(place, cell, style, together=together)
        self._paragraph(given.note or "", styles.NOTE)

    def _cell(
        self, place: _Cell, given: tuple[Sequence[str], bool, Align], style: str, *, together: bool
    ) -> None:
        texts, head, align = given
        for n, text in enumerate(texts):
            paragraph = place.paragraphs[0] if n == 0 else place.add_paragraph()
            paragraph.style = self._document.styles[style]
            paragraph.alignment = _ALIGNED[align]
            paragraph.paragraph_format.keep_with_next = together or None
            run = paragraph.add_run(f"{n + 1}. {tidy(text)}" if len(texts) > 1 else tidy(text))
            run.bold = head or None

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

    def _signature(self, signature: Signature) -> None:
        person = signature.person
        lines = [signature.place_and_date]
        if person is None:
            lines += ["", "", "", "…" * 24]
        else:
            lines += [f"{person.position},"] if person.position is not None else []
            lines += ["", "", "", person.name]
            lines += [f"NIP {person.nip}"] if person.nip is not None else []
        for line in lines:
            paragraph = self._paragraph(line, styles.SIGNATURE)
        paragraph.paragraph_format.keep_with_next = False

    def _paragraph(self, text: str, style: str) -> WordParagraph:
        return self._document.add_paragraph(tidy(text), self._document.styles[style])


def _rows(table: ReportTable) -> Iterable[list[tuple[Sequence[str], bool, Align]]]:
    yield [((column.title,), False, column.align) for column in table.columns]
    for row in table.rows:
        yield [
            (cell.texts or ("",), cell.head, column.align)
            for cell, column in zip(row, table.columns, strict=True)
        ]


def _line(entry: ContentsLine) -> str:
    return f"{entry.label} {tidy(entry.title)}"
