"""R670 and up: the content of a PEKPPP rubric that is well formed."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.indonesian.entry import Sentences
from ipak_cli.catalogue.rubrics import (
    ANSWER_FORM_UNFIT_FOR_FACT,
    ANSWER_NOT_OF_FACT,
    BASE_LEVELS_INCOMPLETE,
    CASE_NEVER_DECIDES,
    CASES_OUT_OF_ORDER,
    CATEGORIES_MISS_ZERO,
    DOUBT_IMPOSSIBLE,
    DOUBT_UNEXPLAINED,
    EMPTY_ANSWER_COMPARED,
    FACT_NUMBER_OF_OTHER_INDICATOR,
    FACT_TWICE_IN_RULE,
    FACT_TYPE_UNFIT_FOR_RULE,
    FACT_UNUSED,
    IMPLICATION_NEVER_BROKEN,
    INDEX_CATEGORIES_OVERLAP,
    INDICATOR_CODE_MISMATCH,
    INTERVAL_CONTRADICTS_DOUBTFUL_MARK,
    LEVEL_MEANINGS_INCOMPLETE,
    NOT_ONE_ANSWER_FORM,
    NUMBERS_OUT_OF_ORDER,
    OPTION_HAS_SEPARATOR,
    OPTIONS_UNFIT_FOR_FACT_TYPE,
    PEKPPP_WEIGHT_NOT_POSITIVE,
    RULE_HAS_GAPS,
    THRESHOLD_ABOVE_FACT_COUNT,
    WEIGHTS_NOT_THE_WHOLE,
)

ENTRIES: Final[tuple[Sentences, ...]] = (
    Sentences(
        WEIGHTS_NOT_THE_WHOLE, "Jumlah bobot tidak penuh",
        "jumlah bobot {whole} adalah {total}, bukan {expected}",
        "Perbaiki bobotnya sampai berjumlah tepat {expected}.",
        "Bobot semua aspek berjumlah 100, begitu pula bobot indikator di dalam setiap aspek; bagian F-02 dan F-03 "
        "dalam IPP berjumlah 1. Bila tidak, unit yang sempurna tidak mendapat tepat 5.",
    ),
    Sentences(
        PEKPPP_WEIGHT_NOT_POSITIVE, "Bobot PEKPPP tidak positif",
        "bobot {name} adalah {weight}",
        "Beri bobot lebih dari nol, atau hapus bagian itu.",
        "Bagian dengan bobot nol atau negatif tidak ikut membentuk indeks sebagaimana mestinya.",
    ),
    Sentences(
        INDICATOR_CODE_MISMATCH, "Kode indikator tidak cocok",
        "indikator {no} berkode {code}, padahal menurut aspek dan prinsipnya {expected}",
        "Perbaiki kodenya, principle, atau tempat indikator ini.",
        "Kode indikator adalah huruf aspeknya, titik, lalu huruf prinsipnya, misalnya a.Ak.",
    ),
    Sentences(
        FACT_NUMBER_OF_OTHER_INDICATOR, "Nomor fakta milik indikator lain",
        "fakta {fact} ada di indikator {no}",
        "Awali nomornya dengan {prefix}, atau pindahkan fakta itu.",
        "Nomor fakta memuat nomor indikatornya, supaya baris pada lembar kerja tetap dikenali sesudah diurutkan "
        "atau disaring.",
    ),
    Sentences(
        INDEX_CATEGORIES_OVERLAP, "Kategori indeks bertumpang tindih",
        "kategori {category} mulai dari {minimum}, padahal seharusnya di bawah {above}",
        "Urutkan kategori dari yang terbaik, dengan batas bawah yang makin kecil dan paling tinggi 5.",
        "Setiap kategori berlaku dari batas bawahnya sampai tepat di bawah kategori sebelumnya. Batas yang sama, "
        "terbalik atau lebih dari 5 membuat kategori bertumpang tindih atau tidak pernah tercapai.",
    ),
    Sentences(
        CATEGORIES_MISS_ZERO, "Kategori tidak mencakup indeks 0",
        "kategori terakhir {category} mulai dari {minimum}, bukan 0",
        "Isi minimum kategori terakhir dengan 0.",
        "Indeks dapat serendah 0, dan nilai itu pun harus masuk sebuah kategori.",
    ),
    Sentences(
        OPTIONS_UNFIT_FOR_FACT_TYPE, "Pilihan tidak sesuai jenis fakta",
        "fakta {fact} berjenis {type}, tetapi mempunyai {count} pilihan",
        "Beri paling sedikit dua pilihan pada fakta berjenis choice; hapus options pada jenis lain.",
        "Hanya fakta berjenis choice yang mempunyai pilihan, dari yang terburuk sampai yang terbaik. Fakta yes_no "
        "dijawab ya atau tidak, number dengan bilangan, dan date dengan tanggal.",
    ),
    Sentences(
        OPTION_HAS_SEPARATOR, "Tanda yang memutus pilihan",
        "pilihan “{option}” memuat koma atau tanda kutip",
        "Tulis pilihan itu tanpa koma dan tanda kutip.",
        "Pilihan menjadi daftar di dalam sel lembar kerja. Koma memisahkan isi daftar itu dan tanda kutip "
        "mengakhirinya, sehingga pilihan akan terpotong.",
    ),
    Sentences(
        FACT_TYPE_UNFIT_FOR_RULE, "Jenis fakta tidak cocok dengan aturan",
        "aturan {rule} memerlukan {wanted} di sini, tetapi fakta {fact} berjenis {type}",
        "Ubah jenis atau pilihan fakta itu, atau sebut fakta lain.",
        "Yang dihitung harus dapat terpenuhi atau tidak, sehingga berupa yes_no atau choice. Lama waktu memerlukan "
        "tanggal, persentase memerlukan bilangan, dan cakupan memerlukan tiga pilihan: tidak ada, sebagian, semua.",
    ),
    Sentences(
        FACT_TWICE_IN_RULE, "Fakta disebut dua kali dalam satu aturan",
        "aturan {rule} menyebut fakta {fact} dua kali",
        "Hapus salah satunya, atau sebut fakta yang dimaksud.",
        "Fakta yang disebut dua kali akan dihitung dua kali. Hanya langkah tangga dan keadaan yang berbeda boleh "
        "menyebut fakta yang sama.",
    ),
    Sentences(
        FACT_UNUSED, "Fakta tidak dipakai",
        "aturan {rule} tidak memakai fakta {fact}",
        "Sebut fakta itu di dalam aturan, atau hapus faktanya.",
        "Pengisi tidak boleh diminta menjawab hal yang tidak menentukan apa pun.",
    ),
    Sentences(
        NUMBERS_OUT_OF_ORDER, "Urutan bilangan tidak sesuai",
        "{key} berisi {values}, padahal harus {wanted}",
        "Perbaiki bilangan atau urutannya.",
        "Batas yang lebih tinggi memberi tingkat yang lebih tinggi. Bila urutannya lain, ada tingkat yang tidak "
        "pernah tercapai atau keadaan yang lebih baik mendapat tingkat yang lebih rendah.",
    ),
    Sentences(
        THRESHOLD_ABOVE_FACT_COUNT, "Batas melebihi banyaknya fakta",
        "aturan ini memerlukan {needed} hal, padahal yang dihitung hanya {available}",
        "Tambahkan fakta yang dihitung, atau turunkan batasnya.",
        "Tingkat tertinggi harus dapat dicapai bila semua fakta terpenuhi.",
    ),
    Sentences(
        BASE_LEVELS_INCOMPLETE, "Tingkat fakta dasar tidak lengkap",
        "base_levels memuat {count} tingkat, tetapi jawaban fakta {fact} adalah: {answers}",
        "Tulis satu tingkat untuk setiap jawaban, dari yang terburuk.",
        "Setiap jawaban fakta dasar memberi tingkatnya sendiri, mulai dari 0.",
    ),
    Sentences(
        ANSWER_NOT_OF_FACT, "Jawaban tidak ada pada fakta",
        "fakta {fact} tidak mempunyai jawaban “{answer}”",
        "Pakai salah satu dari: {known}.",
        "Keadaan disebut dengan jawaban faktanya, ditulis persis sama. Fakta berjenis yes_no dijawab ya atau tidak.",
    ),
    Sentences(
        CASES_OUT_OF_ORDER, "Keadaan tidak urut",
        "keadaan tingkat {level} ditulis sesudah keadaan tingkat {before}",
        "Urutkan keadaan dari tingkat tertinggi.",
        "Keadaan pertama yang cocok menentukan tingkat. Bila keadaan yang lebih rendah ditulis lebih dulu, tingkat "
        "yang lebih tinggi tersembunyi di belakangnya.",
    ),
    Sentences(
        CASE_NEVER_DECIDES, "Keadaan tidak pernah menentukan",
        "setiap isian yang cocok di sini sudah cocok dengan keadaan di baris {line}",
        "Hapus keadaan ini, tambah syarat pada keadaan sebelumnya, atau tukar urutannya.",
        "Keadaan pertama yang cocok menentukan tingkat. Keadaan yang syaratnya hanya menambah syarat keadaan "
        "sebelumnya tidak pernah mendapat giliran.",
    ),
    Sentences(
        DOUBT_IMPOSSIBLE, "Keraguan yang tidak mungkin",
        "aturan {rule} di sini tidak pernah menimbulkan keraguan {doubt}",
        "Hapus keraguan itu; yang mungkin: {possible}. Keraguan hole, edge dan outside memerlukan doubtful: true.",
        "Setiap aturan hanya dapat meragukan dengan cara tertentu. Keterangan untuk keraguan lain tidak akan "
        "pernah dibaca siapa pun.",
    ),
    Sentences(
        DOUBT_UNEXPLAINED, "Keraguan tanpa keterangan",
        "bagian ini meragukan (doubtful), tetapi doubts tidak memuat keterangan {doubt}",
        "Tambahkan keterangan {doubt} di doubts, atau hapus doubtful.",
        "Bila bunyi instrumen tidak menentukan satu tingkat, hasil penilaian menyebut bacaan yang dipakai. Bacaan "
        "itu ditulis di doubts.",
    ),
    Sentences(
        RULE_HAS_GAPS, "Aturan tidak mencakup semua keadaan",
        "indikator {no}: {gap}",
        "Perbaiki aturan indikator ini, lalu periksa lagi.",
        "ipak rubric check mencoba setiap aturan pada semua isian, atau pada isian yang mewakili semuanya bila "
        "terlalu banyak. Setiap isian harus mendapat tingkat, setiap tingkat harus dapat dicapai, dan jawaban yang "
        "lebih baik tidak boleh menurunkan tingkat.",
    ),
    Sentences(
        INTERVAL_CONTRADICTS_DOUBTFUL_MARK, "Sebagian dan semua layanan tidak cocok dengan tandanya",
        "selang {fact}: sebagian layanan memberi tingkat {part} dan semua layanan tingkat {all}",
        "Bila sebagian memang memberi tingkat lebih tinggi menurut bunyi instrumen, tambahkan doubtful: true; selain "
        "itu perbaiki tingkatnya atau hapus tanda itu.",
        "Melayani lebih banyak tidak menurunkan tingkat, kecuali bunyi instrumen sendiri mengatakan begitu. Tanda "
        "doubtful: true pada selang hanya untuk keadaan itu.",
    ),
    Sentences(
        LEVEL_MEANINGS_INCOMPLETE, "Arti tingkat tidak lengkap",
        "indikator {no} mempunyai {count} arti tingkat",
        "Tulis enam arti, untuk tingkat 0 sampai 5, atau hapus meanings.",
        "Kunci levels memuat bunyi instrumen. Arti dengan kata sendiri boleh ditambahkan di meanings, satu untuk setiap "
        "tingkat.",
    ),
    Sentences(
        NOT_ONE_ANSWER_FORM, "Isi jawaban tidak satu bentuk",
        "bagian {part} memuat {count} bentuk jawaban: {forms}",
        "Tulis tepat satu dari answers, minimum, maximum, atau answered.",
        "Sebuah akibat membandingkan jawaban dengan satu hal saja: kata, batas angka, atau ada tidaknya jawaban.",
    ),
    Sentences(
        ANSWER_FORM_UNFIT_FOR_FACT, "Isi jawaban tidak cocok dengan jenis fakta",
        "fakta {fact} berjenis {type}, sehingga tidak dapat dibandingkan dengan {form}",
        "Pakai answers untuk yes_no dan choice, minimum atau maximum untuk number, dan answered untuk jenis apa pun.",
        "Kata hanya dijawab pada fakta yes_no dan choice, dan angka hanya pada fakta number.",
    ),
    Sentences(
        IMPLICATION_NEVER_BROKEN, "Akibat yang tidak pernah dilanggar",
        "fakta {fact} ada pada when dan juga pada then",
        "Sebutkan fakta lain pada then, atau hapus fakta itu.",
        "Akibat membandingkan dua fakta. Sebuah fakta tidak dapat bertentangan dengan dirinya sendiri.",
    ),
    Sentences(
        EMPTY_ANSWER_COMPARED, "Jawaban kosong dibandingkan",
        "nilai answered pada {part} tidak pernah menentukan apa pun",
        "Tulis answered: true pada when, atau answered: false pada then.",
        "Fakta yang belum dijawab tidak bertentangan dengan apa pun, jadi yang berarti hanya “bila dijawab” pada when "
        "dan “tidak boleh dijawab” pada then.",
    ),
)  # fmt: skip
