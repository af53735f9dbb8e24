"""Folders of many units' result documents, made from counts alone, and the roll-up of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.provenance import Tool
from ipak_cli.documents.write import to_json
from ipak_cli.rollup.run import Sources, roll_up
from ipak_cli.rollup.selection import Asked
from makers.rubric_text import SMALL
from makers.survey_results import GIVEN, survey_result

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.rollup.result import RollUp, SurveyCell
    from ipak_cli.survey.tally import Matrix

TOOL = Tool("ipak", "0")


def document(unit: str | None, period: str, given: Matrix = GIVEN, text: str = SMALL) -> str:
    """Return a unit's document of a period."""
    return to_json(replace(survey_result(period, given, text), unit=unit))


def answers(*, fours: int, threes: int = 0) -> Matrix:
    """Return four items to each of which so many respondents gave 4 and 3."""
    return ((0, 0, threes, fours),) * 4


def put(folder: Path, unit: str | None, period: str, given: Matrix = GIVEN, text: str = SMALL) -> Path:
    """Write a document into a workspace, which is made."""
    place = folder / "hasil" / period
    place.mkdir(parents=True, exist_ok=True)
    (folder / "ipak.yaml").touch()
    (place / "survey.json").write_text(document(unit, period, given, text), encoding="utf-8")
    return place / "survey.json"


def rolled(
    *folders: Path,
    units: Path | None = None,
    lake: Path | None = None,
    today: str = "2025-01-01",
    **asked: object,
) -> RollUp:
    """Return the roll-up of folders on a day, with one process."""
    sources = Sources(folders, units, lake, processes=1)
    return roll_up(sources, Asked(today=today, **asked), TOOL)


def cell(made: RollUp, unit: str, period: str) -> SurveyCell:
    """Return the cell of a unit's period."""
    row = next(each for each in made.units if each.unit == unit)
    return row.surveys[made.periods.index(period)]


def codes(made: RollUp) -> list[str]:
    """Return the codes of what a roll-up tells."""
    return [each.code for each in made.problems]
