"""What a message may show of an answer's cell: a name, number or address must not reach a result file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import MONTH_NUMBERS
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.survey import VALUE_NOT_SHOWN
from ipak_cli.survey.reading.name_words import NO_NAMES, SALUTATIONS
from ipak_cli.survey.reading.redact_names import may_name
from ipak_cli.survey.reading.words import KnownWords

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.survey.reading.words import Words

NOT_SHOWN: Final = VALUE_NOT_SHOWN()
LONGEST: Final = 30
"""Letters of a text that is shown although it stands in one cell only."""
_LONGEST_REPEATED: Final = 60
SHORT_HEADER: Final = 48
"""Letters of a header that a message shows."""
_SHORT_WORD: Final = 3
"""Letters of a word that is shown whatever it is: STS, III, x."""
_WORDS_OF_NAME: Final = range(2, 6)
_MOST_DIGITS: Final = 5
_WHOLE_DIGITS: Final = 2
"""Digits ahead of a decimal sign that are shown whatever follows: a number near a scale, nobody's number."""
_DAY_NUMBER: Final = re.compile(r"\d{1,4}|20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_DATED: Final = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}\b|\d{1,2}[:.]\d{2}\b", re.ASCII)
_ZONE_WORDS: Final = frozenset(["z", "t", "am", "pm", "utc", "gmt", "wib", "wita", "wit", "est", "pst"])
_USUAL: Final = (
    "amat sangat sekali cukup kurang tidak tdk tak gak nggak bukan belum sudah agak lebih paling biasa "
    "saja lumayan bagus baik buruk jelek parah puas memuaskan mengecewakan kecewa setuju ragu netral "
    "mudah sulit susah rumit ribet sukar cepat lambat lama lelet tepat terlambat sedang tinggi rendah "
    "sopan santun ramah judes jelas sesuai lengkap nyaman bersih kotor rapi rusak tersedia berfungsi "
    "dikelola maksimal optimal memadai layak mampu kompeten profesional terampil ahli tanggap responsif "
    "sigap wajar mahal murah gratis terjangkau standar normal rata selalu sering jarang pernah kadang "
    "kala ya iya oke ok sip mantap hebat istimewa prima sempurna luar tahu ada dan dari dengan tetapi "
    "tapi namun atau satu dua tiga empat lima kali bintang nilai skor poin jawaban menjawab pilihan "
    "lainnya semua memenuhi penting berkualitas transparan adil diskriminatif yes no good bad very poor "
    "fair excellent satisfied agree disagree strongly neutral menggunakan memakai digunakan dipakai "
    "memerlukan membutuhkan diperlukan dibutuhkan perlu mengadu pengaduan keluhan komplain mengeluh laporan "
    "berlaku relevan mengetahui mengerti paham memahami diisi mengisi terisi jawab berpendapat pendapat "
    "komentar merasa mendapat mendapatkan menerima dilayani datang saran masukan sarana prasarana fasilitas "
    "petugas pelayanan layanan biaya tarif dipungut bayar membayar waktu prosedur persyaratan untuk yang "
    "saya kami hanya masih lagi juga kosong lewat abstain not applicable know never used"
)
"""Words of answers in general: a message may show them although the rubric does not declare them."""
_ANSWERS: Final = KnownWords.of(_USUAL.split())


def shown(text: str, words: Words) -> str | Message:
    """Return a text of one cell if it is made of words of answers; anything else could be about a person."""
    flat = " ".join(text.split())
    if not _harmless(flat, LONGEST):
        return NOT_SHOWN
    if flat.isalpha() and len(flat) <= _SHORT_WORD:
        return flat
    told = (word for word in normalise(flat).split() if len(word) > 1 and word.isalpha())
    known = all(_ANSWERS.has(word) or words.single.has(word) for word in told)
    return flat if known else NOT_SHOWN


def shown_repeated(text: str) -> str | Message:
    """Return a text that stands in several cells of a column, where it is short: a choice."""
    flat = " ".join(text.split())
    titled = not SALUTATIONS.isdisjoint(normalise(flat).split())
    return flat if _harmless(flat, _LONGEST_REPEATED) and not titled and not may_name(flat) else NOT_SHOWN


def shown_choice(text: str) -> str | Message:
    """Return a text that several people gave for a message: each of its words must be one that is no name.

    How often a text was written does not tell: "Bu Ani" and an unknown word in small letters alike may
    be who served them.
    """
    flat = shown_repeated(text)
    if not isinstance(flat, str):
        return flat
    told = [word for word in normalise(flat).split() if len(word) > 1 and word.isalpha()]
    known = all(len(word) <= _SHORT_WORD or word in NO_NAMES or _ANSWERS.has(word) for word in told)
    return flat if known else NOT_SHOWN


def is_like_name(text: str) -> bool:
    """Tell a text of a few words, all with a capital, none of them a word of answers: Budi Santoso."""
    words = text.split()
    return len(words) in _WORDS_OF_NAME and all(
        word[0].isupper() and _ANSWERS.words.isdisjoint(normalise(word).split()) for word in words
    )


def shown_number(text: str) -> str | Message:
    """Return a number as it stands, unless it is as long as a telephone's or an identity card's."""
    whole = text.replace(",", ".").partition(".")[0].lstrip("+-")
    near = len(whole) <= _WHOLE_DIGITS and not (whole.startswith("0") and len(whole) > 1) and whole != text
    return text if text and (near or _few_digits(text)) else NOT_SHOWN


def shown_time(written: str) -> str | Message:
    """Return a text as far as it is a date, a time or a short number; the rest could tell who a person is."""
    text = " ".join(written.split())
    if _DAY_NUMBER.fullmatch(text):
        return text
    words = re.findall(r"[^\W\d_]+", text.lower())
    plain = (MONTH_NUMBERS.keys() | _ZONE_WORDS) >= set(words) and re.search(r"\d{5}|@", text) is None
    dated = _DATED.match(text)
    if plain and (dated or words) and len(text) <= 30:
        return text
    return f"{dated[0]} …" if dated and re.search(r"\b20\d\d\b", dated[0]) else NOT_SHOWN


def _harmless(flat: str, longest: int) -> bool:
    return len(flat) <= longest and "@" not in flat and _few_digits(flat)


def _few_digits(text: str) -> bool:
    return len(text) <= _MOST_DIGITS or sum(map(str.isdigit, text)) <= _MOST_DIGITS


def short_header(text: str, longest: int = SHORT_HEADER) -> str | Message:
    """Return a header for a message: not too long, and nobody's name, address or number."""
    named = "@" in text or not _few_digits(text) or may_name(text)
    return NOT_SHOWN if named else shortened(text, longest)


def shortened(text: str, longest: int = SHORT_HEADER) -> str:
    """Return a text on one line, cut after so many letters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1].rstrip()}…"
