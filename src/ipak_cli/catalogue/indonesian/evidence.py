"""E2xx: evidence files."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.pekppp import (
    ALL_EVIDENCE_MISSING,
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
    LINK_LEAVES_EVIDENCE_FOLDER,
    NAME_LEAVES_EVIDENCE_FOLDER,
    RATING_WITHOUT_EVIDENCE,
    SAME_EVIDENCE_UNDER_OTHER_NAMES,
)

_INSIDE: Final = (
    "Salin berkas itu ke dalam folder bukti, lalu tulis namanya saja, misalnya sk/standar-pelayanan.pdf."
)
ENTRIES: Final[tuple[Sentences, ...]] = (
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
        "Sebutkan folder yang benar dengan --evidence-root, atau salin berkasnya ke folder itu.",
        "Biasanya folder buktinya keliru. Tanpa --evidence-root nama bukti dicari di folder bukti ruang kerja, atau di "
        "folder buku kerja itu sendiri bila tidak ada ruang kerja.",
    ),
)  # fmt: skip
