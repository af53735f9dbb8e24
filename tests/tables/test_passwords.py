from __future__ import annotations

import struct
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.encryption import opens_unasked
from ipak_cli.tables.xls import open_xls
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
