"""Which values in a column about the person tell one respondent from another, and which stand for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ipak_cli.base.text import normalise

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
