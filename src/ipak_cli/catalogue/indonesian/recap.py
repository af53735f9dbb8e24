"""K24x, K25x and K264 on: tables of counts, sums or means instead of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.recap import (
    COUNT_OF_VALUE,
    MEAN_OF_VALUES,
    NUMBER_NOT_ANSWERED,
    NUMBER_OF_ANSWERS,
    NUMBER_OF_RESPONDENTS,
    OF_ALL,
    OF_INDEX,
    OF_ITEM,
    RECAP_ANSWER_UNKNOWN,
    RECAP_CELL_BLANK,
    RECAP_CODE_OF_OTHER_ITEM,
    RECAP_CODES_COUNT_ROWS,
    RECAP_CONTRADICTS,
    RECAP_COUNTS_MULTIPLIED,
    RECAP_EMPTY,
    RECAP_INDEX_OF_ROUNDED_WEIGHTS,
    RECAP_ITEM_ALMOST_MATCHES,
    RECAP_ITEM_MISSING,
    RECAP_ITEM_OF_COLUMNS,
    RECAP_ITEM_TWICE,
    RECAP_ITEMS_NOT_ANSWERED,
    RECAP_MEAN_IMPOSSIBLE,
    RECAP_MORE_THAN_RESPONDENTS,
    RECAP_N_UNKNOWN,
    RECAP_NUMBER_UNREADABLE,
    RECAP_OF_OTHER_RUBRIC,
    RECAP_OUT_OF_RANGE,
    RECAP_PERIOD_NOT_THERE,
    RECAP_PERIOD_UNREADABLE,
    RECAP_POLARITY_UNCLEAR,
    RECAP_ROW_NOT_READ,
    RECAP_SEVERAL_PERIODS,
    RECAP_TOTAL_UNCLEAR,
    SHARE_OF_VALUE,
    SUM_OF_VALUES,
    THE_WHOLE_SURVEY,
    THESE_INDICES,
    THESE_ITEMS,
    TOTAL_OF_SOMETHING,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.base.message import Phrase

ENTRIES: Final = (
    Sentences(
        RECAP_NUMBER_UNREADABLE,
        "Angka rekap tidak terbaca",
        "“{value}” tidak terbaca sebagai {what}{why}",
        "Ketik angkanya saja, tanpa kata dan tanpa rumus yang rusak: cacah dan jumlah berupa bilangan bulat, rata-rata seperti 3,95. "
        "Bila selnya berisi rumus, buka dan simpan dulu berkasnya di Excel.",
        "Setiap angka rekap dibaca apa adanya. Sel yang isinya bukan angka, atau dapat berarti dua angka, tidak ditebak.",
    ),
    Sentences(
        RECAP_CELL_BLANK,
        "Sel rekap kosong",
        "{what} kosong",
        "Isi angkanya dari sumbernya{how}.",
        "Sel kosong bukan 0. Cacah yang kosong hanya dianggap 0 bila jumlah jawabannya tertulis dan cacah lainnya sudah "
        "mencapai jumlah itu.",
    ),
    Sentences(
        RECAP_CONTRADICTS,
        "Angka rekap bertentangan",
        "{what} tertulis {value}, sedangkan menurut {cells:dan} seharusnya {expected}",
        "Cocokkan kedua tempat itu dengan sumbernya, lalu perbaiki yang keliru; bila tidak tahu mana yang benar, mintalah ekspor jawabannya.",
        "Rekap yang angkanya saling bertentangan tidak dihitung: tidak ada cara mengetahui angka mana yang benar.",
    ),
    Sentences(
        RECAP_MEAN_IMPOSSIBLE,
        "Rata-rata yang tidak mungkin",
        "{what} tertulis {value}, tetapi tidak ada {n} jawaban yang rata-ratanya demikian; yang terdekat {nearest:atau}",
        "Periksa rata-rata dan jumlah jawabannya di sumbernya; salah satunya keliru, atau berasal dari triwulan lain.",
        "Jawaban berupa bilangan bulat, jadi rata-rata dari n jawaban hanya dapat berupa pecahan per n. Angka yang tertulis, "
        "dibulatkan dengan cara apa pun, tidak ada di antaranya.",
    ),
    Sentences(
        RECAP_N_UNKNOWN,
        "Jumlah jawaban tidak disebut",
        "rekap ini tidak menyebut berapa jawaban atau berapa responden, padahal itu perlu untuk {what}",
        "Tambahkan kolom “Jumlah jawaban” atau baris “Jumlah responden” di atas tabel, atau sebut dengan --respondents N.",
        "Jumlah atau rata-rata tanpa banyaknya jawaban tidak cukup untuk menghitung indeks.",
    ),
    Sentences(
        RECAP_ITEM_MISSING,
        "Butir tidak ada dalam rekap",
        "rekap ini tidak berisi butir {items}",
        "Tambahkan barisnya, atau samakan namanya dengan kalimat atau kode butir; bila surveinya memang lain, sebut rubriknya dengan --rubric.",
        "Indeks tidak dihitung dari sebagian butir, karena hasilnya tidak lagi sama artinya.",
    ),
    Sentences(
        RECAP_OUT_OF_RANGE,
        "Angka rekap di luar skala",
        "{what} tertulis {value}, padahal hanya mungkin {low} sampai {high}",
        "Periksa angkanya di sumbernya; mungkin kolomnya tertukar, atau nilainya sudah dikonversi ke skala lain.",
        "Setiap jawaban berada di dalam skala rubrik, sehingga jumlah dan rata-ratanya punya batas.",
    ),
    Sentences(
        RECAP_MORE_THAN_RESPONDENTS,
        "Jawaban melebihi responden",
        "{what} {value}, lebih banyak daripada yang mungkin dari {respondents} responden",
        "Periksa jumlah responden dan jumlah jawabannya di sumbernya.",
        "Setiap responden menjawab setiap butir paling banyak satu kali.",
    ),
    Sentences(
        RECAP_POLARITY_UNCLEAR,
        "Belum jelas apakah butir terbalik sudah dibalik",
        "{what} tidak dapat dipakai: butir ini bernada negatif, dan tidak disebut apakah jawabannya sudah dibalik",
        "Berikan cacah tiap jawaban, atau isi formulir dari `ipak template --recap`, yang meminta angka sesudah dibalik.",
        "Pada butir terbalik jawaban yang tinggi berarti buruk. Jumlah sebelum dan sesudah dibalik berbeda, dan keduanya terlihat wajar.",
    ),
    Sentences(
        RECAP_EMPTY,
        "Rekap belum diisi",
        "rekap ini belum berisi satu jawaban pun",
        "Isi cacah tiap jawaban, atau jumlah jawaban dengan jumlah nilai atau rata-ratanya; bila hanya ada jumlah per indeks, "
        "isi lembar {totals} pada formulir dari `ipak template --recap`.",
        "Dari rekap yang kosong, atau yang semua angkanya 0, tidak ada yang dapat dihitung.",
    ),
    Sentences(
        RECAP_OF_OTHER_RUBRIC,
        "Formulir rekap untuk rubrik lain",
        "formulir ini dibuat untuk rubrik {made}, bukan {rubric}",
        "Hitung dengan --rubric {made}, atau buat formulir baru dengan `ipak template --recap --rubric {rubric} OUT.xlsx`.",
        "Kode butir dari dua rubrik dapat sama walaupun pertanyaannya lain.",
    ),
    Sentences(
        RECAP_PERIOD_UNREADABLE,
        "Periode rekap tidak terbaca",
        "“{value}” bukan periode",
        "Tulis misalnya IV-2024, II-2024S (semester), 2024, atau 2024-10.",
        "Periode menentukan di mana hasilnya disimpan dan dengan apa dibandingkan.",
    ),
    Sentences(
        RECAP_SEVERAL_PERIODS,
        "Rekap beberapa periode",
        "tabel ini berisi beberapa periode: {periods:dan}",
        "Sebut yang dihitung, misalnya --period {first}.",
        "Angka beberapa periode tidak dijumlahkan tanpa diminta.",
    ),
    Sentences(
        RECAP_PERIOD_NOT_THERE,
        "Periode tidak ada dalam rekap",
        "tabel ini tidak berisi {period}; yang ada {periods:dan}",
        "Periksa periodenya, atau mintalah rekap periode itu.",
        "Hanya baris periode yang diminta yang dihitung.",
    ),
    Sentences(
        RECAP_ITEM_OF_COLUMNS,
        "Rubrik ini perlu jawaban asli",
        "pada rubrik {rubric} satu butir ditanyakan dalam beberapa kolom ({items:dan}), sehingga tidak dapat dihitung dari rekap",
        "Hitung dari ekspor jawabannya.",
        "Jawaban butir seperti itu adalah rata-rata beberapa kolom dari satu responden; dari jumlah per kolom tidak dapat diketahui.",
    ),
    Sentences(
        RECAP_TOTAL_UNCLEAR,
        "Belum jelas jumlah apa",
        "angka berjudul “Jumlah” saja dapat berarti jumlah jawaban atau jumlah nilai",
        "Ganti judulnya menjadi “Jumlah jawaban” atau “Jumlah nilai”, atau tambahkan baris “Jumlah responden” di atas tabel.",
        "Kedua arti memberi indeks yang berbeda, jadi tidak ditebak.",
    ),
    Sentences(
        RECAP_ITEM_ALMOST_MATCHES,
        "Nama butir hampir sama",
        "“{label}” dibaca sebagai butir {code}",
        "Periksa apakah benar; bila tidak, perbaiki namanya.",
        "Nama butir berbeda sedikit dari kalimat rubrik, dan tidak ada butir lain yang mendekati.",
    ),
    Sentences(
        RECAP_ITEMS_NOT_ANSWERED,
        "Ada butir yang tidak dijawab",
        "{count} jawaban dari {respondents} responden tidak diberikan, pada {where}",
        "Periksa dulu jumlah respondennya. Bila benar dan jawabannya masih dapat dicari, lengkapi rekapnya; bila memang tidak "
        "dijawab, hitung dengan --lenient.",
        "Rubrik ini meminta setiap butir dijawab. Jawaban yang tidak diberikan tidak dihitung sebagai nilai apa pun, dan responden "
        "yang tidak menjawab tetap responden.",
    ),
    Sentences(
        RECAP_INDEX_OF_ROUNDED_WEIGHTS,
        "Indeks dengan bobot yang dibulatkan",
        "{index} tertulis {value}, yaitu dengan bobot {weight} per unsur; dengan bobot yang tepat (1/{items}) hasilnya {expected}, "
        "dan itulah yang dihitung",
        "Tidak perlu mengubah rekapnya. Di laporan sebutkan {expected}, atau jelaskan selisihnya dari bobot yang dibulatkan.",
        "Bobot per unsur adalah satu dibagi banyaknya unsur. Bila bobot itu dibulatkan, misalnya 0,11 untuk 1/9, jumlah bobotnya "
        "bukan 1, sehingga indeksnya sedikit terlalu rendah atau terlalu tinggi.",
    ),
    Sentences(
        RECAP_ANSWER_UNKNOWN,
        "Jawaban yang tidak dikenal rubrik",
        "kolom “{head}” tampak seperti pilihan jawaban, padahal rubrik ini hanya mengenal {known:dan}",
        "Bila surveinya memang memakai pilihan itu, skalanya lain: sebut rubrik yang sesuai dengan --rubric. "
        "Bila kolom itu bukan jawaban, beri judul lain, misalnya “Keterangan”.",
        "Satu pilihan jawaban tambahan mengubah arti pilihan lainnya, walaupun tidak ada yang memilihnya. Karena itu kolom seperti "
        "ini tidak dilewati begitu saja.",
    ),
    Sentences(
        RECAP_ITEM_TWICE,
        "Butir tertulis dua kali",
        "butir {items:dan} tertulis dua kali dengan cacah yang berbeda: di {first} dan di {second}",
        "Bila salah satunya keliru, hapus baris itu. Bila keduanya benar, simpan tiap tabel di berkas sendiri, dengan baris "
        "judulnya: dari satu periode, misalnya dua loket, hitung bersama (`ipak score A.xlsx B.xlsx`); dari dua periode, "
        "masing-masing dengan perintahnya sendiri.",
        "Dua baris untuk satu butir dapat berarti dua kelompok responden, atau salah satunya salah salin. Keduanya tidak dijumlahkan "
        "dan tidak dipilih tanpa diminta.",
    ),
    Sentences(
        RECAP_CODE_OF_OTHER_ITEM,
        "Kode dan kalimat dari butir berbeda",
        "kodenya {written}, sedangkan kalimat di {cell}, “{sentence}”, adalah kalimat butir {code}",
        "Cocokkan kode dan kalimat baris ini dengan sumber angkanya, lalu betulkan yang keliru.",
        "Kode dan kalimat yang menunjuk butir berbeda membuat tidak jelas milik butir mana angka di baris itu, dan indeksnya dapat "
        "tertukar. Tidak ditebak mana yang benar.",
    ),
    Sentences(
        RECAP_CODES_COUNT_ROWS,
        "Kode menurut urutan kantor",
        "kode di sini hanya menghitung baris, sedangkan kalimat di sampingnya adalah kalimat rubrik dalam urutan lain; butir "
        "dikenali dari kalimatnya, misalnya {first}",
        "Periksa apakah angka tiap baris memang jawaban atas kalimat di baris itu. Bila kodenya yang benar, betulkan kalimatnya.",
        "Banyak kantor menomori pertanyaannya sendiri. Bila semua butir ada dengan kalimatnya yang lengkap, kodenya berurutan dari "
        "atas ke bawah, dan paling sedikit separuhnya menunjuk butir lain, kode itu nomor baris dan bukan kode rubrik.",
    ),
    Sentences(
        RECAP_ROW_NOT_READ,
        "Baris rekap tidak dibaca",
        "baris “{label}” berisi angka, tetapi bukan butir rubrik ini dan bukan jumlah yang dikenal, jadi tidak dihitung",
        "Bila baris itu butir survei, periksa rubriknya (--rubric) atau samakan namanya dengan kalimat atau kode butir; bila bukan, "
        "biarkan.",
        "Hanya baris butir rubrik yang dihitung. Baris lain yang berisi angka disebut, supaya tidak ada yang terlewat tanpa diketahui.",
    ),
    Sentences(
        RECAP_COUNTS_MULTIPLIED,
        "Cacah sudah dikalikan nilainya",
        "angkanya bukan cacah, melainkan cacah kali nilainya: setiap angka habis dibagi nilai jawabannya, dan sesudah dibagi semua "
        "baris berisi {n} jawaban per butir",
        "Isi kolom itu dengan banyaknya responden yang memilih jawaban itu, sebelum dikalikan.",
        "Sebagian kantor menulis 4 x 30 = 120 di kolom Skor 4. Bila dibaca sebagai cacah, jawaban tinggi terhitung berkali-kali dan "
        "indeksnya terlalu tinggi.",
    ),
)

SENTENCES: Final[Mapping[Phrase, str]] = {
    COUNT_OF_VALUE: "cacah jawaban {value}{of}",
    SHARE_OF_VALUE: "persentase jawaban {value}{of}",
    NUMBER_OF_ANSWERS: "jumlah jawaban{of}",
    NUMBER_NOT_ANSWERED: "jumlah yang tidak menjawab{of}",
    SUM_OF_VALUES: "jumlah nilai{of}",
    MEAN_OF_VALUES: "rata-rata{of}",
    TOTAL_OF_SOMETHING: "jumlah{of}",
    NUMBER_OF_RESPONDENTS: "jumlah responden",
    OF_ITEM: " butir {code}",
    OF_INDEX: " {code}",
    OF_ALL: " seluruhnya",
    THESE_ITEMS: "butir {items:dan}",
    THESE_INDICES: "{indices:dan}",
    THE_WHOLE_SURVEY: "seluruh survei",
}
