"""The zip container of a workbook: measured before it is unpacked, unpacked no further than its limits.

What no reader asks for is never unpacked: it may be of any encoding, and pack as well as it likes.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ipak_cli.catalogue.files import (
    PACKING_OF_PART,
    PART_BROKEN,
    PART_MISSING,
    PART_TWICE,
    PARTS_IN_FILE,
    SIZE_OF_PART,
    SO_MANY_PARTS,
    SO_MANY_TIMES,
    UNPACKED_SIZE,
    UNUSUAL_PACKING,
    ZIP_BROKEN,
    ZIP_PASSWORD_PROTECTED,
)
from ipak_cli.tables.refusal import beyond, damaged, refusal
from ipak_cli.tables.xml import TagBudget

if TYPE_CHECKING:
    from collections.abc import Iterator

MIB: Final = 1 << 20
CHUNK: Final = 128 << 10
"""What fits in a processor's cache: a pass over bigger pieces takes twice as long."""
MAX_PARTS: Final = 10_000
MAX_UNPACKED: Final = 1_536 * MIB
"""The biggest honest sheet, 1,048,576 rows of 18 columns, unpacks to 0.6 to 0.9 GB."""
MAX_RATIO: Final = 100
"""Sheets of equal numbers shrink 15 to 20 times, of one repeated sentence 60 times; bombs 1,000 times."""
RATIO_FROM: Final = MIB
"""Below this size a high ratio does no harm."""
MAX_PART: Final = 64 * MIB
"""For every part that is read whole."""
_CENTRAL_HEADER: Final = b"PK\x01\x02"
_ENCRYPTED: Final = 0x1
_UNPACKING_ERRORS: Final = (
    KeyError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
)
"""All that ``zipfile`` raises for a part that is not what its directory entry says."""


def part_name(written: str) -> str:
    """Return the name of a part, however it is written: with either slash, ``./``, ``%20``, capitals."""
    plain = posixpath.normpath("/" + unquote(written).replace("\\", "/"))
    return plain.lstrip("/").lower()


class Archive:
    """A zip file whose directory has been measured; a part is found however its name is written."""

    def __init__(self, file: str, data: bytes, *, max_ratio: int | None = MAX_RATIO) -> None:
        """Measure a zip file. Raises ``ProblemsFoundError`` when it is damaged, locked or beyond a limit."""
        self.file = file
        self.tags = TagBudget(len(data))
        self._max_ratio = max_ratio
        if data.count(_CENTRAL_HEADER) > MAX_PARTS:
            raise beyond(file, PARTS_IN_FILE(), SO_MANY_PARTS(count=MAX_PARTS))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError):
            raise damaged(file, ZIP_BROKEN()) from None
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            if not info.filename.endswith(("/", "\\")):  # a folder
                self._admit(info)
        if sum(info.file_size for info in self._infos.values()) > MAX_UNPACKED:
            raise beyond(file, UNPACKED_SIZE(), f"{MAX_UNPACKED // MIB} MiB")

    def _admit(self, info: zipfile.ZipInfo) -> None:
        name = part_name(info.filename)
        if name in self._infos:
            raise damaged(self.file, PART_TWICE(part=info.filename))
        if info.flag_bits & _ENCRYPTED:
            raise refusal(ZIP_PASSWORD_PROTECTED, self.file)
        self._infos[name] = info

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._infos)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as they are written."""
        return tuple(info.filename for info in self._infos.values())

    def __contains__(self, part: str) -> bool:
        return part_name(part) in self._infos

    def size(self, part: str) -> int:
        """Return the unpacked size of a part, in bytes."""
        return self._infos[part_name(part)].file_size

    def chunks(self, part: str, limit: int | None = None) -> Iterator[bytes]:
        """Yield a part in pieces, as far as its directory entry says.

        Raises ``ProblemsFoundError`` when it is longer than ``limit`` bytes, when it packs as only a bomb
        does, or when its directory entry lies.
        """
        info = self._infos.get(part_name(part))
        if info is None:
            raise damaged(self.file, PART_MISSING(part=part))
        if limit is not None and info.file_size > limit:
            raise beyond(self.file, SIZE_OF_PART(part=part), f"{limit // MIB} MiB")
        self._check(info)
        left = info.file_size
        try:
            with self._zip.open(info) as unpacked:
                while chunk := unpacked.read(CHUNK):
                    left -= len(chunk)
                    yield chunk
            if left:
                raise EOFError
        except _UNPACKING_ERRORS:
            raise damaged(self.file, PART_BROKEN(part=part)) from None

    def _check(self, info: zipfile.ZipInfo) -> None:
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise damaged(self.file, UNUSUAL_PACKING())
        most = self._max_ratio
        if most and info.file_size > RATIO_FROM and info.file_size > most * info.compress_size:
            raise beyond(self.file, PACKING_OF_PART(part=info.filename), SO_MANY_TIMES(count=most))

    def read(self, part: str, limit: int = MAX_PART) -> bytes:
        """Return a whole part. Raises ``ProblemsFoundError`` when it is longer than ``limit`` bytes."""
        return b"".join(self.chunks(part, limit))
