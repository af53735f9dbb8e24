"""What every kind of rubric is made of: exact numbers, whole numbers, codes, text, and the common head."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from ipak_cli.base.figures import exact_text, parse_fraction

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE: Final = r"^[A-Za-z][A-Za-z0-9_-]*$"
ID: Final = r"^[a-z0-9][a-z0-9-]*$"
VERSION: Final = r"^\d+(\.\d+)*$"
GRADE: Final = r"^[A-E]$"
FACT_ID: Final = r"^F\d\d-\d\d$"
TEXT: Final = r"[^\W_]"
ANSWER: Final = r"\S"
HIGHEST_LEVEL: Final = 5
"""The highest level of maturity; the lowest is 0."""
_LONGEST_NUMBER: Final = 40
_WHOLE: Final = re.compile(r"-?(0|[1-9][0-9]{0,8})")


def _to_fraction(value: object) -> Fraction:
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        text = str(value)
        try:
            if len(text) <= _LONGEST_NUMBER:
                return parse_fraction(text)
        except ValueError:
            pass
    raise PydanticCustomError("exact_number", "a number such as 4, 17.5 or 1/9 is expected")


def _to_whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise PydanticCustomError("whole_number", "a whole number such as 4 is expected")


def _to_flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("flag", "true or false is expected")


def listed(value: object) -> object:
    """Take a text that stands alone for a list of one."""
    return [value] if isinstance(value, str) else value


Exact = Annotated[
    Fraction,
    BeforeValidator(_to_fraction),
    PlainSerializer(exact_text, return_type=str),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"^\s*-?\d+(\.\d+)?(\s*/\s*\d+(\.\d+)?)?\s*$"}),
]
"""An exact number in a rubric: ``4``, ``17.5`` or ``1/9``; floats are refused."""

Whole = Annotated[int, BeforeValidator(_to_whole)]
"""A whole number in plain decimal digits; ``01``, ``4.0`` and ``1_000`` are refused, as is ``True``."""

Flag = Annotated[bool, BeforeValidator(_to_flag)]
"""``true`` or ``false``, and nothing else: ``yes``, ``on`` and ``1`` are refused."""

Code = Annotated[str, Field(pattern=CODE)]
"""A short name that other parts of the rubric refer to."""

Text = Annotated[str, Field(pattern=TEXT)]
"""Words: at least one letter or digit, since marks alone match everything once they are normalised."""

Answer = Annotated[str, Field(pattern=ANSWER)]
"""An answer as respondents give it: words, or signs alone such as ``+`` and ``:)``."""


class Model(BaseModel):
    """A part of a rubric: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class RubricHead(Model):
    """What every kind of rubric says about itself."""

    id: Annotated[str, Field(pattern=ID)] = Field(
        description="Nama pendek rubrik: huruf kecil, angka dan tanda hubung."
    )
    version: Annotated[str, Field(pattern=VERSION)] = Field(
        description='Versi rubrik, diapit tanda kutip, misalnya "1.0".'
    )
    title: Text = Field(description="Judul rubrik.")
    source: Text = Field(description="Asal instrumen: peraturan atau dokumen.")
    notes: tuple[Text, ...] = Field((), description="Catatan, termasuk hal yang belum diketahui.")


def are_elements(names: Sequence[str | None], *, zi: bool) -> bool:
    """Tell whether an instrument speaks of elements (*unsur*) and not of items, as PermenPANRB 14/2017 does.

    ``names`` are those of the elements behind its items: each has one of its own, and nothing counts for
    Zona Integritas (``zi``).
    """
    return not zi and None not in names and len({*names}) == len(names)
