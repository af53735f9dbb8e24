"""E2xx: evidence files, and the file of service users' answers (E221 to E239)."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.pekppp import (
    ALL_EVIDENCE_MISSING,
    ANSWER_COLUMN_WITHOUT_HEADER,
    COLUMN_MAYBE_QUESTION,
    COLUMNS_NOT_COUNTED,
    EVIDENCE_FILE_EMPTY,
    EVIDENCE_FILE_MISSING,
    EVIDENCE_FILE_UNREADABLE,
    EVIDENCE_FOLDER_MISSING,
    EVIDENCE_IS_FOLDER,
    EVIDENCE_NAME_CASE_DIFFERS,
    EVIDENCE_NAME_FORBIDDEN_CHARACTER,
    EVIDENCE_NAME_TOO_LONG,
    EVIDENCE_NAME_UNICODE_DIFFERS,
    EVIDENCE_NOT_REGULAR_FILE,
    EVIDENCE_PATH_ABSOLUTE,
    EVIDENCE_SHARED_BY_INDICATORS,
    EXTREMES_NEVER_CHOSEN,
    FEW_RESPONDENTS,
    FORM_FOR_ONLINE_SERVICE,
    LINK_LEAVES_EVIDENCE_FOLDER,
    NAME_LEAVES_EVIDENCE_FOLDER,
    NO_USER_ANSWERS,
    QUESTION_COUNT_UNUSUAL,
    QUESTIONS_KNOWN_BY_NUMBER,
    QUESTIONS_KNOWN_BY_POSITION,
    RATING_WITHOUT_EVIDENCE,
    ROWS_NOT_RESPONDENTS,
    SAME_EVIDENCE_UNDER_OTHER_NAMES,
    SEVERAL_ANSWER_SHEETS,
    TOO_MANY_COLUMNS,
    TRIAL_ROWS_NOT_COUNTED,
)

_INSIDE: Final = (
    "Salin berkas itu ke dalam folder bukti, lalu tulis namanya saja, misalnya sk/standar-pelayanan.pdf."
)
_EVIDENCE: Final[tuple[Sentences, ...]] = (
    Sentences(
        EVIDENCE_FOLDER_MISSING, "Folder bukti tidak ada",
        "folder bukti tidak ditemukan atau tidak dapat dibuka",
        "Sebutkan folder yang benar dengan --evidence-root.",
        "Nama bukti di buku kerja dibaca mulai dari folder bukti. Tanpa folder itu tidak satu berkas pun dapat "
        "diperiksa, jadi semuanya tercatat belum ada.",
    ),
    Sentences(
        EVIDENCE_PATH_ABSOLUTE, "Alamat lengkap, bukan nama di folder bukti",
        "“{name}” adalah alamat lengkap di satu komputer",
        _INSIDE,
        "Alamat yang diawali /, ~/, huruf disk (D:), atau nama server (\\\\server) hanya berlaku di komputer yang "
        "menulisnya. Berkas di luar folder bukti tidak pernah dibuka.",
    ),
    Sentences(
        NAME_LEAVES_EVIDENCE_FOLDER, "Nama yang keluar dari folder bukti",
        "“{name}” keluar dari folder bukti",
        _INSIDE,
        "Tanda .. berarti satu folder di atasnya. Di sini jumlahnya membawa ke luar folder bukti, dan berkas di luar "
        "folder bukti tidak pernah dibuka.",
    ),
    Sentences(
        LINK_LEAVES_EVIDENCE_FOLDER, "Pintasan yang keluar dari folder bukti",
        "“{name}” melewati tautan simbolik yang menuju ke luar folder bukti",
        "Ganti tautan simbolik itu dengan salinan berkas aslinya.",
        "Tautan simbolik adalah pintasan ke berkas atau folder lain. Yang menuju ke luar folder bukti tidak diikuti, "
        "sebab isinya tidak ikut bila folder bukti dikirim.",
    ),
    Sentences(
        EVIDENCE_NAME_FORBIDDEN_CHARACTER, "Tanda terlarang dalam nama bukti",
        "“{name}” memuat tanda yang tidak dapat dipakai dalam nama berkas",
        'Tulis satu nama berkas, tanpa tanda < > : " | ? *; keterangan ditulis di kolom Catatan lembar Penilaian.',
        "Tanda-tanda itu tidak dapat dipakai dalam nama berkas di Windows. Biasanya selnya berisi keterangan, bukan "
        "nama berkas, atau alamat web yang tidak diawali https://.",
    ),
    Sentences(
        EVIDENCE_NAME_TOO_LONG, "Nama bukti terlalu panjang",
        "“{name}” lebih panjang dari {limit} huruf",
        "Tulis nama berkasnya saja; penjelasan ditulis di kolom Catatan lembar Penilaian.",
        "Tidak ada berkas yang namanya sepanjang itu. Biasanya selnya berisi penjelasan, bukan nama berkas.",
    ),
    Sentences(
        EVIDENCE_FILE_MISSING, "Berkas bukti tidak ada",
        "“{name}” tidak ada di folder bukti",
        "Salin berkasnya ke folder bukti atau perbaiki namanya; nama lain dipisah titik koma, alamat web ditulis "
        "lengkap dengan https://, dan keterangan ditulis di kolom Catatan lembar Penilaian.",
        "Nama itu dicari dari folder bukti. Bukti yang tidak ada dicatat, tetapi tidak mengubah tingkat indikator.",
    ),
    Sentences(
        EVIDENCE_NAME_CASE_DIFFERS, "Huruf besar dan kecil berbeda",
        "“{name}” tidak ada; yang ada “{real}”",
        "Tulis “{real}”, atau ganti nama berkasnya.",
        "Sebagian komputer membedakan huruf besar dan kecil dalam nama berkas. Di komputer evaluator berkas itu "
        "mungkin tidak ditemukan, jadi di sini pun dianggap belum ada.",
    ),
    Sentences(
        EVIDENCE_FILE_EMPTY, "Berkas bukti kosong",
        "“{name}” kosong (0 bita)",
        "Salin ulang berkas aslinya.",
        "Berkasnya ada tetapi tidak berisi apa pun. Biasanya penyalinan atau pengunduhannya terputus.",
    ),
    Sentences(
        EVIDENCE_IS_FOLDER, "Folder, bukan berkas bukti",
        "“{name}” adalah folder, bukan berkas",
        "Sebutkan berkas di dalamnya satu per satu.",
        "Isi folder dapat berubah tanpa terlihat, jadi yang dicatat sebagai bukti adalah berkas.",
    ),
    Sentences(
        EVIDENCE_FILE_UNREADABLE, "Berkas bukti tidak dapat dibaca",
        "“{name}” tidak dapat dibaca: {reason}",
        "Periksa izin berkas dan foldernya, atau salin ulang berkas itu.",
        "Berkasnya ada tetapi sistem operasi menolak membacanya, sehingga isinya tidak dapat dipastikan.",
    ),
    Sentences(
        EVIDENCE_NOT_REGULAR_FILE, "Bukan berkas biasa",
        "“{name}” adalah perangkat atau saluran, bukan berkas",
        "Ganti dengan berkas dokumen biasa.",
        "Perangkat, saluran, dan soket tidak pernah dibuka, sebab membacanya dapat menunggu tanpa akhir.",
    ),
    Sentences(
        EVIDENCE_NAME_UNICODE_DIFFERS, "Susunan huruf Unicode berbeda",
        "“{name}” tersimpan dengan susunan huruf Unicode yang lain, sebagai “{real}”",
        "Tidak perlu tindakan; ganti nama berkasnya bila evaluator tidak dapat membukanya.",
        "Huruf beraksen seperti é dapat disimpan sebagai satu tanda atau sebagai huruf dan aksennya. Tampaknya sama "
        "dan dianggap sama.",
    ),
    Sentences(
        EVIDENCE_SHARED_BY_INDICATORS, "Satu berkas untuk beberapa indikator",
        "“{name}” menjadi bukti untuk indikator {indicators}",
        "Tidak perlu tindakan bila isinya memang membuktikan semuanya.",
        "Satu dokumen boleh membuktikan lebih dari satu indikator, asal isinya memang memuat semuanya.",
    ),
    Sentences(
        SAME_EVIDENCE_UNDER_OTHER_NAMES, "Isi sama dengan nama berbeda",
        "isi {names: dan …} sama persis, padahal menjadi bukti untuk indikator {indicators}",
        "Periksa apakah ada berkas yang keliru disalin; bila memang satu dokumen, pakai satu nama saja.",
        "Berkas-berkas itu tampak sebagai bukti yang berlainan tetapi isinya sama bita demi bita. Biasanya satu di "
        "antaranya salah salin.",
    ),
    Sentences(
        RATING_WITHOUT_EVIDENCE, "Nilai tanpa bukti",
        "indikator {indicators} bernilai di atas 0 tanpa satu pun bukti",
        "Tulis nama berkas atau alamat web buktinya di kolom Bukti.",
        "Evaluator meminta bukti dukung untuk setiap nilai. Tingkatnya tetap dihitung dari fakta.",
    ),
    Sentences(
        ALL_EVIDENCE_MISSING, "Tidak satu pun bukti ada",
        "tidak satu pun dari {count} berkas bukti yang disebut ada di folder bukti",
        "Salin berkasnya ke folder bukti, atau perbaiki namanya di buku kerja; pada `ipak pekppp assess` folder lain "
        "dapat disebut dengan --evidence-root.",
        "Biasanya folder buktinya keliru. Tanpa --evidence-root nama bukti dicari di folder bukti ruang kerja, atau di "
        "folder buku kerja itu sendiri bila tidak ada ruang kerja.",
    ),
)  # fmt: skip

_USERS: Final[tuple[Sentences, ...]] = (
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
        "Beri kolom itu judul yang memuat huruf, misalnya P1; hapus kolomnya dari salinan berkas bila bukan pertanyaan.",
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
        "Bila pertanyaan, ganti judulnya menjadi kode formulirnya, misalnya 1.a.K1, atau P1; bila bukan, hapus "
        "kolomnya dari salinan berkas.",
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
        "Periksa apakah semuanya pertanyaan F-03; hapus kolom yang bukan dari salinan berkas.",
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
        "Bila bukan pertanyaan F-03, hapus kolom itu dari salinan berkas.",
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

ENTRIES: Final[tuple[Sentences, ...]] = (*_EVIDENCE, *_USERS)
