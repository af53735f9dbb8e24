"""G4xx: the workspace, its ``ipak.yaml``, its stored results and their trend."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.workspace import (
    ALREADY_A_WORKSPACE,
    ANSWERS_FOR_STORED_RECAP,
    ASK_FOR_RIGHTS,
    CHOOSE_ZONE,
    COMPARE_WITH_EXAMPLE,
    DAYS,
    DAYS_AND_HOURS,
    DEADLINE_IN_WORDS,
    DISK_FULL,
    DRIVE_FAULTY,
    EXAMPLE_NOT_REPLACED,
    FILE_IN_TWO_SOURCES,
    FILE_TOO_LARGE_THERE,
    FOLDER_IS_A_FILE,
    FOLDER_LOST,
    FOLDER_NOT_EMPTY,
    FOLDERS_TOO_DEEP,
    HOURS_AND_MINUTES,
    HOW_DATE_ORDER,
    HOW_LENIENT,
    HOW_PERIOD,
    HOW_PLAIN,
    HOW_RESPONDENTS,
    HOW_SHEET,
    HOW_TOGETHER,
    IS_IT_SETTINGS,
    ITEM_NOT_IN_RUBRIC,
    KIND_PEKPPP,
    KIND_SURVEY,
    KNOWN_CODES,
    LEAVE_SIGNING_DATE,
    LINK_NOT_HTTPS,
    LOCK_BROKEN,
    MAKE_ROOM,
    MINUTES,
    NAME_A_RUBRIC,
    NAME_NOT_UTF8,
    NAME_OF_A_FILE,
    NAME_OF_A_FOLDER,
    NAME_TOO_LONG,
    NAMED_RUBRIC_UNKNOWN,
    NIP_LENGTH_WRONG,
    NO_RESULT_FOR_PERIOD,
    NO_STORED_RESULTS,
    NO_WORKSPACE_HERE,
    NOT_A_DATE,
    NOT_A_FOLDER,
    NOT_A_PERIOD,
    NOT_READABLE,
    NOT_THERE,
    NOT_WRITABLE,
    ONE_DOCUMENT,
    OPEN_ELSEWHERE,
    OTHER_INSTRUMENT_HOLDS_PERIOD,
    OWNER_AT_HOST,
    OWNER_UNKNOWN,
    PERIOD_NAMED_TWICE,
    PERIOD_NOT_NAMED,
    PERIOD_TOO_LONG,
    QUARTERS_BESIDE_PERIODS,
    QUOTA_USED_UP,
    QUOTE_COLONS,
    READ_ONLY,
    RECAP_FOR_STORED_ANSWERS,
    RECAP_SAYS_LESS_THAN_STORED,
    RECONNECT_DRIVE,
    RESULT_DAMAGED,
    RESULT_FIGURES_INCONSISTENT,
    RESULT_IN_WRONG_FOLDER,
    RESULT_KIND_OR_VERSION_UNFIT,
    RESULT_OF_OTHER_FILES_REPLACED,
    RESULT_UNREADABLE,
    RUBRIC_VERSIONS_JOINED,
    RUBRICS_DIFFER_IN_TREND,
    SCORED_BY_SOURCES,
    SETTINGS_FROM_NEWER_VERSION,
    SETTINGS_NAME_OTHER_RUBRIC,
    SETTINGS_SAY_OTHER_VALUE,
    SETTINGS_UNREADABLE,
    SETTINGS_WRONG,
    SETTINGS_YAML_FEATURE_FORBIDDEN,
    SOURCE_MATCHES_NOTHING,
    SOURCE_OUTSIDE_INBOX,
    SOURCES_SAY_OTHERWISE,
    STAFF_UNREADABLE,
    SYSTEM_REFUSED,
    TARGET_UNREACHABLE,
    TIME_ZONE_UNKNOWN,
    VERSIONS_DIFFER_IN_ITEMS,
)

_SETTINGS: Final = (
    Sentences(
        SETTINGS_UNREADABLE, "ipak.yaml tidak dapat dibuka",
        "berkas tidak dapat dibaca",
        "Periksa apakah Anda berhak membacanya, dan apakah drive bersama tersambung.",
        "Setiap perintah di dalam ruang kerja membaca ipak.yaml lebih dulu. Bila sistem menolak membukanya, tidak ada "
        "yang dihitung atau ditulis.",
    ),
    Sentences(
        SETTINGS_WRONG, "Isi ipak.yaml keliru",
        "{fault}",
        "Perbaiki baris yang disebut; contoh yang lengkap dibuat oleh `ipak init` di folder baru.",
        "Susunan, kunci, atau nilai di ipak.yaml tidak dapat dibaca. Kunci yang salah eja ditolak, sebab isinya tidak "
        "akan terpakai. Nomor di dalam kurung siku menghitung dari 1.",
    ),
    Sentences(
        SETTINGS_YAML_FEATURE_FORBIDDEN, "Bagian YAML yang tidak diterima di ipak.yaml",
        "jangkar (&), alias (*), penanda tipe (!) atau kunci yang bukan kata tidak diterima",
        "Tulis nilainya langsung di baris ini; apit dengan tanda kutip bila berawal dengan &, * atau !.",
        "ipak.yaml hanya memakai kunci, daftar dan teks biasa, supaya mudah dibaca dan tidak dapat disalahgunakan.",
    ),
    Sentences(
        SETTINGS_FROM_NEWER_VERSION, "ipak.yaml dari ipak yang lebih baru",
        "berkas ini memakai susunan versi {found}, padahal ipak di komputer ini mengenal sampai versi {known}",
        "Perbarui ipak di komputer ini.",
        "Angka pada kunci version menyebut susunan berkas. Susunan yang lebih baru tidak ditebak, sebab isinya dapat "
        "berarti lain.",
    ),
    Sentences(
        NOT_A_PERIOD, "Bukan nama periode",
        "“{name}” bukan periode",
        "Tulis misalnya IV-2024.",
        "Kunci di bawah periods adalah nama periode: triwulan IV-2024 (juga 4-2024, 2024-Q4, TW IV 2024), semester "
        "II-2024S, tahun 2024, bulan 2024-10, atau rentang hari 2024-10-01..2024-12-30.",
    ),
    Sentences(
        PERIOD_NAMED_TWICE, "Periode disebut dua kali",
        "“{name}” adalah periode {period}, yang sudah disebut di baris {first}",
        "Gabungkan isinya di satu tempat.",
        "Satu periode dapat ditulis dengan beberapa cara. Bila disebut dua kali, tidak jelas isi mana yang berlaku.",
    ),
    Sentences(
        PERIOD_TOO_LONG, "Periode terlalu panjang",
        "“{name}” lebih panjang dari {most} tahun",
        "Periksa tahunnya; periode paling panjang {most} tahun.",
        "Rentang hari yang lebih panjang hampir selalu salah ketik. Survei bertahun-tahun dapat dihitung sebagai "
        "beberapa periode.",
    ),
    Sentences(
        QUARTERS_BESIDE_PERIODS, "periods dan quarters ada dua-duanya",
        "quarters berdiri di sini, padahal periods sudah ada di baris {first}; keduanya bagian yang sama",
        "Pindahkan isi quarters ke bawah periods, lalu hapus baris quarters.",
        "quarters adalah nama lama dari periods, dan masih dibaca bila berdiri sendiri. Bila ada dua-duanya, tidak jelas "
        "isi mana yang berlaku.",
    ),
    Sentences(
        LINK_NOT_HTTPS, "Tautan tidak diawali https://",
        "“{link}” bukan alamat web",
        "Tulis alamat lengkapnya, diawali https:// atau http://.",
        "Tautan ini ditampilkan di laporan. Hanya alamat web yang diterima.",
    ),
    Sentences(
        NIP_LENGTH_WRONG, "NIP tidak 18 angka",
        "NIP memuat {count} angka, padahal seharusnya 18",
        "Periksa NIP penanda tangan; bila tidak ada, kosongkan.",
        "NIP dicetak di bawah nama penanda tangan laporan. Nomor yang kurang atau lebih angkanya pasti salah ketik.",
    ),
    Sentences(
        ITEM_NOT_IN_RUBRIC, "Kode butir tidak ada di rubrik",
        "{key} menyebut {code}, yang tidak ada di rubrik {rubric}",
        "{advice} Perbaiki kodenya, atau hapus bagian itu.",
        "Target dan tindak lanjut di ipak.yaml merujuk butir dengan kodenya. Kode yang salah akan membuat isinya tidak "
        "muncul di laporan.",
    ),
    Sentences(
        TARGET_UNREACHABLE, "Target di luar skala",
        "target {target} tidak dapat dicapai pada skala {lowest} sampai {highest}",
        "Ganti dengan nilai di dalam skala, misalnya {highest}.",
        "Target dibandingkan dengan rata-rata butir, yang selalu berada di dalam skala rubrik.",
    ),
    Sentences(
        EXAMPLE_NOT_REPLACED, "Isi contoh belum diganti",
        "{key} masih berisi contoh: {value}",
        "Ganti dengan isi yang sebenarnya, di sini atau lewat `ipak settings isian.xlsx`, atau hapus barisnya.",
        "Berkas ipak.yaml yang baru dibuat berisi contoh yang diawali kata GANTI. Contoh itu tidak boleh ikut tercetak "
        "di laporan.",
    ),
    Sentences(
        NOT_A_DATE, "Bukan tanggal",
        "“{value}” pada {key} bukan tanggal: harinya tidak ada di kalender, atau penulisannya tidak lengkap",
        "{advice} Tanggal ditulis misalnya 31 Januari 2025 atau 31-01-2025.",
        "Tanggal boleh ditulis 31 Januari 2025, 31-01-2025, 31/1/2025 (hari dulu) atau 2025-01-31, dari tahun 2000 sampai "
        "2100; laporan menulisnya 31 Januari 2025. Pada deadline, isi yang hanya terdiri dari angka dan tanda, atau yang "
        "memuat hari di depan nama bulan, dibaca sebagai tanggal. Isi yang lain, misalnya Triwulan I 2025 atau setiap "
        "bulan, dicetak seperti yang ditulis.",
    ),
    Sentences(
        TIME_ZONE_UNKNOWN, "Zona waktu tidak dikenal",
        "timezone “{name}” bukan zona waktu Indonesia",
        "{advice} Tulis Asia/Jakarta (WIB), Asia/Makassar (WITA) atau Asia/Jayapura (WIT).",
        "Periode sebuah jawaban ditentukan menurut jam kantor. Tanpa timezone di ipak.yaml berlaku Asia/Jakarta.",
    ),
    Sentences(
        NAMED_RUBRIC_UNKNOWN, "Rubrik yang disebut di ipak.yaml tidak ada",
        "“{name}” bukan nama rubrik bawaan, dan bukan berkas di ruang kerja ini",
        "{advice} Semua rubrik bawaan ditampilkan oleh `ipak rubric list`.",
        "Di bawah rubrics tertulis nama rubrik bawaan, atau nama berkas rubrik dilihat dari folder ruang kerja. Rubrik "
        "yang tidak ada tidak diganti dengan yang mirip, sebab angkanya dapat berarti lain.",
    ),
)  # fmt: skip

_SOURCES: Final = (
    Sentences(
        SOURCE_OUTSIDE_INBOX, "Pola di luar folder masuk",
        "pola “{pattern}” keluar dari folder masuk",
        "Tulis nama berkas dilihat dari folder masuk, misalnya loket-*.xlsx, lalu taruh berkasnya di sana.",
        "`ipak run` hanya membaca folder masuk. Alamat lengkap dan .. pada sources tidak diterima.",
    ),
    Sentences(
        SOURCE_MATCHES_NOTHING, "Pola tanpa berkas",
        "tidak ada berkas di folder masuk yang cocok dengan “{pattern}”",
        "Periksa ejaannya; bila berkasnya memang belum datang atau sudah disimpan di tempat lain, tidak perlu apa-apa.",
        "Pada pola, tanda * berarti huruf apa saja dan ? satu huruf; folder ditulis dengan garis miring. Berkas yang tidak "
        "cocok dengan pola mana pun dihitung sendiri-sendiri.",
    ),
    Sentences(
        FILE_IN_TWO_SOURCES, "Satu berkas pada dua sources",
        "{name} cocok dengan pola di sini dan dengan sources di baris {first}; berkas itu tidak dihitung",
        "Ubah salah satu pola sehingga setiap berkas cocok dengan satu bagian saja.",
        "Setiap bagian sources menyebut cara menghitung berkasnya. Bila dua bagian cocok, tidak ditebak mana yang berlaku.",
    ),
    Sentences(
        SETTINGS_NAME_OTHER_RUBRIC, "ipak.yaml menyebut rubrik lain",
        "hasil ini dihitung dengan rubrik {used}, sedangkan ipak.yaml menyebut {named}; `ipak run` tidak mengulangi --rubric: "
        "berkas di folder masuk dihitungnya dengan {named}, atau gagal bila judul kolomnya tidak cocok",
        "Bila {used} yang benar bagi ruang kerja ini, tulis di ipak.yaml pada rubrics: survey: {used} (berkas dilihat dari "
        "folder ruang kerja); bila ruang kerja ini untuk {named}, buat ruang kerja tersendiri dengan `ipak init FOLDER-BARU` "
        "dan pindahkan berkasnya ke sana.",
        "Rubrik sebuah ruang kerja disebut di ipak.yaml. Pilihan --rubric berlaku untuk satu perintah saja.",
    ),
    Sentences(
        OTHER_INSTRUMENT_HOLDS_PERIOD, "Periode ini sudah berisi survei lain",
        "periode {period} sudah berisi hasil dengan rubrik {stored}; hasil dengan rubrik {used} tidak disimpan",
        "Untuk survei kedua buat ruang kerja tersendiri dengan `ipak init FOLDER-BARU`, isi rubrics: survey: {used} di "
        "ipak.yaml-nya, dan pindahkan berkasnya ke folder masuk di sana. Untuk melihat angkanya saja: --out FOLDER-LAIN.",
        "Satu ruang kerja menyimpan satu survei: satu periode mempunyai satu hasil, dan rubriknya disebut di ipak.yaml. Dua "
        "instrumen, misalnya SKM dan IPAK/IPKP, memerlukan dua ruang kerja.",
    ),
    Sentences(
        STAFF_UNREADABLE, "pegawai.txt tidak dapat dibaca",
        "berkas tidak dapat dibaca",
        "Periksa apakah Anda berhak membacanya, dan apakah drive bersama tersambung.",
        "Nama pegawai di pegawai.txt dihapus dari saran responden. Selama daftarnya tidak dapat dibaca, tidak ada hasil yang "
        "dibuat, sebab nama itu akan tampak.",
    ),
    Sentences(
        SOURCES_SAY_OTHERWISE, "sources di ipak.yaml berkata lain",
        "{name} dihitung dengan cara lain daripada sources di baris ini; `ipak run` akan menghitungnya lagi menurut sources",
        "Bila cara yang sekarang benar, ubah bagian sources ini menjadi: {entry}.",
        "Yang tertulis pada sources di ipak.yaml berlaku setiap kali `ipak run` bekerja, dan menang atas pilihan yang "
        "diketik.",
    ),
    Sentences(
        SCORED_BY_SOURCES, "Dihitung menurut sources",
        "dihitung menurut sources di baris ini: {how:,}",
        "Tidak perlu tindakan; untuk cara lain, ubah sources di ipak.yaml.",
        "Tanpa pilihan di baris perintah, `ipak score` mengikuti bagian sources yang cocok dengan berkasnya, seperti "
        "`ipak run`.",
    ),
    Sentences(
        RESULT_OF_OTHER_FILES_REPLACED, "Hasil dari berkas lain diganti",
        "hasil periode {period} yang tadi tersimpan memuat {names:dan}, yang tidak ikut dihitung sekarang; hasil itu "
        "diganti",
        "Bila semuanya satu survei, jalankan `{command}`; bila berkas itu tidak dipakai lagi, pindahkan dari folder masuk.",
        "Satu periode mempunyai satu hasil survei. Hasil yang diganti ada di folder `lama` di sampingnya.",
    ),
    Sentences(
        SETTINGS_SAY_OTHER_VALUE, "ipak.yaml menyebut isi yang lain",
        "hasil ini memakai {key} {value}, sedangkan ipak.yaml menyebut {said}; `ipak run` akan menghitungnya lagi dengan "
        "{said}",
        "Bila {value} yang benar, ganti {said} di baris ini dengan {value}.",
        "Pilihan di baris perintah berlaku untuk satu perintah saja. Yang tertulis di ipak.yaml berlaku setiap kali "
        "`ipak run` bekerja.",
    ),
    Sentences(
        RECAP_FOR_STORED_ANSWERS, "Rekap untuk periode yang sudah dihitung dari jawaban",
        "hasil periode {period} yang tersimpan dihitung dari jawaban responden ({names:dan}); rekap ini tidak menggantikannya "
        "dan tidak dijumlahkan dengannya",
        "Biasanya tidak perlu tindakan: jawaban lebih lengkap daripada rekap. Hanya bila rekap ini yang benar, keluarkan "
        "berkas jawabannya dari folder masuk dan pindahkan {document} ke {aside}, lalu ulangi.",
        "Rekap tidak memuat kelompok, saran, dan pemeriksaan mutu. Hasil yang lebih lengkap tidak diganti tanpa keputusan "
        "kantor.",
    ),
    Sentences(
        RECAP_SAYS_LESS_THAN_STORED, "Rekap yang lebih miskin daripada hasil yang tersimpan",
        "hasil periode {period} yang tersimpan ({names:dan}) memuat {lost:dan}, sedangkan rekap ini tidak; rekap ini tidak "
        "menggantikannya",
        "Lengkapi rekap ini, atau biarkan bila hasil yang tersimpan sudah benar. Hanya bila rekap ini yang berlaku walaupun "
        "kurang lengkap, keluarkan rekap yang lama dari folder masuk dan pindahkan {document} ke {aside}, lalu ulangi.",
        "Rekap yang lebih miskin membuat sebagian angka laporan hilang. Hasil yang lebih lengkap tidak diganti tanpa keputusan "
        "kantor.",
    ),
    Sentences(
        ANSWERS_FOR_STORED_RECAP, "Jawaban untuk periode yang sudah dihitung dari rekap",
        "hasil periode {period} yang tersimpan dihitung dari rekap ({names:dan}); jawaban ini tidak menggantikannya dan tidak "
        "dijumlahkan dengannya",
        "Pastikan dulu jawaban ini dari semua responden rekap itu. Bila ya, keluarkan rekapnya dari folder masuk dan pindahkan "
        "{document} ke {aside}, lalu ulangi: hasil dari jawaban lebih lengkap.",
        "Jawaban satu loket saja dapat kelihatan seperti seluruh triwulan. Mana yang berlaku untuk periode ini tidak ditebak.",
    ),
)  # fmt: skip

_FOLDER: Final = (
    Sentences(
        ALREADY_A_WORKSPACE, "Sudah menjadi ruang kerja",
        "folder ini sudah memuat {marker}, dan tidak ada yang ditimpa",
        "Pakai ruang kerja itu, atau sebutkan folder lain.",
        "`ipak init` hanya membuat ruang kerja baru. Isi ruang kerja yang sudah ada tidak pernah diubahnya.",
    ),
    Sentences(
        FOLDER_NOT_EMPTY, "Folder tidak kosong",
        "folder ini sudah berisi {example}",
        "Sebutkan folder baru atau folder kosong.",
        "Ruang kerja dibuat di folder baru atau kosong, supaya tidak ada berkas yang tertimpa atau tercampur.",
    ),
    Sentences(
        NOT_A_FOLDER, "Bukan folder",
        "nama ini sudah dipakai sebuah berkas",
        "Pilih nama lain untuk ruang kerja.",
        "Ruang kerja adalah folder. Berkas yang sudah ada tidak diganti.",
    ),
    Sentences(
        NO_WORKSPACE_HERE, "Tidak ada ruang kerja di sini",
        "folder ini dan folder-folder di atasnya tidak memuat {marker}",
        "Jalankan di dalam ruang kerja, atau sebutkan foldernya: `ipak run FOLDER`, `ipak status FOLDER`, dan pada "
        "perintah lain --workspace FOLDER. Ruang kerja baru dibuat dengan `ipak init`.",
        "Perintah ini bekerja dengan hasil yang tersimpan, dan hasil tersimpan di dalam ruang kerja.",
    ),
)  # fmt: skip

_STORED: Final = (
    Sentences(
        NO_RESULT_FOR_PERIOD, "Belum ada hasil untuk periode itu",
        "belum ada hasil tersimpan untuk periode {period}",
        "Jalankan {command} di ruang kerja ini lebih dulu.",
        "Laporan dan tren dibuat dari dokumen hasil di folder hasil. Dokumen periode ini belum ada.",
    ),
    Sentences(
        RESULT_UNREADABLE, "Dokumen hasil tidak dapat dibuka",
        "dokumen hasil tidak dapat dibaca",
        "Periksa apakah Anda berhak membacanya, dan apakah drive bersama tersambung.",
        "Sistem menolak membuka dokumen hasil yang tersimpan.",
    ),
    Sentences(
        RESULT_DAMAGED, "Dokumen hasil rusak",
        "dokumen hasil tidak lengkap atau bentuknya berubah di {key}",
        "Hitung lagi periode ini dari semua ekspornya, dengan pilihan yang sama; jangan menyunting dokumen hasil.",
        "Dokumen hasil ditulis oleh ipak dan dibaca kembali persis seperti adanya. Kunci yang hilang, kunci yang asing, "
        "atau nilai yang berubah bentuk berarti dokumen itu rusak atau disunting.",
    ),
    Sentences(
        RESULT_KIND_OR_VERSION_UNFIT, "Dokumen hasil jenis atau versi lain",
        "dokumen ini berisi {found}, padahal yang dapat dibaca di sini {wanted}",
        "Bila dibuat oleh ipak yang lebih baru, perbarui ipak; selain itu, hitung lagi periode ini.",
        "Kunci schema menyebut jenis dan versi dokumen. Versi lain tidak ditebak, sebab angkanya dapat berarti lain.",
    ),
    Sentences(
        RESULT_FIGURES_INCONSISTENT, "Angka di dokumen hasil bertentangan",
        "angka {key} bertentangan dengan dirinya: exact, value dan rounded tidak sama",
        "Hitung lagi periode ini dari semua ekspornya, dengan pilihan yang sama; jangan menyunting dokumen hasil.",
        "Setiap angka disimpan tiga kali: sebagai pecahan, desimal, dan teks yang dibulatkan. Bila ketiganya tidak "
        "cocok, dokumen itu telah disunting.",
    ),
    Sentences(
        RESULT_IN_WRONG_FOLDER, "Dokumen hasil di folder periode lain",
        "dokumen ini untuk periode {found}, tetapi tersimpan di folder {period}",
        "Kembalikan dokumen ke foldernya, atau hitung lagi periode {period} dari ekspornya.",
        "Setiap dokumen hasil menyebut periodenya sendiri. Dokumen yang disalin ke folder periode lain akan membuat "
        "angka lama tercetak sebagai angka baru.",
    ),
)  # fmt: skip

_TREND: Final = (
    Sentences(
        NO_STORED_RESULTS, "Belum ada hasil tersimpan",
        "ruang kerja ini belum berisi hasil survei",
        "Jalankan ipak score di ruang kerja ini, sekali untuk setiap periode.",
        "Tren dibuat dari dokumen hasil di folder hasil, satu untuk setiap periode.",
    ),
    Sentences(
        RUBRICS_DIFFER_IN_TREND, "Rubrik yang berbeda di dalam satu tren",
        "{periods} dihitung dengan rubrik {other}, sedangkan {newest} dengan rubrik {rubric}",
        "Pisahkan ke ruang kerja lain; hanya bila formulirnya memang sama, hitung lagi semua periode dengan rubrik itu.",
        "Indeks dari instrumen yang berbeda tidak dapat dibandingkan, jadi tidak digambar dalam satu tren.",
    ),
    Sentences(
        VERSIONS_DIFFER_IN_ITEMS, "Versi rubrik dengan butir yang berbeda",
        "butir {code} pada {periods} (versi {other}) tidak sama dengan pada {newest} (versi {version})",
        "Hitung lagi semua periode dengan satu versi rubrik.",
        "Versi rubrik boleh digabung hanya bila butirnya sama: kode, kalimat, indeks, skala dan arah nilainya.",
    ),
    Sentences(
        RUBRIC_VERSIONS_JOINED, "Versi rubrik digabung",
        "{periods} dihitung dengan rubrik versi {other}, {newest} dengan versi {version}; butirnya sama",
        "Periksa apakah bobot butir juga sama; bila ragu, hitung lagi semua periode dengan satu versi.",
        "Butir kedua versi sama, jadi nilainya dapat dibandingkan. Dokumen hasil tidak memuat bobot butir, sehingga "
        "bobot perlu diperiksa sendiri.",
    ),
)  # fmt: skip

ENTRIES: Final[tuple[Sentences, ...]] = (*_SETTINGS, *_SOURCES, *_FOLDER, *_STORED, *_TREND)

SENTENCES: Final = {
    COMPARE_WITH_EXAMPLE: "Bandingkan dengan ipak.yaml yang dibuat `ipak init` di folder baru, lalu perbaiki.",
    IS_IT_SETTINGS: "Pastikan berkas ini memang ipak.yaml; isinya biasanya hanya beberapa KB.",
    ONE_DOCUMENT: "Simpan semuanya dalam satu dokumen, dan hapus garis --- di tengah berkas.",
    QUOTE_COLONS: "Perbaiki baris ini, dan apit teks yang memuat titik dua dengan tanda kutip.",
    NOT_WRITABLE: "tidak ada izin menulis di sana, atau berkasnya sedang dibuka",
    OPEN_ELSEWHERE: "berkasnya sedang dibuka program lain",
    READ_ONLY: "tempat itu hanya bisa dibaca",
    DISK_FULL: "tempat penyimpanan penuh",
    QUOTA_USED_UP: "jatah penyimpanan habis",
    FILE_TOO_LARGE_THERE: "berkas terlalu besar untuk tempat itu",
    NAME_OF_A_FILE: "nama itu sudah dipakai sebuah berkas",
    NAME_OF_A_FOLDER: "nama itu sudah dipakai sebuah folder",
    FOLDER_IS_A_FILE: "nama foldernya sudah dipakai sebuah berkas",
    NAME_TOO_LONG: "nama berkas terlalu panjang",
    FOLDERS_TOO_DEEP: "folder bersarang terlalu dalam",
    FOLDER_LOST: "folder itu hilang atau tidak menjawab; mungkin drive bersama terputus",
    DRIVE_FAULTY: "drive itu melaporkan kesalahan baca-tulis",
    MAKE_ROOM: "Kosongkan sebagian tempat penyimpanan itu, lalu jalankan lagi.",
    ASK_FOR_RIGHTS: "Minta izin menulis di folder itu, dan tutup berkasnya bila sedang dibuka; lalu jalankan lagi.",
    RECONNECT_DRIVE: "Sambungkan lagi drive itu, lalu jalankan lagi; bila tetap begitu, tanyakan kepada pengelolanya.",
    SYSTEM_REFUSED: "sistem menolak",
    NAME_NOT_UTF8: "namanya memuat tanda yang bukan UTF-8; ganti namanya",
    NOT_READABLE: "izin baca tidak ada, atau sedang dibuka program lain",
    NOT_THERE: "tidak ada",
    OWNER_UNKNOWN: "pemegang yang tidak dikenal",
    OWNER_AT_HOST: "proses {pid} di {host}",
    LOCK_BROKEN: "kunci milik {whose} dibuka paksa: {reason}",
    PERIOD_NOT_NAMED: "yang tidak disebut",
    KIND_SURVEY: "survei",
    KIND_PEKPPP: "PEKPPP",
    DAYS: "{days} hari",
    DAYS_AND_HOURS: "{days} hari {hours} jam",
    HOURS_AND_MINUTES: "{hours} jam {minutes} menit",
    MINUTES: "{minutes} menit",
    CHOOSE_ZONE: "Pilih menurut letak kantor.",
    NAME_A_RUBRIC: "Tulis nama rubrik bawaan, atau nama berkas rubrik di ruang kerja ini.",
    HOW_TOGETHER: "{count} berkas bersama",
    HOW_PERIOD: "periode {period}",
    HOW_LENIENT: "jawaban yang salah dianggap tidak diberikan",
    HOW_SHEET: "lembar {sheet}",
    HOW_DATE_ORDER: "urutan tanggal {order}",
    HOW_RESPONDENTS: "{respondents} responden",
    HOW_PLAIN: "satu berkas tanpa pilihan",
    LEAVE_SIGNING_DATE: "Tanpa baris ini tanggalnya dikosongkan untuk diisi dengan tangan.",
    DEADLINE_IN_WORDS: "Batas waktu tanpa tanggal ditulis dengan kata, misalnya Triwulan I 2025 atau setiap bulan.",
    KNOWN_CODES: "Kode yang ada: {codes}.",
}
