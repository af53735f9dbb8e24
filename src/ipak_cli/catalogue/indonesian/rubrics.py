"""R6xx: rubric files."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.indonesian.rubric_content import CONTENT
from ipak_cli.catalogue.rubrics import (
    AGAINST_YAML,
    ALL_ASPECTS,
    ASPECT,
    AT_LEAST,
    AT_MOST,
    BACKSLASH_IN_QUOTES,
    BRACKET_NOT_CLOSED,
    CHOICE_OF_OPTIONS,
    CHOICE_UNKNOWN,
    COLON_MISPLACED,
    COLON_MISSING,
    CONTENT_NOT_CHECKED,
    ENCODING_WRONG,
    F02_AND_F03,
    FIRST_TO_LAST,
    FORM_ANSWER,
    FORM_CAPITAL,
    FORM_CATEGORY,
    FORM_CODE,
    FORM_FACT_ID,
    FORM_GRADE,
    FORM_ID,
    FORM_INDICATOR_CODE,
    FORM_PATTERN,
    FORM_QUESTION_CODE,
    FORM_SMALL_LETTER,
    FORM_TEXT,
    FORM_VERSION,
    INDENT_UNEVEN,
    INDICATOR,
    INDICATORS_OF_ASPECT,
    INVISIBLE_CHARACTER,
    KEY_MISSING,
    KEY_NOT_A_WORD,
    KEY_UNKNOWN,
    KEY_WRITTEN_TWICE,
    KNOWN_KEYS,
    LESS_THAN,
    LIST_TOO_LONG,
    LIST_TOO_SHORT,
    MORE_THAN,
    NEAREST_MEANT,
    NESTED_TOO_DEEP,
    NONE,
    NOT_AN_INTEGER,
    NOT_EXACT_NUMBER,
    NOT_KEYS_AND_VALUES,
    NUMBER_OUT_OF_RANGE,
    QUOTE_NOT_CLOSED,
    RUBRIC_KIND_UNFIT,
    RUBRIC_NOT_FOUND,
    RUBRIC_TOO_LARGE,
    RUBRIC_UNREADABLE,
    RULE_UNKNOWN,
    SEVERAL_DOCUMENTS,
    SHAPE_LIST,
    SHAPE_MAPPING,
    SHAPE_TEXT,
    SHIPPED_RUBRICS,
    SIGN_NEEDS_QUOTES,
    TAB_CHARACTER,
    TYPE_OF_COVERAGE,
    TYPE_OF_DATE,
    TYPE_OF_NUMBER,
    TYPE_OF_WORDS,
    VALUE_EMPTY,
    VALUE_FORM_WRONG,
    VALUE_TYPE_WRONG,
    VALUE_UNFIT,
    WHOLE_FILE,
    WORD_ALREADY_HAS_VALUE,
    WORD_NEVER_READ,
    YAML_ALIAS,
    YAML_ANCHOR,
    YAML_FEATURE_FORBIDDEN,
    YAML_INVALID,
    YAML_TAG,
)

_FORM: Final = (
    Sentences(
        RUBRIC_UNREADABLE, "Berkas rubrik tidak dapat dibuka",
        "berkas rubrik tidak dapat dibaca",
        "Periksa apakah ini berkas (bukan folder) dan apakah Anda berhak membacanya.",
        "Sistem menolak membuka berkas yang disebut. Folder, berkas tanpa hak baca, dan nama yang tidak "
        "sah semuanya berakhir di sini.",
    ),
    Sentences(
        RUBRIC_TOO_LARGE, "Berkas rubrik terlalu besar",
        "berkas lebih besar dari {limit}",
        "Pastikan berkas ini memang rubrik; rubrik biasanya tidak sampai 100 KB.",
        "Ukuran rubrik dibatasi agar berkas yang salah pilih tidak membuat komputer macet.",
    ),
    Sentences(
        ENCODING_WRONG, "Berkas rubrik bukan UTF-8",
        "ada huruf yang tidak tersimpan sebagai UTF-8",
        "Simpan ulang berkas dengan pilihan pengodean UTF-8.",
        "Rubrik harus disimpan sebagai teks UTF-8. Penyunting lama kadang menyimpan dengan pengodean lain, "
        "sehingga tanda baca tertentu rusak.",
    ),
    Sentences(
        INVISIBLE_CHARACTER, "Karakter tak tampak di dalam rubrik",
        "ada karakter tak tampak {code}",
        "Hapus karakter itu, atau ketik ulang barisnya.",
        "Karakter kendali biasanya ikut tersalin dari PDF atau Word. Karakter ini tidak terlihat, tetapi "
        "membuat teks tidak cocok dengan judul kolom.",
    ),
    Sentences(
        TAB_CHARACTER, "Karakter TAB di dalam rubrik",
        "ada karakter TAB di tempat yang seharusnya berisi spasi",
        "Ganti TAB dengan spasi, dua spasi untuk setiap tingkat.",
        "YAML tidak menerima TAB sebagai inden. Atur penyunting teks agar tombol TAB menghasilkan spasi.",
    ),
    Sentences(
        YAML_INVALID, "Tulisan bukan YAML yang benar",
        "{reason}",
        "Perbaiki baris ini; bandingkan dengan rubrik bawaan, dan apit teks yang memuat titik dua dengan "
        "tanda kutip.",
        "Susunan berkas tidak dapat dipahami dari baris ini, sehingga bagian sesudahnya belum diperiksa. "
        "Sesudah diperbaiki, jalankan ipak rubric check sekali lagi.",
    ),
    Sentences(
        NOT_KEYS_AND_VALUES, "Isi berkas bukan rubrik",
        "berkas tidak berisi pasangan kunci dan nilai",
        "Mulai dari salinan rubrik bawaan; lihat isinya dengan ipak rubric show ipak-ipkp.",
        "Sebuah rubrik diawali kunci seperti kind, id, version dan title. Berkas kosong atau yang hanya "
        "berupa daftar atau teks tidak dapat dipakai.",
    ),
    Sentences(
        SEVERAL_DOCUMENTS, "Lebih dari satu dokumen dalam satu berkas",
        "ada dokumen kedua di berkas yang sama",
        "Simpan setiap rubrik di berkasnya sendiri, dan hapus garis --- di tengah berkas.",
        "Tanda --- memulai dokumen YAML yang baru. Satu berkas hanya boleh berisi satu rubrik.",
    ),
    Sentences(
        NESTED_TOO_DEEP, "Susunan rubrik terlalu dalam",
        "susunan bertingkat lebih dari {limit}",
        "Periksa tanda kurung dan inden di sekitar baris ini.",
        "Rubrik tidak memerlukan tingkat sedalam itu; biasanya ada kurung yang tidak ditutup.",
    ),
    Sentences(
        KEY_WRITTEN_TWICE, "Kunci ditulis dua kali",
        "kunci {key} sudah ada di baris {first}",
        "Hapus salah satu, atau gabungkan isinya.",
        "Bila sebuah kunci ditulis dua kali, tidak jelas nilai mana yang berlaku. Program lain diam-diam "
        "memakai yang terakhir; ipak tidak menebak.",
    ),
    Sentences(
        YAML_FEATURE_FORBIDDEN, "Bagian YAML yang tidak diterima",
        "{what} tidak diterima di dalam rubrik",
        "Tulis nilainya langsung di tempat ini; apit dengan tanda kutip bila berawal dengan &, * atau !.",
        "Jangkar (&), alias (*), penanda tipe (!) dan kunci yang bukan kata membuat rubrik sulit dibaca "
        "dan dapat disalahgunakan. Rubrik hanya memakai kunci, daftar dan teks biasa.",
    ),
    Sentences(
        RUBRIC_NOT_FOUND, "Rubrik tidak ditemukan",
        "tidak ada rubrik bawaan atau berkas bernama {name}",
        "{advice} Daftar lengkap: ipak rubric list.",
        "Nama yang diberikan dicari di antara rubrik bawaan, lalu sebagai berkas. Keduanya tidak ada.",
    ),
    Sentences(
        RUBRIC_KIND_UNFIT, "Jenis rubrik tidak sesuai",
        "jenis rubrik (kind) {kind} tidak dapat dipakai di sini",
        "Pilih rubrik berjenis {known}, atau perbaiki kind bila salah tulis.",
        "Kunci kind menentukan cara rubrik dibaca. Perintah tertentu hanya menerima jenis tertentu: ipak score "
        "memakai rubrik survey, ipak pekppp memakai rubrik pekppp.",
    ),
    Sentences(
        WORD_ALREADY_HAS_VALUE, "Kata yang sudah berarti nilai lain",
        "kata “{word}” dinyatakan berarti {value}, padahal dengan angka atau bintangnya terbaca {own}",
        "Samakan nilainya, atau hapus kata itu dari labels.",
        "Jawaban seperti Bintang 3 atau (3) sudah terbaca tanpa dinyatakan. Pernyataan yang lain artinya akan "
        "mengubah jawaban responden.",
    ),
    Sentences(
        WORD_NEVER_READ, "Kata yang tidak dapat dijawab",
        "kata “{word}” untuk nilai {value} tidak akan pernah terbaca: program lembar kerja menyimpannya sebagai "
        "galat, atau sebagai nilai logika yang dinyatakan berarti dua hal",
        "Ganti kata itu dengan pilihan jawaban yang tampak di formulir.",
        "Setiap kata pada labels dicoba seperti tersimpan di CSV dan seperti diketik di Excel. Kata yang tidak "
        "terbaca sebagai nilainya membuat jawaban responden ditolak.",
    ),
    Sentences(
        KEY_UNKNOWN, "Kunci tidak dikenal",
        "kunci {key} tidak dikenal",
        "{advice} Perbaiki ejaannya atau hapus.",
        "Kunci yang salah eja akan membuat isinya tidak terpakai. Karena itu setiap kunci yang tidak "
        "dikenal ditolak.",
    ),
    Sentences(
        KEY_MISSING, "Kunci belum ada",
        "kunci {key} belum ada di {within}",
        "Tambahkan {key} di bagian ini.",
        "Tanpa kunci ini rubrik tidak lengkap. Nomor di dalam kurung siku menghitung dari 1.",
    ),
    Sentences(
        VALUE_EMPTY, "Nilai masih kosong",
        "{key} belum diisi",
        "Isi nilainya, atau hapus kuncinya bila tidak diperlukan.",
        "Kunci tanpa nilai, ~ dan null berarti kosong. Bila yang dimaksud memang kata null, apit dengan "
        "tanda kutip.",
    ),
    Sentences(
        VALUE_TYPE_WRONG, "Bentuk nilai tidak sesuai",
        "{key} harus berupa {wanted}, tetapi isinya {found}",
        "Ubah bentuknya; bandingkan dengan bagian yang sama di rubrik bawaan.",
        "Daftar ditulis dengan tanda - di awal setiap entri atau di dalam kurung siku; kunci dan nilai "
        "dipisah titik dua; selain itu adalah teks.",
    ),
    Sentences(
        NOT_AN_INTEGER, "Bukan bilangan bulat",
        "{key} harus bilangan bulat paling banyak sembilan angka, tetapi tertulis {value}",
        "Tulis angkanya saja, misalnya 4, tanpa nol di depan, titik atau koma.",
        "Nilai jawaban, tingkat dan jumlah adalah bilangan bulat. Tulisan seperti 01, 1:30 atau no tidak "
        "ditafsirkan.",
    ),
    Sentences(
        NOT_EXACT_NUMBER, "Bukan bilangan pasti",
        "{key} harus bilangan, tetapi tertulis {value}",
        "Tulis dengan titik desimal atau pecahan, misalnya 17.5 atau 1/9.",
        "Bobot, poin dan batas nilai dihitung persis. Koma desimal dan tanda persen tidak diterima di "
        "dalam rubrik.",
    ),
    Sentences(
        CHOICE_UNKNOWN, "Pilihan tidak dikenal",
        "{key} berisi {value}, yang bukan pilihan",
        "Pilih salah satu dari: {allowed}.",
        "Beberapa kunci hanya menerima kata tertentu, dalam bahasa Inggris dan huruf kecil.",
    ),
    Sentences(
        VALUE_FORM_WRONG, "Penulisan nilai tidak sesuai",
        "{key} berisi {value}, yang tidak sesuai bentuknya",
        "Tulis sebagai {form}.",
        "Kode, id dan versi dirujuk oleh bagian lain dan oleh hasil yang disimpan, sehingga bentuknya "
        "dibatasi.",
    ),
    Sentences(
        LIST_TOO_SHORT, "Daftar terlalu pendek",
        "{key} memuat kurang dari {least} entri",
        "Lengkapi daftar itu.",
        "Sebuah indeks memerlukan butir, sebuah label memerlukan kata, indeks gabungan memerlukan dua indeks, "
        "dan indikator memerlukan arti keenam tingkatnya.",
    ),
    Sentences(
        NUMBER_OUT_OF_RANGE, "Bilangan di luar batas",
        "{key} berisi {value}, padahal {limits}",
        "Ganti dengan bilangan di dalam batas itu.",
        "Batas ini menjaga agar skala, tingkat dan jumlah responden masuk akal.",
    ),
    Sentences(
        VALUE_UNFIT, "Nilai tidak sesuai",
        "{key} berisi nilai yang tidak sesuai: {value}",
        "Bandingkan dengan bagian yang sama di rubrik bawaan, lalu perbaiki.",
        "Nilai ini tidak dapat dibaca sebagai isi kunci tersebut.",
    ),
    Sentences(
        CONTENT_NOT_CHECKED, "Isi rubrik belum diperiksa",
        "jumlah bobot, rujukan, nama ganda dan kategori baru diperiksa setelah bentuk rubrik benar",
        "Perbaiki kesalahan lain lebih dahulu, lalu jalankan ipak rubric check lagi.",
        "Pemeriksaan isi memerlukan rubrik yang lengkap bentuknya. Kunci yang tidak dikenal saja tidak "
        "menghalanginya.",
    ),
    Sentences(
        LIST_TOO_LONG, "Daftar terlalu panjang",
        "{key} memuat lebih dari {most} entri",
        "Hapus entri yang lebih, atau gabungkan.",
        "Beberapa daftar mempunyai panjang tetap: sebuah indikator mempunyai enam tingkat, 0 sampai 5, dan "
        "aturannya paling banyak lima batas, satu untuk setiap tingkat di atas 0.",
    ),
    Sentences(
        RULE_UNKNOWN, "Aturan tidak dikenal",
        "rule berisi {value}, yang bukan nama aturan",
        "Pilih salah satu dari: count, mandatory_plus_count, base_plus_count, ladder, coverage, elapsed, ratio, "
        "two_channel_ratio, key_criterion, choice, media.",
        "Rubrik memilih aturan dari daftar tertutup dan hanya mengisi datanya. count menghitung hal yang "
        "terpenuhi; mandatory_plus_count hal wajib lalu pelengkap; base_plus_count unsur dasar lalu unsur lain; "
        "ladder tangga tanpa lubang; coverage selang dan cakupan; elapsed lama waktu; ratio persentase; "
        "two_channel_ratio persentase pada dua saluran; key_criterion kriteria dengan satu kriteria kunci; "
        "choice keadaan yang cocok; media media publikasi dengan satu saluran wajib.",
    ),
)  # fmt: skip

ENTRIES: Final[tuple[Sentences, ...]] = (*_FORM, *CONTENT)

SENTENCES: Final = {
    NEAREST_MEANT: "Mungkin maksudnya {near}.",
    KNOWN_KEYS: "Kunci yang dikenal di sini: {keys}.",
    SHIPPED_RUBRICS: "Rubrik bawaan: {ids}.",
    WHOLE_FILE: "berkas",
    SHAPE_TEXT: "teks",
    SHAPE_LIST: "daftar",
    SHAPE_MAPPING: "kunci dan nilai",
    FORM_CODE: "satu huruf, lalu huruf, angka, - atau _ (misalnya I1)",
    FORM_ID: "huruf kecil, angka dan tanda hubung (misalnya ipak-ipkp)",
    FORM_TEXT: "teks yang memuat huruf atau angka",
    FORM_ANSWER: "kata, angka, atau tanda yang tampak",
    FORM_VERSION: "angka yang dipisah titik (misalnya 1.0)",
    FORM_GRADE: "satu huruf dari A sampai E",
    FORM_FACT_ID: "F, nomor indikator dua angka, tanda hubung, dua angka (misalnya F01-03)",
    FORM_SMALL_LETTER: "satu huruf kecil (misalnya a)",
    FORM_CATEGORY: "satu huruf dari A sampai F, boleh diikuti tanda hubung (misalnya A-)",
    FORM_INDICATOR_CODE: "huruf aspek, titik, huruf prinsip (misalnya a.Ak)",
    FORM_CAPITAL: "satu huruf besar (misalnya A)",
    FORM_QUESTION_CODE: "nomor, huruf aspek, huruf prinsip (misalnya 1.a.K1)",
    FORM_PATTERN: "pola {pattern}",
    AT_LEAST: "paling kecil {limit}",
    AT_MOST: "paling besar {limit}",
    MORE_THAN: "lebih dari {limit}",
    LESS_THAN: "kurang dari {limit}",
    NONE: "tidak ada",
    COLON_MISPLACED: "ada titik dua di tempat yang tidak semestinya",
    COLON_MISSING: "ada kunci tanpa titik dua",
    QUOTE_NOT_CLOSED: "tanda kutip tidak ditutup",
    INDENT_UNEVEN: "inden baris ini tidak sejajar dengan baris sekitarnya",
    BRACKET_NOT_CLOSED: "kurung siku atau kurawal tidak ditutup",
    SIGN_NEEDS_QUOTES: "nilai berawal dengan tanda yang harus diapit tanda kutip",
    BACKSLASH_IN_QUOTES: "ada garis miring terbalik di dalam tanda kutip ganda",
    AGAINST_YAML: "tulisan di baris ini tidak mengikuti aturan YAML",
    YAML_ALIAS: "alias *{name}",
    YAML_ANCHOR: "jangkar &{name}",
    YAML_TAG: "penanda tipe {name}",
    KEY_NOT_A_WORD: "kunci yang bukan kata",
    TYPE_OF_WORDS: "yes_no atau choice",
    TYPE_OF_COVERAGE: "choice dengan tepat tiga pilihan",
    TYPE_OF_NUMBER: "number",
    TYPE_OF_DATE: "date",
    CHOICE_OF_OPTIONS: "choice dengan {count} pilihan",
    FIRST_TO_LAST: "{first} sampai {last}",
    F02_AND_F03: "F-02 dan F-03",
    ALL_ASPECTS: "semua aspek",
    ASPECT: "aspek {code}",
    INDICATOR: "indikator {no}",
    INDICATORS_OF_ASPECT: "indikator aspek {code}",
}
