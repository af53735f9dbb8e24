"""Words of a text: what each is to a search for names, and how it is written."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


SALUTATIONS: Final = word_set(
    "pak bu bapak ibu bpk bp sdr sdri saudara saudari mas mbak mba kak kakak bang abang kang bunda suster "
    "ustad ustadz ustaz ustadzah bernama namanya teteh"
)
"""Words behind which a name is often written in small letters."""

TITLES: Final = word_set(
    "bpk bp sdr sdri ust h hj haji hajah hajjah dr drs dra ir prof tn ny nn nona nyonya tuan teh om tante mr "
    "mrs ms miss yth an n nama datuk daeng puang karaeng raden tgk teungku tengku habib gus nyai "
    "neng ning cak mbah eyang akang uda uni opung pace mace koh cik kyai kiai pastor romo pendeta bruder"
)
"""Words behind which only capitals tell a name; many are abbreviations and have a full stop."""

ROLES: Final = word_set(
    "guru kepala rt rw lurah camat kades dokter dosen satpam kepsek ketua admin operator petugas pegawai "
    "staf saya kabid kasi kadis"
)
"""Words that may stand between a title and a name."""

COMMON: Final = word_set(
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

NO_NAMES: Final = SALUTATIONS | TITLES | ROLES | COMMON

SERVING: Final = word_set(
    "oleh dilayani dibantu petugas pegawai staf teller operator satpam security sekuriti cs admin perawat "
    "bidan dokter sopir supir kasir diterima dijelaskan ditemani dibimbing diarahkan resepsionis "
    "juru oknum namanya si"
)
"""Words behind which one capital word is a name, and one small word where it is known as such."""

CLOSINGS: Final = word_set(
    "salam wassalam wasalam wassalamualaikum wassalamu wass ttd tertanda regards regard best by trims thanks "
    "thx tks tx demikian sekian pengirim penulis nama saran makasih kasih terimakasih hormat dari "
    "tangan pemohon pelapor penerima pemberi pengunjung pengguna"
)
"""Words behind which the last words of a text are who wrote it."""

SURE_CLOSINGS: Final = word_set(
    "hormat ttd tertanda regards regard by pengirim penulis nama wassalam wasalam pemohon pelapor tangan"
)
"""Those behind which it is nothing else, though the word is not known as a part of names."""

CLOSING_RESTS: Final = word_set(
    "hormat saya kami hangat dari kenal sejahtera alaikum sehat takzim wr wb pribadi layanan "
    "saran keluarga dan"
)
"""Words that may stand between ``salam``, ``hormat`` or the like and the name."""


class Kind(Enum):
    """What a word is to a search for names; ``EITHER`` is a part of names and an ordinary word too."""

    UNKNOWN = auto()
    NAME = auto()
    EITHER = auto()
    ORDINARY = auto()
    NAMED_AFTER = auto()
    INSTITUTION = auto()
    PLACE = auto()


_LISTS: Final = files(__package__) / "person_words"
_SHORTEST_ROOT: Final = 4
_ENDINGS: Final = ("nya", "lah", "kah", "pun", "kan", "an", "i")
_BEGINNINGS: Final = (
    "di", "ter", "ber", "per", "ke", "se", "pe", "me", "mem", "men", "meng", "meny", "pem", "pen", "peng",
    "peny",
)  # fmt: skip
_PLACES: Final = {"named": Kind.NAMED_AFTER, "institution": Kind.INSTITUTION, "places": Kind.PLACE}


@lru_cache(maxsize=1 << 16)
def kind_of(key: str) -> Kind:
    """Tell what a word in small letters is; an ordinary one is known with its endings and beginnings too."""
    known = _known_kinds()
    kind = known.get(key)
    if kind is None:
        ordinary = any(known.get(root) in (Kind.ORDINARY, Kind.EITHER) for root in _roots(key))
        kind = Kind.ORDINARY if ordinary else Kind.UNKNOWN
    return kind


@cache
def name_parts() -> frozenset[str]:
    """Return the words of names that are shipped, ordinary ones and places among them."""
    return frozenset(word for _, word in _listed("nama.txt"))


@cache
def _known_kinds() -> Mapping[str, Kind]:
    ordinary = COMMON | ROLES | SERVING | SALUTATIONS | TITLES | {word for _, word in _listed("kata.txt")}
    kinds = dict.fromkeys(name_parts(), Kind.NAME)
    kinds |= {word: Kind.EITHER if word in kinds else Kind.ORDINARY for word in ordinary}
    kinds |= {word: _PLACES[section] for section, word in _listed("tempat.txt")}
    return kinds


def _listed(file: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a list, each with the heading above it."""
    section = ""
    for line in (_LISTS / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            yield from ((section, word) for word in line.split())


def _roots(key: str) -> Iterator[str]:
    ends = _without_ending(key)
    ends += [shorter for end in ends for shorter in _without_ending(end)]
    yield from ends
    for word in (key, *ends):
        for start in _BEGINNINGS:
            if word.startswith(start) and len(word) - len(start) >= _SHORTEST_ROOT:
                yield word[len(start) :]


def _without_ending(key: str) -> list[str]:
    ends = (end for end in _ENDINGS if key.endswith(end) and len(key) - len(end) >= _SHORTEST_ROOT)
    return [key[: -len(end)] for end in ends]


WORD: Final = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
JOINT: Final = re.compile(r"[\s.,_-]{0,3}")
"""What may stand between two parts of one name."""

_APOSTROPHES: Final = str.maketrans("", "", "'’‘`ʼ")
_ABBREVIATIONS: Final = word_set("muh moh moch abd st ma md tgk hj kh drs dr ir th hm")
"""Words with a full stop inside a name."""


class Word(NamedTuple):
    """A word of a text, and how it is compared: in small letters, without apostrophes.

    ``shouted`` has capitals alone, two or more.
    """

    key: str
    kind: Kind
    start: int
    end: int
    capital: bool
    shouted: bool

    @property
    def single(self) -> bool:
        """Tell an initial."""
        return len(self.key) == 1


def words_of(text: str) -> list[Word]:
    """Return the words of a text in their order."""
    words = []
    for found in WORD.finditer(text):
        written = found[0]
        key = _key(written)
        capital = written[0].isupper()
        shouted = capital and len(written) > 1 and written.isupper()
        words.append(Word(key, kind_of(key), *found.span(), capital, shouted))
    return words


def keys_of(text: str) -> Iterator[str]:
    """Yield how the words of a text are compared."""
    return map(_key, WORD.findall(text))


def _key(written: str) -> str:
    key = written.casefold()
    return key if written.isalpha() else key.translate(_APOSTROPHES)


def is_one_name(text: str, first: Word, second: Word) -> bool:
    """Tell whether what stands between two words leaves them one name: a space, or the stop of an initial."""
    gap = text[first.end : second.start]
    return gap == " " or ((first.single or first.key in _ABBREVIATIONS) and gap in (".", ". "))
