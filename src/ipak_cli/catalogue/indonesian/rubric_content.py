"""R640 and up: the content of a rubric that is well formed."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.indonesian.entry import Sentences
from ipak_cli.catalogue.rubrics import (
    BANDS_MISS_LOWEST,
    BANDS_OVERLAP,
    CODE_NAMED_TWICE,
    COMPONENT_POINTS_MISMATCH,
    CONDITION_IMPOSSIBLE,
    FULL_POINTS_UNREACHABLE,
    GRADE_POINTS_OUT_OF_RANGE,
    ITEM_WEIGHT_NOT_POSITIVE,
    LABEL_OUTSIDE_SCALE,
    NAME_USED_TWICE,
    PART_POINTS_NOT_POSITIVE,
    REFERENCE_UNKNOWN,
    SCALE_REVERSED,
    SOME_ITEMS_WITHOUT_WEIGHT,
    TARGET_OUTSIDE_SCALE,
    VALUE_LABELLED_TWICE,
    WEIGHTS_NOT_ONE,
    WORD_FOR_TWO_VALUES,
    WORD_IS_OTHER_NUMBER,
)

CONTENT: Final[tuple[Sentences, ...]] = (
    Sentences(
        WEIGHTS_NOT_ONE, "Jumlah bobot bukan 1",
        "jumlah bobot butir indeks {index} adalah {total}, bukan 1",
        "Perbaiki bobotnya; untuk bobot setara hapus semua weight atau tulis pecahan seperti 1/9.",
        "Indeks adalah rata-rata tertimbang, sehingga bobotnya harus berjumlah tepat 1. Pembulatan seperti "
        "0.11 untuk sembilan butir menghasilkan 0.99, dan unit yang sempurna hanya mendapat 99.",
    ),
    Sentences(
        SOME_ITEMS_WITHOUT_WEIGHT, "Hanya sebagian butir berbobot",
        "butir {item} tidak berbobot, padahal butir lain di indeks {index} berbobot",
        "Beri bobot pada semua butir indeks ini, atau hapus semuanya.",
        "Bila tidak ada bobot, semua butir setara. Bobot pada sebagian butir tidak dapat ditafsirkan.",
    ),
    Sentences(
        ITEM_WEIGHT_NOT_POSITIVE, "Bobot tidak positif",
        "bobot butir {item} adalah {weight}",
        "Beri bobot lebih dari nol, atau hapus butirnya.",
        "Butir dengan bobot nol atau negatif tidak ikut membentuk indeks sebagaimana mestinya.",
    ),
    Sentences(
        SCALE_REVERSED, "Skala terbalik",
        "nilai tertinggi {highest} tidak lebih besar dari nilai terendah {lowest}",
        "Perbaiki lowest dan highest.",
        "Skala jawaban memerlukan paling sedikit dua nilai. Arah baik dan buruk dinyatakan per butir "
        "dengan polarity.",
    ),
    Sentences(
        LABEL_OUTSIDE_SCALE, "Kata untuk nilai di luar skala",
        "nilai {value} tidak ada pada skala {lowest} sampai {highest}",
        "Perbaiki nilainya, atau ubah skalanya.",
        "Setiap kata jawaban harus berarti salah satu nilai pada skala.",
    ),
    Sentences(
        WORD_FOR_TWO_VALUES, "Satu kata untuk dua nilai",
        "kata “{word}” berarti {value}, padahal sudah berarti {other} bagi butir yang sama",
        "Hapus kata itu dari salah satu nilai; kata yang mendua lebih baik tidak dicantumkan.",
        "Sebuah butir memakai kata pada skala dan kata miliknya sendiri. Bila satu kata berarti dua nilai, "
        "jawaban tidak dapat dibaca. Huruf besar dan tanda baca di antara huruf diabaikan, jadi A dan A+ sama.",
    ),
    Sentences(
        WORD_IS_OTHER_NUMBER, "Kata berupa angka lain",
        "kata “{word}” adalah angka, tetapi dinyatakan berarti {value}",
        "Hapus kata itu; angka dibaca sebagai nilainya sendiri.",
        "Jawaban berupa angka, juga 3,0 atau 3.5, selalu berarti angka itu. Untuk arah yang terbalik pakai polarity: negative.",
    ),
    Sentences(
        VALUE_LABELLED_TWICE, "Nilai berlabel dua kali",
        "nilai {value} sudah mempunyai daftar kata",
        "Gabungkan kedua daftar, atau perbaiki nilainya.",
        "Biasanya ini salah salin: kata untuk satu nilai tercatat pada nilai yang lain.",
    ),
    Sentences(
        NAME_USED_TWICE, "Nama dipakai dua kali",
        "“{name}” sudah dipakai di baris {line} untuk hal lain",
        "Beri nama yang berbeda, atau hapus salah satunya.",
        "Kode, kalimat, judul kolom dan nama lain harus menunjuk satu hal saja; jika tidak, kolom atau "
        "rujukan menjadi mendua. Huruf besar dan tanda baca diabaikan.",
    ),
    Sentences(
        REFERENCE_UNKNOWN, "Rujukan tidak ada",
        "{key} merujuk {code}, yang tidak ada di rubrik ini",
        "Pakai salah satu dari: {known}.",
        "Indeks gabungan, komponen, syarat predikat dan swapped merujuk kode yang harus ada di rubrik yang sama, "
        "dengan huruf besar dan kecil yang sama. Begitu pula prinsip sebuah indikator, dan fakta di dalam "
        "aturannya, yang harus ada pada indikator itu sendiri.",
    ),
    Sentences(
        CODE_NAMED_TWICE, "Kode disebut dua kali",
        "{code} disebut dua kali pada {key}",
        "Hapus salah satunya.",
        "Indeks gabungan adalah rata-rata setiap indeks yang disebut, masing-masing sekali. Begitu pula kode "
        "yang tertukar pada sebagian kuesioner (swapped) disebut sekali saja.",
    ),
    Sentences(
        COMPONENT_POINTS_MISMATCH, "Poin komponen tidak cocok",
        "komponen {component} bernilai {points}, tetapi bagian-bagiannya berjumlah {total}",
        "Samakan poin komponen dengan jumlah poin bagiannya.",
        "Nilai komponen Zona Integritas adalah jumlah bagiannya, misalnya 22.5 dari 17.5 dan 5.",
    ),
    Sentences(
        GRADE_POINTS_OUT_OF_RANGE, "Poin pilihan di luar batas",
        "pilihan {grade} bernilai {points}, padahal batasnya 0 sampai {most}",
        "Perbaiki poin pilihan itu.",
        "Poin sebuah pilihan tidak boleh kurang dari nol atau melebihi poin bagiannya.",
    ),
    Sentences(
        FULL_POINTS_UNREACHABLE, "Poin penuh tidak tercapai",
        "bagian {part} bernilai {points}, tetapi pilihan terbaik hanya {best}",
        "Samakan poin bagian dengan poin pilihan terbaik.",
        "Pilihan terbaik harus memperoleh seluruh poin bagiannya.",
    ),
    Sentences(
        CONDITION_IMPOSSIBLE, "Syarat tidak mungkin dipenuhi",
        "syarat “{name}” meminta {minimum}, padahal {of} paling tinggi {most}",
        "Perbaiki batas minimum atau rujukannya.",
        "Syarat predikat tidak boleh melebihi poin tertinggi komponen atau bagian yang dirujuknya.",
    ),
    Sentences(
        BANDS_OVERLAP, "Kategori bertumpang tindih",
        "kategori {band} mulai dari {minimum}, padahal seharusnya di bawah {above}",
        "Urutkan kategori dari yang terbaik, dengan batas bawah yang makin kecil dan paling tinggi 100.",
        "Setiap kategori berlaku dari batas bawahnya sampai tepat di bawah kategori sebelumnya. Batas yang "
        "sama, terbalik atau lebih dari 100 membuat kategori bertumpang tindih atau tidak pernah tercapai.",
    ),
    Sentences(
        BANDS_MISS_LOWEST, "Kategori tidak mencakup nilai terendah",
        "kategori terakhir {band} mulai dari {minimum}, padahal nilai dapat serendah {lowest}",
        "Turunkan batas bawah kategori terakhir.",
        "Bila semua jawaban terendah, nilai konversi tetap harus masuk sebuah kategori.",
    ),
    Sentences(
        TARGET_OUTSIDE_SCALE, "Target di luar skala",
        "target {target} di luar skala {lowest} sampai {highest}",
        "Tulis target sebagai rata-rata pada skala jawaban, misalnya 4.",
        "Target dibandingkan dengan rata-rata butir, bukan dengan persen.",
    ),
    Sentences(
        PART_POINTS_NOT_POSITIVE, "Poin bagian tidak positif",
        "poin bagian {part} adalah {points}",
        "Beri poin lebih dari nol.",
        "Bagian tanpa poin tidak menyumbang apa pun pada komponennya.",
    ),
)  # fmt: skip
