"""The totals of many units, by period and rubric, over all and by group: whole numbers added up by DuckDB.

Sums are made by denominator, so that they are exact; fractions are made of them at the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored, mean
from ipak_cli.base.period import parse_period
from ipak_cli.base.provenance import RubricRef
from ipak_cli.catalogue.rollup import NO_UNIT_SCORED, SUMS_NOT_TOLD, TOTAL_HIDDEN
from ipak_cli.rollup.result import CellState, ChangeWord, IndexTotal, PekpppTotal, Total
from ipak_cli.rollup.store import rows
from ipak_cli.rubric.survey import Scale
from ipak_cli.survey.tally import key_of, values_counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.rollup.cells import Known
    from ipak_cli.rollup.result import IndexCell, SurveyCell, UnitRow
    from ipak_cli.rollup.selection import Selection
    from ipak_cli.rollup.store import Store

_GROUPED: Final = """
FROM data.in_force d JOIN (
  SELECT unit, NULL AS grp FROM selected UNION ALL SELECT unit, grp FROM selected WHERE grp IS NOT NULL
) USING (unit)
"""
_KEYS: Final = "grp, period, rubric_digest"
_RUBRICS: Final = f"""
SELECT {_KEYS}, min(rubric), max(rubric_version), sum(coalesce(respondents, 0)) {_GROUPED}
WHERE kind = 'survey' GROUP BY {_KEYS}
"""
_POOLS: Final = f"""
SELECT {_KEYS}, i.code, i.total_den, sum(i.total_num), sum(i.answers), bool_or(i.mean_num IS NOT NULL)
{_GROUPED} JOIN data.indices i USING (doc) GROUP BY {_KEYS}, i.code, i.total_den
"""
_DISTRIBUTION: Final = f"""
SELECT {_KEYS}, lowest, highest, length, place, sum(given) FROM (
  SELECT {_KEYS}, d.lowest, d.highest, len(i.counts) AS length, unnest(i.counts) AS given,
         generate_subscripts(i.counts, 1) AS place
  {_GROUPED} JOIN data.items i USING (doc) WHERE i.counts IS NOT NULL
) GROUP BY ALL
"""
_PEKPPP: Final = f"""
SELECT grp, period, p.category, p.f02_den, sum(p.f02_num), count(p.f02_num), count(*)
{_GROUPED} JOIN data.pekppp p USING (doc) GROUP BY grp, period, p.category, p.f02_den
"""
Key = tuple[str | None, str, str]
"""A group, a period and the digest of a rubric."""


@dataclass(slots=True)
class _Sums:
    """An index's sums of all answers, by denominator."""

    totals: Counter[int] = field(default_factory=Counter)
    answers: int = 0
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown of the units of a total: their cells of the period, and how many have which state."""

    cells: list[SurveyCell] = field(default_factory=list)
    states: Counter[CellState] = field(default_factory=Counter)


def survey_totals(
    store: Store, selection: Selection, known: Known, units: Sequence[UnitRow]
) -> tuple[Total, ...]:
    """Return the totals by group, period and rubric, those of all units first.

    Small units are in the sums of answers only. Mean, lowest, median and highest, bands, predicates and
    changes are of the units that are shown: a mean of all beside the pooled one would be two equations with
    what two small units gave as the two unknowns.
    """
    sums, given, shown = _sums(store), _distributions(store), _shown(units, selection)
    found = (
        _total((group, period, digest), (rubric, version, respondents), sums, given, shown, known)
        for group, period, digest, rubric, version, respondents in rows(store.db, _RUBRICS)
        if period in {each.name for each in known.periods}
    )
    return tuple(sorted(found, key=_order))


def _total(
    key: Key,
    told: tuple[str, str, int],
    sums: Mapping[Key, Mapping[str, _Sums]],
    given: Mapping[Key, Mapping[str, int]],
    shown: Mapping[tuple[str | None, str, str | None], _Shown],
    known: Known,
) -> Total:
    group, period, digest = key
    rubric, version, respondents = told
    mine = shown.get(key, _Shown())
    hidden = TOTAL_HIDDEN() if group in known.hidden[period, digest].totals else None
    without = shown.get((group, period, None), _Shown())
    return Total(
        group=group,
        period=period,
        rubric=RubricRef(rubric, version, digest),
        units=dict(sorted((mine.states + without.states).items())),
        respondents=0 if hidden else int(respondents),
        indices={
            code: _index_total(sums[key][code], [each.indices[code] for each in mine.cells], hidden)
            for code in sorted(sums.get(key, {}))
        },
        distribution={} if hidden else given.get(key, {}),
        bands={} if hidden else _counted(_bands(mine.cells)),
        predicates={} if hidden else _counted(_predicates(mine.cells)),
        hidden=hidden,
    )


def _shown(
    units: Iterable[UnitRow], selection: Selection
) -> Mapping[tuple[str | None, str, str | None], _Shown]:
    """Gather the units' cells by group, period and rubric; those without a rubric are of every rubric."""
    found: dict[tuple[str | None, str, str | None], _Shown] = defaultdict(_Shown)
    for unit in units:
        groups = (None,) if selection.by is None else (None, selection.groups[unit.unit])
        for cell in unit.surveys:
            for group in groups:
                mine = found[group, cell.period, cell.rubric.digest if cell.rubric else None]
                mine.states[cell.state] += 1
                if cell.state is CellState.SCORED:
                    mine.cells.append(cell)
    return found


def _sums(store: Store) -> Mapping[Key, Mapping[str, _Sums]]:
    found: dict[Key, dict[str, _Sums]] = defaultdict(lambda: defaultdict(_Sums))
    for group, period, digest, code, below, total, answers, scored in rows(store.db, _POOLS):
        mine = found[group, period, digest][code]
        if below is None:
            mine.is_told = mine.is_told and not scored
        else:
            mine.totals[below] += int(total)
            mine.answers += int(answers)
    return found


def _index_total(sums: _Sums, cells: Sequence[IndexCell], hidden: Message | None) -> IndexTotal:
    if hidden is not None:
        unknown = NotScored(hidden)
        return IndexTotal(0, unknown, 0, unknown, unknown, unknown, unknown, 0, 0, 0)
    values = sorted(each.mean for each in cells if isinstance(each.mean, Fraction))
    none = NO_UNIT_SCORED()
    means: Counter[int] = Counter()
    for value in values:
        means[value.denominator] += value.numerator
    middle = [values[(len(values) - 1) // 2], values[len(values) // 2]] if values else []
    words = Counter(each.change.word for each in cells if each.change is not None)
    pooled = mean(_fraction(sums.totals), sums.answers, reason=none)
    return IndexTotal(
        units=len(values),
        mean_of_units=mean(_fraction(means), len(values), reason=none),
        answers=sums.answers,
        pooled=pooled if sums.is_told else NotScored(SUMS_NOT_TOLD()),
        lowest=values[0] if values else NotScored(none),
        median=(middle[0] + middle[1]) / 2 if middle else NotScored(none),
        highest=values[-1] if values else NotScored(none),
        risen=words[ChangeWord.RISEN],
        fallen=words[ChangeWord.FALLEN],
        unsure=words[ChangeWord.UNSURE],
    )


def _fraction(sums: Mapping[int, int]) -> Fraction:
    """Add up sums by denominator."""
    together = lcm(*sums)
    return Fraction(sum(total * (together // below) for below, total in sums.items()), together)


def _distributions(store: Store) -> Mapping[Key, Mapping[str, int]]:
    """Return how often each answer was given; an item of several columns has values between the scale's."""
    found: dict[Key, Counter[Fraction]] = defaultdict(Counter)
    for group, period, digest, lowest, highest, length, place, count in rows(store.db, _DISTRIBUTION):
        value = Fraction(values_counted(length, Scale(lowest=lowest, highest=highest))[place - 1])
        mine = found[group, period, digest]
        if count or value.denominator == 1:
            mine[value] += int(count)
    return {
        key: {
            key_of(value): counts[value]
            for value in sorted(counts)
            if counts[value] or value.denominator == 1
        }
        for key, counts in found.items()
    }


def _bands(cells: Iterable[SurveyCell]) -> Iterator[tuple[str, str]]:
    return (
        (code, index.band) for cell in cells for code, index in cell.indices.items() if index.band is not None
    )


def _predicates(cells: Iterable[SurveyCell]) -> Iterator[tuple[str, str]]:
    """Yield each predicate with whether its conditions are met, not met, or not assessed."""
    words = {True: "met", False: "not_met", None: "not_assessed"}
    return ((code, words[met]) for cell in cells for code, met in cell.predicates.items())


def _counted(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (code, word), count in sorted(Counter(pairs).items()):
        found[code][word] = count
    return dict(found)


def pekppp_totals(store: Store, known: Known) -> tuple[PekpppTotal, ...]:
    """Return how many units have which category, and the mean of their F-02, by group and period."""
    categories: dict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
    sums: dict[tuple[str | None, str], Counter[int]] = defaultdict(Counter)
    units: Counter[tuple[str | None, str]] = Counter()
    scored: Counter[tuple[str | None, str]] = Counter()
    for group, period, category, below, total, known_f02, count in rows(store.db, _PEKPPP):
        key = (group, period)
        units[key] += count
        if category is not None:
            categories[key][category] += count
        if below is not None:
            sums[key][below] += int(total)
            scored[key] += known_f02
    inside = {each.name for each in known.periods}
    found = (
        PekpppTotal(
            group=key[0],
            period=key[1],
            units=units[key],
            categories=dict(sorted(categories[key].items())),
            f02=mean(_fraction(sums[key]), scored[key], reason=NO_UNIT_SCORED()),
        )
        for key in units
        if key[1] in inside
    )
    return tuple(sorted(found, key=_order))


def _order(total: Total | PekpppTotal) -> tuple[object, ...]:
    period = parse_period(total.period)
    rubric = (total.rubric.id, total.rubric.version, total.rubric.digest) if isinstance(total, Total) else ()
    return total.group is not None, total.group or "", period.start, period.end, rubric
