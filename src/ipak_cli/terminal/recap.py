"""The questions about a recap at a terminal: what each wants, and what Enter means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typer
from rich.text import Text

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.period import period_words
from ipak_cli.base.printed import Printed
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.typed_recap import Question, Topic
from ipak_cli.survey.typed_values import SHAPES
from ipak_cli.terminal.console import sentence, stderr, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.survey.typed_recap import TypedRecap

_SHAPES: Final = {
    RecapShape.COUNTS: ("banyaknya setiap jawaban per butir", "memberi hampir semua angka"),
    RecapShape.SUMS: ("jumlah nilai per butir", "memberi rata-rata, indeks dan poin"),
    RecapShape.MEANS: ("rata-rata per butir", "memberi indeks dan poin, kadang sebagai rentang"),
    RecapShape.TOTALS: ("jumlah bintang per indeks, atau seluruh survei", "memberi sebaran saja"),
}
_YES: Final = frozenset({"", "y", "ya", "yes"})
_NO: Final = frozenset({"t", "tidak", "n", "no"})


def ask(said: TypedRecap, question: Question, before: str) -> str:
    """Ask a question and return what was typed; ``before`` is what Enter means, ``""`` for nothing.

    Raises ``typer.Abort`` on Ctrl-C and at the end of the input.
    """
    _show_before(said, question)
    wanted = _wanted(said, question)
    default = f" [{before}]" if before else ""
    answer: str = typer.prompt(f"{wanted}{default}", default=before, show_default=False, err=True)
    return answer.strip()


def ask_to_write(said: TypedRecap, out: str) -> str:
    """Show what was typed, and ask what is wrong with it; ``""`` says that it shall be written.

    Raises ``typer.Abort`` on Ctrl-C, at the end of the input, and where the answer is no.
    """
    console = stderr()
    console.print(Text(f"\nYang ditulis ke {out}", style="bold"))
    if said.period is not None:
        people = "tidak diketahui" if said.respondents is None else grouped_int(said.respondents)
        console.print(Text(sentence(f"{period_words(said.period)}, responden: {people}", end="")))
    counted = bool(said.numbers)
    made = table("Butir", *(["Jawaban"] if counted else []), _heading(said), right=("Jawaban",))
    for code in said.codes:
        if code in said.figures:
            number = [grouped_int(said.numbers[code])] if counted else []
            made.add_row(code or "Semua butir", *number, _shown(said.figures[code]))
    console.print(made)
    first = next(code or "semua" for code in said.codes if code in said.figures)
    wanted = f"Enter bila semua benar; yang salah, misalnya {first} atau periode; t untuk batal"
    answer: str = typer.prompt(wanted, default="", show_default=False, err=True)
    given = answer.strip().casefold()
    if given in _NO:
        raise typer.Abort
    return "" if given in _YES else given


def ask_leniency() -> bool:
    """Ask whether what is missing to the number of respondents was not answered; Enter means no.

    Raises ``typer.Abort`` on Ctrl-C and at the end of the input.
    """
    wanted = "Yang kurang itu memang tidak dijawab (--lenient)? y, atau Enter untuk membetulkan"
    answer: str = typer.prompt(wanted, default="", show_default=False, err=True)
    return answer.strip().casefold() in _YES - {""}


def _heading(said: TypedRecap) -> str:
    match said.shape:
        case RecapShape.SUMS:
            return "Jumlah nilai"
        case RecapShape.MEANS:
            return "Rata-rata"
        case _:
            return f"Jawaban {_values(said)}"


def _shown(figure: tuple[int, ...] | int | Printed) -> str:
    if isinstance(figure, Printed):
        return str(figure)
    return ", ".join(map(grouped_int, figure)) if isinstance(figure, tuple) else grouped_int(figure)


def _values(said: TypedRecap) -> str:
    return ", ".join(map(str, said.rubric.scale.values))


def _show_before(said: TypedRecap, question: Question) -> None:
    console = stderr()
    if question.topic is Topic.SHAPE:
        console.print(Text("\nBentuk rekap", style="bold"))
        for number, shape in enumerate(SHAPES, start=1):
            what, gives = _SHAPES[shape]
            console.print(Text(f"  {number}. {what} ({gives})"))
    elif question.topic is Topic.N or (question.topic is Topic.FIGURE and not said.numbers):
        text = next((item.text for item in said.rubric.items if item.code == question.code), "")
        name = next((index.name for index in said.rubric.indices if index.code == question.code), "")
        code = question.code or "Semua butir"
        console.print(Text.assemble((f"\n{code} ", "bold"), text or name))


def _wanted(said: TypedRecap, question: Question) -> str:
    """Return what a question asks for, in the words of its prompt."""
    match question.topic, said.shape:
        case Topic.PERIOD, _:
            return "Periode, misalnya IV-2024"
        case Topic.RESPONDENTS, _:
            return "Jumlah responden (Enter: tidak diketahui)"
        case Topic.SHAPE, _:
            return "Nomor"
        case Topic.N, _:
            return "Jumlah jawaban"
        case _, RecapShape.SUMS:
            return f"Jumlah nilai{_turned(said, question)}"
        case _, RecapShape.MEANS:
            return f"Rata-rata, seperti tercetak{_turned(said, question)}"
        case _:
            passed = " (Enter: tidak ada)" if said.may_pass(question) else ""
            return f"Banyaknya jawaban {_values(said)} dengan koma di antaranya{passed}"


def _turned(said: TypedRecap, question: Question) -> str:
    items: Sequence[str] = [item.code for item in said.rubric.items if item.polarity == "negative"]
    return " (sesudah jawabannya dibalik)" if question.code in items else ""
