"""K2xx: headers and columns."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.survey import (
    ANSWER_TABLE_NOT_FOUND,
    CODES_MAY_BE_SWAPPED,
    CODES_READ_FROM_ANSWERS,
    COLUMNS_NOT_IN_RUBRIC,
    FILE_HAS_NO_SHEETS,
    HEADER_ALMOST_MATCHES,
    HEADER_AMBIGUOUS,
    HIDDEN_ROWS_COUNTED,
    HIDDEN_SHEET_USED,
    ITEM_IN_SEVERAL_COLUMNS,
    ITEM_WITHOUT_COLUMN,
    ITEMS_KNOWN_BY_NUMBER,
    MERGED_ANSWER_CELLS,
    NAMED_SHEET_MISSING,
    NO_HEADER_ROW,
    NO_RESPONDENTS,
    OTHER_RUBRIC_FITS_BETTER,
    OWN_HEAD_MISSING,
    OWN_HEAD_NOT_THERE,
    OWN_HEAD_REPLACED,
    OWN_HEAD_TWICE,
    OWN_HEADS_REPLACED,
    QUESTIONS_RUN_DOWN,
    ROWS_DOUBTFUL,
    ROWS_WITHOUT_ANSWERS,
    SAME_FILE_TWICE,
    SEVERAL_SHEETS_MATCH,
    UNUSED_COLUMNS_LIKE_ITEMS,
)

ENTRIES: Final = (
    Sentences(
        ANSWER_TABLE_NOT_FOUND,
        "Tabel jawaban tidak ditemukan",
        "tidak ada lembar yang memuat pertanyaan rubrik {rubric}; yang ada: {found}",
        'Bila ini jawaban survei dengan judul kolom kantor sendiri, jalankan `ipak rubric new "{name}"`; bila bukan, '
        "pilih berkas jawabannya.",
        "Judul kolom dicari pada 60 baris pertama setiap lembar. Tidak satu pun baris memuat kalimat pertanyaan, "
        "nama lain, atau kode butir dari rubrik yang dipakai. Mungkin berkas atau rubriknya keliru.",
    ),
    Sentences(
        ITEM_WITHOUT_COLUMN,
        "Butir tanpa kolom",
        "tidak ada kolom untuk butir {items}; kolom yang belum terpakai: {left_over}",
        "Bila salah satu kolom itu jawabannya, sebut judulnya pada columns di ipak.yaml, atau samakan dengan kode "
        'butir; bila kata-kata atau pertanyaannya memang lain, jalankan `ipak rubric new "{name}"`.',
        "Setiap butir rubrik harus punya satu kolom. Indeks tidak dihitung dari sebagian butir, karena hasilnya "
        "tidak lagi sama artinya. Kolom yang belum terpakai disebutkan karena salah satunya mungkin butir itu.",
    ),
    Sentences(
        ITEM_IN_SEVERAL_COLUMNS,
        "Satu butir, dua kolom",
        "butir {code} “{text}” ada di lebih dari satu kolom: {cells:dan}",
        "Ganti judul kolom yang bukan jawaban butir itu; bila formulir berubah di tengah periode, satukan jawabannya "
        "dalam satu kolom.",
        "Dua kolom menanyakan butir yang sama, dan tidak dapat diketahui mana yang benar. Ini sering terjadi "
        "bila formulir diubah di tengah periode sehingga pertanyaan lama dan baru berdampingan.",
    ),
    Sentences(
        HEADER_AMBIGUOUS,
        "Judul kolom meragukan",
        "judul “{header}” mirip lebih dari satu butir: {candidates:atau}",
        "Ganti judul kolom dengan kalimat butir yang dimaksud.",
        "Judul kolom yang salah ketik diterima hanya bila satu butir jelas paling mirip. Di sini dua butir "
        "hampir sama miripnya, jadi tidak ditebak.",
    ),
    Sentences(
        MERGED_ANSWER_CELLS,
        "Sel gabungan di dalam data",
        "sel {range} digabung di daerah jawaban",
        "Pisahkan sel itu (Unmerge Cells) lalu isi tiap sel dengan jawabannya.",
        "Sel gabungan hanya menyimpan nilai di pojok kiri atas. Sel lain tampak terisi tetapi sebenarnya kosong, "
        "sehingga jawaban responden tidak dapat diketahui.",
    ),
    Sentences(
        HEADER_ALMOST_MATCHES,
        "Judul kolom hampir sama",
        "judul “{header}” dibaca sebagai butir {code}",
        "Periksa apakah benar; bila tidak, perbaiki judul kolomnya.",
        "Judul kolom berbeda sedikit dari kalimat butir, misalnya satu huruf hilang, dan tidak ada butir lain "
        "yang mendekati. Kolom itu dipakai dan disebutkan supaya dapat diperiksa.",
    ),
    Sentences(
        SEVERAL_SHEETS_MATCH,
        "Lebih dari satu lembar cocok",
        "lembar {sheets: dan …} sama-sama memuat tabel survei",
        "Bila semuanya jawaban, simpan tiap lembar sebagai berkas, lalu hitung semuanya sekaligus (`ipak score A.xlsx "
        'B.xlsx`); bila selain satu hanya salinan atau rekap, pilih yang satu, misalnya --sheet "{first}".',
        "Beberapa lembar memuat pertanyaan yang sama, misalnya salinan periode lalu. Tidak ditebak lembar mana "
        "yang harus dihitung.",
    ),
    Sentences(
        NAMED_SHEET_MISSING,
        "Lembar tidak ada",
        "lembar “{sheet}” tidak ada; yang ada: {sheets}",
        "Periksa nama lembar pada --sheet.",
        "Nama lembar harus persis seperti pada tab di bagian bawah jendela Excel.",
    ),
    Sentences(
        FILE_HAS_NO_SHEETS,
        "Berkas tanpa lembar",
        "berkas teks seperti CSV tidak mempunyai lembar, jadi lembar “{sheet}” tidak ada",
        "Hilangkan --sheet; seluruh berkas adalah satu tabel.",
        "Hanya buku kerja, misalnya xlsx atau ods, yang terdiri atas lembar dengan nama.",
    ),
    Sentences(
        HIDDEN_SHEET_USED,
        "Lembar tersembunyi dipakai",
        "tabel jawaban hanya ada di lembar tersembunyi ini",
        "Tampilkan lembar itu (Unhide) dan periksa apakah memang data yang dimaksud.",
        "Lembar dipilih menurut isinya. Satu-satunya lembar dengan tabel jawaban ternyata disembunyikan.",
    ),
    Sentences(
        HIDDEN_ROWS_COUNTED,
        "Baris tersembunyi ikut dihitung",
        "{count} baris jawaban tersembunyi atau tersaring ikut dihitung: baris {rows}",
        "Bila baris itu memang tidak boleh dihitung, hapus dari salinan berkas; bila boleh, abaikan pesan ini.",
        "Menyembunyikan atau menyaring baris di Excel tidak menghapusnya. Semua baris dihitung, dan baris yang "
        "tidak tampak disebutkan supaya tidak ada yang terhitung tanpa diketahui.",
    ),
    Sentences(
        NO_RESPONDENTS,
        "Tidak ada jawaban",
        "tabel jawaban tidak berisi satu pun responden",
        "Periksa apakah ekspor sudah lengkap.",
        "Judul kolom ditemukan, tetapi di bawahnya tidak ada baris jawaban.",
    ),
    Sentences(
        ROWS_WITHOUT_ANSWERS,
        "Baris tanpa jawaban",
        "{count} baris tanpa satu pun jawaban tidak dihitung sebagai responden: baris {rows}",
        "Tidak perlu tindakan bila itu catatan, tanda tangan, atau orang yang tidak menjawab; bila ia menjawab, lengkapi "
        "dari formulir asal.",
        "Responden adalah orang yang menjawab sedikitnya satu butir. Baris yang semua butirnya kosong, misalnya "
        "dari orang yang tidak bersedia mengisi, catatan, atau tanda tangan, tidak dihitung; saran yang tertulis "
        "di baris itu juga tidak diambil. Baris yang semua jawabannya salah isi diperlakukan sama.",
    ),
    Sentences(
        SAME_FILE_TWICE,
        "Berkas yang sama dua kali",
        "isi berkas ini sama persis dengan {other}",
        "Sebutkan setiap berkas sekali saja.",
        "Bila dihitung dua kali, jumlah responden menjadi dua kali lipat.",
    ),
    Sentences(
        ROWS_DOUBTFUL,
        "Baris yang meragukan",
        "{count} baris mungkin jawaban, mungkin ringkasan atau catatan ({why}): baris {rows}",
        "Hapus baris itu dari salinan berkas bila ringkasan atau catatan; bila jawaban responden, {remedy}.",
        "Di bawah jawaban sering ada baris ringkasan: jumlah, rata-rata, peringkat, target. Baris yang jelas "
        "ringkasan tidak dihitung dan disebutkan. Baris yang dapat berarti keduanya tidak ditebak: bila ikut "
        "dihitung, nilainya salah; bila dibuang, jawaban seorang responden hilang.",
    ),
    Sentences(
        COLUMNS_NOT_IN_RUBRIC,
        "Unsur yang tidak ada di rubrik",
        "kolom ini tampak sebagai unsur atau pertanyaan yang tidak ada di rubrik {rubric}: {columns}",
        "Bila memang unsur, pakai rubrik yang memuatnya: simpan `ipak rubric show {rubric} --yaml` ke berkas, tambah "
        "unsurnya, sesuaikan bobotnya, lalu pakai --rubric BERKAS; bila bukan unsur, sebut judulnya pada columns: "
        "ignore di ipak.yaml.",
        "Kolom yang berjudul seperti butir (misalnya U10, atau pertanyaan di antara pertanyaan) tidak dilewatkan "
        "begitu saja: nilai tanpa unsur itu bukan nilai survei yang dilakukan. Kolom jumlah, rata-rata, nomor, "
        "dan profil tidak termasuk; kolom itu hanya disebutkan sebagai tidak dipakai.",
    ),
    Sentences(
        CODES_MAY_BE_SWAPPED,
        "Kode yang artinya tertukar",
        "{codes:dan} hanya kode; dibaca {read}, tetapi pada banyak kuesioner {turned}",
        "Periksa kuesionernya dan sebutkan nama unsur di judul kolom; bila tertukar: {heads:dan}.",
        "Dua susunan kuesioner beredar: kode yang sama menanyakan unsur yang berbeda. Nilai indeks tidak berubah, "
        "tetapi nama unsurnya bisa tertukar. Judul yang menyebut nama unsur tidak meragukan. Pesan ini tidak "
        "muncul bila kata-kata jawaban di kolom itu sudah menunjukkan unsurnya.",
    ),
    Sentences(
        CODES_READ_FROM_ANSWERS,
        "Kode dibaca menurut jawabannya",
        "{codes:dan} hanya kode; menurut kata-kata jawabannya dibaca {read}",
        "Periksa kuesionernya; sebutkan nama unsur di judul kolom supaya pasti.",
        "Dua susunan kuesioner beredar untuk kode yang sama. Kata-kata jawaban di kolom itu hanya cocok dengan "
        "satu unsur, jadi kolom dibaca sebagai unsur itu.",
    ),
    Sentences(
        UNUSED_COLUMNS_LIKE_ITEMS,
        "Kolom berisi nilai seperti butir",
        "kolom ini berisi nilai pada skala seperti butir dan tidak ikut dihitung: {columns}",
        "Bila profil atau catatan, sebut judulnya pada columns: ignore di ipak.yaml; bila unsur, simpan `ipak rubric "
        "show {rubric} --yaml` ke berkas, tambah unsurnya, sesuaikan bobotnya, lalu pakai --rubric BERKAS.",
        "Kolom di sebelah butir berisi angka atau kata pada skala, tetapi judulnya tidak mengatakan apakah itu "
        "unsur. Mungkin unsur tambahan, mungkin kode profil. Nilai dihitung tanpa kolom itu.",
    ),
    Sentences(
        QUESTIONS_RUN_DOWN,
        "Pertanyaan tersusun ke bawah",
        "pertanyaan tersusun ke bawah mulai {asked}, sedangkan yang dihitung satu responden per baris",
        "Bila kolomnya responden, salin tabel lalu Tempel Khusus dengan Transpose. Bila ini rekap, tulis satu baris per butir dan "
        "judul kolom yang lengkap: cacah tiap jawaban (“Bintang 1”, “Bintang 2” dan seterusnya), atau “Jumlah jawaban” dengan "
        "“Jumlah nilai” atau “Rata-rata”; persentase saja tidak cukup. Atau isi formulir dari `ipak template --recap`.",
        "Setiap baris harus memuat jawaban satu responden, dan setiap kolom satu pertanyaan. Rekap hanya dibaca bila judul "
        "kolomnya jelas, misalnya “Bintang 4”, “Jumlah responden”, “Jumlah nilai” atau “Rata-rata”.",
    ),
    Sentences(
        NO_HEADER_ROW,
        "Tidak ada baris judul",
        "tidak ada baris judul: baris {row}, yang pertama berisi, sudah berisi jawaban",
        "Sisipkan satu baris di atasnya, dan tulis kode butir atau kalimat pertanyaan di atas setiap kolom jawaban.",
        "Kolom dikenali dari judulnya, tidak dari urutannya, sebab urutan pertanyaan tiap formulir dapat berbeda.",
    ),
    Sentences(
        ITEMS_KNOWN_BY_NUMBER,
        "Butir dikenali dari nomornya",
        "judul seperti “{header}” hanya menyebut nomor, jadi kolom-kolom itu dibaca menurut urutan rubrik: {meant}",
        "Bandingkan urutannya dengan formulir; bila lain, ganti judul kolom dengan kode atau kalimat butirnya.",
        "Judul bernomor dipakai hanya bila jumlahnya sama dengan jumlah butir rubrik. Sebagian formulir menaruh "
        "sarana prasarana pada nomor 8 dan pengaduan pada nomor 9, atau sebaliknya.",
    ),
    Sentences(
        OTHER_RUBRIC_FITS_BETTER,
        "Rubrik lain lebih cocok",
        "judul kolomnya cocok dengan {found} dari {items} butir rubrik {other}, bukan dengan rubrik {rubric}",
        "Bila itu survei yang dimaksud, pakai rubrik {other}: --rubric {other}, atau rubrics: survey: di ipak.yaml.",
        "Tanpa --rubric, yang dipakai rubrik bawaan atau yang disebut dalam ipak.yaml. Berkas ini memuat pertanyaan "
        "survei lain.",
    ),
    Sentences(
        OWN_HEAD_REPLACED,
        "Judul dari ipak.yaml tidak ada, kolom lain dipakai",
        "tidak ada kolom {heads:atau} yang disebut ipak.yaml untuk {code}; {near}; {code} dibaca dari {cell}",
        "Bila kolom itu benar, biarkan; bila tidak, perbaiki judulnya di ipak.yaml pada columns.",
        "Judul dari ipak.yaml didahulukan. Berkas yang tidak memuatnya tetap dibaca menurut kalimat dan kode butir, "
        "seperti tanpa columns: berkas lama dengan formulir lama, misalnya.",
    ),
    Sentences(
        OWN_HEADS_REPLACED,
        "Formulir lain daripada yang disebut ipak.yaml",
        "tidak ada kolom yang disebut ipak.yaml untuk {codes:dan}; dibaca menurut kalimat dan kode butir dari {cells:dan}",
        "Bila berkas ini dari formulir lain, misalnya yang lama, dan kolomnya benar, biarkan; bila tidak, perbaiki "
        "judulnya di ipak.yaml pada columns.",
        "Judul dari ipak.yaml berlaku untuk berkas yang memuatnya. Berkas dengan formulir lain tetap dibaca menurut "
        "kalimat dan kode butir, seperti tanpa columns, juga untuk butir yang pada formulir baru dirata-ratakan dari "
        "beberapa kolom.",
    ),
    Sentences(
        OWN_HEAD_MISSING,
        "Judul dari ipak.yaml tidak ada",
        "tidak ada kolom {heads:atau} yang disebut ipak.yaml untuk {code}, dan tidak ada kolom lain untuk butir itu; {near}",
        "Salin judulnya dari berkas ke ipak.yaml pada columns; bila formulir tidak menanyakannya, pakai rubrik yang "
        "sesuai.",
        "Setiap butir harus punya kolom. Judul dicocokkan seutuhnya, tanpa membedakan huruf besar, tanda baca dan "
        "spasi. Bila satu butir dirata-ratakan dari beberapa kolom, berkas harus memuat semuanya, atau tidak satu pun "
        "tetapi kolom butir itu sendiri, seperti pada formulir lama.",
    ),
    Sentences(
        OWN_HEAD_NOT_THERE,
        "Judul dari ipak.yaml tidak ditemukan",
        "tidak ada kolom {heads:atau} yang disebut ipak.yaml untuk {code}; {near}",
        "Salin judulnya dari berkas ke ipak.yaml pada columns, atau hapus bila memang tidak ada lagi.",
        "Angka butir tidak bergantung pada kolom ini, jadi berkas tetap dihitung, hanya tanpa waktu, kelompok, saran atau "
        "pengabaian itu.",
    ),
    Sentences(
        OWN_HEAD_TWICE,
        "Judul dari ipak.yaml ada di dua kolom",
        "{code} menurut ipak.yaml ada di lebih dari satu kolom: {cells:dan}",
        "Ganti judul kolom yang bukan {code}, atau sebut hanya satu judul di ipak.yaml.",
        "Waktu dan kelompok responden dibaca dari satu kolom. Bila dua kolom berjudul sama, tidak dapat diketahui mana "
        "yang benar.",
    ),
)
