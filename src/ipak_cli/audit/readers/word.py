"""Word documents (.docx): paragraphs and tables in their order, with all tracked changes accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid, Passage, Place, TextKind
from ipak_cli.audit.readers.passages import LineKinds, with_captions
from ipak_cli.audit.readers.refusal import as_report, damaged
from ipak_cli.audit.readers.word_numbering import Numbering
from ipak_cli.audit.readers.word_xml import child, children, is_on, local, parsed, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.document import Part
    from ipak_cli.audit.readers.word_xml import Element
    from ipak_cli.tables.zip import Archive

_MAIN: Final = "word/document.xml"
_WRAPPERS: Final = frozenset(
    (
        *("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple"),
        *("AlternateContent", "Choice", "dir", "bdo", "oMathPara", "txbxContent"),
    )
)
"""What stands around paragraphs, cells and runs without being seen."""
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_EDGES: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_HEADING: Final = re.compile(r"(?i)(?:heading|judul|title)\b")
_LISTED: Final = re.compile(r"(?i)(?:toc\s*\d|table of figures|daftar isi)")
_BODY_LEVEL: Final = 9
"""The outline level of running text."""
_DEEPEST_STYLE: Final = 20
_NO_LIST: Final = frozenset({"", "0"})


def parts_of_word(file: str, archive: Archive) -> tuple[Part, ...]:
    """Return the parts of a Word document. Raises ``ProblemsFoundError`` for a damaged or too large one."""
    return as_report(lambda: _read(file, archive), file)


def is_word(archive: Archive) -> bool:
    """Tell a Word document by its parts."""
    return _MAIN in archive


def _read(file: str, archive: Archive) -> tuple[Part, ...]:
    root = parsed(archive, _MAIN)
    body = child(root, "body")
    if body is None:
        raise damaged(file)
    reader = _Reader(
        _Styles.of(parsed(archive, "word/styles.xml")),
        Numbering.of(parsed(archive, "word/numbering.xml")),
        {
            f"{kind}:{value_of(note, 'id')}": note
            for kind in ("footnote", "endnote")
            if (notes := parsed(archive, f"word/{kind}s.xml")) is not None
            for note in children(notes, kind)
        },
    )
    edges = [
        edge
        for part in sorted(archive.parts)
        if _EDGES.fullmatch(part) and (edge := parsed(archive, part)) is not None
    ]
    footers = dict.fromkeys(
        part.text for edge in edges for part in reader.blocks(edge) if isinstance(part, Passage)
    )
    return (
        *with_captions(reader.blocks(body)),
        *(Passage(text, TextKind.FOOTER, Place()) for text in footers),
    )


@dataclass(frozen=True, slots=True)
class _Styles:
    """The styles of paragraphs: what each is called, what it is based on, and its list and level."""

    named: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> _Styles:
        """Read the part of a document that describes its styles, if it has one."""
        return cls({} if root is None else {value_of(s, "styleId"): s for s in children(root, "style")})

    def line(self, style: str) -> Iterator[Element]:
        """Yield a style and those that it is based on, the nearest first."""
        for _ in range(_DEEPEST_STYLE):
            found = self.named.get(style)
            if found is None:
                return
            yield found
            style = value_of(child(found, "basedOn"))

    def kind(self, style: str, properties: Element | None) -> TextKind | None:
        """Return what a paragraph is by its style and outline level, ``None`` where they do not say it."""
        line = [*self.line(style)]
        names = [value_of(child(each, "name")) for each in line]
        if any(map(_LISTED.match, names)):
            return TextKind.CONTENTS
        levels = [child(each, "outlineLvl") for each in (properties, *(child(s, "pPr") for s in line))]
        level = next((value_of(each) for each in levels if each is not None), f"{_BODY_LEVEL}")
        is_heading = any(map(_HEADING.match, names)) or level < f"{_BODY_LEVEL}"
        return TextKind.HEADING if is_heading else None

    def list_of(self, style: str) -> tuple[str, str, str]:
        """Return the list that a style counts in, the level that it names, and the style that says so."""
        for each in self.line(style):
            numbers = child(child(each, "pPr"), "numPr")
            if numbers is not None and (number := value_of(child(numbers, "numId"))):
                return number, value_of(child(numbers, "ilvl")), value_of(each, "styleId")
        return "", "", ""


@dataclass(slots=True)
class _Reader:
    """A walk through a document's blocks; lists count on as it goes."""

    styles: _Styles
    numbering: Numbering
    notes: dict[str, Element]
    kinds: LineKinds = field(default_factory=LineKinds)

    def blocks(self, around: Element) -> Iterator[Part]:
        """Yield the paragraphs and tables in an element."""
        for block in _shown(around):
            if local(block) == "p":
                yield from self.paragraph(block)
            elif local(block) == "tbl":
                yield from self.table(block)

    def paragraph(self, paragraph: Element) -> Iterator[Part]:
        """Yield a paragraph, then what hangs on it: text boxes and notes."""
        found = _Text()
        found.take(paragraph)
        text = f"{self._number(paragraph, found)}{found.text}"
        if plain := " ".join(text.split()):
            known = self.styles.kind(_style(paragraph), child(paragraph, "pPr"))
            yield Passage(plain, self.kinds.of(text if "\t" in text else plain, known=known), Place())
        yield from self.hanging(found)

    def hanging(self, found: _Text) -> Iterator[Part]:
        """Yield the text boxes and notes of a paragraph or of a table's cells."""
        for around in (*found.boxes, *(self.notes[each] for each in found.notes if each in self.notes)):
            yield from self.blocks(around)

    def table(self, table: Element) -> Iterator[Part]:
        """Yield a table, then what stands in its cells besides text; one of a single column is a frame."""
        rows = [
            (row, [cell for cell in _shown(row) if local(cell) == "tc"])
            for row in _shown(table)
            if local(row) == "tr" and child(child(row, "trPr"), "del") is None
        ]
        if all(len(cells) <= 1 for _, cells in rows):
            for cell in (cell for _, cells in rows for cell in cells):
                yield from self.blocks(cell)
            return
        inside = _Text()
        texts = [self._row(row, cells, inside) for row, cells in rows]
        width = max(map(len, texts))
        yield Grid(tuple((*row, *("",) * (width - len(row))) for row in texts), Place())
        for nested in inside.tables:
            yield from self.table(nested)
        yield from self.hanging(inside)

    def _row(self, row: Element, cells: list[Element], inside: _Text) -> list[str]:
        """Return a row's texts, one a column of the table: a merged cell's text stands in its first place."""
        before, after = (_count(child(child(row, "trPr"), name)) for name in ("gridBefore", "gridAfter"))
        texts = [""] * before
        for cell in cells:
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and value_of(merged) != "restart"
            texts.append("" if goes_on else self._cell(cell, inside))
            texts += [""] * (_count(child(properties, "gridSpan"), 1) - 1)
        return texts + [""] * after

    def _cell(self, cell: Element, inside: _Text) -> str:
        texts = []
        for block in _shown(cell):
            if local(block) == "tbl":
                inside.tables.append(block)
            elif local(block) == "p":
                found = _Text()
                found.take(block)
                texts.append(f"{self._number(block, found)}{found.text}")
                inside.boxes += found.boxes
                inside.notes += found.notes
        return " ".join(" ".join(texts).split())

    def _number(self, paragraph: Element, found: _Text) -> str:
        """Return the number that Word counts for a paragraph, which an empty one has not, with a space."""
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        number, level, style = self.styles.list_of(_style(paragraph))
        if own is not None:
            number, level = value_of(child(own, "numId")) or number, value_of(child(own, "ilvl")) or level
        if number in _NO_LIST or not found.text.strip():
            return ""
        place = int(level) if level.isdigit() else self.numbering.level_of_style(number, style)
        text = self.numbering.next(number, place)
        return f"{text} " if text else ""


@dataclass(slots=True)
class _Text:
    """What runs say, and what hangs on them: text boxes, tables within cells, footnotes."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, around: Element) -> None:
        """Take the runs in an element, one after the other; of a field, the text that it showed last."""
        for each in _shown(around):
            name = local(each)
            if name == "r":
                self._run(each)
            elif name in {"oMath", "e", "num", "den", "sub", "sup", "f", "sSup", "sSub", "rad", "d"}:
                self.take(each)  # a formula
            elif name == "t":
                self.text += f" {each.text or ''} "

    def _run(self, run: Element) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            return
        raised = value_of(child(properties, "vertAlign")) == "superscript"
        for each in _shown(run):
            name = local(each)
            if name == "t":
                text = each.text or ""
                self.text += text.translate(_RAISED) if raised else text
            elif name in _SIGNS:
                self.text += _SIGNS[name]
            elif name in {"footnoteReference", "endnoteReference"}:
                self.notes.append(f"{name.removesuffix('Reference')}:{value_of(each, 'id')}")
            elif name in {"drawing", "pict"}:
                self.boxes += [box for box in each.iter() if local(box) == "txbxContent"]


def _shown(around: Element) -> Iterator[Element]:
    """Yield the elements in another one, without those that only stand around them or were deleted."""
    for each in around:
        if local(each) in _WRAPPERS:
            yield from _shown(each)
        else:
            yield each


def _style(paragraph: Element) -> str:
    return value_of(child(child(paragraph, "pPr"), "pStyle"))


def _count(element: Element | None, other: int = 0) -> int:
    """Return a number of columns; what is no number, or more than Word's own 63, is ``other``."""
    text = value_of(element)
    return int(text) if text.isdigit() and len(text) < 3 and int(text) <= _MOST_COLUMNS else other


_MOST_COLUMNS: Final = 63
