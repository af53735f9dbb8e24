"""A1xx: what an audit finds in a finished report."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.audit import MEANS_IMPOSSIBLE, NEAREST_MEANS, POSSIBLE_FOR

ENTRIES: Final = (
    Sentences(
        MEANS_IMPOSSIBLE, "Rata-rata yang mustahil",
        "{count} dari {all} nilai butir ({items}) tidak mungkin menjadi rata-rata {respondents} jawaban: {values}",
        "Cocokkan tabel ini dengan rekap jawaban periode yang dilaporkan; mungkin tabel periode lain yang terpasang.",
        "Jawaban adalah bilangan bulat, sehingga rata-rata n jawaban selalu bilangan bulat dibagi n. Nilai yang bukan "
        "hasil pembulatan pecahan seperti itu tidak mungkin berasal dari n jawaban.",
    ),
)  # fmt: skip
SENTENCES: Final = {
    NEAREST_MEANS: "nilai terdekat yang mungkin: {values}",
    POSSIBLE_FOR: "semua nilai itu mungkin bila jumlah jawabannya {counts:atau}",
}
