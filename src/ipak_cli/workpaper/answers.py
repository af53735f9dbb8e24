"""The sheet ``Jawaban``: one row a response, in an order that tells nothing of who gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.provenance import spoken
from ipak_cli.survey.tally import values_counted
from ipak_cli.workpaper.paper import needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.workpaper.book import Book
    from ipak_cli.workpaper.paper import Paper


def write_answers(book: Book, paper: Paper) -> None:
    """Write the responses, where they are at hand, and name the numbers of the rows and the answers."""
    if paper.answers is None:
        return
    items = paper.survey.items
    sheet = book.sheet("Jawaban", (8, 20, *([7] * len(items))))
    sheet.title("Jawaban")
    sheet.note(
        "Satu baris satu responden, diurutkan menurut jawabannya, bukan menurut waktu mengisi; tanpa nama, "
        "tanpa tulisan responden, tanpa waktu. Sel kosong berarti tidak dijawab.",
        12,
    )
    head = sheet.heads("No", "Periode", *(item.code for item in items))
    first = sheet.row
    sheet.numbers(_rows(paper, paper.answers))
    last = sheet.row - 1
    book.define("JAWABAN_NO", sheet.ref(1, first, last))
    left, right = sheet.ref(3, first), sheet.ref(2 + len(items), last)
    book.define("JAWABAN", f"{left}:{right.partition('!')[2]}")
    sheet.lay_out(rows=head, columns=2, repeat=(head, head))


def _rows(
    paper: Paper, answers: Sequence[Sequence[int]]
) -> Iterator[tuple[int, str, Sequence[float | None]]]:
    scale, survey = paper.rubric.scale, paper.survey
    period = spoken(survey.period) if survey.period.name else "tanpa periode"
    shown: list[tuple[float | None, ...]] = []
    for item in survey.items:
        values = values_counted(len(needed(item.counts)), scale)
        shown.append((None, *(value if isinstance(value, int) else float(value) for value in values)))
    for number, row in enumerate(answers, 1):
        yield number, period, [known[place] for known, place in zip(shown, row, strict=True)]
