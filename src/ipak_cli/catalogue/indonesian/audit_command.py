"""A150 to A159 and A190 to A199: claims against stored results, and what the command needs to know."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.audit_command import (
    AUDIT_REPORT_EXISTS,
    FIGURE_NOT_AS_STORED,
    INSTRUMENT_DOUBTFUL,
    INSTRUMENT_UNKNOWN,
    REPORT_NOT_A_FILE,
    REPORT_PERIOD_UNKNOWN,
    STORED_OF_OTHER_RUBRIC,
    STORED_PERIOD_MISSING,
    STORED_UNREADABLE,
    STORED_VALUE,
    TYPED_KIND_UNKNOWN,
    TYPED_PERIOD_UNREADABLE,
    TYPED_SUBJECT_UNKNOWN,
    TYPED_TABLE_EMPTY,
    TYPED_VALUE_UNREADABLE,
)

ENTRIES: Final = (
    Sentences(
        FIGURE_NOT_AS_STORED, "Angka berbeda dari hasil yang tersimpan",
        "{what} {period} ditulis {value}, padahal hasil yang tersimpan {stored} (sumber {source})",
        "Cocokkan angka itu dengan hasil yang tersimpan; bila jawaban berubah sesudah laporan terbit, hitung ulang "
        "dan terbitkan ralat.",
        "Hasil yang tersimpan di ruang kerja dihitung dari ekspor jawaban. Sidik digital sumbernya menunjukkan "
        "berkas mana yang dihitung. Angka yang sama setelah dibulatkan tidak disebut.",
    ),
    Sentences(
        STORED_PERIOD_MISSING, "Periode tanpa hasil tersimpan",
        "ruang kerja ini tidak mempunyai hasil {period}; {count} angka periode itu hanya diperiksa dengan hitungan "
        "di dalam laporan",
        "Hitung dulu periode itu dengan ipak score bila ekspor jawabannya masih ada, lalu audit lagi.",
        "Angka laporan hanya dibandingkan dengan hasil periode yang sama. Hasil periode lain tidak dipakai sebagai "
        "pengganti.",
    ),
    Sentences(
        STORED_OF_OTHER_RUBRIC, "Hasil tersimpan memakai rubrik lain",
        "hasil {period} di ruang kerja dihitung dengan rubrik {stored}, sehingga tidak dibandingkan",
        "Sebutkan rubrik laporan dengan --rubric bila instrumennya keliru dikenali.",
        "Dua instrumen menanyakan hal yang berbeda, sehingga angkanya tidak dapat dibandingkan.",
    ),
    Sentences(
        STORED_UNREADABLE, "Hasil tersimpan tidak terbaca",
        "hasil {period} di ruang kerja tidak dapat dibaca, sehingga tidak dibandingkan",
        "Hitung ulang periode itu dengan ipak score, lalu audit lagi.",
        "Dokumen hasil yang rusak atau dibuat versi lain tidak dipakai sebagai pembanding.",
    ),
    Sentences(
        INSTRUMENT_UNKNOWN, "Instrumen laporan tidak dikenali",
        "laporan ini tidak menyebut butir ataupun indeks dari instrumen yang dikenal ({known}), atau menyebut jumlah "
        "butir lain",
        "Periksa apakah berkasnya benar. Sebutkan rubrik yang butirnya sama dengan --rubric, misalnya --rubric "
        "{first}; bila kuesionernya lain, sebutkan berkas rubriknya.",
        "Instrumen dikenali dari kalimat butir dan nama indeks yang disebut laporan, dan dari jumlah butir "
        "kuesionernya, seluruhnya atau tiap indeks, bila laporan menyebutnya. Instrumen menentukan skala, butir, dan "
        "poin, sehingga tidak ditebak.",
    ),
    Sentences(
        INSTRUMENT_DOUBTFUL, "Instrumen laporan meragukan",
        "laporan ini sama banyak menyebut isi beberapa instrumen: {known}",
        "Sebutkan salah satunya dengan --rubric, misalnya --rubric {first}.",
        "Instrumen menentukan skala, butir, dan poin. Bila dua instrumen sama cocoknya, tidak ada yang dipilihkan.",
    ),
    Sentences(
        REPORT_PERIOD_UNKNOWN, "Periode laporan tidak disebut",
        "laporan ini tidak menyebut periodenya, sehingga angkanya tidak dibandingkan menurut periode",
        "Sebutkan periodenya, misalnya --period IV-2024.",
        "Periode diambil dari judul laporan, atau dari periode yang paling sering disebut.",
    ),
    Sentences(
        AUDIT_REPORT_EXISTS, "Berkas laporan audit sudah ada",
        "berkas sudah ada dan tidak ditimpa",
        "Pilih nama lain, atau tambahkan --force bila berkas itu laporan audit yang lama.",
        "Laporan audit tidak pernah menimpa berkas lain tanpa diminta, sebab berkas itu mungkin laporan yang diaudit.",
    ),
    Sentences(
        TYPED_KIND_UNKNOWN, "Jenis angka tidak dikenal",
        "jenis “{value}” tidak ada dalam daftar",
        "Pilih jenis dari daftar di sel itu.",
        "Jenis menentukan dengan angka apa nilai itu dibandingkan.",
    ),
    Sentences(
        TYPED_SUBJECT_UNKNOWN, "Hal tidak dikenal",
        "“{value}” bukan indeks, butir, ataupun jawaban dari rubrik {rubric}",
        "Pilih dari daftar di sel itu, atau kosongkan bila angkanya mengenai seluruh survei.",
        "Hal adalah yang dibicarakan angka itu: kode indeks, kode butir, atau nilai jawaban.",
    ),
    Sentences(
        TYPED_VALUE_UNREADABLE, "Nilai tidak terbaca",
        "nilai “{value}” bukan angka untuk {kind}",
        "Ketik angkanya persis seperti tercetak, misalnya 3,91 atau 97,86 atau 1.234, tanpa satuan.",
        "Banyaknya angka di belakang koma ikut dipakai, sehingga 3,90 berbeda dari 3,9.",
    ),
    Sentences(
        TYPED_PERIOD_UNREADABLE, "Periode tidak terbaca",
        "“{value}” bukan periode",
        "Tulis misalnya IV-2024, II-2024S (semester), 2024, atau 2024-10; kosongkan bila sama dengan periode laporan.",
        "Angka hanya dibandingkan dengan angka periode yang sama.",
    ),
    Sentences(
        TYPED_TABLE_EMPTY, "Tabel angka masih kosong",
        "tabel angka ini belum berisi satu baris pun",
        "Isi lembar {sheet} dengan angka dari laporan, satu angka satu baris, lalu audit lagi.",
        "Tanpa angka tidak ada yang dapat diperiksa.",
    ),
    Sentences(
        REPORT_NOT_A_FILE, "Bukan berkas laporan",
        "ini folder atau perangkat, bukan berkas laporan",
        "Sebutkan nama berkas laporannya, misalnya laporan.docx.",
        "Yang diaudit adalah berkas laporan: Word, PDF berisi teks, Excel, HTML, Markdown, atau teks.",
    ),
)  # fmt: skip
SENTENCES: Final = {
    STORED_VALUE: "menurut hasil yang tersimpan: {value}",
}
