"""E1xx: the self-assessment workbook: its sheets, rows and cells."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.pekppp import (
    CELL_FORMULA_WITHOUT_VALUE,
    CELL_IS_EXCEL_ERROR,
    CLAIM_OUT_OF_RANGE,
    COLUMN_MISSING,
    COST_UNREADABLE,
    DATE_AMBIGUOUS,
    DATE_NOT_POSSIBLE,
    ENTRY_WITHOUT_NUMBER,
    HEADER_IN_SEVERAL_COLUMNS,
    HEADER_ROW_NOT_FOUND,
    HIDDEN_ROWS_READ,
    MERGED_ENTRY_CELLS,
    NOT_A_CHOICE,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_A_WHOLE_NUMBER,
    NOT_CARRIED_NUMBER_GONE,
    NOT_CARRIED_ROW_TWICE,
    NOT_CARRIED_UNREADABLE,
    NOT_CARRIED_WORDING_CHANGED,
    NUMBER_INSTEAD_OF_DATE,
    NUMBER_TOO_LARGE,
    OPTIONAL_COLUMN_MISSING,
    OTHER_SHEETS_NOT_READ,
    PERIOD_UNREADABLE,
    ROW_MISSING,
    ROW_NUMBER_TWICE,
    ROW_NUMBER_UNKNOWN,
    RUBRIC_CONTENT_CHANGED,
    SHEET_MISSING,
    TEXT_TOO_LONG,
    UNEXPECTED_DATE,
    UNEXPECTED_PERCENT,
    UNEXPECTED_TRUE_OR_FALSE,
    UNIT_OR_PERIOD_CELL_MISSING,
    WORDING_NOT_OF_NUMBER,
    WORKBOOK_OF_OTHER_RUBRIC,
    WORKBOOK_OF_OTHER_VERSION,
    WORKBOOK_ORIGIN_UNKNOWN,
    YES_OR_NO_UNCLEAR,
)

_STRUCTURE: Final = (
    Sentences(
        SHEET_MISSING, "Lembar tidak ada",
        "lembar “{sheet}” tidak ada; yang ada: {sheets}",
        "Kembalikan nama lembar itu, atau buat buku kerja baru dengan `ipak pekppp template`.",
        "Lembar Penilaian dan Fakta dikenali dari namanya. Lembar yang dihapus atau diganti namanya tidak ditebak.",
    ),
    Sentences(
        HEADER_ROW_NOT_FOUND, "Baris judul tidak ditemukan",
        "lembar ini tidak memuat baris judul dengan kolom {columns}",
        "Kembalikan baris judul tabel, atau pindahkan isian ke buku kerja baru dari `ipak pekppp template`.",
        "Tabel dikenali dari judul kolomnya, di baris mana pun ia berada. Urutan kolom bebas.",
    ),
    Sentences(
        COLUMN_MISSING, "Kolom tidak ada",
        "kolom “{column}” tidak ada di baris judul",
        "Kembalikan judul kolom itu persis seperti pada buku kerja yang dibuat ipak.",
        "Kolom yang dihapus atau diganti judulnya tidak dapat dibaca, dan isinya tidak ditebak dari letaknya.",
    ),
    Sentences(
        HEADER_IN_SEVERAL_COLUMNS, "Satu judul, dua kolom",
        "judul “{column}” ada di lebih dari satu kolom: {cells}",
        "Hapus atau ganti judul kolom yang bukan bagian tabel.",
        "Tidak dapat diketahui kolom mana yang berisi jawaban, jadi tidak satu pun dibaca.",
    ),
    Sentences(
        ROW_MISSING, "Baris tidak ada",
        "baris {what} tidak ada",
        "Kembalikan barisnya, atau buat buku kerja baru dengan `ipak pekppp template BARU.xlsx --from LAMA.xlsx`.",
        "Setiap indikator dan setiap fakta rubrik mempunyai satu baris. Baris yang kosong boleh; baris yang hilang "
        "dilaporkan, sebab mungkin isinya ikut terhapus.",
    ),
    Sentences(
        ROW_NUMBER_UNKNOWN, "Nomor yang tidak dikenal",
        "“{id}” di kolom {column} bukan nomor yang ada di rubrik {rubric}",
        "Perbaiki nomornya, atau hapus baris itu bila memang bukan bagian instrumen.",
        "Baris dicocokkan dengan rubrik menurut nomornya: nomor indikator di lembar Penilaian, ID di lembar Fakta.",
    ),
    Sentences(
        ROW_NUMBER_TWICE, "Nomor yang sama dua kali",
        "“{id}” di kolom {column} ada di lebih dari satu baris: {cells}",
        "Sisakan satu baris saja untuk nomor itu.",
        "Dua baris dengan nomor yang sama dapat berisi dua jawaban. Tidak ada yang dipilih, dan keduanya tidak dihitung.",
    ),
    Sentences(
        WORDING_NOT_OF_NUMBER, "Kalimat bukan milik nomornya",
        "{what}: isi kolom {column} bukan kalimat rubrik untuk nomor ini: “{text}”",
        "Kembalikan kalimatnya; bila kolom terurut sendiri-sendiri, urungkan lalu urutkan seluruh tabel bersama-sama.",
        "Bila hanya sebagian kolom yang diurutkan, jawaban pindah ke pertanyaan lain tanpa terlihat. Karena itu setiap "
        "baris harus tetap memuat kalimat rubrik untuk nomornya; baris yang tidak cocok tidak dihitung.",
    ),
    Sentences(
        ENTRY_WITHOUT_NUMBER, "Isian tanpa nomor",
        "baris ini berisi isian, tetapi kolom {column} kosong",
        "Isi nomor barisnya, atau hapus isian itu.",
        "Tanpa nomor tidak dapat diketahui isian itu milik indikator atau fakta yang mana.",
    ),
    Sentences(
        MERGED_ENTRY_CELLS, "Sel isian digabung",
        "sel {range} digabung di kolom isian",
        "Pisahkan sel itu (Unmerge Cells) lalu isi tiap barisnya.",
        "Sel gabungan hanya menyimpan nilai di pojok kiri atas. Sel lain tampak terisi tetapi sebenarnya kosong.",
    ),
    Sentences(
        OPTIONAL_COLUMN_MISSING, "Kolom pelengkap tidak ada",
        "kolom “{column}” tidak ada, sehingga isinya tidak dibaca",
        "Kembalikan judul kolom itu bila isinya diperlukan.",
        "Catatan dan biaya per tingkat tidak menentukan nilai, jadi buku kerja tetap dibaca tanpa kolom itu.",
    ),
    Sentences(
        HIDDEN_ROWS_READ, "Baris tersembunyi ikut dibaca",
        "{count} baris tersembunyi atau tersaring ikut dibaca: baris {rows}",
        "Tidak perlu tindakan; tampilkan barisnya bila ingin memeriksa.",
        "Menyaring atau menyembunyikan baris tidak menghapusnya. Semua baris dibaca, dan yang tidak tampak disebutkan.",
    ),
    Sentences(
        UNIT_OR_PERIOD_CELL_MISSING, "Sel Unit atau Triwulan tidak ada",
        "sel berlabel “{label}” tidak ada di atas tabel, sehingga isinya tidak diketahui",
        "Tulis kembali “{label}” di atas baris judul, dan isinya di sel sebelah kanannya.",
        "Nama unit dan triwulan dibaca dari sel di sebelah kanan labelnya, di atas tabel lembar Penilaian.",
    ),
)  # fmt: skip

_UNREAD: Final = (
    Sentences(
        OTHER_SHEETS_NOT_READ, "Lembar lain tidak dibaca",
        "lembar {sheets} tidak dibaca",
        "Pindahkan isiannya ke lembar Penilaian atau Fakta, bila lembar itu berisi jawaban.",
        "Yang dibaca hanya lembar Penilaian dan Fakta. Salinan seperti “Fakta (2)” boleh ada, tetapi isinya tidak dihitung.",
    ),
)  # fmt: skip

_CELLS: Final = (
    Sentences(
        CLAIM_OUT_OF_RANGE, "Nilai mandiri di luar 0 sampai 5",
        "{what}: {value} di luar 0 sampai 5",
        "Isi bilangan bulat 0 sampai 5, atau kosongkan bila belum dinilai.",
        "Tingkat PEKPPP adalah bilangan bulat 0 sampai 5. Nilai lain tidak dipotong dan tidak dibulatkan.",
    ),
    Sentences(
        NOT_A_WHOLE_NUMBER, "Bukan bilangan bulat",
        "{what}: {value} bukan bilangan bulat 0 atau lebih",
        "Isi bilangan bulat tanpa koma dan tanpa tanda minus, atau kosongkan.",
        "Di sini dihitung hal yang utuh, misalnya banyaknya pengaduan. Pecahan dan angka negatif tidak dibulatkan.",
    ),
    Sentences(
        NOT_A_NUMBER, "Bukan angka",
        "{what}: “{value}” bukan angka",
        "Ketik angkanya, misalnya 3, tanpa kata dan tanpa titik ribuan; atau kosongkan.",
        "Kata seperti “lima” dan tulisan seperti “3-4” tidak ditebak artinya.",
    ),
    Sentences(
        UNEXPECTED_DATE, "Tanggal atau jam di tempat lain",
        "{what}: sel berisi tanggal atau jam ({value})",
        "Hapus isinya, ubah format sel menjadi General, lalu ketik ulang.",
        "Excel mengubah isian seperti 3-4 menjadi tanggal, sehingga isian aslinya hilang.",
    ),
    Sentences(
        UNEXPECTED_TRUE_OR_FALSE, "Nilai TRUE atau FALSE",
        "{what}: sel berisi nilai logika {value}",
        "Ketik ulang isiannya.",
        "Nilai logika hanya dapat dibaca pada fakta ya/tidak. Di tempat lain TRUE bukan angka 1.",
    ),
    Sentences(
        UNEXPECTED_PERCENT, "Persen di sel isian",
        "{what}: sel berisi persen ({value} %)",
        "Ubah format sel menjadi General, lalu ketik ulang isiannya.",
        "Sel berformat persen menyimpan 3 sebagai 300 %, atau 100 % sebagai 1. Nilainya tidak pasti.",
    ),
    Sentences(
        CELL_IS_EXCEL_ERROR, "Sel berisi galat",
        "{what}: sel menampilkan {value}",
        "Perbaiki rumusnya atau ketik isiannya, lalu simpan.",
        "Galat seperti #REF! atau #N/A berarti rumus kehilangan rujukannya. Nilainya tidak ada.",
    ),
    Sentences(
        CELL_FORMULA_WITHOUT_VALUE, "Rumus tanpa nilai",
        "{what}: sel berisi rumus yang belum pernah dihitung",
        "Buka berkas di Excel atau LibreOffice, tunggu sampai selesai menghitung, lalu simpan.",
        "Berkas dibuat program yang menulis rumus tanpa hasilnya. Hasilnya tidak dihitung di sini.",
    ),
    Sentences(
        NOT_A_CHOICE, "Bukan salah satu pilihan",
        "{what}: “{value}” bukan salah satu pilihan: {choices}",
        "Pilih dari daftar di selnya, atau kosongkan bila belum diketahui.",
        "Jawaban dibandingkan dengan pilihan rubrik; huruf besar, spasi, dan tanda baca tidak berpengaruh. Kata "
        "pertama sebuah pilihan sudah cukup, bila hanya satu pilihan yang diawali kata itu. Untuk ya dan tidak dibaca "
        "juga y, v, ✓, ada, sudah, n, belum, dan tidak ada. Kata lain tidak ditebak artinya.",
    ),
    Sentences(
        NOT_A_DATE, "Bukan tanggal",
        "{what}: “{value}” bukan tanggal",
        "Tulis tanggal, bulan, dan tahunnya, misalnya 5 Desember 2024 atau 2024-12-05.",
        "Tanggal dibaca dari sel tanggal, atau dari tulisan seperti 5 Desember 2024, 5-Des-2024, December 5, 2024, dan "
        "2024-12-05.",
    ),
    Sentences(
        NUMBER_INSTEAD_OF_DATE, "Angka di tempat tanggal",
        "{what}: angka {value} bukan tanggal",
        "Ubah format sel menjadi tanggal, lalu ketik tanggalnya lengkap, misalnya 2024-12-05.",
        "Angka tanpa format tanggal dapat berarti tahun, banyaknya hari, atau tanggal menurut hitungan Excel.",
    ),
    Sentences(
        DATE_NOT_POSSIBLE, "Tanggal yang tidak mungkin",
        "{what}: {value} tidak ada di kalender, atau bukan tahun 2000 sampai 2100",
        "Periksa tanggal, bulan, dan tahunnya.",
        "Tanggal seperti 31/02/2024, atau tahun yang jauh dari sekarang, biasanya salah ketik.",
    ),
    Sentences(
        COST_UNREADABLE, "Biaya yang tidak terbaca",
        "{what}: “{value}” bukan bilangan bulat dan bukan kata {fixed}",
        "Isi bilangan bulat tanpa titik ribuan, kata {fixed} bila tingkatnya tidak dapat dinaikkan, atau kosongkan.",
        "Biaya per tingkat dipakai untuk mencari langkah termurah. Satuannya bebas, asal sama untuk semua indikator.",
    ),
    Sentences(
        PERIOD_UNREADABLE, "Triwulan yang tidak terbaca",
        "“{value}” bukan triwulan",
        "Tulis seperti IV-2024: nomor triwulan dalam angka Romawi, tanda hubung, tahun.",
        "Triwulan ditulis IV-2024, 4-2024, 2024-Q4, atau TW IV 2024. Bila Excel mengubahnya menjadi tanggal, ubah "
        "format sel menjadi Text lalu ketik ulang.",
    ),
    Sentences(
        NUMBER_TOO_LARGE, "Bilangan terlalu besar",
        "{what}: bilangannya lebih besar dari {limit}",
        "Periksa angkanya; mungkin ada angka yang terketik dua kali.",
        "Banyaknya hal dan biaya di buku kerja ini tidak pernah sebesar itu, jadi isinya dianggap salah ketik.",
    ),
    Sentences(
        TEXT_TOO_LONG, "Teks terlalu panjang",
        "{what}: teks lebih panjang dari {limit} huruf",
        "Pendekkan teksnya; penjelasan yang panjang disimpan sebagai berkas bukti.",
        "Satu sel buku kerja tidak memuat teks sepanjang itu, sehingga ujungnya akan hilang.",
    ),
)  # fmt: skip

_UNCLEAR: Final = (
    Sentences(
        YES_OR_NO_UNCLEAR, "Tanda yang tidak jelas artinya",
        "{what}: “{value}” tidak jelas artinya, ya atau tidak",
        "Tulis ya atau tidak; kosongkan bila belum diketahui.",
        "Tanda seperti x dan - dipakai orang untuk ya (dipilih) dan juga untuk tidak (dicoret). Pada pernyataan yang "
        "menyangkal sesuatu, kata ada dapat berarti keduanya.",
    ),
    Sentences(
        DATE_AMBIGUOUS, "Tanggal yang dapat berarti dua hari",
        "{what}: “{value}” dapat berarti {first} atau {second}",
        "Tulis nama bulannya: {first} atau {second}.",
        "Isian ini tersimpan sebagai tulisan. Sebagian komputer menulis tanggal lebih dulu, sebagian menulis bulan lebih "
        "dulu, jadi tulisan seperti 05/12/2024 tidak ditebak artinya. Sel tanggal tidak mempunyai keraguan ini.",
    ),
)  # fmt: skip

_RUBRIC: Final = (
    Sentences(
        WORKBOOK_OF_OTHER_VERSION, "Buku kerja dari versi rubrik lain",
        "buku kerja dibuat dari rubrik {rubric} versi {old}, sedangkan yang dipakai versi {new}",
        "Pindahkan isiannya dengan `ipak pekppp template BARU.xlsx --from LAMA.xlsx`, lalu periksa yang tidak terbawa.",
        "Pertanyaan dan aturan dapat berubah dari versi ke versi, sehingga jawaban lama tidak dihitung begitu saja "
        "dengan aturan baru.",
    ),
    Sentences(
        WORKBOOK_OF_OTHER_RUBRIC, "Buku kerja dari rubrik lain",
        "buku kerja dibuat dari rubrik {old}, sedangkan yang dipakai {new}",
        "Pakai rubrik itu dengan --rubric {old}, atau periksa apakah berkasnya benar.",
        "Lembar tersembunyi _ipak menyebut rubrik asal buku kerja. Jawaban untuk instrumen lain tidak dihitung.",
    ),
    Sentences(
        RUBRIC_CONTENT_CHANGED, "Isi rubrik sudah berubah",
        "buku kerja dibuat dari rubrik {rubric} versi {version} yang isinya tidak sama dengan yang dipakai",
        "Periksa apakah rubriknya memang diubah; bila ya, buat buku kerja baru dengan "
        "`ipak pekppp template BARU.xlsx --from LAMA.xlsx`.",
        "Nomor versinya sama, tetapi sidik isinya lain: rubrik diubah tanpa menaikkan versinya.",
    ),
    Sentences(
        WORKBOOK_ORIGIN_UNKNOWN, "Asal buku kerja tidak diketahui",
        "lembar {sheet} tidak ada atau tidak lengkap, sehingga rubrik asalnya tidak dapat diperiksa",
        "Pastikan buku kerja ini memang untuk rubrik {rubric}, versi {version}.",
        "Lembar tersembunyi itu menyebut rubrik, versi, dan sidik isinya. Tanpa lembar itu baris tetap dicocokkan "
        "menurut nomor dan kalimatnya.",
    ),
)  # fmt: skip

_CARRIED: Final = (
    Sentences(
        NOT_CARRIED_WORDING_CHANGED, "Kalimat berubah, isian tidak dibawa",
        "{what}: kalimatnya tidak sama dengan rubrik baru, sehingga isian ini tidak dibawa: {value: | …}",
        "Baca kalimat yang baru, lalu jawab lagi di buku kerja baru.",
        "Jawaban hanya dibawa bila pertanyaannya masih sama. Jawaban atas kalimat lain belum tentu masih benar.",
    ),
    Sentences(
        NOT_CARRIED_NUMBER_GONE, "Nomor tidak ada lagi, isian tidak dibawa",
        "“{what}” tidak ada di rubrik baru, sehingga isian ini tidak dibawa: {value: | …}",
        "Bila isian itu masih diperlukan, tulis di indikator yang menggantikannya.",
        "Indikator atau fakta itu dihapus atau bernomor lain di rubrik baru.",
    ),
    Sentences(
        NOT_CARRIED_UNREADABLE, "Isian tidak terbaca, tidak dibawa",
        "isian tidak dibawa: {reason}",
        "Isi lagi di buku kerja baru.",
        "Isian lama tidak terbaca, atau tidak cocok dengan jenis jawaban di rubrik baru.",
    ),
    Sentences(
        NOT_CARRIED_ROW_TWICE, "Baris ganda, isian tidak dibawa",
        "{what} ada di lebih dari satu baris, sehingga isian ini tidak dibawa: {value: | …}",
        "Pilih isian yang benar, lalu tulis di buku kerja baru.",
        "Dua baris lama bernomor sama dapat berisi dua jawaban. Tidak ada yang dipilih.",
    ),
)  # fmt: skip

ENTRIES: Final = (*_STRUCTURE, *_UNREAD, *_CELLS, *_RUBRIC, *_UNCLEAR, *_CARRIED)
