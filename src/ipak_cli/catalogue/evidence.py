"""E2xx: evidence files."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry, Severity

_INSIDE: Final = (
    "Salin berkas itu ke dalam folder bukti, lalu tulis namanya saja, misalnya sk/standar-pelayanan.pdf."
)

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        "E201", Severity.ERROR, "Folder bukti tidak ada",
        "folder bukti tidak ditemukan atau tidak dapat dibuka",
        "Sebutkan folder yang benar dengan --evidence-root.",
        "Nama bukti di buku kerja dibaca mulai dari folder bukti. Tanpa folder itu tidak satu berkas pun dapat "
        "diperiksa, jadi semuanya tercatat belum ada.",
    ),
    Entry(
        "E202", Severity.ERROR, "Alamat lengkap, bukan nama di folder bukti",
        "“{name}” adalah alamat lengkap di satu komputer",
        _INSIDE,
        "Alamat yang diawali /, ~/, huruf disk (D:), atau nama server (\\\\server) hanya berlaku di komputer yang "
        "menulisnya. Berkas di luar folder bukti tidak pernah dibuka.",
    ),
    Entry(
        "E203", Severity.ERROR, "Nama yang keluar dari folder bukti",
        "“{name}” keluar dari folder bukti",
        _INSIDE,
        "Tanda .. berarti satu folder di atasnya. Di sini jumlahnya membawa ke luar folder bukti, dan berkas di luar "
        "folder bukti tidak pernah dibuka.",
    ),
    Entry(
        "E204", Severity.ERROR, "Pintasan yang keluar dari folder bukti",
        "“{name}” melewati tautan simbolik yang menuju ke luar folder bukti",
        "Ganti tautan simbolik itu dengan salinan berkas aslinya.",
        "Tautan simbolik adalah pintasan ke berkas atau folder lain. Yang menuju ke luar folder bukti tidak diikuti, "
        "sebab isinya tidak ikut bila folder bukti dikirim.",
    ),
    Entry(
        "E205", Severity.WARNING, "Tanda terlarang dalam nama bukti",
        "“{name}” memuat tanda yang tidak dapat dipakai dalam nama berkas",
        'Tulis satu nama berkas, tanpa tanda < > : " | ? *; keterangan ditulis di kolom Catatan lembar Penilaian.',
        "Tanda-tanda itu tidak dapat dipakai dalam nama berkas di Windows. Biasanya selnya berisi keterangan, bukan "
        "nama berkas, atau alamat web yang tidak diawali https://.",
        changes_figure=False,
    ),
    Entry(
        "E206", Severity.WARNING, "Nama bukti terlalu panjang",
        "“{name}” lebih panjang dari {limit} huruf",
        "Tulis nama berkasnya saja; penjelasan ditulis di kolom Catatan lembar Penilaian.",
        "Tidak ada berkas yang namanya sepanjang itu. Biasanya selnya berisi penjelasan, bukan nama berkas.",
        changes_figure=False,
    ),
    Entry(
        "E207", Severity.WARNING, "Berkas bukti tidak ada",
        "“{name}” tidak ada di folder bukti",
        "Salin berkasnya ke folder bukti atau perbaiki namanya; nama lain dipisah titik koma, alamat web ditulis "
        "lengkap dengan https://, dan keterangan ditulis di kolom Catatan lembar Penilaian.",
        "Nama itu dicari dari folder bukti. Bukti yang tidak ada dicatat, tetapi tidak mengubah tingkat indikator.",
        changes_figure=False,
    ),
    Entry(
        "E208", Severity.WARNING, "Huruf besar dan kecil berbeda",
        "“{name}” tidak ada; yang ada “{real}”",
        "Tulis “{real}”, atau ganti nama berkasnya.",
        "Sebagian komputer membedakan huruf besar dan kecil dalam nama berkas. Di komputer evaluator berkas itu "
        "mungkin tidak ditemukan, jadi di sini pun dianggap belum ada.",
        changes_figure=False,
    ),
    Entry(
        "E209", Severity.WARNING, "Berkas bukti kosong",
        "“{name}” kosong (0 bita)",
        "Salin ulang berkas aslinya.",
        "Berkasnya ada tetapi tidak berisi apa pun. Biasanya penyalinan atau pengunduhannya terputus.",
        changes_figure=False,
    ),
    Entry(
        "E210", Severity.WARNING, "Folder, bukan berkas bukti",
        "“{name}” adalah folder, bukan berkas",
        "Sebutkan berkas di dalamnya satu per satu.",
        "Isi folder dapat berubah tanpa terlihat, jadi yang dicatat sebagai bukti adalah berkas.",
        changes_figure=False,
    ),
    Entry(
        "E211", Severity.WARNING, "Berkas bukti tidak dapat dibaca",
        "“{name}” tidak dapat dibaca: {reason}",
        "Periksa izin berkas dan foldernya, atau salin ulang berkas itu.",
        "Berkasnya ada tetapi sistem operasi menolak membacanya, sehingga isinya tidak dapat dipastikan.",
        changes_figure=False,
    ),
    Entry(
        "E212", Severity.WARNING, "Bukan berkas biasa",
        "“{name}” adalah perangkat atau saluran, bukan berkas",
        "Ganti dengan berkas dokumen biasa.",
        "Perangkat, saluran, dan soket tidak pernah dibuka, sebab membacanya dapat menunggu tanpa akhir.",
        changes_figure=False,
    ),
    Entry(
        "E213", Severity.NOTE, "Susunan huruf Unicode berbeda",
        "“{name}” tersimpan dengan susunan huruf Unicode yang lain, sebagai “{real}”",
        "Tidak perlu tindakan; ganti nama berkasnya bila evaluator tidak dapat membukanya.",
        "Huruf beraksen seperti é dapat disimpan sebagai satu tanda atau sebagai huruf dan aksennya. Tampaknya sama "
        "dan dianggap sama.",
    ),
    Entry(
        "E214", Severity.NOTE, "Satu berkas untuk beberapa indikator",
        "“{name}” menjadi bukti untuk indikator {indicators}",
        "Tidak perlu tindakan bila isinya memang membuktikan semuanya.",
        "Satu dokumen boleh membuktikan lebih dari satu indikator, asal isinya memang memuat semuanya.",
    ),
    Entry(
        "E215", Severity.WARNING, "Isi sama dengan nama berbeda",
        "isi {names} sama persis, padahal menjadi bukti untuk indikator {indicators}",
        "Periksa apakah ada berkas yang keliru disalin; bila memang satu dokumen, pakai satu nama saja.",
        "Berkas-berkas itu tampak sebagai bukti yang berlainan tetapi isinya sama bita demi bita. Biasanya satu di "
        "antaranya salah salin.",
        changes_figure=False,
    ),
    Entry(
        "E216", Severity.NOTE, "Nilai tanpa bukti",
        "indikator {indicators} bernilai di atas 0 tanpa satu pun bukti",
        "Tulis nama berkas atau alamat web buktinya di kolom Bukti.",
        "Evaluator meminta bukti dukung untuk setiap nilai. Tingkatnya tetap dihitung dari fakta.",
    ),
    Entry(
        "E217", Severity.WARNING, "Tidak satu pun bukti ada",
        "tidak satu pun dari {count} berkas bukti yang disebut ada di folder bukti",
        "Sebutkan folder yang benar dengan --evidence-root, atau salin berkasnya ke folder itu.",
        "Biasanya folder buktinya keliru. Tanpa --evidence-root nama bukti dicari di folder bukti ruang kerja, atau di "
        "folder buku kerja itu sendiri bila tidak ada ruang kerja.",
        changes_figure=False,
    ),
)  # fmt: skip
