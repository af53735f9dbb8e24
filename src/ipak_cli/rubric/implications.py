"""What the answer to one fact says of others, across indicators; else the answers contradict."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import ConfigDict, Field

from ipak_cli.rubric.types import FACT_ID, Flag, Model, Text, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

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
