"""U9xx: how the command was called, and what surrounds it."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.usage import (
    CODE_UNKNOWN,
    COMMAND_WRONG,
    COMPUTER_ZONE_INVALID,
    CURRENT_FOLDER_GONE,
    FILE_NOT_WRITABLE,
    MEMORY_TOO_SMALL,
    MENU_NOT_HERE,
    MORE_OF_THE_SAME,
    MORE_RESPONDENTS_THAN_VISITORS,
    NAME_NOT_XLSX,
    NOT_A_WORKSPACE,
    NOTHING_TO_OPEN,
    OUTPUT_NOT_WRITABLE,
    TARGET_FILE_EXISTS,
    TARGET_FOLDER_MISSING,
)

_WORKSPACE: Final = (
    Sentences(
        NOT_A_WORKSPACE, "Bukan ruang kerja",
        "folder ini tidak memuat {marker}",
        "Periksa alamatnya, dan apakah drive bersama tersambung.",
        "Ruang kerja dikenali dari berkas ipak.yaml di dalamnya. Bila drive bersama terputus, foldernya tampak "
        "kosong; karena itu tidak ada yang ditulis ke folder tanpa penanda ini.",
    ),
    Sentences(
        NOTHING_TO_OPEN, "Ruang kerja atau berkas yang hendak dibuka tidak ada",
        "tidak ada folder atau berkas dengan nama itu",
        "{advice}; atau buat ruang kerja baru dengan `ipak init`.",
        "Halamannya membuka ruang kerja atau ekspor jawaban yang sudah ada. Folder tidak dibuat sendiri, sebab salah "
        "ketik atau drive yang terputus akan menghasilkan ruang kerja baru di tempat yang keliru.",
    ),
)  # fmt: skip

_MENU: Final = (
    Sentences(
        MENU_NOT_HERE, "Menu aplikasi hanya di Linux",
        "--menu hanya menulis ke menu aplikasi Linux",
        "Di Windows, klik kanan “Mulai ipak.bat”, pilih “Kirim ke”, lalu “Desktop (buat pintasan)”. Di macOS jalankan "
        "`ipak open` dari Terminal.",
        "Menu aplikasi Linux memakai berkas .desktop. Windows dan macOS tidak mengenal berkas itu, jadi di sana tidak ada "
        "yang ditulis.",
    ),
)  # fmt: skip

_TEMPLATE: Final = (
    Sentences(
        MORE_OF_THE_SAME, "Masalah yang sama tidak disebut satu per satu",
        "… dan {count} lagi dengan kode {same}",
        "Perbaiki yang sudah disebut, lalu jalankan lagi.",
        "Paling banyak seratus masalah dengan kode yang sama disebut satu per satu, di layar, di keluaran --json dan di "
        "dokumen hasil; selebihnya hanya dihitung. Biasanya semuanya mempunyai satu sebab.",
    ),
    Sentences(
        COMPUTER_ZONE_INVALID, "Zona waktu komputer keliru",
        "variabel lingkungan TZ berisi “{zone}”, yang tidak dikenal komputer ini sebagai zona waktu",
        "Hapus variabel TZ, atau isi misalnya dengan Asia/Jakarta; bila itu pun tidak dikenal, dengan WIB-7.",
        "Tanggal hari ini, log dan kunci ruang kerja memakai jam komputer. Nama zona yang tidak dikenal, misalnya yang "
        "salah ketik atau yang daftarnya tidak terpasang, dibaca komputer sebagai UTC tanpa memberi tahu: jam lalu "
        "terlambat tujuh sampai sembilan jam, dan sebelum pagi tanggalnya keliru. WIB-7, WITA-8 dan WIT-9 berlaku "
        "tanpa daftar itu.",
    ),
    Sentences(
        TARGET_FILE_EXISTS, "Berkas tujuan sudah ada",
        "berkas sudah ada dan tidak ditimpa",
        "Pilih nama lain, atau tambahkan --force bila isinya memang boleh diganti.",
        "Lembar kosong tidak pernah menimpa berkas yang sudah ada, sebab berkas itu mungkin berisi jawaban "
        "responden. Dengan --force isi lama hilang.",
    ),
    Sentences(
        TARGET_FOLDER_MISSING, "Folder tujuan tidak ada",
        "folder {folder} tidak ada",
        "Buat foldernya lebih dulu, atau perbaiki alamatnya; periksa juga apakah drive bersama tersambung.",
        "Folder tidak dibuat sendiri oleh ipak, sebab salah ketik atau drive yang terputus akan menghasilkan "
        "folder baru di tempat yang keliru.",
    ),
    Sentences(
        FILE_NOT_WRITABLE, "Berkas tidak dapat ditulis",
        "berkas tidak dapat ditulis: {reason}",
        "Tutup berkas itu bila sedang dibuka, periksa izin menulis di foldernya, lalu jalankan lagi.",
        "Sistem menolak menulis di tempat yang diminta. Berkas lama, bila ada, tetap utuh: berkas baru "
        "ditulis lengkap lebih dulu, baru kemudian menggantikannya.",
    ),
    Sentences(
        NAME_NOT_XLSX, "Nama berkas bukan .xlsx",
        "nama berkas tidak berakhiran .xlsx",
        "Beri nama yang berakhiran .xlsx, misalnya jawaban.xlsx.",
        "Lembar kosong adalah buku kerja Excel. Dengan akhiran lain, program lembar kerja akan menolak atau "
        "salah membukanya.",
    ),
)  # fmt: skip

_CALL: Final = (
    Sentences(
        CODE_UNKNOWN, "Kode tidak dikenal",
        "tidak ada kode {code}",
        "Lihat semua kode dengan `ipak explain`.",
        "Kode masalah terdiri atas satu huruf dan tiga angka, dan dicetak di depan setiap masalah.",
    ),
    Sentences(
        COMMAND_WRONG, "Perintah keliru",
        "{what}",
        "Lihat caranya dengan `{command} --help`.",
        "Perintah, pilihan, atau nilainya tidak dikenal. Tidak ada berkas yang dibaca atau ditulis.",
    ),
    Sentences(
        OUTPUT_NOT_WRITABLE, "Keluaran tidak dapat ditulis",
        "sistem menolak menulis keluaran: {reason}",
        "Periksa ruang kosong dan izin tempat tujuan, lalu jalankan lagi.",
        "Keluaran diarahkan ke tempat yang penuh atau tidak boleh ditulisi. Hasilnya tidak lengkap di sana.",
    ),
    Sentences(
        CURRENT_FOLDER_GONE, "Folder ini sudah tidak ada",
        "folder tempat perintah ini dijalankan sudah dihapus, dipindahkan, atau terputus",
        "Pindah ke folder yang ada, misalnya `cd` ke ruang kerja, lalu jalankan lagi.",
        "Nama berkas dan ruang kerja dicari dari folder tempat perintah dijalankan. Bila folder itu hilang selagi "
        "terminal terbuka di dalamnya, tidak ada yang dapat dibaca atau ditulis dari sana.",
    ),
    Sentences(
        MEMORY_TOO_SMALL, "Memori tidak cukup",
        "memori yang boleh dipakai tidak cukup",
        "Tutup program lain, atau naikkan batas memori (`ulimit -v`, batas layanan, atau wadah) menjadi 1 GB, lalu "
        "jalankan lagi.",
        "Sistem menolak memberi ipak memori lagi, atau membatasinya di bawah yang diperlukan untuk mulai membaca. "
        "Berkas Anda tidak diubah, dan hasil yang sudah tersimpan tetap utuh.",
    ),
    Sentences(
        MORE_RESPONDENTS_THAN_VISITORS, "Responden melebihi pengunjung",
        "{respondents} responden dalam data, tetapi pengunjung (populasi) disebut {population}",
        "Periksa jumlah pengunjung pada --population atau population di ipak.yaml, dan apakah ada jawaban ganda.",
        "Tingkat respons tidak mungkin melebihi 100 %. Salah satu angka keliru.",
    ),
)  # fmt: skip

ENTRIES: Final[tuple[Sentences, ...]] = (*_CALL, *_TEMPLATE, *_WORKSPACE, *_MENU)
