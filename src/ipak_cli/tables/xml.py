"""Walking through XML from strangers: no DTD, no entities, no more tags than a file of its size has.

An element counts where the format says that it stands, by its path from the root and in the root's namespace.
Whatever stands elsewhere, such as extensions of other programs, is passed over with all that it holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol
from xml.parsers import expat

from ipak_cli.catalogue.files import (
    FORBIDDEN_XML,
    LENGTH_OF_TAG,
    PART_ENCODING_UNKNOWN,
    PART_NOT_SOUND_XML,
    PART_OF_ANOTHER_KIND,
    TAGS_IN_PART,
    USUAL_FOR_THE_SIZE,
    XML_TOO_DEEP,
)
from ipak_cli.tables.refusal import beyond, damaged, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.tables.zip import Archive

MAX_TAGS: Final = 200_000_000
"""A sheet of 1,048,576 rows and 30 columns, each cell with a formula."""
TAGS_ALWAYS: Final = 1_200_000
"""A second of walking: 10,000 rows of 18 texts in a notation that is not read at once."""
TAGS_PER_BYTE: Final = 1.5
"""What further tags a packed byte may hold: a megabyte that is read cell by cell takes three seconds."""
DEEPEST: Final = 1_000
"""Elements within each other: no format has more than a few dozen, and a parser keeps all that are open."""
LONGEST_TAG: Final = 2 << 20
"""Bytes without an end of a tag: with every piece, a parser reads a tag again from its beginning."""
SPACE: Final = "http://www.w3.org/XML/1998/namespace space"
"""The attribute ``xml:space``; an element without it has that of the element around it."""
_VARIANTS: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SEEN_THROUGH: Final = frozenset((f"{_VARIANTS} AlternateContent", f"{_VARIANTS} Fallback"))
"""Of several variants the one counts that is written for programs which know no extension."""


@dataclass(frozen=True, slots=True)
class Places:
    """The paths of the elements that count (``a/b/c``), the root's first, and the root's namespaces."""

    namespaces: tuple[str, ...]
    paths: tuple[str, ...]


class Walker(Protocol):
    """What is told about the elements that count, by their paths; qualified attributes as ``URI name``."""

    @property
    def places(self) -> Places:
        """Where the elements stand that count."""

    def start(self, path: str, attributes: dict[str, str]) -> None:
        """Take note that an element begins."""

    def end(self, path: str) -> None:
        """Take note that an element ends."""

    def text(self, text: str) -> None:
        """Take text inside the element that began last."""


class TagBudget:
    """How many tags the parts of one file may still have."""

    def __init__(self, size: int) -> None:
        """Measure by the size of the file."""
        self._left = min(MAX_TAGS, TAGS_ALWAYS + int(TAGS_PER_BYTE * size))

    def spend(self, chunk: bytes) -> bool:
        """Count a piece's tags; tell whether there are still some left."""
        self._left -= _tags(chunk)
        return self._left >= 0

    def covers(self, chunk: bytes) -> bool:
        """Tell whether a piece's tags could still be spent."""
        return _tags(chunk) <= self._left


def _tags(chunk: bytes) -> int:
    return chunk.count(b"<") + chunk.count(b"/>")  # an empty element is as much work as a pair


def walk(archive: Archive, part: str, chunks: Iterable[bytes], walker: Walker) -> None:
    """Walk through a part. Raises ``ProblemsFoundError`` when it is not sound, or is beyond a limit."""
    parser = _parser(archive, part, walker)
    try:
        for chunk in _measured(archive, part, chunks):
            parser.Parse(chunk, False)  # noqa: FBT003 (expat's own signature)
        parser.Parse(b"", True)  # noqa: FBT003 (as above)
    except expat.ExpatError as error:
        raise damaged(archive.file, PART_NOT_SOUND_XML(part=part, line=error.lineno)) from None
    except (LookupError, ValueError):
        # What Python raises for an encoding that the XML names and nobody knows.
        raise damaged(archive.file, PART_ENCODING_UNKNOWN(part=part)) from None


def _measured(archive: Archive, part: str, chunks: Iterable[bytes]) -> Iterable[bytes]:
    open_since = 0
    for chunk in chunks:
        if not archive.tags.spend(chunk):
            raise beyond(archive.file, TAGS_IN_PART(part=part), USUAL_FOR_THE_SIZE())
        closed = chunk.rfind(b">")
        open_since = open_since + len(chunk) if closed < 0 else len(chunk) - closed
        if open_since > LONGEST_TAG:
            raise beyond(archive.file, LENGTH_OF_TAG(part=part), f"{LONGEST_TAG >> 20} MiB")
        yield chunk


def _parser(archive: Archive, part: str, walker: Walker) -> expat.XMLParserType:
    def refuse(*_: object) -> None:
        raise refusal(FORBIDDEN_XML, archive.file, part=part)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    faults = _Faults(
        damaged(archive.file, PART_OF_ANOTHER_KIND(part=part)), damaged(archive.file, XML_TOO_DEEP(part=part))
    )
    path = _Path(walker, faults)
    parser.StartElementHandler = path.start
    parser.EndElementHandler = path.end
    parser.CharacterDataHandler = path.text
    return parser


@dataclass(frozen=True, slots=True)
class _Faults:
    """What is raised for a part that is no part of its kind."""

    wrong_root: Exception
    too_deep: Exception


class _Path:
    """Where in a document the parser is."""

    def __init__(self, walker: Walker, faults: _Faults) -> None:
        self._walker = walker
        self._tell, self._tell_end = walker.start, walker.end
        self._faults = faults
        self._known: Mapping[str, Mapping[str, str]] = {}
        self._open: list[str] = []
        self._spaces: list[str | None] = [None]
        self._passed = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._passed:
            self._passed += 1
            if self._passed > DEEPEST:
                raise self._faults.too_deep
            return
        path = self._known[self._open[-1]].get(name) if self._open else self._root(name)
        if path is None:
            if name in _SEEN_THROUGH:
                self._enter(self._open[-1], attributes)
            else:
                self._passed = 1
            return
        if self._spaces[-1] is None and SPACE not in attributes:
            self._spaces.append(None)
            self._open.append(path)
        else:
            self._enter(path, attributes)
        self._tell(path, attributes)

    def _root(self, name: str) -> str | None:
        namespace, _, local = name.rpartition(" ")
        places = self._walker.places
        if namespace not in places.namespaces or local != places.paths[0]:
            raise self._faults.wrong_root
        self._known = _children(namespace, places.paths)
        return local

    def _enter(self, path: str, attributes: dict[str, str]) -> None:
        space = attributes.get(SPACE, self._spaces[-1])
        if space is not None:
            attributes[SPACE] = space
        self._spaces.append(space)
        self._open.append(path)
        if len(self._open) > DEEPEST:
            raise self._faults.too_deep

    def end(self, name: str) -> None:
        if self._passed:
            self._passed -= 1
            return
        self._spaces.pop()
        path = self._open.pop()
        if name not in _SEEN_THROUGH:
            self._tell_end(path)

    def text(self, text: str) -> None:
        if not self._passed:
            self._walker.text(text)


@lru_cache
def _children(namespace: str, paths: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Return, for each path, the paths of the elements inside it, by their names as expat gives them."""
    known: dict[str, dict[str, str]] = {path: {} for path in paths}
    for path in paths[1:]:
        around, _, local = path.rpartition("/")
        known[around][f"{namespace} {local}" if namespace else local] = path
    return known
