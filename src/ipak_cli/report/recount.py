"""A result counted again from the answers that it records: what in it they do not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.arithmetic import NotScored
from ipak_cli.pekppp.scores import categorise, score_aspects, score_f02, score_ipp, score_principles
from ipak_cli.survey.counts import Counts
from ipak_cli.survey.sample import judge_sample
from ipak_cli.survey.scores import distribute, score_combined, score_index, score_items
from ipak_cli.survey.zi import score_zi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.models import SurveyRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.survey.result import SurveyResult


def survey_differences(survey: SurveyResult, rubric: SurveyRubric) -> Iterator[str]:
    """Yield which parts of a result are not what its item counts give by the rubric that it was scored by.

    The result has to have the rubric's items and a number of respondents.
    """
    values = [str(value) for value in rubric.scale.values]
    if any([*item.counts] != values for item in survey.items):
        yield "banyaknya jawaban setiap butir"
        return
    respondents = survey.respondents or 0
    counts = Counts(respondents, tuple(tuple(item.counts.values()) for item in survey.items))
    items = score_items(counts, rubric)
    by_code = {item.code: item for item in items}
    indices = {index.code: score_index(index, by_code, rubric) for index in rubric.indices}
    points = {code: index.points for code, index in indices.items()}
    grade = survey.zi.performance if survey.zi else None
    given = {
        "jumlah responden": (respondents, sum(source.rows for source in survey.sources)),
        "jumlah jawaban": (survey.answers, sum(item.n for item in items)),
        "jumlah jawaban yang tidak diberikan": (survey.missing, sum(item.missing for item in items)),
        "nilai butir": (survey.items, items),
        "nilai indeks": (survey.indices, indices),
        "angka gabungan": (survey.combined, score_combined(rubric, indices, items)),
        "sebaran jawaban": (survey.distribution, distribute(counts, rubric.scale)),
        "komponen Zona Integritas": (survey.zi, score_zi(rubric.zi, points, grade) if rubric.zi else None),
        "kecukupan responden": (survey.sample, judge_sample(rubric.sample, respondents, survey.population)),
    }
    yield from (what for what, (stored, counted) in given.items() if stored != counted)
    yield from _group_differences(survey)


def _group_differences(survey: SurveyResult) -> Iterator[str]:
    """Yield the profile questions whose groups are not all respondents together, or lack an index."""
    for given in survey.breakdowns:
        shown = sum(group.respondents for group in given.groups)
        scored = all(group.indices.keys() == survey.indices.keys() for group in given.groups)
        if given.groups and (shown + given.hidden_respondents != survey.respondents or not scored):
            yield f"rincian menurut {given.name.lower()}"


def pekppp_differences(result: PekpppResult, rubric: PekpppRubric) -> Iterator[str]:
    """Yield which parts of a self-assessment are not what its levels give by the rubric.

    The result has to have the rubric's indicators.
    """
    levels = {each.no: each.level for each in result.indicators}
    aspects = score_aspects(rubric, levels)
    f02 = score_f02(aspects)
    ipp = score_ipp(rubric, f02, result.f03)
    index, name = (f02, "F-02") if isinstance(ipp, NotScored) else (ipp, "IPP")
    answered = sum(level is not None for level in levels.values())
    kinds = [(each.aspect, each.principle, each.weight) for each in result.indicators]
    wanted = [
        (rubric.aspect_of(each).code, each.principle, rubric.share_of(each) * 100)
        for each in rubric.indicators
    ]
    given = {
        "aspek, prinsip dan bobot indikator": (kinds, wanted),
        "indeks aspek": (result.aspects, aspects),
        "indeks prinsip": (result.principles, score_principles(rubric, levels)),
        "F-02": (result.f02, f02),
        "IPP": (result.ipp, ipp),
        "kategori": (result.category, categorise(rubric, index, name)),
        "jumlah indikator yang dinilai": (result.answered, answered),
        "kelengkapan": (result.complete, answered == len(levels)),
    }
    yield from (what for what, (stored, counted) in given.items() if stored != counted)
