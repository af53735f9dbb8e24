"""Drawings (SVG) that an office gives: nothing in them may run, move, or lead out of the file."""

from __future__ import annotations

import re
from fractions import Fraction
from importlib.util import find_spec
from math import ceil
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from ipak_cli.catalogue.report import (
    DRAWING_FORBIDDEN,
    DRAWING_WITHOUT_SIZE,
    NOT_A_PICTURE,
    SVG_ENTITIES,
    SVG_OUTSIDE,
    SVG_SCRIPT,
    SVG_TOO_DEEP,
)

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.report.picture_files import NamedFile

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_ACTIVE: Final = frozenset({
    "a", "animate", "animateColor", "animateMotion", "animateTransform", "audio", "canvas", "embed",
    "foreignObject", "handler", "iframe", "listener", "object", "script", "set", "video",
})  # fmt: skip
"""Elements that run, move, lead somewhere, or hold another kind of page."""
_OUTSIDE: Final = re.compile(r"@import|image-set|\\|url\(\s*(?![\s'\"]*#)", re.IGNORECASE)
"""What leads out of the file in a style; a backslash could hide it."""
_DEEPEST: Final = 200
_NUMBER: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?|\.[0-9]{1,6}")


class _ForbiddenError(Exception):
    """The drawing holds what none in a report may hold."""

    def __init__(self, what: Message) -> None:
        super().__init__(what.key)
        self.what = what


def read_svg(given: NamedFile, content: bytes) -> tuple[int, int]:
    """Check a drawing and return its size in its own units, rounded up.

    Raises ``ProblemsFoundError`` for what is no drawing, has no ``viewBox``, or holds what is forbidden.
    """
    look = _Look()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = look.start, look.end
    parser.CharacterDataHandler = look.text
    parser.StartDoctypeDeclHandler, parser.ProcessingInstructionHandler = look.doctype, look.instruction
    try:
        content.decode("utf-8-sig")
        parser.Parse(content, True)  # noqa: FBT003 (expat's own signature)
    except _ForbiddenError as found:
        raise given.refused(DRAWING_FORBIDDEN, what=found.what) from None
    except (expat.ExpatError, LookupError, ValueError):
        raise given.refused(NOT_A_PICTURE) from None
    if not look.is_drawing:
        raise given.refused(NOT_A_PICTURE)
    if look.size is None:
        raise given.refused(DRAWING_WITHOUT_SIZE)
    if find_spec("typst") is not None and not _can_be_drawn(content.decode("utf-8-sig")):
        raise given.refused(NOT_A_PICTURE)
    return look.size


def _can_be_drawn(svg: str) -> bool:
    """Tell whether the pen that Word and PDF use can draw it: what it refuses would end the report."""
    from typst import TypstError  # noqa: PLC0415 (few reports have drawings of the office's)

    from ipak_cli.report.typeset import draw_png  # noqa: PLC0415 (as above)

    try:
        draw_png(svg, width=10, dots=20)
    except TypstError:
        return False
    return True


class _Look:
    """What is seen of a drawing while it is read."""

    def __init__(self) -> None:
        self.is_drawing = False
        self.size: tuple[int, int] | None = None
        self._depth = 0
        self._in_style = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if self._depth == 0:
            self.is_drawing = (namespace, local) == (_NAMESPACE, "svg")
            self.size = _size(attributes.get("viewBox", ""))
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _ForbiddenError(SVG_TOO_DEEP())
        if local in _ACTIVE:
            raise _ForbiddenError(SVG_SCRIPT(name=local))
        self._in_style = local == "style"
        for key, value in attributes.items():
            space, _, attribute = key.rpartition(" ")
            _look_at_attribute(attribute, value, ours=not space)

    def end(self, _: str) -> None:
        self._depth -= 1
        self._in_style = False

    def text(self, text: str) -> None:
        if self._in_style and _OUTSIDE.search(text):
            raise _ForbiddenError(SVG_OUTSIDE(name="style"))

    def doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise _ForbiddenError(SVG_ENTITIES())

    def instruction(self, target: str, _: str) -> None:
        raise _ForbiddenError(SVG_OUTSIDE(name=target[:_LONGEST_NAME]))


_LONGEST_NAME: Final = 40


def _look_at_attribute(name: str, value: str, *, ours: bool) -> None:
    """Refuse what runs or leads out; of other namespaces' attributes, links alone mean anything."""
    if name.lower().startswith("on"):
        raise _ForbiddenError(SVG_SCRIPT(name=name[:_LONGEST_NAME]))
    leads_out = name in {"href", "src"} and not value.strip().startswith("#")
    if leads_out or (ours and _OUTSIDE.search(value)):
        raise _ForbiddenError(SVG_OUTSIDE(name=name[:_LONGEST_NAME]))


def _size(view_box: str) -> tuple[int, int] | None:
    """Return the size of a ``viewBox``, rounded up; nothing where it has none."""
    parts = view_box.replace(",", " ").split()
    if len(parts) != 4 or not all(_NUMBER.fullmatch(each) for each in parts[2:]):
        return None
    width, height = (Fraction(each) for each in parts[2:])
    return (ceil(width), ceil(height)) if width and height else None
