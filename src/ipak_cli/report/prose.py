"""Running text: made harmless, written by templates, and read as paragraphs, lists and references."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import MONTHS
from ipak_cli.report.numbering import NumberedReport, number
from ipak_cli.report.outline import LinkedText, Listing, Paragraph, Prose, Reference
from ipak_cli.report.sandbox import Sandbox, work_allowed
from ipak_cli.report.templates import TemplateFiles, check_own_templates, own_faults_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ipak_cli.report.numbering import Numbering
    from ipak_cli.report.outline import Block, Chapter, Report, RunningText

_UNSEEN: Final = (
    0x061C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF,
    *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE1000),
)  # fmt: skip
"""Marks that turn the writing direction or are not seen: with them a text could look like another one."""
_SURROGATES: Final = range(0xD800, 0xE000)
_KEPT_CONTROLS: Final = "\t\n"
_CONTROLS: Final = [n for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) not in _KEPT_CONTROLS]
_NOTHING: Final = dict.fromkeys((*_UNSEEN, *_SURROGATES, *_CONTROLS))
_DATE: Final = re.compile(rf"(?<![\d.,])(\d{{1,2}}) ({'|'.join(MONTHS)}) (?=\d{{4}}\b)")
_FROM_TO: Final = re.compile(rf"(?<=\d) s\.d\. (?=[\d.,]*\d(?![\d.,]*\d|\s(?:{'|'.join(MONTHS)})\b))")
"""Between two numbers; the days of two dates would be too long for one line."""
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_BREAK: Final = re.compile(r"[ \t\n]+")
_ITEM: Final = re.compile(r"(?:-|(\d{1,3})[.)])\s+(?=\S)")
_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Between them stands which part a label names, behind the label: two characters that no text may hold."""
_MARK: Final = re.compile(rf"{_BEGIN}(\d{{1,4}}){_END}")
_NO_MARKS: Final = str.maketrans("", "", _BEGIN + _END)
_WORD_BEFORE: Final = re.compile(r"\b[Bb]agian $")
"""What belongs to a label in a sentence: ``bagian 3.5`` leads to the part, and not the number alone."""


def tidy(text: str) -> str:
    """Return a text as every output can show it; a range of numbers is not broken over two lines.

    Nor is a day with its month; a year may stand on the next line, as columns of dates are narrow.
    What no output can hold is dropped: control characters, halves of characters, marks of direction.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOTHING)
    text = _DATE.sub(rf"\1{_NO_BREAK}\2 ", text)
    return _FROM_TO.sub(f"{_NO_BREAK}s.d.{_NO_BREAK}", text)


def unbroken(text: str) -> list[str]:
    """Return what of a text stands on one line in any case: its words, dates and ranges of numbers."""
    return [word for word in _BREAK.split(tidy(text)) if word]


def one_line(text: str) -> str:
    """Return a tidy text on one line."""
    return " ".join(tidy(text).split())


def read_prose(text: str) -> tuple[Paragraph | Listing, ...]:
    """Return the paragraphs and lists of a text, in order.

    A line that begins no item goes on with the paragraph or the item before it. A list ends at a blank line
    that no item of the same kind follows.
    """
    return tuple(_joined(_pieces(text)))


def _pieces(text: str) -> Iterator[Paragraph | Listing]:
    """Return one paragraph a piece and one list an item."""
    for part in re.split(r"\n\s*\n", text.strip()):
        lines: list[str] = []
        for line in part.splitlines():
            if _ITEM.match(line.strip()) and lines:
                yield _piece(lines)
                lines = []
            lines.append(line)
        if any(line.strip() for line in lines):
            yield _piece(lines)


def _piece(lines: Sequence[str]) -> Paragraph | Listing:
    text = " ".join(" ".join(lines).split())
    item = _ITEM.match(text)
    return Listing((text[item.end() :],), ordered=item[1] is not None) if item else Paragraph(text)


def _joined(pieces: Iterable[Paragraph | Listing]) -> Iterator[Paragraph | Listing]:
    """Join the items that follow each other into one list."""
    before: Listing | None = None
    for piece in pieces:
        if isinstance(piece, Listing) and before and before.ordered == piece.ordered:
            before = Listing(before.items + piece.items, ordered=piece.ordered)
            continue
        if before:
            yield before
        before = piece if isinstance(piece, Listing) else None
        if isinstance(piece, Paragraph):
            yield piece
    if before:
        yield before


def with_prose(report: Report, variables: Mapping[str, object], own: Mapping[str, str]) -> NumberedReport:
    """Give every part its number, and put what text templates say in the place of their names.

    ``variables`` are what text templates may name. ``own`` holds an office's own templates by name, such as
    ``naskah/kata_pengantar.txt.j2``. Raises ``ProblemsFoundError`` for the faults of own templates, and
    ``ValueError`` when two parts have the same key.
    """
    numbering = number(report)
    check_own_templates(own)
    functions = {"ref": lambda key: _marked_label(numbering, key)}
    limit = work_allowed(report) if own else None
    texts = Sandbox(TemplateFiles(own), one_line, functions, escapes=False, limit=limit)
    given = {name: _without_marks(value) for name, value in variables.items()}

    def written(name: str) -> Iterator[Block]:
        text = texts.get_template(f"naskah/{name}.txt.j2").render(given)
        return (_with_references(block, numbering) for block in read_prose(text))

    with own_faults_told(own):
        return NumberedReport(_filled(report, written), numbering)


def _filled(report: Report, written: Callable[[str], Iterable[Block]]) -> Report:
    """Put what ``written`` returns for a text template's name in its place."""

    def read(blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield from written(block.name) if isinstance(block, Prose) else (block,)

    def chapter(given: Chapter) -> Chapter:
        sections = (replace(section, blocks=tuple(read(section.blocks))) for section in given.sections)
        return replace(given, sections=tuple(sections))

    chapters = tuple(chapter(each) for each in report.chapters)
    return replace(report, preface=tuple(read(report.preface)), chapters=chapters)


def _marked_label(numbering: Numbering, key: str) -> str:
    """Return a label with a mark behind it: a template's text stays text until it has been read."""
    label = numbering.label(key)
    return f"{label}{_BEGIN}{list(numbering.labels).index(key)}{_END}"


def _without_marks(value: object) -> object:
    match value:
        case str():
            return value.translate(_NO_MARKS)
        case tuple():
            return tuple(map(_without_marks, value))
        case _:
            return value


def _with_references(block: Paragraph | Listing, numbering: Numbering) -> Block:
    match block:
        case Paragraph(text):
            return Paragraph(_linked(str(text), numbering))
        case Listing(items, ordered):
            return Listing(tuple(_linked(str(item), numbering) for item in items), ordered)


def _linked(text: str, numbering: Numbering) -> RunningText:
    """Return a text with its marked labels as references."""
    pieces = _MARK.split(text)
    parts: list[str | Reference] = []
    for before, mark in zip(pieces[::2], pieces[1::2], strict=False):
        parts += _referring(before, int(mark), numbering)
    parts.append(pieces[-1].translate(_NO_MARKS))
    if all(isinstance(part, str) for part in parts):
        return "".join(map(str, parts))
    return LinkedText(tuple(part for part in parts if part))


def _referring(text: str, position: int, numbering: Numbering) -> Iterator[str | Reference]:
    """Yield what stands before a label, and the label as a reference; one that was changed stays text."""
    key, label = dict(enumerate(numbering.labels.items())).get(position, ("", ""))
    before, words = text[: len(text) - len(label)], text[len(text) - len(label) :]
    if not key or words.casefold() != label.casefold():
        yield text.translate(_NO_MARKS)
        return
    if word := _WORD_BEFORE.search(before):
        before, words = before[: word.start()], before[word.start() :] + words
    yield before.translate(_NO_MARKS)
    yield Reference(key, words)
