"""Whether Excel opens an encrypted .xlsx without asking: with the password that it keeps for itself.

Only the check that stands in the file is computed; no cell is decrypted. (MS-OFFCRYPTO 2.3.4.7 to 2.3.4.13.)
"""

from __future__ import annotations

import base64
import hashlib
import re
import struct
from typing import Final

from ipak_cli.sheets.aes import decrypted
from ipak_cli.sheets.passwords import EXCELS_OWN

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
