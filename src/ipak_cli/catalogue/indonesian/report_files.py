"""L520 to L528: the files that an office names for its report, and how large they make it."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.report import (
    DRAWING_FORBIDDEN,
    DRAWING_WITHOUT_SIZE,
    NOT_A_PICTURE,
    PICTURE_HAS_TOO_MANY_DOTS,
    REPORT_FILE_NOT_FOUND,
    REPORT_FILE_OUTSIDE,
    REPORT_FILE_TOO_LARGE,
    REPORT_FILE_UNREADABLE,
    REPORT_LARGE_TO_MAIL,
)

_SAVE_AGAIN: Final = "Buka berkas itu di program gambar, simpan lagi sebagai PNG atau JPEG, lalu sebut berkas yang baru di ipak.yaml."
_SMALLER: Final = (
    "Kecilkan salinan fotonya, lalu ganti berkas itu: kirim foto kepada diri sendiri lewat WhatsApp dan simpan dari sana, "
    "atau di Windows buka dengan Foto atau Paint dan pilih Ubah ukuran."
)
ENTRIES: Final[tuple[Sentences, ...]] = (
    Sentences(
        REPORT_FILE_NOT_FOUND, "Berkas yang disebut untuk laporan tidak ada",
        "{name}, disebut pada {key}, tidak ada di ruang kerja",
        "Salin berkas itu ke tempat tersebut, betulkan namanya, atau hapus barisnya dari ipak.yaml.",
        "Logo dan lampiran laporan disebut di ipak.yaml dengan nama yang dilihat dari folder ruang kerja, misalnya "
        "logo/unit.png. Huruf besar dan kecil dibedakan. Laporan tidak dibuat tanpa logo atau lampiran yang dimaksud.",
    ),
    Sentences(
        REPORT_FILE_OUTSIDE, "Berkas di luar ruang kerja",
        "{name}, disebut pada {key}, berada di luar ruang kerja",
        "Salin berkas itu ke folder di ruang kerja, misalnya logo atau lampiran, lalu sebut namanya dari sana.",
        "Laporan hanya dibuat dari berkas di ruang kerja, supaya sama di setiap komputer dan tidak memuat berkas lain tanpa "
        "sengaja.",
    ),
    Sentences(
        REPORT_FILE_TOO_LARGE, "Berkas untuk laporan terlalu besar",
        "{name}, disebut pada {key}, {what}",
        _SMALLER,
        "Logo paling besar 5 MiB, foto 12 MiB, semua logo dan foto bersama 40 MiB, dokumen 64 MiB. Foto dimuat dengan "
        "mutu aslinya di setiap bentuk laporan.",
    ),
    Sentences(
        PICTURE_HAS_TOO_MANY_DOTS, "Gambar terlalu besar",
        "{name}, disebut pada {key}, lebih dari {most} juta titik",
        _SMALLER,
        "Gambar yang sangat besar memenuhi memori komputer, sedangkan di kertas tidak terlihat lebih tajam.",
    ),
    Sentences(
        NOT_A_PICTURE, "Bukan gambar yang dapat dipakai",
        "{name}, disebut pada {key}, bukan gambar PNG, JPEG atau SVG yang utuh",
        _SAVE_AGAIN,
        "Isi berkas yang menentukan, bukan akhiran namanya. Foto HEIC dari telepon, gambar WebP, JPEG dengan warna cetak "
        "(CMYK), dan berkas yang terpotong atau rusak ketika disalin tidak dapat dipakai.",
    ),
    Sentences(
        DRAWING_FORBIDDEN, "Gambar SVG memuat hal yang tidak diizinkan",
        "{name}, disebut pada {key}, memuat {what}",
        _SAVE_AGAIN,
        "Gambar SVG dapat memuat program dan mengambil isi dari internet. Laporan hanya menerima gambar yang berdiri "
        "sendiri; tidak ada yang dijalankan atau diambil.",
    ),
    Sentences(
        DRAWING_WITHOUT_SIZE, "Gambar SVG tanpa ukuran",
        "{name}, disebut pada {key}, tidak menyebut bidang gambarnya (viewBox)",
        _SAVE_AGAIN,
        "Tanpa viewBox gambar SVG tidak dapat diperbesar atau diperkecil, sehingga akan terpotong.",
    ),
    Sentences(
        REPORT_FILE_UNREADABLE, "Berkas untuk laporan tidak dapat dibaca",
        "{name}, disebut pada {key}, tidak dapat dibaca",
        "Periksa apakah itu berkas dan bukan folder, apakah Anda boleh membukanya, dan apakah drive jaringannya "
        "tersambung, lalu ulangi.",
        "Sistem menolak membuka berkas itu.",
    ),
    Sentences(
        REPORT_LARGE_TO_MAIL, "Laporan mungkin terlalu besar untuk surel",
        "lebih besar dari 10 MB karena logo dan fotonya, sehingga mungkin ditolak surel: {files:,}",
        "Kirim lewat tautan penyimpanan bersama, atau kecilkan fotonya dan buat laporannya lagi.",
        "Banyak kotak surel menolak lampiran yang besar. Laporannya sendiri lengkap.",
    ),
)  # fmt: skip
