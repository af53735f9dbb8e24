"""L5xx: what is wrong in an office's own templates."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.report import (
    BLOCK_UNKNOWN,
    NAME_NOT_IN_REPORT,
    PARENT_NOT_SHIPPED,
    REFERENCE_WITHOUT_TARGET,
    TEMPLATE_COMMAND_FORBIDDEN,
    TEMPLATE_FAILED,
    TEMPLATE_RUNS_TOO_LONG,
    TEMPLATE_SYNTAX_WRONG,
    TEMPLATE_TOO_COMPLEX,
    TEMPLATE_UNKNOWN,
    TEXT_OUTSIDE_BLOCKS,
)

_START_AGAIN: Final = (
    "Bandingkan dengan templat bawaan, atau hapus berkas ini supaya templat bawaan dipakai lagi."
)
ENTRIES: Final[tuple[Sentences, ...]] = (
    Sentences(
        TEMPLATE_UNKNOWN, "Templat tidak dikenal",
        "tidak ada bagian laporan bernama {name}",
        "{advice}.",
        "Berkas di folder templat menggantikan templat bawaan yang namanya persis sama, misalnya "
        "naskah/kata_pengantar.txt.j2. Nama lain tidak akan pernah terpakai, jadi dianggap salah ketik.",
    ),
    Sentences(
        TEMPLATE_SYNTAX_WRONG, "Susunan templat keliru",
        "susunan templat ini tidak dapat dimengerti di baris ini",
        "Periksa tanda {{{{ }}}} dan {{% %}} di baris ini serta penutup seperti endif dan endfor; bila perlu hapus "
        "berkas ini supaya templat bawaan dipakai lagi.",
        "Templat ditulis dengan bahasa Jinja. Nomor baris "
        "menunjuk tempat Jinja berhenti mengerti; kekeliruannya bisa juga sedikit di atasnya.",
    ),
    Sentences(
        NAME_NOT_IN_REPORT, "Nama yang tidak ada di laporan",
        "“{name}” tidak dikenal di templat ini, atau isinya kosong",
        "Periksa ejaannya pada daftar nama di panduan; untuk isi yang boleh kosong, dahului dengan {{% if %}}.",
        "Templat hanya dapat menyebut nama yang disediakan laporan. Nama yang salah eja tidak diganti kosong, sebab "
        "kalimatnya akan berlubang tanpa ada yang tahu.",
    ),
    Sentences(
        TEMPLATE_COMMAND_FORBIDDEN, "Perintah yang tidak diizinkan di templat",
        "templat memakai perintah yang tidak diizinkan",
        "Pakai hanya nama, if, for, ref dan penyaring yang disebut di panduan; hitungan hanya untuk bilangan bulat kecil.",
        "Templat kantor hanya menata apa yang sudah dihitung. Memanggil fungsi lain, membuka bagian dalam program, dan "
        "mengulang atau menyambung teks dengan tanda hitung tidak diizinkan, supaya templat dari orang lain aman.",
    ),
    Sentences(
        TEMPLATE_RUNS_TOO_LONG, "Templat bekerja terlalu lama",
        "templat berulang terlalu banyak, memanggil dirinya sendiri, atau menulis terlalu panjang",
        "Periksa pengulangan (for), macro dan include di baris ini.",
        "Kerja templat kantor dibatasi, supaya kekeliruan kecil seperti pengulangan di dalam pengulangan tidak membuat "
        "komputer macet. Batasnya jauh di atas keperluan laporan yang panjang.",
    ),
    Sentences(
        TEMPLATE_TOO_COMPLEX, "Templat terlalu rumit",
        "susunan templat terlalu rumit atau terlalu panjang untuk dibaca",
        _START_AGAIN,
        "Perintah di dalam templat bertingkat terlalu dalam, atau templatnya lebih panjang dari 100.000 huruf. Templat yang "
        "wajar hanya beberapa tingkat dan beberapa halaman.",
    ),
    Sentences(
        REFERENCE_WITHOUT_TARGET, "Rujukan tanpa tujuan",
        'ref("{key}") merujuk bagian, tabel atau gambar yang tidak ada di laporan ini',
        "{advice}.",
        "Nomor tabel, gambar dan bagian diberikan menurut letaknya, dan templat menyebutnya dengan kunci. Bagian yang "
        "tidak selalu ada, misalnya bab PEKPPP, tidak dapat dirujuk pada periode tanpa bagian itu.",
    ),
    Sentences(
        TEMPLATE_FAILED, "Templat gagal dijalankan",
        "templat berhenti di baris ini ({reason})",
        _START_AGAIN,
        "Templat dapat dibaca, tetapi gagal ketika dijalankan dengan isi laporan ini. Keterangan di dalam kurung adalah "
        "kata-kata Jinja atau Python sendiri.",
    ),
    Sentences(
        BLOCK_UNKNOWN, "Blok templat tidak dikenal",
        "templat bawaan tidak mempunyai blok {block}; yang ada: {known}",
        "Betulkan nama blok itu menurut daftar tadi; isi blok bawaan dapat dilihat dengan `ipak report --eject NAMA` di "
        "ruang kerja lain.",
        "Templat yang memakai {% extends %} mengganti blok bawaan yang namanya persis sama. Blok dengan nama lain tidak "
        "akan pernah tampil dalam laporan.",
    ),
    Sentences(
        TEXT_OUTSIDE_BLOCKS, "Tulisan di luar blok",
        "isi di baris ini berada di luar blok, sehingga tidak akan tampil dalam laporan",
        "Pindahkan isi itu ke dalam {{% block ... %}} ... {{% endblock %}}, atau hapus baris {{% extends %}} bila templat ini "
        "menggantikan seluruh bagian.",
        "Templat yang memakai {% extends %} hanya mengganti blok; selebihnya berasal dari templat bawaan. Di luar blok "
        "hanya boleh ada keterangan, set, macro dan import.",
    ),
    Sentences(
        PARENT_NOT_SHIPPED, "Templat asal bukan templat bawaan",
        "{{% extends %}} di baris ini tidak menyebut satu templat bawaan",
        'Tulis sekali, di luar if dan blok, dengan nama yang diawali {prefix}, misalnya '
        '{{% extends "bawaan/naskah/kata_pengantar.txt.j2" %}}.',
        "Yang dapat diganti bloknya adalah templat bawaan, bukan templat kantor lain, supaya jelas dari mana setiap "
        "kalimat berasal.",
    ),
)  # fmt: skip
