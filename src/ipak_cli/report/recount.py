"""What a survey's result says, counted again: from its counts of answers, or from the recap that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.survey.certainty.stored import own_differences
from ipak_cli.survey.recap_scores import answers_of, missing_of, respondents_of, score_recap
from ipak_cli.survey.recap_sums import recap_of
from ipak_cli.survey.sample import judge_sample
from ipak_cli.survey.scores import Scores, score_counts, told_factor
from ipak_cli.survey.tally import Counts, key_of, values_counted
from ipak_cli.survey.zi_scores import score_zi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.rubric.survey import Scale, SurveyRubric
    from ipak_cli.survey.result import ItemResult, SurveyResult


def survey_differences(survey: SurveyResult, rubric: SurveyRubric) -> Iterator[str]:
    """Yield which parts of a result are not what its item counts give by the rubric that it was scored by.

    The result has to have the rubric's items and a number of respondents.
    """
    if survey.recap is not None:
        yield from _recap_differences(survey, rubric)
        return
    if not all(_has_values(item, rubric.scale) for item in survey.items):
        yield "banyaknya jawaban setiap butir"
        return
    respondents = survey.respondents if isinstance(survey.respondents, int) else 0
    counts = Counts(respondents, tuple(map(_counted, survey.items)))
    answers = sum(map(sum, counts.answers))
    given: dict[str, tuple[object, object]] = {
        "jumlah responden": (survey.respondents, sum(source.rows for source in survey.sources)),
        "jumlah jawaban": (survey.answers, answers),
        "jumlah jawaban yang tidak diberikan": (survey.missing, respondents * len(survey.items) - answers),
        **_scores(survey, score_counts(counts, rubric), rubric),
    }
    yield from (what for what, (stored, counted) in given.items() if stored != counted)
    yield from _group_differences(survey, rubric)
    yield from own_differences(survey, rubric)
    if _has_odd_days(survey):
        yield "hari jawaban pertama dan terakhir"


def _scores(survey: SurveyResult, scores: Scores, rubric: SurveyRubric) -> dict[str, tuple[object, object]]:
    """Return the figures of a result beside those that were counted."""
    points = {code: index.points for code, index in scores.indices.items()}
    grade = survey.zi.performance if survey.zi else None
    sample = judge_sample(rubric.sample, survey.respondents, survey.population)
    return {
        "nilai butir": (survey.items, scores.items),
        "nilai indeks": (survey.indices, scores.indices),
        "angka gabungan": (survey.combined, scores.combined),
        "sebaran jawaban": (survey.distribution, scores.distribution),
        "komponen Zona Integritas": (survey.zi, score_zi(rubric.zi, points, grade) if rubric.zi else None),
        "kecukupan responden": (survey.sample, sample),
    }


def _recap_differences(survey: SurveyResult, rubric: SurveyRubric) -> Iterator[str]:
    """Yield which parts of a recap's result do not follow from the counts, sums or totals that it holds."""
    try:
        recap = recap_of(survey)
        scores = score_recap(recap, rubric)
    except ValueError:
        yield "banyaknya jawaban setiap butir"
        return
    given: dict[str, tuple[object, object]] = {
        "jumlah responden": (survey.respondents, respondents_of(recap)),
        "jumlah jawaban": (survey.answers, answers_of(recap, rubric)),
        "jumlah jawaban yang tidak diberikan": (survey.missing, missing_of(recap, rubric)),
        **_scores(survey, scores, rubric),
    }
    yield from (what for what, (stored, counted) in given.items() if stored != counted)


def _counted(item: ItemResult) -> tuple[int, ...]:
    return () if isinstance(item.counts, NotScored) else tuple(item.counts.values())


def _has_odd_days(survey: SurveyResult) -> bool:
    """Tell whether answers came before or after the result's period, or the last before the first."""
    days, period = survey.answer_days, survey.period
    if days is None or days.first is None or days.last is None:
        return False
    inside = (period.start or days.first) <= days.first <= days.last <= (period.end or days.last)
    return not inside


def _has_values(item: ItemResult, scale: Scale) -> bool:
    """Tell whether what is counted are the values that an item can have, of one column or of several."""
    if isinstance(item.counts, NotScored):
        return False
    try:
        values = values_counted(len(item.counts), scale)
    except ValueError:
        return False
    return [*item.counts] == [*map(key_of, values)]


def _group_differences(survey: SurveyResult, rubric: SurveyRubric) -> Iterator[str]:
    """Yield the profile questions whose rows are not all respondents, too few, or of no possible value."""
    factor = told_factor(rubric)
    lowest, highest = rubric.scale.lowest * factor, rubric.scale.highest * factor
    for given in survey.breakdowns:
        sizes = [row.respondents for row in given.rows]
        figures = [figure for row in given.rows for figure in row.indices.values()]
        whole = not sizes or sum(sizes) == survey.respondents
        large = all(size >= rubric.smallest_group for size in sizes)
        possible = all(isinstance(each, NotScored) or lowest <= each <= highest for each in figures)
        if not (whole and large and possible):
            yield f"rincian menurut {given.name.lower()}"
