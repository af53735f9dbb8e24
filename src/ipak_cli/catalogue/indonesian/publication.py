"""L60x: what keeps a period from being published, and what is published otherwise than the settings say."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.publication import (
    COLOUR_TOO_LIGHT,
    LINK_TOO_LONG_FOR_CODE,
    PUBLISHED_AS_DRAFT,
    SHEET_NOT_INSTALLED,
    SHEET_TEMPLATE_FAILED,
    SHEET_TEMPLATE_FETCHES,
    SHEET_TEMPLATE_OF_SEVERAL_PAGES,
    TOO_FEW_TO_PUBLISH,
)

_START_AGAIN: Final = "Perbaiki templat itu, atau hapus supaya templat bawaan dipakai lagi."
ENTRIES: Final[tuple[Sentences, ...]] = (
    Sentences(
        PUBLISHED_AS_DRAFT, "Publikasi masih DRAF",
        "semua berkas publikasi bertanda DRAF, sebab: {reasons}",
        "Lengkapi isian itu di ipak.yaml, lalu ulangi perintahnya; jangan umumkan berkas yang bertanda DRAF.",
        "Publikasi mengikuti laporannya: selama laporan belum dapat ditandatangani, hasilnya belum diumumkan. Berkasnya "
        "tetap dibuat supaya letak dan isinya dapat diperiksa lebih dulu.",
    ),
    Sentences(
        TOO_FEW_TO_PUBLISH, "Responden terlalu sedikit untuk diumumkan",
        "periode {period} hanya mempunyai {count} responden, sedangkan kelompok yang boleh dirinci paling sedikit {smallest} orang",
        "Umumkan periode yang lebih panjang, misalnya semester atau tahun, dengan `ipak score` untuk periode itu.",
        "Nilai setiap butir dari beberapa orang saja hampir menyebut jawaban masing-masing. Batasnya sama dengan batas "
        "kelompok terkecil pada rubrik (smallest_group).",
    ),
    Sentences(
        COLOUR_TOO_LIGHT, "Warna terlalu terang",
        "kontras warna {colour} dengan latarnya {contrast} banding 1, kurang dari {least}; dipakai warna {used} yang lebih gelap",
        "Periksa hasilnya; bila tidak cocok, pilih warna lain di publication.colours.",
        "Huruf memerlukan kontras 4,5 banding 1 dan gambar batang 3 banding 1 (WCAG 2, tingkat AA), supaya terbaca dari "
        "jauh, oleh orang yang penglihatannya kurang, dan pada cetakan hitam putih. Rona warnanya tetap.",
    ),
    Sentences(
        LINK_TOO_LONG_FOR_CODE, "Tautan terlalu panjang untuk kode QR",
        "tautan ini {count} karakter, lebih dari {most}, sehingga kode QR tidak dibuat",
        "Pakai tautan yang lebih pendek, misalnya halaman singkat di laman kantor.",
        "Kode QR untuk tautan yang panjang berkotak sangat kecil dan sulit dipindai dari papan pengumuman. Tautannya "
        "sendiri tetap dicantumkan.",
    ),
    Sentences(
        SHEET_TEMPLATE_FAILED, "Templat lembar publikasi gagal",
        "templat ini tidak dapat disusun menjadi {file}: {reason}",
        _START_AGAIN,
        "Templat lembar publikasi ditulis dalam bahasa Typst; keterangan sesudah titik dua adalah kata-kata Typst sendiri. "
        "Nama isian yang dapat dipakai ada pada panduan dan pada templat bawaan.",
    ),
    Sentences(
        SHEET_TEMPLATE_OF_SEVERAL_PAGES, "Lembar publikasi lebih dari satu halaman",
        "templat ini menghasilkan lebih dari satu halaman untuk {file}",
        _START_AGAIN,
        "Publikasi adalah satu lembar. Templat bawaan memilih ukuran huruf sehingga teks yang panjang pun muat; templat "
        "sendiri perlu berbuat serupa.",
    ),
    Sentences(
        SHEET_TEMPLATE_FETCHES, "Templat mengambil paket dari internet",
        "templat ini memakai paket {package}, yang harus diunduh",
        "Hapus baris import itu, atau salin yang diperlukan ke dalam templatnya.",
        "Publikasi disusun tanpa internet, supaya hasilnya sama di komputer mana pun dan tidak ada yang dikirim ke luar.",
    ),
    Sentences(
        SHEET_NOT_INSTALLED, "Pustaka untuk publikasi belum terpasang",
        "lembar publikasi tidak dapat dibuat, sebab pustaka ini belum terpasang: {modules}",
        "Pasang ulang ipak menurut README.",
        "Lembar publikasi memerlukan typst, segno dan font-lato; ketiganya ikut terpasang dengan pemasangan yang biasa.",
    ),
)  # fmt: skip
