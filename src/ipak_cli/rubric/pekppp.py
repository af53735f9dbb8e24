"""PEKPPP rubrics as frozen values: aspects, indicators, facts, rules, implications, categories."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import ConfigDict, Field

from ipak_cli.rubric.rules import Rule
from ipak_cli.rubric.rules.interface import Doubt, FactId
from ipak_cli.rubric.types import FACT_ID, HIGHEST_LEVEL, Code, Exact, Flag, Model, RubricHead, Text, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

LEVELS: Final = range(HIGHEST_LEVEL + 1)
NO, YES = "tidak", "ya"


class Certainty(StrEnum):
    """How sure a text of the rubric is."""

    CONFIRMED = "C"
    ONE_SOURCE = "L"
    UNKNOWN = "U"


class FactType(StrEnum):
    """What a fact's answer is."""

    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


class Fact(Model):
    """One statement that an assessor can check; the facts of an indicator decide its level."""

    model_config = ConfigDict(title="Fakta")

    id: FactId = Field(description="Nomor fakta: F, nomor indikator dua angka, tanda hubung, dua angka.")
    text: Text = Field(description="Pernyataan atau pertanyaan.")
    type: FactType = Field(
        description="yes_no: ya atau tidak; number: bilangan cacah; date: tanggal; choice: pilihan."
    )
    options: tuple[Text, ...] = Field(
        (), description="Pilihan jawaban dari yang terburuk sampai yang terbaik (hanya untuk choice)."
    )
    help: Text | None = Field(None, description="Keterangan untuk pengisi.")

    @property
    def answers(self) -> tuple[str, ...]:
        """The words that can be answered, worst first; none for numbers and dates."""
        return (NO, YES) if self.type is FactType.YES_NO else self.options


class Principle(Model):
    """A principle that indicators belong to, across the aspects."""

    model_config = ConfigDict(title="Prinsip")

    code: Code = Field(description="Huruf prinsip, misalnya Ak.")
    name: Text = Field(description="Nama prinsip.")


class Category(Model):
    """A range of the index (0 to 5, rounded half up to two places); ``minimum`` is inclusive."""

    model_config = ConfigDict(title="Kategori indeks")

    code: Annotated[str, Field(pattern=r"^[A-F]-?$")] = Field(description="Huruf kategori, misalnya A-.")
    name: Text = Field(description="Nama kategori.")
    minimum: Exact = Field(description="Nilai terendah yang masih masuk kategori ini.")


class Doubtful(Model):
    """The reading that decides where the instrument is ambiguous; shown as a warning when it does."""

    model_config = ConfigDict(title="Keraguan instrumen")

    doubt: Doubt = Field(description="Jenis keraguan.")
    text: Text = Field(description="Bacaan yang dipakai, untuk dibaca pengisi.")


class Indicator(Model):
    """One of the indicators; ``title`` is the instrument's own, word for word."""

    model_config = ConfigDict(title="Indikator")

    no: Annotated[Whole, Field(ge=1, le=99)] = Field(description="Nomor indikator.")
    code: Annotated[str, Field(pattern=r"^[a-z]\.[A-Z][a-z]*$")] = Field(
        description="Kode: huruf aspek, titik, huruf prinsip."
    )
    title: Text = Field(description="Judul indikator, persis seperti pada instrumen.")
    principle: Text = Field(description="Kode prinsip.")
    weight: Exact = Field(description="Bobot di dalam aspeknya, dalam persen.")
    certainty: Certainty = Field(
        Certainty.CONFIRMED,
        description="C: sesuai instrumen; L: dari satu sumber; U: belum diketahui pasti.",
    )
    source: Text | None = Field(None, description="Asal bunyi tingkat, bila lain dari rubrik ini.")
    levels: Annotated[tuple[Text, ...], Field(min_length=6, max_length=6)] = Field(
        description="Bunyi tingkat 0 sampai 5, persis seperti pada instrumen."
    )
    meanings: tuple[Text, ...] = Field(
        (), description="Arti tingkat 0 sampai 5 dengan kata sendiri; boleh tidak ada."
    )
    evidence: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(description="Bukti yang diminta.")
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)] = Field(description="Fakta yang ditanyakan.")
    rule: Rule = Field(description="Aturan dari fakta ke tingkat.")
    doubts: tuple[Doubtful, ...] = Field((), description="Keraguan instrumen dan bacaan yang dipakai.")

    def fact(self, fact_id: str) -> Fact:
        """Return a fact by its id. Raises ``KeyError`` when there is none."""
        found = next((fact for fact in self.facts if fact.id == fact_id), None)
        if found is None:
            raise KeyError(fact_id)
        return found

    def doubt_text(self, doubt: Doubt) -> str | None:
        """Return the reading that the rubric gives for a doubt, if it gives one."""
        return next((each.text for each in self.doubts if each.doubt is doubt), None)


class Aspect(Model):
    """A part of F-02: the weighted mean of its indicators' levels."""

    model_config = ConfigDict(title="Aspek")

    code: Annotated[str, Field(pattern=r"^[a-z]$")] = Field(description="Huruf aspek.")
    name: Text = Field(description="Nama aspek.")
    weight: Exact = Field(description="Bobot aspek, dalam persen.")
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)] = Field(description="Indikator aspek.")


class Shares(Model):
    """How IPP is made of F-02 (the evaluators' form) and F-03 (the service users')."""

    model_config = ConfigDict(title="Bagian F-02 dan F-03 dalam IPP")

    f02: Exact = Field(description="Bagian F-02.")
    f03: Exact = Field(description="Bagian F-03.")


AnyFactId = Annotated[str, Field(pattern=FACT_ID)]
"""A fact of any indicator."""


class Enough(StrEnum):
    """How many of the facts have to say what an implication asks for."""

    ALL = "all"
    ONE = "one"


class Saying(Model):
    """Something that each of some facts may say, in exactly one form: words, a number's limit, any answer."""

    model_config = ConfigDict(title="Isi jawaban")

    facts: Annotated[tuple[AnyFactId, ...], Field(min_length=1)] = Field(
        description="Fakta, dari indikator mana pun."
    )
    answers: tuple[Text, ...] = Field((), description="Jawabannya salah satu kata ini (yes_no atau choice).")
    minimum: Whole | None = Field(None, description="Angkanya paling sedikit sekian (number).")
    maximum: Whole | None = Field(None, description="Angkanya paling banyak sekian (number).")
    answered: Flag | None = Field(
        None, description="Pada when: true, bila dijawab. Pada then: false, tidak boleh dijawab."
    )

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that are given; a sound saying has one."""
        return tuple(self._forms())

    def _forms(self) -> Iterator[str]:
        if self.answers:
            yield "answers"
        limits = {"minimum": self.minimum, "maximum": self.maximum, "answered": self.answered}
        yield from (name for name, value in limits.items() if value is not None)


class Implication(Model):
    """Where any of some facts says one thing, others must say another; else the answers contradict.

    A contradiction is a warning and changes no level. A fact without an answer contradicts nothing.
    """

    model_config = ConfigDict(title="Akibat sebuah jawaban")

    when: Saying = Field(description="Bila salah satu fakta ini dijawab demikian,")
    then: Saying = Field(description="maka fakta ini harus dijawab demikian.")
    enough: Enough = Field(
        Enough.ALL, description="all: semua fakta pada then harus demikian; one: satu saja sudah cukup."
    )
    text: Text = Field(description="Sebabnya, untuk dibaca pengisi.")


class UsersQuestion(Model):
    """A question of F-03; ``keys`` are words by which a column's header is known, for lack of its wording."""

    model_config = ConfigDict(title="Pertanyaan F-03")

    no: Annotated[Whole, Field(ge=1, le=99)] = Field(description="Nomor urut pertanyaan pada formulir.")
    code: Annotated[str, Field(pattern=r"^[0-9]{1,2}\.[a-z]\.[A-Z][a-z]?[0-9]?$")] = Field(
        description="Kode pada formulir, misalnya 1.a.K1."
    )
    about: Text = Field(description="Isi pertanyaan secara ringkas; bukan bunyi formulirnya.")
    keys: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Kata kunci judul kolom; bila terdiri atas beberapa kata, semuanya harus ada."
    )


class UsersForm(Model):
    """One of the forms of F-03: every respondent answers every question."""

    model_config = ConfigDict(title="Formulir F-03")

    code: Annotated[str, Field(pattern=r"^[A-Z]$")] = Field(description="Huruf formulir, misalnya A.")
    name: Text = Field(description="Jenis layanan yang dinilai, misalnya luring.")
    certainty: Certainty = Field(
        Certainty.CONFIRMED,
        description="C: dari beberapa sumber; L: dari satu sumber; U: belum diketahui pasti.",
    )
    questions: Annotated[tuple[UsersQuestion, ...], Field(min_length=1)] = Field(description="Pertanyaannya.")


class UsersSurvey(Model):
    """F-03, the service users' survey: its forms, and how many respondents are asked for."""

    model_config = ConfigDict(title="Survei pengguna layanan (F-03)")

    source: Text = Field(description="Asal formulir.")
    notes: tuple[Text, ...] = Field((), description="Catatan, termasuk hal yang belum diketahui.")
    respondents: Annotated[Whole, Field(ge=1)] = Field(description="Jumlah responden paling sedikit.")
    forms: Annotated[tuple[UsersForm, ...], Field(min_length=1)] = Field(description="Formulir-formulirnya.")


class PekpppRubric(RubricHead):
    """A PEKPPP instrument: everything that turns facts into levels, aspect indices, F-02 and a category."""

    model_config = ConfigDict(title="Rubrik PEKPPP")

    kind: Literal["pekppp"] = Field(description="Jenis instrumen: pekppp.")
    principles: Annotated[tuple[Principle, ...], Field(min_length=1)] = Field(description="Prinsip.")
    categories: Annotated[tuple[Category, ...], Field(min_length=1)] = Field(
        description="Kategori, dari yang terbaik."
    )
    ipp: Shares = Field(description="Bagian F-02 dan F-03 dalam IPP.")
    f03: UsersSurvey | None = Field(None, description="Survei pengguna layanan, bila formulirnya diketahui.")
    aspects: Annotated[tuple[Aspect, ...], Field(min_length=1)] = Field(description="Aspek dan indikatornya.")
    implications: tuple[Implication, ...] = Field(
        (), description="Jawaban yang tidak mungkin benar bersama-sama; peringatan, tidak mengubah tingkat."
    )

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator, in the order of the aspects."""
        return tuple(indicator for aspect in self.aspects for indicator in aspect.indicators)

    def aspect_of(self, indicator: Indicator) -> Aspect:
        """Return the aspect that an indicator belongs to."""
        return next(aspect for aspect in self.aspects if indicator in aspect.indicators)

    def share_of(self, indicator: Indicator) -> Fraction:
        """Return the part of F-02 that an indicator decides; the parts sum to 1."""
        return self.aspect_of(indicator).weight * indicator.weight / 10_000
