"""R7xx: a rubric made from a form that no rubric knows."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.new_rubric import (
    COLUMN_HAS_NO_CHOICES,
    COLUMN_PICKED_TWICE,
    COLUMNS_MEAN_OTHERWISE,
    COLUMNS_NOT_IN_FORM,
    FORM_NOT_FULLY_SAID,
    FORM_WITHOUT_HEADS,
    FORMS_DISAGREE,
    HEADS_ALIKE,
    INDEX_UNFIT,
    ITEM_COUNT_UNFIT,
    ITEM_NOT_PICKED,
    KNOWN_FORM_NEEDS_WORKSPACE,
    ORDER_AGAINST_RUBRIC,
    ORDER_LACKS_WORDS,
    ORDERS_OF_OTHER_LENGTH,
    SCALE_NOT_OF_RUBRIC,
    SCALE_UNFIT,
    SETTINGS_NOT_TOUCHED,
    SETTINGS_SAY_SO_ALREADY,
    TIME_NOT_PICKED,
    WORD_NOT_PICKED,
)

ENTRIES: Final = (
    Sentences(
        FORM_WITHOUT_HEADS,
        "Tidak ada baris judul",
        "tidak ada baris yang berisi judul kolom, jadi tidak diketahui apa yang ditanyakan",
        "Pastikan ini ekspor jawaban dengan judul kolom berupa kata di atas jawabannya; bila ada beberapa lembar, "
        "sebutkan lembarnya dengan --sheet NAMA. Judul yang hanya angka (1, 2, 3) tidak dikenali: di salinan berkasnya ganti "
        "menjadi U1, U2, U3, lalu ulangi.",
        "ipak rubric new mencari baris judul pada 60 baris pertama: baris berisi kata yang tidak terulang di bawahnya. "
        "Angka saja dapat berarti judul, dapat pula berarti jawaban; judul seperti U1 hanya dapat berarti judul.",
    ),
    Sentences(
        COLUMNS_NOT_IN_FORM,
        "Kolom tidak ada, atau disebut dua kali",
        "{columns:dan} tidak ada di lembar ini atau disebut dua kali; kolom yang berjudul: {known}",
        "Tulis huruf kolomnya seperti di Excel, misalnya D-L atau D, E, G; F+G berarti rata-rata dua kolom.",
        "Kolom disebut dengan hurufnya. Setiap kolom hanya boleh dipakai sekali, agar tidak ada jawaban yang dihitung "
        "dua kali.",
    ),
    Sentences(
        COLUMN_HAS_NO_CHOICES,
        "Kolom tanpa pilihan jawaban",
        "kolom {columns:dan} tidak berisi pilihan jawaban",
        "Sebutkan hanya kolom yang dijawab dengan angka atau kata pilihan; nama, tanggal dan saran bukan butir.",
        "Butir survei dijawab dengan memilih: beberapa angka atau kata yang sama pada banyak baris. Kolom ini kosong, "
        "berisi tanggal, nama, nomor, atau tulisan bebas. Isinya tidak ditampilkan, karena mungkin data pribadi.",
    ),
    Sentences(
        ITEM_COUNT_UNFIT,
        "Jumlah kolom lain dari jumlah butir",
        "rubrik {rubric} punya {items} butir, tetapi disebut {count} kolom",
        "Sebutkan satu kolom untuk setiap butir, dalam urutan `ipak rubric show {rubric}`; F+G berarti rata-rata dua "
        "kolom. Bila formulirnya lain, pakai --like sendiri.",
        "Kolom pertama pada --items adalah butir pertama rubrik, dan seterusnya. Indeks tidak dihitung dari sebagian "
        "butir.",
    ),
    Sentences(
        INDEX_UNFIT,
        "Pembagian butir ke indeks tidak pas",
        "{columns:dan} tidak berada tepat di satu indeks, atau bukan butir",
        'Masukkan setiap kolom butir ke tepat satu indeks, misalnya --index "IPAK=D-H" --index "IPKP=I-Q"; kode '
        "setiap indeks berbeda.",
        "Indeks adalah rata-rata butirnya. Butir yang tidak masuk indeks mana pun akan hilang, dan yang masuk dua akan "
        "dihitung dua kali.",
    ),
    Sentences(
        SCALE_UNFIT,
        "Skala tidak terbaca",
        "“{scale}” bukan skala",
        "Tulis nilai terendah dan tertinggi pada formulir, misalnya 1-4 atau 1-5.",
        "Skala menentukan nilai yang boleh ada dan nilai konversi dalam persen. Berkas hanya memuat nilai yang pernah "
        "dipilih, jadi skala formulirnya harus disebutkan.",
    ),
    Sentences(
        ORDER_LACKS_WORDS,
        "Kata jawaban tidak ada dalam urutan",
        "{words} ada di berkas, tetapi tidak di urutan “{order}”",
        "Tulis semua kata dari yang terburuk ke yang terbaik; kata yang senilai dihubungkan dengan =, misalnya "
        "Baik = B. Bila kata itu berarti tidak menjawab, sebutkan pada --missing.",
        "Setiap kata jawaban di kolom butir harus punya nilai, atau dinyatakan berarti tidak menjawab. Yang tidak "
        "disebut tidak ditebak.",
    ),
    Sentences(
        ORDERS_OF_OTHER_LENGTH,
        "Urutan tidak sepanjang skala",
        "“{order}” punya {steps} pilihan, padahal skalanya {lowest} sampai {highest}",
        "Tulis semua pilihan pada formulir, juga yang tidak pernah dipilih; - berarti pilihan yang katanya tidak "
        "diketahui.",
        "Pilihan pertama bernilai terendah, yang terakhir tertinggi. Bila satu pilihan tidak disebut, nilai pilihan "
        "sesudahnya bergeser dan indeksnya salah.",
    ),
    Sentences(
        HEADS_ALIKE,
        "Dua kolom berjudul sama",
        "{cells:dan} berjudul sama: “{header}”",
        "Ganti judul salah satunya di ekspor sehingga jelas apa yang ditanyakan, lalu ulangi perintah ini.",
        "Kolom dikenali dari judulnya. Dua butir dengan judul yang sama tidak dapat dibedakan.",
    ),
    Sentences(
        COLUMNS_MEAN_OTHERWISE,
        "Kolom satu butir berlawanan arti",
        "kolom {columns:dan} tidak dapat dirata-ratakan: arahnya, atau arti katanya, tidak sama",
        "Sebutkan semuanya atau tidak satu pun pada --negative, dan pakai --order yang sama; atau jadikan butir sendiri-sendiri "
        "dengan koma di tempat +.",
        "F+G berarti satu butir yang dijawab dengan dua kolom. Rata-ratanya hanya bermakna bila jawaban tinggi berarti "
        "sama di kedua kolom, dan satu kata bernilai sama.",
    ),
    Sentences(
        FORM_NOT_FULLY_SAID,
        "Yang tidak tertulis di berkas belum disebutkan",
        "belum disebutkan: {options:,}",
        "Salin perintah di bawah ini, periksa dan perbaiki isinya, lalu jalankan; atau jalankan `ipak rubric new` di "
        "terminal agar ditanya satu per satu.",
        "Berkas tidak memuat urutan kata, skala, dan indeks. ipak mengusulkan sebisanya, tetapi tidak menebak: angka "
        "yang salah tidak kelihatan salah. --yes menerima usul yang pasti.",
    ),
    Sentences(
        KNOWN_FORM_NEEDS_WORKSPACE,
        "Perlu ruang kerja",
        "judul kolom untuk rubrik {rubric} disimpan di ipak.yaml, tetapi folder ini bukan ruang kerja",
        "Buat ruang kerja dengan `ipak init FOLDER`, lalu jalankan perintah ini di dalamnya; atau pakai --like sendiri.",
        "Formulir yang menanyakan butir rubrik bawaan dengan kata lain tetap memakai rubrik itu, supaya hasilnya dapat "
        "dibandingkan. Judul dan katanya disimpan sebagai columns dan answers di ipak.yaml.",
    ),
    Sentences(
        SETTINGS_SAY_SO_ALREADY,
        "ipak.yaml sudah menyebutnya",
        "{keys:dan} sudah ditulis tangan di berkas ini",
        "Sesuaikan bagian itu dengan tangan, atau hapus dulu bila hendak diganti oleh perintah ini.",
        "Bagian yang ditulis orang tidak diganti. Hanya bagian yang dibuat `ipak rubric new` sendiri, di antara dua "
        "baris penandanya, yang diganti.",
    ),
    Sentences(
        SETTINGS_NOT_TOUCHED,
        "ipak.yaml tidak dapat diubah dengan aman",
        "susunan berkas ini tidak memungkinkan perubahan tanpa mengubah bagian lain",
        "Simpan berkas sebagai UTF-8, dan tulis dengan tangan: rubrics: survey: {rubric}.",
        "Perubahan hanya disimpan bila berkas yang baru terbaca benar dan semua bagian lain tetap sama. Selain "
        "itu tidak ada yang ditulis.",
    ),
    Sentences(
        ORDER_AGAINST_RUBRIC,
        "Urutan kata terbalik",
        "menurut rubrik “{worse}” lebih baik daripada “{better}”, tetapi urutan “{order}” membaliknya",
        "Tulis kata yang terburuk lebih dulu dan yang terbaik terakhir. Nomor di depan kata tidak menentukan urutannya.",
        "Kata yang disebut rubrik sendiri tidak dapat dibalik artinya: “Sangat Baik” tidak pernah menjadi nilai "
        "terendah, walaupun formulir memberinya nomor 1.",
    ),
    Sentences(
        FORMS_DISAGREE,
        "Dua formulir berlawanan arti",
        "{texts:dan} sudah berarti lain di ipak.yaml, menurut formulir sebelumnya",
        "Bila yang dahulu memang salah, jalankan perintah ini sekali lagi dengan --force; bila kedua formulir benar, "
        "ganti judul atau kata itu di salah satu ekspor.",
        "Judul dan kata formulir yang baru ditambahkan pada yang lama, sehingga berkas lama tetap dapat dihitung. "
        "Yang artinya lain akan mengubah angka berkas lama; dengan --force yang baru menggantikannya.",
    ),
    Sentences(
        SCALE_NOT_OF_RUBRIC,
        "Skala lain dari rubriknya",
        "skala formulir ini {scale}, sedangkan rubrik {rubric} mempunyai skala {own}",
        "Bila formulirnya memang berskala lain, pakai --like sendiri: hasilnya tidak dapat dibandingkan dengan {rubric}. "
        "Bila angkanya salah ketik, betulkan di berkasnya. Tidak ada yang ditulis.",
        "Jawaban 5 pada skala 1-5 tidak berarti apa-apa pada skala 1-4, dan menghilangkannya mengubah angka. "
        "Nilai satu skala tidak diubah ke skala lain.",
    ),
    Sentences(
        ITEM_NOT_PICKED,
        "Kolom butir belum dipilih",
        "butir {item} belum punya kolom",
        "Pilih kolom yang menanyakannya. Bila formulir tidak menanyakannya, pakai instrumen lain atau pertanyaan "
        "kantor sendiri: indeks tidak dihitung dari sebagian butir.",
        "Setiap butir instrumen harus punya kolom. Bila dua kolom tampak menanyakan butir yang sama, tidak ditebak mana "
        "yang benar: pilih salah satu, atau rata-rata keduanya.",
    ),
    Sentences(
        COLUMN_PICKED_TWICE,
        "Satu kolom untuk dua butir",
        "kolom {column} dipilih untuk {items:dan}",
        "Pilih kolom lain untuk salah satunya.",
        "Satu jawaban hanya dihitung sekali. Bila kolomnya tertukar, butir yang lain juga perlu dipilih lagi.",
    ),
    Sentences(
        WORD_NOT_PICKED,
        "Arti kata belum dipilih",
        "“{word}” belum diberi nilai",
        "Pilih nilainya; nilai tertinggi berarti paling baik. Bila kata itu berarti tidak menjawab, pilih itu.",
        "Urutan kata yang tidak pasti tidak ditebak: nomor di depan kata bukan bukti, dan untuk kata seperti Sering "
        "hanya pertanyaannya yang menentukan ujung mana yang baik.",
    ),
    Sentences(
        TIME_NOT_PICKED,
        "Kolom waktu belum dipilih",
        "beberapa kolom berisi tanggal: {columns:dan}",
        "Pilih kolom waktu pengisian.",
        "Waktu pengisian menentukan periode setiap jawaban. Bila beberapa kolom berisi tanggal, tidak dapat diketahui "
        "mana yang dimaksud.",
    ),
)
