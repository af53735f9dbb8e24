"""The zip container of a workbook: measured before it is unpacked, unpacked no further than its limits."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from ipak_cli.sheets.refusal import beyond, damaged, refusal

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
_DTD: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_OVERLAP: Final = 16
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
_XML_SUFFIXES: Final = (".xml", ".rels", ".vml")


class Archive:
    """A zip file whose directory has been measured; parts are named as the directory names them."""

    def __init__(self, file: str, data: bytes, *, max_ratio: int | None = MAX_RATIO) -> None:
        """Measure a zip file. Raises ``ProblemsFoundError`` when it is damaged, locked or beyond a limit."""
        self.file = file
        if data.count(_CENTRAL_HEADER) > MAX_PARTS:
            raise beyond(file, "jumlah bagian di dalam berkas", f"{MAX_PARTS} bagian")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError):
            raise damaged(file, "susunan zip-nya tidak utuh") from None
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            self._admit(info, max_ratio)
        if sum(info.file_size for info in self._infos.values()) > MAX_UNPACKED:
            raise beyond(file, "ukuran isi berkas setelah dibuka", f"{MAX_UNPACKED // MIB} MiB")

    def _admit(self, info: zipfile.ZipInfo, max_ratio: int | None) -> None:
        name = info.filename.lower()
        if name in self._infos:
            raise damaged(self.file, f"bagian “{info.filename}” ada dua")
        if info.flag_bits & _ENCRYPTED:
            raise refusal("F173", self.file)
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise damaged(self.file, "cara pemampatannya bukan yang dipakai lembar kerja")
        if max_ratio and info.file_size > RATIO_FROM and info.file_size > max_ratio * info.compress_size:
            raise beyond(self.file, f"pemampatan bagian “{info.filename}”", f"{max_ratio} kali")
        self._infos[name] = info

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(info.filename for info in self._infos.values())

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._infos

    def size(self, part: str) -> int:
        """Return the unpacked size of a part, in bytes."""
        return self._infos[part.lower()].file_size

    def packed_size(self, part: str) -> int:
        """Return the packed size of a part, in bytes."""
        return self._infos[part.lower()].compress_size

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield a part in pieces, as far as its directory entry says; what lies about it is damaged."""
        left = self.size(part) if part in self else 0
        try:
            with self._zip.open(self._infos[part.lower()]) as unpacked:
                while chunk := unpacked.read(CHUNK):
                    left -= len(chunk)
                    yield chunk
            if left:
                raise EOFError
        except _UNPACKING_ERRORS:
            raise damaged(self.file, f"bagian “{part}” tidak utuh") from None

    def read(self, part: str, limit: int = MAX_PART) -> bytes:
        """Return a whole part. Raises ``ProblemsFoundError`` when it is longer than ``limit`` bytes."""
        if part in self and self.size(part) > limit:
            raise beyond(self.file, f"ukuran bagian “{part}”", f"{limit // MIB} MiB")
        return b"".join(self.chunks(part))

    def checked(self, part: str) -> Iterator[bytes]:
        """Yield an XML part in pieces. Raises ``ProblemsFoundError`` for a DTD and for text in UTF-16."""
        end = b""
        for chunk in self.chunks(part):
            if not end and (b"\0" in chunk[:4] or chunk[:1] in {b"\xff", b"\xfe"}):
                raise damaged(self.file, f"bagian “{part}” tidak ditulis dalam UTF-8")
            if _DTD.search(end + chunk):
                raise refusal("F110", self.file, part=part)
            end = chunk[-_OVERLAP:]
            yield chunk

    def check_xml(self, skip: frozenset[str]) -> None:
        """Look through every XML part that is not in ``skip``; those are checked while they are read."""
        for part in self.parts:
            if part.lower().endswith(_XML_SUFFIXES) and part not in skip:
                for _ in self.checked(part):
                    pass
