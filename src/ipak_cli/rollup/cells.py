"""The rows of a roll-up: each unit over the periods, with what it has, lacks, and may not be shown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from ipak_cli.base.figures import Figure, NotScored
from ipak_cli.base.provenance import RubricRef
from ipak_cli.catalogue.rollup import (
    DOCUMENT_FAULTY,
    DOCUMENT_NOT_SCORED,
    HIDDEN_BESIDE_SMALL,
    IN_A_DOCUMENT_NOT_SCORED,
    RUBRIC_OF_BEFORE_DIFFERS,
    SMALL_UNIT,
)
from ipak_cli.rollup.hiding import SMALLEST
from ipak_cli.rollup.periods import period_before
from ipak_cli.rollup.result import (
    CellState,
    ChangeWord,
    IndexCell,
    IndexChange,
    PekpppCell,
    SurveyCell,
    UnitRow,
)
from ipak_cli.rollup.store import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.period import Period, PeriodKind
    from ipak_cli.rollup.selection import Hidden, Selection
    from ipak_cli.rollup.store import Store
    from ipak_cli.rollup.units import Unit

_SURVEYS: Final = """
SELECT unit, period, doc, before, rubric, rubric_version, rubric_digest, respondents, coalesce(people, 0),
       adequate
FROM data.in_force JOIN selected USING (unit) WHERE kind = 'survey'
"""
_INDICES: Final = """
SELECT i.doc, i.code, i.mean_num, i.mean_den, i.points_num, i.points_den, i.band,
       i.low::DOUBLE, i.high::DOUBLE, i.not_scored
FROM data.indices i SEMI JOIN (SELECT doc FROM data.standing JOIN selected USING (unit)) USING (doc)
"""
_CHANGES: Final = """
SELECT c.doc, c."index", c.word FROM data.changes c
JOIN data.standing s ON s.doc = c.doc AND s.before = c.before SEMI JOIN selected USING (unit)
"""
PREDICATES: Final = """
SELECT doc, predicate, CASE WHEN bool_or(status = 'not_met') THEN false
                            WHEN bool_or(status = 'not_assessed') THEN NULL ELSE true END AS met
FROM kept.conditions SEMI JOIN (SELECT doc FROM data.standing JOIN selected USING (unit)) USING (doc)
GROUP BY doc, predicate
"""
"""Whether a predicate's conditions are met, of those that a survey can assess."""
_PEKPPP: Final = """
SELECT unit, period, period_start, f02_num, f02_den, ipp_num, ipp_den, category, complete
FROM data.in_force JOIN selected USING (unit) JOIN data.pekppp USING (doc) ORDER BY unit, period_start, period
"""


class _Survey(NamedTuple):
    unit: str
    period: str
    doc: int
    before: int | None
    rubric: str
    version: str
    digest: str
    respondents: int | None
    people: int
    adequate: bool | None


@dataclass(frozen=True, slots=True)
class Known:
    """What was decided before: the periods and their ``usual`` kind, what is hidden, and what is faulty.

    ``faulty`` has the path of a document that could not be used, by unit and period.
    """

    periods: tuple[Period, ...]
    usual: PeriodKind | None
    hidden: Mapping[tuple[str, str], Hidden]
    faulty: Mapping[tuple[str, str], str]
    today: str


def unit_rows(store: Store, selection: Selection, known: Known) -> tuple[UnitRow, ...]:
    """Return a row a unit, in the order of the list, then by key."""
    tables = _Tables.of(store)
    return tuple(_row(unit, selection, known, tables) for unit in selection.units.values())


@dataclass(frozen=True, slots=True)
class _Tables:
    surveys: Mapping[tuple[str, str], _Survey]
    indices: Mapping[int, Mapping[str, Sequence[object]]]
    words: Mapping[tuple[int, str], str]
    predicates: Mapping[int, Mapping[str, bool | None]]
    pekppp: Mapping[str, tuple[PekpppCell, ...]]

    @classmethod
    def of(cls, store: Store) -> _Tables:
        """Read what concerns the units selected."""
        surveys = {
            (found.unit, found.period): found for found in map(_Survey._make, rows(store.db, _SURVEYS))
        }
        indices: dict[int, dict[str, Sequence[object]]] = defaultdict(dict)
        for doc, code, *figures in sorted(rows(store.db, _INDICES), key=lambda row: row[:2]):
            indices[doc][code] = figures
        predicates: dict[int, dict[str, bool | None]] = defaultdict(dict)
        for doc, predicate, met in sorted(rows(store.db, PREDICATES), key=lambda row: row[:2]):
            predicates[doc][predicate] = met
        pekppp: dict[str, list[PekpppCell]] = defaultdict(list)
        for unit, period, _, f02, f02_den, ipp, ipp_den, category, complete in rows(store.db, _PEKPPP):
            cell = PekpppCell(period, figure(f02, f02_den), figure(ipp, ipp_den), category, complete)
            pekppp[unit].append(cell)
        words = {(doc, index): word for doc, index, word in rows(store.db, _CHANGES)}
        return cls(surveys, indices, words, predicates, {key: tuple(each) for key, each in pekppp.items()})


def figure(num: int | None, den: int | None, key: str | None = None) -> Figure:
    """Return the exact figure of a row, or that its document did not score it."""
    if num is None or den is None:
        return NotScored(IN_A_DOCUMENT_NOT_SCORED(key=key or "–"))
    return Fraction(num, den)


def _row(unit: Unit, selection: Selection, known: Known, tables: _Tables) -> UnitRow:
    return UnitRow(
        unit=unit.key,
        name=unit.name,
        parent=unit.parent,
        region=unit.region,
        attributes=unit.attributes,
        surveys=tuple(_cells(unit, selection, known, tables)),
        pekppp=tables.pekppp.get(unit.key, ()),
    )


def _cells(unit: Unit, selection: Selection, known: Known, tables: _Tables) -> Iterator[SurveyCell]:
    for period in known.periods:
        survey = tables.surveys.get((unit.key, period.name))
        if survey is not None:
            yield _cell(survey, known, tables)
        elif path := known.faulty.get((unit.key, period.name)):
            yield _empty(period.name, CellState.FAULTY, DOCUMENT_FAULTY(source=path))
        else:
            asked = unit.is_asked(period) and (unit.key in selection.listed or not selection.has_list)
            yield _empty(period.name, _lacking(period, known, asked=asked))


def _lacking(period: Period, known: Known, *, asked: bool) -> CellState:
    if not asked or period.kind is not known.usual:
        return CellState.NOT_ASKED
    return CellState.MISSING if period.end.isoformat() < known.today else CellState.NOT_YET


def _empty(
    period: str, state: CellState, reason: Message | None = None, rubric: RubricRef | None = None
) -> SurveyCell:
    return SurveyCell(period, state, reason, rubric, None, None, {}, {})


def _cell(survey: _Survey, known: Known, tables: _Tables) -> SurveyCell:
    rubric = RubricRef(survey.rubric, survey.version, survey.digest)
    if survey.unit in known.hidden[survey.period, survey.digest].units:
        small = survey.people < SMALLEST
        reason = SMALL_UNIT(smallest=SMALLEST) if small else HIDDEN_BESIDE_SMALL()
        return _empty(survey.period, CellState.SMALL, reason, rubric)
    found = tables.indices.get(survey.doc, {})
    if all(figures[0] is None for figures in found.values()):
        return _empty(survey.period, CellState.FAULTY, DOCUMENT_NOT_SCORED(), rubric)
    return SurveyCell(
        period=survey.period,
        state=CellState.SCORED,
        reason=None,
        rubric=rubric,
        respondents=survey.respondents,
        adequate=survey.adequate,
        indices={code: _index(code, survey, known, tables) for code in found},
        predicates=tables.predicates.get(survey.doc, {}),
    )


def _index(code: str, survey: _Survey, known: Known, tables: _Tables) -> IndexCell:
    num, den, points, points_den, band, low, high, key = tables.indices[survey.doc][code]
    mean = figure(num, den, key)  # type: ignore[arg-type]
    return IndexCell(
        mean=mean,
        points=figure(points, points_den),  # type: ignore[arg-type]
        band=band,  # type: ignore[arg-type]
        low=low,  # type: ignore[arg-type]
        high=high,  # type: ignore[arg-type]
        change=_change(code, survey, mean, known, tables),
    )


def _change(code: str, survey: _Survey, mean: Figure, known: Known, tables: _Tables) -> IndexChange | None:
    """Return the change since the period before; nothing where that is not there, or may not be shown."""
    then = _before(survey, tables)
    if then is None or then.unit in known.hidden[then.period, then.digest].units:
        return None
    if then.digest != survey.digest:
        return IndexChange(NotScored(RUBRIC_OF_BEFORE_DIFFERS()), ChangeWord.NOT_COMPARED)
    figures = tables.indices.get(then.doc, {}).get(code)
    earlier = figure(figures[0], figures[1], str(figures[-1])) if figures else None  # type: ignore[arg-type]
    if not isinstance(earlier, Fraction) or not isinstance(mean, Fraction):
        return None
    word = tables.words.get((survey.doc, code), ChangeWord.NOT_COMPARED)
    return IndexChange(mean - earlier, ChangeWord(word))


def _before(survey: _Survey, tables: _Tables) -> _Survey | None:
    name = period_before(survey.period)
    return tables.surveys.get((survey.unit, name)) if name else None
