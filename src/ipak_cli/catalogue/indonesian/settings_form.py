"""G47x: the form of settings, and the change of ``ipak.yaml`` that it asks for."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.workspace import (
    FORM_CELL_NEEDED,
    FORM_COLUMN_MISSING,
    FORM_LABEL_UNKNOWN,
    FORM_NOT_OF_SETTINGS,
    FORM_NUMBER_ROUNDED,
    FORM_ROW_TWICE,
    SETTINGS_CHANGED_MEANWHILE,
    SETTINGS_NEED_HANDWORK,
)

ENTRIES: Final = (
    Sentences(
        FORM_NOT_OF_SETTINGS, "Bukan formulir isian",
        "di berkas ini tidak ada lembar {sheets}",
        "Buat formulirnya dengan `ipak settings NAMA-BARU.xlsx` di ruang kerja, isi, lalu jalankan lagi.",
        "`ipak settings` membaca formulir yang dibuatnya sendiri. Lembarnya dikenali dari namanya; lembar yang dihapus "
        "dianggap tidak mengubah apa pun.",
    ),
    Sentences(
        FORM_COLUMN_MISSING, "Judul kolom formulir tidak ada",
        "di lembar ini tidak ada kolom {columns}",
        "Kembalikan judul kolomnya, atau salin isian ke formulir baru dari `ipak settings NAMA-BARU.xlsx`.",
        "Kolom dikenali dari judulnya. Bila sebuah judul hilang, isi kolomnya tidak ditebak.",
    ),
    Sentences(
        FORM_LABEL_UNKNOWN, "Baris formulir tidak dikenal",
        "“{label}” bukan keterangan pada formulir ini, padahal ada isinya",
        "Kembalikan tulisan di kolom pertama, atau hapus barisnya. Yang dikenal: {labels}.",
        "Di lembar Satuan kerja setiap baris dikenali dari tulisan di kolom pertama. Isi baris yang tidak dikenal tidak "
        "dibuang diam-diam.",
    ),
    Sentences(
        FORM_CELL_NEEDED, "Isian yang wajib masih kosong",
        "{what} belum diisi",
        "Isi sel ini; bila memang tidak diperlukan, kosongkan juga isian lain yang menyertainya.",
        "Nama unit selalu wajib. Nama dan jabatan penanda tangan diisi bersama; rencana tindak lanjut memerlukan "
        "tindakannya; sebuah baris memerlukan periode atau kodenya.",
    ),
    Sentences(
        FORM_ROW_TWICE, "Baris formulir ada dua kali",
        "{what} sudah ada di baris lain",
        "Gabungkan isinya di satu baris, lalu hapus baris yang lain.",
        "Bila satu periode, butir, atau keterangan disebut dua kali, tidak jelas isi mana yang berlaku.",
    ),
    Sentences(
        SETTINGS_NEED_HANDWORK, "ipak.yaml tidak dapat diubah dengan aman",
        "susunan ipak.yaml tidak memungkinkan perubahan ini tanpa menghilangkan catatan atau isi lain; tidak ada yang "
        "ditulis",
        "Ubah sendiri dengan penyunting teks menurut daftar di atas; contoh susunannya dibuat `ipak init` di folder baru.",
        "Perubahan ditulis di tempatnya, dan semua yang lain tetap. Bila di tengah bagian yang berubah ada catatan, atau "
        "berkasnya bukan UTF-8, perubahan itu diserahkan kepada Anda.",
    ),
    Sentences(
        SETTINGS_CHANGED_MEANWHILE, "ipak.yaml berubah sementara itu",
        "ipak.yaml diubah orang atau program lain setelah daftar perubahan ditampilkan; tidak ada yang ditulis",
        "Jalankan perintahnya sekali lagi, lalu periksa daftar perubahannya.",
        "Yang ditulis harus persis yang ditampilkan. Karena itu ipak.yaml diperiksa lagi sebelum ditulis.",
    ),
    Sentences(
        FORM_NUMBER_ROUNDED, "Angka panjang dibulatkan Excel",
        "{what}: sel ini menyimpan angkanya sebagai bilangan, sehingga angka terakhirnya hilang",
        "Ubah format sel menjadi Text, lalu ketik ulang angkanya.",
        "Excel hanya menyimpan lima belas angka sebuah bilangan. NIP dengan 18 angka karena itu harus berupa teks; sel di "
        "formulir sudah berformat Text, kecuali bila diganti atau ditempel dari berkas lain.",
    ),
)  # fmt: skip
