"""What a reader has to know before judging a result: too few respondents, or no target to judge it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.figures import grouped_int
from ipak_cli.report.format_words import long_period

if TYPE_CHECKING:
    from ipak_cli.report.material import Material
    from ipak_cli.survey.result import SurveyResult


def too_few(survey: SurveyResult) -> str | None:
    """Say that there are fewer respondents than are needed, with both numbers, where that is so."""
    needed = survey.sample.required
    respondents = survey.respondents if isinstance(survey.respondents, int) else None
    if survey.sample.adequate is not False or respondents is None or needed is None:
        return None
    numbers = f"{grouped_int(respondents)} dari {grouped_int(needed)} yang diperlukan"
    return f"Jumlah responden belum mencukupi ({numbers}), sehingga hasilnya perlu dibaca dengan hati-hati."


def no_target(material: Material) -> str:
    """Say that no item has a target, and so none can be judged by one."""
    what = f"Target nilai {material.terms.words.item} untuk {long_period(material.period)}"
    return f"{what} belum ditetapkan, sehingga pencapaian target belum dapat dinilai."
