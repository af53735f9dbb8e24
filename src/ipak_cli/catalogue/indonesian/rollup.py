"""B70x, B71x, B76x: a roll-up of many units: their folders, their list, the lake, and questions to it."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue import rollup as p

ENTRIES: Final[tuple[Sentences, ...]] = (
    Sentences(
        p.FOLDER_LOST_ITS_DOCUMENTS, "Semua dokumen sebuah folder hilang",
        "{count} dokumen yang dulu ada di folder ini tidak ada lagi satu pun, sehingga hasilnya di danau data tetap dipakai",
        "Periksa apakah folder bersama itu terpasang. Bila dokumennya memang dihapus, buat danau data yang baru.",
        "Folder kosong biasanya berarti folder bersama tidak terpasang. Menghapus ribuan unit dari jumlah karena kabel "
        "yang lepas lebih buruk daripada memakai hasil kemarin.",
    ),
    Sentences(
        p.QUERY_WRONG, "Pertanyaan SQL tidak dapat dijawab",
        "pertanyaan ini tidak dapat dijawab{place}: {reason}",
        'Perbaiki SQL-nya; `ipak query "show tables"` menyebut semua tabel, `describe units` kolom-kolomnya.',
        "Sesudah titik dua adalah kata-kata DuckDB sendiri. Pertanyaan hanya dapat membaca danau data itu: tidak "
        "menulis, dan tidak membuka berkas lain.",
    ),
    Sentences(
        p.QUERY_WRITES,
        "Hanya satu pertanyaan",
        "yang dapat dijawab hanya satu pertanyaan SQL yang membaca, yaitu SELECT, SHOW, atau DESCRIBE",
        "Tulis satu pertanyaan saja; untuk menyimpan jawabannya pakai --csv atau --json.",
        "Danau data hanya ditulis oleh ipak rollup, supaya isinya selalu sama dengan dokumen hasil.",
    ),
    Sentences(
        p.QUERY_OF_COUNTS,
        "Tabel yang tidak dapat ditanyai",
        "pertanyaan ini memakai “{name}”, yang bukan tabel danau data untuk ditanyai",
        "Pakai salah satu tabel ini: {tables}; nama dalam WITH hanya huruf, angka, dan garis bawah.",
        "Di balik tabel-tabel itu ada cacahan semua unit, juga yang respondennya kurang dari lima. Jawaban atas "
        "sebuah pertanyaan dapat beredar, jadi cacahan itu tidak dapat ditanyai.",
    ),
    Sentences(
        p.ROLLUP_FOLDER_UNREADABLE, "Folder tidak dapat dibuka",
        "folder ini tidak dapat dibuka: {reason}",
        "Periksa nama dan hak akses folder itu, lalu ulangi; unit lain tetap dihitung.",
        "Hasil di bawah folder ini tidak ikut dihitung. Folder lain tetap dibaca.",
    ),
    Sentences(
        p.ROLLUP_LINK_NOT_FOLLOWED, "Tautan tidak diikuti",
        "tautan ini tidak diikuti, jadi hasil di baliknya tidak ikut dihitung",
        "Sebutkan folder tujuannya sendiri sebagai DIR bila hasil di dalamnya harus ikut.",
        "Tautan dapat menuju ke mana saja, juga ke folder yang sudah dibaca, sehingga hasilnya terhitung dua kali.",
    ),
    Sentences(
        p.NO_DOCUMENTS_BELOW, "Tidak ada dokumen hasil",
        "di folder ini tidak ada dokumen hasil (survey.json atau pekppp.json)",
        "Sebutkan folder yang berisi ruang kerja atau dokumen hasil; `ipak score` menyimpan hasil ke ruang kerja.",
        "Rekap unit dibuat dari dokumen hasil yang tersimpan, pada kedalaman folder berapa pun. Folder lama, .ipak, dan "
        "folder tersembunyi dilewati.",
    ),
    Sentences(
        p.DOCUMENT_UNREADABLE, "Dokumen hasil tidak dapat dibaca",
        "dokumen ini tidak dapat dibaca: {reason}",
        "Periksa hak akses berkas itu, lalu ulangi; dokumen lain tetap dihitung.",
        "Unit pemilik dokumen ini tidak ikut dihitung pada periodenya, dan disebut bermasalah.",
    ),
    Sentences(
        p.DOCUMENT_WITHOUT_PERIOD, "Dokumen hasil tanpa periode",
        "dokumen ini tidak menyebut periodenya",
        "Hitung ulang dengan `ipak score --period`, lalu simpan lagi.",
        "Tanpa periode tidak diketahui ke mana hasil itu harus dijumlahkan.",
    ),
    Sentences(
        p.DOCUMENT_CONTRADICTS_ITSELF, "Angka dokumen hasil bertentangan",
        "{what} pada dokumen ini bukan yang dihasilkan cacahan jawabannya sendiri",
        "Jangan menyunting dokumen hasil; hitung ulang ekspornya dengan `ipak score`.",
        "Sebelum dijumlahkan, setiap nilai dicocokkan dengan cacahan jawaban di dokumen yang sama. Dokumen yang tidak "
        "cocok tidak dipakai.",
    ),
    Sentences(
        p.TWO_DOCUMENTS_OF_A_UNIT, "Dua hasil untuk satu unit dan periode",
        "unit {unit} mempunyai dua hasil yang berbeda untuk {period}: {one} dan {other}; keduanya tidak dipakai",
        "Hapus atau pindahkan yang salah; bila keduanya unit yang berbeda, bedakan dengan --units.",
        "Program tidak menebak mana yang benar. Selama keduanya ada, unit itu disebut bermasalah pada periode itu.",
    ),
    Sentences(
        p.SAME_DOCUMENT_TWICE, "Dokumen yang sama dua kali",
        "dokumen ini sama dengan {other}, jadi dihitung sekali",
        "Tidak perlu apa-apa; hapus salinannya bila tidak diperlukan.",
        "Dua berkas yang isinya sama sampai ke byte terakhir adalah satu hasil.",
    ),
    Sentences(
        p.UNIT_NOT_LISTED, "Unit tidak ada di daftar",
        "unit {unit} tidak ada di daftar unit; hasilnya tetap dihitung",
        "Tambahkan barisnya pada daftar unit, atau isikan foldernya pada kolom folder.",
        "Daftar unit menentukan unit mana yang diharapkan. Hasil dari unit di luar daftar biasanya salah tulis nama.",
    ),
    Sentences(
        p.RUBRICS_DIFFER_BETWEEN_UNITS, "Rubrik unit-unit berbeda",
        "pada {period} unit-unit memakai {count} rubrik yang berbeda ({rubrics}); jumlahnya disajikan terpisah",
        "Bila seharusnya satu rubrik, hitung ulang unit yang memakai rubrik lain.",
        "Nilai dari pertanyaan yang berbeda tidak dapat dirata-ratakan, sekalipun nama indeksnya sama.",
    ),
    Sentences(
        p.UNITS_HEAD_MISSING, "Kolom daftar unit tidak ada",
        "daftar unit tidak mempunyai kolom {head}",
        "Tulis baris judul, misalnya: unit,nama,induk,wilayah,sejak,sampai,folder.",
        "Kolom unit berisi kunci setiap unit, dan wajib. Kolom lain boleh tidak ada; kolom yang namanya lain menjadi "
        "sifat unit, yang dapat dipakai dengan --by.",
    ),
    Sentences(
        p.UNITS_HEAD_TWICE, "Judul kolom daftar unit berulang",
        "dua kolom daftar unit bernama {head}",
        "Beri setiap kolom judul yang berbeda.",
        "Dari dua kolom yang bernama sama tidak diketahui mana yang dimaksud.",
    ),
    Sentences(
        p.UNITS_KEY_EMPTY, "Kunci unit kosong",
        "baris ini tidak menyebut kunci unitnya",
        "Isi kolom unit, atau hapus barisnya.",
        "Setiap baris daftar unit adalah satu unit.",
    ),
    Sentences(
        p.UNITS_KEY_TWICE, "Unit ditulis dua kali",
        "{what} {value} sudah ada di baris {row}",
        "Hapus salah satu, atau betulkan isinya.",
        "Kunci dan folder menentukan unit pemilik sebuah hasil, sehingga masing-masing hanya boleh milik satu unit.",
    ),
    Sentences(
        p.UNITS_PERIOD_UNREADABLE, "Periode pada daftar unit tidak terbaca",
        "“{value}” bukan periode",
        "Tulis misalnya IV-2024, 2024, atau 2024-10.",
        "Kolom sejak dan sampai menyebut periode pertama dan terakhir yang diharapkan dari sebuah unit.",
    ),
    Sentences(
        p.ATTRIBUTE_UNKNOWN, "Sifat unit tidak dikenal",
        "daftar unit tidak mempunyai kolom {attribute}; yang ada: {known:,}",
        "Pilih salah satu kolom itu, atau tambahkan pada daftar unit.",
        "--by mengelompokkan unit menurut kolom daftar unit (--units).",
    ),
    Sentences(
        p.NO_UNIT_OF_THAT_KIND, "Tidak ada unit seperti itu",
        "tidak ada unit dengan {attribute} “{value}”; yang ada: {known:,}",
        "Pilih salah satu isi itu untuk --only, atau perbaiki daftar unit.",
        "--only memilih unit menurut isi sebuah kolom daftar unit (--units).",
    ),
    Sentences(
        p.LIST_OF_UNITS_LEFT_OUT, "Daftar unit tidak disebut",
        "danau data ini memakai daftar unit, tetapi --units tidak disebut",
        "Sebutkan daftar unit itu dengan --units. Bila daftar itu tidak dipakai lagi, buat danau data yang baru.",
        "Tanpa daftar itu unit yang belum ada, kelompoknya, dan unit yang disembunyikan akan lain daripada di rekap "
        "sebelumnya; dari selisih keduanya nilai unit kecil dapat dihitung.",
    ),
    Sentences(
        p.LAKE_NOT_THERE, "Danau data belum ada",
        "di sini tidak ada danau data (manifest.json)",
        "Buat dengan `ipak rollup --lake DIR FOLDER...`.",
        "Danau data adalah folder Parquet yang ditulis ipak rollup; manifest.json menyebut berkas mana yang berlaku.",
    ),
    Sentences(
        p.LAKE_UNFIT, "Danau data tidak dapat dipakai",
        "danau data ini tidak dapat dipakai: {reason}",
        "Buat danau data yang baru di folder lain; dokumen hasil adalah sumbernya, jadi tidak ada yang hilang.",
        "Isinya rusak, ditulis program lain, atau ditulis versi ipak yang lebih baru.",
    ),
    Sentences(
        p.LAKE_IN_USE, "Danau data sedang dipakai",
        "danau data ini sedang ditulis proses lain",
        "Tunggu sampai proses itu selesai, lalu ulangi.",
        "Hanya satu proses yang boleh menulis pada satu waktu; membaca boleh kapan saja.",
    ),
    Sentences(
        p.DOCUMENTS_GONE, "Dokumen hilang dari foldernya",
        "{count} dokumen yang dulu dihitung tidak ada lagi, jadi dikeluarkan dari jumlah; yang pertama {first}",
        "Kembalikan dokumennya lalu ulangi, bila tidak sengaja dihapus.",
        "Danau data mengikuti folder yang disebut pada perintah. Folder yang tidak disebut tetap seperti terakhir dibaca.",
    ),
)  # fmt: skip
SENTENCES: Final = {
    p.IN_A_DOCUMENT_NOT_SCORED: "tidak dihitung pada dokumen unit itu ({key})",
    p.NO_UNIT_SCORED: "tidak ada unit yang nilainya diketahui",
    p.SUMS_NOT_TOLD: "jumlah jawabannya tidak diketahui, sebab sebagian hasil adalah rekap tanpa cacahan",
    p.SMALL_UNIT: "respondennya kurang dari {smallest}, jadi hanya masuk ke jumlah",
    p.HIDDEN_BESIDE_SMALL: "tidak ditampilkan supaya nilai unit yang kecil tidak dapat dihitung dari jumlahnya",
    p.TOTAL_HIDDEN: "jumlah kelompok ini tidak ditampilkan supaya nilai unit yang kecil tidak dapat dihitung darinya",
    p.DOCUMENT_FAULTY: "berkasnya bermasalah: {source}",
    p.DOCUMENT_NOT_SCORED: "tidak ada indeks yang dihitung pada dokumennya",
    p.RUBRIC_OF_BEFORE_DIFFERS: "rubrik periode sebelumnya berbeda",
    p.LAKE_DAMAGED: "manifest.json-nya rusak",
    p.LAKE_OF_OTHER_SCHEMA: "skemanya bukan {schema}",
    p.READING_DOCUMENTS: "membaca dokumen",
    p.COMPARING_PERIODS: "membandingkan periode",
    p.QUERY_AT: " (baris {line}, kolom {column})",
    p.LAKE_LACKS_A_FILE: "sebuah berkas Parquet-nya hilang atau rusak",
}
