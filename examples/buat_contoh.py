"""Make the example: a year of responses to an invented office, as Google Forms exports them.

``python examples/buat_contoh.py [FOLDER]`` writes the four workbooks to ``masuk/``, by default beside this
file. Every run writes the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from comments import comments_for
from figures import ITEMS, YEAR, LowAnswers, answer_rows
from openpyxl.styles import Font
from people import Person, draw_person, draw_times

from ipak_cli.forms.writer import new_workbook, put_text, workbook_bytes

if TYPE_CHECKING:
    from datetime import datetime

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

IN_YEAR: Final = 2024
SEED: Final = 20240102
ARIAL: Final = Font(name="Arial", size=10)
HEADERS: Final = (
    "Timestamp",
    "Email Address",
    "Nama",
    "Jenis kelamin",
    "Usia",
    "Pendidikan terakhir",
    "Pekerjaan",
    "Jenis layanan",
    *(f"{number}. {sentence}" for number, sentence in enumerate(ITEMS, start=1)),
    "Saran/masukan",
)
Answers = tuple[int, ...]
Row = tuple["datetime | str | int | None", ...]


def main(folder: Path) -> None:
    """Write the four periods below ``folder``."""
    inbox = folder / "masuk"
    inbox.mkdir(parents=True, exist_ok=True)
    random = Random(SEED)  # noqa: S311  invented answers are no secret
    seen: set[str] = set()
    for period in YEAR:
        out = inbox / f"ipak-ipkp-{IN_YEAR}-tw{period.number}.xlsx"
        out.write_bytes(workbook_bytes(responses(period_rows(period, seen, random))))
        print(out)


def period_rows(period: LowAnswers, seen: set[str], random: Random) -> list[Row]:
    """Return the rows of one period in order of time; ``seen`` holds the addresses already taken."""
    answers = [tuple(row) for row in answer_rows(period, random)]
    people = draw_people(answers, seen, random)
    times = draw_times(IN_YEAR, period.number, period.respondents, random)
    comments = comments_for(answers, period.number, random)
    return [
        (time, person.email, person.name, *person.profile, *row, comment)
        for time, person, row, comment in zip(times, people, answers, comments, strict=True)
    ]


def draw_people(answers: list[Answers], seen: set[str], random: Random) -> list[Person]:
    """Invent a person a row: nobody answers twice in the year, no two of a period look and answer alike."""
    people: list[Person] = []
    alike: set[tuple[tuple[str, ...], Answers]] = set()
    for row in answers:
        person = draw_person(random)
        while person.email in seen or (person.profile, row) in alike:
            person = draw_person(random)
        seen.add(person.email)
        alike.add((person.profile, row))
        people.append(person)
    return people


def responses(rows: list[Row]) -> Workbook:
    """Lay rows out as Google Sheets exports a form's answers."""
    workbook = new_workbook("Survei IPAK dan IPKP (Jawaban)")
    sheet = workbook.create_sheet("Form Responses 1")
    for column, header in enumerate(HEADERS, start=1):
        put_text(sheet, 1, column, header).font = ARIAL
    for number, row in enumerate(rows, start=2):
        put_row(sheet, number, row)
    sheet.freeze_panes = "A2"
    sheet.sheet_format.defaultColWidth = 18.88
    return workbook


def put_row(sheet: Worksheet, number: int, row: Row) -> None:
    """Write one response; what was left blank has no cell."""
    for column, value in enumerate(row, start=1):
        if isinstance(value, str):
            put_text(sheet, number, column, value).font = ARIAL
        elif value is not None:
            sheet.cell(number, column, value).font = ARIAL
    sheet.cell(number, 1).number_format = "M/d/yyyy H:mm:ss"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
