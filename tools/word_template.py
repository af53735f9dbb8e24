"""Write the template document of the report in Word: ``python tools/word_template.py``.

It holds what an office may alter in Word itself: page, styles, header and footer. Its styles are found by
their names; every run writes the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ipak_cli.base.archive import undated
from ipak_cli.report.formats.word_styles import (
    BODY,
    BULLETS,
    CAPTION,
    CELL,
    CHAPTER,
    CONTENTS,
    COVER_TEXT,
    DRAFT,
    FIGURES,
    FRONT,
    LIST_OF_TABLES,
    NOTE,
    NUMBERS,
    PERIOD,
    SECTION,
    SECTION_OF_FRONT,
    SIGNATURE,
    SMALL_CELL,
    TABLE,
    TITLE,
    UNIT,
)

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle

OUT: Final = Path(__file__).parents[1] / "templates/word/laporan.docx"
SERIF, SANS = "Times New Roman", "Arial"
ACCENT, SOFT, INK = (RGBColor.from_string(each) for each in ("163A63", "4A5664", "1B232C"))
RIGHT_EDGE: Final = Mm(162)
_KEPT: Final = frozenset({BODY, TITLE, CHAPTER, SECTION, CAPTION, BULLETS, NUMBERS, "header", "footer"})
"""Those of Word's own styles that a report uses."""


def template() -> bytes:
    """Return the template document."""
    document = Document()
    _without_unused(document)
    _page(document)
    _styles(document)
    _table_style(document)
    _footer(document)
    properties = document.core_properties
    properties.author = "ipak"
    properties.title = "Templat laporan"
    properties.comments = ""
    properties.language = "id-ID"
    properties.created = properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001 (the file holds no zone)
    written = io.BytesIO()
    document.save(written)
    return undated(written.getvalue())


def _without_unused(document: Word) -> None:
    """Drop what python-docx starts from and no report uses: a picture, a hundred styles of tables."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package.rels.pop(key)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("/customXml", "/stylesWithEffects")):
            document.part.rels.pop(key)
    styles = document.styles
    for style in list(styles):
        if (
            style.type in {WD_STYLE_TYPE.TABLE, WD_STYLE_TYPE.CHARACTER}
            and not style.element.get(qn("w:default"))
        ) or (style.type is WD_STYLE_TYPE.PARAGRAPH and style.name not in _KEPT):
            style.delete()
    for link in list(styles.element.iter(qn("w:link"))):
        link.getparent().remove(link)  # the styles of letters that went with them are gone


def _page(document: Word) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(24)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True


def _styles(document: Word) -> None:
    _body(document)
    _headings(document)
    _cover(document)
    _around_tables(document)
    _lists(document)
    _draft(document)


def _body(document: Word) -> None:
    normal = _paragraphs(document, BODY)
    _letters(normal, SERIF, 11)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.03
    normal.element.get_or_add_rPr().append(_with("w:lang", val="id-ID", eastAsia="id-ID", bidi="id-ID"))
    for default in document.styles.element.iter(qn("w:lang")):
        default.set(qn("w:val"), "id-ID")
    signature = _paragraphs(document, SIGNATURE, based_on=BODY)
    signature.paragraph_format.left_indent = Mm(85)
    signature.paragraph_format.space_after = Pt(0)
    signature.paragraph_format.keep_with_next = True


def _headings(document: Word) -> None:
    sizes = (
        (CHAPTER, 17, 24, 10),
        (SECTION, 12.5, 14, 6),
        (FRONT, 17, 0, 10),
        (SECTION_OF_FRONT, 12.5, 14, 6),
    )
    for name, size, before, after in sizes:
        heading = _paragraphs(document, name, based_on=BODY if name in {FRONT, SECTION_OF_FRONT} else None)
        _letters(heading, SANS, size, bold=True, colour=ACCENT)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(before), Pt(after)
        heading.paragraph_format.keep_with_next = True


def _cover(document: Word) -> None:
    for name, size, colour in ((UNIT, 15, ACCENT), (PERIOD, 17, None), (COVER_TEXT, 11, SOFT)):
        style = _paragraphs(document, name, based_on=BODY)
        _letters(style, SANS, size, bold=name == UNIT, colour=colour)
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title = _paragraphs(document, TITLE)
    _letters(title, SANS, 28, bold=True, colour=ACCENT)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before, title.paragraph_format.space_after = Mm(75), Pt(12)
    for border in title.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)


def _around_tables(document: Word) -> None:
    for name, before, after in ((CAPTION, 10, 4), (FIGURES, 2, 10)):
        caption = _paragraphs(document, name, based_on=CAPTION if name == FIGURES else None)
        _letters(caption, SANS, 9.5, bold=False, colour=INK)
        caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(before), Pt(after)
        caption.paragraph_format.keep_with_next = name == CAPTION
    sizes = ((CELL, 8.5, 0, 0, None), (SMALL_CELL, 7.5, 0, 0, None), (NOTE, 8.5, 3, 10, SOFT))
    for name, size, before, after, colour in sizes:
        style = _paragraphs(document, name, based_on=BODY)
        _letters(style, SANS, size, colour=colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.0


def _draft(document: Word) -> None:
    mark = _paragraphs(document, DRAFT, based_on=BODY)
    _letters(mark, SANS, 20, bold=True, colour=RGBColor.from_string("A3133B"))
    mark.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _lists(document: Word) -> None:
    for name in (BULLETS, NUMBERS):
        _paragraphs(document, name).paragraph_format.space_after = Pt(3)
    for name in (*CONTENTS, LIST_OF_TABLES):
        lines = _paragraphs(document, name, based_on=BODY)
        _letters(lines, SANS, 9.5, bold=name == CONTENTS[0])
        lines.paragraph_format.space_after = Pt(2)
        lines.paragraph_format.left_indent = Mm(6 if name == CONTENTS[1] else 0)
        lines.paragraph_format.tab_stops.add_tab_stop(RIGHT_EDGE, WD_TAB_ALIGNMENT.RIGHT)


def _paragraphs(document: Word, name: str, based_on: str | None = None) -> ParagraphStyle:
    known = name in [style.name for style in document.styles]
    style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if based_on:
        style.base_style = document.styles[based_on]
    style.hidden, style.quick_style = False, True
    return style


def _letters(
    style: ParagraphStyle, font: str, size: float, *, bold: bool | None = None, colour: RGBColor | None = None
) -> None:
    style.font.name, style.font.size = font, Pt(size)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), font)
    if bold is not None:
        style.font.bold = bold
    style.font.italic = False
    if colour is not None:
        style.font.color.rgb = colour


def _table_style(document: Word) -> None:
    """Add the style of all tables: a shaded head between lines, thin lines below the rows."""
    style = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    table = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side, size, colour in (("top", 12, "163A63"), ("bottom", 12, "163A63"), ("insideH", 4, "B9C3CE")):
        borders.append(_with(f"w:{side}", val="single", sz=str(size), space="0", color=colour))
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 50), ("left", 80), ("bottom", 50), ("right", 80)):
        margins.append(_with(f"w:{side}", w=str(twips), type="dxa"))
    table.append(borders)
    table.append(margins)
    head = _with("w:tblStylePr", type="firstRow")
    letters = OxmlElement("w:rPr")
    letters.append(OxmlElement("w:b"))
    cell = OxmlElement("w:tcPr")
    below = OxmlElement("w:tcBorders")
    below.append(_with("w:bottom", val="single", sz="8", space="0", color="163A63"))
    cell.append(below)
    cell.append(_with("w:shd", val="clear", color="auto", fill="F1F4F8"))
    head.append(letters)
    head.append(cell)
    style.element.append(table)
    style.element.append(head)


def _footer(document: Word) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles[NOTE]
    paragraph.paragraph_format.tab_stops.add_tab_stop(RIGHT_EDGE, WD_TAB_ALIGNMENT.RIGHT)
    paragraph._p.append(_field("TITLE", "Laporan"))  # noqa: SLF001 (python-docx has no fields)
    paragraph.add_run("\tHalaman ")
    paragraph._p.append(_field("PAGE", "1"))  # noqa: SLF001
    paragraph.add_run(" dari ")
    paragraph._p.append(_field("NUMPAGES", "1"))  # noqa: SLF001


def _field(instruction: str, text: str) -> OxmlElement:
    field = _with("w:fldSimple", instr=instruction)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = text
    run.append(words)
    field.append(run)
    return field


def _with(tag: str, **attributes: str) -> OxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


if __name__ == "__main__":
    OUT.write_bytes(template())
