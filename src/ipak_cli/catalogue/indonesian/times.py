"""W4xx: time and period."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.survey import (
    ALL_DAYS_TOO_LONG,
    DATE_IMPOSSIBLE,
    DATE_ORDER_NOT_THE_COLUMNS,
    DATES_MIXED_WITH_TEXT,
    DAY_MONTH_ORDER_MIXED,
    DAY_MONTH_ORDER_UNCERTAIN,
    FILE_WITHOUT_TIME_COLUMN,
    NO_TIME_READABLE,
    PERIOD_BY_OFFICE_TIME,
    PERIOD_NOT_CHECKABLE,
    PERIOD_NOT_IN_FILE,
    PERIOD_UNKNOWN,
    ROW_ORDER_SUGGESTS_SWAP,
    ROWS_OUTSIDE_PERIOD,
    ROWS_WITHOUT_TIME,
    SEVERAL_PERIODS,
    SOME_DATES_SWAPPED,
    TABLE_OF_OTHER_PERIOD,
    TIME_COLUMN_FROM_CONTENT,
    TIME_COLUMN_UNCERTAIN,
    TIME_EMPTY,
    TIME_UNREADABLE,
    TIMES_FROM_OTHER_ZONE,
    TITLE_NAMES_OTHER_PERIOD,
    YEAR_HAS_TWO_DIGITS,
    YEAR_IMPLAUSIBLE,
)

ENTRIES: Final = (
    Sentences(
        TIME_UNREADABLE,
        "Waktu tidak terbaca",
        "“{value}” bukan tanggal dan waktu yang dikenal",
        "Tulis seperti 26/06/2024 14:30, atau kosongkan baris bila bukan jawaban.",
        "Waktu pengisian menentukan periode jawaban. Baris yang waktunya tidak terbaca tidak dapat ditempatkan.",
    ),
    Sentences(
        DATE_IMPOSSIBLE,
        "Tanggal tidak mungkin",
        "“{value}” bukan tanggal yang ada dalam kalender",
        "Perbaiki hari, bulan, atau jamnya di berkas asal.",
        "Contohnya 31/02/2024, atau bulan ke-13. Sering terjadi bila hari dan bulan tertukar.",
    ),
    Sentences(
        YEAR_HAS_TWO_DIGITS,
        "Tahun dua angka",
        "“{value}” menulis tahun dengan dua angka",
        "Tulis tahunnya lengkap, misalnya 26/06/2024.",
        "Tahun dua angka dapat berarti lebih dari satu tanggal, jadi tidak ditebak.",
    ),
    Sentences(
        YEAR_IMPLAUSIBLE,
        "Tahun tidak masuk akal",
        "“{value}” berada di luar tahun 2000 sampai 2099",
        "Perbaiki tahunnya di berkas asal.",
        "Angka seperti ini biasanya salah ketik, atau kolomnya bukan kolom waktu.",
    ),
    Sentences(
        DAY_MONTH_ORDER_UNCERTAIN,
        "Urutan hari dan bulan tidak pasti",
        "“{value}” dapat dibaca hari-bulan maupun bulan-hari",
        "Cocokkan satu tanggal dengan formulir asal, lalu jalankan dengan --date-order dmy (hari dulu) atau mdy (bulan dulu).",
        "Urutan diputuskan per kolom dari tanggal yang hanya mungkin satu cara, misalnya 26/06/2024. Bila tidak "
        "ada satu pun tanggal seperti itu, urutannya harus disebutkan.",
    ),
    Sentences(
        DAY_MONTH_ORDER_MIXED,
        "Urutan hari dan bulan bercampur",
        "sebagian tanggal hanya mungkin hari-bulan dan sebagian hanya mungkin bulan-hari",
        "Samakan bentuk tanggal di kolom ini menurut formulir asal; --date-order akan membaca sebagian tanggalnya terbalik.",
        "Kolom ini berisi tanggal dari dua setelan bahasa. Tanggal lain di kolom yang sama jadi tidak pasti artinya.",
    ),
    Sentences(
        TIME_EMPTY,
        "Waktu kosong",
        "waktu pengisian kosong pada baris yang ada jawabannya",
        "Isi waktunya dari formulir asal; dengan --lenient baris ini tidak dihitung dan disebutkan.",
        "Tanpa waktu, tidak diketahui periode mana yang harus memuat jawaban ini.",
    ),
    Sentences(
        DATE_ORDER_NOT_THE_COLUMNS,
        "Urutan tanggal tidak sesuai kolom",
        "“{value}” hanya mungkin {possible}, sedangkan kolom ini dibaca {order}",
        "Perbaiki tanggalnya, atau samakan bentuk tanggal di kolom ini.",
        "Urutan hari dan bulan berlaku untuk satu kolom. Tanggal yang hanya mungkin dibaca dengan urutan lain "
        "biasanya berasal dari setelan bahasa lain.",
    ),
    Sentences(
        SEVERAL_PERIODS,
        "Lebih dari satu periode",
        "berkas memuat jawaban dari {periods:,…}",
        "Hitung setiap periode dengan perintahnya sendiri, misalnya --period {period}; semuanya sekaligus: --period semua; "
        "bulan, semester, tahun dan rentang hari juga dapat, lihat `ipak score --help`.",
        "Periode ditentukan dari waktu pengisian. Bila datanya mencakup beberapa periode, pilihan ada pada pengguna. "
        "Dari beberapa berkas, setiap berkas disebutkan dengan periodenya.",
    ),
    Sentences(
        PERIOD_NOT_IN_FILE,
        "Periode tidak ada dalam berkas",
        "tidak ada jawaban dari periode {period}; yang ada: {periods:,…}",
        "Periksa apakah berkas atau --period yang keliru.",
        "Tidak satu pun jawaban bertanggal di periode yang diminta. Mungkin yang terbuka berkas periode lain.",
    ),
    Sentences(
        ALL_DAYS_TOO_LONG,
        "Semua jawaban bersama terlalu panjang",
        "jawaban pertama bertanggal {first}, yang terakhir {last}: lebih dari {most} tahun",
        "Periksa apakah kedua tanggal itu benar; bila ya, hitung per periode, misalnya --period {year}.",
        "Periode paling panjang {most} tahun. Tanggal yang jauh dari yang lain biasanya salah ketik, misalnya "
        "tahun lahir di kolom waktu pengisian.",
    ),
    Sentences(
        PERIOD_UNKNOWN,
        "Periode tidak diketahui",
        "berkas tidak punya kolom waktu dan --period tidak disebutkan",
        "Tambahkan --period PERIODE, dengan periode yang benar di tempat PERIODE; triwulan ditulis misalnya III-TAHUN.",
        "Angka tetap dihitung dari semua baris, tetapi hasilnya tidak menyebut periode.",
    ),
    Sentences(
        ROWS_OUTSIDE_PERIOD,
        "Baris di luar periode",
        "{count} jawaban bertanggal di luar periode {period} dan tidak dihitung: baris {rows}",
        "Periksa apakah tanggalnya benar; bila ya, tidak perlu tindakan.",
        "Jawaban dari periode lain tidak dicampur. Baris yang dikeluarkan disebutkan semuanya.",
    ),
    Sentences(
        ROWS_WITHOUT_TIME,
        "Baris tanpa waktu yang terbaca",
        "{count} jawaban tidak dihitung karena waktunya kosong atau tidak terbaca: baris {rows}",
        "Perbaiki waktunya menurut formulir asal, lalu hitung lagi, supaya jawaban itu ikut dihitung.",
        "Tanpa waktu, tidak diketahui apakah jawaban itu dari periode yang dihitung. Dengan --lenient hasilnya tetap "
        "dihitung dari jawaban lain, dan baris yang tidak ikut disebutkan semuanya.",
    ),
    Sentences(
        TITLE_NAMES_OTHER_PERIOD,
        "Judul menyebut periode lain",
        "judul di atas tabel menyebut periode {named}, sedangkan jawabannya dari periode {period}",
        "Pastikan tabel ini bukan salinan dari periode lain.",
        "Judul lama yang tertinggal pada tabel baru, atau tabel lama di bawah judul baru, adalah kesalahan yang "
        "sering lolos ke laporan.",
    ),
    Sentences(
        PERIOD_NOT_CHECKABLE,
        "Periode tidak dapat diperiksa",
        "tidak ada kolom waktu, jadi semua jawaban dihitung sebagai periode {period}",
        "Bila berkas punya kolom waktu dengan nama lain, ganti judulnya menjadi Timestamp.",
        "Tanpa waktu pengisian, periode diambil dari --period dan tidak dapat dibandingkan dengan datanya.",
    ),
    Sentences(
        SOME_DATES_SWAPPED,
        "Hari dan bulan tertukar pada sebagian tanggal",
        "tanggal pada baris {dates} tampaknya tertukar hari dan bulannya; tanggal pada baris {texts} tetap tulisan",
        "Nilai CSV asalnya langsung dengan ipak; atau impor ulang di Excel (Data > Dari Teks/CSV) dengan kolom ini "
        "sebagai Teks.",
        "Bila CSV berisi hari-bulan dibuka di Excel yang bersetelan bulan-hari, 05/10/2025 (5 Oktober) menjadi tanggal "
        "10 Mei, sedangkan 13/10/2025 tetap tulisan. Tandanya: semua tanggal Excel berhari 1 sampai 12 dan semua "
        "tulisan berhari di atas 12. Responden lalu jatuh di periode yang salah, maka tidak ada yang dihitung. "
        "Mengubah format sel tidak memulihkannya; kembalilah ke berkas asal yang belum dibuka dengan Excel.",
    ),
    Sentences(
        TIME_COLUMN_FROM_CONTENT,
        "Kolom waktu dikenali dari isinya",
        "kolom {cell} dipakai sebagai waktu pengisian, karena isinya tanggal",
        "Periksa apakah benar; bila kolom lain yang memuat waktu pengisian, ganti judul kolom itu menjadi Timestamp.",
        "Tidak ada judul kolom yang dikenal sebagai waktu pengisian, dan hanya satu kolom yang berisi tanggal. Tanggal "
        "lahir, masa berlaku dan sejenisnya tidak pernah dipakai.",
    ),
    Sentences(
        TIME_COLUMN_UNCERTAIN,
        "Kolom waktu tidak pasti",
        "lebih dari satu kolom berisi tanggal: {cells:dan}",
        "Ganti judul kolom yang memuat waktu pengisian menjadi Timestamp.",
        "Waktu pengisian menentukan periode. Judul kolom-kolom ini tidak menyebut mana yang waktu pengisian, jadi "
        "tidak ditebak.",
    ),
    Sentences(
        TIMES_FROM_OTHER_ZONE,
        "Waktu dari zona lain",
        "{count} waktu ditulis menurut zona waktu lain dan dialihkan ke {zone}",
        "Bila zona kantor lain, tulis timezone di ipak.yaml: Asia/Jakarta, Asia/Makassar atau Asia/Jayapura.",
        "Kobo, Nextcloud, LimeSurvey dan banyak aplikasi menulis waktu menurut UTC. Satu saat hanya berada di satu "
        "periode, yaitu menurut jam kantor. Zona dibaca dari selnya (Z, +00:00, GMT+7, WIB, WITA, WIT) atau dari judul "
        "kolom; waktu tanpa zona dianggap waktu kantor.",
    ),
    Sentences(
        PERIOD_BY_OFFICE_TIME,
        "Periode menurut jam kantor",
        "{count} jawaban berada di periode lain menurut {zone} daripada menurut zona yang tertulis: baris {rows}",
        "Tidak perlu tindakan bila zona kantor benar.",
        "Pukul 23.30 UTC tanggal 31 Desember sudah 1 Januari di seluruh Indonesia. Jawaban dihitung pada periode "
        "menurut jam kantor.",
    ),
    Sentences(
        DATES_MIXED_WITH_TEXT,
        "Tanggal bercampur tulisan",
        "tanggal pada baris {dates} berhari paling besar 12, tulisan pada baris {texts} lebih besar; bulannya cocok",
        "Bandingkan beberapa tanggal dengan formulir asal.",
        "Campuran seperti ini biasanya tanda hari dan bulan tertukar. Di sini bulan semua tanggal cocok dengan bulan "
        "tulisannya, dan setelah ditukar tidak, jadi tanggal dipakai apa adanya.",
    ),
    Sentences(
        ROW_ORDER_SUGGESTS_SWAP,
        "Urutan baris menunjukkan tanggal tertukar",
        "baris-baris tidak urut menurut tanggalnya, tetapi urut sempurna bila hari dan bulannya ditukar",
        "Bandingkan beberapa tanggal dengan formulir asal; bila tertukar, nilai berkas asalnya langsung dengan ipak.",
        "Semua tanggal di kolom ini berhari 1 sampai 12, sehingga hari dan bulan dapat tertukar tanpa terlihat. Formulir "
        "menyimpan jawaban menurut urutan waktu, dan urutan itu hanya ada bila hari dan bulannya ditukar.",
    ),
    Sentences(
        FILE_WITHOUT_TIME_COLUMN,
        "Berkas tanpa kolom waktu di antara yang lain",
        "berkas ini tidak punya kolom waktu, sedangkan berkas lain punya",
        "Bila semua jawabannya dari satu periode, sebutkan, misalnya --period {period}; bila tidak, lengkapi kolom waktunya.",
        "Beberapa berkas dihitung sebagai satu survei. Tanpa kolom waktu tidak diketahui apakah jawaban di berkas ini "
        "dari periode yang sama.",
    ),
    Sentences(
        NO_TIME_READABLE,
        "Tidak satu pun waktu terbaca",
        "tidak satu pun isi kolom waktu berkas ini terbaca",
        "Perbaiki kolom itu dari formulir asal; --lenient dan --period tidak dapat menggantikannya.",
        "Baris tanpa waktu yang terbaca tidak dihitung, sebab periodenya tidak diketahui. Bila semuanya begitu, tidak "
        "ada yang tersisa.",
    ),
    Sentences(
        TABLE_OF_OTHER_PERIOD,
        "Tabel yang sama dengan periode lain",
        "jumlah tiap jawaban pada setiap butir sama persis dengan hasil periode {period}",
        "Pastikan berkas ini bukan ekspor periode {period} yang diserahkan lagi.",
        "Dua periode hampir tidak mungkin punya jumlah jawaban yang sama persis pada setiap butir. Biasanya "
        "berkas lama terpakai lagi.",
    ),
)
