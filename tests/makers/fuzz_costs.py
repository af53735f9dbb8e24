"""What repeats: inputs by which a reader shows whether its cost grows faster than their length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from makers.hostile import book, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from makers.fuzz_targets import Target

UNITS: Final = (
    *(b"a", b" ", b"1", b"a ", b"[", b'"', b"\n", b",", b";", b"<a>", b"(", b".", b"a.", b"@", b"a@", b"-"),
    *(b"1-", b"0 ", b"Budi Santoso ", b"Pak ", b"www.", b"../", b"{a: ", b"- ", b"&", b"_x", b"\xe2\x98\x85"),
)
"""What a pattern, a loop or a parser may stumble over when it comes again and again."""


def repeated(target: Target, unit: bytes, length: int) -> Iterator[bytes]:
    """Yield inputs of about so many bytes that are nearly all one unit: alone, and behind a sound input."""
    many = (unit * (length // len(unit) + 1))[:length]
    yield many
    if target.packed:
        yield book(row(1, "Nama", escape(many.decode("utf-8", "ignore"))) + row(2, "Budi", "4"))
    else:
        yield next(iter(target.seeds())) + many
