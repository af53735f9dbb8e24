from __future__ import annotations

import struct
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.encryption import decrypted, package_opens_unasked
from ipak_cli.tables.xls import open_xls
from makers.ole import Made

SALT = bytes(range(16))
STANDARD = {
    128: bytes.fromhex(
        "16122d42066342fba61d894ec966dd0a020804c7a9abaeeae73a6955d772d7fe4a3442db7aca4a0423343df2b3a2303d"
    ),
    256: bytes.fromhex(
        "7891cb50a2b701c59c7c91bb5e2f461886646a0a5d4bc034e2a562d606fa1756bb517c4f5935a95202267974fb12dfe2"
    ),
}
"""A check and its hash by AES with a key of so many bits; another program finds them right."""


def standard(bits: int, check: bytes, version: int = 4) -> bytes:
    head = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, bits, 0x18, 0, 0) + "AES\0".encode("utf-16-le")
    verifier = struct.pack("<I", 16) + SALT + check[:16] + struct.pack("<I", 20) + check[16:]
    return struct.pack("<HHII", version, 2, 0x24, len(head)) + head + verifier


def agile(rounds: str = "100000", check: str = "svin3d4UiIv2zzA9mAcjhQ==") -> bytes:
    hashed = "7UUQm/T6GcP30FVP0dCOGsxQk9sLoGKx6ythsPDvjrKmqxdRrl/O/q55va65M+ERROPNbixXVxo5a8ImXF3MLw=="
    return (
        b"\4\0\4\0\x40\0\0\0"
        + (
            f'<encryption><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="{rounds}" saltSize="16" '
            'blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" '
            'cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="qdn0z3Z5NoBPxyeHyCG3aQ==" '
            f'encryptedVerifierHashInput="{check}" encryptedVerifierHashValue="{hashed}"/>'
            "</keyEncryptor></keyEncryptors></encryption>"
        ).encode()
    )


UNASKED = [standard(128, STANDARD[128]), standard(256, STANDARD[256], 3), agile()]
ASKED = [
    standard(128, STANDARD[256]),
    standard(128, STANDARD[128])[:-1],
    standard(64, STANDARD[128]),
    agile(check="AAAAAAAAAAAAAAAAAAAAAA=="),
    agile(check=""),
    agile(check="bukan base64"),
    agile(rounds="10000000"),
    agile(rounds="banyak"),
    agile().replace(b"SHA512", b"WHIRLPOOL"),
    agile().replace(b"saltValue", b"salt"),
    b"\4\0\4\0",
    b"",
]


def code_for(info: bytes) -> str:
    made = Made()
    made.add_stream("EncryptedPackage", bytes(5_000))
    made.add_stream("EncryptionInfo", info)
    made.close_small()
    with pytest.raises(ProblemsFoundError) as found:
        open_xls(Path("a.xlsx"), made.written())
    return found.value.problems[0].code


@pytest.mark.parametrize("info", UNASKED)
def test_a_package_that_excel_opens_without_asking_is_told_apart(info):
    assert package_opens_unasked(info)
    assert code_for(info) == "F170"


@pytest.mark.parametrize("info", ASKED)
def test_one_with_a_password_of_somebodys_is_not(info):
    assert not package_opens_unasked(info)
    assert code_for(info) == "F106"


@pytest.mark.parametrize(
    ("size", "block"),
    [
        (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
        (24, "dda97ca4864cdfe06eaf70a0ec0d7191"),
        (32, "8ea2b7ca516745bfeafc49904b496089"),
    ],
)
def test_the_examples_of_fips_197_are_decrypted(size, block):
    assert decrypted(bytes(range(size)), bytes.fromhex(block)).hex() == "00112233445566778899aabbccddeeff"
