"""The words of our own form of a recap: its sheets, the labels of its cells and the heads of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import capital
from ipak_cli.rubric.survey import Polarity

if TYPE_CHECKING:
    from ipak_cli.rubric.survey import SurveyRubric

FORM: Final = "recap"
"""What the form's record calls it."""
SHEET: Final = "Rekap"
TOTALS_SHEET: Final = "Jumlah bintang"
RECORD_SHEET: Final = "_ipak"
UNIT, PERIOD, RESPONDENTS = "Unit", "Periode", "Jumlah responden"
CODE, TEXT, N, SUM, MEAN = "Kode", "Pernyataan", "Jumlah jawaban", "Jumlah nilai", "Rata-rata"
INDEX, NAME, ALL = "Indeks", "Nama", "Semua"
_TURNED: Final = " sesudah dibalik"
"""Behind the heads of sums and means, where a low answer to some item is good: such answers are turned."""


def count_head(rubric: SurveyRubric, value: int) -> str:
    """Return the head of the counts of a value: ``Bintang 4``."""
    return f"{capital(rubric.scale.word)} {value}"


def sum_head(rubric: SurveyRubric) -> str:
    """Return the head of the sums; it says that answers were turned where the rubric turns some."""
    return SUM + _turned(rubric)


def mean_head(rubric: SurveyRubric) -> str:
    """Return the head of the means; it says that answers were turned where the rubric turns some."""
    return MEAN + _turned(rubric)


def _turned(rubric: SurveyRubric) -> str:
    return _TURNED if any(item.polarity is Polarity.NEGATIVE for item in rubric.items) else ""
