"""A1xx: what an audit finds in a finished report: days, periods, numbers of tables and figures."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.audit import (
    DAYS_OUTSIDE_PERIOD,
    DAYS_SHORT_OF_PERIOD,
    LIST_NOT_AS_TEXT,
    NO_SUCH_DAY,
    NO_SUCH_PART,
    NUMBER_MISSING,
    NUMBER_TWICE,
    OTHER_PERIOD_NAMED,
    SIGNED_TOO_EARLY,
    TREND_WITHOUT_PERIOD,
    WEEKDAY_NOT_OF_DAY,
)

ENTRIES: Final = (
    Sentences(
        NO_SUCH_DAY, "Tanggal yang tidak ada",
        "tanggal {word} tidak ada dalam kalender",
        "Perbaiki tanggal itu.",
        "Tidak ada bulan dengan tanggal itu, misalnya 31 November atau 29 Februari pada tahun biasa.",
    ),
    Sentences(
        WEEKDAY_NOT_OF_DAY, "Hari yang bukan milik tanggalnya",
        "{word}: tanggal itu jatuh pada hari {weekday}",
        "Perbaiki hari atau tanggalnya.",
        "Hari dalam minggu mengikuti tanggal. Yang salah dapat harinya, tanggalnya, atau tahunnya.",
    ),
    Sentences(
        DAYS_OUTSIDE_PERIOD, "Tanggal di luar periode",
        "waktu {first} s.d. {last} tidak sesuai dengan {period} ({start} s.d. {end})",
        "Perbaiki tanggal itu, atau jelaskan mengapa pengumpulan data keluar dari periodenya.",
        "Waktu pengumpulan data harus terletak dalam periode yang dilaporkan.",
    ),
    Sentences(
        DAYS_SHORT_OF_PERIOD, "Periode yang tidak genap",
        "waktu {first} s.d. {last} tidak sampai ke batas {period} ({start} s.d. {end})",
        "Periksa apakah hari yang tertinggal memang tidak termasuk, lalu tulis tanggal yang benar.",
        "Periode yang dimulai atau berakhir tepat pada batas triwulan tetapi meleset beberapa hari di batas "
        "lainnya biasanya salah tulis, misalnya 30 Desember.",
    ),
    Sentences(
        SIGNED_TOO_EARLY, "Ditandatangani sebelum periode berakhir",
        "laporan ditandatangani pada {word}, sebelum {period} berakhir pada {end}",
        "Perbaiki tanggal penandatanganan atau periode laporan.",
        "Laporan tentang suatu periode tidak dapat selesai sebelum periode itu berakhir.",
    ),
    Sentences(
        OTHER_PERIOD_NAMED, "Periode lain pada judul dan kalimat",
        "laporan {period} menyebut dirinya, atau tabel dan gambarnya, sebagai {others} di {count} tempat",
        "Perbaiki periode di tempat-tempat itu, atau ganti isinya bila memang milik periode lain.",
        "Judul, keterangan tabel, dan kalimat tentang laporan ini harus menyebut periode yang sama. Kalimat yang "
        "membandingkan periode tidak dihitung.",
    ),
    Sentences(
        TREND_WITHOUT_PERIOD, "Tren tanpa periode yang dilaporkan",
        "tren {periods} tidak memuat {period}, periode yang dilaporkan",
        "Tambahkan angka periode yang dilaporkan ke tren, beserta pembahasannya.",
        "Tren dalam laporan suatu periode seharusnya sampai ke periode itu.",
    ),
    Sentences(
        LIST_NOT_AS_TEXT, "Nomor di daftar berbeda dengan di isi",
        "{count} nomor di daftar berbeda dengan nomor di isi laporan: {values}",
        "Perbarui daftar tabel dan daftar gambar dari nomor di isi laporan.",
        "Daftar isi yang tidak diperbarui setelah isi laporan berubah masih menunjuk nomor lama.",
    ),
    Sentences(
        NUMBER_TWICE, "Nomor yang berulang",
        "nomor yang dipakai lebih dari sekali: {values}",
        "Beri setiap tabel dan gambar nomornya sendiri, lalu perbarui daftar dan rujukannya.",
        "Dua tabel atau gambar dengan nomor yang sama tidak dapat dirujuk.",
    ),
    Sentences(
        NUMBER_MISSING, "Nomor yang terlewat",
        "nomor yang terlewat: {values}",
        "Periksa apakah ada tabel atau gambar yang hilang, lalu rapatkan nomornya.",
        "Nomor tabel dan gambar berurutan dalam satu bab. Nomor yang terlewat dapat berarti bagian laporan hilang.",
    ),
    Sentences(
        NO_SUCH_PART, "Rujukan ke nomor yang tidak ada",
        "laporan merujuk {values}, yang tidak ada dalam isinya",
        "Perbaiki rujukan itu ke nomor yang benar.",
        "Kalimat merujuk tabel atau gambar dengan nomor yang tidak dimiliki tabel atau gambar mana pun.",
    ),
)  # fmt: skip
