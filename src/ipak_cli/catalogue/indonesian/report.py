"""L5xx: what keeps a report from being made, and what it has to tell."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.report import (
    ASSESSMENT_INCOMPLETE,
    EDITED_FILES_KEPT,
    EDITED_FILES_OF_WITHDRAWN,
    EXPORT_FORMAT_NOT_INSTALLED,
    FIGURES_CONTRADICT_ANSWERS,
    FIRST_PERIOD,
    FORMAT_LEFT_OUT,
    FORMAT_NOT_INSTALLED,
    ITEM_TABLE_OF_OTHER_PERIOD,
    ITEMS_WITHOUT_ANSWERS,
    LEGAL_BASIS_UNKNOWN,
    NO_FIGURE_BEFORE,
    NO_RESULT_FOR_PERIOD,
    NOT_TYPESET,
    OLDER_FILES_BESIDE,
    OTHER_KINDS_NOT_SHOWN,
    OWN_TEMPLATE_STANDS,
    PERIOD_NOT_COMPARED,
    PERIOD_WITHOUT_RESULT,
    RESULT_NOT_THE_RUBRICS,
    RESULT_OF_OTHER_PERIOD,
    RESULT_WITHOUT_FIGURES,
    RUBRIC_CHANGED,
    SETTINGS_CHANGED_SINCE_RESULT,
    SVG_ENTITIES,
    SVG_OUTSIDE,
    SVG_SCRIPT,
    SVG_TOO_DEEP,
    TEMPLATE_TO_EJECT_UNKNOWN,
    TEMPLATE_UNREADABLE,
    TOO_FEW_RESPONDENTS,
    TOO_LARGE,
    TOO_LARGE_TOGETHER,
    UNKNOWN_FILES_COPIED,
    WORD_STYLES_MISSING,
    WORD_TEMPLATE_UNREADABLE,
)

_AGAIN: Final = "Hitung lagi periode ini dari semua berkas aslinya, dengan pilihan yang sama; jangan menyunting dokumen hasil."
_STOPPED: Final = (
    Sentences(
        PERIOD_WITHOUT_RESULT, "Periode laporan belum mempunyai hasil",
        "belum ada hasil survei tersimpan untuk periode {period}; yang ada: {stored}",
        "Hitung periode itu dengan `ipak score`, atau pilih periode yang sudah ada hasilnya.",
        "Laporan dibuat hanya dari dokumen hasil periodenya sendiri. Tanpa dokumen itu tidak ada angka yang dapat "
        "ditulis, dan angka periode lain tidak pernah dipakai sebagai gantinya.",
    ),
    Sentences(
        RESULT_OF_OTHER_PERIOD, "Hasil dari periode lain",
        "dokumen ini untuk periode {found}, sedangkan laporan dibuat untuk periode {period}",
        "Hitung lagi periode {period}, atau kembalikan dokumen ini ke foldernya.",
        "Setiap masukan laporan harus dari periode yang sama. Dengan begitu tabel periode lain tidak dapat terbawa.",
    ),
    Sentences(
        RESULT_WITHOUT_FIGURES, "Hasil tanpa angka",
        "hasil periode {period} berasal dari masukan yang bermasalah, sehingga tidak memuat angka",
        "Perbaiki masukannya, lalu hitung lagi periode ini.",
        "Dokumen hasil menyebut masalah yang membuat nilainya tidak dihitung. Laporan baru dapat dibuat setelah "
        "masalah itu diperbaiki.",
    ),
    Sentences(
        RESULT_NOT_THE_RUBRICS, "Isi hasil tidak sama dengan rubrik",
        "{what} pada hasil tidak sama dengan rubrik {rubric}: {codes}",
        _AGAIN,
        "Hasil harus memuat semua butir (survei) atau indikator (PEKPPP) rubriknya, masing-masing satu kali dan dalam "
        "urutan yang sama.",
    ),
    Sentences(
        FIGURES_CONTRADICT_ANSWERS, "Angka tidak sesuai dengan jawabannya",
        "{what} pada dokumen hasil tidak sesuai dengan jawaban yang tercatat di dokumen yang sama",
        _AGAIN,
        "Sebelum laporan dibuat, semua angka dihitung ulang dari banyaknya jawaban setiap butir. Angka yang berbeda "
        "berarti dokumen hasil pernah diubah.",
    ),
    Sentences(
        LEGAL_BASIS_UNKNOWN, "Nama pendek dasar hukum tidak dikenal",
        "legal_basis menyebut {id}, yang bukan nama pendek dasar hukum pada rubrik {rubric}; yang ada: {known}",
        "Pakai salah satu nama itu, atau tulis nama dan judul peraturannya selengkapnya.",
        "Isi legal_basis di ipak.yaml yang terdiri atas satu kata berhuruf kecil, seperti uu-25-2009, adalah nama pendek "
        "dari daftar pada rubrik; `ipak rubric show` menampilkan daftar itu. Isi yang lain dicetak seperti ditulis.",
    ),
)  # fmt: skip

_UNREADABLE: Final = (
    Sentences(
        TEMPLATE_UNREADABLE, "Templat tidak dapat dibaca",
        "templat ini tidak dapat dibaca sebagai teks UTF-8",
        "Simpan lagi sebagai teks UTF-8, atau hapus berkas ini supaya templat bawaan dipakai.",
        "Templat adalah teks biasa. Penyunting lama kadang menyimpannya dengan susunan huruf lain, dan pengolah kata "
        "menyimpannya sebagai berkas yang bukan teks.",
    ),
)  # fmt: skip

_TOLD: Final = (
    Sentences(
        RUBRIC_CHANGED, "Rubrik telah berubah",
        "hasil ini dihitung dengan {used}, sedangkan rubrik yang dipakai sekarang {now}",
        "Hitung lagi periode ini bila rubrik yang baru memang berlaku baginya.",
        "Angka laporan tetap diambil dari dokumen hasil. Karena rubriknya lain, angka itu tidak dapat dihitung ulang "
        "untuk diperiksa.",
    ),
    Sentences(
        TOO_FEW_RESPONDENTS, "Responden belum cukup",
        "jumlah responden belum cukup: {reason}",
        "Sebutkan keadaan ini ketika hasilnya dipakai, dan kumpulkan lebih banyak jawaban pada periode berikutnya.",
        "Jumlah responden dibandingkan dengan batas rubrik dan, bila jumlah pengunjung diketahui, dengan ukuran sampel "
        "menurut Krejcie dan Morgan.",
    ),
    Sentences(
        ITEM_TABLE_OF_OTHER_PERIOD, "Tabel butir sama dengan periode lain",
        "banyaknya jawaban setiap butir sama persis dengan periode {other}",
        "Pastikan masukan periode ini bukan berkas periode {other}.",
        "Dua periode hampir tidak pernah memberi jawaban yang sama persis untuk semua butir. Biasanya berkas periode "
        "lama terpakai lagi.",
    ),
    Sentences(
        ITEMS_WITHOUT_ANSWERS, "Butir tanpa jawaban",
        "{scored} dari {count} butir mempunyai nilai; yang belum: {codes}",
        "Periksa apakah kolom butir itu memang kosong pada ekspornya.",
        "Butir tanpa jawaban tidak mempunyai nilai, dan indeksnya tidak dapat dihitung. Laporan menuliskannya apa "
        "adanya.",
    ),
    Sentences(
        SETTINGS_CHANGED_SINCE_RESULT, "ipak.yaml berubah setelah hasil dihitung",
        "{what} di ipak.yaml sekarang {said}, tetapi hasilnya dihitung {used}",
        "Pastikan {names:dan} ada di folder masuk, lalu jalankan `ipak run`, yang menghitungnya lagi dengan cara yang sama.",
        "Laporan memakai angka dari dokumen hasil. Isi ipak.yaml yang diubah sesudahnya baru berlaku setelah dihitung "
        "ulang.",
    ),
    Sentences(
        WORD_TEMPLATE_UNREADABLE, "Templat Word tidak dapat dibuka",
        "berkas ini tidak dapat dibuka sebagai dokumen Word (.docx)",
        "Buka berkas itu di Word, simpan lagi sebagai Dokumen Word (.docx), atau hapus supaya templat bawaan dipakai.",
        "Dokumen .doc lama, dokumen yang disandikan, dan berkas yang terpotong tidak dapat dipakai.",
    ),
    Sentences(
        WORD_STYLES_MISSING, "Gaya pada templat Word tidak ada",
        "templat Word ini tidak mempunyai gaya: {styles}",
        "Keluarkan templat bawaan dengan `ipak report --eject word/laporan.docx` ke folder lain, lalu ubah salinan itu, "
        "bukan dokumen kosong.",
        "Laporan ditulis dengan gaya yang dikenal dari namanya; hurufnya, warnanya dan jaraknya boleh diubah.",
    ),
    Sentences(
        TEMPLATE_TO_EJECT_UNKNOWN, "Templat bawaan tidak dikenal",
        "tidak ada templat bawaan yang bernama {name}",
        "{advice}.",
        "`ipak report --eject NAMA` menyalin satu templat bawaan ke folder templat di ruang kerja, untuk diubah.",
    ),
    Sentences(
        OWN_TEMPLATE_STANDS, "Templat sendiri sudah ada",
        "berkas ini sudah ada dan tidak diganti",
        "Ubah berkas itu; untuk mulai lagi dari templat bawaan, ganti dulu namanya lalu ulangi.",
        "Templat di folder templat adalah milik kantor, dan ipak tidak pernah menimpanya.",
    ),
    Sentences(
        FORMAT_NOT_INSTALLED, "Bentuk laporan belum terpasang",
        "{file} tidak dapat dibuat, sebab pustaka ini belum terpasang: {modules}",
        "Pasang ulang ipak menurut README, atau minta bentuk lain, misalnya `--format html`.",
        "Word memerlukan python-docx dan typst, PDF memerlukan typst; keduanya ikut terpasang dengan pemasangan yang "
        "biasa.",
    ),
    Sentences(
        FORMAT_LEFT_OUT, "Bentuk laporan dilewati",
        "{file} tidak dibuat, sebab pustaka ini belum terpasang: {modules}",
        "Pasang ulang ipak menurut README; bentuk lain tetap dibuat.",
        "Tanpa --format dan tanpa `formats` di ipak.yaml, semua bentuk yang terpasang dibuat.",
    ),
    Sentences(
        OLDER_FILES_BESIDE, "Berkas laporan terdahulu masih ada",
        "tidak ikut diperbarui, jadi isinya mungkin lain dari laporan yang baru: {files:,}",
        "Buat lagi dengan `ipak report --format` yang menyebut bentuk itu (ringkasan: `--ringkas`), atau pindahkan berkas yang "
        "tidak diperlukan lagi.",
        "Berkas itu ditulis ketika bentuk lain diminta, ketika laporannya mempunyai gambar lain, atau di samping berkas yang "
        "sedang terbuka (“(baru)”). ipak tidak menghapusnya, sebab mungkin sudah disunting atau ditandatangani.",
    ),
    Sentences(
        EDITED_FILES_KEPT, "Berkas yang sudah disunting tidak ditimpa",
        "sudah diubah orang sejak ditulis, jadi dibiarkan: {files:,}. Yang baru ditulis di sebelahnya: {others:,}",
        "Bandingkan keduanya dan pindahkan suntingan Anda ke yang baru; lalu hapus yang lama, atau ganti namanya, dan beri yang baru "
        "nama semula. Bila yang lama tetap berlaku, misalnya sudah ditandatangani, biarkan saja.",
        "ipak mengingat apa yang ditulisnya. Berkas yang isinya lain dari itu milik orang yang mengubahnya, dan tidak pernah ditimpa "
        "atau dihapus. Berkas “(baru)” yang belum diubah diganti pada pembuatan berikutnya.",
    ),
    Sentences(
        UNKNOWN_FILES_COPIED, "Salinan berkas terdahulu disimpan",
        "isinya lain dari yang baru, dan tidak diketahui apakah sudah diubah orang: {files:,}. Sebelum diganti, disalin sebagai: "
        "{others:,}",
        "Bila ada suntingan atau tanda tangan di dalam salinan itu, pindahkan ke berkas yang baru; bila tidak, salinannya boleh "
        "dihapus.",
        "Catatan ipak tentang apa yang ditulisnya di tempat itu tidak ada: berkasnya dari versi terdahulu, ditulis dari ruang kerja "
        "lain, atau catatannya hilang. Supaya tidak ada yang hilang, isinya disalin dahulu.",
    ),
    Sentences(
        EDITED_FILES_OF_WITHDRAWN, "Berkas yang disunting tidak ikut ditarik",
        "hasil yang menjadi dasar berkas ini ditarik, tetapi berkasnya sudah diubah orang, jadi dibiarkan: {files:,}",
        "Periksa apakah berkas itu masih boleh dipakai; bila tidak, pindahkan atau hapus sendiri.",
        "Laporan dari hasil yang ditarik dihapus supaya tidak dipakai lagi. Yang sudah diubah orang tidak pernah dihapus.",
    ),
    Sentences(
        OTHER_KINDS_NOT_SHOWN, "Periode lain jenisnya tidak ikut dalam tren",
        "tren ini per {kind}; tidak ikut: {others}",
        "Untuk melihatnya jalankan `ipak trend --kind {first}` (ada jenis: {kinds:,}).",
        "Tahun hanya dibandingkan dengan tahun, triwulan dengan triwulan. Tanpa --kind dipakai jenis periode hasil "
        "yang terbaru.",
    ),
    Sentences(
        PERIOD_NOT_COMPARED, "Periode tidak ikut dibandingkan",
        "hasil periode {period} tidak ikut dibandingkan: {reason}",
        "Hitung lagi periode {period} dengan rubrik yang sama bila perlu dibandingkan.",
        "Tren hanya memuat hasil yang dapat dibaca dan yang rubriknya dapat dibandingkan dengan periode laporan.",
    ),
    Sentences(
        ASSESSMENT_INCOMPLETE, "Penilaian mandiri PEKPPP belum lengkap",
        "{answered} dari {count} indikator sudah dinilai",
        "Lengkapi isian indikator yang kosong, lalu nilai lagi dengan `ipak pekppp assess`.",
        "F-02 baru dihitung bila semua indikator mempunyai tingkat. Laporan menyebut indikator yang belum dinilai.",
    ),
)  # fmt: skip

_EXPORTS: Final = (
    Sentences(
        NOT_TYPESET, "Penyusun halaman menolak isinya",
        "{file} tidak dapat disusun: {reason}",
        "Coba tanpa logo, foto, atau teks yang terakhir ditambahkan; bila tetap gagal, laporkan kepada pengelola ipak "
        "dengan kode ini.",
        "Typst, yang menyusun PDF dan lembar publikasi, menolak isinya; keterangan sesudah titik dua adalah kata-katanya "
        "sendiri. Berkas yang lama tetap utuh. Pada `ipak run`, laporan tetap dibuat bila hanya lembar publikasinya yang "
        "ditolak.",
    ),
    Sentences(
        EXPORT_FORMAT_NOT_INSTALLED, "Bentuk ekspor belum terpasang",
        "data tidak dapat ditulis sebagai {format}, sebab pustaka ini belum terpasang: {modules}",
        "Pasang dengan `.venv/bin/pip install {modules}` (Windows: `.venv\\Scripts\\pip install {modules}`), atau minta "
        "bentuk lain, misalnya `--format csv`.",
        "Bentuk ini memerlukan pustaka yang ikut terpasang dengan pemasangan yang biasa, tetapi tidak ditemukan. Tidak ada "
        "berkas yang ditulis.",
    ),
)  # fmt: skip

ENTRIES: Final[tuple[Sentences, ...]] = (*_STOPPED, *_TOLD, *_UNREADABLE, *_EXPORTS)

SENTENCES: Final = {
    NO_RESULT_FOR_PERIOD: "tidak ada hasil untuk periode ini",
    FIRST_PERIOD: "periode pertama",
    TOO_LARGE: "lebih besar dari {limit}",
    TOO_LARGE_TOGETHER: "membuat semua logo dan foto bersama lebih besar dari {limit}",
    SVG_SCRIPT: "bagian yang dapat berjalan atau menautkan ({name})",
    SVG_OUTSIDE: "acuan ke luar berkasnya ({name})",
    SVG_ENTITIES: "singkatan XML (ENTITY)",
    SVG_TOO_DEEP: "bagian yang bersarang terlalu dalam",
    NO_FIGURE_BEFORE: "periode sebelumnya tanpa nilai",
}
