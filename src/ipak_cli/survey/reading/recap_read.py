"""From a file to a recap, if it holds one: counts, sums or means in the place of answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.recap import RECAP_EMPTY, RECAP_ITEM_OF_COLUMNS, RECAP_OF_OTHER_RUBRIC
from ipak_cli.rubric.own_form import NO_OWN_HEADS, OwnHeads
from ipak_cli.survey.reading import recap_names as names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.recap_figures import RecapFigures
    from ipak_cli.survey.reading.recap_form import FormSheets
    from ipak_cli.survey.recap import Recap
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Workbook

_HEAD: Final = 60
"""Rows in which a recap begins."""
_ROWS_BESIDE: Final = 12
"""Rows of heads, totals and means of two tables, at the most."""
_LONGEST_LABEL: Final = 60
_LIKE_RECAP: Final = (
    "bintang", "jumlah", "jml", "total", "rata", "nrr", "mean", "average", "frek", "cacah", "σ", "∑", "★",
    "⭐", "indeks", "responden", "skor", "nilai", "skala", "score", "poin", "jawaban", "\nn\n", "\nn=",
    "\nn =",
)  # fmt: skip
"""Parts of words in the heads and labels of recaps; a line break stands between two cells."""


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


class RecapFaultyError(ProblemsFoundError):
    """A recap is wrong or unclear; carries every problem, and the period that it names, if it is one."""

    def __init__(self, problems: Iterable[Problem], period: Period | None) -> None:
        super().__init__(problems)
        self.period = period


def find_recap(
    workbook: Workbook,
    rubric: SurveyRubric,
    sheet: str | None = None,
    *,
    period: Period | None = None,
    respondents: int | None = None,
    own: OwnHeads = NO_OWN_HEADS,
    lenient: bool = False,
) -> RecapRead | None:
    """Return the recap that a file holds; ``None`` where no sheet is one.

    ``sheet`` is the one to read. ``period`` is what the user asks for, which chooses a row where periods run
    down; ``respondents`` what the user says of their number; ``own`` are the heads of the office's own form;
    ``lenient`` lets items be left out where the rubric does not.
    Raises ``ProblemsFoundError`` with every fault of a recap that is wrong or unclear, ``RecapFaultyError``
    where its period is known.
    """
    if any(each.name == names.RECORD_SHEET for each in workbook.sheets):
        from ipak_cli.survey.reading.recap_form import record_of  # noqa: PLC0415 (few files are recaps)
        from ipak_cli.survey.reading.recap_form_sheets import form_sheets  # noqa: PLC0415 (as above)

        record = record_of(workbook)
        chosen = None if record is None else form_sheets(workbook, rubric, own, sheet)
        if record is not None and chosen is not None:
            figures = _read_form(workbook, rubric, record, chosen)
            return _read(workbook, figures, rubric, respondents, lenient=lenient)
    sheets = [each for each in workbook.sheets if sheet is None or each.name == sheet]
    if not any(may_be_recap(each.head(_HEAD), rubric) for each in sheets):
        return None
    from ipak_cli.survey.reading.recap_choice import find_tables  # noqa: PLC0415 (as above)

    tables = find_tables(workbook, sheets, rubric, own, period)
    return None if tables is None else _read(workbook, tables, rubric, respondents, lenient=lenient)


def may_be_recap(head: Sequence[Sequence[Cell]], rubric: SurveyRubric) -> bool:
    """Tell, at little cost, whether a word or a line of a sheet's head is like those of a recap.

    Such a line has every answer of the scale once, by its number or a word, as heads have and answers rarely.
    A head with more full rows than two tables of items have is one of answers.
    """
    items = len(rubric.items)
    full = sum(2 * sum(cell is not None for cell in row) >= items for row in head)
    if full > 2 * items + _ROWS_BESIDE:
        return False
    texts = {cell for row in head for cell in row if isinstance(cell, str) and len(cell) <= _LONGEST_LABEL}
    written = "\n".join(("", *texts, "")).casefold()
    if any(part in written for part in _LIKE_RECAP):
        return True
    answers: dict[Cell, int] = {value: value for value in rubric.scale.values}
    answers |= {str(value): value for value in rubric.scale.values}
    short = names.abbreviations(rubric)
    answers |= {cell: value for each, value in short.items() for cell in (each, each.upper())}
    answers |= {word: label.value for label in rubric.scale.labels for word in label.words}
    lines: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for row, cells in enumerate(head):
        for column, cell in enumerate(cells):
            if (value := answers.get(cell)) is not None:
                lines["row", row].append(value)
                lines["column", column].append(value)
    return any(sorted(values) == list(rubric.scale.values) for values in lines.values())


def _read_form(
    workbook: Workbook, rubric: SurveyRubric, record: Mapping[str, str], sheets: FormSheets
) -> RecapFigures:
    from ipak_cli.survey.reading.recap_form import read_form  # noqa: PLC0415 (as above)

    figures = read_form(workbook, rubric, sheets)
    where = figures.sheet
    if (made := record.get("rubric", "")) != rubric.id:
        raise ProblemsFoundError([problem(RECAP_OF_OTHER_RUBRIC, where, made=made, rubric=rubric.id)])
    said = [*figures.items.values(), *figures.totals.values()]
    if not any(each.said for each in said) and not has_errors(figures.problems):
        empty = problem(RECAP_EMPTY, where, totals=names.TOTALS_SHEET)
        raise ProblemsFoundError([*workbook.problems, empty])
    return figures


def _read(
    workbook: Workbook,
    figures: RecapFigures,
    rubric: SurveyRubric,
    respondents: int | None,
    *,
    lenient: bool,
) -> RecapRead:
    from ipak_cli.survey.reading.recap_judge import judge  # noqa: PLC0415 (as above)
    from ipak_cli.survey.reading.recap_told import one_line_a_kind  # noqa: PLC0415 (as above)

    several = tuple(item.code for item in rubric.items if item.mean_of)
    if several:
        told = {"rubric": rubric.id, "items": several}
        raise ProblemsFoundError([problem(RECAP_ITEM_OF_COLUMNS, figures.sheet, **told)])
    judged = judge(figures, rubric, respondents, lenient=lenient)
    problems = (*workbook.problems, *one_line_a_kind(judged.problems))
    period = _shortest(figures.periods)
    if judged.recap is None or has_errors(problems):
        raise RecapFaultyError(problems, period)
    return RecapRead(judged.recap, figures.sheet, period, figures.rows, problems, figures.unit)


def _shortest(periods: Sequence[Period]) -> Period | None:
    """Return the one period that lies in all others: a year may stand above its quarter."""
    within = {each for each in periods if all(other == each or other.holds(each) for other in periods)}
    return within.pop() if len(within) == 1 else None
