"""Words of headers that ask no question on the scale: times, persons, counts, codes, totals, remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.header import OwnWords, is_person, is_running_number, own_words_of
from ipak_cli.survey.reading.time_headers import is_sure, moment_of, speaks_of_time

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES: Final = (
    "jam, bulan, tahun, triwulan, periode, kode, responden, number, nr, urut, urutan, user id, respid, "
    "userid, no formulir, alamat, address, telepon, telp, hp, handphone, ponsel, wa, phone, phone number, "
    "mobile, domisili, usia, umur, age, kelompok usia, rentang usia, age group, jenis kelamin, kelamin, "
    "gender, sex, jenkel, jk, l p, pendidikan, tingkat pendidikan, pddk, education, pekerjaan, profesi, "
    "jabatan, job, occupation, penyandang disabilitas, disabilitas, suku, agama, layanan, pelayanan, "
    "nama layanan, unit, unit layanan, unit pelayanan, instansi, loket, service, service type, "
    "type of service, count, average, mean, sum, status, shift, full name"
)
"""Whole headers, besides those that the survey's reader knows."""
_LEADS: Final = (
    "tanggal tgl id no nomor kode code nama jenis jumlah jml banyak banyaknya berapa total rata rerata "
    "kunjungan kedatangan frekuensi antrean antrian usia umur status kelompok golongan kategori asal alamat "
    "loket kelas durasi urutan"
)
"""First words of such headers, whatever follows."""
_KNOWN: Final = frozenset(_NAMES.split(", "))
_LEADING: Final = frozenset(_LEADS.split())
_REMARKS: Final = frozenset({"catatan", "keterangan", "pesan", "kesan", "harapan", "alasan", "notes"})
"""First words of headers that ask for a remark, besides those of suggestions."""
_SUMS: Final = frozenset(
    {
        "nilai", "skor", "score", "indeks", "index", "ipp", "ikm", "nrr", "hasil", "akhir", "total",
        "rata", "rerata", "jumlah", "keseluruhan", "konversi", "mutu", "predikat", "kategori", "persen",
        "persentase", "f", "03", "f03", "responden", "survei", "rata2",
    }
)  # fmt: skip
"""Words of which the header of a total or a mean is made, and nothing else."""
_IN_SERIES: Final = frozenset({"layanan", "pelayanan", "unit", "loket", "nilai", "skor", "score", "hasil"})
"""Names that number questions: ``layanan1``, ``skor2``."""
RESPONDENTS: Final = frozenset({"r", "resp", "responden", "respondent", "orang"})
"""Names that number respondents: the table lies on its side."""
_UNITS: Final = frozenset(
    {
        "menit", "jam", "hari", "bulan", "tahun", "rp", "rupiah", "kali", "orang", "km", "meter",
        "detik",
    }
)  # fmt: skip
_MEASURED: Final = frozenset({"lama", "waktu", "biaya", "tarif", "jarak", "durasi", "ongkos"})
_FILLERS: Final = frozenset(
    {
        "anda", "saudara", "bapak", "ibu", "i", "responden", "pengguna", "lengkap", "terakhir", "saat",
        "ini", "yang", "diterima", "digunakan", "opsional", "wajib", "diisi", "tahun", "survei",
        "pengisian", "kirim", "kunjungan", "kelompok", "your", "of", "respondent", "user", "optional",
        "required",
    }
)  # fmt: skip
"""Words that change nothing of what such a header asks for."""
_STATEMENTS: Final = (
    "mudah", "jelas", "madai", "sesuai", "nyaman", "bersih", "puas", "ramah", "sopan", "cepat", "tepat",
    "lengkap", "jangkau", "respons", "kualitas", "tertib", "keamanan", "teratur", "patuh", "tersedia",
)  # fmt: skip
_MOST_WORDS: Final = 6
"""Words of a header that a first word may decide alone."""


def asks_remark(words: Sequence[str]) -> bool:
    """Tell the header of a suggestion or another remark in the respondent's own words."""
    return own_words_of(" ".join(words)) is OwnWords.SUGGESTION or not _REMARKS.isdisjoint(words[:1])


def asks_beside(words: Sequence[str], *, rated: bool, numbered: bool = False) -> bool:
    """Tell whether a header asks for something beside the questions.

    ``Usia (tahun)``, ``Kode Layanan`` and ``Kunjungan ke-`` are such headers; ``Kesesuaian waktu pelayanan``
    and ``Kode etik dipatuhi`` are not, as they state something that can be rated. With ``rated`` key words of
    a question stand in it, so that ``Waktu penyelesaian`` is no time; with ``numbered`` the words stand
    before a number.
    """
    whole, bare = " ".join(words), " ".join(word for word in words if word not in _FILLERS)
    if not words or (numbered and whole in _IN_SERIES):
        return False
    led = words[0] in _LEADING and len(words) <= _MOST_WORDS and not _is_statement(words)
    named = any(_is_name(text) for text in (whole, bare))
    timed = not rated and _is_time(whole)
    return named or led or timed or _SUMS.issuperset(words) or _measures(words)


def _is_name(text: str) -> bool:
    return text in _KNOWN or is_running_number(text) or is_person(text)


def _is_time(text: str) -> bool:
    return moment_of(text) is not None and (speaks_of_time(text) or is_sure(text))


def _measures(words: Sequence[str]) -> bool:
    """Tell ``Lama waktu (hari)``, ``Biaya Rp`` and ``Kedatangan ke``."""
    return words[-1] == "ke" or (words[-1] in _UNITS and not _MEASURED.isdisjoint(words[:-1]))


def _is_statement(words: Sequence[str]) -> bool:
    """Tell whether a header says something that can be rated, such as ``mudah`` or ``kepuasan``."""
    return "baik" in words or any(root in word for root in _STATEMENTS for word in words)
