"""Decryption by AES (FIPS 197), a few blocks of it: no more than the check of one known password needs."""

from __future__ import annotations

import base64
import hashlib
import re
import struct
from typing import Final

BLOCK: Final = 16
_WORD: Final = 4
EXCELS_OWN: Final = "VelvetSweatshop"
_OBFUSCATED, _ENCRYPTED = 0, 1
_PLAIN_RC4: Final = (1, 1)
_SHORT: Final = 4
_VERIFIER: Final = 16
_FIVE: Final = 5
_AGILE: Final = b"\4\0\4\0"
_ROUNDS: Final = 50_000
_MOST_ROUNDS: Final = 200_000
"""Office takes 100,000; a file may ask for ten million."""
_KEY: Final = re.compile(rb"<(?:\w+:)?encryptedKey\b([^<>]*)>")
_ATTRIBUTE: Final = re.compile(rb'(\w+)="([^"]*)"')
_FOR_CHECK: Final = bytes.fromhex("fea7d2763b4b9e79")
_FOR_HASH: Final = bytes.fromhex("d7aa0f6d3061344e")
_HASHES: Final = {"SHA1", "SHA256", "SHA384", "SHA512"}
_KEY_BYTES: Final = (16, 24, 32)
_BLOCK: Final = 16


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


def opens_unasked(password_record: bytes) -> bool:
    """Tell whether the workbook with this record of a password (FILEPASS) opens with Excel's own."""
    try:
        return _matches(password_record)
    except struct.error:
        return False


def _matches(content: bytes) -> bool:
    (way,) = struct.unpack_from("<H", content)
    if len(content) == _SHORT or way == _OBFUSCATED:  # before Excel 97 there was no other way
        return content[-2:] == struct.pack("<H", _obfuscated(EXCELS_OWN.encode()))
    if way != _ENCRYPTED:
        return False
    if struct.unpack_from("<HH", content, 2) == _PLAIN_RC4:
        return _matches_md5(content[6:])
    return _matches_sha1(content[6:])


def _obfuscated(password: bytes) -> int:
    """Return the 16 bits that stand for a password where the cells are only obfuscated."""
    value = 0
    for byte in reversed((len(password), *password)):
        value = (value >> 14 & 1 | value << 1 & 0x7FFF) ^ byte
    return value ^ 0xCE4B


def _matches_md5(content: bytes) -> bool:
    salt, verifier, hashed = (content[start : start + _VERIFIER] for start in (0, 16, 32))
    first = hashlib.md5(EXCELS_OWN.encode("utf-16-le"), usedforsecurity=False).digest()
    second = hashlib.md5((first[:_FIVE] + salt) * 16, usedforsecurity=False).digest()
    key = hashlib.md5(second[:_FIVE] + bytes(4), usedforsecurity=False).digest()
    clear = _rc4(key, verifier + hashed)
    return hashlib.md5(clear[:_VERIFIER], usedforsecurity=False).digest() == clear[_VERIFIER:]


def _matches_sha1(content: bytes) -> bool:
    """Check a password for RC4 by the system's library: the header names the length of the key."""
    (size,) = struct.unpack_from("<I", content, 4)
    (bits,) = struct.unpack_from("<I", content, 8 + 16)
    place = 8 + size + 4
    salt, verifier = (content[start : start + _VERIFIER] for start in (place, place + 16))
    hashed = content[place + 36 : place + 56]
    first = hashlib.sha1(salt + EXCELS_OWN.encode("utf-16-le"), usedforsecurity=False).digest()
    key = hashlib.sha1(first + bytes(4), usedforsecurity=False).digest()[: (bits or 40) // 8]
    clear = _rc4(key.ljust(_VERIFIER, b"\0") if len(key) == _FIVE else key, verifier + hashed)
    return hashlib.sha1(clear[:_VERIFIER], usedforsecurity=False).digest() == clear[_VERIFIER:]


def _rc4(key: bytes, content: bytes) -> bytes:
    """Decrypt by RC4, which is its own reverse."""
    if not key:
        return b""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 0xFF
        state[i], state[j] = state[j], state[i]
    clear, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) & 0xFF
        j = (j + state[i]) & 0xFF
        state[i], state[j] = state[j], state[i]
        clear.append(byte ^ state[(state[i] + state[j]) & 0xFF])
    return bytes(clear)


def package_opens_unasked(info: bytes) -> bool:
    """Tell whether the package that this description of an encryption belongs to opens with Excel's own."""
    try:
        return _agile(info[8:]) if info.startswith(_AGILE) else _standard(info)
    except (struct.error, ValueError, KeyError):
        return False


def _agile(xml: bytes) -> bool:
    found = _KEY.search(xml)
    if found is None:
        return False
    said = {name.decode(): value.decode("ascii", "replace") for name, value in _ATTRIBUTE.findall(found[1])}
    name, rounds, size = said["hashAlgorithm"], int(said["spinCount"]), int(said["keyBits"]) // 8
    if name not in _HASHES or rounds > _MOST_ROUNDS or size not in _KEY_BYTES:
        return False
    salt, check, hashed = (
        base64.b64decode(said[key])
        for key in ("saltValue", "encryptedVerifierHashInput", "encryptedVerifierHashValue")
    )
    if len(salt) != _BLOCK or said["cipherChaining"] != "ChainingModeCBC":
        return False
    spun = _spun(name, salt, rounds)
    keys = (_hash(name, spun + use)[:size].ljust(size, b"\x36") for use in (_FOR_CHECK, _FOR_HASH))
    clear, expected = (
        decrypted(key, content, salt) for key, content in zip(keys, (check, hashed), strict=True)
    )
    right = _hash(name, clear)
    return expected.startswith(right)


def _standard(info: bytes) -> bool:
    (size,) = struct.unpack_from("<I", info, 8)
    (bits,) = struct.unpack_from("<I", info, 12 + 16)
    place = 12 + size + 4
    salt, check = info[place : place + _BLOCK], info[place + _BLOCK : place + 2 * _BLOCK]
    hashed = info[place + 2 * _BLOCK + 4 : place + 4 * _BLOCK + 4]
    if bits // 8 not in _KEY_BYTES or len(hashed) < 2 * _BLOCK:
        return False
    spun = _hash("SHA1", _spun("SHA1", salt, _ROUNDS) + bytes(4))
    halves = (bytes(mark ^ byte for byte in spun.ljust(64, b"\0")) for mark in (0x36, 0x5C))
    key = b"".join(_hash("SHA1", half) for half in halves)[: bits // 8]
    return decrypted(key, hashed).startswith(_hash("SHA1", decrypted(key, check)))


def _spun(name: str, salt: bytes, rounds: int) -> bytes:
    """Return what a password becomes after many rounds."""
    spun = _hash(name, salt + EXCELS_OWN.encode("utf-16-le"))
    for number in range(rounds):
        spun = _hash(name, number.to_bytes(4, "little") + spun)
    return spun


def _hash(name: str, content: bytes) -> bytes:
    return hashlib.new(name.lower(), content, usedforsecurity=False).digest()
