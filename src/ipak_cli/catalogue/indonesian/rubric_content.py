"""R640 and up: the content of a rubric that is well formed; R670 and up that of a PEKPPP rubric."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.rubrics import (
    ANSWER_FORM_UNFIT_FOR_FACT,
    ANSWER_NOT_OF_FACT,
    BANDS_MISS_LOWEST,
    BANDS_OVERLAP,
    BASE_LEVELS_INCOMPLETE,
    CASE_NEVER_DECIDES,
    CASES_OUT_OF_ORDER,
    CATEGORIES_MISS_ZERO,
    CODE_NAMED_TWICE,
    COMPONENT_POINTS_MISMATCH,
    CONDITION_IMPOSSIBLE,
    DOUBT_IMPOSSIBLE,
    DOUBT_UNEXPLAINED,
    ELEMENT_WITHOUT_PURPOSE,
    EMPTY_ANSWER_COMPARED,
    FACT_NUMBER_OF_OTHER_INDICATOR,
    FACT_TWICE_IN_RULE,
    FACT_TYPE_UNFIT_FOR_RULE,
    FACT_UNUSED,
    FULL_POINTS_UNREACHABLE,
    GRADE_POINTS_OUT_OF_RANGE,
    IMPLICATION_NEVER_BROKEN,
    INDEX_CATEGORIES_OVERLAP,
    INDICATOR_CODE_MISMATCH,
    INTERVAL_CONTRADICTS_DOUBTFUL_MARK,
    ITEM_WEIGHT_NOT_POSITIVE,
    LABEL_OUTSIDE_SCALE,
    LEVEL_MEANINGS_INCOMPLETE,
    MEAN_OF_ONE_COLUMN,
    MISSING_WORD_HAS_VALUE,
    NAME_USED_TWICE,
    NOT_ONE_ANSWER_FORM,
    NUMBERS_OUT_OF_ORDER,
    OPTION_HAS_SEPARATOR,
    OPTIONS_UNFIT_FOR_FACT_TYPE,
    PART_POINTS_NOT_POSITIVE,
    PEKPPP_WEIGHT_NOT_POSITIVE,
    REFERENCE_UNKNOWN,
    RULE_HAS_GAPS,
    SCALE_REVERSED,
    SOME_ITEMS_WITHOUT_WEIGHT,
    TARGET_OUTSIDE_SCALE,
    THRESHOLD_ABOVE_FACT_COUNT,
    VALUE_LABELLED_TWICE,
    WEIGHTS_NOT_ONE,
    WEIGHTS_NOT_THE_WHOLE,
    WORD_FOR_TWO_VALUES,
    WORD_IS_OTHER_NUMBER,
)

_SURVEY: Final = (
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
        ELEMENT_WITHOUT_PURPOSE, "Unsur tidak terdaftar",
        "butir {item} mengukur unsur {element}, yang tidak ada pada elements",
        "Tambahkan unsur itu pada elements dengan tujuannya, atau samakan tulisannya.",
        "Tujuan sebuah unsur diambil laporan dari elements menurut nama yang sama persis. Unsur yang tidak terdaftar "
        "disebut tanpa tujuan; angkanya tidak berubah.",
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
        MEAN_OF_ONE_COLUMN, "Rata-rata satu kolom",
        "mean_of pada butir {item} hanya menyebut satu kolom",
        "Tulis judul itu pada aliases, atau sebut kolom yang lain juga.",
        "mean_of menyatukan beberapa kolom menjadi satu butir. Judul lain dari satu kolom ditulis pada aliases.",
    ),
    Sentences(
        MISSING_WORD_HAS_VALUE, "Kata tidak menjawab yang juga jawaban",
        "“{word}” pada missing berarti tidak menjawab, padahal juga berarti nilai {value}",
        "Hapus kata itu dari missing, atau dari labels.",
        "Satu kata hanya dapat berarti satu hal: sebuah nilai, atau tidak menjawab.",
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

_PEKPPP: Final = (
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

CONTENT: Final[tuple[Sentences, ...]] = (*_SURVEY, *_PEKPPP)
