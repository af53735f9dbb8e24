"""From a result document to what a roll-up keeps of it, with its figures checked against its own counts."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup import DOCUMENT_CONTRADICTS_ITSELF, DOCUMENT_WITHOUT_PERIOD
from ipak_cli.catalogue.survey import OUTSIDE_THE_SURVEY
from ipak_cli.catalogue.workspace import RESULT_IN_WRONG_FOLDER
from ipak_cli.documents.read import read_pekppp, read_survey
from ipak_cli.rollup.facts import (
    ConditionFact,
    DocumentFact,
    FactKind,
    Facts,
    IndexFact,
    ItemFact,
    OwnFact,
    PekpppFact,
    ProblemFact,
    QualityFact,
)
from ipak_cli.survey.certainty.all_figures import index_certainties
from ipak_cli.survey.certainty.intervals import ConfidenceInterval
from ipak_cli.survey.certainty.stored import ends
from ipak_cli.survey.own_index import read_own
from ipak_cli.survey.tally import is_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.survey.tally import Number

OUTSIDE: str = "outside"
"""The status of a condition that no survey can assess."""


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a document, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def read_facts(
    content: bytes, kind: FactKind, source: str, stated_period: str | None = None, shown: str = ""
) -> Facts:
    """Return what is kept of a document; ``source`` is its path below the folder that was asked.

    The whole document is read as strictly as every other command does. ``stated_period`` is the period of
    its folder, ``shown`` how problems name it. Raises ``ProblemsFoundError`` for damage, another schema, a
    newer program, another period, and figures that its own counts do not give.
    """
    name = shown or source
    result = read_survey(content, name) if kind is FactKind.SURVEY else read_pekppp(content, name)
    period = result.period.name
    if period is None:
        raise ProblemsFoundError([problem(DOCUMENT_WITHOUT_PERIOD, Where(name))])
    if stated_period is not None and stated_period != period:
        told = problem(RESULT_IN_WRONG_FOLDER, Where(name), found=period, period=stated_period)
        raise ProblemsFoundError([told])
    if kind is FactKind.SURVEY:
        return survey_facts(result, digest_of(content), source, name)  # type: ignore[arg-type]
    return pekppp_facts(result, digest_of(content), source)  # type: ignore[arg-type]


def survey_facts(survey: SurveyResult, digest: str, source: str, shown: str = "") -> Facts:
    """Return what is kept of a survey's result.

    Raises ``ProblemsFoundError`` for figures that its own counts do not give.
    """
    if wrong := next(_contradictions(survey), None):
        told = problem(DOCUMENT_CONTRADICTS_ITSELF, Where(shown or source), what=wrong)
        raise ProblemsFoundError([told])
    return Facts(
        document=_document(survey, FactKind.SURVEY, digest, source),
        indices=tuple(_indices(survey, digest)),
        items=tuple(_item(item, digest) for item in survey.items),
        own=tuple(_own(survey, digest)),
        conditions=tuple(_conditions(survey, digest)),
        quality=tuple(QualityFact(digest, each.code, each.count, each.of) for each in survey.quality),
        problems=problem_facts(survey.problems, digest, source),
    )


def pekppp_facts(result: PekpppResult, digest: str, source: str) -> Facts:
    """Return what is kept of a self-assessment's result."""
    category = result.category
    (f02, f02_den), (f03, f03_den), (ipp, ipp_den) = map(_parts, (result.f02, result.f03, result.ipp))
    kept = PekpppFact(
        digest=digest,
        f02_num=f02,
        f02_den=f02_den,
        f03_num=f03,
        f03_den=f03_den,
        ipp_num=ipp,
        ipp_den=ipp_den,
        category=category.code if category else None,
        category_name=category.name if category else None,
        category_of=category.of if category else None,
        answered=result.answered,
        complete=result.complete,
    )
    return Facts(
        document=_document(result, FactKind.PEKPPP, digest, source),
        pekppp=kept,
        problems=problem_facts(result.problems, digest, source),
    )


def problem_facts(problems: Iterable[Problem], digest: str, source: str) -> tuple[ProblemFact, ...]:
    """Return problems without their values, in which a text of an answer could stand."""
    return tuple(
        ProblemFact(digest, each.code, str(each.severity), source, each.where.sheet, each.where.cell)
        for each in problems
    )


def _document(result: SurveyResult | PekpppResult, kind: FactKind, digest: str, source: str) -> DocumentFact:
    survey = None if kind is FactKind.PEKPPP else result
    period, rubric = result.period, result.rubric
    sample = getattr(survey, "sample", None)
    people = getattr(survey, "respondents", None)
    lowest, highest = ends(survey) if survey is not None else (None, None)  # type: ignore[arg-type]
    return DocumentFact(
        digest=digest,
        kind=kind,
        unit=result.unit or "",
        period=period.name or "",
        period_start=period.start or "",
        period_end=period.end or "",
        source=source,
        rubric=rubric.id,
        rubric_version=rubric.version,
        rubric_digest=rubric.digest,
        respondents=people if isinstance(people, int) else None,
        population=getattr(survey, "population", None),
        required=sample.required if sample else None,
        adequate=sample.adequate if sample else None,
        lowest=lowest,
        highest=highest,
    )


def _indices(survey: SurveyResult, digest: str) -> Iterator[IndexFact]:
    certainties = index_certainties(survey)
    for code, index in survey.indices.items():
        items = [item for item in survey.items if item.index == code]
        answers, total = _sum(items)
        (mean, mean_den), (points, points_den) = _parts(index.mean), _parts(index.points)
        total_num, total_den = _parts(total)
        interval = certainties[code]
        known = interval if isinstance(interval, ConfidenceInterval) else None
        yield IndexFact(
            digest=digest,
            code=code,
            name=index.name,
            mean_num=mean,
            mean_den=mean_den,
            points_num=points,
            points_den=points_den,
            band=index.band.code if index.band else None,
            answers=answers,
            total_num=total_num,
            total_den=total_den,
            low=float(known.low) if known else None,
            high=float(known.high) if known else None,
            not_scored=index.mean.reason.key if isinstance(index.mean, NotScored) else None,
        )


def _sum(items: Sequence[ItemResult]) -> tuple[int | None, Number | None]:
    """Add up answers and sums; nothing where one of them is not told."""
    answers, total = 0, Fraction(0)
    for item in items:
        if isinstance(item.n, NotScored) or isinstance(item.sum, NotScored):
            return None, None
        answers, total = answers + item.n, total + item.sum
    return answers, total


def _item(item: ItemResult, digest: str) -> ItemFact:
    total, total_den = _parts(item.sum)
    counts = None if isinstance(item.counts, NotScored) else tuple(item.counts.values())
    n = item.n if isinstance(item.n, int) else None
    return ItemFact(digest, item.code, item.index, n, total, total_den, counts)


def _own(survey: SurveyResult, digest: str) -> Iterator[OwnFact]:
    for code, counts in read_own(survey.tally.own if survey.tally and survey.tally.own else {}).items():
        for value, count in counts.items():
            yield OwnFact(digest, code, value.numerator, value.denominator, count)


def _conditions(survey: SurveyResult, digest: str) -> Iterator[ConditionFact]:
    for code, predicate in survey.zi.predicates.items() if survey.zi else ():
        for no, condition in enumerate(predicate.conditions, start=1):
            reached, reached_den = _parts(condition.reached)
            outside = isinstance(condition.reached, NotScored) and (
                condition.reached.reason.key == OUTSIDE_THE_SURVEY.key
            )
            yield ConditionFact(
                digest=digest,
                predicate=code,
                no=no,
                name=condition.name,
                minimum_num=condition.minimum.numerator,
                minimum_den=condition.minimum.denominator,
                reached_num=reached,
                reached_den=reached_den,
                status=OUTSIDE if outside else str(condition.status),
            )


def _parts(figure: Figure | Number | None) -> tuple[int | None, int | None]:
    """Return a figure's numerator and denominator."""
    if figure is None or isinstance(figure, NotScored):
        return None, None
    exact = Fraction(figure)
    return exact.numerator, exact.denominator


def _contradictions(survey: SurveyResult) -> Iterator[str]:
    """Yield what a document's own counts do not give: items' sums and means, indices, respondents."""
    for item in survey.items:
        if not _item_agrees(item, ends(survey)):
            yield f"nilai butir {item.code}"
    for code, index in survey.indices.items():
        means = [item.mean for item in survey.items if item.index == code]
        known = [mean for mean in means if isinstance(mean, Fraction)]
        if isinstance(index.mean, NotScored) or len(known) < len(means):
            continue
        # The weights stand in the rubric alone; whatever they are, a mean lies between its parts.
        if not known or not min(known) <= index.mean <= max(known):
            yield f"nilai indeks {code}"
    if survey.tally is not None and survey.tally.total.respondents != survey.respondents:
        yield "jumlah responden"


def _item_agrees(item: ItemResult, scale: tuple[int, int]) -> bool:
    if isinstance(item.n, NotScored) or isinstance(item.sum, NotScored):
        return True
    if isinstance(item.mean, Fraction) and (not item.n or item.mean != Fraction(item.sum) / item.n):
        return False
    if isinstance(item.counts, NotScored):
        return True
    upright = sum(
        (
            (Fraction(value) if is_between(value) else int(value)) * count
            for value, count in item.counts.items()
        ),
        0,
    )
    return sum(item.counts.values()) == item.n and item.sum in {upright, sum(scale) * item.n - upright}
