"""Parts of a Word document that python-docx does not make: fields, links, turned pictures, drawings."""

from __future__ import annotations

import io
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml.etree import XMLSyntaxError

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.report import WORD_STYLES_MISSING, WORD_TEMPLATE_UNREADABLE
from ipak_cli.report.templates import WORD_DOCUMENT, own_path, templates_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Footer, _Header
    from docx.shape import InlineShape
    from docx.shared import Length
    from docx.text.paragraph import Paragraph

_NO_DOCUMENT: Final = (
    AttributeError, BadZipFile, EOFError, LookupError, NotImplementedError, OSError, PackageNotFoundError,
    RuntimeError, ValueError, XMLSyntaxError, zlib.error,
)  # fmt: skip
"""What python-docx raises when a file is no Word document, or a damaged one."""
_LONGEST_NAME: Final = 40
"""Letters of a bookmark's name at most."""
_LONGEST_PROPERTY: Final = 255
_TURNS: Final = {
    1: (0, False), 2: (0, True), 3: (180, False), 4: (180, True), 5: (270, True), 6: (90, False),
    7: (90, True), 8: (270, False),
}  # fmt: skip
"""For each orientation of a photograph: degrees to turn it clockwise, and whether it is mirrored before."""
_JPEG: Final = b"\xff\xd8"
_DEGREE: Final = 60_000
"""Units of a degree in DrawingML."""
_QUARTERS: Final = frozenset({90, 270})
_SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NAMESPACE: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def open_template(own: bytes | None, styles: Iterable[str]) -> Document:
    """Open the document that a report is written into: an office's own, else the shipped one.

    Raises ``ProblemsFoundError`` where its own cannot be opened as a Word document, or lacks some styles.
    """
    content = (templates_folder() / WORD_DOCUMENT).read_bytes() if own is None else own
    where = Where(own_path(WORD_DOCUMENT))
    try:
        document = docx.Document(io.BytesIO(content))
        known = {style.name for style in document.styles}
    except _NO_DOCUMENT:
        raise ProblemsFoundError([problem(WORD_TEMPLATE_UNREADABLE, where)]) from None
    if missing := [name for name in styles if name not in known]:
        raise ProblemsFoundError([problem(WORD_STYLES_MISSING, where, styles=", ".join(missing))])
    return document


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """Make an element such as ``w:tab`` with attributes of Word's own namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def run_of(text: str) -> BaseOxmlElement:
    """Make a run of plain text; a line break in it is one in Word."""
    run = OxmlElement("w:r")
    for n, line in enumerate(text.split("\n")):
        if n:
            run.append(OxmlElement("w:br"))
        words = OxmlElement("w:t")
        words.text = line
        words.set(qn("xml:space"), "preserve")
        run.append(words)
    return run


def mark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around all that a paragraph holds, so that links and lists lead to it."""
    content = paragraph._p  # noqa: SLF001 (python-docx has no bookmarks)
    start = element("w:bookmarkStart", id=str(number), name=name)
    properties = content.pPr
    content.insert(0 if properties is None else list(content).index(properties) + 1, start)
    content.append(element("w:bookmarkEnd", id=str(number)))


def add_link(paragraph: Paragraph, name: str, text: str) -> None:
    """Add words that lead to the bookmark of a name."""
    link = element("w:hyperlink", anchor=name, history="1")
    link.append(run_of(text))
    paragraph._p.append(link)  # noqa: SLF001 (python-docx has no links)


def add_field(paragraph: Paragraph, instruction: str, text: str, *, bold: bool = False) -> None:
    """Add a field with the text that it shows until Word updates it."""
    field, run = element("w:fldSimple", instr=instruction), run_of(text)
    if bold:
        properties = OxmlElement("w:rPr")
        properties.append(OxmlElement("w:b"))
        run.insert(0, properties)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 (python-docx has no fields)


def open_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field at the start of a paragraph whose text may go on over further paragraphs."""
    begin, code, separate = (OxmlElement("w:r") for _ in range(3))
    begin.append(element("w:fldChar", fldCharType="begin"))
    words = OxmlElement("w:instrText")
    words.text = f" {instruction} "
    words.set(qn("xml:space"), "preserve")
    code.append(words)
    separate.append(element("w:fldChar", fldCharType="separate"))
    content = paragraph._p  # noqa: SLF001 (python-docx has no fields)
    at = 0 if content.pPr is None else list(content).index(content.pPr) + 1
    for n, part in enumerate((begin, code, separate)):
        content.insert(at + n, part)


def close_field(paragraph: Paragraph) -> None:
    """End a field at the end of a paragraph."""
    end = OxmlElement("w:r")
    end.append(element("w:fldChar", fldCharType="end"))
    paragraph._p.append(end)  # noqa: SLF001 (python-docx has no fields)


def set_properties(document: Document, title: str, author: str, day: date) -> None:
    """Set what a document says of itself, in its properties and where its pages show its title."""
    properties = document.core_properties
    properties.title, properties.author = title[:_LONGEST_PROPERTY], author[:_LONGEST_PROPERTY]
    properties.language, properties.last_modified_by, properties.revision = "id-ID", "", 1
    properties.created = properties.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    for section in document.sections:
        parts = (section.header, section.footer, section.first_page_header, section.first_page_footer)
        for part in parts:
            if not part.is_linked_to_previous:
                _fill_titles(part, title)


def _fill_titles(part: _Header | _Footer, title: str) -> None:
    for field in part._element.iter(qn("w:fldSimple")):  # noqa: SLF001 (python-docx has no fields)
        if field.get(qn("w:instr"), "").split()[:1] == ["TITLE"]:
            next(field.iter(qn("w:t"))).text = title


def head_every_page(document: Document, text: str, style: str) -> None:
    """Write a text at the head of every page, the first too, above what stands there."""
    for section in document.sections:
        for header in (section.first_page_header, section.header):
            header.is_linked_to_previous = False
            first = header.paragraphs[0]
            first.insert_paragraph_before(text, document.styles[style])


def bookmark(number: int, key: str) -> str:
    """Return a name that Word takes: letters, digits and lines below, each once."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in key)
    return f"b{number}_{plain}"[:_LONGEST_NAME]


def ask_for_update(document: Document) -> None:
    """Let Word offer to bring its fields up to date when the document is opened: page numbers, lists."""
    settings = document.settings.element
    for old in settings.findall(qn("w:updateFields")):
        settings.remove(old)
    settings.append(element("w:updateFields", val="true"))


def add_dots(paragraph: Paragraph, content: bytes, width: Length, height: Length) -> InlineShape:
    """Add a PNG or JPEG to a paragraph, turned as its camera was held, and as large as it is to be shown.

    Word knows nothing of what EXIF says of that: its own frame is turned, and the picture inside has none.
    """
    degrees, mirrored = 0, False
    if content.startswith(_JPEG):
        from ipak_cli.report.picture_jpeg import as_stored, orientation_of  # noqa: PLC0415 (few reports have any)

        degrees, mirrored = _TURNS[orientation_of(content)]
        content = as_stored(content)
    if degrees in _QUARTERS:  # Word and LibreOffice want to know both sizes as they are before the turn
        width, height = height, width
    picture = paragraph.add_run().add_picture(io.BytesIO(content), width, height)
    frame = picture._inline.graphic.graphicData.pic.spPr.get_or_add_xfrm()  # noqa: SLF001 (python-docx turns nothing)
    if degrees:
        frame.set("rot", str(degrees * _DEGREE))
    if mirrored:
        frame.set("flipH", "1")
    return picture


def describe(picture: InlineShape, text: str) -> None:
    """Give a picture the words that stand for it where it cannot be seen, and no space around it."""
    inline = picture._inline  # noqa: SLF001 (python-docx sets neither)
    inline.docPr.set("descr", text)
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # LibreOffice takes 3 mm where nothing is said


def add_svg(document: Document, picture: InlineShape, svg: bytes, name: str) -> None:
    """Put a drawing beside the pixels of a picture: programs that can draw it take it in their place."""
    part = Part(PackURI(f"/word/media/{name}"), "image/svg+xml", svg, document.part.package)
    key = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    pixels = picture._inline.graphic.graphicData.pic.blipFill.blip  # noqa: SLF001 (as above)
    pixels.append(
        parse_xml(
            f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{_SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG_NAMESPACE}" r:embed="{key}"/></a:ext></a:extLst>'
        )
    )


def restart(document: Document, paragraph: Paragraph, style: str, number: int | None) -> int:
    """Put a paragraph into a numbered list and return the list's number; ``None`` begins a new one."""
    if number is None:
        numbering = document.part.numbering_part.element
        base = document.styles[style].element.pPr.numPr.numId.val
        number = numbering.add_num(numbering.num_having_numId(base).abstractNumId.val).numId
        numbering.num_having_numId(number).add_lvlOverride(ilvl=0).add_startOverride(1)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 (python-docx has no lists)
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
    return number
