"""A1xx: what an audit finds in a finished report: means, indices, stars, respondents."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.audit import (
    ANSWERS_AS_RESPONDENTS,
    BELOW_MINIMUM,
    BELOW_MINIMUM_CENSUS,
    COMBINED_IN_INDEX_ROW,
    COMPONENT_NOT_ITS_PARTS,
    INDEX_NOT_ITS_ITEMS,
    MEANS_IMPOSSIBLE,
    NEAREST_MEANS,
    PERCENT_IMPOSSIBLE,
    PERCENT_NOT_OF_INDEX,
    POINTS_NOT_OF_INDEX,
    POSSIBLE_FOR,
    RATE_NOT_OF_COUNTS,
    REPORT_DAMAGED,
    REPORT_EMPTY,
    REPORT_OF_OTHER_KIND,
    REPORT_OLD_WORD,
    REPORT_PASSWORD_PROTECTED,
    REPORT_TOO_LARGE,
    REPORT_WITHOUT_TEXT,
    RESPONDENTS_ABOVE_VISITORS,
    SIZE_NOT_OF_RULE,
    STARS_NOT_ANSWERS,
    STARS_NOT_MEANS,
    TABLE_OF_OTHER_PERIOD,
    TWO_VALUES,
    WOULD_BE,
)

ENTRIES: Final = (
    Sentences(
        MEANS_IMPOSSIBLE, "Rata-rata yang mustahil",
        "{count} dari {all} nilai butir ({items}) tidak mungkin menjadi rata-rata {respondents} jawaban: {values}",
        "Cocokkan tabel ini dengan rekap jawaban periode yang dilaporkan; mungkin tabel periode lain yang terpasang.",
        "Jawaban adalah bilangan bulat, sehingga rata-rata n jawaban selalu bilangan bulat dibagi n. Nilai yang bukan "
        "hasil pembulatan pecahan seperti itu tidak mungkin berasal dari n jawaban.",
    ),
    Sentences(
        PERCENT_IMPOSSIBLE, "Persentase yang mustahil",
        "{index} {value} % tidak mungkin berasal dari {respondents} responden x {items} butir ({answers} jawaban)",
        "Hitung ulang persentase ini dari rekap jawaban periode yang dilaporkan.",
        "Persentase indeks adalah jumlah nilai jawaban dibagi nilai tertinggi yang mungkin. Jumlah itu bilangan bulat, "
        "sehingga tidak semua persentase dapat terjadi.",
    ),
    Sentences(
        INDEX_NOT_ITS_ITEMS, "Indeks bukan rata-rata butirnya",
        "indeks yang bukan rata-rata nilai butirnya dalam laporan ini: {values}",
        "Cocokkan indeks dan tabel butir dengan rekap jawaban yang sama.",
        "Indeks adalah rata-rata nilai butir-butirnya. Yang dibandingkan adalah seluruh rentang nilai yang dapat "
        "dibulatkan menjadi angka yang tercetak.",
    ),
    Sentences(
        PERCENT_NOT_OF_INDEX, "Persentase bukan milik indeksnya",
        "persentase {value} % bukan persentase dari {index} {of}",
        "Hitung ulang persentase dari indeksnya: indeks dibagi nilai tertinggi, dikalikan 100.",
        "Persentase yang tercetak di samping indeks harus berasal dari indeks itu, sebelum atau sesudah dibulatkan.",
    ),
    Sentences(
        POINTS_NOT_OF_INDEX, "Poin bukan milik indeksnya",
        "poin {value} bukan poin dari {index} {of}",
        "Hitung ulang poin dari indeksnya: indeks dibagi nilai tertinggi, dikalikan poin komponennya.",
        "Poin komponen hasil dihitung dari indeks menurut PermenPANRB Nomor 90 Tahun 2021.",
    ),
    Sentences(
        COMPONENT_NOT_ITS_PARTS, "Komponen bukan jumlah bagiannya",
        "nilai komponen {name} {value} bukan jumlah bagian-bagiannya",
        "Jumlahkan lagi bagian-bagian komponen itu.",
        "Komponen hasil adalah jumlah poin survei dan poin capaian kinerja.",
    ),
    Sentences(
        COMBINED_IN_INDEX_ROW, "Indeks gabungan di baris indeks lain",
        "nilai {index} ditulis {value}, padahal itu indeks gabungan; di tempat lain {index} adalah {right}",
        "Ganti angka pada baris ini, beserta persentase dan poinnya, dengan angka {index}.",
        "Indeks gabungan adalah rata-rata beberapa indeks dan tidak boleh menggantikan salah satunya.",
    ),
    Sentences(
        TWO_VALUES, "Satu angka dengan beberapa nilai",
        "{what} ditulis dengan nilai yang berbeda untuk periode yang sama: {values:dan}",
        "Tentukan nilai yang benar dari rekap jawaban, lalu samakan di seluruh laporan.",
        "Satu angka hanya mempunyai satu nilai; yang boleh berbeda hanyalah banyaknya angka di belakang koma.",
    ),
    Sentences(
        REPORT_PASSWORD_PROTECTED, "Laporan terkunci sandi",
        "laporan ini terkunci dengan sandi",
        "Buka laporan dengan sandinya, simpan salinannya tanpa sandi, lalu audit salinan itu.",
        "Isi berkas yang terkunci sandi tidak dapat dibaca tanpa sandinya, dan sandi itu tidak diminta.",
    ),
    Sentences(
        REPORT_WITHOUT_TEXT, "PDF tanpa teks",
        "halaman-halaman PDF ini hanya berupa gambar; perlu PDF yang berisi teks",
        "Simpan laporan sebagai PDF langsung dari Word atau LibreOffice, atau audit berkas Word-nya; hasil pindaian "
        "tidak dapat dibaca.",
        "PDF hasil pindaian hanya memuat foto halaman. Huruf dan angkanya tidak ditebak, karena satu angka yang salah "
        "terbaca akan menjadi temuan yang keliru.",
    ),
    Sentences(
        REPORT_OLD_WORD, "Dokumen Word lama",
        "laporan ini dokumen Word lama (.doc)",
        "Buka laporan di Word atau LibreOffice, simpan sebagai .docx, lalu audit berkas baru itu.",
        "Yang dapat dibaca adalah dokumen Word sejak tahun 2007, yang berakhiran .docx.",
    ),
    Sentences(
        REPORT_DAMAGED, "Laporan rusak",
        "laporan ini rusak atau terpotong sehingga tidak dapat dibaca",
        "Salin atau unduh laporan itu sekali lagi; jika masih dapat dibuka di program asalnya, simpan ulang dari sana.",
        "Berkas yang terpotong saat disalin, atau yang isinya tidak menurut kaidah jenis berkasnya, tidak dibaca "
        "sebagian supaya tidak ada angka yang terlewat tanpa diketahui.",
    ),
    Sentences(
        REPORT_TOO_LARGE, "Laporan terlalu besar",
        "laporan ini terlalu besar: yang dapat dibaca paling banyak {bytes} MB, {pages} halaman PDF, {letters} huruf, dan {cells} sel",
        "Simpan bagian laporan yang memuat hasil survei sebagai berkas tersendiri, lalu audit berkas itu.",
        "Batas ini melindungi komputer dari berkas yang sengaja dibuat sangat besar bila dibuka.",
    ),
    Sentences(
        REPORT_OF_OTHER_KIND, "Bukan laporan yang dapat dibaca",
        "berkas ini bukan laporan yang dapat dibaca",
        "Audit laporan yang berupa Word (.docx), PDF berisi teks, Excel (.xlsx), .ods, .csv, HTML, Markdown, atau teks.",
        "Jenis berkas dikenali dari isinya, bukan dari namanya.",
    ),
    Sentences(
        REPORT_EMPTY, "Laporan kosong",
        "laporan ini tidak berisi teks maupun tabel",
        "Periksa apakah berkas yang disebut sudah benar dan sudah tersimpan.",
        "Tanpa teks tidak ada angka yang dapat diperiksa.",
    ),
    Sentences(
        STARS_NOT_ANSWERS, "Jumlah jawaban bukan n kali butir",
        "{what} {period}: seluruh jawaban berjumlah {answers}, padahal {respondents} responden x {items} butir = "
        "{expected}",
        "Cocokkan rekap jawaban dan jumlah responden periode itu; jelaskan jawaban yang kosong bila ada.",
        "Setiap responden memberi satu jawaban untuk setiap butir. Jumlah semua jawaban sama dengan jumlah "
        "responden dikalikan jumlah butir, dikurangi jawaban yang kosong.",
    ),
    Sentences(
        STARS_NOT_MEANS, "Rekap jawaban bukan milik nilai butir",
        "jumlah nilai jawaban {period} menurut rekap {what} adalah {sum}, padahal nilai butirnya dengan "
        "{respondents} responden berjumlah {expected}",
        "Tentukan mana yang berasal dari periode yang dilaporkan: rekap jawaban atau tabel nilai butir.",
        "Nilai butir dikalikan jumlah responden adalah jumlah nilai jawabannya. Jumlah itu harus sama dengan "
        "jumlah nilai jawaban pada rekap.",
    ),
    Sentences(
        TABLE_OF_OTHER_PERIOD, "Tabel yang cocok dengan periode lain",
        "tabel nilai butir {period} tidak cocok dengan datanya sendiri, tetapi cocok dengan {other}: {why}",
        "Ganti tabel itu dengan tabel dari rekap jawaban {period}.",
        "Tabel dari laporan sebelumnya sering tertinggal ketika laporan disalin. Tabel ini mungkin untuk jumlah "
        "responden periode lain, atau sama dengan tabel atau jumlah jawaban periode itu.",
    ),
    Sentences(
        BELOW_MINIMUM, "Responden kurang dari batas laporan sendiri",
        "{respondents} responden kurang dari {minimum} yang disebut laporan ini sebagai jumlah paling sedikit",
        "Jelaskan dalam laporan mengapa jumlah itu tidak tercapai dan apa akibatnya, atau perbaiki angka yang "
        "salah.",
        "Laporan menyebut jumlah responden paling sedikit, lalu memakai jumlah yang lebih kecil tanpa penjelasan.",
    ),
    Sentences(
        BELOW_MINIMUM_CENSUS, "Responden kurang dari batas, semua pengunjung menjawab",
        "{respondents} responden kurang dari {minimum} yang disebut laporan ini sebagai jumlah paling sedikit; "
        "semua {visitors} pengunjung menjawab",
        "Tulis dalam laporan bahwa survei ini sensus, sehingga jumlah paling sedikit tidak dapat dan tidak perlu "
        "tercapai.",
        "Bila semua pengunjung menjawab, tidak ada lagi yang dapat ditanya. Laporan perlu mengatakannya, sebab "
        "tanpa penjelasan batas yang disebutnya sendiri tidak terpenuhi.",
    ),
    Sentences(
        RESPONDENTS_ABOVE_VISITORS, "Responden melebihi pengunjung",
        "{respondents} responden melebihi {visitors} pengunjung pada {period}",
        "Periksa kedua angka itu; responden adalah bagian dari pengunjung periode yang sama.",
        "Responden survei adalah pengguna layanan. Jumlahnya tidak dapat melebihi jumlah pengguna layanan, kecuali "
        "sebagian menjawab lebih dari sekali.",
    ),
    Sentences(
        RATE_NOT_OF_COUNTS, "Tingkat respons bukan milik jumlahnya",
        "tingkat respons {value} % bukan {respondents} responden dibagi {visitors} pengunjung",
        "Hitung ulang tingkat respons: responden dibagi pengunjung, dikalikan 100.",
        "Tingkat respons adalah jumlah responden dibagi jumlah pengunjung.",
    ),
    Sentences(
        SIZE_NOT_OF_RULE, "Ukuran sampel bukan dari rumusnya",
        "ukuran sampel {value} bukan hasil {rule} untuk populasi {population}",
        "Hitung ulang ukuran sampel dengan rumus dan populasi yang disebut laporan.",
        "Rumus Krejcie dan Morgan dan rumus Slovin memberi satu ukuran untuk setiap populasi (dan e). Pembulatan "
        "ke atas dan ke bawah serta baris tabel terdekat diterima.",
    ),
    Sentences(
        ANSWERS_AS_RESPONDENTS, "Jawaban disebut responden",
        "angka yang disebut responden adalah jumlah jawaban: {why}",
        "Tulis jawaban, bukan responden, pada kalimat atau tabel itu.",
        "Seorang responden menjawab banyak butir. Jumlah bintang atau jumlah jawaban karena itu bukan jumlah orang.",
    ),
)  # fmt: skip
SENTENCES: Final = {
    NEAREST_MEANS: "nilai terdekat yang mungkin: {values}",
    WOULD_BE: "yang mungkin: {values}",
    POSSIBLE_FOR: "semua nilai itu mungkin bila jumlah jawabannya {counts:atau}",
}
