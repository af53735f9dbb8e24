"""Words around the names of persons in a respondent's text: titles, roles, and those that are no name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SALUTATIONS: Final = _words(
    "pak bu bapak ibu bpk bp sdr sdri saudara saudari mas mbak mba kak kakak bang abang kang bunda suster "
    "ustad ustadz ustaz ustadzah bernama"
)
"""Words behind which a name is often written in small letters."""

TITLES: Final = _words(
    "bpk bp sdr sdri ust h hj haji hajah hajjah dr drs dra ir prof tn ny nn nona nyonya tuan teh om tante mr "
    "mrs ms miss yth an n nama"
)
"""Words behind which only capitals tell a name; many are abbreviations and have a full stop."""

ROLES: Final = _words(
    "guru kepala rt rw lurah camat kades dokter dosen satpam kepsek ketua admin operator petugas pegawai "
    "staf saya kabid kasi kadis"
)
"""Words that may stand between a title and a name."""

COMMON: Final = _words(
    "ada adalah agak agar akan alhamdulillah anak anda apa apabila apakah atas atau bagi bagian banget "
    "banyak beberapa belum berikan bidang bila bisa bantu boleh bukan cara cepat coba cukup dalam dan "
    "dapat dari datang dengan depan di dibantu dinas dipercepat harap harus hanya ini itu jadi jangan "
    "jika juga kabupaten kadang kalau kalo kami kantin kantor karena kasih kasir ke kecamatan kerja kita "
    "kota kurang lagi lain lalu lama lebih loket lobi maaf makin malah mereka minta misalnya mohon "
    "mungkin nggak oleh orang pada paling parkir pelayanan pengguna perlu pernah pertahankan pun "
    "puskesmas ramah saat saja salam sama sampai sangat satu sebagai sebaiknya secara sekali sekolah "
    "seksi selaku selalu semangat semoga semua sering serta sini situ sopan sudah supaya tadi tambah tamu "
    "tanpa tapi tata telah terima terimakasih terlalu tersebut terus tetap tidak tolong tu udah unit "
    "untuk usaha wali warga waktu yang yg anonim anonymous hamba allah info responden sd smp sma smk mi "
    "mts tk paud sdn smpn sman smkn email gmail layanan pendidikan"
)
"""Words that are no name, wherever they stand: in a text, or where a form asks for a name."""

MARK: Final = "\0"
"""Stands for a removed piece while a text is worked on; what ``plain_text`` returns never has it."""

REMOVED: Final = "[dihapus]"
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me"})
"""Categories of characters that show nothing by themselves: controls, joiners, marks on other letters."""

_FILLERS: Final = frozenset("\u115f\u1160\u2800")
"""Letters and symbols that are blank."""

# What stands between the digits of a number: anything but a letter. A comma before a space parts two numbers.
_BETWEEN: Final = r"(?:(?![,;]\s)[^\w\0]|_){0,3}"
_DAY_TIME: Final = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_YEAR: Final = r"(?:19|20)\d\d"
_HARMLESS: Final = (
    rf"(?<!\d)(?:{_DAY_TIME}\s?[-–—]\s?{_DAY_TIME}|{_YEAR}\s?[-–—/]\s?{_YEAR}"
    rf"|\brp\.?\s?[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,2}}(?:,\d\d)?)(?!{_BETWEEN}\d)"
)
"""Opening hours, school years and amounts of rupiah: digits that a suggestion needs and that name nobody."""

_URL: Final = (
    r"\b(?:[a-z][a-z0-9+.-]{0,20}:\s?//|www\.)[^\s\0]*[\w/]"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|net|org|id|info|biz|io|me|ly|gl|gg|app|link|site|online|page|xyz|web|co|tv)"
    r"\b(?![@-])(?:[/?#:][^\s\0]*[\w/])?"
)
_EMAIL: Final = (
    r"(?<![\w.+%-])[\w.+%-]++(?:@[\w-]+(?:\.[\w-]+)*"
    r"|\s?(?:@|[(\[{]\s?at\s?[)\]}])\s?[\w-]+(?:\s?(?:\.|[(\[{]\s?dot\s?[)\]}])\s?[\w-]+)+"
    r"|\s+at\s+[\w-]+(?:\s+dot\s+[\w-]+)+)"
)
_HANDLE: Final = (
    r"(?<![\w@])@[\w.]+\w"
    r"|(?P<account>\b(?:ig|insta|instagram|fb|facebook|twitter|tiktok|telegram|line|akun)\s?[:=]\s?)@?[\w.]+"
)
_NUMBER: Final = (
    r"(?P<label>\b(?:wa|whatsapp|hp|handphone|telp|tlp|telepon|telpon|rek|rekening|nik|nip|nisn|npwp)\b"
    rf"[^\w\0+(]{{0,3}})[+(]?\d(?:{_BETWEEN}\d){{3,}}"
    rf"|(?:\+\s?|\((?=\d{{2,4}}\)))?\d(?:{_BETWEEN}\d){{5,}}"
)
_PIECE: Final = re.compile(rf"(?P<harmless>{_HARMLESS})|{_URL}|{_EMAIL}|{_HANDLE}|{_NUMBER}", re.IGNORECASE)


def plain_text(text: str) -> str:
    """Return a text on one line as people see it: usual letters and digits, nothing hidden between them."""
    if not (text.isascii() and text.isprintable()):
        usual = unicodedata.normalize("NFKC", text)
        text = "".join(" " if c.isspace() else c for c in usual if c.isspace() or not _is_unseen(c))
    return " ".join(text.split())


def _is_unseen(character: str) -> bool:
    return character in _FILLERS or unicodedata.category(character) in _UNSEEN


def remove_contacts(text: str) -> tuple[str, int]:
    """Put ``MARK`` for each e-mail address, web address, account name and long number, and count them.

    Takes and returns plain text. Long is a number of six digits or more, whatever stands between them, or of
    four behind a word such as WA or NIP. Numbers written in words are not found.
    """
    removed, found = 0, 1
    # An address that was glued to a number is seen once the number is gone.
    while found:
        text, found = _marked(text)
        removed += found
    return text, removed


def _marked(text: str) -> tuple[str, int]:
    removed = 0

    def mark(piece: re.Match[str]) -> str:
        nonlocal removed
        if piece["harmless"]:
            return piece[0]
        removed += 1
        return (piece["account"] or piece["label"] or "") + MARK

    return _PIECE.sub(mark, text), removed


def shown(text: str) -> str:
    """Write out the marks; neighbouring ones become one."""
    return re.sub(rf"{MARK}(?:\s*{MARK})*", REMOVED, text)


SHORTEST: Final = 3
"""Letters from which one part of a name is looked for by itself."""

MOST_PARTS: Final = 5
"""Words that are taken as one name behind a title."""

LONGEST_NAME: Final = 12
"""Words of one respondent's name of which two are looked for together: a whole page is no name."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
_JOINT: Final = re.compile(r"[\s.,_-]{0,3}")
"""What may stand between two parts of one name."""

_APOSTROPHES: Final = str.maketrans("", "", "'’‘`ʼ")
_NO_NAMES: Final = SALUTATIONS | TITLES | ROLES | COMMON


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text, and how it is compared: in small letters, without apostrophes."""

    key: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Respondents' names, as far as their words occur in the texts: single parts, and pairs of one person."""

    parts: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, identities: Iterable[str], texts: Iterable[str]) -> KnownNames:
        """Take names and e-mail addresses apart, for use on ``texts``."""
        used = {word.key for text in texts for word in _words_person_names(text)}
        parts: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for identity in identities:
            words = (word.key for word in _words_person_names(plain_text(identity).partition("@")[0]))
            mine = [key for key in words if len(key) >= SHORTEST and key not in _NO_NAMES]
            parts.update(used.intersection(mine))
            for place, first in enumerate(mine):
                for second in mine[place + 1 : place + LONGEST_NAME]:
                    if first in used and second in used:
                        pairs.add((first, second))
                    if (glued := first + second) in used:
                        parts.add(glued)
        return cls(frozenset(parts), frozenset(pairs))


def remove_names(text: str, known: KnownNames) -> tuple[str, int]:
    """Put ``MARK`` for each name, and count them.

    A respondent's name goes where two of its parts stand together, or one with a capital; behind a title such
    as Pak or Ibu whatever may be a name goes, so that now and then a word is lost that was none.
    """
    words = list(_words_person_names(text))
    found = {*_known(text, words, known), *_titled(text, words)}
    spans: list[list[int]] = []
    for place in sorted(found):
        word = words[place]
        if spans and _JOINT.fullmatch(text, spans[-1][1], word.start):
            spans[-1][1] = word.end
        else:
            spans.append([word.start, word.end])
    for start, end in reversed(spans):
        text = text[:start] + MARK + text[end:]
    return text, len(spans)


def _words_person_names(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        key = found[0].casefold().translate(_APOSTROPHES)
        yield _Word(key, found.start(), found.end(), found[0][0].isupper())


def _known(text: str, words: list[_Word], known: KnownNames) -> Iterator[int]:
    for place, word in enumerate(words):
        if word.capital and word.key in known.parts:
            yield place
    for place, (first, second) in enumerate(pairwise(words)):
        together = _JOINT.fullmatch(text, first.end, second.start)
        if together and (first.key, second.key) in known.pairs:
            yield from (place, place + 1)


def _titled(text: str, words: list[_Word]) -> Iterator[int]:
    for place, word in enumerate(words):
        if word.key in SALUTATIONS or word.key in TITLES:
            yield from _name_behind(text, words, place)


def _name_behind(text: str, words: list[_Word], title: int) -> Iterator[int]:
    """Yield the places of the words that are a name behind the title at a place."""
    place, small = title + 1, words[title].key in SALUTATIONS
    if place < len(words) and words[place].key in ROLES and _follows(text, words, place):
        place, small = place + 1, False
    first = place
    while place < min(len(words), first + MOST_PARTS) and _follows(text, words, place):
        word = words[place]
        if word.key in _NO_NAMES or not (word.capital or (small and place == first and _may_name(word.key))):
            return
        yield place
        place += 1


def _follows(text: str, words: list[_Word], place: int) -> bool:
    """Tell whether nothing but a space, or what belongs to an abbreviation, parts a word from the last."""
    last = words[place - 1]
    gap = text[last.end : words[place].start]
    if last.key in ("nama", "saya", "bernama"):
        return re.fullmatch(r"\s?[:=]?\s?", gap) is not None
    short = last.key in TITLES or len(last.key) == 1
    return re.fullmatch(r"\.?\s?" if short else r"[\s-]", gap) is not None


def _may_name(key: str) -> bool:
    """Tell whether a word in small letters may be a name: two letters, or an ending, say that it is none."""
    return len(key) >= SHORTEST and not key.endswith(("nya", "kan"))
