"""What is said of the figures of a recap as somebody types them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue import typed_recap as p

ENTRIES: Final = (
    Sentences(
        p.TYPED_VALUE_UNREADABLE,
        "Isian tidak terbaca",
        "“{given}” untuk {what} tidak dapat dipakai",
        "Tulis {wanted}.",
        "Isian yang dapat berarti dua hal tidak ditebak.",
    ),
    Sentences(
        p.TYPED_SUM_IMPOSSIBLE,
        "Jumlah nilai tidak mungkin",
        "jumlah nilai {sum} untuk {what} tidak mungkin dari {n} jawaban: paling kecil {lowest}, paling besar {highest}",
        "Periksa jumlah nilai dan jumlah jawabannya pada rekap asli.",
        "Setiap jawaban bernilai di dalam skala, jadi jumlahnya mempunyai batas bawah dan atas.",
    ),
    Sentences(
        p.TYPED_MEAN_IMPOSSIBLE,
        "Rata-rata tidak mungkin",
        "rata-rata {mean} untuk {what} tidak mungkin dari {n} jawaban; yang terdekat {nearest:atau}",
        "Periksa rata-rata dan jumlah jawabannya pada rekap asli. Ketik rata-rata seperti tercetak, juga angka nol di "
        "belakang koma.",
        "Jawaban adalah bilangan bulat, jadi rata-rata dari sejumlah jawaban hanya dapat bernilai tertentu.",
    ),
    Sentences(
        p.MORE_TYPED_THAN_RESPONDENTS,
        "Jawaban lebih banyak daripada responden",
        "{what} mempunyai {answers} jawaban, padahal paling banyak {most} dari {respondents} responden",
        "Periksa jumlah responden dan jumlah jawabannya pada rekap asli.",
        "Seorang responden menjawab sebuah butir paling banyak satu kali.",
    ),
    Sentences(
        p.TYPED_FOR_UNKNOWN_CODE,
        "Kode tidak dikenal",
        "“{given}” pada {option} tidak menyebut butir atau indeks yang ada",
        "Tulis {example}. Yang ada: {known:,…}.",
        "Setiap isian rekap menyebut butir atau indeksnya sebelum tanda sama dengan.",
    ),
    Sentences(
        p.TYPED_TWICE,
        "Disebut dua kali",
        "{what} disebut dua kali",
        "Sebutkan satu kali saja.",
        "Mana dari dua isian yang benar tidak ditebak.",
    ),
    Sentences(
        p.TYPED_SHAPES_MIXED,
        "Bentuk rekap dicampur",
        "{options:dan} tidak dapat dipakai bersama",
        "Pakai satu bentuk untuk semua butir: --counts, --sum, --mean, atau --stars. Bila rekapnya memuat beberapa, pakai yang "
        "pertama dari urutan itu.",
        "Satu rekap mempunyai satu bentuk, sebab bentuknya menentukan apa yang dapat dihitung.",
    ),
    Sentences(
        p.RECAP_NOT_FULLY_TYPED,
        "Isian rekap belum lengkap",
        "belum disebutkan: {missing:,…}",
        "Tambahkan pilihan itu, atau jalankan di terminal tanpa --yes supaya ditanyakan. Rekap yang panjang lebih mudah diisi "
        "di formulir: `ipak template --recap OUT.xlsx`.",
        "Butir yang tidak diisi tidak dianggap nol.",
    ),
)
SENTENCES: Final = MappingProxyType(
    {
        p.A_PERIOD: "sebuah periode, misalnya IV-2024, II-2024S (semester), 2024 atau 2024-10",
        p.A_WHOLE_NUMBER: "satu bilangan bulat, misalnya 41",
        p.SO_MANY_COUNTS: (
            "{count} bilangan bulat dengan koma di antaranya, yaitu banyaknya jawaban {lowest} sampai {highest}, misalnya "
            "{example}; nol ikut ditulis"
        ),
        p.A_MEAN: "rata-rata seperti tercetak, dari {lowest} sampai {highest}, misalnya 3,95",
        p.A_SHAPE: "satu nomor, 1 sampai 4",
        p.THE_PERIOD: "periode",
        p.THE_RESPONDENTS: "jumlah responden",
        p.THE_SHAPE: "bentuk rekap",
        p.ALL_ITEMS: "semua butir",
        p.EACH_ITEM: "setiap butir",
        p.ONE_OF_OPTIONS: "salah satu dari {options:atau}",
        p.OPTION_AND_ITEMS: "{option} untuk {items:,…}",
    }
)
