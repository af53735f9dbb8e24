"""The pages of a PDF as PDFium tells them: glyphs with their places, straight lines, and the tree of tags."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from ipak_cli.audit.readers.limits import MOST_LETTERS, MOST_PAGES
from ipak_cli.audit.readers.pdf_streams import unpacks_too_far
from ipak_cli.audit.readers.pdf_tree import Tag, add_tags
from ipak_cli.audit.readers.refusal import damaged, refused, too_large
from ipak_cli.catalogue.audit import REPORT_PASSWORD_PROTECTED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Turn(Protocol):
        """Turns a point or a way of a page."""

        def __call__(self, x: float, y: float, *, is_way: bool = False) -> tuple[float, float]:
            """Return the point, or the way, as the page is shown."""


_LINE_END_HYPHEN: Final = "\x02"
"""What PDFium has for a hyphen at the end of a line."""
_LETTERS_IN_ONE: Final = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\xad": ""})
_MOST_GLYPHS: Final = 30_000
"""Of a page; a page of small print has some ten thousand."""
_FEW_GLYPHS: Final = 300
"""A stamp, a page's number, or the line of an electronic signature on a scanned page."""
_MOSTLY: Final = 0.5
_MOST_PICTURES: Final = 1_000
_MOST_OBJECTS: Final = 20_000
_MOST_EDGES: Final = 6_000
_PASSWORD: Final = 4
_BELOW: Final = 0.2
"""Of a letter's height: what is below the line that it stands on."""
_AXIS: Final = 1.0
"""Points that the ends of a level or upright line may differ by."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, or a sign that stands for several; points from the left and from the page's lower edge."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    content: int = -1
    """The number of the tagged content that it belongs to; -1 for none."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight line: at ``at`` across its direction, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page; its letters stand in the order of the file, its texts with the blanks that PDFium sees."""

    number: int
    height: float
    glyphs: tuple[Glyph, ...]
    level: tuple[Edge, ...]
    upright: tuple[Edge, ...]
    texts: dict[int, str]
    """For each tagged content, its text; -1 has what no tag holds."""
    is_picture: bool = False
    """Whether a picture covers most of it, and hardly any letter stands beside it: a scanned page."""


def pages_of(file: str, content: bytes) -> tuple[list[Page], Tag]:
    """Return all pages, and the tree of tags over them. Raises ``ProblemsFoundError``."""
    import pypdfium2  # noqa: PLC0415 (PDF files alone need it)

    if unpacks_too_far(content):
        raise too_large(file)
    try:
        with pypdfium2.PdfDocument(content) as document:
            return _all_pages(document, file)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise (refused(REPORT_PASSWORD_PROTECTED, file) if locked else damaged(file)) from None


def _all_pages(document: Any, file: str) -> tuple[list[Page], Tag]:  # noqa: ANN401 (PDFium has no types)
    if len(document) > MOST_PAGES:
        raise too_large(file)
    root = Tag()
    pages: list[Page] = []
    letters = 0
    for number in range(len(document)):
        pages.append(_page(document, number, root, file))
        letters += len(pages[-1].glyphs)
        if letters > MOST_LETTERS:
            raise too_large(file)
    return pages, root


def _page(document: Any, number: int, root: Tag, file: str) -> Page:  # noqa: ANN401 (PDFium has no types)
    page = document[number]
    text = page.get_textpage()
    try:
        if text.count_chars() > _MOST_GLYPHS:
            raise too_large(file)
        turn = _turn(page)
        glyphs, texts = _glyphs(text, turn)
        level, upright = _edges(page, turn)
        add_tags(page, number + 1, root)
        is_picture = len(glyphs) < _FEW_GLYPHS and _is_pictured(page)
        return Page(number + 1, page.get_height(), glyphs, level, upright, texts, is_picture)
    finally:
        text.close()
        page.close()


def _turn(page: Any) -> Turn:  # noqa: ANN401
    """Return what turns a point, or a way, of a page into how the page is shown."""
    turned = page.get_rotation()
    width, height = page.get_size()

    def turn(x: float, y: float, *, is_way: bool = False) -> tuple[float, float]:
        across, up = (0.0, 0.0) if is_way else (width, height)
        match turned:
            case 90:
                return y, up - x
            case 180:
                return across - x, up - y
            case 270:
                return across - y, x
            case _:
                return x, y

    return turn


def _glyphs(text: Any, turn: Turn) -> tuple[tuple[Glyph, ...], dict[int, str]]:  # noqa: ANN401
    from pypdfium2 import raw  # noqa: PLC0415 (as above)

    found: list[Glyph] = []
    texts: dict[int, list[str]] = {}
    last = -1
    for place in range(text.count_chars()):
        letter = _letter(raw.FPDFText_GetUnicode(text, place))
        holder = raw.FPDFText_GetTextObject(text, place)
        if holder and raw.FPDFTextObj_GetTextRenderMode(holder) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            continue  # what a scanner guessed that a picture says
        if holder:
            last = raw.FPDFPageObj_GetMarkedContentID(holder)
        texts.setdefault(last, []).append(letter)
        if holder and letter.strip() and (box := _box(raw, text, place, turn)) is not None:
            found.append(Glyph(letter, *box, last))
    return tuple(found), {content: "".join(pieces) for content, pieces in texts.items()}


def _box(raw: Any, text: Any, place: int, turn: Turn) -> tuple[float, float, float, float] | None:  # noqa: ANN401
    """Return left, bottom, right and top of an upright letter; all of one size are of one height."""
    loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    if not (
        raw.FPDFText_GetLooseCharBox(text, place, loose)
        and raw.FPDFText_GetMatrix(text, place, matrix)
        and raw.FPDFText_GetCharOrigin(text, place, x, y)
    ):
        return None
    right = turn(matrix.a, matrix.b, is_way=True)
    if abs(right[1]) > 0.1 * abs(right[0]):
        return None  # written upwards
    height = raw.FPDFText_GetFontSize(text, place) * math.hypot(matrix.c, matrix.d)
    _, base = turn(x.value, y.value)
    ends = turn(loose.left, loose.bottom)[0], turn(loose.right, loose.top)[0]
    return min(ends), base - _BELOW * height, max(ends), base + (1 - _BELOW) * height


def _letter(code: int) -> str:
    """Return a letter; a sign of several letters as these, what is no letter as nothing."""
    if not code or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    letter = chr(code)
    if letter in "\r\n":
        return letter.strip("\r")
    if letter == _LINE_END_HYPHEN:
        return "-"
    return " " if letter.isspace() else letter.translate(_LETTERS_IN_ONE)


def _edges(page: Any, turn: Turn) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:  # noqa: ANN401
    """Return the level and upright straight lines of a page, the sides of rectangles included."""
    from pypdfium2 import raw  # noqa: PLC0415 (as above)

    level: list[Edge] = []
    upright: list[Edge] = []
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)
    for count, each in enumerate(paths):
        if count > _MOST_OBJECTS or len(level) + len(upright) > _MOST_EDGES:
            break
        for one, other in _strokes(raw, each):
            (x, y), (to_x, to_y) = turn(*one), turn(*other)
            if abs(y - to_y) <= _AXIS and abs(x - to_x) > _AXIS:
                level.append(Edge((y + to_y) / 2, min(x, to_x), max(x, to_x)))
            elif abs(x - to_x) <= _AXIS and abs(y - to_y) > _AXIS:
                upright.append(Edge((x + to_x) / 2, min(y, to_y), max(y, to_y)))
    return tuple(level), tuple(upright)


def _is_pictured(page: Any) -> bool:  # noqa: ANN401
    """Tell whether a picture covers most of a page."""
    from pypdfium2 import raw  # noqa: PLC0415 (as above)

    width, height = page.get_size()
    for each in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4), _MOST_PICTURES):
        left, bottom, right, top = each.get_bounds()
        if (right - left) * (top - bottom) >= _MOSTLY * width * height:
            return True
    return False


def _strokes(raw: Any, path: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:  # noqa: ANN401
    """Yield the straight strokes of a path in the page's own points."""
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start = at = (0.0, 0.0)
    for n in range(min(raw.FPDFPath_CountSegments(path), _MOST_EDGES)):
        segment = raw.FPDFPath_GetPathSegment(path, n)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        to = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = to
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield at, to
        at = to
        if raw.FPDFPathSegment_GetClose(segment):
            yield at, start
            at = start
