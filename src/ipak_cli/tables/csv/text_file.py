"""A text file as it was when it was opened: its encoding, its bytes in blocks, and whether it has changed."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import IO, TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.regular_file import open_regular
from ipak_cli.catalogue.files import CHANGED_WHILE_READING, TEXT_UNREADABLE, ZIPPED_TABLE_BROKEN
from ipak_cli.tables.refusal import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLOCK: Final = 2 << 20
"""Bytes of which the records are split together: few enough for a cache, many enough for numpy."""
_FIRST: Final = 128 << 10
"""Bytes that hold the first rows: often no more is asked for."""
_MARKED: Final = "utf-8-sig"
_FIRST_LINE: Final = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class FileState:
    """What changes when somebody writes to a file."""

    size: int
    changed_ns: int

    @classmethod
    def of(cls, path: Path) -> FileState:
        """Look at a file."""
        stat = path.stat()
        return cls(stat.st_size, stat.st_mtime_ns)

    def check(self, path: Path) -> None:
        """Raise ``ProblemsFoundError`` when a file has changed."""
        if FileState.of(path) != self:
            raise ProblemsFoundError([problem(CHANGED_WHILE_READING, Where(path.name))])


@dataclass(frozen=True, slots=True)
class TextLocation:
    """Where a text is: a file, or a part of a zip file."""

    path: Path
    part: str | None = None

    @contextmanager
    def bytes(self) -> Iterator[IO[bytes]]:
        """Open the text as it is stored."""
        if self.part is None:
            with open_regular(self.path) as file:
                yield file
            return
        with (
            open_regular(self.path) as whole,
            zipfile.ZipFile(whole) as archive,
            archive.open(self.part) as file,
        ):
            yield file

    def first_line(self, encoding: str) -> str:
        """Return the first line, with its end."""
        with self.bytes() as file, io.TextIOWrapper(file, encoding, newline="") as text:
            return text.readline()


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file as it was when it was opened."""

    place: TextLocation
    encoding: str
    state: FileState

    @property
    def path(self) -> Path:
        """Return the file on disk."""
        return self.place.path

    def check(self) -> None:
        """Raise ``ProblemsFoundError`` when the file has changed."""
        self.state.check(self.path)

    def blocks(self, *, without_first_line: bool = False) -> Iterator[bytes]:
        """Yield the text as UTF-8, whatever the file's encoding: a small block, then bigger ones."""
        for block in self._utf8():
            yield block[_first_line(block) if without_first_line else 0 :]
            without_first_line = False

    def _utf8(self) -> Iterator[bytes]:
        with self.place.bytes() as file:
            if self.encoding == _MARKED:
                file.read(len(codecs.BOM_UTF8))
            blocks = chain((file.read(_FIRST),), iter(lambda: file.read(BLOCK), b""))
            if self.encoding in {"utf-8", _MARKED}:
                yield from blocks
                return
            # What cannot be decoded has come into the file since it was opened, and is refused for that.
            for text in codecs.iterdecode(blocks, self.encoding, "replace"):
                yield text.encode("utf-8", "replace")


def _first_line(block: bytes) -> int:
    found = _FIRST_LINE.match(block)
    return found.end() if found else 0


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into a problem."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ProblemsFoundError([problem(TEXT_UNREADABLE, Where(path.name), reason=reason)]) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as error:
        raise damaged(path.name, ZIPPED_TABLE_BROKEN()) from error
