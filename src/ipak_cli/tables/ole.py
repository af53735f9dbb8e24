"""The container of old Office files (OLE): the streams of its top folder, each as far as its length says.

A chain of sectors may run on behind its stream's length, into sectors of another stream: some programs write
it so, and Excel never goes there. A chain that ends early, bites its tail or leaves the file gives what is
there: whoever reads the stream sees that it is cut.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR_SHIFTS: Final = (9, 12)
_SMALL_SHIFT: Final = 6
_HEADER: Final = 512
_IN_HEADER: Final = 109
"""Places in the header that name sectors of the table of sectors."""
_ENTRY: Final = 128
_NAME: Final = 64
_MOST_ENTRIES: Final = 20_000
_FOLDER, _STREAM = 1, 2


class BrokenContainerError(ValueError):
    """A container that cannot be followed to its streams."""


@dataclass(frozen=True, slots=True)
class Container:
    """The streams of a container's top folder; names are in lower case, as Excel tells none apart by case."""

    _entries: Mapping[str, _Entry]
    _sectors: _Sectors
    _small: _Sectors
    _small_below: int

    @classmethod
    def of(cls, data: bytes) -> Container:
        """Read a container's tables and its directory. Raises ``BrokenContainerError``."""
        try:
            return _opened(data)
        except (struct.error, IndexError) as error:
            raise BrokenContainerError("the container is cut off") from error

    @property
    def names(self) -> frozenset[str]:
        """The names of its streams and folders."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """Return what a stream holds; a folder, and what is not there, hold nothing."""
        entry = self._entries.get(name)
        if entry is None or entry.kind != _STREAM:
            return b""
        is_small = entry.size < self._small_below and len(self._small.table) > 0
        return (self._small if is_small else self._sectors).chain(entry.start, entry.size)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the directory; its neighbours and what is inside it are lines too, by number."""

    name: str
    kind: int
    neighbours: tuple[int, int]
    inside: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class _Sectors:
    """Sectors of one size, the first at ``first``; the table names for each the next of its chain."""

    data: bytes
    first: int
    shift: int
    table: Sequence[int] = ()

    @property
    def count(self) -> int:
        """How many there are, the last one perhaps in part."""
        return max(0, -(-(len(self.data) - self.first) >> self.shift))

    def sector(self, number: int) -> bytes:
        start = self.first + (number << self.shift)
        return self.data[start : start + (1 << self.shift)]

    def chain(self, number: int, size: int) -> bytes:
        """Return ``size`` bytes of a chain, fewer where it ends before."""
        return b"".join(self._chain(number, size))[:size]

    def _chain(self, number: int, size: int) -> Iterator[bytes]:
        seen: set[int] = set()
        while size > 0 and number < self.count and number not in seen:
            seen.add(number)
            yield (sector := self.sector(number))
            if number >= len(self.table) or len(sector) < 1 << self.shift:
                return
            size -= len(sector)
            number = self.table[number]


def _opened(data: bytes) -> Container:
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in _SECTOR_SHIFTS:
        raise BrokenContainerError("sectors of a size that no program writes")
    directory, small_below, small_table, more = struct.unpack_from("<I4xII4xI", data, 48)
    bare = _Sectors(data, max(_HEADER, 1 << shift), shift)
    sectors = _Sectors(data, bare.first, shift, _table(bare, more))
    entries = _directory(sectors.chain(directory, _MOST_ENTRIES * _ENTRY))
    small = _Sectors(
        # The root's chain and not its size says where small streams are: each has a size of its own.
        sectors.chain(entries[0].start, len(data)),
        0,
        _SMALL_SHIFT,
        _numbers(sectors.chain(small_table, len(data) >> _SMALL_SHIFT << 2)),
    )
    return Container(_top_folder(entries), sectors, small, small_below)


def _table(sectors: _Sectors, more: int) -> Sequence[int]:
    """Gather the table of sectors; how many sectors it takes is often miscounted, and not asked."""
    places = list(struct.unpack_from(f"<{_IN_HEADER}I", sectors.data, 76))
    in_one = 1 << sectors.shift >> 2
    needed = sectors.count // in_one + 1
    while len(places) < needed and more < sectors.count:
        *named, more = _numbers(sectors.sector(more).ljust(in_one << 2, b"\xff"))
        places += named
    pieces = (sectors.sector(place).ljust(in_one << 2, b"\xff") for place in places[:needed])
    return _numbers(b"".join(pieces))


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack_from(f"<{len(data) // 4}I", data)


def _directory(data: bytes) -> list[_Entry]:
    return [_entry(data[start : start + _ENTRY]) for start in range(0, len(data) - _ENTRY + 1, _ENTRY)]


def _entry(line: bytes) -> _Entry:
    kind, left, right, inside = struct.unpack_from("<BxIII", line, _NAME + 2)
    start, size = struct.unpack_from("<II", line, 116)
    name = line[:_NAME].decode("utf-16-le", errors="replace").split("\0")[0]
    return _Entry(name.lower(), kind, (left, right), inside, start, size)


def _top_folder(entries: list[_Entry]) -> Mapping[str, _Entry]:
    """Return what is in the top folder, and streams that are in none: some programs write no tree of names.

    A folder inside, such as a sheet within a letter, has streams of the same names.
    """
    seen = {0}
    top = _inside(entries, entries[0], seen)
    folders = [each for each in top if each.kind == _FOLDER]
    while folders:
        inside = _inside(entries, folders.pop(), seen)
        folders += [each for each in inside if each.kind == _FOLDER]
    lost = [each for number, each in enumerate(entries) if number not in seen and each.kind == _STREAM]
    return {entry.name: entry for entry in (*reversed(lost), *top)}


def _inside(entries: list[_Entry], folder: _Entry, seen: set[int]) -> list[_Entry]:
    """Return what is in a folder; ``seen`` grows by it."""
    found, ahead = [], [folder.inside]
    while ahead:
        number = ahead.pop()
        if number >= len(entries) or number in seen or entries[number].kind not in {_FOLDER, _STREAM}:
            continue
        seen.add(number)
        found.append(entries[number])
        ahead += entries[number].neighbours
    return found
