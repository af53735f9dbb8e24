"""R640 and up: the content of a rubric that is well formed."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry, Severity

CONTENT: Final[tuple[Entry, ...]] = (
    Entry(
        "R640", Severity.ERROR, "Jumlah bobot bukan 1",
        "jumlah bobot butir indeks {index} adalah {total}, bukan 1",
        "Perbaiki bobotnya; untuk bobot setara hapus semua weight atau tulis pecahan seperti 1/9.",
        "Indeks adalah rata-rata tertimbang, sehingga bobotnya harus berjumlah tepat 1. Pembulatan seperti "
        "0.11 untuk sembilan butir menghasilkan 0.99, dan unit yang sempurna hanya mendapat 99.",
    ),
    Entry(
        "R641", Severity.ERROR, "Hanya sebagian butir berbobot",
        "butir {item} tidak berbobot, padahal butir lain di indeks {index} berbobot",
        "Beri bobot pada semua butir indeks ini, atau hapus semuanya.",
        "Bila tidak ada bobot, semua butir setara. Bobot pada sebagian butir tidak dapat ditafsirkan.",
    ),
    Entry(
        "R642", Severity.ERROR, "Bobot tidak positif",
        "bobot butir {item} adalah {weight}",
        "Beri bobot lebih dari nol, atau hapus butirnya.",
        "Butir dengan bobot nol atau negatif tidak ikut membentuk indeks sebagaimana mestinya.",
    ),
    Entry(
        "R643", Severity.ERROR, "Skala terbalik",
        "nilai tertinggi {highest} tidak lebih besar dari nilai terendah {lowest}",
        "Perbaiki lowest dan highest.",
        "Skala jawaban memerlukan paling sedikit dua nilai. Arah baik dan buruk dinyatakan per butir "
        "dengan polarity.",
    ),
    Entry(
        "R644", Severity.ERROR, "Kata untuk nilai di luar skala",
        "nilai {value} tidak ada pada skala {lowest} sampai {highest}",
        "Perbaiki nilainya, atau ubah skalanya.",
        "Setiap kata jawaban harus berarti salah satu nilai pada skala.",
    ),
    Entry(
        "R645", Severity.ERROR, "Satu kata untuk dua nilai",
        "kata “{word}” berarti {value}, padahal sudah berarti {other} bagi butir yang sama",
        "Hapus kata itu dari salah satu nilai; kata yang mendua lebih baik tidak dicantumkan.",
        "Sebuah butir memakai kata pada skala dan kata miliknya sendiri. Bila satu kata berarti dua nilai, "
        "jawaban tidak dapat dibaca. Huruf besar dan tanda baca di antara huruf diabaikan, jadi A dan A+ sama.",
    ),
    Entry(
        "R646", Severity.ERROR, "Kata berupa angka lain",
        "kata “{word}” adalah angka, tetapi dinyatakan berarti {value}",
        "Hapus kata itu; angka dibaca sebagai nilainya sendiri.",
        "Jawaban berupa angka, juga 3,0 atau 3.5, selalu berarti angka itu. Untuk arah yang terbalik pakai polarity: negative.",
    ),
    Entry(
        "R647", Severity.ERROR, "Nilai berlabel dua kali",
        "nilai {value} sudah mempunyai daftar kata",
        "Gabungkan kedua daftar, atau perbaiki nilainya.",
        "Biasanya ini salah salin: kata untuk satu nilai tercatat pada nilai yang lain.",
    ),
    Entry(
        "R650", Severity.ERROR, "Nama dipakai dua kali",
        "“{name}” sudah dipakai di baris {line} untuk hal lain",
        "Beri nama yang berbeda, atau hapus salah satunya.",
        "Kode, kalimat, judul kolom dan nama lain harus menunjuk satu hal saja; jika tidak, kolom atau "
        "rujukan menjadi mendua. Huruf besar dan tanda baca diabaikan.",
    ),
    Entry(
        "R652", Severity.ERROR, "Rujukan tidak ada",
        "{key} merujuk {code}, yang tidak ada di rubrik ini",
        "Pakai salah satu dari: {known}.",
        "Indeks gabungan, komponen, syarat predikat dan swapped merujuk kode yang harus ada di rubrik yang sama, "
        "dengan huruf besar dan kecil yang sama. Begitu pula prinsip sebuah indikator, dan fakta di dalam "
        "aturannya, yang harus ada pada indikator itu sendiri.",
    ),
    Entry(
        "R653", Severity.ERROR, "Kode disebut dua kali",
        "{code} disebut dua kali pada {key}",
        "Hapus salah satunya.",
        "Indeks gabungan adalah rata-rata setiap indeks yang disebut, masing-masing sekali. Begitu pula kode "
        "yang tertukar pada sebagian kuesioner (swapped) disebut sekali saja.",
    ),
    Entry(
        "R660", Severity.ERROR, "Poin komponen tidak cocok",
        "komponen {component} bernilai {points}, tetapi bagian-bagiannya berjumlah {total}",
        "Samakan poin komponen dengan jumlah poin bagiannya.",
        "Nilai komponen Zona Integritas adalah jumlah bagiannya, misalnya 22.5 dari 17.5 dan 5.",
    ),
    Entry(
        "R661", Severity.ERROR, "Poin pilihan di luar batas",
        "pilihan {grade} bernilai {points}, padahal batasnya 0 sampai {most}",
        "Perbaiki poin pilihan itu.",
        "Poin sebuah pilihan tidak boleh kurang dari nol atau melebihi poin bagiannya.",
    ),
    Entry(
        "R662", Severity.ERROR, "Poin penuh tidak tercapai",
        "bagian {part} bernilai {points}, tetapi pilihan terbaik hanya {best}",
        "Samakan poin bagian dengan poin pilihan terbaik.",
        "Pilihan terbaik harus memperoleh seluruh poin bagiannya.",
    ),
    Entry(
        "R663", Severity.ERROR, "Syarat tidak mungkin dipenuhi",
        "syarat “{name}” meminta {minimum}, padahal {of} paling tinggi {most}",
        "Perbaiki batas minimum atau rujukannya.",
        "Syarat predikat tidak boleh melebihi poin tertinggi komponen atau bagian yang dirujuknya.",
    ),
    Entry(
        "R664", Severity.ERROR, "Kategori bertumpang tindih",
        "kategori {band} mulai dari {minimum}, padahal seharusnya di bawah {above}",
        "Urutkan kategori dari yang terbaik, dengan batas bawah yang makin kecil dan paling tinggi 100.",
        "Setiap kategori berlaku dari batas bawahnya sampai tepat di bawah kategori sebelumnya. Batas yang "
        "sama, terbalik atau lebih dari 100 membuat kategori bertumpang tindih atau tidak pernah tercapai.",
    ),
    Entry(
        "R665", Severity.ERROR, "Kategori tidak mencakup nilai terendah",
        "kategori terakhir {band} mulai dari {minimum}, padahal nilai dapat serendah {lowest}",
        "Turunkan batas bawah kategori terakhir.",
        "Bila semua jawaban terendah, nilai konversi tetap harus masuk sebuah kategori.",
    ),
    Entry(
        "R667", Severity.ERROR, "Target di luar skala",
        "target {target} di luar skala {lowest} sampai {highest}",
        "Tulis target sebagai rata-rata pada skala jawaban, misalnya 4.",
        "Target dibandingkan dengan rata-rata butir, bukan dengan persen.",
    ),
    Entry(
        "R668", Severity.ERROR, "Poin bagian tidak positif",
        "poin bagian {part} adalah {points}",
        "Beri poin lebih dari nol.",
        "Bagian tanpa poin tidak menyumbang apa pun pada komponennya.",
    ),
)  # fmt: skip
