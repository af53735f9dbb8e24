"""What a survey rubric says of its respondents: how many are asked for, and what groups them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from ipak_cli.rubric.types import Answer, Code, Model, Text, Whole, listed

Words = Annotated[tuple[Answer, ...], BeforeValidator(listed), Field(min_length=1)]
"""The answers, or words of answers, that are of one level; a text alone is a list of one."""


class Sample(Model):
    """How many respondents are asked for; ``minimum: null`` where the source names no fixed number."""

    model_config = ConfigDict(title="Jumlah responden")

    minimum: Annotated[Whole, Field(ge=1)] | None = Field(
        description="Jumlah responden paling sedikit; null bila sumbernya tidak menetapkan."
    )
    source: Text = Field(description="Asal ketentuan jumlah responden.")


class Profile(Model):
    """A column that groups respondents: a profile question, or the service they used."""

    model_config = ConfigDict(title="Kolom pengelompokan responden")

    code: Code = Field(description="Kode kelompok.")
    name: Text = Field(description="Nama kelompok.")
    headers: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Judul kolom yang dikenali."
    )
    order: tuple[Words, ...] = Field(
        (),
        description="Urutan kelompok, satu tingkat satu baris: isian seutuhnya, atau kata di dalamnya. "
        "Beberapa kata untuk satu tingkat ditulis sebagai daftar, misalnya [SMA, SMK, SLTA]. Yang tidak "
        "disebut menyusul menurut angkanya, atau dari yang terbesar.",
    )
