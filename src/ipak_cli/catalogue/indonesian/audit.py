"""A1xx: what an audit finds in a finished report."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.audit import (
    COMBINED_IN_INDEX_ROW,
    COMPONENT_NOT_ITS_PARTS,
    INDEX_NOT_ITS_ITEMS,
    MEANS_IMPOSSIBLE,
    NEAREST_MEANS,
    PERCENT_IMPOSSIBLE,
    PERCENT_NOT_OF_INDEX,
    POINTS_NOT_OF_INDEX,
    POSSIBLE_FOR,
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
        "{index} {value} bukan rata-rata dari {items} nilai butirnya dalam laporan ini",
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
)  # fmt: skip
SENTENCES: Final = {
    NEAREST_MEANS: "nilai terdekat yang mungkin: {values}",
    WOULD_BE: "yang mungkin: {values}",
    POSSIBLE_FOR: "semua nilai itu mungkin bila jumlah jawabannya {counts:atau}",
}
