"""Cross-checks before a report is made: errors stop it, everything else is told in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, grouped_int
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import has_errors, problem
from ipak_cli.base.provenance import RubricRef
from ipak_cli.catalogue.report import (
    ASSESSMENT_INCOMPLETE,
    FIGURES_CONTRADICT_ANSWERS,
    ITEM_TABLE_OF_OTHER_PERIOD,
    ITEMS_WITHOUT_ANSWERS,
    RESULT_NOT_THE_RUBRICS,
    RESULT_OF_OTHER_PERIOD,
    RESULT_WITHOUT_FIGURES,
    RUBRIC_CHANGED,
    SETTINGS_CHANGED_SINCE_RESULT,
    TOO_FEW_RESPONDENTS,
)
from ipak_cli.pekppp.scores import categorise, score_aspects, score_f02, score_ipp, score_principles
from ipak_cli.report.format_words import UNKNOWN
from ipak_cli.report.recount import survey_differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.report.material import Material
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult


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


def check_survey(material: Material, loaded: LoadedRubric[SurveyRubric], where: Where) -> tuple[Problem, ...]:
    """Return what is wrong with the period's survey result, and what its readers have to know.

    ``where`` is the place of the result document.
    """
    survey = material.survey
    if stop := tuple(_unusable(survey, material.period, where)):
        return stop
    return (
        *_survey_counts(survey, loaded, where),
        *_sample(survey, where),
        *_tables(material, where),
        *_unscored(survey, where),
        *_settings(material, where),
    )


def check_pekppp(
    result: PekpppResult, period: Period, loaded: LoadedRubric[PekpppRubric], where: Where
) -> tuple[Problem, ...]:
    """Return what is wrong with the period's self-assessment, and what its readers have to know.

    ``where`` is the place of the result document.
    """
    if result.period.name != str(period):
        return (problem(RESULT_OF_OTHER_PERIOD, where, found=result.period.name or UNKNOWN, period=period),)
    found = list(_pekppp_counts(result, loaded, where))
    if not result.complete:
        found.append(
            problem(ASSESSMENT_INCOMPLETE, where, answered=result.answered, count=len(result.indicators))
        )
    return tuple(found)


def _survey_counts(
    survey: SurveyResult, loaded: LoadedRubric[SurveyRubric], where: Where
) -> Iterator[Problem]:
    """Yield what the rubric does not give, where the result was scored by this very rubric."""
    if survey.rubric.digest != loaded.digest:
        yield _other_rubric(survey.rubric, loaded, where)
        return
    codes = [item.code for item in survey.items]
    if odd := _odd(codes, [item.code for item in loaded.rubric.items]):
        yield problem(RESULT_NOT_THE_RUBRICS, where, what="butir", rubric=survey.rubric.id, codes=odd)
    else:
        yield from _recounted(survey_differences(survey, loaded.rubric), where)


def _pekppp_counts(
    result: PekpppResult, loaded: LoadedRubric[PekpppRubric], where: Where
) -> Iterator[Problem]:
    """Yield what the rubric does not give, where the result was scored by this very rubric."""
    if result.rubric.digest != loaded.digest:
        yield _other_rubric(result.rubric, loaded, where)
        return
    numbers = [str(each.no) for each in result.indicators]
    if odd := _odd(numbers, [str(each.no) for each in loaded.rubric.indicators]):
        yield problem(RESULT_NOT_THE_RUBRICS, where, what="indikator", rubric=result.rubric.id, codes=odd)
    else:
        yield from _recounted(pekppp_differences(result, loaded.rubric), where)


def _unusable(survey: SurveyResult, period: Period, where: Where) -> Iterator[Problem]:
    if survey.period.name != str(period):
        yield problem(RESULT_OF_OTHER_PERIOD, where, found=survey.period.name or UNKNOWN, period=period)
    elif has_errors(survey.problems) or survey.respondents is None:
        yield problem(RESULT_WITHOUT_FIGURES, where, period=period)


def _other_rubric(
    used: RubricRef, loaded: LoadedRubric[SurveyRubric] | LoadedRubric[PekpppRubric], where: Where
) -> Problem:
    now = RubricRef(loaded.rubric.id, loaded.rubric.version, loaded.digest)
    return problem(RUBRIC_CHANGED, where, used=_rubric(used), now=_rubric(now))


def _rubric(rubric: RubricRef) -> str:
    """Name a rubric by its digest too: it may have been altered under the same version."""
    return f"{rubric.id} versi {rubric.version} (sidik {rubric.digest.removeprefix('sha256:')[:8]})"


def _odd(codes: Sequence[str], wanted: Sequence[str]) -> str:
    """Say where not exactly the rubric's codes are there, each once and in order; nothing where they are."""
    if codes == wanted:
        return ""
    missing = [f"{code} tidak ada" for code in wanted if code not in codes]
    extra = [f"{code} tidak dikenal" for code in codes if code not in wanted]
    return ", ".join(missing + extra) or "urutan atau banyaknya berbeda"


def _recounted(differences: Iterable[str], where: Where) -> Iterator[Problem]:
    return (problem(FIGURES_CONTRADICT_ANSWERS, where, what=what) for what in differences)


def _sample(survey: SurveyResult, where: Where) -> Iterator[Problem]:
    if survey.sample.adequate is False:
        yield problem(TOO_FEW_RESPONDENTS, where, reason=survey.sample.reason)


def _tables(material: Material, where: Where) -> Iterator[Problem]:
    """Yield the periods whose item table is the very same as the report's."""
    mine = _table(material.survey)
    for past in material.history[:-1]:
        if past.survey and mine and _table(past.survey) == mine:
            yield problem(ITEM_TABLE_OF_OTHER_PERIOD, where, other=past.period)


def _table(survey: SurveyResult) -> list[tuple[str, object]]:
    """Return what is known of each item: its counts, or its sum; nothing where neither is."""
    known = (
        (item.code, item.sum if isinstance(item.counts, NotScored) else item.counts) for item in survey.items
    )
    return [
        (code, told) for code, told in known if not isinstance(told, NotScored) or told.between is not None
    ]


def _unscored(survey: SurveyResult, where: Where) -> Iterator[Problem]:
    codes = [item.code for item in survey.items if item.n == 0]
    if codes:
        count = len(survey.items)
        yield problem(
            ITEMS_WITHOUT_ANSWERS, where, scored=count - len(codes), count=count, codes=", ".join(codes)
        )


def _settings(material: Material, where: Where) -> Iterator[Problem]:
    """Yield what the settings say otherwise than the result; what they leave open is no difference."""
    names = tuple(InFull(source.name) for source in material.survey.sources)
    for what, said, used in _said_otherwise(material):
        told = {"what": what, "said": said, "used": _used(used), "names": names}
        yield problem(SETTINGS_CHANGED_SINCE_RESULT, where, **told)


def _said_otherwise(material: Material) -> Iterator[tuple[str, str, str | None]]:
    said, survey = material.settings, material.survey
    if said.population is not None and said.population != survey.population:
        used = None if survey.population is None else grouped_int(survey.population)
        yield "jumlah pengunjung", grouped_int(said.population), used
    if survey.zi and said.performance is not None and said.performance != survey.zi.performance:
        yield "capaian kinerja", said.performance, survey.zi.performance
    if said.timezone != survey.timezone:
        yield "zona waktu", said.timezone, survey.timezone


def _used(value: str | None) -> str:
    return "tanpa keterangan itu" if value is None else f"dengan {value}"
