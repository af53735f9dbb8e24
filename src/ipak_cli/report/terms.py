"""What an instrument calls its parts, and which figures it has, as its result shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import scale
from ipak_cli.report.format_words import listed
from ipak_cli.rubric.types import are_elements
from ipak_cli.survey.tally import is_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import ItemResult, SurveyResult

_INDEX: Final = "Indeks "
_OWN: Final = "Survei ini dilaksanakan sendiri oleh unit."
_INTERNAL: Final = (
    f"{_OWN} Hasilnya menjadi bukti internal dan tidak menggantikan nilai yang ditetapkan penilai dari luar "
    "unit."
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words for an item (also with what it asks), its mean, an answer's value, and who held the survey.

    ``columns`` are the heads over an item's code and text, ``mean_column`` that over its mean.
    """

    item: str
    asked: str
    columns: tuple[str, str]
    mean: str
    mean_column: str
    answer: str
    held: str


ITEM_WORDS: Final = Words(
    "butir", "butir pertanyaan", ("Butir", "Pertanyaan"), "Nilai", "Rata-rata", "nilai", _INTERNAL
)
ELEMENT_WORDS: Final = Words(
    "unsur", "unsur pelayanan", ("Kode", "Unsur pelayanan"), "NRR", "NRR", "nilai", _OWN
)
"""The words of PermenPANRB 14/2017: NRR is *nilai rata-rata*."""


@dataclass(frozen=True, slots=True)
class Terms:
    """An instrument's words and figures.

    ``elements``: each item is an element of its own. ``points``: an index earns points of Zona Integritas.
    ``banded``: an index has a band. ``converted``: it is told as percent of the ``highest`` answer.
    """

    survey: str
    words: Words
    elements: bool
    points: bool
    banded: bool
    converted: bool
    lowest: int
    highest: int

    @property
    def factor(self) -> Fraction:
        """What a mean is multiplied with where it becomes the value that is told: 25 for answers to 4."""
        return Fraction(100, self.highest) if self.converted else Fraction(1)

    def value(self, mean: Figure) -> Figure:
        """Return an index's value as the instrument tells it: its mean, or that converted."""
        return scale(mean, self.factor)

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The lowest and the highest value that an index can have, as it is told."""
        return self.lowest * self.factor, self.highest * self.factor

    def named(self, items: Sequence[ItemResult]) -> str:
        """Name items in a sentence: one with its sentence, several by their codes."""
        if len(items) == 1:
            return f"{self.words.item} {items[0].code} (“{items[0].text}”)"
        return f"{self.words.item} {listed(item.code for item in items)}"


def terms_of(survey: SurveyResult, rubric: SurveyRubric | None) -> Terms:
    """Return the terms of the instrument that gave a result; its rubric names the values of its answers.

    Without Zona Integritas, and with an element of its own behind each item, it speaks of elements, as the
    survey of satisfaction does.
    """
    elements = are_elements([item.element for item in survey.items], zi=survey.zi is not None)
    banded = any(index.band for index in survey.indices.values()) or _has_open_band(survey, rubric)
    values = [int(value) for value in survey.distribution if not is_between(value)]
    words = ELEMENT_WORDS if elements else ITEM_WORDS
    return Terms(
        survey=_survey_name(survey),
        words=replace(words, answer=rubric.scale.word) if rubric else words,
        elements=elements,
        points=survey.zi is not None,
        banded=banded,
        converted=banded and survey.zi is None,
        lowest=min(values),
        highest=max(values),
    )


def _has_open_band(survey: SurveyResult, rubric: SurveyRubric | None) -> bool:
    """Tell whether an index has bands, though a recap leaves open which of them is reached."""
    return survey.recap is not None and rubric is not None and any(each.bands for each in rubric.indices)


def _survey_name(survey: SurveyResult) -> str:
    """Return what the survey is called: by its one index, else by all that it gives."""
    names = [index.name for index in survey.indices.values()]
    if survey.zi is None and len(names) == 1 and names[0].startswith(_INDEX):
        return f"Survei {names[0].removeprefix(_INDEX)}"
    return f"Survei Mandiri {listed(survey.indices)}"
