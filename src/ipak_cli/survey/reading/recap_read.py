"""From a file to a recap, if it holds one: counts, sums or means in the place of answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.recap import RECAP_EMPTY, RECAP_ITEM_OF_COLUMNS, RECAP_OF_OTHER_RUBRIC
from ipak_cli.survey.reading import recap_names as names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.base.period import Period
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_figures import RecapFigures
    from ipak_cli.survey.recap import Recap
    from ipak_cli.tables.workbook import Workbook


@dataclass(frozen=True, slots=True)
class RecapRead:
    """A recap as it was read: what it says, its sheet, and the rows that say it.

    ``period`` is the one that the form or the lines above the table name, ``None`` for none or several;
    ``unit`` what the form calls the unit. ``problems`` are none that stop the scoring.
    """

    recap: Recap
    where: Where
    period: Period | None
    rows: int
    problems: tuple[Problem, ...]
    unit: str | None = None


def find_recap(
    workbook: Workbook,
    rubric: SurveyRubric,
    sheet: str | None = None,  # noqa: ARG001 (read with the tables of others)
    *,
    period: Period | None = None,  # noqa: ARG001 (as above)
    respondents: int | None = None,
) -> RecapRead | None:
    """Return the recap that a file holds; ``None`` where no sheet is one.

    ``sheet`` is the one to read. ``period`` is what the user asks for, which chooses a row where periods run
    down; ``respondents`` what the user says of their number. Raises ``ProblemsFoundError`` with every fault
    of a recap that is wrong or unclear.
    """
    if any(each.name == names.RECORD_SHEET for each in workbook.sheets):
        from ipak_cli.survey.reading.recap_form import record_of  # noqa: PLC0415 (few files are recaps)

        if (record := record_of(workbook)) is not None:
            return _read_form(workbook, rubric, record, respondents)
    return None


def _read_form(
    workbook: Workbook, rubric: SurveyRubric, record: Mapping[str, str], respondents: int | None
) -> RecapRead:
    from ipak_cli.survey.reading.recap_form import read_form  # noqa: PLC0415 (as above)

    where = Where(workbook.file, names.SHEET)
    if (made := record.get("rubric", "")) != rubric.id:
        raise ProblemsFoundError([problem(RECAP_OF_OTHER_RUBRIC, where, made=made, rubric=rubric.id)])
    figures = read_form(workbook, rubric)
    said = [*figures.items.values(), *figures.totals.values()]
    if not any(each.said for each in said) and not has_errors(figures.problems):
        told = {"sheet": names.SHEET, "totals": names.TOTALS_SHEET}
        raise ProblemsFoundError([*workbook.problems, problem(RECAP_EMPTY, where, **told)])
    return _read(workbook, figures, rubric, respondents)


def _read(
    workbook: Workbook, figures: RecapFigures, rubric: SurveyRubric, respondents: int | None
) -> RecapRead:
    from ipak_cli.survey.reading.recap_judge import judge  # noqa: PLC0415 (as above)

    several = tuple(item.code for item in rubric.items if item.mean_of)
    if several:
        told = {"rubric": rubric.id, "items": several}
        raise ProblemsFoundError([problem(RECAP_ITEM_OF_COLUMNS, figures.sheet, **told)])
    judged = judge(figures, rubric, respondents)
    problems = (*workbook.problems, *judged.problems)
    if judged.recap is None or has_errors(problems):
        raise ProblemsFoundError(problems)
    periods = set(figures.periods)
    period = periods.pop() if len(periods) == 1 else None
    return RecapRead(judged.recap, figures.sheet, period, figures.rows, problems, figures.unit)
