"""What is said of the filled form of a recap."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue import recap_forms as p

ENTRIES: Final = (
    Sentences(
        p.FORM_HEAD_TWICE,
        "Judul kolom formulir tertulis dua kali",
        "judul “{head}” tertulis dua kali, di {first} dan di {second}",
        "Betulkan judul yang keliru seperti di formulir asli; isi kolomnya tidak perlu diubah.",
        "Judul menentukan arti kolomnya. Dua kolom dengan judul yang sama tidak dapat dibedakan, dan mana yang dimaksud tidak ditebak.",
    ),
    Sentences(
        p.FORM_HEAD_MISSING,
        "Judul kolom formulir tidak ada",
        "judul “{head}” tidak ada di baris judul ini",
        "Tulis kembali judul itu di atas kolomnya, seperti di formulir asli; kode dan angka di bawahnya tidak perlu diubah.",
        "Kolom tanpa judulnya tidak dibaca, sehingga cacah semua butir kurang satu jawaban.",
    ),
    Sentences(
        p.FORM_SENTENCE_OF_NO_ITEM,
        "Kalimat tidak cocok dengan kode",
        "kalimat ini tidak mirip kalimat butir {code}, padahal kode di {cell} adalah {code}",
        "Bila angkanya memang milik butir {code}, kembalikan kalimatnya seperti di formulir asli; bila milik pertanyaan lain, pindahkan "
        "ke baris butirnya, atau sebut rubrik yang sesuai dengan --rubric.",
        "Angka di baris itu mungkin jawaban atas pertanyaan lain. Mana yang benar, kode atau kalimatnya, tidak ditebak.",
    ),
    Sentences(
        p.FORM_CODE_TWICE,
        "Kode butir tertulis dua kali",
        "kode {code} tertulis dua kali, di {first} dan di {second}",
        "Tulis di kedua sel itu kode yang sesuai dengan kalimat di sampingnya, seperti di formulir asli; hapus baris yang hanya salinan.",
        "Setiap butir mempunyai satu baris. Mana dari dua baris yang benar tidak ditebak.",
    ),
    Sentences(
        p.FORM_CODE_LACKS,
        "Kode butir tidak ada di selnya",
        "sel ini seharusnya berisi kode {code}, karena kalimat di {cell} adalah kalimat butir {code}",
        "Bila sel ini digabung dengan sel lain, batalkan penggabungannya; lalu tulis {code} di sini bila angkanya memang milik butir itu.",
        "Baris formulir dikenali dari kodenya. Excel menyimpan isi sel gabungan hanya di sel pertamanya.",
    ),
    Sentences(
        p.FORM_SHAPES_MIXED,
        "Bentuk rekap dicampur",
        "{what} hanya ada pada butir {first:dan}, sedangkan butir {second:dan} berisi {other}",
        "Isi bentuk yang sama pada semua butir. Bila cacahnya ada, isi cacah semua butir; bila tidak, isi Jumlah jawaban dan Jumlah nilai, "
        "atau Jumlah jawaban dan Rata-rata, pada semua butir.",
        "Satu rekap mempunyai satu bentuk, sebab bentuknya menentukan apa yang dapat dihitung. Cacah sebagian butir saja akan hilang "
        "dari laporan.",
    ),
)
SENTENCES: Final = MappingProxyType(
    {
        p.IS_NEGATIVE: ", karena negatif",
        p.IS_TOO_LARGE: ", karena terlalu besar",
        p.IS_PERCENTAGE: ", karena berupa persentase: tulis banyaknya",
        p.AT_LEAST_ONE: ": paling sedikit 1",
        p.OR_NONE: "; tulis 0 bila memang tidak ada yang menjawab begitu",
        p.FORM_COUNTS: "cacah tiap jawaban",
        p.FORM_SUMS: "jumlah nilai",
        p.FORM_MEANS: "rata-rata",
    }
)
