"""What a survey rubric says for the report alone: elements, the ends of the scale, legal bases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import ConfigDict, Field

from ipak_cli.rubric.types import ID, Flag, Model, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.main import IncEx

_ENDS_OF_ITEMS: Final[Mapping[str, IncEx]] = {"__all__": {"items": {"__all__": {"ends"}}}}
WORDING: Final[Mapping[str, IncEx | bool]] = {
    "scale": {"word", "ends"},
    "elements": True,
    "indices": _ENDS_OF_ITEMS,
    "legal_basis": True,
}
"""Where a survey rubric says these things, as pydantic names what to leave out: no figure depends on it."""


class Ends(Model):
    """What the lowest and the highest answer mean, in the words of the questionnaire."""

    model_config = ConfigDict(title="Arti kedua ujung skala")

    lowest: Text = Field(description="Arti nilai terendah, misalnya Tidak Baik.")
    highest: Text = Field(description="Arti nilai tertinggi, misalnya Sangat Baik.")


class Element(Model):
    """An element of the instrument; items name it, or none does."""

    model_config = ConfigDict(title="Unsur")

    name: Text = Field(description="Nama unsur, seperti yang ditulis butir pada element.")
    purpose: Text = Field(description="Tujuan atau arti unsur, sebagai anak kalimat sesudah titik dua.")


class LegalBasis(Model):
    """A regulation that a report may name as its legal basis."""

    model_config = ConfigDict(title="Dasar hukum")

    id: Annotated[str, Field(pattern=ID)] = Field(
        description="Nama pendek, yang dapat ditulis pada legal_basis di ipak.yaml, misalnya uu-25-2009."
    )
    text: Text = Field(description="Nama dan judul peraturan selengkapnya.")
    usual: Flag = Field(
        default=True,
        description="true: dicetak bila ipak.yaml tidak menyebut dasar hukum; false: hanya bila disebut.",
    )
