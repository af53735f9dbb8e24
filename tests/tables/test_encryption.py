from __future__ import annotations

import struct
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.encryption import decrypted, opens_unasked, package_opens_unasked
from ipak_cli.tables.xls import open_xls
from makers.ole import Made
from makers.xls import XlsSheet, record, xls

SALT = bytes(range(16))
MD5 = bytes.fromhex(
    "010001000100000102030405060708090a0b0c0d0e0f57ab1c5782305c20aa92e5733b265ab163173d719c7f415cd7b6"
    "35b1a7b3b964"
)
"""A record by RC4 and MD5 for Excel's own password."""
SHA1 = {
    128: bytes.fromhex("f672f0c7874e8e833d7d3b9b91a12b2bbdf8883f1e6e8a6b7e684b661b16e315593444ab"),
    40: bytes.fromhex("9e2420dd4aeb0fd6cd2b8c6d32b3a4951cb94fe2a0320c50ef804b5cdc122d3624c945eb"),
}
"""The check and its hash, by RC4 and SHA-1 with a key of so many bits; another program finds them right."""


def by_library(bits: int, clear: bytes) -> bytes:
    head = struct.pack("<8I", 4, 0, 0x6801, 0x8004, bits, 1, 0, 0) + "RC4\0".encode("utf-16-le")
    check = struct.pack("<I", 16) + SALT + clear[:16] + struct.pack("<I", 20) + clear[16:]
    return struct.pack("<HHHII", 1, 2, 2, 4, len(head)) + head + check


UNASKED = [
    MD5,
    by_library(128, SHA1[128]),
    by_library(40, SHA1[40]),
    by_library(0, SHA1[40]),
    struct.pack("<HHH", 0, 5, 0x9A0A),
    struct.pack("<HH", 5, 0x9A0A),
]
ASKED = [
    MD5[:-1] + b"x",
    by_library(128, SHA1[40]),
    struct.pack("<HHH", 0, 5, 0x9A0B),
    struct.pack("<HH", 5, 0x9A0B),
    struct.pack("<H", 9) + bytes(50),
    bytes(6),
    b"",
    b"\1",
    by_library(128, SHA1[128])[:40],
]


def code_for(password: bytes) -> str:
    with pytest.raises(ProblemsFoundError) as found:
        open_xls(Path("a.xls"), xls([XlsSheet("Data")], extra=record(0x2F, password)))
    return found.value.problems[0].code


@pytest.mark.parametrize("password", UNASKED)
def test_a_workbook_that_excel_opens_without_asking_is_told_apart(password):
    assert opens_unasked(password)
    assert code_for(password) == "F170"


@pytest.mark.parametrize("password", ASKED)
def test_one_with_a_password_of_somebodys_is_not(password):
    assert not opens_unasked(password)
    assert code_for(password) == "F106"


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


PACKAGES_UNASKED = [standard(128, STANDARD[128]), standard(256, STANDARD[256], 3), agile()]
PACKAGES_ASKED = [
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


def code_for_package(info: bytes) -> str:
    made = Made()
    made.add_stream("EncryptedPackage", bytes(5_000))
    made.add_stream("EncryptionInfo", info)
    made.close_small()
    with pytest.raises(ProblemsFoundError) as found:
        open_xls(Path("a.xlsx"), made.written())
    return found.value.problems[0].code


@pytest.mark.parametrize("info", PACKAGES_UNASKED)
def test_a_package_that_excel_opens_without_asking_is_told_apart(info):
    assert package_opens_unasked(info)
    assert code_for_package(info) == "F170"


@pytest.mark.parametrize("info", PACKAGES_ASKED)
def test_a_package_with_a_password_of_somebodys_is_not(info):
    assert not package_opens_unasked(info)
    assert code_for_package(info) == "F106"


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
