"""F1xx: the file itself, text files of rows (F15x), and the reasons of reading tables."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue import files as phrases
from ipak_cli.catalogue.files import (
    APPLE_NUMBERS_FILE,
    CELL_BEYOND_SHEET,
    CELL_WRITTEN_TWICE,
    CELLS_FAR_FROM_TABLE,
    CELLS_TOO_SCATTERED,
    CHANGED_WHILE_READING,
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
    LINE_TOO_LONG,
    NO_WORKSHEET,
    NOT_A_SPREADSHEET,
    NOT_REGULAR_FILE,
    NOT_TEXT,
    OPENDOCUMENT_PASSWORD_PROTECTED,
    OTHER_FILES_IN_ZIP,
    PASSWORD_PROTECTED,
    QUOTE_NOT_CLOSED,
    READ_AS_WINDOWS_ENCODING,
    ROWS_WIDER_THAN_HEADER,
    SEVERAL_TABLES_IN_ZIP,
    SEVERAL_TABLES_ON_PAGE,
    SHEET_TYPE_UNKNOWN,
    SHEET_WITHOUT_CONTENT,
    SINGLE_FILE_WEB_PAGE,
    SUFFIX_NOT_FOR_TEXT,
    SUFFIX_NOT_THE_CONTENT,
    TABLE_FROM_WEB_PAGE,
    TEXT_EMPTY,
    TEXT_NOT_AN_ANSWER_TABLE,
    TEXT_UNREADABLE,
    UNICODE_WITHOUT_MARK,
    WEB_PAGE_TRUNCATED,
    WORKBOOK_INSIDE_ZIP,
    ZIP_PASSWORD_PROTECTED,
)

_FILES: Final = (
    Sentences(
        phrases.ASSESSMENT_IS_NO_SURVEY,
        "Ini buku kerja PEKPPP, bukan survei",
        "berkas ini adalah penilaian mandiri PEKPPP, bukan jawaban survei",
        "Nilai dengan `ipak pekppp assess BERKAS`, atau buka di halaman PEKPPP pada `ipak open`.",
        "Buku kerja ini dikenal dari lembar-lembarnya. Isinya fakta dan nilai mandiri, jadi tidak dihitung sebagai survei.",
    ),
    Sentences(
        phrases.SETTINGS_ARE_NO_SURVEY,
        "Ini formulir pengaturan atau tindak lanjut, bukan survei",
        "berkas ini adalah formulir pengaturan atau tindak lanjut dari ipak, bukan jawaban survei",
        "Masukkan isinya dengan `ipak settings BERKAS`, atau isi di halaman Pengaturan pada `ipak open`.",
        "Formulir ini dikenal dari lembar-lembarnya. Isinya untuk ipak.yaml, bukan untuk dihitung.",
    ),
    Sentences(
        phrases.REVIEW_IS_NO_SURVEY,
        "Ini formulir tinjauan saran, bukan survei",
        "berkas ini adalah formulir tinjauan saran dari ipak, bukan jawaban survei",
        "Masukkan keputusannya dengan `ipak suggestions --form BERKAS`, atau putuskan di halaman saran periodenya.",
        "Formulir ini dikenal dari lembar-lembarnya. Isinya keputusan tentang saran, bukan untuk dihitung.",
    ),
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

_TEXTS: Final = (
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

ENTRIES: Final[tuple[Sentences, ...]] = (*_FILES, *_TEXTS)

SENTENCES: Final = {
    phrases.FILE_SIZE: "ukuran berkas",
    phrases.FILE_SIZE_OF: "ukuran berkas {kind}",
    phrases.UNPACKED_SIZE: "ukuran isi berkas setelah dibuka",
    phrases.UNPACKED_SIZE_OF: "ukuran “{name}” setelah dibuka",
    phrases.PARTS_IN_FILE: "jumlah bagian di dalam berkas",
    phrases.PACKING_OF_PART: "pemampatan bagian “{part}”",
    phrases.SIZE_OF_PART: "ukuran bagian “{part}”",
    phrases.TAGS_IN_PART: "jumlah unsur dalam bagian “{part}”",
    phrases.LENGTH_OF_TAG: "panjang satu unsur dalam bagian “{part}”",
    phrases.SIZE_OF_PAGE: "ukuran halaman web (HTML)",
    phrases.NUMBER_OF_HTML_TAGS: "jumlah unsur HTML",
    phrases.NUMBER_OF_XML_TAGS: "jumlah unsur XML",
    phrases.NUMBER_OF_WORKSHEETS: "jumlah lembar kerja",
    phrases.NUMBER_OF_SHEETS: "jumlah lembar",
    phrases.NUMBER_OF_FILLED_CELLS: "jumlah sel terisi",
    phrases.NUMBER_OF_CELLS: "jumlah sel",
    phrases.CELLS_IN_WIDE_ROWS: "jumlah tempat dalam baris yang terisi",
    phrases.CELLS_BEFORE_ROW: "jumlah sel sebelum baris {row} di lembar “{sheet}”, yang tidak menurut urutan,",
    phrases.NUMBER_OF_MERGED_CELLS: "jumlah sel gabungan",
    phrases.CELLS_UNDER_MERGED: "jumlah tempat di bawah sel gabungan",
    phrases.NUMBER_OF_CELL_STYLES: "jumlah gaya sel",
    phrases.NUMBER_OF_RECORDS: "jumlah catatan",
    phrases.NUMBER_OF_TEXTS: "jumlah teks",
    phrases.LENGTH_OF_ALL_TEXTS: "panjang semua teks (huruf)",
    phrases.LENGTH_OF_CELL_TEXT: "panjang teks satu sel",
    phrases.LENGTH_OF_NUMBER_FORMAT: "panjang satu format angka",
    phrases.NUMBER_OF_NUMBER_FORMATS: "jumlah format angka",
    phrases.SIZE_OF_TEXTS: "ukuran teks (bita)",
    phrases.SIZE_OF_SHARED_TEXTS: "ukuran daftar teks bersama",
    phrases.SO_MANY_CELLS: "{count} sel",
    phrases.SO_MANY_LETTERS: "{count} huruf",
    phrases.SO_MANY_PARTS: "{count} bagian",
    phrases.SO_MANY_TIMES: "{count} kali",
    phrases.USUAL_FOR_THE_SIZE: "yang wajar untuk ukurannya",
    phrases.ZIP_BROKEN: "susunan zip-nya tidak utuh",
    phrases.ZIPPED_TABLE_BROKEN: "tabel di dalam zip-nya tidak utuh",
    phrases.UNUSUAL_PACKING: "cara pemampatannya bukan yang dipakai lembar kerja",
    phrases.PART_TWICE: "bagian “{part}” ada dua",
    phrases.PART_MISSING: "bagian “{part}” tidak ada",
    phrases.PART_BROKEN: "bagian “{part}” tidak utuh",
    phrases.PART_NOT_SOUND_XML: "bagian “{part}” bukan XML yang utuh (baris {line})",
    phrases.XML_TOO_DEEP: "unsur di bagian “{part}” bersarang terlalu dalam",
    phrases.PART_ENCODING_UNKNOWN: "pengodean bagian “{part}” tidak dikenal",
    phrases.PART_OF_ANOTHER_KIND: "isi bagian “{part}” bukan yang seharusnya",
    phrases.PART_NOT_A_SPREADSHEET: "bagian “{part}” tidak tersusun sebagai lembar kerja",
    phrases.CONTENT_NOT_A_SPREADSHEET: "isinya tidak tersusun sebagai lembar kerja",
    phrases.CONTENT_NOT_AN_XML_SPREADSHEET: "isinya tidak tersusun sebagai lembar kerja XML",
    phrases.STRUCTURE_BROKEN: "susunannya bukan susunan {kind} yang utuh",
    phrases.SHEET_LIST_MISSING: "daftar lembarnya tidak ada",
    phrases.SHEETS_OF_ONE_PART: "lembar “{sheet}” dan “{other}” menunjuk bagian yang sama",
    phrases.SHEET_MISSING: "lembar “{sheet}” tidak ada di dalamnya",
    phrases.CELL_ADDRESS_UNKNOWN: "alamat sel “{address}” tidak dikenal",
    phrases.ROW_NUMBER_UNKNOWN: "nomor baris “{number}” tidak dikenal",
    phrases.SHARED_TEXT_MISSING: "teks ke-{number} tidak ada di daftar teksnya",
    phrases.HTML_TOO_DEEP: "unsur HTML-nya bersarang terlalu dalam",
    phrases.TEXT_TOO_LONG_ON_PAGE: "ada teks yang terlalu panjang",
    phrases.TEXT_BEFORE_WORKBOOK: "ada tulisan lain di depan isi buku kerjanya",
    phrases.PDF_DOCUMENT: "dokumen PDF",
    phrases.RTF_DOCUMENT: "dokumen RTF",
    phrases.WORD_DOCUMENT: "dokumen Word",
    phrases.PUBLISHER_DOCUMENT: "dokumen Publisher",
    phrases.OPEN_DOCUMENT: "dokumen OpenDocument",
    phrases.XML_DOCUMENT: "dokumen XML",
    phrases.JSON_DOCUMENT: "dokumen JSON",
    phrases.PRESENTATION: "presentasi PowerPoint",
    phrases.VISIO_DRAWING: "gambar Visio",
    phrases.PICTURE_FILE: "gambar",
    phrases.PICTURE_OR_MEDIA: "gambar atau media",
    phrases.E_BOOK: "buku elektronik",
    phrases.E_MAIL: "surel (e-mail)",
    phrases.OUTLOOK_MAIL: "surel Outlook",
    phrases.ZIP_ARCHIVE: "arsip ZIP",
    phrases.EMPTY_ZIP: "arsip ZIP kosong",
    phrases.ZIP_WITHOUT_TABLE: "arsip ZIP tanpa tabel",
    phrases.RAR_ARCHIVE: "arsip RAR",
    phrases.SEVEN_ZIP_ARCHIVE: "arsip 7-Zip",
    phrases.GZIP_ARCHIVE: "arsip gzip",
    phrases.PROGRAM_FILE: "program_file",
    phrases.DATABASE_FILE: "basis data",
    phrases.ACCESS_DATABASE: "basis data Access",
    phrases.SPSS_DATA: "data SPSS",
    phrases.STATA_DATA: "data Stata",
    phrases.PARQUET_DATA: "data Parquet",
    phrases.WINDOWS_SHORTCUT: "pintasan Windows",
    phrases.WEB_SHORTCUT: "pintasan ke alamat web",
    phrases.SHORTCUT_FILE: "pintasan",
    phrases.WORKS_FILE: "berkas Microsoft Works",
    phrases.SYLK_FILE: "berkas SYLK",
    phrases.OLD_BINARY_FILE: "berkas biner lama yang bukan lembar kerja",
    phrases.UNKNOWN_BINARY_FILE: "berkas biner yang tidak dikenal",
    phrases.ONLY_ZEROS: "deretan nol, mungkin unduhan atau salinan yang terputus",
    phrases.PAGE_WITHOUT_TABLE: "halaman web (HTML) tanpa tabel jawaban",
    phrases.READING_NOT_PERMITTED: "izin baca tidak ada",
    phrases.CHECK_NAME_AND_FOLDER: "Periksa nama dan foldernya; nama yang berspasi diapit tanda kutip",
    phrases.QUOTE_STRAIGHT: "Tulis namanya dengan tanda kutip lurus, tanpa tanda lain: {meant}",
    phrases.QUOTE_BLANKS: "Apit nama yang berspasi dengan tanda kutip: {meant:atau}",
    phrases.PERHAPS_MEANT: "Mungkin maksudnya {meant:atau}",
}
