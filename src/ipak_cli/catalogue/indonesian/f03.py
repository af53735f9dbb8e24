"""E221 to E239: the file of service users' answers (F-03)."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.pekppp import (
    ANSWER_COLUMN_WITHOUT_HEADER,
    COLUMN_MAYBE_QUESTION,
    COLUMNS_NOT_COUNTED,
    EXTREMES_NEVER_CHOSEN,
    FEW_RESPONDENTS,
    FORM_FOR_ONLINE_SERVICE,
    NO_USER_ANSWERS,
    QUESTION_COUNT_UNUSUAL,
    QUESTIONS_KNOWN_BY_NUMBER,
    QUESTIONS_KNOWN_BY_POSITION,
    ROWS_NOT_RESPONDENTS,
    SEVERAL_ANSWER_SHEETS,
    TOO_MANY_COLUMNS,
    TRIAL_ROWS_NOT_COUNTED,
)

ENTRIES: Final[tuple[Sentences, ...]] = (
    Sentences(
        NO_USER_ANSWERS, "Tidak ada jawaban pengguna layanan",
        "tidak ada kolom yang dikenali sebagai pertanyaan F-03 dengan jawaban 0 sampai 5",
        "Beri tiap kolom pertanyaan judul P1, P2, ... atau kode formulirnya, dan tulis jawabannya di bawahnya.",
        "F-03 adalah rata-rata jawaban pengguna layanan pada skala 0 sampai 5. Kolom seperti nomor, nama, waktu, usia, dan "
        "saran tidak dibaca sebagai pertanyaan, dan lembar tersembunyi tidak dilihat.",
    ),
    Sentences(
        SEVERAL_ANSWER_SHEETS, "Lebih dari satu lembar jawaban",
        "lembar {sheets: dan …} sama-sama berisi jawaban 0 sampai 5",
        "Simpan lembar jawabannya sebagai berkas tersendiri, atau sembunyikan lembar yang lain.",
        "Tidak ditebak lembar mana yang berisi jawaban pengguna layanan.",
    ),
    Sentences(
        COLUMNS_NOT_COUNTED, "Kolom yang tidak dihitung",
        "kolom {columns:,…} tidak dihitung sebagai pertanyaan",
        "Bila ada yang sebenarnya pertanyaan, ganti judulnya menjadi kode formulirnya, misalnya 1.a.K1, atau P1.",
        "Yang tidak masuk rata-rata F-03: kolom nomor, kode, waktu, orang, layanan, jumlah, nilai total, rata-rata dan saran "
        "menurut judulnya; kolom yang isinya berurutan atau sama dengan jumlah atau rata-rata jawaban di barisnya; kolom "
        "kosong; dan kolom yang sebagian besar isinya bukan angka 0 sampai 5.",
    ),
    Sentences(
        ANSWER_COLUMN_WITHOUT_HEADER, "Kolom jawaban tanpa judul",
        "kolom {columns:,…} berisi jawaban, tetapi judulnya bukan kata",
        "Beri kolom itu judul yang memuat huruf, misalnya P1; hapus kolomnya bila bukan pertanyaan.",
        "Bila judulnya kosong atau berupa angka, tidak jelas apakah itu judul atau jawaban responden pertama, dan apakah "
        "kolomnya memang pertanyaan.",
    ),
    Sentences(
        EXTREMES_NEVER_CHOSEN, "Tidak ada jawaban 0 atau 5",
        "tidak satu pun dari {answers} jawaban bernilai 0 atau 5",
        "Pastikan skalanya memang 0 sampai 5, bukan 1 sampai 4.",
        "F-03 memakai skala 0 sampai 5. Jawaban survei pada skala 1 sampai 4 tidak dapat dipakai apa adanya dan tidak "
        "diubah skalanya.",
    ),
    Sentences(
        COLUMN_MAYBE_QUESTION, "Kolom yang mungkin pertanyaan F-03",
        "kolom {columns:,…} tampak berisi jawaban, tetapi dari judulnya tidak jelas apakah pertanyaan F-03",
        "Bila pertanyaan, ganti judulnya menjadi kode formulirnya, misalnya 1.a.K1, atau P1; bila bukan, hapus kolomnya.",
        "Isinya angka 0 sampai 5, kata seperti Sangat Baik, atau tanggal yang mungkin semula 4/5. Kolom kode, kelompok, atau "
        "hitungan juga berisi angka kecil. Menghitungnya, atau membuangnya padahal pertanyaan, mengubah F-03, sehingga ditanyakan. Yang dikenali: kode formulir, P1, Q1, Pertanyaan 1, kata kunci pertanyaan, dan "
        "judul seragam bernomor seperti layanan1, layanan2.",
    ),
    Sentences(
        QUESTION_COUNT_UNUSUAL, "Jumlah pertanyaan F-03 tidak lazim",
        "yang dihitung {count} pertanyaan, sedangkan formulirnya memuat {forms: atau …}",
        "Pastikan tidak ada pertanyaan yang kurang, dan tidak ada kolom lain yang ikut dihitung: {columns:,…}.",
        "F-03 memuat 14 pertanyaan untuk layanan luring (formulir A) atau 11 untuk layanan daring (formulir B). Nilai dari "
        "pertanyaan yang lain jumlahnya tidak dapat dibandingkan begitu saja.",
    ),
    Sentences(
        FEW_RESPONDENTS, "Responden F-03 sedikit",
        "hanya ada {count} responden, kurang dari {least}",
        "Tambahlah responden bila masih dapat.",
        "Surat edaran PEKPPP 2022 meminta 10 sampai 20 responden; pada pelaksanaan 2026 dipakai 30. Angka resmi 2025 belum "
        "diketahui.",
    ),
    Sentences(
        ROWS_NOT_RESPONDENTS, "Baris yang bukan responden",
        "tidak dihitung sebagai responden: {why} (baris {rows})",
        "Tidak perlu tindakan bila baris itu memang bukan jawaban seorang responden.",
        "Baris jumlah, rata-rata, keterangan, tanda tangan, dan formulir yang tidak diisi bukan responden.",
    ),
    Sentences(
        FORM_FOR_ONLINE_SERVICE, "F-03 untuk layanan daring",
        "F-03 ini formulir {form} ({name}), sedangkan F-02 di sini menilai layanan luring (formulir A)",
        "Pakai bersama hanya bila unit memang dinilai dengan formulir yang sama untuk F-02 dan F-03.",
        "Layanan daring dinilai dengan formulir B, yang indikator F-02-nya juga lain dan belum ada di ipak. F-03-nya tetap "
        "dihitung.",
    ),
    Sentences(
        QUESTIONS_KNOWN_BY_NUMBER, "Pertanyaan F-03 dikenali dari nomornya",
        "kolom {columns:,…} dihitung sebagai pertanyaan sebab judulnya bernomor urut",
        "Periksa apakah semuanya pertanyaan F-03; hapus kolom yang bukan.",
        "Bunyi pertanyaan F-03 tidak diketahui kata demi kata. Kolom berjudul seragam seperti layanan1, layanan2, atau "
        "bernomor 1, 2, 3 dan seterusnya, dihitung bila semua isinya 0 sampai 5, dan disebut di sini supaya dapat diperiksa.",
    ),
    Sentences(
        TRIAL_ROWS_NOT_COUNTED, "Baris uji coba tidak dihitung",
        "baris {rows} tidak dihitung, sebab isinya menyebut uji coba",
        "Hapus baris itu bila memang uji coba; bila bukan, ganti kata uji cobanya.",
        "Formulir sering dicoba dahulu oleh petugas. Jawaban percobaan bukan jawaban pengguna layanan.",
    ),
    Sentences(
        QUESTIONS_KNOWN_BY_POSITION, "Pertanyaan F-03 dikenali dari tempatnya",
        "kolom {columns:,…} dihitung sebagai pertanyaan, sebab semua pertanyaan lain ada di tempatnya menurut urutan formulir",
        "Bila bukan pertanyaan F-03, hapus kolom itu.",
        "Judulnya tidak memuat kata kunci pertanyaan F-03. Kolomnya dihitung bila semua isinya 0 sampai 5, berdiri di antara "
        "pertanyaan yang dikenali, dan tepat melengkapi formulir 14 atau 11 pertanyaan menurut urutannya.",
    ),
    Sentences(
        TOO_MANY_COLUMNS, "Kolom jawaban F-03 terlalu banyak",
        "ada lebih dari {most} kolom; {count} kolom mulai {first} tidak dibaca",
        "Hapus kolom yang bukan jawaban dari salinan berkas, lalu jalankan lagi.",
        "Formulir F-03 mempunyai belasan pertanyaan. Berkas dengan ratusan kolom memuat hal lain, misalnya beberapa survei "
        "sekaligus, dan pertanyaan di kolom yang tidak dibaca akan hilang; karena itu rata-ratanya tidak dihitung.",
    ),
)  # fmt: skip
