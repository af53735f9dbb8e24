"""L59x: why a workpaper is not written, or not in its place."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.workpaper import (
    PARTS_NOT_GIVEN_BACK,
    REVIEWED_WORKPAPER_KEPT,
    WORKBOOK_NOT_GIVEN_BACK,
    WORKPAPER_LEFT_OUT_OTHER_RUBRIC,
    WORKPAPER_LEFT_OUT_RECAP,
    WORKPAPER_LEFT_OUT_TOO_TELLING,
    WORKPAPER_NEEDS_COUNTS,
    WORKPAPER_NEEDS_LIBRARY,
    WORKPAPER_STANDS,
    WORKPAPER_TOO_LONG,
    WORKPAPER_TOO_TELLING,
)

_WHY_TELLING: Final = (
    "Dari banyaknya jawaban setiap nilai, jawaban beberapa orang saja dapat dikenali. Karena itu kertas kerja yang "
    "diedarkan tidak dibuat bila respondennya kurang dari kelompok terkecil yang boleh dirinci menurut rubrik, atau bila "
    "sesedikit itu yang tersisa dari selisihnya dengan periode tersimpan yang termuat di dalamnya."
)
ENTRIES: Final = (
    Sentences(
        WORKPAPER_STANDS, "Kertas kerja sudah ada",
        "berkas sudah ada dan tidak ditimpa",
        "Pilih nama lain, atau pindahkan dahulu berkas yang lama.",
        "Kertas kerja dapat berisi nama, tanggal, dan catatan pemeriksa. Karena itu `ipak score --xlsx`, "
        "`ipak pekppp assess --xlsx`, dan `ipak pekppp assess --filled` tidak pernah menimpa berkas yang sudah ada, apalagi "
        "buku kerja yang dinilai.",
    ),
    Sentences(
        WORKPAPER_TOO_LONG, "Terlalu banyak jawaban untuk satu lembar",
        "ada {count} responden; lembar Jawaban memuat paling banyak {most}",
        "Tambahkan --tanpa-jawaban: kertas kerja lalu mulai dari banyaknya jawaban setiap nilai, dan angkanya sama.",
        "Lembar dengan lebih banyak baris membuat program lembar kerja lambat, dan pemeriksaan satu per satu tidak "
        "lagi mungkin. Kertas kerja yang mulai dari cacahan tetap menghitung ulang semua angka.",
    ),
    Sentences(
        WORKPAPER_TOO_TELLING, "Responden terlalu sedikit untuk diedarkan",
        "ada {count} responden; kertas kerja tanpa jawaban memerlukan paling sedikit {smallest}",
        "Untuk pemeriksa di kantor sendiri, buat kertas kerja tanpa pilihan --tanpa-jawaban, dan jangan diedarkan.",
        _WHY_TELLING,
    ),
    Sentences(
        WORKPAPER_NEEDS_LIBRARY, "Kertas kerja memerlukan pustaka yang belum terpasang",
        "pustaka {modules} belum terpasang",
        "Pasang dengan: `pip install {modules}`.",
        "Kertas kerja ditulis dengan XlsxWriter. Hitungan dan laporan dalam bentuk lain tidak memerlukannya.",
    ),
    Sentences(
        WORKPAPER_LEFT_OUT_TOO_TELLING, "Kertas kerja tidak ditulis: responden terlalu sedikit",
        "{file} tidak ditulis: {reason}",
        "Untuk pemeriksa di kantor sendiri, buat dengan `ipak score BERKAS --xlsx KERTAS-KERJA.xlsx`, dan jangan "
        "diedarkan.",
        _WHY_TELLING,
    ),
    Sentences(
        WORKPAPER_LEFT_OUT_OTHER_RUBRIC, "Kertas kerja tidak ditulis: rubrik sudah lain",
        "{file} tidak ditulis, sebab rubrik yang dipakai ketika menghitung sudah tidak tersedia",
        "Hitung lagi periode ini dari semua berkas aslinya, dengan pilihan yang sama, lalu buat laporannya.",
        "Kertas kerja menulis bobot, batas mutu, dan syarat dari rubrik yang persis sama dengan yang dipakai menghitung "
        "hasilnya. Dengan rubrik lain angkanya dapat berbeda.",
    ),
    Sentences(
        WORKPAPER_NEEDS_COUNTS, "Rekap tanpa cacahan tidak mempunyai kertas kerja",
        "kertas kerja tidak dapat dibuat dari rekap yang tidak memuat banyaknya setiap jawaban atau jumlah responden",
        "Hitung tanpa --xlsx. Bila banyaknya setiap jawaban pada setiap butir dan jumlah responden diketahui, tuliskan "
        "keduanya di rekap, lalu ulangi.",
        "Kertas kerja menghitung ulang semua angka mulai dari banyaknya setiap jawaban; dari jumlah nilai atau rata-rata "
        "cacahan itu tidak dapat diketahui.",
    ),
    Sentences(
        WORKPAPER_LEFT_OUT_RECAP, "Kertas kerja tidak ditulis: rekap tanpa cacahan",
        "{file} tidak ditulis, sebab hasilnya dari rekap yang tidak memuat banyaknya setiap jawaban atau jumlah responden",
        "Simpan rekap aslinya sebagai bukti. Bila banyaknya setiap jawaban pada setiap butir dan jumlah responden "
        "diketahui, tuliskan keduanya di rekap, lalu hitung lagi.",
        "Kertas kerja menghitung ulang semua angka mulai dari banyaknya setiap jawaban. Dari jumlah nilai, rata-rata, atau "
        "jumlah jawaban seluruh survei, cacahan itu tidak dapat diketahui, dan ipak tidak menebaknya.",
    ),
    Sentences(
        REVIEWED_WORKPAPER_KEPT, "Kertas kerja yang sudah disimpan orang tidak ditimpa",
        "kertas kerja ini sudah disimpan orang atau sedang dibuka; yang baru ditulis di “{name}”",
        "Periksa apakah angkanya masih sama dengan “{name}”. Bila pemeriksaannya selesai, pindahkan kertas kerja lama ke "
        "arsip; laporan berikutnya memakai nama aslinya lagi.",
        "Lembar pertama kertas kerja memuat nama, tanggal, dan catatan pemeriksa. Karena itu `ipak report` dan `ipak run` "
        "hanya mengganti kertas kerja yang masih persis seperti ditulisnya.",
    ),
    Sentences(
        WORKBOOK_NOT_GIVEN_BACK, "Buku kerja tidak dapat ditulis kembali",
        "yang dapat ditulis kembali hanya buku kerja Excel (.xlsx, .xlsm) yang tidak diubah selama dinilai",
        "Simpan buku kerja sebagai .xlsx dengan nama baru, tutup, lalu nilai berkas itu.",
        "`ipak pekppp assess --filled` menambahkan kolom ke salinan buku kerja kantor. Bentuk lain, seperti .ods dan .xls, "
        "dapat dinilai tetapi tidak dapat ditulis kembali dengan tampilan yang sama.",
    ),
    Sentences(
        PARTS_NOT_GIVEN_BACK, "Sebagian isi buku kerja tidak ikut ditulis kembali",
        "tidak ikut ditulis: {parts}",
        "Isian, rumus, dan tampilan selnya tetap ada. Simpan juga buku kerja aslinya bila bagian itu masih diperlukan.",
        "Salinan buku kerja hanya memuat lembar, sel, dan tampilannya. Makro dan tautan ke berkas lain tidak disalin, supaya "
        "salinannya aman dibuka; rumus yang membaca berkas lain diganti dengan nilainya.",
    ),
)  # fmt: skip
