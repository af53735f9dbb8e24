"""F15x: text files of rows (CSV, TSV)."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.files import (
    CHANGED_WHILE_READING,
    LINE_TOO_LONG,
    NOT_TEXT,
    QUOTE_NOT_CLOSED,
    READ_AS_WINDOWS_ENCODING,
    ROWS_WIDER_THAN_HEADER,
    SUFFIX_NOT_FOR_TEXT,
    TEXT_EMPTY,
    TEXT_NOT_AN_ANSWER_TABLE,
    TEXT_UNREADABLE,
)

ENTRIES: Final = (
    Sentences(
        TEXT_EMPTY, "Berkas teks kosong",
        "berkas tidak berisi apa pun",
        "Unduh atau ekspor ulang berkas itu.",
        "Berkas tidak berisi satu huruf pun selain spasi dan baris kosong. Biasanya unduhan terputus atau "
        "ekspor belum selesai.",
    ),
    Sentences(
        NOT_TEXT, "Bukan berkas teks",
        "isi berkas bukan teks yang dapat dibaca",
        "Buka di Excel lalu simpan sebagai .xlsx atau “CSV UTF-8”.",
        "Berkas CSV harus berisi teks UTF-8, UTF-16 dengan tanda BOM, atau Windows-1252. Isi berkas ini "
        "memuat bita yang tidak mungkin ada di sana; mungkin berkas rusak atau sebenarnya jenis lain.",
    ),
    Sentences(
        READ_AS_WINDOWS_ENCODING, "Teks dibaca sebagai Windows-1252",
        "berkas bukan UTF-8, jadi dibaca sebagai Windows-1252 (cp1252)",
        "Periksa huruf khusus seperti é atau “; simpan sebagai “CSV UTF-8” agar pasti.",
        "Excel lama menyimpan CSV dalam Windows-1252, dan berkas seperti itu tidak menyebut kodenya sendiri. "
        "Angka dan huruf biasa sama di kedua kode; hanya huruf khusus yang mungkin keliru.",
    ),
    Sentences(
        LINE_TOO_LONG, "Baris teks terlalu panjang",
        "satu baris lebih panjang dari {limit} huruf",
        "Periksa apakah berkas rusak; ekspor ulang sebagai .xlsx atau CSV.",
        "Baris sepanjang itu bukan jawaban survei. Berkas ditolak sebelum dibaca supaya komputer tidak "
        "kehabisan memori.",
    ),
    Sentences(
        QUOTE_NOT_CLOSED, "Tanda kutip tidak ditutup",
        'tanda kutip (") pada baris ini tidak ditutup atau salah letak',
        "Perbaiki tanda kutip pada baris itu, atau ekspor ulang berkasnya.",
        "Isi sel yang memuat pemisah atau ganti baris diapit tanda kutip, dan tanda kutip di dalamnya ditulis "
        "dua kali. Bila penutupnya hilang, tidak dapat diketahui di mana sel berakhir. Sel yang lebih panjang "
        "dari 131.072 huruf juga dianggap tidak ditutup.",
    ),
    Sentences(
        ROWS_WIDER_THAN_HEADER, "Baris lebih panjang dari judulnya",
        "{count} baris berisi lebih dari {width} kolom: baris {rows}",
        "Apit isi yang memuat pemisah dengan tanda kutip, atau ekspor ulang berkasnya.",
        "Lebar tabel diambil dari 60 baris pertama. Baris yang lebih panjang biasanya memuat pemisah di "
        "dalam jawaban, sehingga jawaban sesudahnya bergeser ke kolom yang salah.",
    ),
    Sentences(
        CHANGED_WHILE_READING, "Berkas berubah saat dibaca",
        "berkas berubah ketika sedang dibaca",
        "Tunggu sampai penyimpanan atau sinkronisasi selesai, lalu ulangi.",
        "Ukuran atau waktu simpan berkas tidak sama sebelum dan sesudah dibaca. Hasil dari isi setengah lama "
        "dan setengah baru tidak dapat dipercaya.",
    ),
    Sentences(
        TEXT_UNREADABLE, "Berkas teks tidak terbaca",
        "berkas tidak dapat dibaca: {reason}",
        "Periksa apakah berkas masih ada, boleh dibuka, dan drive bersama tersambung.",
        "Sistem menolak membuka atau membaca berkas.",
    ),
    Sentences(
        SUFFIX_NOT_FOR_TEXT, "Nama berkas tidak sesuai isinya",
        "isi berkas adalah teks CSV, tidak sesuai dengan akhiran namanya",
        "Ganti akhiran nama berkas menjadi .csv.",
        "Berkas dikenali dari isinya, bukan dari namanya, dan tetap dibaca.",
    ),
    Sentences(
        TEXT_NOT_AN_ANSWER_TABLE, "Teks bukan tabel jawaban",
        "lebih dari {columns} kolom, atau lebih dari {rows} baris kosong berturut-turut",
        "Periksa apakah berkasnya benar; ekspor ulang sebagai .xlsx atau CSV.",
        "Tabel jawaban tidak selebar dan tidak sekosong itu. Berkas ditolak supaya komputer tidak kehabisan "
        "memori atau waktu.",
    ),
)  # fmt: skip
