"""Which column asks which item: the pairs shown in one table, asked where nothing tells them, and mended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import typer
from rich.text import Text

from ipak_cli.survey.form.questions import UNKNOWN
from ipak_cli.survey.reading.shown_cells import shortened
from ipak_cli.terminal.console import stderr, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.form.columns import FormColumn
    from ipak_cli.survey.form.questions import Question

_HEAD: Final = 48
_CHANGE: Final = re.compile(r"(?P<code>[^=]+?)\s*=\s*(?P<column>[A-Za-z]{1,3}(?:\s*\+\s*[A-Za-z]{1,3})*)")
_NUMBER_OF_SOMEBODY: Final = re.compile(r"\d(?:[\s.-]?\d){7,}")
"""A telephone's or an identity card's; codes such as ``G02Q02[SQ001]`` have fewer digits in a row."""
_CONFIRM: Final = "Enter bila semua benar, atau perbaiki, misalnya {code}={column}"


def typed(prompt: str, default: str | None = None) -> str:
    """Ask for an answer and return it; raises ``typer.Abort`` on Ctrl-C and at the end of the input."""
    answer: str = typer.prompt(prompt, default=default or "", show_default=False, err=True)
    return answer.strip()


def head_of(column: FormColumn, longest: int = _HEAD) -> str:
    """Return a column's head as the screen shows it; not one with somebody's address or number."""
    hidden = "@" in column.head or _NUMBER_OF_SOMEBODY.search(column.head)
    return "(judul tidak ditampilkan)" if hidden else shortened(column.head, longest)


def pairs_table(
    rubric: SurveyRubric, letters: Sequence[str], columns: Sequence[FormColumn]
) -> RenderableType:
    """Show which columns are taken for which item of a known instrument."""
    heads = {column.letters: head_of(column, 28) for column in columns}
    made = table("Butir", "Kalimat", "Kolom", "Judul")
    for item, pair in zip(rubric.items, letters, strict=True):
        said = " / ".join(heads.get(each, "") for each in pair.split("+"))
        made.add_row(item.code, shortened(item.text, 30), pair, shortened(said, 28))
    return made


def ask_pairs(question: Question, rubric: SurveyRubric) -> str:
    """Ask for the columns that nothing tells, then for what is to be mended, until all pairs are right."""
    letters = list(question.pairs)
    console = stderr()
    console.print(pairs_table(rubric, letters, question.selectable))
    while True:
        asked = UNKNOWN in letters
        while UNKNOWN in letters:
            _ask_one(question, rubric, letters, letters.index(UNKNOWN))
        if asked:
            console.print(Text("\nSemua pasangan:"))
            console.print(pairs_table(rubric, letters, question.selectable))
        last = rubric.items[-1].code
        given = typed(_CONFIRM.format(code=last, column=letters[-1]))
        if not given:
            return ", ".join(letters)
        if "=" not in given:
            return given
        if _change(question, rubric, letters, given) and UNKNOWN not in letters:
            console.print(pairs_table(rubric, letters, question.selectable))


def _change(question: Question, rubric: SurveyRubric, letters: list[str], given: str) -> bool:
    """Take ``U2=I``; say what is wrong with what cannot be."""
    codes = [item.code.casefold() for item in rubric.items]
    match = _CHANGE.fullmatch(given.strip())
    if match is None or match["code"].casefold() not in codes:
        stderr().print(Text(f"Tulis kode butir = huruf kolom, misalnya {rubric.items[0].code}=D."))
        return False
    return _take(question, rubric, letters, codes.index(match["code"].casefold()), match["column"])


def _take(question: Question, rubric: SurveyRubric, letters: list[str], place: int, given: str) -> bool:
    """Take columns for an item; an item that had one of them before is left to be asked again."""
    wanted = [each.strip().upper() for each in given.split("+")]
    known = {column.letters for column in question.selectable}
    if odd := [each for each in wanted if each not in known or wanted.count(each) > 1]:
        stderr().print(Text(f"Kolom {odd[0]} bukan kolom pilihan jawaban; kolom lain, atau nomornya."))
        return False
    for other, pair in enumerate(letters):
        if other != place and set(pair.split("+")) & set(wanted):
            letters[other] = UNKNOWN
            stderr().print(
                Text(f"Kolom {pair} dipindahkan dari {rubric.items[other].code}, yang kini ditanyakan lagi.")
            )
    letters[place] = "+".join(wanted)
    return True


def _ask_one(question: Question, rubric: SurveyRubric, letters: list[str], place: int) -> None:
    """Ask for the column of one item; those of other items are there to choose, too."""
    item = rubric.items[place]
    holders = {
        each: rubric.items[other].code for other, pair in enumerate(letters) for each in pair.split("+")
    }
    console = stderr()
    console.print(Text(f"\nKolom mana yang menanyakan {item.code} {item.text}?"))
    for number, column in enumerate(question.columns, 1):
        holder = holders.get(column.letters)
        held = f" (sudah untuk {holder})" if holder else ""
        console.print(Text(f"  {number}. {column.letters}  {head_of(column)}{held}"))
    free = [column.letters for column in question.columns if column.letters not in holders]
    taken = False
    while not taken:
        given = typed("Nomor, atau huruf kolom", free[0] if len(free) == 1 else None)
        chosen = int(given) - 1 if given.isdecimal() else -1
        if 0 <= chosen < len(question.columns):
            given = question.columns[chosen].letters
        taken = bool(given) and _take(question, rubric, letters, place, given)
