"""Decryption by AES (FIPS 197), a few blocks of it: no more than the check of one known password needs."""

from __future__ import annotations

from typing import Final

BLOCK: Final = 16
_WORD: Final = 4


def _double(value: int) -> int:
    return (value << 1 ^ (0x11B if value & 0x80 else 0)) & 0xFF


def _times(value: int, factor: int) -> int:
    """Multiply in the field of 256 elements."""
    product = 0
    while factor:
        product ^= value if factor & 1 else 0
        value, factor = _double(value), factor >> 1
    return product


def _substitutes() -> bytes:
    """Return the table of substitutes (FIPS 197, 5.1.1): inverses in the field, their bits mixed."""
    powers = [1]
    while len(powers) < 255:
        powers.append(powers[-1] ^ _double(powers[-1]))
    inverse = {power: powers[-place % 255] for place, power in enumerate(powers)}
    table = []
    for value in range(256):
        twice = inverse.get(value, 0) * 0x101
        table.append((twice ^ twice >> 4 ^ twice >> 5 ^ twice >> 6 ^ twice >> 7) & 0xFF ^ 0x63)
    return bytes(table)


_FORTH: Final = _substitutes()
_BACK: Final = bytes(_FORTH.index(value) for value in range(256))
_UNMIXED: Final = {factor: bytes(_times(value, factor) for value in range(256)) for factor in (9, 11, 13, 14)}


def decrypted(key: bytes, content: bytes, start: bytes | None = None) -> bytes:
    """Return the whole blocks of a text decrypted, chained from ``start`` where that is given (CBC)."""
    rounds = _round_keys(key)
    clear = bytearray()
    for place in range(0, len(content) - BLOCK + 1, BLOCK):
        block = content[place : place + BLOCK]
        clear += _mixed_with(_block(rounds, block), start) if start is not None else _block(rounds, block)
        start = block if start is not None else None
    return bytes(clear)


def _mixed_with(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _round_keys(key: bytes) -> list[bytes]:
    """Return the keys of all rounds, the last one first (FIPS 197, 5.2)."""
    length, factor = len(key) // _WORD, 1
    words = [key[start : start + _WORD] for start in range(0, len(key), _WORD)]
    while len(words) < _WORD * (length + 7):
        word = words[-1]
        if len(words) % length == 0:
            word = (word[1:] + word[:1]).translate(_FORTH)
            word, factor = bytes((word[0] ^ factor, *word[1:])), _double(factor)
        elif length > 6 and len(words) % length == _WORD:
            word = word.translate(_FORTH)
        words.append(_mixed_with(words[-length], word))
    return [b"".join(words[start : start + _WORD]) for start in range(0, len(words), _WORD)][::-1]


def _block(rounds: list[bytes], block: bytes) -> bytes:
    state = _mixed_with(block, rounds[0])
    for number, key in enumerate(rounds[1:], start=1):
        moved = bytes(state[(place - 4 * (place % 4)) % BLOCK] for place in range(BLOCK))
        state = _mixed_with(moved.translate(_BACK), key)
        if number < len(rounds) - 1:
            state = b"".join(_unmixed(state[start : start + _WORD]) for start in range(0, BLOCK, _WORD))
    return state


def _unmixed(column: bytes) -> bytes:
    factors = (14, 11, 13, 9)
    unmixed = []
    for row in range(_WORD):
        value = 0
        for place, byte in enumerate(column):
            value ^= _UNMIXED[factors[(place - row) % _WORD]][byte]
        unmixed.append(value)
    return bytes(unmixed)
