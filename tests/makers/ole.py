"""Containers of old Office files made sector by sector, sane or not."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
NOBODY = 0xFFFFFFFF
FOLDER, STREAM, ROOT = 1, 2, 5


@dataclass
class Entry:
    name: str
    kind: int
    start: int = 0
    size: int = 0
    left: int = NOBODY
    right: int = NOBODY
    inside: int = NOBODY

    def packed(self) -> bytes:
        coded = (self.name + "\0").encode("utf-16-le") if self.kind else b""
        head = coded.ljust(64, b"\0") + struct.pack("<HBB", len(coded), self.kind, 1)
        places = struct.pack("<III", self.left, self.right, self.inside)
        return head + places + bytes(36) + struct.pack("<III", self.start, self.size, 0)


@dataclass
class Made:
    """A container before it is written: a test changes what it likes."""

    shift: int = 9
    sectors: list[bytes] = field(default_factory=list)
    table: list[int] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=lambda: [Entry("Root Entry", ROOT, END)])
    small: bytes = b""
    small_table: list[int] = field(default_factory=list)
    counted: int | None = None
    cut: int | None = None

    def add(self, content: bytes) -> int:
        """Add sectors that hold some bytes, chained; return the first."""
        first, size = len(self.sectors), 1 << self.shift
        pieces = [content[start : start + size].ljust(size, b"\0") for start in range(0, len(content), size)]
        self.sectors += pieces
        self.table += [*range(first + 1, first + len(pieces)), END] if pieces else []
        return first if pieces else END

    def add_stream(self, name: str, content: bytes) -> Entry:
        """Add a stream, small ones among the small; each is the right neighbour of the one before."""
        if len(content) < 4096:
            start = len(self.small) // 64
            count = -(-len(content) // 64)
            self.small += content.ljust(count * 64, b"\0")
            self.small_table += [*range(start + 1, start + count), END]
        else:
            start = self.add(content)
        return self.add_entry(Entry(name, STREAM, start, len(content)))

    def add_entry(self, entry: Entry) -> Entry:
        if len(self.entries) == 1:
            self.entries[0].inside = 1
        else:
            self.entries[-1].right = len(self.entries)
        self.entries.append(entry)
        return entry

    def close_small(self) -> None:
        """Put the small streams into their sectors: the root's."""
        self.entries[0].start, self.entries[0].size = self.add(self.small), len(self.small)

    def written(self) -> bytes:
        size = 1 << self.shift
        small_table = self.add(struct.pack(f"<{len(self.small_table)}I", *self.small_table))
        directory = self.add(b"".join(entry.packed() for entry in self.entries))
        first = len(self.sectors)
        count = 1
        while count * size < (first + count) * 4:
            count += 1
        chain = [*self.table, *[TABLE] * count]
        table = struct.pack(f"<{len(chain)}I", *chain).ljust(count * size, b"\xff")
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
        head += struct.pack("<HHHHH", 0x3E, 3 if size == 512 else 4, 0xFFFE, self.shift, 6) + bytes(6)
        counted = count if self.counted is None else self.counted
        head += struct.pack("<IIIIIIIIII", 0, counted, directory, 0, 4096, small_table, 1, END, 0, first)
        head += struct.pack("<108I", *range(first + 1, first + count), *[FREE] * (109 - count))
        return (head.ljust(size, b"\0") + b"".join(self.sectors) + table)[: self.cut]
