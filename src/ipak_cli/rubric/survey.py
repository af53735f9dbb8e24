"""Survey rubrics as frozen values: items, indices, scale, ZI component, predicates, sample rule."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from ipak_cli.rubric.report_words import Element, Ends, LegalBasis
from ipak_cli.rubric.respondents import Profile, Sample
from ipak_cli.rubric.types import GRADE, Answer, Code, Exact, Model, RubricHead, Text, Whole, listed

MOST_TOGETHER: Final = 9
"""Columns that can be one item together."""

Heads = Annotated[tuple[Text, ...], BeforeValidator(listed), Field(min_length=1)]
"""The heads by which one column is known; a text alone is a list of one."""


class Polarity(StrEnum):
    """Whether a high answer is good; declared for each item, never guessed from its wording."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class BlankRule(StrEnum):
    """What an empty answer is: a problem to be asked about, or simply an answer not given."""

    ERROR = "error"
    MISSING = "missing"


class Label(Model):
    """Words that stand for one answer value, whatever their case."""

    model_config = ConfigDict(title="Kata-kata untuk satu nilai jawaban")

    value: Whole = Field(description="Nilai jawaban pada skala.")
    words: Annotated[tuple[Answer, ...], Field(min_length=1)] = Field(
        description="Kata-kata yang berarti nilai itu; huruf besar dan kecil dianggap sama."
    )


class Scale(Model):
    """The whole numbers that an answer can be, and the words that respondents may see instead."""

    model_config = ConfigDict(title="Skala jawaban")

    lowest: Annotated[Whole, Field(ge=0, le=100)] = Field(description="Nilai jawaban terendah.")
    highest: Annotated[Whole, Field(ge=1, le=100)] = Field(description="Nilai jawaban tertinggi.")
    word: Text = Field("nilai", description="Sebutan sebuah nilai jawaban dalam laporan, misalnya bintang.")
    ends: Ends | None = Field(None, description="Arti kedua ujung skala menurut kuesionernya.")
    labels: tuple[Label, ...] = Field((), description="Kata-kata jawaban yang berlaku untuk semua butir.")
    missing: tuple[Answer, ...] = Field(
        (), description="Kata-kata yang berarti tidak menjawab, misalnya Tidak tahu."
    )

    @property
    def values(self) -> range:
        """Every value, lowest first."""
        return range(self.lowest, self.highest + 1)


class Item(Model):
    """One question; ``text`` is the instrument's own sentence, word for word."""

    model_config = ConfigDict(title="Butir pertanyaan")

    code: Code = Field(description="Kode butir, misalnya I1 atau U1.")
    text: Text = Field(description="Kalimat butir, persis seperti pada instrumen.")
    element: Text | None = Field(None, description="Unsur yang diukur butir ini, bila ada.")
    polarity: Polarity = Field(
        description="positive: jawaban tinggi berarti baik; negative: jawaban tinggi berarti buruk."
    )
    weight: Exact | None = Field(
        None, description="Bobot butir di dalam indeksnya, misalnya 1/9. Tanpa bobot, semua butir setara."
    )
    aliases: tuple[Text, ...] = Field((), description="Judul kolom lain yang berarti butir ini.")
    ends: Ends | None = Field(
        None, description="Arti kedua ujung skala pada butir ini, bila lain dari arti pada skala."
    )
    labels: tuple[Label, ...] = Field(
        (), description="Kata-kata jawaban khusus butir ini, di samping kata-kata pada skala."
    )
    mean_of: tuple[Heads, ...] = Field(
        (),
        max_length=MOST_TOGETHER,
        description="Bila beberapa kolom bersama-sama menjadi butir ini: judul yang dikenali dari setiap "
        "kolom, misalnya [[Alur jelas], [Alur cepat]]. Jawaban satu responden adalah rata-ratanya, persis.",
    )
    target: Exact | None = Field(
        None, description="Target rata-rata butir ini, bila lain dari target rubrik."
    )


class Band(Model):
    """A range of the converted value (percent, rounded half up to two places); ``minimum`` is inclusive."""

    model_config = ConfigDict(title="Kategori nilai")

    code: Text = Field(description="Huruf mutu, misalnya A.")
    name: Text = Field(description="Nama mutu, misalnya Sangat Baik.")
    minimum: Exact = Field(description="Nilai konversi (persen) terendah yang masih masuk kategori ini.")


class Index(Model):
    """An index: the weighted mean of its items' means. Items without weights share equally."""

    model_config = ConfigDict(title="Indeks")

    code: Code = Field(description="Kode indeks, misalnya IPAK.")
    name: Text = Field(description="Nama indeks.")
    aliases: tuple[Text, ...] = Field((), description="Nama lain indeks ini.")
    items: Annotated[tuple[Item, ...], Field(min_length=1)] = Field(description="Butir-butir indeks ini.")
    bands: tuple[Band, ...] = Field((), description="Kategori nilai, dari yang terbaik.")

    @property
    def weights(self) -> tuple[Fraction, ...]:
        """One weight an item, in item order; they sum to 1 in a rubric that passed the linter."""
        equal = Fraction(1, len(self.items))
        return tuple(equal if item.weight is None else item.weight for item in self.items)


class PerformanceGrade(Model):
    """One answer to the performance question and the points it earns."""

    model_config = ConfigDict(title="Pilihan jawaban capaian kinerja")

    code: Annotated[str, Field(pattern=GRADE)] = Field(description="Huruf pilihan, A sampai E.")
    points: Exact = Field(description="Poin yang diperoleh.")
    meaning: Text = Field(description="Arti pilihan ini.")


class SurveyPart(Model):
    """The part of a ZI component that an index earns: ``mean / highest * points``."""

    model_config = ConfigDict(title="Bagian yang dinilai dari survei")

    kind: Literal["survey"] = Field(description="Bagian yang poinnya berasal dari indeks survei.")
    code: Code = Field(description="Kode bagian, dirujuk oleh syarat predikat.")
    name: Text = Field(description="Nama bagian.")
    index: Text = Field(description="Kode indeks yang menentukan poinnya.")
    points: Exact = Field(description="Poin tertinggi bagian ini.")


class PerformancePart(Model):
    """The part of a ZI component that the performance question earns."""

    model_config = ConfigDict(title="Bagian yang dinilai dari capaian kinerja")

    kind: Literal["performance"] = Field(description="Bagian yang poinnya berasal dari capaian kinerja.")
    code: Code = Field(description="Kode bagian, dirujuk oleh syarat predikat.")
    name: Text = Field(description="Nama bagian.")
    question: Text = Field(description="Pertanyaan capaian kinerja.")
    points: Exact = Field(description="Poin tertinggi bagian ini.")
    grades: Annotated[tuple[PerformanceGrade, ...], Field(min_length=1)] = Field(
        description="Pilihan jawaban."
    )


Part = Annotated[SurveyPart | PerformancePart, Field(discriminator="kind")]


class Component(Model):
    """A ZI result component: the sum of its parts."""

    model_config = ConfigDict(title="Komponen hasil Zona Integritas")

    code: Code = Field(description="Kode komponen, dirujuk oleh syarat predikat.")
    name: Text = Field(description="Nama komponen.")
    points: Exact = Field(description="Poin tertinggi; sama dengan jumlah poin bagian-bagiannya.")
    parts: Annotated[tuple[Part, ...], Field(min_length=1)] = Field(description="Bagian-bagian komponen.")


class PredicateCondition(Model):
    """A minimum that a predicate asks of a component or part; ``of: null`` lies outside this survey."""

    model_config = ConfigDict(title="Syarat predikat")

    name: Text = Field(description="Nama syarat.")
    of: Text | None = Field(description="Kode komponen atau bagian; null bila di luar survei ini.")
    minimum: Exact = Field(description="Poin terendah yang memenuhi syarat.")


class Predicate(Model):
    """A ZI predicate (WBK, WBBM): all its conditions must hold."""

    model_config = ConfigDict(title="Predikat Zona Integritas")

    code: Code = Field(description="Kode predikat, misalnya WBK.")
    name: Text = Field(description="Nama predikat.")
    conditions: Annotated[tuple[PredicateCondition, ...], Field(min_length=1)] = Field(
        description="Syarat-syarat; semuanya harus terpenuhi."
    )


class ZonaIntegritas(Model):
    """The ZI result component and its predicates, versioned by regulation."""

    model_config = ConfigDict(title="Komponen hasil dan predikat Zona Integritas")

    regulation: Text = Field(description="Peraturan yang menjadi dasar.")
    components: Annotated[tuple[Component, ...], Field(min_length=1)] = Field(description="Komponen hasil.")
    predicates: tuple[Predicate, ...] = Field(description="Predikat dan syarat-syaratnya.")


class Combined(Model):
    """The combined index: the plain mean of the named indices (never the pooled mean)."""

    model_config = ConfigDict(title="Indeks gabungan")

    name: Text = Field(description="Nama indeks gabungan.")
    indices: Annotated[tuple[Text, ...], Field(min_length=2)] = Field(
        description="Kode indeks-indeks yang dirata-ratakan."
    )


class SurveyRubric(RubricHead):
    """A survey instrument: everything that turns its answers into figures."""

    model_config = ConfigDict(title="Rubrik survei")

    kind: Literal["survey"] = Field(description="Jenis instrumen: survey.")
    scale: Scale = Field(description="Skala jawaban.")
    blank: BlankRule = Field(
        BlankRule.ERROR,
        description="Jawaban kosong: error berarti ditanyakan, missing berarti tidak menjawab.",
    )
    elements: tuple[Element, ...] = Field(
        (), description="Unsur-unsur instrumen dengan tujuannya; butir menyebut namanya pada element."
    )
    indices: Annotated[tuple[Index, ...], Field(min_length=1)] = Field(description="Indeks dan butirnya.")
    combined: Combined | None = Field(None, description="Indeks gabungan, bila ada.")
    zi: ZonaIntegritas | None = Field(None, description="Komponen hasil Zona Integritas, bila ada.")
    sample: Sample = Field(description="Jumlah responden yang diminta.")
    swapped: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = Field(
        (),
        description="Kode-kode butir yang artinya tertukar pada sebagian kuesioner, misalnya [[U8, U9]]: "
        "judul kolom yang hanya berupa kode itu tidak pasti artinya.",
    )
    profiles: tuple[Profile, ...] = Field((), description="Kolom yang mengelompokkan responden.")
    smallest_group: Annotated[Whole, Field(ge=1)] = Field(
        5, description="Kelompok yang lebih kecil dari ini tidak dirinci."
    )
    target: Exact | None = Field(None, description="Target rata-rata setiap butir.")
    legal_basis: tuple[LegalBasis, ...] = Field(
        (), description="Peraturan yang dapat disebut sebagai dasar hukum dalam laporan."
    )

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in the order of the indices."""
        return tuple(item for index in self.indices for item in index.items)

    @property
    def has_means(self) -> bool:
        """Whether an item is asked by several columns."""
        return any(item.mean_of for item in self.items)

    def index_of(self, item: Item) -> Index:
        """Return the index that an item belongs to."""
        return next(index for index in self.indices if item in index.items)

    def ends_of(self, item: Item) -> Ends | None:
        """Return what the ends of the scale mean for an item, where the rubric says so."""
        return item.ends or self.scale.ends

    def labels_of(self, item: Item) -> tuple[Label, ...]:
        """Return every label that an item's answers may use: the scale's, then its own."""
        return self.scale.labels + item.labels


def column_code(code: str, number: int) -> str:
    """Return what one of an item's columns is called, counted from 1; no code of a rubric is like it."""
    return f"{code} ({number})"


def item_code(code: str) -> str:
    """Return the code of the item that a column belongs to."""
    return code.partition(" ")[0]
