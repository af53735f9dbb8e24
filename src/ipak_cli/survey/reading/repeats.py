"""Responses and respondents that come again, noticed by fingerprints that do not keep what they say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from ipak_cli.base.text import normalise
from ipak_cli.tables.column import as_text, objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.tables.column import Column

    Prints = npt.NDArray[np.uint64]

_COMPARED: Final = 1 << 20
"""Fingerprints that are compared at once, about."""
_NO_PRINTS: Final = np.zeros(0, np.uint64)
_HIGH: Final = np.uint64(32)
_NOBODY: Final = frozenset(
    {
        "null", "none", "nil", "nihil", "na", "n a", "nan", "undefined", "unknown", "kosong", "tidak",
        "tdk", "ada", "ya", "no", "ok", "oke", "test", "tes", "coba", "testing", "uji coba", "nn", "n n",
        "noname", "no name", "anonim", "anonym", "anonymous", "anonimus", "anonymus", "anon", "hamba",
        "hamba allah", "hamba tuhan", "hamba alloh", "rahasia", "dirahasiakan", "disamarkan", "privasi",
        "privat", "private", "pribadi", "secret", "confidential", "user", "username", "guest", "tamu",
        "pengguna", "pelanggan", "pengunjung", "pemohon", "masyarakat", "masyarakat umum", "warga", "umum",
        "responden", "admin", "administrator", "nama", "name", "email", "e mail", "mail", "surel", "nomor",
        "no hp", "hp", "wa", "telepon", "nik", "nip", "default", "lupa", "not available", "not applicable",
        "sda", "idem", "bapak", "ibu", "pak", "bu", "saya", "example", "contoh", "email saya", "your email",
        "noemail", "tidakada", "tidakpunya", "asd", "asdf", "asdasd", "qwerty", "qwe", "abc", "abcd",
        "abcde", "xyz", "string", "sample", "dummy",
    }
)  # fmt: skip
"""Whole values that people and programs write where nothing is to be said."""

_DENIALS: Final = frozenset(
    {
        "tidak", "tdk", "tak", "ga", "gak", "nggak", "enggak", "belum", "tanpa", "bukan", "no",
    }
)  # fmt: skip

_DENIED: Final = frozenset(
    {
        "ada", "punya", "memiliki", "mau", "ingin", "bersedia", "perlu", "diisi", "isi", "mengisi",
        "disebutkan", "disebut", "menyebutkan", "tahu", "tau", "ingat", "hafal", "menggunakan", "pakai",
        "dicantumkan", "diketahui", "nama", "email", "e", "mail", "surel", "hp", "wa", "whatsapp",
        "telepon", "telpon", "nomor", "nik", "nip", "identitas", "alamat", "name", "saya", "untuk", "di",
        "kasih", "beri", "diberikan", *_DENIALS,
    }
)  # fmt: skip
"""Words of which "tidak punya nomor HP" is made."""

_FEWEST_DIGITS: Final = (
    (frozenset({"nik", "ktp"}), 12),
    (frozenset({"nip"}), 9),
    (frozenset({"telepon", "telpon", "telp", "hp", "handphone", "ponsel", "whatsapp", "wa"}), 7),
)

"""Digits below which a number in a column with such a header is nobody's."""

_EMAIL: Final = frozenset({"email", "mail", "surel"})
_RISING: Final = "01234567890123456789"
_HOSTS: Final = frozenset({"example", "test", "tes"})


@dataclass(frozen=True, slots=True)
class Identity:
    """What a column about the person asks for: ``fewest`` digits of a number, or an e-mail address."""

    fewest: int
    email: bool

    @classmethod
    def of(cls, header: str) -> Identity:
        """Tell it from the column's header."""
        words = normalise(header).split()
        fewest = next((count for names, count in _FEWEST_DIGITS if not names.isdisjoint(words)), 0)
        return cls(fewest, not _EMAIL.isdisjoint(words))

    def told_by(self, value: str) -> bool:
        """Tell whether a value can be one person's, and is no placeholder.

        Nobody is known by marks alone, one letter again and again, "anonim" or "tidak ada", nor by a number
        that is too short for its column, masked, counted up, or of one digit.
        """
        if self.email and "@" in value:
            return _may_be_address(value)
        if self.fewest or value.isdigit():
            return _may_be_number(value, self.fewest)
        plain = normalise(value)
        letters = sum(c.isalpha() for c in plain)
        return letters > 1 and len(set(plain)) > 1 and not _says_nothing(plain)


def _says_nothing(plain: str) -> bool:
    words = set(plain.split())
    denied = words <= _DENIED and not words.isdisjoint(_DENIALS)
    return denied or plain in _NOBODY


def _may_be_number(value: str, fewest: int) -> bool:
    """Tell a number from 0812, 0812xxxxxxx, 080000000000, 081234567890 and 123456."""
    digits = "".join(filter(str.isdigit, value))
    own = digits.removeprefix("62").lstrip("0").removeprefix("8")
    masked = "xx" in value.casefold() or "**" in value
    made_up = masked or len(set(own)) < 2 or (len(own) > 2 and (own in _RISING or own in _RISING[::-1]))
    return len(digits) >= fewest and not made_up


def _may_be_address(value: str) -> bool:
    """Tell an e-mail address from one that nobody has: a@a.com, test@test.com, x@mail.com."""
    name, _, domain = value.strip().casefold().rpartition("@")
    host = domain.partition(".")[0]
    if len(set(name)) < 2 or len(host) < 2 or "." not in domain or host in _HOSTS:
        return False
    return (
        name not in _NOBODY
        and not _says_nothing(normalise(name))
        and (not name.isdigit() or _may_be_number(name, 0))
    )


_MIX: Final = 0x9E3779B97F4A7C15
_WORD: Final = 1 << 64


def cell_print(header: str, column: Column) -> Prints:
    """Return one number a row for its cell below a header; 0 where it is blank.

    A response's numbers are added up: the order of the columns does not matter, so that the same answers in
    another export have the same print.
    """
    prints: Prints = _hashes(normalise(header), column)[column.codes]
    return prints


def person_print(header: str, column: Column) -> Prints:
    """Return one number a row for who the respondent is; 0 where the column does not tell."""
    asked = Identity.of(header)
    known = np.array([*(asked.told_by(as_text(cell)) for cell in column.values.cells), False], np.bool_)
    hashes = np.where(known, _hashes(normalise(header), column), np.uint64(0))
    prints: Prints = hashes[column.codes]
    return prints


def number_print(answers: npt.NDArray[np.int8], seconds: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """Return one number a row for its answers and its time; the same answers to other items make another."""
    prints = _salted(seconds, answers.shape[1])
    highest = int(answers.max(initial=0))
    for place, column in enumerate(answers.T):
        prints += _answer_prints(place, highest)[column]
    return prints


@cache
def _answer_prints(place: int, highest: int) -> npt.NDArray[np.uint64]:
    """Return the fingerprints of the answers to one item, by their place on the scale."""
    return _salted(np.arange(highest + 1), place)


def _salted(numbers: npt.NDArray[np.int64], place: int) -> npt.NDArray[np.uint64]:
    salted = numbers.astype(np.uint64) + np.uint64((place + 1) * _MIX % _WORD)
    hashes: npt.NDArray[np.uint64] = pd.util.hash_array(salted)
    return hashes


def _hashes(key: str, column: Column) -> npt.NDArray[np.uint64]:
    """Return a hash for each distinct value, with a 0 last for empty cells."""
    texts = [as_text(value) for value in column.values.cells]
    hashes = np.zeros(len(texts) + 1, np.uint64)
    if texts:
        hashes[:-1] = pd.util.hash_array(objects(f"{key}\x1f{text}" for text in texts), categorize=False)
        hashes[:-1][np.array([not text for text in texts])] = 0
    return hashes


def repeated(parts: Sequence[Prints]) -> npt.NDArray[np.intp]:
    """Return the places of the second and later appearances of each fingerprint; 0 is no fingerprint."""
    twice = _given_twice(parts)
    found, first = [np.zeros(0, np.intp)], 0
    seen = np.zeros(len(twice), np.bool_)
    for part in parts if len(twice) else ():
        number = np.minimum(np.searchsorted(twice, part), len(twice) - 1)
        places = np.flatnonzero(twice[number] == part)
        number = number[places]
        again = seen[number] | pd.Series(number).duplicated().to_numpy()
        seen[number] = True
        found.append(places[again] + first)
        first += len(part)
    return np.concatenate(found)


def _given_twice(parts: Sequence[Prints]) -> Prints:
    """Return the fingerprints that appear more than once, in order.

    Some of them are compared at a time, chosen by their first bits: ten million need no more room than one.
    """
    found = [_NO_PRINTS]
    shares = np.uint64(max(1, sum(map(len, parts)) // _COMPARED))
    for share in range(int(shares)):
        mine = (part[(part >> _HIGH) * shares >> _HIGH == share] for part in parts)
        prints = np.sort(np.concatenate([_NO_PRINTS, *mine]))
        found.append(np.unique(prints[1:][prints[1:] == prints[:-1]]))
    twice: Prints = np.concatenate(found)
    return np.setdiff1d(twice, [0])
