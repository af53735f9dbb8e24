"""The tables of the export and every column of them: the one place that says what an exported figure means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import PeriodKind
from ipak_cli.export.dictionary import Column, Kind, Reference, Table
from ipak_cli.survey.tally import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Mapping

MEAN_OF_INDICES: Final = "mean_of_indices"
POOLED: Final = "pooled"
TARGET_PLACES: Final = 6
"""Decimals of a target at most; offices set one or two."""

_PERCENT: Final = "persen"
_PEOPLE: Final = "responden"
_ANSWERS: Final = "jawaban"
_SCALE: Final = "skala jawaban"
_TOLD: Final = "skala nilai periode itu (value_lowest s.d. value_highest)"


def _key(name: str, title: str, description: str) -> Column:
    return Column(name, Kind.TEXT, title, description, required=True)


def _count(name: str, title: str, description: str, unit: str) -> Column:
    return Column(name, Kind.WHOLE, title, description, unit, required=True)


def _figure(name: str, title: str, description: str, unit: str) -> Column:
    return Column(name, Kind.NUMBER, title, f"{description} Dua desimal, angka 5 dibulatkan ke atas.", unit)


def _exact(what: str) -> Column:
    return Column(
        "mean_exact", Kind.TEXT, "Rata-rata tepat",
        f"Rata-rata {what} sebagai pecahan tanpa pembulatan, misalnya 808/205.", _SCALE,
    )  # fmt: skip


def _reason(what: str = "angkanya") -> Column:
    return Column("reason", Kind.TEXT, "Alasan", f"Mengapa {what} tidak ada; kosong bila ada.")


_PERIOD: Final = _key(
    "period", "Periode", "Nama periode, misalnya IV-2024 (triwulan) atau II-2024S (semester)."
)
_INDEX: Final = _key("index", "Indeks", "Kode indeks, misalnya IPAK.")
_ITEM: Final = _key("item", "Butir", "Kode butir atau unsur, misalnya I1 atau U1.")
_BREAKDOWN: Final = _key("breakdown", "Rincian", "Kode pertanyaan profil, misalnya usia atau layanan.")
_TO_PERIODS: Final = Reference(("period",), "periods")

PERIODS: Final = Table(
    "periods", "Periode", "Satu baris untuk setiap periode: kapan, berapa responden, dihitung dengan apa.",
    (
        _PERIOD,
        Column("kind", Kind.TEXT, "Jenis periode", "Jenis periode.", required=True,
               values=tuple(str(kind) for kind in PeriodKind)),
        Column("start", Kind.DAY, "Hari pertama", "Hari pertama periode.", required=True),
        Column("end", Kind.DAY, "Hari terakhir", "Hari terakhir periode.", required=True),
        Column("unit", Kind.TEXT, "Unit layanan", "Nama unit; kosong bila belum disebut di ipak.yaml."),
        _count("respondents", "Responden", "Banyaknya responden.", _PEOPLE),
        _count("answers", "Jawaban", "Banyaknya jawaban atas semua butir.", _ANSWERS),
        _count("missing", "Tidak dijawab", "Banyaknya jawaban yang tidak diberikan.", _ANSWERS),
        Column("population", Kind.WHOLE, "Pengunjung",
               "Banyaknya pengguna layanan pada periode itu; kosong bila tidak diketahui.", "orang"),
        _figure("response_rate", "Tingkat respons", "Bagian pengunjung yang menjadi responden.", _PERCENT),
        Column("scale_lowest", Kind.WHOLE, "Jawaban terendah", "Nilai jawaban terendah.", _SCALE, required=True),
        Column("scale_highest", Kind.WHOLE, "Jawaban tertinggi", "Nilai jawaban tertinggi.", _SCALE,
               required=True),
        _figure("value_lowest", "Nilai terendah", "Nilai indeks terendah yang mungkin, sebagaimana laporan "
                "menyebut nilai: rata-rata, atau nilai konversi pada SKM.", _TOLD),
        _figure("value_highest", "Nilai tertinggi", "Nilai indeks tertinggi yang mungkin.", _TOLD),
        Column("rubric", Kind.TEXT, "Rubrik", "Nama rubrik yang dipakai menghitung.", required=True),
        Column("rubric_version", Kind.TEXT, "Versi rubrik", "Versi rubrik itu.", required=True),
        _reason("tingkat respons"),
    ),
    ("period",),
)  # fmt: skip

INDICES: Final = Table(
    "indices", "Indeks", "Satu baris untuk setiap indeks pada setiap periode.",
    (
        _PERIOD,
        _INDEX,
        Column("name", Kind.TEXT, "Nama indeks", "Kepanjangan indeks.", required=True),
        _figure("value", "Nilai", "Nilai indeks sebagaimana disebut laporan: rata-rata, atau nilai konversi pada "
                "SKM.", _TOLD),
        _figure("mean", "Rata-rata", "Rata-rata tertimbang butir-butir indeks.", _SCALE),
        _exact("indeks"),
        _figure("percent", "Persen", "Rata-rata dibagi jawaban tertinggi.", _PERCENT),
        _figure("points", "Poin", "Poin komponen hasil Zona Integritas dari indeks ini.", "poin"),
        Column("band", Kind.TEXT, "Mutu", "Huruf mutu; kosong bila rubrik tidak menetapkan mutu."),
        Column("band_name", Kind.TEXT, "Nama mutu", "Nama mutu, misalnya Sangat Baik."),
        _reason("nilai indeks"),
        Column("points_reason", Kind.TEXT, "Alasan tanpa poin", "Mengapa poin tidak ada; kosong bila ada."),
    ),
    ("period", "index"), (_TO_PERIODS,),
)  # fmt: skip

COMBINED: Final = Table(
    "combined", "Angka gabungan",
    "Angka dari beberapa indeks bersama-sama; tanpa baris untuk survei yang hanya mempunyai satu indeks.",
    (
        _PERIOD,
        Column("figure", Kind.TEXT, "Angka", f"{MEAN_OF_INDICES}: rata-rata indeks; {POOLED}: rata-rata seluruh "
               "jawaban. Keduanya tidak sama.", required=True, values=(MEAN_OF_INDICES, POOLED)),
        _figure("mean", "Nilai", "Nilai angka itu.", _SCALE),
        _exact("itu"),
        _reason(),
    ),
    ("period", "figure"), (_TO_PERIODS,),
)  # fmt: skip

ITEMS: Final = Table(
    "items", "Butir", "Satu baris untuk setiap butir pertanyaan (pada SKM: unsur) pada setiap periode.",
    (
        _PERIOD,
        _ITEM,
        _INDEX,
        Column("element", Kind.TEXT, "Unsur", "Unsur yang diukur; kosong bila rubrik tidak menyebutnya."),
        Column("text", Kind.TEXT, "Kalimat butir", "Kalimat butir, persis seperti pada instrumen.", required=True),
        _count("n", "Jawaban", "Banyaknya jawaban atas butir ini.", _ANSWERS),
        _count("missing", "Tidak dijawab", "Banyaknya responden yang tidak menjawab butir ini.", _PEOPLE),
        _figure("mean", "Rata-rata", "Rata-rata jawaban, setelah arah butir diperhitungkan.", _SCALE),
        _exact("butir"),
        Column("target", Kind.NUMBER, "Target", "Target rata-rata butir; kosong bila tidak ditetapkan.", _SCALE,
               places=TARGET_PLACES),
        Column("meets_target", Kind.FLAG, "Mencapai target", "Apakah rata-rata yang tepat mencapai target; kosong "
               "bila rata-rata atau target tidak ada."),
        _reason("rata-rata"),
    ),
    ("period", "item"), (_TO_PERIODS, Reference(("period", "index"), "indices")),
)  # fmt: skip

DISTRIBUTION: Final = Table(
    "distribution", "Sebaran jawaban", "Satu baris untuk setiap nilai jawaban setiap butir, juga yang nol.",
    (
        _PERIOD,
        _ITEM,
        _key("answer", "Nilai jawaban", "Nilai jawaban pada skala seperti yang diberikan responden, sebelum arah butir "
             f"diperhitungkan; {BETWEEN}: di antara dua nilai (butir dari beberapa kolom)."),
        _count("count", "Banyaknya", "Banyaknya jawaban yang bernilai itu.", _ANSWERS),
        _figure("share", "Bagian", "Bagian dari semua jawaban atas butir itu.", _PERCENT),
        _reason("bagian"),
    ),
    ("period", "item", "answer"), (_TO_PERIODS, Reference(("period", "item"), "items")),
)  # fmt: skip

BREAKDOWNS: Final = Table(
    "breakdowns", "Rincian", "Satu baris untuk setiap pertanyaan profil: berapa kelompok yang boleh dirinci.",
    (
        _PERIOD,
        _BREAKDOWN,
        Column("name", Kind.TEXT, "Nama rincian", "Nama pertanyaan profil.", required=True),
        _count("groups_shown", "Kelompok dirinci", "Banyaknya kelompok dalam tabel groups.", "kelompok"),
        Column("groups_hidden", Kind.WHOLE, "Kelompok tidak dirinci", "Banyaknya kelompok yang tidak dirinci.",
               "kelompok"),
        Column("groups_small", Kind.WHOLE, "Kelompok terlalu kecil", "Banyaknya di antaranya yang terlalu kecil; "
               "yang lain ikut disembunyikan supaya yang kecil tidak dapat dihitung.", "kelompok"),
        Column("respondents_hidden", Kind.WHOLE, "Responden tidak dirinci", "Banyaknya responden kelompok yang "
               "tidak dirinci.", _PEOPLE),
        _reason("rincian"),
    ),
    ("period", "breakdown"), (_TO_PERIODS,),
)  # fmt: skip

GROUPS: Final = Table(
    "groups", "Kelompok responden",
    "Satu baris untuk setiap indeks setiap kelompok yang boleh dirinci, seperti pada laporan.",
    (
        _PERIOD,
        _BREAKDOWN,
        _key("group", "Kelompok", "Nama kelompok."),
        Column("answered", Kind.FLAG, "Mengisi", "false untuk kelompok responden yang tidak mengisi pertanyaan "
               "profil itu.", required=True),
        _INDEX,
        _count("respondents", "Responden", "Banyaknya responden kelompok itu.", _PEOPLE),
        _figure("share", "Bagian", "Bagian dari semua responden.", _PERCENT),
        _figure("value", "Nilai", "Nilai indeks kelompok itu sebagaimana disebut laporan; tanpa pecahan tepat, "
                "sebab itu membuka jawaban.", _TOLD),
        Column("against_rest", Kind.TEXT, "Dibandingkan responden lain", "higher atau lower bila nilainya lebih "
               "tinggi atau lebih rendah daripada nilai semua responden lain, melebihi kebetulan; unsure bila belum "
               "dapat dibedakan; not_compared bila salah satunya kurang dari 10 jawaban lengkap."),
        _reason("nilai"),
    ),
    ("period", "breakdown", "group", "answered", "index"),
    (Reference(("period", "breakdown"), "breakdowns"), Reference(("period", "index"), "indices")),
)  # fmt: skip

TABLES: Final[Mapping[str, Table]] = {
    table.name: table for table in (PERIODS, INDICES, COMBINED, ITEMS, DISTRIBUTION, BREAKDOWNS, GROUPS)
}
"""Every table by its name; one refers only to those before it."""
