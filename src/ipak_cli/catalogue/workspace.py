"""G4xx: the workspace, its ``ipak.yaml``, its stored results and their trend."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.entry import Entry, Severity

_SETTINGS: Final = (
    Entry(
        "G401", Severity.ERROR, "ipak.yaml tidak dapat dibuka",
        "berkas tidak dapat dibaca",
        "Periksa apakah Anda berhak membacanya, dan apakah drive bersama tersambung.",
        "Setiap perintah di dalam ruang kerja membaca ipak.yaml lebih dulu. Bila sistem menolak membukanya, tidak ada "
        "yang dihitung atau ditulis.",
    ),
    Entry(
        "G402", Severity.ERROR, "Isi ipak.yaml keliru",
        "{fault}",
        "Perbaiki baris yang disebut; contoh yang lengkap dibuat oleh `ipak init` di folder baru.",
        "Susunan, kunci, atau nilai di ipak.yaml tidak dapat dibaca. Kunci yang salah eja ditolak, sebab isinya tidak "
        "akan terpakai. Nomor di dalam kurung siku menghitung dari 1.",
    ),
    Entry(
        "G403", Severity.ERROR, "Bagian YAML yang tidak diterima di ipak.yaml",
        "jangkar (&), alias (*), penanda tipe (!) atau kunci yang bukan kata tidak diterima",
        "Tulis nilainya langsung di baris ini; apit dengan tanda kutip bila berawal dengan &, * atau !.",
        "ipak.yaml hanya memakai kunci, daftar dan teks biasa, supaya mudah dibaca dan tidak dapat disalahgunakan.",
    ),
    Entry(
        "G404", Severity.ERROR, "ipak.yaml dari ipak yang lebih baru",
        "berkas ini memakai susunan versi {found}, padahal ipak di komputer ini mengenal sampai versi {known}",
        "Perbarui ipak di komputer ini.",
        "Angka pada kunci version menyebut susunan berkas. Susunan yang lebih baru tidak ditebak, sebab isinya dapat "
        "berarti lain.",
    ),
    Entry(
        "G405", Severity.ERROR, "Bukan nama triwulan",
        "“{name}” bukan triwulan",
        "Tulis misalnya IV-2024.",
        "Kunci di bawah quarters adalah nama triwulan. Bentuk 4-2024, 2024-Q4 dan TW IV 2024 juga dikenali.",
    ),
    Entry(
        "G406", Severity.ERROR, "Triwulan disebut dua kali",
        "“{name}” adalah triwulan {quarter}, yang sudah disebut di baris {first}",
        "Gabungkan isinya di satu tempat.",
        "Satu triwulan dapat ditulis dengan beberapa cara. Bila disebut dua kali, tidak jelas isi mana yang berlaku.",
    ),
    Entry(
        "G407", Severity.ERROR, "Tautan tidak diawali https://",
        "“{link}” bukan alamat web",
        "Tulis alamat lengkapnya, diawali https:// atau http://.",
        "Tautan ini ditampilkan di laporan. Hanya alamat web yang diterima.",
    ),
    Entry(
        "G408", Severity.WARNING, "NIP tidak 18 angka",
        "NIP memuat {count} angka, padahal seharusnya 18",
        "Periksa NIP penanda tangan; bila tidak ada, hapus kuncinya.",
        "NIP dicetak di bawah nama penanda tangan laporan. Nomor yang kurang atau lebih angkanya pasti salah ketik.",
        changes_figure=False,
    ),
    Entry(
        "G409", Severity.ERROR, "Kode butir tidak ada di rubrik",
        "{key} menyebut {code}, yang tidak ada di rubrik {rubric}",
        "{advice} Perbaiki kodenya, atau hapus bagian itu.",
        "Target dan tindak lanjut di ipak.yaml merujuk butir dengan kodenya. Kode yang salah akan membuat isinya tidak "
        "muncul di laporan.",
    ),
    Entry(
        "G410", Severity.ERROR, "Target di luar skala",
        "target {target} tidak dapat dicapai pada skala {lowest} sampai {highest}",
        "Ganti dengan nilai di dalam skala, misalnya {highest}.",
        "Target dibandingkan dengan rata-rata butir, yang selalu berada di dalam skala rubrik.",
    ),
    Entry(
        "G411", Severity.WARNING, "Isi contoh belum diganti",
        "{key} masih berisi contoh: {value}",
        "Ganti dengan isi yang sebenarnya, atau hapus barisnya.",
        "Berkas ipak.yaml yang baru dibuat berisi contoh yang diawali kata GANTI. Contoh itu tidak boleh ikut tercetak "
        "di laporan.",
        changes_figure=False,
    ),
    Entry(
        "G444", Severity.ERROR, "Zona waktu tidak dikenal",
        "timezone “{name}” bukan zona waktu Indonesia",
        "{advice} Tulis Asia/Jakarta (WIB), Asia/Makassar (WITA) atau Asia/Jayapura (WIT).",
        "Triwulan sebuah jawaban ditentukan menurut jam kantor. Tanpa timezone di ipak.yaml berlaku Asia/Jakarta.",
    ),
)  # fmt: skip

_FOLDER: Final = (
    Entry(
        "G420", Severity.ERROR, "Sudah menjadi ruang kerja",
        "folder ini sudah memuat {marker}, dan tidak ada yang ditimpa",
        "Pakai ruang kerja itu, atau sebutkan folder lain.",
        "`ipak init` hanya membuat ruang kerja baru. Isi ruang kerja yang sudah ada tidak pernah diubahnya.",
    ),
    Entry(
        "G421", Severity.ERROR, "Folder tidak kosong",
        "folder ini sudah berisi {example}",
        "Sebutkan folder baru atau folder kosong.",
        "Ruang kerja dibuat di folder baru atau kosong, supaya tidak ada berkas yang tertimpa atau tercampur.",
    ),
    Entry(
        "G422", Severity.ERROR, "Bukan folder",
        "nama ini sudah dipakai sebuah berkas",
        "Pilih nama lain untuk ruang kerja.",
        "Ruang kerja adalah folder. Berkas yang sudah ada tidak diganti.",
    ),
    Entry(
        "G423", Severity.ERROR, "Tidak ada ruang kerja di sini",
        "folder ini dan folder-folder di atasnya tidak memuat {marker}",
        "Jalankan di dalam ruang kerja, sebutkan dengan --workspace, atau buat dengan `ipak init`.",
        "Perintah ini bekerja dengan hasil yang tersimpan, dan hasil tersimpan di dalam ruang kerja.",
    ),
)  # fmt: skip

_STORED: Final = (
    Entry(
        "G430", Severity.ERROR, "Belum ada hasil untuk triwulan itu",
        "belum ada hasil tersimpan untuk triwulan {quarter}",
        "Jalankan {command} di ruang kerja ini lebih dulu.",
        "Laporan dan tren dibuat dari dokumen hasil di folder hasil. Dokumen triwulan ini belum ada.",
    ),
    Entry(
        "G431", Severity.ERROR, "Dokumen hasil tidak dapat dibuka",
        "dokumen hasil tidak dapat dibaca",
        "Periksa apakah Anda berhak membacanya, dan apakah drive bersama tersambung.",
        "Sistem menolak membuka dokumen hasil yang tersimpan.",
    ),
    Entry(
        "G432", Severity.ERROR, "Dokumen hasil rusak",
        "dokumen hasil tidak lengkap atau bentuknya berubah di {key}",
        "Hitung lagi triwulan ini dari ekspornya; jangan menyunting dokumen hasil.",
        "Dokumen hasil ditulis oleh ipak dan dibaca kembali persis seperti adanya. Kunci yang hilang, kunci yang asing, "
        "atau nilai yang berubah bentuk berarti dokumen itu rusak atau disunting.",
    ),
    Entry(
        "G433", Severity.ERROR, "Dokumen hasil jenis atau versi lain",
        "dokumen ini berisi {found}, padahal yang dapat dibaca di sini {wanted}",
        "Bila dibuat oleh ipak yang lebih baru, perbarui ipak; selain itu, hitung lagi triwulan ini.",
        "Kunci schema menyebut jenis dan versi dokumen. Versi lain tidak ditebak, sebab angkanya dapat berarti lain.",
    ),
    Entry(
        "G434", Severity.ERROR, "Angka di dokumen hasil bertentangan",
        "angka {key} bertentangan dengan dirinya: exact, value dan rounded tidak sama",
        "Hitung lagi triwulan ini dari ekspornya; jangan menyunting dokumen hasil.",
        "Setiap angka disimpan tiga kali: sebagai pecahan, desimal, dan teks yang dibulatkan. Bila ketiganya tidak "
        "cocok, dokumen itu telah disunting.",
    ),
    Entry(
        "G435", Severity.ERROR, "Dokumen hasil di folder triwulan lain",
        "dokumen ini untuk triwulan {found}, tetapi tersimpan di folder {quarter}",
        "Kembalikan dokumen ke foldernya, atau hitung lagi triwulan {quarter} dari ekspornya.",
        "Setiap dokumen hasil menyebut triwulannya sendiri. Dokumen yang disalin ke folder triwulan lain akan membuat "
        "angka lama tercetak sebagai angka baru.",
    ),
)  # fmt: skip

_TREND: Final = (
    Entry(
        "G440", Severity.ERROR, "Belum ada hasil tersimpan",
        "ruang kerja ini belum berisi hasil survei",
        "Jalankan ipak score di ruang kerja ini, sekali untuk setiap triwulan.",
        "Tren dibuat dari dokumen hasil di folder hasil, satu untuk setiap triwulan.",
    ),
    Entry(
        "G441", Severity.ERROR, "Rubrik yang berbeda di dalam satu tren",
        "{quarters} dihitung dengan rubrik {other}, sedangkan {newest} dengan rubrik {rubric}",
        "Hitung lagi semua triwulan dengan rubrik yang sama, atau pisahkan ke ruang kerja lain.",
        "Indeks dari instrumen yang berbeda tidak dapat dibandingkan, jadi tidak digambar dalam satu tren.",
    ),
    Entry(
        "G442", Severity.ERROR, "Versi rubrik dengan butir yang berbeda",
        "butir {code} pada {quarters} (versi {other}) tidak sama dengan pada {newest} (versi {version})",
        "Hitung lagi semua triwulan dengan satu versi rubrik.",
        "Versi rubrik boleh digabung hanya bila butirnya sama: kode, kalimat, indeks, skala dan arah nilainya.",
    ),
    Entry(
        "G443", Severity.WARNING, "Versi rubrik digabung",
        "{quarters} dihitung dengan rubrik versi {other}, {newest} dengan versi {version}; butirnya sama",
        "Periksa apakah bobot butir juga sama; bila ragu, hitung lagi semua triwulan dengan satu versi.",
        "Butir kedua versi sama, jadi nilainya dapat dibandingkan. Dokumen hasil tidak memuat bobot butir, sehingga "
        "bobot perlu diperiksa sendiri.",
    ),
)  # fmt: skip

ENTRIES: Final[tuple[Entry, ...]] = (*_SETTINGS, *_FOLDER, *_STORED, *_TREND)
