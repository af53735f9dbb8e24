"""F10x to F14x: the file itself."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.files import (
    APPLE_NUMBERS_FILE,
    CELL_BEYOND_SHEET,
    CELL_WRITTEN_TWICE,
    CELLS_FAR_FROM_TABLE,
    CELLS_TOO_SCATTERED,
    ENCRYPTED_WITHOUT_PASSWORD,
    EXCEL_FORMAT_TOO_OLD,
    EXCEL_LOCK_FILE,
    FILE_DAMAGED,
    FILE_EMPTY,
    FILE_NOT_FOUND,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    FORBIDDEN_XML,
    GOOGLE_SHEETS_SHORTCUT,
    NO_WORKSHEET,
    NOT_A_SPREADSHEET,
    NOT_REGULAR_FILE,
    OPENDOCUMENT_PASSWORD_PROTECTED,
    OTHER_FILES_IN_ZIP,
    PASSWORD_PROTECTED,
    SEVERAL_TABLES_IN_ZIP,
    SEVERAL_TABLES_ON_PAGE,
    SHEET_TYPE_UNKNOWN,
    SHEET_WITHOUT_CONTENT,
    SINGLE_FILE_WEB_PAGE,
    SUFFIX_NOT_THE_CONTENT,
    TABLE_FROM_WEB_PAGE,
    UNICODE_WITHOUT_MARK,
    WEB_PAGE_TRUNCATED,
    WORKBOOK_INSIDE_ZIP,
    ZIP_PASSWORD_PROTECTED,
)

ENTRIES: Final = (
    Sentences(
        FILE_NOT_FOUND, "Berkas tidak ditemukan",
        "berkas tidak ditemukan",
        "{advice}; atau seret berkas itu ke jendela terminal.",
        "Tidak ada berkas dengan nama itu di folder yang disebut. Nama yang berspasi tanpa tanda kutip dibaca "
        "terminal sebagai beberapa nama; tanda kutip miring dari dokumen dibaca sebagai bagian nama. Bila berkas "
        "ada di folder bersama, mungkin folder itu sedang tidak tersambung.",
    ),
    Sentences(
        FILE_UNREADABLE, "Berkas tidak dapat dibaca",
        "berkas tidak dapat dibaca: {reason}",
        "Minta izin baca berkas itu, atau salin ke folder sendiri.",
        "Sistem operasi menolak membaca berkas itu, misalnya karena izinnya kurang atau folder bersama "
        "terputus.",
    ),
    Sentences(
        NOT_REGULAR_FILE, "Bukan berkas biasa",
        "ini folder atau perangkat, bukan berkas",
        "Sebutkan nama berkas ekspornya, misalnya respons.xlsx.",
        "Yang dapat dibaca adalah berkas lembar kerja (xlsx, xlsm, xlsb, xls, ods, fods) atau teks (csv, tsv).",
    ),
    Sentences(
        FILE_EMPTY, "Berkas kosong",
        "berkas kosong (0 bita)",
        "Unduh atau ekspor ulang; bila dari OneDrive atau Google Drive, tunggu sampai selesai diunduh.",
        "Berkas ada tetapi tidak berisi apa pun. Biasanya unduhan atau penyalinannya terputus, atau berkas di "
        "penyimpanan awan belum diunduh ke komputer ini.",
    ),
    Sentences(
        EXCEL_LOCK_FILE, "Berkas penanda Excel",
        "ini penanda yang dibuat Excel selama berkas aslinya terbuka, bukan berkas data",
        "Pakai berkas aslinya, yang namanya tanpa “~$” di depan.",
        "Selama sebuah berkas terbuka, Excel menaruh berkas kecil bernama “~$…” di sampingnya. Isinya hanya "
        "nama orang yang sedang membuka.",
    ),
    Sentences(
        PASSWORD_PROTECTED, "Berkas dikunci kata sandi",
        "berkas dilindungi kata sandi",
        "Buka di Excel, hapus kata sandinya (Info > Lindungi Buku Kerja), lalu simpan.",
        "Isi berkas disandikan, jadi tidak dapat dibaca tanpa kata sandi. Program ini tidak meminta dan tidak "
        "menyimpan kata sandi.",
    ),
    Sentences(
        NOT_A_SPREADSHEET, "Bukan lembar kerja",
        "isi berkas adalah {kind}, bukan lembar kerja atau CSV",
        "Ekspor ulang sebagai .xlsx atau .csv; mengganti akhiran nama saja tidak mengubah isinya.",
        "Jenis berkas dikenali dari isinya, bukan dari namanya. Sebagian aplikasi menyimpan halaman web dengan "
        "nama .xls; bila tabel jawabannya tidak ditemukan, buka berkas itu di Excel lalu simpan sebagai .xlsx.",
    ),
    Sentences(
        FILE_DAMAGED, "Berkas rusak",
        "berkas rusak atau terpotong: {reason}",
        "Unduh ulang, atau buka di Excel dan simpan dengan nama baru.",
        "Susunan berkas tidak utuh, sehingga nilainya tidak dapat dipercaya. Berkas rusak tidak dibaca "
        "sebagian, supaya tidak ada jawaban yang hilang diam-diam.",
    ),
    Sentences(
        FILE_TOO_LARGE, "Berkas melampaui batas",
        "{what} melampaui batas {limit}",
        "Pastikan berkas dari sumber yang dikenal; buka di Excel, simpan dengan nama baru, atau bagi dua.",
        "Berkas diukur sebelum dibaca, supaya berkas yang dibuat untuk menghabiskan memori atau waktu tidak "
        "sampai menghentikan komputer. Ekspor survei biasa jauh di bawah semua batas itu.",
    ),
    Sentences(
        FORBIDDEN_XML, "XML terlarang di dalam berkas",
        "bagian “{part}” memuat DTD atau entitas XML",
        "Jangan pakai berkas ini; minta yang baru langsung dari sumbernya.",
        "Excel, LibreOffice, dan Google Sheets tidak pernah menulis DTD atau entitas. Bagian seperti itu "
        "hanya dipakai untuk mengelabui program pembaca, maka berkasnya ditolak.",
    ),
    Sentences(
        SUFFIX_NOT_THE_CONTENT, "Akhiran nama tidak sesuai isi",
        "isi berkas sebenarnya {kind}, walaupun namanya berakhiran “{suffix}”",
        "Ganti akhiran nama berkas agar sesuai dengan isinya.",
        "Berkas tetap dibaca menurut isinya. Nama yang keliru dapat membuat program lain salah membaca.",
    ),
    Sentences(
        CELLS_FAR_FROM_TABLE, "Sel terpencil",
        "{count} sel berisi berada jauh dari tabel: {cells}",
        "Periksa sel itu di Excel; bila tidak diperlukan, hapus isinya lalu simpan.",
        "Di antara tabel dan sel itu ada ribuan baris atau ratusan kolom kosong. Biasanya sel itu terisi tanpa "
        "sengaja. Isinya tetap dibaca.",
    ),
    Sentences(
        CELL_BEYOND_SHEET, "Sel di luar lembar",
        "ada sel di luar batas lembar (baris 1.048.576, kolom XFD)",
        "Buka di Excel, simpan dengan nama baru, lalu coba lagi.",
        "Excel tidak mengenal baris sesudah 1.048.576 dan kolom sesudah XFD. Alamat seperti itu tanda berkas "
        "rusak atau dibuat oleh program yang keliru.",
    ),
    Sentences(
        CELL_WRITTEN_TWICE, "Sel ganda",
        "sel ini tertulis dua kali di dalam berkas",
        "Buka di Excel, simpan dengan nama baru, lalu coba lagi.",
        "Dua nilai untuk satu sel: tidak ada cara memastikan mana yang benar, jadi tidak ada yang dipilih.",
    ),
    Sentences(
        NO_WORKSHEET, "Tidak ada lembar kerja",
        "berkas tidak memuat satu lembar kerja pun",
        "Simpan tabelnya pada lembar kerja biasa, bukan lembar grafik.",
        "Lembar grafik, lembar dialog, dan lembar makro tidak berisi tabel jawaban, jadi tidak dibaca.",
    ),
    Sentences(
        EXCEL_FORMAT_TOO_OLD, "Berkas Excel yang terlalu lama",
        "berkas ini dari Excel 2, 3, atau 4 (sebelum 1993)",
        "Buka di LibreOffice Calc, lalu simpan sebagai .xlsx.",
        "Susunan berkas Excel sebelum versi 5 lain sama sekali, dan Excel sekarang pun biasanya menolak "
        "membukanya. Excel 5 dan sesudahnya dapat dibaca.",
    ),
    Sentences(
        WORKBOOK_INSIDE_ZIP, "Buku kerja di dalam zip",
        "arsip ZIP ini berisi {name}",
        "Ekstrak dahulu (klik kanan > Ekstrak Semua), lalu pakai berkas di dalamnya.",
        "Yang dibaca langsung dari dalam zip hanya satu tabel teks (CSV), seperti unduhan Google Forms. Buku "
        "kerja dan arsip di dalam arsip dikeluarkan dahulu.",
    ),
    Sentences(
        SEVERAL_TABLES_IN_ZIP, "Beberapa tabel di dalam zip",
        "arsip ZIP ini berisi {count} tabel: {names}",
        "Ekstrak dahulu (klik kanan > Ekstrak Semua), lalu pakai tabel yang memuat jawaban.",
        "Program ini tidak menebak tabel mana yang memuat jawaban. Bila semuanya memuat jawaban survei yang "
        "sama, sebutkan semua berkas itu sekaligus sesudah diekstrak.",
    ),
    Sentences(
        SINGLE_FILE_WEB_PAGE, "Halaman web satu berkas",
        "berkas ini halaman web satu berkas (MHTML), bukan lembar kerja",
        "Buka di Excel, pilih Simpan Sebagai, jenis Buku Kerja Excel (.xlsx).",
        "Excel dan sebagian aplikasi dapat menyimpan tabel sebagai halaman web satu berkas (.mht, kadang "
        "diberi nama .xls). Excel dapat membukanya kembali.",
    ),
    Sentences(
        APPLE_NUMBERS_FILE, "Berkas Apple Numbers",
        "berkas ini dari Apple Numbers (atau Pages, Keynote)",
        "Buka di Numbers, pilih File > Ekspor Ke > Excel, lalu pakai berkas .xlsx itu.",
        "Susunan berkas Numbers hanya dikenal oleh program Apple. Tanpa Mac pun dapat dibuka dan diekspor "
        "di iCloud.com.",
    ),
    Sentences(
        ENCRYPTED_WITHOUT_PASSWORD, "Berkas tersandi tanpa kata sandi",
        "isi berkas disandikan, walaupun Excel membukanya tanpa menanyakan kata sandi",
        "Buka di Excel, matikan proteksinya (Tinjau > Proteksi Buku Kerja), lalu Simpan Sebagai .xlsx.",
        "Bila susunan buku kerja dilindungi, Excel dapat menyandikan isinya dengan kata sandi bawaannya sendiri, "
        "lalu membukanya tanpa bertanya. Program lain tidak dapat membacanya.",
    ),
    Sentences(
        OTHER_FILES_IN_ZIP, "Berkas lain di dalam zip",
        "yang dibaca dari arsip ZIP ini hanya {table}; tidak dibaca: {names}",
        "Periksa apakah jawaban survei hanya ada di {table}.",
        "Arsip memuat satu tabel dan berkas lain yang bukan tabel, misalnya lampiran. Hanya tabelnya dibaca.",
    ),
    Sentences(
        GOOGLE_SHEETS_SHORTCUT, "Pintasan Google Spreadsheet",
        "berkas ini hanya pintasan ke Google Drive; jawabannya tidak ada di dalamnya",
        "Buka pintasannya, pilih File > Download > Microsoft Excel (.xlsx), lalu pakai unduhannya.",
        "Google Drive di komputer menampilkan spreadsheet sebagai berkas .gsheet. Isinya alamat web saja.",
    ),
    Sentences(
        ZIP_PASSWORD_PROTECTED, "Zip dikunci kata sandi",
        "arsip ZIP ini dikunci kata sandi",
        "Ekstrak dengan kata sandinya, lalu pakai berkas di dalamnya.",
        "Isi arsip disandikan. Program ini tidak meminta dan tidak menyimpan kata sandi.",
    ),
    Sentences(
        UNICODE_WITHOUT_MARK, "Teks UTF-16 tanpa tanda",
        "isi berkas tampaknya teks UTF-16, tetapi tanpa tanda BOM di awalnya",
        "Buka di Excel atau Notepad, lalu simpan sebagai “CSV UTF-8” atau .xlsx.",
        "Teks UTF-16 dikenali dari tanda di awal berkas (BOM). Tanpa tanda itu isinya hanya dapat ditebak.",
    ),
    Sentences(
        WEB_PAGE_TRUNCATED, "Halaman web terpotong",
        "halaman web (HTML) ini berakhir sebelum tabelnya selesai",
        "Unduh ulang dari aplikasinya; bila tetap begitu, laporkan kepada pengelola aplikasi.",
        "Penutup tabel tidak ada, jadi baris terakhir mungkin hilang. Biasanya unduhan terputus, atau aplikasi "
        "berhenti di tengah karena galat.",
    ),
    Sentences(
        SEVERAL_TABLES_ON_PAGE, "Beberapa tabel di halaman web",
        "halaman web (HTML) ini memuat {count} tabel yang mungkin berisi jawaban",
        "Buka di Excel, hapus tabel lainnya, lalu Simpan Sebagai .xlsx.",
        "Berkas dari sebagian aplikasi bernama .xls, tetapi isinya halaman web. Halaman seperti itu dibaca bila "
        "hanya satu tabelnya yang berisi baris-baris jawaban; program ini tidak menebak di antara beberapa.",
    ),
    Sentences(
        TABLE_FROM_WEB_PAGE, "Tabel dari halaman web",
        "isi berkas adalah halaman web (HTML); tabelnya dibaca, {rows} baris mulai baris {first}",
        "Tidak perlu berbuat apa-apa; alamat sel dihitung seperti bila berkas dibuka di Excel.",
        "Sebagian aplikasi mengekspor tabel sebagai halaman web dengan nama .xls. Semua isi sel dibaca sebagai "
        "teks, seperti CSV.",
    ),
    Sentences(
        OPENDOCUMENT_PASSWORD_PROTECTED, "OpenDocument dikunci kata sandi",
        "berkas dilindungi kata sandi",
        "Buka di LibreOffice Calc dengan kata sandinya, lalu simpan tanpa “Simpan dengan kata sandi”.",
        "Isi berkas disandikan, jadi tidak dapat dibaca tanpa kata sandi. Program ini tidak meminta dan tidak "
        "menyimpan kata sandi.",
    ),
    Sentences(
        CELLS_TOO_SCATTERED, "Sel terlalu tersebar",
        "{cells} sel tersebar di {rows} baris dan {columns} kolom",
        "Kumpulkan tabel dalam satu bagian lembar, hapus yang lain, lalu simpan.",
        "Sel yang berserakan di seluruh lembar bukan tabel jawaban, dan menyusunnya menjadi tabel menghabiskan "
        "memori.",
    ),
    Sentences(
        SHEET_WITHOUT_CONTENT, "Lembar tanpa isi di dalam berkas",
        "lembar ini tercantum di daftar lembar, tetapi tidak ada isinya di dalam berkas; lembar dilewati",
        "Buka di Excel dan periksa lembar itu; bila memuat jawaban, minta berkas yang utuh.",
        "Beberapa program mencantumkan lembar tanpa menunjuk isinya. Lembar lain tetap dibaca.",
    ),
    Sentences(
        SHEET_TYPE_UNKNOWN, "Jenis lembar tidak dikenal",
        "lembar ini bukan lembar kerja, lembar grafik, lembar dialog, atau lembar makro; lembar dilewati",
        "Buka di Excel; bila lembar itu memuat jawaban, salin ke lembar kerja biasa lalu simpan.",
        "Hanya lembar kerja yang berisi tabel jawaban. Lembar jenis lain dari program lain tidak dapat dibaca. "
        "Lembar lain tetap dibaca.",
    ),
)  # fmt: skip
