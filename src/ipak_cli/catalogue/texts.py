"""F15x: text files of rows (CSV, TSV)."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry, Severity

ENTRIES: Final = (
    Entry(
        "F150", Severity.ERROR, "Berkas teks kosong",
        "berkas tidak berisi apa pun",
        "Unduh atau ekspor ulang berkas itu.",
        "Berkas tidak berisi satu huruf pun selain spasi dan baris kosong. Biasanya unduhan terputus atau "
        "ekspor belum selesai.",
    ),
    Entry(
        "F151", Severity.ERROR, "Bukan berkas teks",
        "isi berkas bukan teks yang dapat dibaca",
        "Buka di Excel lalu simpan sebagai .xlsx atau “CSV UTF-8”.",
        "Berkas CSV harus berisi teks UTF-8, UTF-16 dengan tanda BOM, atau Windows-1252. Isi berkas ini "
        "memuat bita yang tidak mungkin ada di sana; mungkin berkas rusak atau sebenarnya jenis lain.",
    ),
    Entry(
        "F152", Severity.WARNING, "Teks dibaca sebagai Windows-1252",
        "berkas bukan UTF-8, jadi dibaca sebagai Windows-1252 (cp1252)",
        "Periksa huruf khusus seperti é atau “; simpan sebagai “CSV UTF-8” agar pasti.",
        "Excel lama menyimpan CSV dalam Windows-1252, dan berkas seperti itu tidak menyebut kodenya sendiri. "
        "Angka dan huruf biasa sama di kedua kode; hanya huruf khusus yang mungkin keliru.",
        changes_figure=False,
    ),
    Entry(
        "F153", Severity.ERROR, "Baris teks terlalu panjang",
        "satu baris lebih panjang dari {limit} huruf",
        "Periksa apakah berkas rusak; ekspor ulang sebagai .xlsx atau CSV.",
        "Baris sepanjang itu bukan jawaban survei. Berkas ditolak sebelum dibaca supaya komputer tidak "
        "kehabisan memori.",
    ),
    Entry(
        "F154", Severity.ERROR, "Tanda kutip tidak ditutup",
        'tanda kutip (") pada baris ini tidak ditutup atau salah letak',
        "Perbaiki tanda kutip pada baris itu, atau ekspor ulang berkasnya.",
        "Isi sel yang memuat pemisah atau ganti baris diapit tanda kutip, dan tanda kutip di dalamnya ditulis "
        "dua kali. Bila penutupnya hilang, tidak dapat diketahui di mana sel berakhir. Sel yang lebih panjang "
        "dari 131.072 huruf juga dianggap tidak ditutup.",
    ),
    Entry(
        "F155", Severity.ERROR, "Baris lebih panjang dari judulnya",
        "{count} baris berisi lebih dari {width} kolom: baris {rows}",
        "Apit isi yang memuat pemisah dengan tanda kutip, atau ekspor ulang berkasnya.",
        "Lebar tabel diambil dari 60 baris pertama. Baris yang lebih panjang biasanya memuat pemisah di "
        "dalam jawaban, sehingga jawaban sesudahnya bergeser ke kolom yang salah.",
    ),
    Entry(
        "F156", Severity.ERROR, "Berkas berubah saat dibaca",
        "berkas berubah ketika sedang dibaca",
        "Tunggu sampai penyimpanan atau sinkronisasi selesai, lalu ulangi.",
        "Ukuran atau waktu simpan berkas tidak sama sebelum dan sesudah dibaca. Hasil dari isi setengah lama "
        "dan setengah baru tidak dapat dipercaya.",
    ),
    Entry(
        "F157", Severity.ERROR, "Berkas teks tidak terbaca",
        "berkas tidak dapat dibaca: {reason}",
        "Periksa apakah berkas masih ada, boleh dibuka, dan drive bersama tersambung.",
        "Sistem menolak membuka atau membaca berkas.",
    ),
    Entry(
        "F158", Severity.WARNING, "Nama berkas tidak sesuai isinya",
        "isi berkas adalah teks CSV, tidak sesuai dengan akhiran namanya",
        "Ganti akhiran nama berkas menjadi .csv.",
        "Berkas dikenali dari isinya, bukan dari namanya, dan tetap dibaca.",
        changes_figure=False,
    ),
    Entry(
        "F159", Severity.ERROR, "Teks bukan tabel jawaban",
        "lebih dari {columns} kolom, atau lebih dari {rows} baris kosong berturut-turut",
        "Periksa apakah berkasnya benar; ekspor ulang sebagai .xlsx atau CSV.",
        "Tabel jawaban tidak selebar dan tidak sekosong itu. Berkas ditolak supaya komputer tidak kehabisan "
        "memori atau waktu.",
    ),
)  # fmt: skip
