"""Changes packed files part by part, so that a fuzzer gets past the zip's checksums and the XML's grammar."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from makers.hostile import pack

if TYPE_CHECKING:
    import random

_TOKENS: Final = re.compile(rb"<[^<>]*>|[^<>]+")
_VALUE: Final = re.compile(rb'="[^"]*"')
_ODD: Final = (
    b"", b"0", b"1", b"-1", b"4", b"1e999", b"NaN", b"16384", b"1048576", b"1048577", b"4294967296", b"A1",
    b"XFD1048576", b"XFE1", b"a", b"1", b"s", b"e", b"b", b"n", b"str", b"inlineStr", b"d", b"false", b"0x4",
    b"2024-02-30", b"PT99999999999H", b"\xe2\x98\x85", b"&#0;", b"&amp;", b"../../x", b"hidden", b" 4 ",
)  # fmt: skip


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a packed file by name; none where it is not a sound zip of moderate size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            small = [each for each in archive.infolist() if each.file_size < 1 << 20]
            return {each.filename: archive.read(each) for each in small}
    except (
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        zipfile.BadZipFile,
        zipfile.zlib.error,
    ):
        return {}


def changed_package(data: bytes, chance: random.Random) -> bytes:
    """Return a packed file with one part changed, dropped or swapped; anything else changed as it stands."""
    parts = parts_of(data)
    if not parts or chance.random() < 0.05:
        return changed_bytes(data, chance)
    name, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    deed = chance.random()
    if deed < 0.05:
        del parts[name]
    elif deed < 0.1:
        parts[other] = parts[name]
    elif deed < 0.7 and parts[name].lstrip().startswith(b"<"):
        parts[name] = changed_markup(parts[name], chance)
    else:
        parts[name] = changed_bytes(parts[name], chance)
    return pack(parts)


def changed_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few of them dropped, doubled, inserted, exchanged or counted up or down."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        place = chance.randrange(len(changed) + 1)
        end = min(len(changed), place + chance.choice((1, 1, 2, 4, 8, 64)))
        match chance.randrange(5):
            case 0:
                del changed[place:end]
            case 1:
                changed[place:place] = changed[place:end]
            case 2:
                changed[place:end] = chance.choice(_ODD)
            case 3:
                changed[place:end] = chance.randbytes(end - place)
            case _:
                changed[place:end] = (
                    int.from_bytes(changed[place:end], "little") + chance.choice((-1, 1, 127, 1 << 15))
                ).to_bytes(end - place + 3, "little", signed=True)[: end - place]
    return bytes(changed)


def changed_markup(text: bytes, chance: random.Random) -> bytes:
    """Return XML with a few tokens dropped, doubled, exchanged or given another value."""
    tokens = _TOKENS.findall(text)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(tokens)) if tokens else 0
        match chance.randrange(5):
            case 0 if tokens:
                del tokens[place]
            case 1 if tokens:
                tokens.insert(chance.randrange(len(tokens)), tokens[place])
            case 2 if tokens:
                tokens[place] = chance.choice(tokens)
            case 3 if tokens and (values := list(_VALUE.finditer(tokens[place]))):
                value = chance.choice(values)
                odd = b'="' + chance.choice(_ODD) + b'"'
                tokens[place] = tokens[place][: value.start()] + odd + tokens[place][value.end() :]
            case _:
                tokens.insert(place, chance.choice(_ODD))
    return b"".join(tokens)
