"""What is said of recaps where response exports may stand."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.recap_sources import (
    ANSWERS_OF_INDEX,
    COUNTS_LIKE_PERCENTAGES,
    COUNTS_OF_ITEMS,
    FEWER_RESPONDENTS_THAN_ANSWERS,
    MEANS_OF_ITEMS,
    RECAP_BESIDE_ANSWERS,
    RECAP_PERIOD_ASKED,
    RECAP_RESPONDENTS_FOLLOW,
    RECAP_WITHOUT_PERIOD,
    RECAPS_ALIKE,
    RECAPS_IN_SEVERAL_SHEETS,
    RECAPS_OF_SEVERAL_PERIODS,
    RESPONDENTS_ARE_COUNTED,
    RESPONDENTS_CONTRADICT,
    RESPONDENTS_OF_SURVEY,
    SUMS_OF_ITEMS,
)

ENTRIES: Final = (
    Sentences(
        RECAP_BESIDE_ANSWERS,
        "Rekap dan jawaban dicampur",
        "berkas ini rekap, sedangkan {answers:dan} berisi jawaban responden; keduanya tidak dijumlahkan",
        "Hitung salah satunya saja: yang berisi jawaban bila itu seluruh survei, karena lebih lengkap; rekapnya bila jawaban "
        "itu hanya sebagian. Beberapa rekap dari responden yang berbeda boleh dihitung bersama.",
        "Rekap sebuah triwulan biasanya dibuat dari jawaban yang sama. Bila dijumlahkan, responden yang sama terhitung dua "
        "kali, dan dari angkanya hal itu tidak kelihatan.",
    ),
    Sentences(
        RECAP_WITHOUT_PERIOD,
        "Periode rekap tidak diketahui",
        "rekap ini tidak menyebut satu periode yang jelas",
        "Hitung dengan --period, misalnya --period IV-2024, atau tulis periodenya di sel Periode formulir rekap atau di baris "
        "judul di atas tabelnya.",
        "Rekap tidak memuat waktu pengisian. Periodenya tidak ditebak dari nama berkas atau tanggal hari ini.",
    ),
    Sentences(
        RECAP_PERIOD_ASKED,
        "Periode rekap dari --period",
        "rekap ini tidak menyebut periodenya, jadi dihitung sebagai periode {period}",
        "Periksa apakah rekap ini memang dari periode itu; lebih aman bila periodenya tertulis di berkasnya.",
        "Rekap tidak memuat waktu pengisian, jadi periode dari --period tidak dapat dibandingkan dengan isinya.",
    ),
    Sentences(
        RESPONDENTS_CONTRADICT,
        "Jumlah responden bertentangan",
        "rekap menyebut {said} responden, sedangkan --respondents {asked}",
        "Periksa mana yang benar. Bila rekapnya benar, hilangkan --respondents; bila tidak, betulkan rekapnya.",
        "Jumlah responden menentukan jawaban yang kosong dan kecukupan sampel; mana yang benar tidak ditebak.",
    ),
    Sentences(
        FEWER_RESPONDENTS_THAN_ANSWERS,
        "Jawaban lebih banyak daripada responden",
        "{what} mempunyai {answers} jawaban, padahal --respondents {asked} memberi paling banyak {most}",
        "Periksa jumlah responden, lalu jumlah jawaban di rekapnya.",
        "Seorang responden menjawab sebuah butir paling banyak satu kali.",
    ),
    Sentences(
        RESPONDENTS_ARE_COUNTED,
        "--respondents hanya untuk rekap",
        "berkas ini berisi jawaban, jadi respondennya dihitung dari barisnya",
        "Hilangkan --respondents. Jumlah semua yang dilayani disebut dengan --population.",
        "Jumlah responden hanya perlu disebut untuk rekap yang tidak memuatnya.",
    ),
    Sentences(
        RECAPS_ALIKE,
        "Dua rekap sama persis",
        "semua angka rekap ini sama dengan {other}; keduanya tetap dijumlahkan",
        "Pastikan keduanya dari responden yang berbeda; bila salinan, hitung salah satunya saja.",
        "Dua loket hampir tidak pernah mempunyai rekap yang sama persis. Biasanya berkas yang sama disimpan dua kali.",
    ),
    Sentences(
        RECAP_RESPONDENTS_FOLLOW,
        "Jumlah responden dari jumlah jawaban",
        "rekap ini tidak menyebut jumlah responden; karena setiap butir berisi {n} jawaban, dihitung {n} responden",
        "Bila ada responden yang tidak menjawab semua butir, sebut jumlah responden yang benar dengan --respondents.",
        "Rubrik ini meminta setiap butir dijawab. Bila semua butir berisi jawaban yang sama banyaknya, sebanyak itu pula respondennya.",
    ),
    Sentences(
        COUNTS_LIKE_PERCENTAGES,
        "Cacah tampak seperti persentase",
        "cacah setiap butir berjumlah tepat 100, seperti persentase, dan jumlah responden tidak disebut",
        "Bila angkanya memang cacah dari 100 orang, sebut --respondents 100. Bila persentase, ganti dengan banyaknya jawaban dari "
        "sumbernya.",
        "Dari persentase tidak diketahui berapa orang yang menjawab, jadi jumlah respondennya tidak dianggap 100.",
    ),
)
SENTENCES: Final = MappingProxyType(
    {
        RECAPS_IN_SEVERAL_SHEETS: (
            'Pilih satu lembar, misalnya --sheet "{first}"; lembar dari periode lain dihitung dengan perintah tersendiri. '
            "Bila semuanya dari satu periode dan dari responden yang berbeda, misalnya dua loket, simpan tiap lembar sebagai "
            "berkas sendiri, lalu hitung bersama (`ipak score A.xlsx B.xlsx`). Di folder masuk setiap rekap perlu berkas sendiri."
        ),
        RECAPS_OF_SEVERAL_PERIODS: "Hitung rekap setiap periode dengan perintahnya sendiri, yang menyebut berkas periode itu saja.",
        COUNTS_OF_ITEMS: "cacah tiap jawaban per butir",
        SUMS_OF_ITEMS: "jumlah nilai per butir",
        MEANS_OF_ITEMS: "rata-rata per butir",
        RESPONDENTS_OF_SURVEY: "jumlah responden",
        ANSWERS_OF_INDEX: "jumlah bintang {index}",
    }
)
