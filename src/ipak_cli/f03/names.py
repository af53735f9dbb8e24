"""Words of headers that ask no question on the scale: times, persons, counts, codes, totals, remarks."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence


class Beside(Enum):
    """What a header asks for that asks no question on the scale."""

    TIME = "time"
    NUMBER = "number"
    REMARK = "remark"
    OTHER = "other"


_NAMES: Final = {
    Beside.TIME: (
        "waktu, tanggal, jam, hari, bulan, tahun, triwulan, periode, cap waktu, stempel waktu, waktu mulai, "
        "waktu selesai, waktu kirim, waktu pengisian, tanggal dan waktu, time, date, timestamp, time stamp, "
        "start time, completion time, last modified time, submitted at, submission date, submission time, "
        "submitdate, startdate, datestamp, created at, start, end, today, hari tanggal"
    ),
    Beside.NUMBER: (
        "id, no, nomor, kode, responden, number, nr, index, urut, no urut, nomor urut, urutan, response id, "
        "user id, respid, userid, uuid, no kuesioner, nomor kuesioner, id kuesioner, no formulir"
    ),
    Beside.REMARK: (
        "saran, masukan, saran masukan, saran dan masukan, komentar, catatan, keterangan, pesan, kesan, "
        "harapan, alasan, ulasan, suggestion, suggestions, comment, comments, feedback, notes"
    ),
    Beside.OTHER: (
        "nama, name, full name, username, nama pengguna, email, e mail, surel, alamat, alamat email, "
        "alamat surel, email address, address, telepon, telp, hp, handphone, ponsel, wa, whatsapp, phone, "
        "phone number, mobile, nik, nip, domisili, usia, umur, age, kelompok usia, rentang usia, age group, "
        "jenis kelamin, kelamin, gender, sex, jenkel, jk, l p, pendidikan, tingkat pendidikan, pddk, "
        "education, pekerjaan, profesi, jabatan, job, occupation, penyandang disabilitas, disabilitas, suku, "
        "agama, layanan, pelayanan, nama layanan, unit, unit layanan, unit pelayanan, instansi, loket, "
        "service, service type, type of service, count, average, mean, sum, status, shift, jumlah kunjungan"
    ),
}
_KNOWN: Final = {name: role for role, names in _NAMES.items() for name in names.split(", ")}
_LEADS: Final = {
    word: role
    for role, words in {
        Beside.TIME: "tanggal tgl",
        Beside.REMARK: "saran kritik masukan komentar catatan alasan harapan usul",
        Beside.OTHER: (
            "id no nomor kode code nama jenis jumlah jml banyak banyaknya berapa total rata rerata kunjungan "
            "kedatangan frekuensi antrean antrian usia umur status kelompok golongan kategori asal alamat "
            "loket kelas durasi urutan"
        ),
    }.items()
    for word in words.split()
}
"""First words of such headers, whatever follows."""
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


def beside(words: Sequence[str], *, numbered: bool = False) -> Beside | None:
    """Return what a header asks for beside the questions, if it does.

    ``Usia (tahun)``, ``Kode Layanan`` and ``Kunjungan ke-`` are such headers; ``Kesesuaian waktu pelayanan``
    and ``Kode etik dipatuhi`` are not, as they state something that can be rated. With ``numbered`` the words
    stand before a number.
    """
    whole, bare = " ".join(words), " ".join(word for word in words if word not in _FILLERS)
    if numbered and (whole in _IN_SERIES or not words):
        return None
    if role := _KNOWN.get(whole) or _KNOWN.get(bare):
        return role
    lead = _LEADS.get(words[0]) if words else None
    if lead is Beside.REMARK or (lead and len(words) <= _MOST_WORDS and not _is_statement(words)):
        return lead
    return Beside.OTHER if words and (_sums_up(words) or _measures(words)) else None


def _sums_up(words: Sequence[str]) -> bool:
    return _SUMS.issuperset(words)


def _measures(words: Sequence[str]) -> bool:
    """Tell ``Lama waktu (hari)``, ``Biaya Rp`` and ``Kedatangan ke``."""
    return words[-1] == "ke" or (words[-1] in _UNITS and not _MEASURED.isdisjoint(words[:-1]))


def _is_statement(words: Sequence[str]) -> bool:
    """Tell whether a header says something that can be rated, such as ``mudah`` or ``kepuasan``."""
    return "baik" in words or any(root in word for root in _STATEMENTS for word in words)
