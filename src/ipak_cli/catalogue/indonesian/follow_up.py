"""D67x and D68x: forms that may be older than ``ipak.yaml``, and the form of a period's follow-up."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.follow_up import (
    FILLED_FORM_KEPT,
    FORM_MADE_BY_REPORT,
    FORM_NOT_READ_BY_THIS_VERSION,
    FORM_OF_OTHER_RUBRIC,
    FORM_OF_OTHER_UNIT,
    FORM_PERIOD_WITHOUT_RESULT,
    FORM_RECORD_LOST,
    FORM_STILL_OPEN,
    FORM_TAKEN,
    GENERAL_PLAN_STAYS,
    ROW_NOT_ASKED,
    SETTINGS_NEWER_THAN_CELL,
    SETTINGS_NEWER_THAN_FORM,
)

ENTRIES: Final = (
    Sentences(
        FORM_RECORD_LOST, "Formulir tindak lanjut tanpa periode",
        "lembar tersembunyi yang mencatat periode formulir ini tidak ada atau rusak",
        "Salin isian ke formulir yang ditulis `ipak report` untuk periodenya, lalu baca formulir itu.",
        "Setiap formulir tindak lanjut mencatat periode, rubrik, dan isi ipak.yaml ketika formulir dibuat di lembar "
        "tersembunyi. Catatan itu hilang bila lembarnya disalin ke berkas lain. Periodenya tidak ditebak.",
    ),
    Sentences(
        FORM_OF_OTHER_RUBRIC, "Formulir dari rubrik lain",
        "formulir ini dibuat untuk rubrik {found}, sedangkan hasil {period} sekarang dihitung dengan rubrik {known}",
        "Hapus formulir lama, jalankan `ipak report --period {period}`, lalu isi formulir yang baru.",
        "Kode butir pada rubrik lain berarti pertanyaan lain. Karena itu rencananya tidak dipindahkan begitu saja.",
    ),
    Sentences(
        FORM_OF_OTHER_UNIT, "Formulir dari unit lain",
        "formulir ini milik “{found}”, sedangkan ruang kerja ini milik “{known}”",
        "Baca formulir ini di ruang kerja unitnya. Bila unitnya sama dan hanya namanya yang diganti, hapus formulir lama, "
        "jalankan `ipak report`, lalu salin isiannya ke formulir baru.",
        "Rencana tindak lanjut sebuah unit tidak boleh masuk ke laporan unit lain.",
    ),
    Sentences(
        FORM_PERIOD_WITHOUT_RESULT, "Formulir untuk periode tanpa hasil",
        "formulir ini untuk {period}, tetapi ruang kerja ini tidak mempunyai hasil survei {period}",
        "Periksa apakah berkasnya dari ruang kerja ini; bila ya, hitung dulu survei periode itu.",
        "Tindak lanjut ditulis untuk butir yang nilainya di bawah target. Tanpa hasil periode itu, tidak ada butirnya.",
    ),
    Sentences(
        ROW_NOT_ASKED, "Butir yang tidak ada di formulir tindak lanjut",
        "“{code}” bukan butir yang ditanyakan formulir {period}; yang ditanyakan: {codes}",
        "Kembalikan kode di kolom pertama, atau hapus barisnya. Rencana untuk butir lain ditulis lewat "
        "`ipak settings NAMA-BARU.xlsx`.",
        "Formulir hanya memuat butir di bawah target. Baris tambahan tidak dibuang diam-diam dan tidak ditulis.",
    ),
    Sentences(
        SETTINGS_NEWER_THAN_CELL, "ipak.yaml lebih baru daripada isian",
        "{what}: formulir menyebut “{form}”, ipak.yaml sekarang menyebut “{now}”, dan ipak.yaml diubah sesudah formulir "
        "dibuat atau terakhir dibaca",
        "Bila isi ipak.yaml yang benar, tulis isi itu juga di sel ini. Bila isi formulir yang benar, tulis di ipak.yaml. "
        "Lalu jalankan lagi.",
        "Formulir mencatat isi ipak.yaml ketika dibuat dan ketika terakhir dibaca. Bila sesudah itu keduanya diubah dengan "
        "cara yang berbeda, tidak ada yang ditimpa diam-diam. Sel yang tidak diisi di formulir tidak mengubah apa pun.",
    ),
    Sentences(
        SETTINGS_NEWER_THAN_FORM, "Formulir lebih lama daripada ipak.yaml",
        "ipak.yaml diubah sesudah formulir ini dibuat, dan tetap berlaku untuk: {labels}",
        "Tidak perlu tindakan. Untuk formulir dengan isi yang sekarang, buat formulir baru.",
        "Sel yang tidak diubah di formulir tidak mengembalikan isi lama ke ipak.yaml.",
    ),
    Sentences(
        GENERAL_PLAN_STAYS, "Rencana untuk semua periode tetap berlaku",
        "baris {code} dikosongkan, tetapi follow_up umum di ipak.yaml tetap memuat rencana {code} untuk semua periode",
        "Tulis rencana untuk periode ini, atau hapus {code} dari follow_up umum di ipak.yaml.",
        "Rencana sebuah periode menggantikan rencana umum. Rencana yang kosong tidak dapat menggantikannya, sehingga laporan "
        "akan tetap menyebut rencana umum.",
    ),
    Sentences(
        FILLED_FORM_KEPT, "Formulir tindak lanjut yang sudah diisi tidak ditimpa",
        "formulir ini sudah diubah orang atau sedang dibuka, jadi tidak ditulis ulang",
        "Bila isinya belum dibaca, baca dengan `ipak settings` dan nama berkas ini; bila sudah, tidak ada yang perlu dilakukan. "
        "Untuk formulir baru, hapus atau pindahkan berkas ini, lalu jalankan `ipak report`.",
        "`ipak report` hanya mengganti formulir yang masih persis seperti ditulisnya. Formulir yang pernah disimpan dengan "
        "Excel atau LibreOffice adalah milik yang mengisi.",
    ),
    Sentences(
        FORM_TAKEN, "Formulir tindak lanjut dibaca",
        "rencana tindak lanjut {period} ditulis ke ipak.yaml: {labels}",
        "Tidak perlu tindakan; isi ipak.yaml yang lama disimpan sebagai ipak.yaml.lama.",
        "`ipak run` membaca formulir tindak lanjut yang ditaruh di folder masuk, lalu membuat lagi laporan periodenya.",
    ),
    Sentences(
        FORM_MADE_BY_REPORT, "Formulir tindak lanjut ditulis oleh ipak report",
        "berkas ini tidak ada; formulir tindak lanjut ditulis `ipak report` di folder laporan",
        "Periksa nama foldernya, misalnya laporan/IV-2024/{name}, atau jalankan `ipak report` lebih dulu. Formulir seluruh "
        "ipak.yaml diberi nama lain.",
        "`ipak settings` menulis formulir seluruh ipak.yaml bila berkasnya belum ada. Nama formulir tindak lanjut tidak "
        "dipakai untuk itu, supaya keduanya tidak tertukar.",
    ),
    Sentences(
        FORM_NOT_READ_BY_THIS_VERSION, "Formulir dari ipak yang lebih baru",
        "formulir ini dibuat oleh ipak yang lebih baru, dengan susunan yang belum dikenal",
        "Perbarui ipak di komputer ini, lalu jalankan lagi.",
        "Formulir mencatat susunannya. Susunan yang lebih baru mungkin berarti lain, jadi tidak ditebak.",
    ),
    Sentences(
        FORM_STILL_OPEN, "Formulir masih terbuka di program lain",
        "formulir ini masih terbuka; yang dibaca hanya yang sudah disimpan",
        "Simpan dan tutup formulirnya, lalu jalankan lagi.",
        "Excel dan LibreOffice menaruh berkas kunci di samping berkas yang sedang dibuka. Isian yang belum disimpan belum ada "
        "di berkasnya.",
    ),
)  # fmt: skip
