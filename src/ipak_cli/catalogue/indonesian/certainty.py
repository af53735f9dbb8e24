"""What is said of chance: intervals, changes, thresholds, and which items come first."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import certainty as p

SENTENCES: Final = {
    p.SOME_VISITORS_ANSWERED: (
        "dihitung dari jawaban {answers} di antara {population} pengunjung, dengan anggapan mereka mewakili semuanya"
    ),
    p.VISITORS_UNKNOWN: (
        "dihitung dari {answers} jawaban; jumlah pengunjung (populasi) tidak diketahui, jadi dianggap sangat banyak. "
        "Bila jumlahnya diberikan, selangnya dapat lebih sempit"
    ),
    p.MORE_ANSWERS_THAN_VISITORS: (
        "{answers} jawaban melebihi {population} pengunjung, jadi jumlah itu tidak dipakai dan pengunjung dianggap "
        "sangat banyak; periksa jumlah pengunjung"
    ),
    p.ALL_VISITORS_ANSWERED: "sensus: seluruh {population} pengunjung menjawab, jadi tidak ada galat sampel",
    p.TOO_FEW_ANSWERS: "{answers} jawaban terlalu sedikit untuk selang; perlu sedikitnya {fewest}",
    p.ITEM_ONLY_SUMMED: "cacahan jawabannya tidak diketahui, sebab rekap hanya memuat jumlah, rata-rata, atau total",
    p.RECAP_HAS_NO_PEOPLE: "rekap tidak memuat jawaban setiap orang, jadi sebaran nilai indeksnya tidak diketahui",
    p.OWN_INDEX_UNTOLD: (
        "hasil yang tersimpan dibuat versi ipak sebelumnya dan belum memuat cacahan yang diperlukan; hitung ulang "
        "ekspor periode itu dengan ipak score"
    ),
    p.OWN_INDEX_UNKNOWN: (
        "cacahan responden menurut nilai indeksnya tidak disimpan, sebab respondennya terlalu sedikit atau nilainya "
        "terlalu beragam, sehingga jawaban seseorang dapat ditebak"
    ),
    p.RISEN: "naik {size}",
    p.FALLEN: "turun {size}",
    p.CHANGE_UNSURE: "belum dapat dibedakan (selisih {size})",
    p.TOO_FEW_TO_COMPARE: (
        "{before} jawaban sebelumnya dan {after} jawaban sekarang terlalu sedikit untuk dibandingkan; "
        "perlu sedikitnya {fewest} pada keduanya"
    ),
    p.MAY_BE_THE_SAME_PEOPLE: (
        "Respondennya mungkin sebagian orang yang sama; jawaban tidak memuat nama, jadi kedua periode "
        "dibandingkan sebagai dua kelompok yang berbeda"
    ),
    p.COUNTED_BY_NORMAL_CURVE: (
        "peluangnya dihitung dengan pendekatan normal, sebab susunannya terlalu banyak untuk dihitung satu per satu"
    ),
    p.ABOVE_THRESHOLD: "di atas {threshold}",
    p.BELOW_THRESHOLD: "di bawah {threshold}",
    p.THRESHOLD_UNSURE: "belum dapat dibedakan dari {threshold}",
    p.WITHIN_BAND: "{band}",
    p.BELOW_ALL_BANDS: "di bawah semua kategori",
    p.BAND_UNSURE: "belum dapat dibedakan: {bands:atau}",
    p.GROUPS_HIGHER: "{groups:dan} memberi nilai {index} lebih tinggi daripada responden lain, melebihi yang dapat "
    "terjadi karena kebetulan",
    p.GROUPS_LOWER: "{groups:dan} memberi nilai {index} lebih rendah daripada responden lain, melebihi yang dapat "
    "terjadi karena kebetulan",
    p.GROUPS_UNSURE: "nilai {index:dan} kelompok yang dirinci belum dapat dibedakan dari nilai responden lain",
    p.GROUPS_NOT_COMPARED: "nilai {index:dan} kelompok tidak dibandingkan dengan responden lain, sebab diperlukan "
    "sedikitnya {fewest} jawaban lengkap pada kelompok dan pada responden lain",
    p.LOWER_THAN_OTHERS: "lebih rendah daripada yang lain",
    p.OTHERS_ALIKE: "belum dapat dibedakan dari yang lain",
    p.ANSWERS_TAKEN_ALONE: (
        "Jawaban satu orang atas beberapa pertanyaan dianggap tidak saling bergantung. Biasanya orang yang puas "
        "menjawab tinggi di semua pertanyaan; maka yang ditandai lebih rendah justru lebih pasti daripada yang dihitung"
    ),
}
