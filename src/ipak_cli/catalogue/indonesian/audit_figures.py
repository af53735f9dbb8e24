"""A1xx: what an audit finds in a finished report: categories, weights, shares, targets, changes."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.audit import (
    ACHIEVEMENT_NOT_OF_TARGET,
    ASPECTS_NOT_INDEX,
    CATEGORY_NOT_OF_VALUE,
    CHANGE_OTHER_SIZE,
    CHANGE_OTHER_WAY,
    CONVERTED_NOT_OF_INDEX,
    CUT_OFF,
    FOLLOW_UP_AT_TARGET,
    GAP_NOT_OF_TARGET,
    IN_ANOTHER_ROW,
    ITEM_OF_OTHER_INDEX,
    MEAN_NOT_OF_SUM,
    OUTSIDE_SCALE,
    POINTS_CALLED_PERCENT,
    PREDICATE_NOT_OF_FIGURES,
    SHARE_NOT_OF_COUNT,
    SUM_NOT_OF_ROWS,
    TREND_NOT_OF_FIGURES,
    TREND_OF_COUNTS,
    WEIGHTED_NOT_OF_ITEM,
    WEIGHTS_ROUNDED,
)

ENTRIES: Final = (
    Sentences(
        CATEGORY_NOT_OF_VALUE, "Kategori bukan milik nilainya",
        "kategori {word} bukan kategori {what} {value}",
        "Cocokkan kategori dengan rentang nilai pada peraturan yang dipakai laporan.",
        "Setiap nilai mempunyai satu kategori menurut rentang pada rubrik. Rentang peraturan lama hanya berlaku "
        "bila laporan menyebut peraturan itu.",
    ),
    Sentences(
        OUTSIDE_SCALE, "Nilai di luar skala",
        "{values} di luar rentang {lowest} s.d. {highest}",
        "Periksa angka itu dan skala yang dipakai.",
        "Rata-rata jawaban tidak dapat lebih rendah dari jawaban terendah atau lebih tinggi dari jawaban "
        "tertinggi; persentase dan poin mempunyai batas yang sama.",
    ),
    Sentences(
        PREDICATE_NOT_OF_FIGURES, "Predikat bertentangan dengan syaratnya",
        "syarat {name} dinyatakan {word}, padahal nilainya {value} dan syaratnya paling sedikit {minimum}",
        "Periksa nilai dan kesimpulan tentang syarat itu.",
        "Syarat predikat terpenuhi bila nilainya tidak kurang dari batasnya; predikat terpenuhi bila semua "
        "syaratnya terpenuhi.",
    ),
    Sentences(
        WEIGHTS_ROUNDED, "Bobot yang dibulatkan ikut dihitung",
        "{what} {value} dihitung dengan bobot {weight} yang dibulatkan; dengan bobot {exact} nilainya {right}",
        "Hitung ulang dengan bobot pecahan yang persis.",
        "Bobot 1/9 yang dibulatkan menjadi 0,11 membuat jumlah bobot 0,99, sehingga unit yang sempurna hanya "
        "mendapat 99.",
    ),
    Sentences(
        CONVERTED_NOT_OF_INDEX, "Nilai konversi bukan milik indeksnya",
        "nilai konversi {what} {value} bukan hasil konversi dari {of}",
        "Hitung ulang nilai konversi: nilai indeks dibagi nilai tertinggi, dikalikan 100.",
        "Nilai konversi adalah indeks dalam persen dari nilai tertinggi skala.",
    ),
    Sentences(
        WEIGHTED_NOT_OF_ITEM, "Nilai tertimbang bukan nilai kali bobot",
        "{count} nilai tertimbang bukan nilai butir dikalikan bobotnya: {values}",
        "Hitung ulang kolom nilai tertimbang.",
        "Nilai tertimbang adalah nilai rata-rata butir dikalikan bobotnya.",
    ),
    Sentences(
        SUM_NOT_OF_ROWS, "Jumlah bukan jumlah barisnya",
        "jumlah {value} bukan jumlah {rows} baris di tabel itu",
        "Jumlahkan lagi baris-baris tabel itu.",
        "Baris jumlah harus sama dengan jumlah baris di atasnya, dengan toleransi pembulatan.",
    ),
    Sentences(
        MEAN_NOT_OF_SUM, "Rata-rata bukan jumlah dibagi n",
        "{count} nilai butir bukan jumlahnya dibagi {respondents}: {values}",
        "Hitung ulang nilai butir dari jumlahnya.",
        "Nilai rata-rata butir adalah jumlah nilai jawabannya dibagi jumlah responden.",
    ),
    Sentences(
        CUT_OFF, "Angka dipotong, bukan dibulatkan",
        "{count} angka dipotong dan tidak dibulatkan: {values}",
        "Bulatkan angka: naik bila angka berikutnya 5 atau lebih.",
        "Desimal yang dipotong membuat angka selalu lebih rendah daripada nilai yang sebenarnya.",
    ),
    Sentences(
        SHARE_NOT_OF_COUNT, "Persentase bukan jumlah dibagi total",
        "{count} persentase bukan jumlahnya dibagi totalnya: {values}",
        "Hitung ulang persentase dari jumlah dan totalnya.",
        "Persentase suatu bagian adalah jumlah bagian itu dibagi seluruhnya, dikalikan 100.",
    ),
    Sentences(
        ACHIEVEMENT_NOT_OF_TARGET, "Capaian bukan realisasi dibagi target",
        "{count} capaian bukan realisasi dibagi target: {values}",
        "Hitung ulang capaian: realisasi dibagi target, dikalikan 100.",
        "Persentase capaian adalah realisasi dibagi target.",
    ),
    Sentences(
        GAP_NOT_OF_TARGET, "Selisih bukan antara target dan realisasi",
        "{count} selisih bukan selisih antara target dan realisasi: {values}",
        "Hitung ulang selisihnya.",
        "Selisih adalah realisasi dikurangi target, atau sebaliknya.",
    ),
    Sentences(
        FOLLOW_UP_AT_TARGET, "Tindak lanjut untuk butir yang mencapai target",
        "{items} sudah mencapai target, tetapi tetap mempunyai rencana perbaikan",
        "Jelaskan apa yang masih akan ditingkatkan, atau arahkan rencana ke butir yang di bawah target.",
        "Rencana tindak lanjut disusun untuk butir yang belum mencapai target. Rencana yang sama untuk semua butir "
        "menunjukkan bahwa nilainya tidak dipakai.",
    ),
    Sentences(
        CHANGE_OTHER_WAY, "Perubahan yang arahnya terbalik",
        "{what} dinyatakan {word}, padahal angkanya {values}",
        "Perbaiki kata atau angkanya.",
        "Kata naik, turun, atau tetap harus sesuai dengan angka kedua periode.",
    ),
    Sentences(
        CHANGE_OTHER_SIZE, "Besar perubahan bukan selisih angkanya",
        "perubahan {what} sebesar {value} bukan perubahan dari {values}",
        "Hitung ulang perubahan dari angka kedua periode.",
        "Besar perubahan adalah selisih angka kedua periode, atau selisih itu dibagi angka awal bila ditulis dalam "
        "persen.",
    ),
    Sentences(
        POINTS_CALLED_PERCENT, "Poin disebut persen",
        "perubahan {what} sebesar {value} persen adalah selisih dalam poin: {values}",
        "Tulis poin (atau poin persentase), atau hitung persen perubahannya.",
        "Selisih dua nilai bukan persen perubahan: dari 80 ke 84 naik 4 poin, atau 5 persen.",
    ),
    Sentences(
        TREND_NOT_OF_FIGURES, "Kata tren bertentangan dengan angkanya",
        "{what} dinyatakan {word}, padahal angkanya {values}",
        "Perbaiki kata tren itu menurut angkanya.",
        "Meningkat berarti tidak pernah turun, menurun berarti tidak pernah naik, dan fluktuatif berarti pernah "
        "naik dan pernah turun.",
    ),
    Sentences(
        TREND_OF_COUNTS, "Tren dari jumlah yang totalnya berbeda",
        "{what} dinyatakan {word} menurut jumlahnya, padahal bagiannya dari seluruh jawaban {values}",
        "Bandingkan bagian dari seluruh jawaban, bukan jumlahnya, sebab jumlah responden setiap periode berbeda.",
        "Jumlah jawaban bergantung pada jumlah responden. Antarperiode yang dapat dibandingkan adalah "
        "persentasenya.",
    ),
    Sentences(
        IN_ANOTHER_ROW, "Angka di baris yang lain",
        "{what} ditulis {value}, padahal itu angka {other}; di tempat lain {what} adalah {right}",
        "Cocokkan baris itu dengan rekap jawaban; mungkin dua baris tertukar.",
        "Angka satu butir atau indeks tertulis di baris butir atau indeks lain, biasanya karena baris tertukar "
        "ketika disalin.",
    ),
    Sentences(
        ITEM_OF_OTHER_INDEX, "Butir atau survei dari indeks lain",
        "{subjects} ditulis di bawah {stated}, padahal milik {right}",
        "Pindahkan butir atau survei itu ke indeksnya.",
        "Setiap butir milik satu indeks, dan setiap komponen hasil memakai satu indeks.",
    ),
    Sentences(
        ASPECTS_NOT_INDEX, "Jumlah aspek bukan nilai F-02",
        "{what} {value} bukan jumlah berbobot dari {aspects} aspek dalam laporan ini",
        "Hitung ulang: nilai setiap aspek dikalikan bobotnya, lalu dijumlahkan.",
        "Nilai F-02 adalah jumlah nilai aspek dikalikan bobot aspek menurut rubrik.",
    ),
)  # fmt: skip
