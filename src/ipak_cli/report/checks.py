"""Cross-checks before a report is made: errors stop it, everything else is told in it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.origin import RubricRef
from ipak_cli.problems import Where, has_errors, problem
from ipak_cli.report.recount import pekppp_differences, survey_differences
from ipak_cli.report.words import UNKNOWN
from ipak_cli.wording import whole
from ipak_cli.workspace.store import PEKPPP, RESULTS, SURVEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.period import Quarter
    from ipak_cli.problems import Problem
    from ipak_cli.report.material import Material
    from ipak_cli.rubric.kinds import LoadedRubric
    from ipak_cli.rubric.models import SurveyRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.survey.result import SurveyResult


def check_survey(material: Material, loaded: LoadedRubric[SurveyRubric]) -> tuple[Problem, ...]:
    """Return what is wrong with the quarter's survey result, and what its readers have to know."""
    survey, where = material.survey, Where(f"{RESULTS}/{material.quarter}/{SURVEY.file}")
    if stop := tuple(_unusable(survey, material.quarter, where)):
        return stop
    return (
        *_survey_counts(survey, loaded, where),
        *_sample(survey, where),
        *_tables(material, where),
        *_unscored(survey, where),
        *_settings(material, where),
    )


def check_pekppp(
    result: PekpppResult, quarter: Quarter, loaded: LoadedRubric[PekpppRubric]
) -> tuple[Problem, ...]:
    """Return what is wrong with the quarter's self-assessment, and what its readers have to know."""
    where = Where(f"{RESULTS}/{quarter}/{PEKPPP.file}")
    if result.period.quarter != str(quarter):
        return (problem("L502", where, found=result.period.quarter or UNKNOWN, quarter=quarter),)
    found = list(_pekppp_counts(result, loaded, where))
    if not result.complete:
        found.append(problem("L512", where, answered=result.answered, count=len(result.indicators)))
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
        yield problem("L504", where, what="butir", rubric=survey.rubric.id, codes=odd)
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
        yield problem("L504", where, what="indikator", rubric=result.rubric.id, codes=odd)
    else:
        yield from _recounted(pekppp_differences(result, loaded.rubric), where)


def _unusable(survey: SurveyResult, quarter: Quarter, where: Where) -> Iterator[Problem]:
    if survey.period.quarter != str(quarter):
        yield problem("L502", where, found=survey.period.quarter or UNKNOWN, quarter=quarter)
    elif has_errors(survey.problems) or survey.respondents is None:
        yield problem("L503", where, quarter=quarter)


def _other_rubric(
    used: RubricRef, loaded: LoadedRubric[SurveyRubric] | LoadedRubric[PekpppRubric], where: Where
) -> Problem:
    now = RubricRef(loaded.rubric.id, loaded.rubric.version, loaded.digest)
    return problem("L506", where, used=_rubric(used), now=_rubric(now))


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
    return (problem("L505", where, what=what) for what in differences)


def _sample(survey: SurveyResult, where: Where) -> Iterator[Problem]:
    if survey.sample.adequate is False:
        yield problem("L507", where, reason=survey.sample.reason)


def _tables(material: Material, where: Where) -> Iterator[Problem]:
    """Yield the quarters whose item table is the very same as the report's."""
    mine = _table(material.survey)
    for past in material.history[:-1]:
        if past.survey and _table(past.survey) == mine:
            yield problem("L508", where, other=past.quarter)


def _table(survey: SurveyResult) -> list[tuple[str, list[int]]]:
    return [(item.code, list(item.counts.values())) for item in survey.items]


def _unscored(survey: SurveyResult, where: Where) -> Iterator[Problem]:
    codes = [item.code for item in survey.items if not isinstance(item.mean, Fraction)]
    if codes:
        count = len(survey.items)
        yield problem("L509", where, scored=count - len(codes), count=count, codes=", ".join(codes))


def _settings(material: Material, where: Where) -> Iterator[Problem]:
    """Yield what the settings say otherwise than the result; what they leave open is no difference."""
    said, survey = material.config.of(material.quarter), material.survey
    if said.population is not None and said.population != survey.population:
        used = None if survey.population is None else whole(survey.population)
        shown = whole(said.population)
        yield problem("L510", where, what="jumlah pengunjung", said=shown, used=_used(used))
    if survey.zi and said.performance is not None and said.performance != survey.zi.performance:
        used = survey.zi.performance
        yield problem("L510", where, what="capaian kinerja", said=said.performance, used=_used(used))
    if material.config.zone.name != survey.timezone:
        zone = material.config.zone.name
        yield problem("L510", where, what="zona waktu", said=zone, used=_used(survey.timezone))


def _used(value: str | None) -> str:
    return "tanpa keterangan itu" if value is None else f"dengan {value}"
