"""B74x, B75x: exports without a workspace: whose they are, of which period, and where they are scored."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue import rollup_exports as p

ENTRIES: Final[tuple[Sentences, ...]] = (
    Sentences(
        p.EXPORT_LEFT_OUT, "Ekspor tidak ikut dihitung",
        "ekspor ini tidak ikut dihitung, karena {count} galat ({codes})",
        "Perbaiki galatnya di tabel masalah, lalu jalankan perintah yang sama lagi; `ipak explain KODE` menjelaskan tiap kode.",
        "Satu berkas yang bermasalah tidak menghentikan yang lain. Yang tidak ikut disebut satu per satu, dan perintahnya "
        "berakhir dengan kode 1.",
    ),
    Sentences(
        p.EXPORT_WITHOUT_UNIT, "Unit ekspor tidak diketahui",
        "tidak diketahui milik unit mana ekspor ini",
        'Beri nama seperti UNIT/IV-2024/ekspor.xlsx, IV-2024/UNIT.xlsx, atau UNIT-IV-2024.csv, atau sebutkan susunannya dengan --path-pattern "{{unit}}/{{period}}/*.xlsx".',
        "Unit sebuah ekspor dibaca dari nama berkas dan foldernya, atau dari kolom yang disebut dengan --unit-column.",
    ),
    Sentences(
        p.EXPORT_WITHOUT_PERIOD, "Periode ekspor tidak diketahui",
        "periode ekspor ini tidak diketahui: nama berkasnya tidak menyebutnya, dan isinya tidak mempunyai waktu",
        "Sebutkan periodenya pada nama berkas atau folder, misalnya UNIT/IV-2024/ekspor.xlsx.",
        "Tanpa periode tidak diketahui ke mana hasil itu harus dijumlahkan.",
    ),
    Sentences(
        p.SEVERAL_EXPORTS_OF_A_UNIT, "Beberapa ekspor untuk satu unit dan periode",
        "unit {unit} mempunyai {count} ekspor untuk {period} ({files}); tidak satu pun dihitung",
        'Bila semuanya milik unit itu, sebutkan --path-pattern "{{unit}}/{{period}}/*" supaya dihitung bersama; bila tiap berkas sebuah unit, --path-pattern "**/{{period}}/{{unit}}.*".',
        "Berkas-berkas di satu folder dapat berarti beberapa formulir satu unit, atau satu formulir beberapa unit. Program "
        "tidak menebak, karena jumlahnya akan berbeda.",
    ),
    Sentences(
        p.PATH_NAMES_TWO_PERIODS, "Dua periode pada nama berkas",
        "nama berkas dan foldernya menyebut dua periode yang berbeda: {one} dan {other}",
        "Perbaiki nama berkas atau foldernya, atau sebutkan susunannya dengan --path-pattern.",
        "Program tidak menebak periode mana yang benar.",
    ),
    Sentences(
        p.PATH_PATTERN_WRONG, "Susunan nama berkas tidak dapat dipakai",
        "--path-pattern “{pattern}” tidak dapat dipakai: {reason}",
        'Contoh: --path-pattern "{{unit}}/{{period}}/*.xlsx". Tanda * berarti sebarang nama, ** sebarang folder.',
        "Susunan itu menyebut di bagian mana dari nama berkas unit dan periodenya berada.",
    ),
    Sentences(
        p.PATHS_NOT_MATCHED, "Berkas di luar susunan nama",
        "{count} berkas tidak dibaca karena namanya tidak menurut “{pattern}”, misalnya {first}",
        "Periksa --path-pattern, atau ubah nama berkas itu bila harus ikut.",
        "Hanya berkas yang namanya menurut susunan itu yang dibaca.",
    ),
    Sentences(
        p.UNIT_COLUMN_MISSING, "Kolom unit tidak ada",
        "tidak ada kolom “{column}” pada ekspor ini",
        "Periksa judul kolomnya; kolom yang ada: {columns}.",
        "Dengan --unit-column setiap ekspor dibagi menurut isi kolom itu, jadi setiap ekspor harus mempunyainya.",
    ),
    Sentences(
        p.UNIT_COLUMN_TWICE, "Kolom unit lebih dari satu",
        "beberapa kolom dapat berisi unit: {columns}",
        "Sebutkan satu di antaranya dengan --unit-column, atau bedakan judulnya.",
        "Program tidak menebak kolom mana yang menyebut unitnya.",
    ),
    Sentences(
        p.UNIT_CELLS_EMPTY, "Jawaban tanpa unit",
        "{count} baris tidak menyebut unitnya, jadi tidak ikut dihitung",
        "Isi kolom unit pada baris itu; baris unit lain tetap dihitung.",
        "Jawaban yang unitnya tidak diketahui tidak dapat dimasukkan ke unit mana pun.",
    ),
    Sentences(
        p.UNIT_BY_NAME_OR_COLUMN, "Unit dari nama atau dari kolom",
        "ekspor ini mempunyai kolom “{column}”, tetapi namanya dapat juga nama unit",
        'Bila kolom itu menyebut unitnya, pindahkan berkas ini ke folder tersendiri, lalu hitung folder itu dengan '
        '--unit-column "{column}", dengan --lake yang sama. Bila nama berkasnya, letakkan di folder unitnya.',
        "Kolom seperti itu dapat menyebut unit pemilik jawaban, atau layanan yang dipakai responden di satu unit.",
    ),
    Sentences(
        p.NO_EXPORTS_BELOW, "Tidak ada ekspor",
        "di folder ini tidak ada ekspor yang dapat dibaca",
        "Sebutkan folder yang berisi berkas .xlsx, .xls, .xlsb, .ods, .csv, .tsv, .html, atau .zip.",
        "Folder tersembunyi, berkas sementara, dan tautan dilewati.",
    ),
    Sentences(
        p.EXPORT_UNREACHABLE, "Ekspor tidak dapat diambil",
        "ekspor ini tidak dapat diambil: {reason}",
        "Periksa alamat, jaringan, dan hak akses; ekspor lain tetap dihitung.",
        "Alamat dibuka dengan pustaka fsspec. Nama pengguna dan kata sandi di dalam alamat tidak pernah ditampilkan.",
    ),
    Sentences(
        p.SCHEDULER_LOST, "Hubungan dengan klaster terputus",
        "hubungan dengan {address} terputus sesudah {done} dari {count} ekspor",
        "Jalankan perintah yang sama lagi; dengan --lake yang sudah selesai tidak diulang.",
        "Hasil yang sudah diterima tetap dipakai; sisanya tidak ikut dihitung.",
    ),
    Sentences(
        p.EXPORT_ENDED_PROCESS, "Ekspor menghentikan proses penghitungnya",
        "proses yang membaca ekspor ini berhenti mendadak setiap kali, mungkin karena kehabisan memori",
        "Baca berkas ini sendiri dengan `ipak score` di mesin yang memorinya lebih besar.",
        "Berkas ini dicoba lagi sendirian sebelum dilaporkan; ekspor lain tetap dihitung.",
    ),
    Sentences(
        p.EXPORT_UNFORESEEN, "Ekspor tidak dapat dihitung karena kesalahan program",
        "ekspor ini tidak dapat dihitung karena kesalahan program ({reason})",
        "Jalankan `ipak score` dengan berkas ini, lalu laporkan catatan kesalahannya; ekspor lain tetap dihitung.",
        "Kesalahan seperti ini tidak seharusnya terjadi. Satu berkas tidak boleh menghentikan ribuan yang lain.",
    ),
    Sentences(
        p.CLUSTER_EXTRA_MISSING, "Pustaka untuk klaster belum terpasang",
        "pustaka {what} belum terpasang",
        'Pasang di folder ipak dengan: .venv/bin/pip install -e ".[cluster]".',
        "Dask dan pustaka untuk alamat jaringan hanya diperlukan di sini, jadi tidak ikut terpasang dengan sendirinya.",
    ),
    Sentences(
        p.SCHEDULER_UNREACHABLE, "Penjadwal klaster tidak terjangkau",
        "penjadwal Dask {address} tidak menjawab dalam {seconds} detik",
        "Periksa alamatnya (misalnya tcp://10.0.0.5:8786), jaringan, dan apakah `dask scheduler` berjalan di sana.",
        "Tidak ada berkas yang dibaca. Tanpa --engine dask pekerjaan yang sama berjalan di mesin ini.",
    ),
    Sentences(
        p.WORKERS_DIFFER, "Versi di klaster berbeda",
        "{what} di klaster {there}, di sini {here}",
        "Pasang versi yang sama di semua mesin, lalu jalankan ulang penjadwal dan pekerjanya.",
        "Versi yang berbeda dapat membaca atau menghitung lain, jadi tidak dicampur. ipak harus terpasang di setiap pekerja.",
    ),
    Sentences(
        p.CLUSTER_WITHOUT_WORKERS, "Klaster tanpa pekerja",
        "penjadwal {address} tidak mempunyai pekerja",
        "Jalankan `dask worker {address}` di mesin-mesin yang akan menghitung.",
        "Penjadwal hanya membagi pekerjaan; yang membaca dan menghitung adalah pekerjanya.",
    ),
)  # fmt: skip

SENTENCES: Final = {
    p.SCORING_EXPORTS: "menghitung ekspor",
    p.PATTERN_WITHOUT_UNIT: "tidak menyebut {{unit}}, dan --unit-column tidak diberikan",
    p.PATTERN_NAME_UNKNOWN: "“{{{name}}}” tidak dikenal; hanya {{unit}} dan {{period}}",
    p.PATTERN_NAME_TWICE: "“{{{name}}}” disebut dua kali",
    p.NOT_THERE: "tidak ada di sana",
}
