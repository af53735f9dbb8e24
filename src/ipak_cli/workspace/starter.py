"""The files of a new workspace: a commented ``ipak.yaml``, and what the office needs to know."""

from __future__ import annotations

from typing import Final


def starter_config() -> str:
    """Return the ``ipak.yaml`` of a new workspace; whatever still needs an answer begins with ``GANTI``."""
    return _CONFIG


def starter_guide() -> str:
    """Return the page for the office: what to put where, and the three commands.

    It is plain ASCII with the line ends of Windows, so that every editor shows it as it is meant.
    """
    return _GUIDE.replace("\n", "\r\n")


_CONFIG: Final = """\
# Keterangan unit untuk ipak. Baris yang diawali tanda # hanyalah penjelasan.
#
# Lebih mudah diisi sebagai lembar Excel: `ipak settings isian.xlsx` menulis formulirnya, dan sekali lagi
# dengan perintah yang sama sesudah diisi memindahkan isinya ke sini.
#
# Semua nama di bawah ini rekaan. Ganti setiap isi yang diawali kata GANTI, atau hapus barisnya bila tidak
# diperlukan: hanya unit.name yang wajib. Bila ada yang salah tulis, ipak menyebut nomor barisnya.
# Pakai spasi, bukan TAB, di awal baris. Apit dengan tanda kutip bila sebuah isi memuat titik dua.

# Versi susunan berkas ini; jangan diubah.
version: 1

# Unit yang disurvei.
unit:
  name: GANTI Balai Layanan Contoh
  short_name: GANTI BLC
  # Instansi di atasnya.
  parent: GANTI Kementerian Contoh
  address: GANTI Jalan Contoh Nomor 0, Kota Contoh
  # Kota di depan tanggal tanda tangan.
  city: GANTI Kota Contoh
  # Apa tugas unit dan siapa yang dilayani; paragraf dipisahkan baris kosong. Layanannya satu baris satu.
  # Keduanya menjadi bagian Tugas dan Layanan Unit. Hapus tanda # di depannya setelah diisi.
  #about: >-
  #  Balai Layanan Contoh melayani permohonan keterangan dan pengaduan masyarakat.
  #services:
  #  - Konsultasi di loket
  #  - Pengaduan

# Penanda tangan laporan.
signatory:
  name: GANTI Nama Penanda Tangan
  position: GANTI Kepala Subbagian Umum
  # NIP, 18 angka. Hapus tanda # di depannya setelah diisi.
  #nip: "000000000000000000"

# Pengarah dan editor pada halaman sampul.
directors:
  - GANTI Nama Pengarah
editors:
  - GANTI Nama Editor

# Keterangan pelaksanaan survei untuk laporan.
report:
  # Tempat atau cara survei dilaksanakan.
  place: GANTI Daring, melalui tautan yang dibagikan kepada pengguna layanan
  # Tautan survei, diawali https://. Hapus tanda # di depannya setelah diisi.
  #link: https://survei.contoh.example
  # Logo pada sampul, paling banyak empat (PNG, JPEG atau SVG), dan lampiran: foto, atau dokumen yang
  # disebut namanya. Nama berkas dilihat dari folder ini. Hapus tanda # di depannya setelah diisi.
  #logos: [logo/kementerian.png, logo/unit.svg]
  #annexes:
  #  - title: Ruang layanan
  #    file: lampiran/ruang.jpg

# Lisensi data yang ditulis `ipak export`, bila datanya dibagikan kepada umum. Hapus kedua tanda # di depannya
# untuk memakainya.
#export:
#  license: CC-BY-4.0

# Saran responden di laporan: reviewed memuat hanya yang disetujui seseorang (`ipak suggestions --review`) dan
# menyebut tema dan jumlah yang lain; redacted memuat semua, tanpa data pribadi yang dikenali; none tidak
# memuat satu pun kata demi kata. Tanpa baris ini berlaku redacted.
#suggestions: reviewed

# Zona waktu kantor: Asia/Jakarta (WIB), Asia/Makassar (WITA) atau Asia/Jayapura (WIT). Tanpa baris ini
# berlaku Asia/Jakarta. Bila kantor berada di zona lain, hapus tanda # di depannya dan ganti isinya.
#timezone: Asia/Makassar

# Rubrik yang dipakai: nama rubrik bawaan (lihat `ipak rubric list`), atau berkas di ruang kerja ini.
rubrics:
  survey: ipak-ipkp
  pekppp: pekppp-2025

# Bagian-bagian di bawah ini belum berlaku. Untuk memakainya, hapus tanda # di depan setiap barisnya, lalu
# ganti isinya; angka dan kalimatnya hanya contoh.

# Dasar hukum pada Bab I: nama pendek dari rubrik (lihat `ipak rubric show`), atau nama dan judul peraturan
# selengkapnya. Tanpa bagian ini: yang lazim menurut rubriknya.
#legal_basis:
#  - uu-25-2009
#  - Peraturan Gubernur Contoh Nomor 0 Tahun 2024 tentang Pelayanan Contoh

# Target rata-rata setiap butir. Tanpa bagian ini berlaku target rubrik.
#targets:
#  default: 4
#  items:
#    I6: 3.9

# Keterangan setiap triwulan:
# - population: jumlah pengunjung atau pengguna layanan pada triwulan itu
# - performance: jawaban pertanyaan capaian kinerja, A sampai E
# - note: catatan untuk laporan
# - signed: tanggal tanda tangan laporan, misalnya 2 Januari 2025 atau 02-01-2025; tanpa ini dikosongkan
# - follow_up: rencana tindak lanjut khusus triwulan itu, bentuknya seperti follow_up di bawah
#periods:
#  IV-2024:
#    population: 100
#    performance: B
#    note: Layanan tatap muka tutup satu minggu pada bulan Desember.
#    signed: 2 Januari 2025

# Lembar publikasi yang ditulis `ipak publish`:
# - service: layanan yang disurvei
# - link: tautan untuk kode QR, misalnya halaman hasil survei di laman kantor
# - colours: warna utama dan warna kedua kantor; yang terlalu terang digelapkan supaya terbaca
# - items: sebutan singkat sebuah butir, menurut kodenya
#publication:
#  service: Semua layanan
#  link: https://kantor.contoh.example/hasil-survei
#  colours: ["#163a63", "#a9741a"]
#  items:
#    I7: Ketepatan waktu pelayanan

# Cara menghitung berkas di folder masuk, bila tidak sendiri-sendiri:
# - files: nama berkas; * berarti huruf apa saja
# - together: true bila semua berkas yang cocok adalah satu survei
# - lenient: true bila jawaban yang salah dianggap tidak diberikan
# - period, sheet, date_order: seperti pilihan --period, --sheet dan --date-order
#sources:
#  - files: ["loket-*.xlsx"]
#    together: true

# Rencana tindak lanjut setiap butir, menurut kodenya pada rubrik (lihat `ipak rubric show ipak-ipkp`):
# - actions: apa yang dilakukan
# - pic: penanggung jawab
# - deadline: batas waktu: tanggal, atau kata seperti setiap bulan
# - status: belum, berjalan, atau selesai
#follow_up:
#  I6:
#    actions:
#      - Memasang papan informasi pelayanan di ruang tunggu.
#      - Memperbarui laman layanan.
#    pic: Petugas layanan
#    deadline: 31 Maret 2025
#    status: berjalan

# Formulir kantor sendiri: judul kolom untuk setiap kode (lihat `ipak rubric show ipak-ipkp`), dan kolom yang
# tidak dipakai. Beberapa kolom dapat menjadi satu butir sebagai rata-ratanya (mean).
#columns:
#  I1: Tidak ada perlakuan istimewa
#  I2: {mean: [Tidak ada pungutan, Tidak ada imbalan]}
#  time: Waktu kirim
#  ignore: [Persetujuan]

# Kata dan singkatan jawaban pada formulir itu; missing berarti tidak menjawab.
#answers:
#  "4": [Sangat Memuaskan, SM]
#  "1": [Buruk]
#  missing: [Tidak tahu, TT]
"""
_GUIDE: Final = """\
RUANG KERJA SURVEI
==================

Folder ini menyimpan survei unit Anda dari periode ke periode. Isinya:

  ipak.yaml   nama unit, penanda tangan, jumlah pengunjung, tindak lanjut;
              buka dengan penyunting teks, misalnya Notepad
  masuk/      ekspor jawaban survei dan buku kerja penilaian mandiri,
              apa adanya
  bukti/      berkas bukti yang disebut di buku kerja penilaian mandiri
  hasil/      hasil hitungan, satu folder untuk setiap periode;
              jangan disunting
  laporan/    laporan jadi

SEKALI SAJA

Jalankan perintah ini di folder ini, isi lembar Excel yang ditulisnya,
simpan, lalu jalankan perintah yang sama sekali lagi:

     ipak settings isian.xlsx

Atau buka ipak.yaml dengan penyunting teks. Ganti semua isi yang diawali
kata GANTI.

SETIAP PERIODE

1. Simpan ekspor jawaban survei di folder masuk.
2. Tulis jumlah pengunjung di isian.xlsx seperti di atas, atau di
   ipak.yaml.
3. Buka terminal di folder ini, lalu jalankan tiga perintah berikut.
   Ganti nama berkas dan periodenya.

     ipak score masuk/jawaban.xlsx
     ipak trend
     ipak report --period IV-2024

Untuk mengumumkan hasilnya:

     ipak publish --period IV-2024

Perintah pertama menghitung indeks dan menyimpannya di folder hasil,
perintah kedua menampilkan perkembangannya, dan perintah ketiga menulis
laporan ke folder laporan. Bila ada butir di bawah target, di situ
juga ada tindak-lanjut.xlsx: isi rencananya, simpan, lalu jalankan

     ipak settings laporan/IV-2024/tindak-lanjut.xlsx
     ipak report --period IV-2024

dan rencana itu masuk ke laporan. Bila ada masalah, ipak menyebut berkas dan
selnya, serta apa yang perlu dilakukan. Penjelasan sebuah kode masalah:

     ipak explain KODE

Menghitung ulang sebuah periode mengganti hasilnya; hasil mana yang
digantikan tercatat di folder lama di sampingnya, tanpa angkanya.

Nama pegawai yang disebut dalam saran responden dihapus bila terdaftar:
buat berkas pegawai.txt di folder ini, satu nama satu baris. Isinya tidak
masuk ke hasil atau laporan.

Ekspor di folder masuk memuat data pribadi responden. Simpan ruang kerja
ini di tempat yang hanya dapat dibuka petugas survei.
"""
