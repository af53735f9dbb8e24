"""E3xx: what a self-assessment comes to."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.pekppp import (
    CLAIM_ABOVE_FACTS,
    CLAIM_BELOW_FACTS,
    CLAIM_WITHOUT_FACTS,
    DATE_IN_FUTURE,
    DATE_LONG_PAST,
    DATES_REVERSED,
    FACTS_CONTRADICT,
    GOAL_UNKNOWN,
    INDEX_BETWEEN_CATEGORIES,
    INDICATOR_NOT_RATED,
    INSTRUMENT_AMBIGUOUS,
    LIMIT_NOT_REACHED,
    PERIOD_NOT_THE_WORKBOOKS,
    PLAN_NEEDS_ALL_INDICATORS,
    RESPONSES_SHARED_BY_WORKBOOKS,
    RESULT_NOT_STORED,
    USERS_TITLE_NAMES_OTHER_PERIOD,
    WORKBOOK_NEWER_THAN_PAGE,
)

ENTRIES: Final[tuple[Sentences, ...]] = (
    Sentences(
        CLAIM_ABOVE_FACTS, "Nilai mandiri lebih tinggi dari faktanya",
        "indikator {no}: nilai mandiri {claimed}, tetapi faktanya memberi {derived}",
        "Yang dihitung adalah nilai dari fakta; lengkapi faktanya atau perbaiki nilai mandirinya.",
        "Tingkat sebuah indikator diturunkan dari fakta menurut aturan instrumen. Nilai mandiri yang lebih tinggi "
        "tidak dapat dipertahankan di hadapan evaluator selama faktanya tidak mendukung.",
    ),
    Sentences(
        CLAIM_BELOW_FACTS, "Nilai mandiri lebih rendah dari faktanya",
        "indikator {no}: nilai mandiri {claimed}, tetapi faktanya memberi {derived}",
        "Yang dihitung adalah nilai dari fakta; periksa apakah semua jawabannya benar.",
        "Fakta yang diisi sudah memenuhi tingkat yang lebih tinggi. Mungkin nilai mandirinya belum diperbarui, atau "
        "ada fakta yang dijawab terlalu baik.",
    ),
    Sentences(
        INSTRUMENT_AMBIGUOUS, "Instrumen mendua",
        "indikator {no}: {text}",
        "Siapkan penjelasan untuk evaluator, sebab ia mungkin membaca instrumen secara lain.",
        "Pada keadaan ini bunyi instrumen tidak menentukan satu tingkat saja. ipak memakai bacaan yang disebut, selalu "
        "dengan peringatan, supaya tidak ada tingkat yang ditebak diam-diam.",
    ),
    Sentences(
        INDICATOR_NOT_RATED, "Indikator belum dinilai",
        "indikator {no} belum dapat dinilai: {reason}",
        "Lengkapi isian indikator ini; selama ada yang kosong atau tidak terbaca, F-02 tidak dihitung.",
        "Isian kosong bukan nilai 0. Indeks baru dihitung bila seluruh indikator sudah mempunyai tingkat, sebab "
        "mengisi yang kosong dengan 0 atau dengan rata-rata berarti menebak.",
    ),
    Sentences(
        CLAIM_WITHOUT_FACTS, "Nilai mandiri tanpa fakta",
        "indikator {no}: tidak ada fakta yang diisi, sehingga nilai mandirinya dipakai apa adanya",
        "Isi fakta indikator ini supaya tingkatnya dapat ditunjukkan.",
        "Nilai mandiri tanpa fakta tetap dihitung, tetapi ditandai, sebab tidak ada yang mendukungnya selain "
        "pengakuan.",
    ),
    Sentences(
        INDEX_BETWEEN_CATEGORIES, "Nilai di celah kategori",
        "{figure} sebelum dibulatkan ada tepat di bawah batas kategori {category}",
        "Sebut kategori ini sebagai hasil pembulatan; evaluator yang tidak membulatkan akan memberi kategori di bawahnya.",
        "Batas kategori ditulis dengan dua angka di belakang koma, misalnya 4,00 lalu 4,01. Nilai di antaranya dibulatkan "
        "lebih dulu, setengah ke atas.",
    ),
    Sentences(
        PERIOD_NOT_THE_WORKBOOKS, "Periode berbeda dari buku kerja",
        "buku kerja menyebut periode {written}, tetapi yang diminta {asked}",
        "Yang dipakai adalah yang diminta; periksa apakah buku kerjanya benar.",
        "Buku kerja dari periode lain mudah terbawa ketika berkas lama disalin.",
    ),
    Sentences(
        RESULT_NOT_STORED, "Hasil tidak disimpan",
        "periodenya tidak diketahui, sehingga hasil tidak disimpan di ruang kerja",
        "Isi sel Triwulan di lembar Penilaian, atau tambahkan misalnya --period IV-2024.",
        "Hasil di ruang kerja disimpan per periode, di folder hasil.",
    ),
    Sentences(
        GOAL_UNKNOWN, "Sasaran tidak dikenal",
        "sasaran “{target}” bukan kategori dan bukan nilai 0 sampai 5",
        "Pakai salah satu kategori ({categories}) atau sebuah nilai, misalnya --target 4,2.",
        "Sasaran rencana adalah kategori pada rubrik, atau nilai F-02 yang ingin dicapai.",
    ),
    Sentences(
        PLAN_NEEDS_ALL_INDICATORS, "Rencana memerlukan semua indikator",
        "indikator {indicators} belum dinilai",
        "Lengkapi isian indikator itu, lalu ulangi.",
        "Tanpa tingkat hari ini, jarak ke sasaran tidak diketahui; isian kosong tidak dianggap 0.",
    ),
    Sentences(
        LIMIT_NOT_REACHED, "Batas tidak tercapai",
        "{what} tidak mencapai batas {least}",
        "Lihat yang paling menaikkan nilai dengan `ipak pekppp plan`, atau ubah batas --fail-under.",
        "Dengan --fail-under perintah berakhir dengan kode keluar 3 bila nilainya kurang dari batas, atau belum dapat "
        "dihitung. Yang dibandingkan adalah IPP bila F-03 diketahui, dan F-02 bila tidak.",
    ),
    Sentences(
        RESPONSES_SHARED_BY_WORKBOOKS, "Satu F-03 untuk beberapa buku kerja",
        "satu F-03 tidak dapat dipakai untuk {count} buku kerja",
        "Nilai buku kerja itu satu per satu, masing-masing dengan F-03-nya sendiri.",
        "F-03 adalah nilai pengguna layanan satu unit dalam satu periode. Memakainya untuk unit atau periode lain berarti "
        "menebak nilai mereka.",
    ),
    Sentences(
        FACTS_CONTRADICT, "Fakta yang bertentangan",
        "{first:,} bertentangan dengan {second:,}: {text}",
        "Periksa isian itu dan perbaiki yang keliru; sampai diperbaiki, tingkatnya dihitung dari isian yang ada.",
        "Dua jawaban itu tidak mungkin benar bersama-sama, dan evaluator langsung melihatnya. Daftarnya ada di rubrik "
        "(implications). Peringatan ini tidak mengubah tingkat.",
    ),
    Sentences(
        DATE_IN_FUTURE, "Tanggal di masa depan",
        "indikator {no}: {fact} berisi {day}, yang belum tiba",
        "Periksa tanggalnya; laporan yang belum terbit belum menjadi bukti.",
        "Tanggal laporan dibandingkan dengan hari ini. Biasanya tahun atau bulannya salah ketik; tingkatnya tetap "
        "dihitung dari isian yang ada.",
    ),
    Sentences(
        DATE_LONG_PAST, "Tanggal yang sudah lama",
        "indikator {no}: {fact} berisi {day}, lebih dari dua tahun sebelum {end}",
        "Periksa tanggalnya, dan apakah laporan ini memang yang terakhir.",
        "Yang dinilai adalah keadaan periode ini. Laporan yang lebih dari dua tahun lebih tua biasanya laporan lama atau "
        "salah ketik tahunnya; tingkatnya tetap dihitung dari isian yang ada.",
    ),
    Sentences(
        DATES_REVERSED, "Tindak lanjut bertanggal sebelum laporannya",
        "indikator {no}: {later} berisi {end}, sebelum {earlier} yang berisi {start}",
        "Periksa kedua tanggalnya; salah satunya tentu keliru.",
        "Laporan tindak lanjut tidak mungkin terbit sebelum laporan yang ditindaklanjutinya. Peringatan ini diberikan pada "
        "tingkat berapa pun, juga bila tingkatnya belum bergantung pada kedua tanggal itu.",
    ),
    Sentences(
        USERS_TITLE_NAMES_OTHER_PERIOD, "Judul berkas F-03 menyebut periode lain",
        "judul di atas jawaban F-03 menyebut periode {named}, sedangkan penilaiannya untuk periode {period}",
        "Pastikan berkas F-03 ini bukan dari periode lain.",
        "F-03 adalah nilai pengguna layanan pada periode yang dinilai. Judul yang menyebut periode lain biasanya tanda "
        "berkas lama terpakai lagi.",
    ),
    Sentences(
        WORKBOOK_NEWER_THAN_PAGE, "Buku kerja lebih baru daripada isian",
        "{what}: isian Anda “{form}”, tetapi buku kerja sekarang menyebut “{now}”, sebab diubah orang lain sesudah halaman "
        "ini dibuka",
        "Bila isian Anda yang benar, tekan “Simpan” sekali lagi. Bila yang lain itu yang benar, tulis di isian ini.",
        "Halaman PEKPPP mencatat isi buku kerja ketika dibuka. Bila sesudah itu isian yang sama diubah di tempat lain "
        "menjadi berbeda, tidak ada yang ditimpa diam-diam.",
    ),
)  # fmt: skip
