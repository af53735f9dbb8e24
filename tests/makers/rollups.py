"""Roll-ups of invented units: every state, change and reason, and totals that are the sums of their units."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.base.problem import Where, problem
from ipak_cli.base.provenance import RubricRef, Tool
from ipak_cli.catalogue.rollup import (
    DOCUMENT_FAULTY,
    DOCUMENT_NOT_SCORED,
    HIDDEN_BESIDE_SMALL,
    NO_UNIT_SCORED,
    RUBRIC_OF_BEFORE_DIFFERS,
    SMALL_UNIT,
    TOTAL_HIDDEN,
    TWO_DOCUMENTS_OF_A_UNIT,
    UNIT_NOT_LISTED,
)
from ipak_cli.rollup.result import (
    SCHEMA,
    CellState,
    ChangeWord,
    IndexCell,
    IndexChange,
    IndexTotal,
    PekpppCell,
    PekpppTotal,
    RollUp,
    SurveyCell,
    Total,
    UnitRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PERIODS: Final = tuple(f"{quarter}-{year}" for year in (2023, 2024) for quarter in ("I", "II", "III", "IV"))
NAMES: Final = {"IPAK": "Indeks Persepsi Anti Korupsi", "IPKP": "Indeks Persepsi Kualitas Pelayanan"}
REGIONS: Final = ("Provinsi Contoh Barat", "Provinsi Contoh Tengah", "Provinsi Contoh Timur")
OLD: Final = RubricRef("ipak-ipkp", "1.0", "sha256:" + "a1" * 32)
NEW: Final = RubricRef("ipak-ipkp", "2.0", "sha256:" + "b2" * 32)
SCALES: Final = {OLD.digest: Fraction(4), NEW.digest: Fraction(4)}
TOOL: Final = Tool("ipak", "0.0.1")
_GAPS: Final = (CellState.MISSING, CellState.FAULTY, CellState.SMALL)
_KINDS: Final = ("Kantor Layanan", "Balai", "UPT Perizinan", "Puskesmas")


@dataclass(frozen=True, slots=True)
class Tallied:
    """What a unit's survey counted: answers and their sum for each index; of a small unit too."""

    respondents: int
    sums: Mapping[str, int]


def rollup_of(units: int = 12, *, periods: Sequence[str] = PERIODS, seed: int = 1) -> RollUp:
    """Return a roll-up by region, whose rubric changes after a year; the same seed gives the same."""
    chance = random.Random(seed)  # noqa: S311 (invented figures)
    rows: list[UnitRow] = []
    tallies: dict[tuple[str, str], Tallied] = {}
    for number in range(1, units + 1):
        row, counted = _unit(number, periods, chance)
        rows.append(row)
        tallies |= {(row.unit, period): each for period, each in counted.items()}
    groups = (None, *REGIONS)
    totals = tuple(_total(group, n, rows, tallies) for group in groups for n in range(len(periods)))
    assessed = tuple(_assessed(group, year, rows) for group in groups for year in ("2023", "2024"))
    found = (
        problem(UNIT_NOT_LISTED, Where("unit-003/hasil/IV-2024/survey.json"), unit="unit-003"),
        problem(TWO_DOCUMENTS_OF_A_UNIT, Where("a/survey.json"), unit="unit-002", period="I-2024",
                one="a/survey.json", other="b/survey.json"),
    )  # fmt: skip
    return RollUp(SCHEMA, TOOL, "region", (*periods,), NAMES, SCALES, (*rows,), totals, assessed, found)


def _unit(number: int, periods: Sequence[str], chance: random.Random) -> tuple[UnitRow, dict[str, Tallied]]:
    level = chance.uniform(2.6, 3.9)
    counted: dict[str, Tallied] = {}
    cells: list[SurveyCell] = []
    for place, period in enumerate(periods):
        state = chance.choice(_GAPS) if chance.random() < 0.12 else CellState.SCORED
        if state in (CellState.SCORED, CellState.SMALL):
            people = chance.randint(1, 4) if state is CellState.SMALL else chance.randint(24, 400)
            level = min(3.95, max(1.2, level + chance.uniform(-0.15, 0.15)))
            counted[period] = Tallied(
                people, {code: round(people * 7 * level) - n for n, code in enumerate(NAMES)}
            )
        rubric = _rubric(place)
        cells.append(_cell(period, state, counted.get(period), rubric, cells[-1] if cells else None))
    kind = _KINDS[number % len(_KINDS)]
    row = UnitRow(
        f"unit-{number:03}", f"{kind} {number} Kota Contoh", f"Dinas Contoh {number % 5 + 1}",
        REGIONS[number % len(REGIONS)], {"tipe": "A" if number % 2 else "B"}, (*cells,),
        () if number % 4 == 0 else tuple(_assessment(year, chance) for year in ("2023", "2024")),
    )  # fmt: skip
    return row, counted


def _cell(
    period: str, state: CellState, tally: Tallied | None, rubric: RubricRef, before: SurveyCell | None
) -> SurveyCell:
    if state is not CellState.SCORED or tally is None:
        reason = {
            CellState.SMALL: SMALL_UNIT(smallest=5)
            if tally and tally.respondents < 4
            else HIDDEN_BESIDE_SMALL(),
            CellState.FAULTY: DOCUMENT_FAULTY(source="a/survey.json"),
        }.get(state)
        return SurveyCell(period, state, reason, None, None, None, {}, {})
    indices = {code: _index(code, tally, rubric, before) for code in NAMES}
    good = all(isinstance(each.mean, Fraction) and each.mean >= 3 for each in indices.values())
    known = None if tally.respondents % 11 == 0 else good
    return SurveyCell(
        period, state, None, rubric, tally.respondents, tally.respondents >= 60, indices,
        {"WBK": known, "WBBM": known and tally.respondents > 90},
    )  # fmt: skip


def _index(code: str, tally: Tallied, rubric: RubricRef, before: SurveyCell | None) -> IndexCell:
    mean = Fraction(tally.sums[code], tally.respondents * 7)
    if tally.respondents % 13 == 0 and code == "IPKP":
        unknown = NotScored(DOCUMENT_NOT_SCORED(), (mean - Fraction(1, 100), mean + Fraction(1, 100)))
        return IndexCell(unknown, NotScored(DOCUMENT_NOT_SCORED()), None, None, None, None)
    band = None if code == "IPAK" else "A" if mean >= Fraction(7, 2) else "B" if mean >= 3 else "C"
    ends = (float(mean) - 0.05, float(mean) + 0.05)
    return IndexCell(mean, mean * Fraction(35, 8), band, *ends, _change(code, mean, rubric, before))


def _change(code: str, mean: Fraction, rubric: RubricRef, before: SurveyCell | None) -> IndexChange | None:
    old = before.indices.get(code) if before else None
    if old is None or isinstance(old.mean, NotScored):
        return None
    if before and before.rubric != rubric:
        return IndexChange(NotScored(RUBRIC_OF_BEFORE_DIFFERS()), ChangeWord.NOT_COMPARED)
    size = mean - old.mean
    sure = abs(size) > Fraction(1, 10)
    return IndexChange(
        size, (ChangeWord.RISEN if size > 0 else ChangeWord.FALLEN) if sure else ChangeWord.UNSURE
    )


def _assessment(year: str, chance: random.Random) -> PekpppCell:
    score = Fraction(chance.randint(200, 490), 100)
    category = "A" if score > Fraction(9, 2) else "B" if score > Fraction(7, 2) else "C"
    ipp = NotScored(DOCUMENT_NOT_SCORED()) if score < 3 else score * Fraction(3, 4) + 1
    return PekpppCell(year, score, ipp, category, score.numerator % 3 > 0)


def _total(
    group: str | None, place: int, rows: Sequence[UnitRow], tallies: Mapping[tuple[str, str], Tallied]
) -> Total:
    there = [row for row in rows if group in (None, row.region)]
    cells = [row.surveys[place] for row in there]
    period = cells[0].period if cells else PERIODS[place]
    counted = [tallies[row.unit, period] for row in there if (row.unit, period) in tallies]
    scored = [cell for cell in cells if cell.state is CellState.SCORED]
    hidden = TOTAL_HIDDEN() if group == REGIONS[2] and place == 1 else None
    indices = {code: _index_total(code, scored, counted) for code in NAMES}
    given = sum(each.respondents * 14 for each in counted)
    spread = {"1": given // 20, "2": given // 10, "3": given // 3}
    return Total(
        group, period, _rubric(place), Counter(cell.state for cell in cells),
        0 if hidden else sum(each.respondents for each in counted), {} if hidden else indices,
        {} if hidden else {**spread, "4": given - sum(spread.values())},
        {code: Counter(band for cell in scored if (band := cell.indices[code].band)) for code in NAMES},
        {name: Counter(_status(cell.predicates[name]) for cell in scored) for name in ("WBK", "WBBM")},
        hidden,
    )  # fmt: skip


def _rubric(place: int) -> RubricRef:
    return OLD if place < 4 else NEW


def _status(met: bool | None) -> str:  # noqa: FBT001 (what a cell holds)
    return "not_assessed" if met is None else "met" if met else "not_met"


def _index_total(code: str, scored: Sequence[SurveyCell], counted: Sequence[Tallied]) -> IndexTotal:
    means = sorted(m for cell in scored if isinstance(m := cell.indices[code].mean, Fraction))
    answers = sum(each.respondents * 7 for each in counted)
    words = Counter(change.word for cell in scored if (change := cell.indices[code].change))
    none = NotScored(NO_UNIT_SCORED())
    middle = (means[(len(means) - 1) // 2] + means[len(means) // 2]) / 2 if means else none
    return IndexTotal(
        len(means), sum(means, Fraction()) / len(means) if means else none, answers,
        Fraction(sum(each.sums[code] for each in counted), answers) if answers else none,
        means[0] if means else none, middle, means[-1] if means else none,
        words[ChangeWord.RISEN], words[ChangeWord.FALLEN], words[ChangeWord.UNSURE],
    )  # fmt: skip


def _assessed(group: str | None, year: str, rows: Sequence[UnitRow]) -> PekpppTotal:
    cells = [
        cell for row in rows if group in (None, row.region) for cell in row.pekppp if cell.period == year
    ]
    scores = [cell.f02 for cell in cells if isinstance(cell.f02, Fraction)]
    mean = sum(scores, Fraction()) / len(scores) if scores else NotScored(NO_UNIT_SCORED())
    return PekpppTotal(group, year, len(cells), Counter(cell.category or "-" for cell in cells), mean)
