"""G46x: the heads and words of an office's own form, as ``ipak.yaml`` names them."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.workspace import (
    COLUMN_CODE_UNKNOWN,
    HEAD_FOR_TWO_CODES,
    MEAN_OF_NO_ITEM,
    OWN_FORM_OF_OTHER_RUBRIC,
    OWN_WORD_FOR_TWO_VALUES,
    OWN_WORD_IS_OTHER_NUMBER,
    OWN_WORD_OF_ONE_ITEM,
    VALUE_NOT_ON_SCALE,
)

ENTRIES: Final = (
    Sentences(
        COLUMN_CODE_UNKNOWN,
        "Kode kolom tidak dikenal",
        "columns menyebut {code}, yang bukan butir atau kelompok rubrik {rubric}",
        "{advice} Perbaiki kodenya, atau hapus bagian itu.",
        "Di bawah columns tertulis kode butir, kode kelompok responden, atau time (waktu pengisian), suggestion (saran), "
        "identity (nama atau surel) dan ignore (tidak dipakai). Di belakangnya judul kolom pada formulir.",
    ),
    Sentences(
        HEAD_FOR_TWO_CODES,
        "Satu judul untuk dua hal",
        "judul “{head}” ditulis untuk {code}, padahal di baris {line} sudah untuk {other}",
        "Hapus judul itu dari yang bukan miliknya.",
        "Satu kolom hanya dapat berarti satu hal. Huruf besar, tanda baca dan spasi tidak membedakan judul.",
    ),
    Sentences(
        MEAN_OF_NO_ITEM,
        "Rata-rata hanya untuk butir",
        "{code} bukan butir, jadi tidak dapat menjadi rata-rata (mean) beberapa kolom",
        "Tulis judul kolomnya saja.",
        "Hanya jawaban berupa angka yang dapat dirata-ratakan: butir rubrik. Waktu, saran dan kelompok responden dibaca "
        "dari satu kolom.",
    ),
    Sentences(
        VALUE_NOT_ON_SCALE,
        "Nilai jawaban di luar skala",
        "answers menyebut “{value}”, padahal skala rubrik {lowest} sampai {highest}",
        "Tulis angkanya di depan dan katanya di belakang, misalnya {highest}: [Sangat Baik]; kunci lain hanya missing dan "
        "items.",
        "Di bawah answers tertulis nilai pada skala, missing (kata yang berarti tidak menjawab) dan items (kata untuk "
        "satu butir). Nilai lain tidak ada artinya dalam rubrik ini.",
    ),
    Sentences(
        OWN_WORD_FOR_TWO_VALUES,
        "Satu kata untuk dua nilai",
        "kata “{word}” ditulis untuk {value}, padahal sudah untuk {other}",
        "Hapus kata itu dari yang bukan artinya.",
        "Satu jawaban hanya dapat berarti satu nilai, atau tidak menjawab (missing). Huruf besar dan spasi tidak "
        "membedakan kata.",
    ),
    Sentences(
        OWN_WORD_IS_OTHER_NUMBER,
        "Angka yang berarti nilai lain",
        "“{word}” adalah angka, tetapi ditulis untuk {value}",
        "Hapus angka itu; angka pada skala sudah terbaca sendiri.",
        "Angka di dalam sel selalu berarti dirinya. Bila formulir memakai angka terbalik, balikkan angkanya di berkas, "
        "atau buat rubrik dengan polarity: negative. Angka di luar skala, misalnya 9, boleh menjadi missing.",
    ),
    Sentences(
        OWN_WORD_OF_ONE_ITEM,
        "Kata yang pada satu butir berarti lain",
        "kata “{word}” ditulis untuk {value}, tetapi pada butir {item} rubrik mengartikannya {other}",
        "Tulis artinya untuk butir itu juga, di bawah answers: items: {item}.",
        "Kata pada answers berlaku untuk semua butir, sedangkan rubrik mempunyai arti sendiri untuk kata itu pada satu "
        "butir. Mana yang benar pada formulir ini tidak ditebak.",
    ),
    Sentences(
        OWN_FORM_OF_OTHER_RUBRIC,
        "columns dan answers tidak dipakai",
        "columns dan answers di ipak.yaml adalah untuk rubrik {named}, jadi tidak dipakai untuk rubrik {used}",
        "Bila formulirnya sama, sebut rubrik {used} di ipak.yaml pada rubrics: survey.",
        "Kode butir tiap rubrik berlainan. Yang tertulis di ipak.yaml berlaku untuk rubrik yang disebut di sana, bukan "
        "untuk rubrik lain yang diminta dengan --rubric.",
    ),
)
