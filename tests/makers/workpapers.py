"""Workpapers as tests need them: scored from rows of answers, with the answers or from counts."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import parse_period
from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.report.material import Past
from ipak_cli.rubric.load import load_rubric, parse_as_survey
from ipak_cli.rubric.own_settings import OwnAnswers, Together, own_form
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.workpaper.build import workpaper
from ipak_cli.workpaper.check import ALL_AGREE
from ipak_cli.workpaper.paper import Paper
from makers.engines import stored
from makers.exports import EXAMPLES, table, write_csv
from makers.rubric_text import SMALL, altered

if TYPE_CHECKING:
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.own_form import OwnForm
    from ipak_cli.rubric.survey import SurveyRubric
    from makers.engines import Sheets

TOOL: Final = Tool("ipak", "0")
_BLANKS: Final = altered("target: 4", "target: 4\nblank: missing", SMALL)
_TO_FIVE: Final = altered("highest: 4", "highest: 5", altered("- {value: 4,", "- {value: 5,", _BLANKS))
FIVE: Final = altered("minimum: 25", "minimum: 20", _TO_FIVE)
"""The small rubric on a scale to 5, where an answer may be left out."""
_FROM_NOTHING: Final = altered("lowest: 1", "lowest: 0", altered("- {value: 1,", "- {value: 0,", _BLANKS))
ZERO: Final = altered("minimum: 25", "minimum: 0", _FROM_NOTHING)
"""The same on a scale from 0, which is no blank."""


def scored(rows, loaded: LoadedRubric[SurveyRubric], form: OwnForm | None = None, **asked) -> Paper:
    """Score rows of an export, header first, and return the workpaper's material with its answers."""
    heard = []
    with tempfile.TemporaryDirectory() as folder:
        file = write_csv(Path(folder) / "jawaban.csv", rows)
        result = score(ScoreRequest((file,), hear=heard.append, **asked), loaded, TOOL, form=form)
    assert heard, result.problems
    return Paper(result, heard[0].rubric, heard[0].rows)


def _answers(items: int, people: int, highest: int, *, lowest: int = 1, blanks: bool = False):
    """Return answers of many kinds, the same every time."""
    spread = highest - lowest + 1
    return [
        [
            "" if blanks and (7 * n + 3 * item) % 11 == 0 else lowest + (n * n + 3 * item + n // 3) % spread
            for item in range(items)
        ]
        for n in range(people)
    ]


def _grouped(rows):
    """Put a column of groups before an export's others: two that may be shown, and two that may not."""
    header, *answers = rows
    labels = ("20-30", "31-40", "20-30", "31-40", "20-30", ">40 tahun*", "")
    return [
        ["Usia", *header],
        *([labels[n % 7] if n < 21 else labels[n % 2], *row] for n, row in enumerate(answers)),
    ]


def _example() -> Paper:
    heard = []
    file = EXAMPLES / "ipak-ipkp-2024-tw4.xlsx"
    request = ScoreRequest((file,), hear=heard.append, population=24, performance="B", unit="Balai Contoh")
    result = score(request, load_rubric("ipak-ipkp"), TOOL)
    paper = Paper(result, heard[0].rubric, heard[0].rows)
    before = score(ScoreRequest((EXAMPLES / "ipak-ipkp-2024-tw3.xlsx",)), load_rubric("ipak-ipkp"), TOOL)
    past = Past(parse_period("III-2024"), before), Past(parse_period("IV-2024"), result)
    return Paper(paper.survey, paper.rubric, paper.answers, past, {"I3": Fraction(15, 4)})


def _satisfaction() -> Paper:
    loaded = load_rubric("skm-14-2017")
    paper = scored(table(loaded.rubric, _answers(9, 47, 4)), loaded, population=300)
    return Paper(paper.survey, paper.rubric, paper.answers, published_weight=Fraction("0.11"))


def _five(people: int = 61) -> Paper:
    loaded = parse_as_survey(read_document(FIVE.encode(), "x.yaml"))
    rows = table(loaded.rubric, _answers(4, people, 5, blanks=True))
    return scored(_grouped(rows), loaded, population=25)


def _together() -> Paper:
    loaded = parse_as_survey(read_document(SMALL.encode(), "x.yaml"))
    several = {"R2": Together(mean=(("R2 satu",), ("R2 dua",), ("R2 tiga",)))}
    form = own_form(loaded.rubric, several, OwnAnswers())
    header = [*(item.text for item in loaded.rubric.items[:3]), "R2 satu", "R2 dua", "R2 tiga"]
    return scored([header, *_answers(6, 40, 4)], loaded, form)


def _unanswered() -> Paper:
    """Return an item that nobody answered, so that an index and what follows from it are not scored."""
    loaded = parse_as_survey(read_document(FIVE.encode(), "x.yaml"))
    return scored(table(loaded.rubric, [["", 5, 4, 2], ["", 5, 4, 1]] * 4), loaded)


def _from_nothing() -> Paper:
    """Return a scale that begins at 0, with blanks, which are no answer of 0."""
    loaded = parse_as_survey(read_document(ZERO.encode(), "x.yaml"))
    return scored(table(loaded.rubric, _answers(4, 30, 4, lowest=0, blanks=True)), loaded)


PAPERS: Final = {
    "example": _example,
    "satisfaction": _satisfaction,
    "five": _five,
    "many": lambda: _five(90),
    "together": _together,
    "unanswered": _unanswered,
    "nothing": _from_nothing,
}


@cache
def paper(name: str, *, with_answers: bool = True) -> Paper:
    """Return a workpaper's material: that of the example, of SKM, of another scale, and so on."""
    found = PAPERS[name]()
    if with_answers:
        return found
    return Paper(found.survey, found.rubric, None, found.history, found.targets, found.published_weight)


@cache
def workbook(name: str, *, with_answers: bool = True) -> bytes:
    """Return the workbook of that."""
    return workpaper(paper(name, with_answers=with_answers))


def different(sheets: Sheets) -> set[object]:
    """Return the figures of which the check says that they differ, and see that the verdicts say so too."""
    lines = sheets["Cek"]
    found = {lines[f"C{key[1:]}"] for key, value in lines.items() if key[0] == "G" and value == "BEDA"}
    said = f"{len(found)} DARI {lines['C5']} ANGKA BEDA" if found else ALL_AGREE
    assert lines["C4"] == sheets["Baca dulu"]["B4"] == said
    return found


def one_answer() -> tuple[str, str]:
    """Return the cell of the example's answers that holds the first 4 of the first item."""
    sheet = stored(workbook("example"))["Jawaban"]
    head = next(key for key, value in sheet.items() if value == "I1")
    column = head.rstrip("0123456789")
    first = int(head[len(column) :]) + 1
    row = next(number for number in range(first, 99) if sheet.get(f"{column}{number}") == 4)
    return ("Jawaban", f"{column}{row}")
