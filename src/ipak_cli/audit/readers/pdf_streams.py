"""The packed streams of a PDF, measured before a library unpacks them."""

from __future__ import annotations

import re
import zlib
from typing import Final

from ipak_cli.audit.readers.limits import MOST_UNPACKED

_STREAM: Final = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
"""Where data begin that are packed by zlib, by their first byte."""
_CHUNK: Final = 1 << 20
_RATIO: Final = 100
_MOST_OF_ALL: Final = 8 * MOST_UNPACKED
"""Of the streams that pack better than any text does; pictures of empty pages are such."""


def unpacks_too_far(content: bytes) -> bool:
    """Tell whether a stream of a file, or all that pack suspiciously well, unpack beyond the limits."""
    thick = 0
    for found in _STREAM.finditer(content):
        packed, unpacked = _measured(content, found.end())
        if unpacked > _RATIO * packed:
            thick += unpacked
        if unpacked > MOST_UNPACKED or thick > _MOST_OF_ALL:
            return True
    return False


def _measured(content: bytes, start: int) -> tuple[int, int]:
    """Return how many bytes of a stream were read, and to how many they unpack."""
    unpacker = zlib.decompressobj()
    packed = unpacked = 0
    data = content[start : start + _CHUNK]
    try:
        while data and not unpacker.eof and unpacked <= MOST_UNPACKED:
            unpacked += len(unpacker.decompress(data, _CHUNK))
            packed += len(data) - len(unpacker.unconsumed_tail)
            data = unpacker.unconsumed_tail or content[start + packed : start + packed + _CHUNK]
    except zlib.error:
        pass  # a broken stream counts as far as it goes
    return packed, unpacked
