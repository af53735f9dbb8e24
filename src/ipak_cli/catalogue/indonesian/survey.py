"""Reasons and findings of reading and scoring a survey."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import survey as p

SENTENCES: Final = {
    p.INPUT_FAULTY: "masukan bermasalah",
    p.NO_ANSWERS: "tidak ada jawaban",
    p.ITEM_NOT_SCORED: "{item}: {reason}",
    p.NO_COMBINED_INDEX: "rubrik ini tidak memakai indeks gabungan",
    p.NO_ZI_POINTS: "rubrik ini tidak memakai poin ZI",
    p.NO_PERFORMANCE_GRADE: "jawaban pertanyaan capaian kinerja (A–E) tidak diberikan",
    p.OUTSIDE_THE_SURVEY: "di luar survei ini",
    p.POPULATION_NOT_GIVEN: "jumlah pengunjung (populasi) tidak diberikan",
    p.ALPHA_NEEDS_MORE: "perlu sedikitnya dua responden lengkap dan dua pertanyaan",
    p.ALPHA_NO_VARIANCE: (
        "jumlah jawaban semua responden sama, sehingga tidak ada ragam yang dapat dibandingkan"
    ),
    p.RECAP_WITHOUT_ANSWERS: "sumbernya rekap, yang tidak memuat jawaban setiap responden",
    p.RECAP_WITHOUT_DAYS: (
        "rekap tidak memuat waktu pengisian, sehingga hari pertama dan terakhir jawaban tidak diketahui"
    ),
    p.RECAP_WITHOUT_RESPONDENTS: (
        "rekap tidak menyebut jumlah responden, yang dapat ditulis di rekap itu atau diberikan dengan --respondents"
    ),
    p.RECAP_OF_SUMS: "rekap memuat jumlah nilai setiap pertanyaan, bukan banyaknya setiap jawaban",
    p.RECAP_OF_MEANS: "rekap memuat rata-rata setiap pertanyaan, bukan banyaknya setiap jawaban",
    p.RECAP_OF_TOTALS: "rekap memuat jumlah jawaban semua pertanyaan bersama-sama, bukan per pertanyaan",
    p.RECAP_WITHOUT_INDEX: "rekap tidak memuat {index}",
    p.RECAP_OF_WHOLE_SURVEY: "rekap memuat jumlah jawaban seluruh survei, bukan per indeks",
    p.SEVERAL_SUMS: (
        "rata-rata pada rekap dibulatkan: dari {n} jawaban, jumlah nilainya dapat {first} sampai {last}"
    ),
    p.SEVERAL_SUMS_OF_ITEMS: (
        "rata-rata {items:dan} pada rekap dibulatkan, sehingga jumlah nilainya tidak pasti"
    ),
    p.TOTALS_NEED_RESPONDENTS: (
        "jumlah responden tidak diketahui, sehingga tidak pasti apakah semua pertanyaan dijawab semua orang"
    ),
    p.TOTALS_WITH_GAPS: ("{missing} jawaban tidak diberikan, dan rekap tidak menyebut pada pertanyaan mana"),
    p.TOTALS_OF_UNEQUAL_WEIGHTS: "bobot pertanyaannya tidak sama, sedangkan rekap hanya memuat jumlah bersama",
    p.TOTALS_OF_MIXED_POLARITY: (
        "sebagian pertanyaan berarah terbalik, sedangkan rekap hanya memuat jumlah bersama"
    ),
    p.GROUP_NOT_FILLED: "(tidak diisi)",
    p.GROUPS_GATHERED: "Kelompok lain (digabung)",
    p.PERIOD_AND_RESPONDENTS: "{period} ({respondents} responden)",
    p.MORE_THAN_VISITORS: (
        "{respondents} responden melebihi {population} pengunjung; periksa jumlah pengunjung"
    ),
    p.CENSUS: "sensus: seluruh {population} pengunjung mengisi survei",
    p.SIZE_REACHED: "{respondents} responden mencapai ukuran Krejcie-Morgan {size} dari {population} pengunjung",
    p.SIZE_REACHED_FEW_VISITORS: (
        "{respondents} responden mencapai ukuran Krejcie-Morgan {size} dari {population} pengunjung; "
        "pengunjung tidak sampai {minimum} orang"
    ),
    p.MINIMUM_BUT_NOT_SIZE: (
        "{respondents} responden mencapai batas minimal {minimum}, tetapi kurang dari ukuran "
        "Krejcie-Morgan {size} untuk {population} pengunjung"
    ),
    p.SIZE_NOT_REACHED: (
        "{respondents} responden kurang dari {required} yang diperlukan untuk {population} pengunjung"
    ),
    p.MINIMUM_REACHED: (
        "{respondents} responden mencapai batas minimal {minimum}; jumlah pengunjung tidak diberikan"
    ),
    p.MINIMUM_NOT_REACHED: (
        "{respondents} responden kurang dari batas minimal {minimum}; jumlah pengunjung tidak diberikan"
    ),
    p.NO_RULE_NO_POPULATION: (
        "instrumen survei tidak menetapkan batas minimal dan jumlah pengunjung tidak diberikan"
    ),
    p.TOO_MANY_GROUPS: "terlalu banyak isian yang berbeda untuk dikelompokkan",
    p.ALL_GROUPS_SMALL: "semua kelompok kurang dari {smallest} responden",
    p.ITEMS_OF_TOO_FEW: (
        "respondennya kurang dari {smallest}, sehingga rincian butir akan membuka jawaban tiap orang"
    ),
    p.ITEMS_OPEN_TOO_FEW: (
        "selisih {period} dengan hasil {parts} kurang dari {smallest} responden, sehingga rincian butir akan "
        "membuka jawaban mereka"
    ),
    p.GROUPS_OPEN_SMALLER_ONES: (
        "bersama hasil {parts}, angka kelompok {period} dapat membuka jawaban kelompok yang terlalu kecil"
    ),
    p.SMALL_GROUPS_AND_OTHERS: (
        "{small:kata} kelompok kecil (kurang dari {smallest} responden) dan {others:kata} kelompok lain "
        "disembunyikan supaya jawaban seseorang tidak dapat dikenali, juga tidak dari selisihnya"
    ),
    p.DAYS_NOT_IN_FILE: (
        "ekspor jawaban tidak memuat waktu pengisian, sehingga hari pertama dan terakhir jawaban tidak diketahui"
    ),
    p.DAYS_OF_TOO_FEW: (
        "hari pertama dan terakhir jawaban tidak disebut demi kerahasiaan, sebab respondennya kurang dari {fewest}"
    ),
    p.SMALL_GATHERED: (
        "{small:kata} kelompok kecil (masing-masing kurang dari {smallest} responden) digabungkan dalam baris "
        "“{row}” supaya jawaban seseorang tidak dapat dikenali"
    ),
    p.SMALL_GATHERED_WITH_OTHERS: (
        "{small:kata} kelompok kecil (kurang dari {smallest} responden) dan {others:kata} kelompok lain "
        "disembunyikan, yaitu digabungkan dalam baris “{row}”, supaya jawaban seseorang tidak dapat dikenali, "
        "juga tidak dari selisihnya"
    ),
    p.OTHERS_GATHERED: (
        "{others:kata} kelompok digabungkan dalam baris “{row}” supaya jawaban beberapa orang saja tidak dapat "
        "dikenali, juga tidak dari selisihnya dengan rincian lain"
    ),
    p.ALL_GROUPS_HIDDEN: (
        "semua kelompok disembunyikan supaya jawaban beberapa orang saja tidak dapat dikenali, juga tidak dari "
        "selisihnya dengan rincian lain"
    ),
    p.TOO_MANY_COMBINATIONS: (
        "gabungan isian semua pertanyaan profil terlalu beragam untuk memastikan bahwa selisihnya dengan "
        "rincian lain tidak membuka jawaban beberapa orang saja"
    ),
    p.SAME_RESPONSES: "Jawaban yang sama persis",
    p.SAME_PEOPLE: "Responden yang mengisi lagi",
    p.TRIAL_ROWS: "Baris uji coba",
    p.ROWS_OUTSIDE: "Baris di luar periode",
    p.ALL_HIGHEST: "Semua pertanyaan dijawab {highest}",
    p.ALL_SAME_LOWER: "Semua pertanyaan dijawab sama, di bawah {highest}",
    p.BURSTS: "Jawaban beruntun dalam satu menit",
    p.HIGHEST_SHARE: "Jawaban bernilai tertinggi (persen)",
    p.ALPHA: "Alfa Cronbach {index} ({name})",
    p.NONE_FOUND: "tidak ada",
    p.SAME_RESPONSES_FOUND: (
        "semua isian termasuk waktunya sama; kemungkinan terkirim atau tersalin dua kali"
    ),
    p.SAME_PEOPLE_FOUND: (
        "alamat surel atau identitas yang sama muncul lagi; periksa apakah memang dua layanan"
    ),
    p.TRIAL_ROWS_FOUND: "isian bertuliskan uji coba; hapus dari ekspor bila bukan jawaban responden",
    p.ROWS_OUTSIDE_FOUND: "bertanggal di luar periode laporan dan tidak dihitung",
    p.ALL_HIGHEST_FOUND: ("wajar pada layanan yang baik, tetapi tidak menunjukkan apa yang perlu dibenahi"),
    p.ALL_SAME_LOWER_FOUND: "kemungkinan diisi tanpa membaca; periksa barisnya",
    p.BURSTS_FOUND: (
        "{minutes} menit dengan {burst} jawaban atau lebih; periksa apakah diisi satu orang sekaligus"
    ),
    p.TIMES_NOT_RECORDED: "waktu pengisian tidak tercatat",
    p.NEARLY_ALL_HIGHEST: (
        "hampir semua jawaban tertinggi; naik-turun kecil antar-periode tidak banyak berarti"
    ),
    p.SPREAD_TELLS_ITEMS_APART: "sebaran jawaban masih membedakan pertanyaan satu dari yang lain",
    p.UNREADABLE_ANSWERS: "Jawaban yang diisi tetapi tidak terbaca",
    p.UNREADABLE_ANSWERS_FOUND: "tidak dihitung sebagai jawaban: {items:,…}",
    p.NOT_GIVEN_WORDS: "Jawaban yang berarti tidak menjawab",
    p.NOT_GIVEN_WORDS_FOUND: "{words:,}; tidak dihitung sebagai jawaban: {items:,…}",
    p.WORD_AND_COUNT: "“{word}” {count}",
    p.ITEM_AND_COUNT: "{item} {count}",
    p.CONSISTENCY: "konsistensi internal {index} {level}",
    p.CONSISTENCY_OF_FEW: (
        "konsistensi internal {index} {level}; kurang dari {few} responden, jadi sekadar petunjuk"
    ),
    p.ITEMS_OF: "butir {index}",
    p.ELEMENTS_OF: "unsur {index}",
    p.VERY_HIGH: "sangat tinggi",
    p.HIGH: "tinggi",
    p.ENOUGH: "cukup",
    p.RATHER_LOW: "agak rendah",
    p.LOW: "rendah",
    p.SUMMARY_ROWS: "baris ringkasan",
    p.SUMMARY_ROWS_CALLED: "baris ringkasan: {labels:,}",
    p.SUMMARY_ROWS_CALLED_AND_MORE: "baris ringkasan: {labels:,}, dan {more} lainnya",
    p.ROWS_WITHOUT_ANSWER: "baris tanpa satu pun jawaban",
    p.HEADER_ROWS: "judul atau nomor kolom yang berulang",
    p.SECOND_ANSWERS_EQUAL: "jawabannya sama",
    p.SECOND_ANSWERS_DIFFER: "{count} di antaranya lain jawabannya",
    p.NUMBERS_BEGIN_AGAIN_REMEDY: "Kolom {column} membedakannya: mungkin nomor responden mulai lagi dari awal di sana; "
    "di salinan berkas, gabungkan isi kolom itu dengan nomor responden (misalnya “A-1”)",
    p.COPIES_REMEDY: "Periksa baris itu pada data asal; bila hanya salinan, hapus yang berulang di salinan berkas",
    p.SECOND_FORMS_REMEDY: "Mungkin dua pengisian atau dua orang dengan nomor yang sama, jadi jangan dihapus: ekspor ulang "
    "bersama nomor pengisian (misalnya kolom “submission id”)",
    p.ROWS_WITHOUT_QUESTION: "baris tanpa pertanyaan dan jawaban",
    p.OUTSIDE_ROWS: "di luar periode",
    p.UNDATED_ROWS: "baris yang waktunya kosong atau tidak terbaca, sehingga periodenya tidak diketahui",
    p.DUPLICATE_ROWS: "jawaban yang sama persis",
    p.SAME_PERSON_ROWS: "responden yang mengisi lagi",
    p.TEST_ROWS: "baris uji coba",
    p.STRAIGHT_ROWS: "semua pertanyaan dijawab sama",
    p.QUOTED: "“{text}”",
    p.NUMBERS_FROM_TO: "{lowest} sampai {highest}",
    p.WITHOUT_NUMBER: "tanpa nomor urut seperti baris lain",
    p.WITHOUT_NUMBER_REMEDY: "isi nomor urutnya",
    p.TEXT_FOR_NUMBER: "bertulisan di kolom yang pada baris lain berisi angka",
    p.TEXT_FOR_NUMBER_REMEDY: "isi kolom itu dengan angkanya",
    p.OTHERS_BLANK: "kolom lain yang biasanya terisi kosong",
    p.OTHERS_BLANK_REMEDY: "isi nama atau profilnya seperti baris lain",
    p.SUMMARY_WORD: "diawali kata ringkasan",
    p.SUMMARY_WORD_REMEDY: "tulis nama atau isian itu lebih lengkap",
    p.BELOW_A_GAP: "di bawah baris kosong, seperti rekap",
    p.BELOW_A_GAP_REMEDY: "hapus baris kosong di atasnya",
    p.NEARLY_BLANK: "hampir semua selnya kosong",
    p.NEARLY_BLANK_REMEDY: "lengkapi baris itu",
    # Headers, columns and cells.
    p.VALUE_NOT_SHOWN: "(tidak ditampilkan)",
    p.HEADER_MISSING: "(tanpa judul)",
    p.HEADER_BLANK: "tanpa judul",
    p.COLUMN_AND_HEADER: "{cell} “{header}”",
    p.NO_COLUMN_LEFT: "tidak ada",
    p.HEAD_MOST_LIKE: "yang paling mirip {cell} “{header}”",
    p.NO_HEAD_LIKE: "tidak ada yang mirip",
    p.DAY_BEFORE_MONTH: "hari-bulan",
    p.MONTH_BEFORE_DAY: "bulan-hari",
    p.QUESTIONS_IN_COLUMN: "pertanyaannya di kolom {asked}",
    p.QUESTIONS_AND_ANSWERS_IN_COLUMNS: "pertanyaannya di kolom {asked}, jawabannya di kolom {answered}",
    p.NO_ROW_OF_HEADERS: "tidak ada baris yang tampak sebagai judul",
    p.HEADERS_OF_SHEET: "lembar “{sheet}” {headers}",
    p.HEADERS_AND_MORE: "{headers} dan {more} lagi",
}
