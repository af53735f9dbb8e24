"""The closed set of rules by which facts decide a level; rubrics name one and give its data."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from ipak_cli.rubric.types import FACT_ID, Exact, Flag, Model, Text, Whole

FactId = Annotated[str, Field(pattern=FACT_ID)]
"""A fact of the same indicator, such as ``F01-03``."""
FactIds = Annotated[tuple[FactId, ...], Field(min_length=1)]
Level = Annotated[Whole, Field(ge=0, le=5)]
"""A level of maturity: 0 to 5."""


class Doubt(StrEnum):
    """Why the instrument itself leaves a level open, so that an agreed reading decides it."""

    HOLE = "hole"  # a later step is met while an earlier one is not
    DIFFERENT = "different"  # the services of the unit differ
    EMPTY = "empty"  # the base is there, but nothing that it asks for
    NO_BASE = "no_base"  # what is counted is there, but its base is not
    EDGE = "edge"  # exactly on, or between, the limits that are printed
    OVERLAP = "overlap"  # two levels fit
    TOP = "top"  # the highest level, whose printed limit is unclear
    PARTIAL = "partial"  # done in part
    CHANNELS = "channels"  # both channels were used
    NO_CASE = "no_case"  # nothing came in that could be settled
    OUTSIDE = "outside"  # a combination that the levels do not describe
    UNPROVEN = "unproven"  # done, but without the report that proves it
    STRAY = "stray"  # the printed level holds a sentence of another indicator
    ONE_PLACE = "one_place"  # everything is published in one place only
    NOT_A_MEDIUM = "not_a_medium"  # the required channel also stands in the list of media


class Count(Model):
    """How many of some facts are met; without the base, if there is one, nothing counts."""

    model_config = ConfigDict(title="Banyaknya hal yang terpenuhi")

    rule: Literal["count"] = Field(description="Aturan: banyaknya hal yang terpenuhi.")
    base: FactId | None = Field(None, description="Fakta yang harus ada supaya yang lain dihitung.")
    of: FactIds = Field(description="Fakta yang dihitung.")
    thresholds: Annotated[tuple[Whole, ...], Field(min_length=5, max_length=5)] = Field(
        description="Banyaknya yang diperlukan untuk tingkat 1 sampai 5."
    )


class MandatoryPlusCount(Model):
    """Level 1 when everything mandatory is there, and one more for each complement, up to 5."""

    model_config = ConfigDict(title="Hal wajib, lalu banyaknya pelengkap")

    rule: Literal["mandatory_plus_count"] = Field(description="Aturan: hal wajib, lalu pelengkap.")
    base: FactId | None = Field(None, description="Fakta yang harus ada supaya yang lain dihitung.")
    mandatory: FactIds = Field(description="Fakta yang semuanya wajib.")
    of: FactIds = Field(description="Pelengkap yang dihitung.")


class BasePlusCount(Model):
    """The base gives a first level; when it is wholly met, each further fact gives one more, up to 5."""

    model_config = ConfigDict(title="Unsur dasar, lalu banyaknya unsur lain")

    rule: Literal["base_plus_count"] = Field(description="Aturan: unsur dasar, lalu unsur lain.")
    base: FactId = Field(description="Fakta dasar.")
    base_levels: Annotated[tuple[Level, ...], Field(min_length=2)] = Field(
        description="Tingkat untuk setiap jawaban fakta dasar, dari yang terburuk."
    )
    of: FactIds = Field(description="Unsur lain yang dihitung bila fakta dasar terpenuhi penuh.")


class Step(Model):
    """One step of a ladder: all its facts together."""

    model_config = ConfigDict(title="Anak tangga")

    all: FactIds = Field(description="Fakta yang semuanya harus terpenuhi.")
    doubtful: Flag = Field(
        default=False, description="true bila lubang di sini, dengan langkah berikutnya terpenuhi, meragukan."
    )


class Ladder(Model):
    """Five steps, of which the longest unbroken run from the first one gives the level."""

    model_config = ConfigDict(title="Tangga")

    rule: Literal["ladder"] = Field(description="Aturan: tangga tanpa lubang.")
    steps: Annotated[tuple[Step, ...], Field(min_length=5, max_length=5)] = Field(
        description="Langkah untuk tingkat 1 sampai 5."
    )


class Interval(Model):
    """A review interval: the levels when all services keep it, and when only some do."""

    model_config = ConfigDict(title="Selang peninjauan")

    fact: FactId = Field(description="Fakta: layanan mana yang memenuhi selang ini.")
    all: Level = Field(description="Tingkat bila semua layanan memenuhi.")
    part: Level = Field(description="Tingkat bila sebagian layanan memenuhi.")
    doubtful: Flag = Field(
        default=False,
        description="true bila menurut bunyi instrumen sebagian layanan memberi tingkat lebih tinggi.",
    )


class Coverage(Model):
    """Intervals, the shortest first, each with its coverage; the highest level that is satisfied."""

    model_config = ConfigDict(title="Selang dan cakupan")

    rule: Literal["coverage"] = Field(description="Aturan: selang waktu dan cakupan layanan.")
    intervals: Annotated[tuple[Interval, ...], Field(min_length=1)] = Field(
        description="Selang dari yang tersingkat; setiap selang mencakup yang lebih singkat."
    )


class Elapsed(Model):
    """Whole calendar months from one date to another, at the latest; only when everything is done."""

    model_config = ConfigDict(title="Lama waktu antara dua tanggal")

    rule: Literal["elapsed"] = Field(description="Aturan: lama waktu antara dua tanggal.")
    start: FactId = Field(description="Tanggal awal.")
    end: FactId = Field(description="Tanggal akhir.")
    planned: FactId = Field(description="Banyaknya yang harus dikerjakan.")
    done: FactId = Field(description="Banyaknya yang dikerjakan.")
    months: Annotated[tuple[Whole, ...], Field(min_length=5, max_length=5)] = Field(
        description="Paling lama sekian bulan untuk tingkat 5 sampai 1."
    )


class Share(Model):
    """A level and the share from which it holds."""

    model_config = ConfigDict(title="Batas persentase")

    level: Level = Field(description="Tingkat.")
    minimum: Exact = Field(description="Persentase terendah.")
    inclusive: Flag = Field(
        default=True, description="true bila batas itu sendiri sudah termasuk tingkat ini."
    )
    doubtful: Flag = Field(default=False, description="true bila tepat pada batas ini tingkatnya meragukan.")


class Ratio(Model):
    """Done out of planned in percent, proven by a report; the plan alone gives ``plan_level``."""

    model_config = ConfigDict(title="Persentase")

    rule: Literal["ratio"] = Field(description="Aturan: persentase yang dilaksanakan.")
    base: FactId = Field(description="Fakta: rencana ada.")
    planned: FactId = Field(description="Banyaknya yang direncanakan.")
    done: FactId = Field(description="Banyaknya yang dilaksanakan.")
    report: FactId = Field(description="Fakta: ada laporan pelaksanaan.")
    plan_level: Level = Field(description="Tingkat bila ada rencana saja.")
    shares: Annotated[tuple[Share, ...], Field(min_length=1)] = Field(
        description="Batas persentase, dari yang tertinggi."
    )


class Channel(Model):
    """One channel: what came in, what was settled, and the levels by the share settled in percent."""

    model_config = ConfigDict(title="Saluran")

    received: FactId = Field(description="Banyaknya yang diterima.")
    settled: FactId = Field(description="Banyaknya yang selesai.")
    shares: Annotated[tuple[Share, ...], Field(min_length=1)] = Field(
        description="Batas persentase, dari yang tertinggi."
    )


class TwoChannelRatio(Model):
    """The share settled in the first channel that was used; nothing settled anywhere is level 0."""

    model_config = ConfigDict(title="Persentase pada dua saluran")

    rule: Literal["two_channel_ratio"] = Field(description="Aturan: persentase selesai, saluran utama dulu.")
    main: Channel = Field(description="Saluran utama.")
    other: Channel = Field(description="Saluran lain.")


class KeyCriterion(Model):
    """A count with thresholds that depend on whether the key criterion is among those met."""

    model_config = ConfigDict(title="Kriteria dengan satu kriteria kunci")

    rule: Literal["key_criterion"] = Field(description="Aturan: kriteria dengan satu kriteria kunci.")
    base: FactId = Field(description="Fakta yang harus ada supaya kriteria dihitung.")
    key: FactId = Field(description="Kriteria kunci.")
    of: FactIds = Field(description="Kriteria lain.")
    without: Annotated[tuple[Whole, ...], Field(min_length=2, max_length=2)] = Field(
        description="Banyaknya kriteria untuk tingkat 1 dan 2 tanpa kriteria kunci."
    )
    with_key: Annotated[tuple[Whole, ...], Field(min_length=3, max_length=3)] = Field(
        description="Banyaknya kriteria, termasuk kunci, untuk tingkat 3 sampai 5."
    )
    listed: Annotated[tuple[Whole, ...], Field(min_length=2, max_length=2)] = Field(
        description="Banyaknya kriteria tertinggi yang disebut instrumen, tanpa dan dengan kunci."
    )


class Condition(Model):
    """A fact and the answers that fit."""

    model_config = ConfigDict(title="Syarat")

    fact: FactId = Field(description="Fakta.")
    answers: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(description="Jawaban yang memenuhi.")


class Case(Model):
    """A level that holds when all conditions do."""

    model_config = ConfigDict(title="Keadaan")

    level: Level = Field(description="Tingkat.")
    when: Annotated[tuple[Condition, ...], Field(min_length=1)] = Field(description="Syarat-syarat.")
    doubtful: Flag = Field(default=False, description="true bila instrumen tidak menyebut keadaan ini.")


class Choice(Model):
    """Cases, the highest first; the first that holds decides, and none means level 0."""

    model_config = ConfigDict(title="Pilihan keadaan")

    rule: Literal["choice"] = Field(description="Aturan: keadaan tertinggi yang cocok.")
    cases: Annotated[tuple[Case, ...], Field(min_length=1)] = Field(
        description="Keadaan, dari tingkat tertinggi."
    )


class Media(Model):
    """How many media carry everything, beside one required channel that is not counted among them."""

    model_config = ConfigDict(title="Media publikasi dengan saluran wajib")

    rule: Literal["media"] = Field(description="Aturan: banyaknya media, dengan satu saluran wajib.")
    media: FactIds = Field(description="Media; jawaban terbaik berarti seluruh komponen dimuat.")
    required: FactId = Field(description="Saluran wajib, tidak dihitung sebagai media.")
    without: Whole = Field(description="Banyaknya media untuk tingkat 2, tanpa saluran wajib.")
    with_required: Annotated[tuple[Whole, ...], Field(min_length=3, max_length=3)] = Field(
        description="Banyaknya media untuk tingkat 3 sampai 5, dengan saluran wajib."
    )


Rule = Annotated[
    Count
    | MandatoryPlusCount
    | BasePlusCount
    | Ladder
    | Coverage
    | Elapsed
    | Ratio
    | TwoChannelRatio
    | KeyCriterion
    | Choice
    | Media,
    Field(discriminator="rule"),
]
"""Any rule."""
