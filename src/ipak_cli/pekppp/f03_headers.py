"""Headers of a service users' survey that ask no question on the scale."""

from __future__ import annotations

from typing import Final

from ipak_cli.names import normalise

_TIMES: Final = (
    "waktu, tanggal, jam, hari, bulan, tahun, triwulan, periode, cap waktu, stempel waktu, waktu mulai, "
    "waktu selesai, waktu kirim, waktu pengisian, tanggal pengisian, tanggal kirim, tanggal survei, "
    "tanggal kunjungan, tanggal dan waktu, time, date, timestamp, time stamp, start time, completion time, "
    "last modified time, submitted at, submission date, created at"
)
_PERSONS: Final = (
    "nama, name, full name, username, nama pengguna, email, e mail, surel, alamat, alamat email, "
    "alamat surel, email address, address, telepon, telp, no telepon, no telp, nomor telepon, hp, no hp, "
    "nomor hp, handphone, no handphone, nomor handphone, ponsel, wa, no wa, nomor wa, whatsapp, no whatsapp, "
    "nomor whatsapp, phone, phone number, mobile, nik, nip, domisili"
)
_PROFILES: Final = (
    "usia, umur, age, kelompok usia, kelompok umur, rentang usia, age group, jenis kelamin, kelamin, gender, "
    "sex, pendidikan, tingkat pendidikan, education, pekerjaan, profesi, jabatan, job, occupation, "
    "penyandang disabilitas, disabilitas, suku, jumlah kunjungan, frekuensi kunjungan"
)
_SERVICES: Final = (
    "layanan, jenis layanan, jenis pelayanan, nama layanan, unit, unit layanan, unit pelayanan, instansi, "
    "loket, service, service type, type of service"
)
_REMARKS: Final = (
    "saran, masukan, saran masukan, saran dan masukan, kritik saran, kritik dan saran, komentar, catatan, "
    "keterangan, pesan, suggestion, suggestions, comment, comments, feedback, notes"
)
_NUMBERS: Final = (
    "no, nomor, nomor urut, no urut, no antrean, nomor antrean, no antrian, nomor antrian, number, nr, id, "
    "jumlah, total, rata rata, rerata, average, mean, sum"
)
_NOT_ASKED: Final = frozenset(
    name
    for names in (_TIMES, _PERSONS, _PROFILES, _SERVICES, _REMARKS, _NUMBERS)
    for name in names.split(", ")
)
_BESIDE: Final = frozenset(
    {
        "anda", "saudara", "bapak", "ibu", "i", "responden", "pengguna", "lengkap", "terakhir", "saat", "ini",
        "yang", "diterima", "digunakan", "opsional", "wajib", "diisi", "tahun", "your", "of", "respondent",
        "user", "optional", "required",
    }
)  # fmt: skip
"""Words that change nothing of what such a header asks for."""


def asks_no_question(header: str) -> bool:
    """Tell headers such as ``1. Nama lengkap`` or ``Usia (tahun)`` from questions.

    The whole header must be such a name: ``Kesesuaian waktu pelayanan`` is a question.
    """
    words = normalise(header).split()
    if len(words) > 1 and words[0].isdecimal():
        del words[0]
    bare = (word for word in words if word not in _BESIDE)
    return " ".join(words) in _NOT_ASKED or " ".join(bare) in _NOT_ASKED
