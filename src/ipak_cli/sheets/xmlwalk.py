"""Walking through XML from strangers: no DTD, no entities, no more tags than a file of its size has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol
from xml.parsers import expat

from ipak_cli.sheets.refusal import beyond, damaged, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_TAGS: Final = 4_000_000
"""About one million cells; one second and a half of walking."""
TAGS_ALWAYS: Final = 400_000
TAGS_PER_BYTE: Final = 4
"""A cell has four tags and takes more than one packed byte; in a bomb there are hundreds to a byte."""


class Walker(Protocol):
    """What is told about the elements, by their names without prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note that an element begins."""

    def end(self, name: str) -> None:
        """Take note that an element ends."""

    def text(self, text: str) -> None:
        """Take the text inside the element that began last."""


class Walk:
    """One part on its way to a walker."""

    def __init__(self, file: str, part: str, packed_size: int) -> None:
        self.file = file
        self.part = part
        self.budget = min(MAX_TAGS, TAGS_ALWAYS + TAGS_PER_BYTE * packed_size)

    def through(self, chunks: Iterable[bytes], walker: Walker) -> None:
        """Walk through a part. Raises ``ProblemsFoundError`` when it is not sound, or is beyond a limit."""
        parser = self._parser(walker)
        try:
            for chunk in chunks:
                self._spend(chunk)
                parser.Parse(chunk, False)  # noqa: FBT003 (expat's own signature)
            parser.Parse(b"", True)  # noqa: FBT003 (as above)
        except expat.ExpatError as error:
            reason = f"bagian “{self.part}” bukan XML yang utuh (baris {error.lineno})"
            raise damaged(self.file, reason) from None
        except (LookupError, ValueError):
            # What Python raises for an encoding that the XML names and nobody knows.
            reason = f"pengodean bagian “{self.part}” tidak dikenal"
            raise damaged(self.file, reason) from None

    def _spend(self, chunk: bytes) -> None:
        self.budget -= chunk.count(b"<")
        if self.budget < 0:
            what = f"jumlah unsur dalam bagian “{self.part}”"
            raise beyond(self.file, what, "yang wajar untuk ukurannya")

    def _parser(self, walker: Walker) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        local: dict[str, str] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            if name not in local:
                local[name] = name.rpartition(":")[2]
            walker.start(local[name], attributes)

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda name: walker.end(local[name])
        parser.CharacterDataHandler = walker.text
        return parser

    def _refuse(self, *_: object) -> None:
        raise refusal("F110", self.file, part=self.part)
