"""F10x to F14x: the file itself."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry, Severity

ENTRIES: Final = (
    Entry(
        "F101", Severity.ERROR, "Berkas tidak ditemukan",
        "berkas tidak ditemukan",
        "Periksa nama dan foldernya, atau seret berkas itu ke jendela terminal.",
        "Tidak ada berkas dengan nama itu di folder yang disebut. Bila berkas ada di folder bersama, mungkin "
        "folder itu sedang tidak tersambung.",
    ),
    Entry(
        "F102", Severity.ERROR, "Berkas tidak dapat dibaca",
        "berkas tidak dapat dibaca: {reason}",
        "Minta izin baca berkas itu, atau salin ke folder sendiri.",
        "Sistem operasi menolak membaca berkas itu, misalnya karena izinnya kurang atau folder bersama "
        "terputus.",
    ),
    Entry(
        "F103", Severity.ERROR, "Bukan berkas biasa",
        "ini folder atau perangkat, bukan berkas",
        "Sebutkan nama berkas ekspornya, misalnya respons.xlsx.",
        "Yang dapat dibaca adalah berkas lembar kerja (xlsx, xlsm, xlsb, xls, ods) atau teks (csv, tsv).",
    ),
    Entry(
        "F104", Severity.ERROR, "Berkas kosong",
        "berkas kosong (0 bita)",
        "Unduh atau ekspor ulang berkas itu.",
        "Berkas ada tetapi tidak berisi apa pun. Biasanya unduhan atau penyalinannya terputus.",
    ),
    Entry(
        "F105", Severity.ERROR, "Berkas penanda Excel",
        "ini penanda yang dibuat Excel selama berkas aslinya terbuka, bukan berkas data",
        "Pakai berkas aslinya, yang namanya tanpa “~$” di depan.",
        "Selama sebuah berkas terbuka, Excel menaruh berkas kecil bernama “~$…” di sampingnya. Isinya hanya "
        "nama orang yang sedang membuka.",
    ),
    Entry(
        "F106", Severity.ERROR, "Berkas dikunci kata sandi",
        "berkas dilindungi kata sandi",
        "Buka di Excel, hapus kata sandinya (Info > Lindungi Buku Kerja), lalu simpan.",
        "Isi berkas disandikan, jadi tidak dapat dibaca tanpa kata sandi. Program ini tidak meminta dan tidak "
        "menyimpan kata sandi.",
    ),
    Entry(
        "F107", Severity.ERROR, "Bukan lembar kerja",
        "isi berkas adalah {kind}, bukan lembar kerja atau CSV",
        "Ekspor ulang sebagai .xlsx atau .csv; mengganti akhiran nama saja tidak mengubah isinya.",
        "Jenis berkas dikenali dari isinya, bukan dari namanya. Sebagian aplikasi menyimpan halaman web dengan "
        "nama .xls; buka berkas seperti itu di Excel lalu simpan sebagai .xlsx.",
    ),
    Entry(
        "F108", Severity.ERROR, "Berkas rusak",
        "berkas rusak atau terpotong: {reason}",
        "Unduh ulang, atau buka di Excel dan simpan dengan nama baru.",
        "Susunan berkas tidak utuh, sehingga nilainya tidak dapat dipercaya. Berkas rusak tidak dibaca "
        "sebagian, supaya tidak ada jawaban yang hilang diam-diam.",
    ),
    Entry(
        "F109", Severity.ERROR, "Berkas melampaui batas",
        "{what} melampaui batas {limit}",
        "Pastikan berkas dari sumber yang dikenal; buka di Excel, simpan dengan nama baru, atau bagi dua.",
        "Berkas diukur sebelum dibaca, supaya berkas yang dibuat untuk menghabiskan memori atau waktu tidak "
        "sampai menghentikan komputer. Ekspor survei biasa jauh di bawah semua batas itu.",
    ),
    Entry(
        "F110", Severity.ERROR, "XML terlarang di dalam berkas",
        "bagian “{part}” memuat DTD atau entitas XML",
        "Jangan pakai berkas ini; minta yang baru langsung dari sumbernya.",
        "Excel, LibreOffice, dan Google Sheets tidak pernah menulis DTD atau entitas. Bagian seperti itu "
        "hanya dipakai untuk mengelabui program pembaca, maka berkasnya ditolak.",
    ),
    Entry(
        "F111", Severity.WARNING, "Akhiran nama tidak sesuai isi",
        "isi berkas sebenarnya {kind}, walaupun namanya berakhiran “{suffix}”",
        "Ganti akhiran nama berkas agar sesuai dengan isinya.",
        "Berkas tetap dibaca menurut isinya. Nama yang keliru dapat membuat program lain salah membaca.",
    ),
    Entry(
        "F112", Severity.WARNING, "Sel terpencil",
        "{count} sel berisi berada jauh dari tabel: {cells}",
        "Periksa sel itu di Excel; bila tidak diperlukan, hapus isinya lalu simpan.",
        "Di antara tabel dan sel itu ada ribuan baris atau ratusan kolom kosong. Biasanya sel itu terisi tanpa "
        "sengaja. Isinya tetap dibaca.",
    ),
    Entry(
        "F113", Severity.ERROR, "Sel di luar lembar",
        "ada sel di luar batas lembar (baris 1.048.576, kolom XFD)",
        "Buka di Excel, simpan dengan nama baru, lalu coba lagi.",
        "Excel tidak mengenal baris sesudah 1.048.576 dan kolom sesudah XFD. Alamat seperti itu tanda berkas "
        "rusak atau dibuat oleh program yang keliru.",
    ),
    Entry(
        "F114", Severity.ERROR, "Sel ganda",
        "sel ini tertulis dua kali di dalam berkas",
        "Buka di Excel, simpan dengan nama baru, lalu coba lagi.",
        "Dua nilai untuk satu sel: tidak ada cara memastikan mana yang benar, jadi tidak ada yang dipilih.",
    ),
    Entry(
        "F115", Severity.ERROR, "Tidak ada lembar kerja",
        "berkas tidak memuat satu lembar kerja pun",
        "Simpan tabelnya pada lembar kerja biasa, bukan lembar grafik.",
        "Lembar grafik, lembar dialog, dan lembar makro tidak berisi tabel jawaban, jadi tidak dibaca.",
    ),
    Entry(
        "F165", Severity.ERROR, "Berkas Excel yang terlalu lama",
        "berkas ini dari Excel 2, 3, atau 4 (sebelum 1993)",
        "Buka di LibreOffice Calc, lalu simpan sebagai .xlsx.",
        "Susunan berkas Excel sebelum versi 5 lain sama sekali, dan Excel sekarang pun biasanya menolak "
        "membukanya. Excel 5 dan sesudahnya dapat dibaca.",
    ),
    Entry(
        "F117", Severity.ERROR, "Sel terlalu tersebar",
        "{cells} sel tersebar di {rows} baris dan {columns} kolom",
        "Kumpulkan tabel dalam satu bagian lembar, hapus yang lain, lalu simpan.",
        "Sel yang berserakan di seluruh lembar bukan tabel jawaban, dan menyusunnya menjadi tabel menghabiskan "
        "memori.",
    ),
)  # fmt: skip
