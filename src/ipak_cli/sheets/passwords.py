"""Whether Excel opens an encrypted .xls without asking: with the password that it keeps for itself.

Excel encrypts a workbook whose structure is protected, and takes a fixed password. Only the check that stands
in the file is computed here; no cell is decrypted. (MS-OFFCRYPTO 2.3.5 to 2.3.7; MS-XLS 2.4.117.)
"""

from __future__ import annotations

import hashlib
import struct
from typing import Final

EXCELS_OWN: Final = "VelvetSweatshop"
_OBFUSCATED, _ENCRYPTED = 0, 1
_PLAIN_RC4: Final = (1, 1)
_SHORT: Final = 4
_VERIFIER: Final = 16
_FIVE: Final = 5


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
