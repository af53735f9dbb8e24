"""G45x: what people decide of suggestions before they are published, at a terminal or in a form."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.suggestions import (
    DECIDED_MEANWHILE,
    NO_WORDS_LEFT,
    NOT_A_REVIEW_FORM,
    REVIEW_DAMAGED,
    REVIEW_FORM_OF_OTHER_PERIOD,
    REVIEW_UNREADABLE,
    SUGGESTIONS_WAITING,
    TEXT_NOT_AMONG_SUGGESTIONS,
    WORDS_NOT_IN_TEXT,
    WORDS_WITHOUT_DECISION,
)

ENTRIES: Final = (
    Sentences(
        REVIEW_UNREADABLE, "Keputusan tentang saran tidak dapat dibaca",
        "berkas keputusan tentang saran tidak dapat dibaca",
        "Periksa apakah Anda berhak membacanya, dan apakah drive bersama tersambung.",
        "Berkas ini mencatat saran mana yang boleh terbit dan mana yang tidak. Selama tidak dapat dibaca, laporan periodenya "
        "tidak dibuat, sebab saran yang sudah ditolak akan tampak.",
    ),
    Sentences(
        REVIEW_DAMAGED, "Keputusan tentang saran rusak",
        "berkas keputusan tentang saran rusak, dari periode lain, atau dari ipak yang lebih baru",
        "Kembalikan dari cadangan. Bila tidak ada, hapus berkas ini, lalu tinjau lagi semua saran periodenya dengan "
        "`ipak suggestions --review`.",
        "Berkas ini hanya ditulis oleh ipak. Isinya tidak ditebak, sebab saran yang sudah ditolak dapat tampak di laporan.",
    ),
    Sentences(
        SUGGESTIONS_WAITING, "Saran menunggu ditinjau",
        "{count} saran {period} belum ditinjau; di laporan hanya tampak sebagai tema dan jumlahnya",
        "Tinjau dengan `ipak suggestions --period {period} --review`, atau di Excel dengan `ipak suggestions --period {period} "
        "--form saran.xlsx`; sesudah itu buat laporannya lagi dengan `ipak report` atau `ipak run`.",
        "Dengan suggestions: reviewed di ipak.yaml, sebuah saran baru dimuat kata demi kata sesudah seseorang menyetujuinya. "
        "Saran yang baru masuk atau teksnya berubah menunggu lagi.",
    ),
    Sentences(
        NOT_A_REVIEW_FORM, "Bukan formulir tinjauan saran",
        "berkas ini bukan formulir tinjauan saran, lembar tersembunyinya hilang, atau dibuat oleh ipak yang lebih baru",
        "Tulis formulir baru dengan nama berkas yang belum ada: `ipak suggestions --form NAMA-BARU.xlsx`, lalu isi yang itu.",
        "Formulir tinjauan mencatat periodenya dan keputusan ketika dibuat di lembar tersembunyi. Tanpa catatan itu, "
        "keputusan yang lebih baru dapat terhapus tanpa terlihat.",
    ),
    Sentences(
        REVIEW_FORM_OF_OTHER_PERIOD, "Formulir tinjauan untuk periode lain",
        "formulir ini untuk {found}, sedangkan yang diminta {asked}",
        "Hapus --period, atau pilih formulir periode itu.",
        "Keputusan tentang saran berlaku untuk satu periode.",
    ),
    Sentences(
        TEXT_NOT_AMONG_SUGGESTIONS, "Teks ini bukan saran yang sekarang",
        "teks pada baris ini tidak ada di antara saran {period} yang sekarang",
        "Bila ekspornya dihitung lagi sesudah formulir dibuat, tulis formulir baru. Bila teksnya diubah di sini, kembalikan: "
        "kata hanya dapat dihapus, lewat kolom Kata yang dihapus.",
        "Keputusan berlaku untuk teks yang persis dibaca peninjau. Kata-kata baru tidak pernah ditulis atas nama responden.",
    ),
    Sentences(
        WORDS_NOT_IN_TEXT, "Kata yang dihapus tidak ada di saran ini",
        "kata yang akan dihapus tidak ada, atau tidak berurutan, di saran ini",
        "Salin kata-katanya dari saran itu; pisahkan beberapa bagian dengan titik koma.",
        "Yang dapat dihapus hanyalah kata yang ada di dalam saran. Huruf besar dan tanda baca tidak dibedakan.",
    ),
    Sentences(
        NO_WORDS_LEFT, "Tidak ada kata yang tersisa",
        "semua kata saran ini akan dihapus",
        "Pilih jangan bila saran ini tidak boleh terbit.",
        "Saran tanpa kata tidak mengatakan apa pun.",
    ),
    Sentences(
        WORDS_WITHOUT_DECISION, "Kata yang dihapus tanpa keputusan",
        "ada kata yang akan dihapus, tetapi saran ini belum diputuskan",
        "Pilih Terbitkan bila saran ini terbit tanpa kata itu, atau kosongkan kata yang dihapus.",
        "Kata hanya dihapus dari saran yang diterbitkan; tanpa keputusan, kata itu tidak disimpan.",
    ),
    Sentences(
        DECIDED_MEANWHILE, "Sudah diputuskan lain sesudah formulir dibuat",
        "sesudah formulir dibuat, {by} memutuskan lain tentang saran ini ({now})",
        "Bicarakan, lalu tulis formulir baru atau pakai `ipak suggestions --review`; tidak ada yang ditulis dari formulir ini.",
        "Dua orang dapat meninjau sekaligus. Keputusan yang lebih baru tidak ditimpa oleh formulir yang lebih lama.",
    ),
)  # fmt: skip
