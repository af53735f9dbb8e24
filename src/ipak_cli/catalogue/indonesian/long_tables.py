"""K230 and K27x: tables of one answer a row."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.survey import (
    ANSWERS_OF_NOBODY,
    LAST_TIME_OF_RESPONDENT,
    NO_RESPONDENT_COLUMN,
    ONE_ANSWER_PER_ROW,
    QUESTIONS_NEED_LOOKUP,
    RESPONDENT_ANSWERS_TWICE,
    RESPONDENT_WITH_TWO_VALUES,
    RESPONDENTS_ALIKE,
    RESPONDENTS_IN_PARTS,
    SEVERAL_ANSWER_COLUMNS,
    SEVERAL_RESPONDENT_COLUMNS,
)

ENTRIES: Final = (
    Sentences(
        ONE_ANSWER_PER_ROW,
        "Satu jawaban per baris, belum jelas",
        "tabel ini tampaknya satu jawaban per baris, tetapi belum jelas bagian mana yang berisi butir dan jawabannya: {columns}",
        "Bila tiap baris satu responden dan pertanyaannya di judul kolom, jalankan `ipak rubric new` dengan berkas ini. "
        "Bila satu jawaban per baris: pastikan ada baris judul dengan kolom responden, pertanyaan dan jawaban; bila bunyi pertanyaannya lain, sebut "
        "pada columns di ipak.yaml. Ekspor dengan satu baris per responden juga terbaca.",
        "Tabel panjang (satu jawaban per baris) dibaca bila jelas kolom mana yang berisi responden, pertanyaan dan "
        "jawaban, paling sedikit separuh butir rubrik ada di antara pertanyaannya dan ditanyakan kepada seorang responden, "
        "dan tidak ada banyak kolom jawaban lain di sampingnya.",
    ),
    Sentences(
        NO_RESPONDENT_COLUMN,
        "Tabel panjang tanpa responden",
        "tabel ini satu jawaban per baris, tetapi tidak ada kolom yang menyebut responden mana yang menjawab",
        "Ekspor ulang bersama nomor atau kode responden (judulnya misalnya “ID responden”), atau dengan satu baris per "
        "responden; bila ini rekap, pakai berkas jawaban asalnya. Bila tiap baris satu responden dan pertanyaannya di "
        "judul kolom, jalankan `ipak rubric new` dengan berkas ini.",
        "Jawaban satu orang hanya dapat disatukan lewat nomor atau kode yang sama pada semua barisnya. Waktu tidak cukup, "
        "karena dua orang dapat mengisi pada saat yang sama.",
    ),
    Sentences(
        SEVERAL_RESPONDENT_COLUMNS,
        "Beberapa kolom mungkin responden",
        "tabel ini satu jawaban per baris, dan respondennya dapat dibaca dari {columns:atau}, yang tidak sama",
        "Di salinan berkas, beri judul “ID responden” pada kolom yang membedakan responden dan hapus yang lain, atau sebut "
        "judul kolom itu pada columns: identity di ipak.yaml.",
        "Berapa orang yang menjawab bergantung pada kolom itu, jadi tidak ditebak.",
    ),
    Sentences(
        RESPONDENT_ANSWERS_TWICE,
        "Responden menjawab pertanyaan yang sama dua kali",
        "responden di {respondent} menjawab pertanyaan yang sama lebih dari satu kali: {cells:dan}; seluruhnya "
        "{count} baris berulang, {equal}",
        "{remedy}.",
        "Satu responden hanya dihitung satu kali. Dua pengisian orang yang sama hanya dapat dibedakan lewat nomor "
        "pengisian, bukan lewat waktunya.",
    ),
    Sentences(
        SEVERAL_ANSWER_COLUMNS,
        "Beberapa kolom mungkin jawaban",
        "tabel ini satu jawaban per baris, dan jawabannya dapat dibaca dari {columns:atau}, yang tidak sama, misalnya "
        "{cells:dan}",
        "Sebut judul kolom yang bukan jawaban pada columns: ignore di ipak.yaml, atau hapus kolom itu di salinan berkas.",
        "Sebuah jawaban boleh tertulis sebagai angka dan sebagai kata, asal artinya sama menurut rubrik. Mana yang benar "
        "bila berbeda tidak ditebak.",
    ),
    Sentences(
        QUESTIONS_NEED_LOOKUP,
        "Pertanyaan hanya berupa nomor",
        "pertanyaan di kolom {asked} hanya berupa nomor; artinya ada di daftar lain",
        "Ganti nomornya dengan kode butir atau kalimatnya (misalnya dengan VLOOKUP), atau sebut nomor tiap butir pada "
        "columns di ipak.yaml.",
        "Basis data sering menyimpan nomor pertanyaan, dan kalimatnya di tabel lain. Nomor itu tidak dianggap nomor "
        "butir, karena urutannya belum tentu sama.",
    ),
    Sentences(
        RESPONDENT_WITH_TWO_VALUES,
        "Satu responden, dua isi",
        "kolom {column} berisi dua hal yang berbeda untuk responden di {respondent}: {cells:dan}; seluruhnya {count} "
        "responden",
        "Periksa kedua sel itu; bila kolomnya tidak perlu, sebut judulnya pada columns: ignore di ipak.yaml.",
        "Pada tabel panjang, yang menyangkut respondennya (waktu, jenis kelamin, dan sebagainya) tertulis pada setiap "
        "barisnya dan harus sama. Waktu yang berselisih kurang dari sehari dalam bulan yang sama tidak menjadi soal.",
    ),
    Sentences(
        ANSWERS_OF_NOBODY,
        "Jawaban tanpa responden atau pertanyaan",
        "{count} baris tidak lengkap: jawaban tanpa responden ({respondent}) atau tanpa pertanyaan ({question}): baris "
        "{rows}",
        "Lengkapi sel yang kosong; bila baris itu rekap atau catatan, hapus di salinan berkas.",
        "Setiap jawaban pada tabel panjang milik satu responden dan satu pertanyaan. Sel yang kosong tidak diisi dari "
        "baris di atasnya.",
    ),
    Sentences(
        LAST_TIME_OF_RESPONDENT,
        "Waktu terakhir responden",
        "waktu di kolom {column} berbeda di antara baris {count} responden, kurang dari sehari dan dalam bulan yang sama; dipakai yang "
        "terakhir",
        "Tidak perlu tindakan.",
        "Basis data sering mencatat waktu setiap jawaban. Pengisian dianggap selesai pada jawaban terakhir; periodenya "
        "sama.",
    ),
    Sentences(
        RESPONDENTS_ALIKE,
        "Nomor responden hampir sama",
        "{count} responden di kolom {column} berbeda dari yang lain hanya pada huruf besar atau spasi, misalnya {cells:dan}",
        "Di salinan berkas, tulis sama bila orangnya sama, atau beri nomor yang jelas berbeda bila orangnya lain.",
        "Satu orang yang tertulis dengan dua cara akan terhitung sebagai dua responden dengan isian separuh-separuh.",
    ),
    Sentences(
        RESPONDENTS_IN_PARTS,
        "Isian responden terpisah-pisah",
        "tidak seorang pun dari {count} responden di kolom {column} memiliki semua pertanyaan: paling banyak {most} dari {items}",
        "Periksa apakah satu orang tertulis dengan beberapa nomor; bila pertanyaan yang kosong memang tidak disimpan, ekspor "
        "dengan satu baris per responden.",
        "Bila sepertiga pertanyaan atau lebih tidak ada barisnya, dan tidak ada responden yang lengkap, isian satu orang mungkin "
        "terbagi atas beberapa nomor, dan jumlah respondennya salah.",
    ),
)
