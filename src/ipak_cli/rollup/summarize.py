"""From a roll-up's tables to the one value that every output is made from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem, worst_first
from ipak_cli.catalogue.rollup import RUBRICS_DIFFER_BETWEEN_UNITS
from ipak_cli.rollup.cells import Known, unit_rows
from ipak_cli.rollup.facts import FactKind
from ipak_cli.rollup.find import EXPORT_MARK
from ipak_cli.rollup.gather import path_of
from ipak_cli.rollup.periods import asked_periods, read
from ipak_cli.rollup.result import SCHEMA, RollUp
from ipak_cli.rollup.selection import hidden_of, select
from ipak_cli.rollup.store import given, rows
from ipak_cli.rollup.totals import pekppp_totals, survey_totals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import Tool
    from ipak_cli.rollup.gather import Faulty
    from ipak_cli.rollup.result import Total
    from ipak_cli.rollup.selection import Asked
    from ipak_cli.rollup.standing import Standing
    from ipak_cli.rollup.store import Store
    from ipak_cli.rollup.units import Units

_PERIODS: Final = "SELECT DISTINCT period FROM data.in_force JOIN selected USING (unit)"
_NAMES: Final = "SELECT code, min(name) FROM kept.indices GROUP BY code ORDER BY code"
_SCALES: Final = """
SELECT rubric_digest, max(highest) FROM data.in_force JOIN selected USING (unit) WHERE highest IS NOT NULL
GROUP BY rubric_digest ORDER BY rubric_digest
"""
_FOLDERS: Final = """
SELECT f.path, min(s.unit) FROM data.files f JOIN data.standing s USING (doc) GROUP BY f.path
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known besides the tables: documents that cannot be used, and what was decided and found."""

    standing: Standing
    faulty: Sequence[Faulty] = ()
    problems: Sequence[Problem] = ()


def summarize(store: Store, units: Units, asked: Asked, told: Told, tool: Tool) -> RollUp:
    """Put everything together; the same tables give the same value, whatever the order of their rows.

    Raises ``ProblemsFoundError`` for an attribute that the list of units does not have.
    """
    faulty = _faulty(store, units, told)
    selection = select(store, units, asked, {unit for unit, _ in faulty})
    with given(store.db, selection.frame, "selected"):
        found = {read(name) for (name,) in rows(store.db, _PERIODS)}
        periods, usual = asked_periods(found, asked.first, asked.last)
        known = Known(periods, usual, hidden_of(store, selection), faulty, asked.today)
        every = unit_rows(store, selection, known)
        totals = survey_totals(store, selection, known, every)
        pekppp = pekppp_totals(store, known)
        scales = {digest: Fraction(highest) for digest, highest in rows(store.db, _SCALES)}
    faults = (each for faulty in told.faulty for each in faulty.problems)
    return RollUp(
        schema=SCHEMA,
        tool=tool,
        by=selection.by,
        periods=tuple(period.name for period in periods),
        index_names=dict(rows(store.db, _NAMES)),
        scales=scales,
        units=every,
        totals=totals,
        pekppp=pekppp,
        problems=worst_first((*faults, *told.standing.problems, *told.problems, *_several_rubrics(totals))),
    )


def _faulty(store: Store, units: Units, told: Told) -> dict[tuple[str, str], str]:
    """Return the path of a document that could not be used, by unit and period, where these are known.

    Whose a damaged document is, its neighbours tell: those of the same folder.
    """
    found = {(unit, period): min(paths) for (unit, period, kind), paths in told.standing.contested.items()
             if kind == FactKind.SURVEY}  # fmt: skip
    folders = {path.rsplit("/", 2)[0]: unit for path, unit in rows(store.db, _FOLDERS)} if told.faulty else {}
    for each in told.faulty:
        document, path = each.found, path_of(each.found)
        if document.kind is FactKind.SURVEY and document.stated_period is not None:
            own, listed = units.key_of("" if each.unit else document.folder, each.unit)
            unit = own if listed or each.unit else folders.get(path.rsplit("/", 2)[0], own)
            # Of an export it is told as its problems tell it, by its path below the folder.
            shown = document.source if document.root.startswith(EXPORT_MARK) else path
            found.setdefault((unit, document.stated_period), shown)
    return found


def _several_rubrics(totals: Sequence[Total]) -> Iterator[Problem]:
    """Say of each period in which units were scored by several rubrics that their totals stand apart."""
    rubrics: dict[str, list[str]] = defaultdict(list)
    for total in totals:
        if total.group is None:
            ref = total.rubric
            rubrics[total.period].append(f"{ref.id} {ref.version} ({ref.fingerprint})")
    for period, names in rubrics.items():
        if len(names) > 1:
            told = InFull(", ".join(names))
            yield problem(RUBRICS_DIFFER_BETWEEN_UNITS, period=period, count=len(names), rubrics=told)
