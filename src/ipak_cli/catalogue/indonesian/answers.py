"""J3xx: answers."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.survey import (
    ANSWER_EMPTY,
    ANSWER_IS_EXCEL_ERROR,
    ANSWER_NOT_GIVEN,
    DATE_AS_ANSWER,
    FORMULA_WITHOUT_VALUE,
    LOWEST_WORD_DOUBTFUL,
    MEAN_OF_SOME_COLUMNS,
    MORE_IN_SAME_COLUMN,
    NUMBER_CONTRADICTS_WORD,
    OUTSIDE_SCALE,
    PERCENT_AS_ANSWER,
    PLACEHOLDER_AS_ANSWER,
    SEVERAL_NUMBERS,
    STARS_OF_OTHER_SCALE,
    SUGGESTION_UNREADABLE,
    TOO_MANY_TO_LIST,
    TRUE_OR_FALSE_AS_ANSWER,
    UNUSUAL_DIGITS,
    WORD_OF_OTHER_SCALE,
    WORD_TURNED_BY_OTHER_FORM,
    WORD_UNKNOWN,
)

_FIX: Final = (
    "Perbaiki dari formulir asal. Bila jawabannya memang tidak dapat diketahui lagi, --lenient tidak menghitungnya, "
    "dan hasilnya menyebutkan itu."
)
_OTHER_SCALE: Final = (
    "Perbaiki dari formulir asal; bila skala formulirnya memang lain, pakai rubrik dengan skala itu, atau buat dengan "
    "`ipak rubric new` dari berkas ini. Dengan --lenient jawaban itu hilang dari nilai."
)
ENTRIES: Final = (
    Sentences(
        OUTSIDE_SCALE,
        "Jawaban di luar skala",
        "{value} bukan jawaban yang mungkin: bilangan bulat {lowest} sampai {highest}",
        _OTHER_SCALE,
        "Jawaban harus bilangan bulat pada skala rubrik. Angka pecahan, angka negatif, dan angka di "
        "bawah atau di atas skala tidak dibulatkan dan tidak diganti.",
    ),
    Sentences(
        WORD_UNKNOWN,
        "Kata yang tidak dikenal",
        "“{value}” tidak dikenal sebagai jawaban butir {item}; yang dikenal: {known}",
        "Perbaiki bila salah ketik; bila memang pilihan di formulir, jalankan `ipak rubric new` dengan berkas ini, yang "
        "menanyakan nilainya, atau sebut nilainya pada answers di ipak.yaml. Dengan --lenient jawaban itu hilang dari nilai.",
        "Rubrik menyebut kata-kata yang berarti 1 sampai 4, misalnya Sangat Setuju. Kata lain tidak ditebak artinya. "
        "Bila kata yang terburuk atau terbaik tidak ikut dihitung, nilainya bergeser. Tulisan di satu sel saja yang "
        "bukan kata jawaban pada umumnya tidak ditampilkan, sebab dapat berupa nama.",
    ),
    Sentences(
        TRUE_OR_FALSE_AS_ANSWER,
        "Nilai BENAR atau SALAH",
        "sel berisi {value}, bukan jawaban",
        "Bila ini pilihan jawaban di formulir, nyatakan nilainya pada labels di rubrik, misalnya Benar; bila bukan, "
        "perbaiki dari formulir asal.",
        "Nilai logika TRUE/FALSE bukan angka 1 atau 0. Nilai itu dibaca hanya bila rubrik menyatakan kata Benar atau "
        "Salah, sebab Excel mengubah kata itu sendiri.",
    ),
    Sentences(
        DATE_AS_ANSWER,
        "Tanggal di tempat jawaban",
        "sel berisi tanggal atau jam, bukan jawaban",
        "Ketik ulang jawabannya sebagai angka; Excel sering mengubah isian seperti 3-4 menjadi tanggal.",
        "Isian yang mirip tanggal diubah sendiri oleh Excel, sehingga jawaban aslinya hilang.",
    ),
    Sentences(
        PERCENT_AS_ANSWER,
        "Persen di tempat jawaban",
        "sel berisi persen, bukan jawaban",
        "Ubah format selnya menjadi angka biasa dan ketik ulang jawabannya.",
        "Sel berformat persen menyimpan 4 sebagai 400 %, atau 100 % sebagai 1. Nilainya tidak pasti.",
    ),
    Sentences(
        ANSWER_IS_EXCEL_ERROR,
        "Sel berisi galat Excel",
        "sel menampilkan {value}",
        "Buka berkas di Excel, perbaiki rumus atau ketik nilainya, lalu simpan.",
        "Galat seperti #REF! atau #N/A berarti rumus kehilangan rujukannya. Nilainya tidak ada.",
    ),
    Sentences(
        FORMULA_WITHOUT_VALUE,
        "Rumus tanpa nilai",
        "sel berisi rumus yang belum pernah dihitung",
        "Buka berkas di Excel, tunggu sampai selesai menghitung, lalu simpan.",
        "Berkas dibuat program yang menulis rumus tanpa hasilnya. Excel mengisinya saat berkas dibuka dan disimpan.",
    ),
    Sentences(
        PLACEHOLDER_AS_ANSWER,
        "Tanda pengganti jawaban",
        "“{value}” bukan jawaban dan bukan sel kosong",
        "Bila ini pilihan jawaban di formulir, sebut nilainya pada answers di ipak.yaml. Bila berarti tidak dijawab, "
        "sebut pada answers: missing; hasilnya menyebut berapa jawaban yang tidak diberikan.",
        "Tanda seperti - atau N/A dapat berarti tidak menjawab atau tidak berlaku. Artinya tidak ditebak.",
    ),
    Sentences(
        NUMBER_CONTRADICTS_WORD,
        "Angka dan kata bertentangan",
        "“{value}” menyebut angka {number}, tetapi katanya berarti {meant}",
        "Perbaiki dari formulir asal; bila formulirnya memang menomori pilihannya begitu, jalankan `ipak rubric new` dengan "
        "berkas ini. Bila jawabannya memang tidak dapat diketahui lagi, --lenient tidak menghitungnya, dan hasilnya "
        "menyebutkan itu.",
        "Angka dan kata dalam satu sel menunjuk nilai yang berbeda menurut rubrik.",
    ),
    Sentences(
        WORD_TURNED_BY_OTHER_FORM,
        "Kata yang pada formulir lain berarti lain",
        "“{value}” berarti {own} pada formulir yang disebut ipak.yaml, tetapi {other} menurut rubrik; berkas ini tidak "
        "memuat judul kolom formulir itu",
        "Bila di berkas ini artinya {own} juga, tambahkan judul kolomnya di ipak.yaml pada columns; bila artinya "
        "{other}, tulis angkanya sebagai ganti kata itu di salinan berkas.",
        "Kata pada answers di ipak.yaml berlaku untuk formulir yang judulnya disebut columns. Berkas lain yang memuat "
        "kata yang sama mungkin memakainya menurut rubrik. Artinya tidak ditebak, karena nilainya dapat terbalik.",
    ),
    Sentences(
        ANSWER_EMPTY,
        "Jawaban kosong",
        "butir {item} tidak dijawab",
        "Lengkapi dari formulir asal; bila memang tidak dijawab, --lenient menghitungnya sebagai tidak diberikan.",
        "Pada rubrik ini setiap butir wajib dijawab, jadi sel kosong patut ditanyakan.",
    ),
    Sentences(
        ANSWER_NOT_GIVEN,
        "Jawaban tidak diberikan",
        "butir {item} tidak dijawab",
        "Tidak perlu tindakan; rata-rata butir dihitung dari jawaban yang ada.",
        "Rubrik ini membolehkan butir kosong. Jumlah jawaban yang tidak diberikan disebutkan dalam hasil.",
    ),
    Sentences(
        TOO_MANY_TO_LIST,
        "Masalah yang tidak disebutkan satu per satu",
        "{count} sel lain dengan kode {code} tidak disebutkan satu per satu",
        "Perbaiki yang sudah disebutkan, lalu jalankan lagi.",
        "Bila satu kesalahan muncul dengan lebih dari seribu isi yang berlainan, biasanya sebabnya satu, misalnya "
        "kolom yang keliru.",
    ),
    Sentences(
        SEVERAL_NUMBERS,
        "Lebih dari satu angka",
        "“{value}” memuat lebih dari satu angka",
        _FIX,
        "Isian seperti 3-4 atau 4 dari 5 dapat berarti beberapa jawaban, atau jawaban pada skala lain. Tidak ada "
        "yang dipilih.",
    ),
    Sentences(
        STARS_OF_OTHER_SCALE,
        "Bintang dari skala lain",
        "“{value}” bukan deretan bintang pada skala {highest}",
        _OTHER_SCALE,
        "Bintang penuh dan kosong bersama-sama harus sebanyak nilai tertinggi rubrik, bintang penuh lebih dulu. "
        "Tiga dari lima bintang bukan 3 pada skala 4.",
    ),
    Sentences(
        UNUSUAL_DIGITS,
        "Angka selain 0 sampai 9",
        "“{value}” memakai angka dari aksara lain, pangkat, atau pecahan",
        "Ketik ulang jawabannya dengan angka 0 sampai 9.",
        "Angka lebar, angka Arab, pangkat, dan pecahan seperti ½ mirip angka biasa tetapi tidak ditebak artinya.",
    ),
    Sentences(
        SUGGESTION_UNREADABLE,
        "Saran yang tidak terbaca",
        "sel saran menampilkan galat atau berisi rumus tanpa nilai, jadi tulisan respondennya tidak terbaca",
        "Salin tulisannya dari formulir asal, dan awali dengan tanda petik tunggal (').",
        "Tulisan yang diawali tanda - atau = dikira rumus oleh program lembar kerja, lalu diganti galat seperti "
        "#NAME?. Nilai survei tidak terpengaruh.",
    ),
    Sentences(
        MORE_IN_SAME_COLUMN,
        "Sel lain di kolom yang sama",
        "masih ada {count} sel lain di kolom ini dengan kode {code}: {cells}",
        "Perbaiki yang sudah disebutkan, lalu jalankan lagi; isi yang berlainan sebanyak itu biasanya berarti "
        "kolomnya keliru.",
        "Isi yang sama disebutkan satu kali dengan selnya. Bila satu kolom memuat lebih dari lima isi yang keliru "
        "(atau dua puluh kata yang tidak dikenal), selebihnya disebutkan bersama.",
    ),
    Sentences(
        WORD_OF_OTHER_SCALE,
        "Kata dari skala lain",
        "“{word}” lebih rendah dari “{low}”, yang dalam rubrik sudah bernilai terendah: skala formulir ini lain",
        "Buat rubrik sendiri: simpan `ipak rubric show ID --yaml` ke berkas, ganti id dan labels sehingga setiap pilihan "
        "di formulir bernilai benar, lalu pakai dengan --rubric BERKAS.",
        "Pada pilihan Sangat Setuju, Setuju, Tidak Setuju, Sangat Tidak Setuju, jawaban Tidak Setuju bernilai 2, bukan 1. "
        "Menambah kata terendah saja tidak cukup, sebab kata di atasnya lalu tetap bernilai salah. --lenient tidak "
        "melewatkannya.",
    ),
    Sentences(
        LOWEST_WORD_DOUBTFUL,
        "Kata terendah mungkin dari skala lain",
        "“{word}” dibaca {value}, dan pilihan di atasnya (Kurang ...) tidak pernah dipilih; bila di formulir ada "
        "“{lower}”, nilainya lain",
        "Lihat pilihan di formulir. Bila ada “{lower}”, buat rubrik sendiri dengan labels yang benar "
        "(`ipak rubric show {rubric} --yaml`), lalu pakai dengan --rubric BERKAS.",
        "Dua skala empat pilihan beredar: Sangat Setuju, Setuju, Kurang Setuju, Tidak Setuju; dan Sangat Setuju, Setuju, "
        "Tidak Setuju, Sangat Tidak Setuju. Tidak Setuju bernilai 1 pada yang pertama dan 2 pada yang kedua. Bila yang "
        "terendah tidak pernah dipilih, berkasnya sendiri tidak dapat menunjukkan skala mana yang dipakai.",
    ),
    Sentences(
        MEAN_OF_SOME_COLUMNS,
        "Rata-rata dari sebagian kolom",
        "pada {count} responden hanya sebagian kolom butir {item} terisi; rata-ratanya dari yang terisi",
        "Lengkapi selnya bila jawabannya ada.",
        "Butir ini adalah rata-rata beberapa kolom. Kolom yang tidak diisi tidak dihitung sebagai nol: rata-rata "
        "responden itu dihitung dari kolom yang diisinya.",
    ),
)
