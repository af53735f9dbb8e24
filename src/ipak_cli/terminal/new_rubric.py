"""The questions about a form at a terminal: what each decides, its choices, and what Enter means."""

from __future__ import annotations

import os
import re
import shlex
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Final

from rich.text import Text

from ipak_cli.base.problem import has_errors
from ipak_cli.rubric.word_orders import order_text
from ipak_cli.survey.form.questions import UNKNOWN, Question, items_of
from ipak_cli.survey.form.said import Topic, read_items
from ipak_cli.survey.form.words import word_values
from ipak_cli.survey.reading.shown_cells import shortened
from ipak_cli.terminal.console import stderr, table
from ipak_cli.terminal.item_pairs import ask_pairs, head_of, pairs_table, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from rich.console import RenderableType

    from ipak_cli.jobs.new_rubric import Made, OpenForm
    from ipak_cli.survey.form.columns import FormColumn
    from ipak_cli.survey.form.said import Said

_HEADINGS: Final = {
    Topic.LIKE: "Instrumen",
    Topic.ITEMS: "Kolom butir",
    Topic.INDEX: "Indeks",
    Topic.MISSING: "Kata yang berarti tidak menjawab",
    Topic.ORDER: "Urutan kata jawaban",
    Topic.SCALE: "Skala",
    Topic.NEGATIVE: "Pertanyaan yang terbalik",
    Topic.PROFILES: "Kolom pengelompokan",
    Topic.TIME: "Kolom waktu",
    Topic.NAME: "Nama rubrik",
}
_DECIDES: Final = {
    Topic.LIKE: "Bila hanya katanya yang lain dari instrumen bawaan, hasilnya tetap dapat dibandingkan; bila "
    "pertanyaannya memang lain, dibuat rubrik sendiri.",
    Topic.ITEMS: "Hanya kolom ini yang dihitung. Tulis hurufnya, misalnya D-L atau D, E, G.",
    Topic.INDEX: "Indeks adalah rata-rata butirnya. Satu nama berarti satu indeks untuk semua butir; "
    "beberapa ditulis misalnya IPAK=D-H; IPKP=I-Q.",
    Topic.MISSING: "Kata ini tidak ikut dihitung, dan jumlahnya disebutkan. Tulis - bila tidak ada.",
    Topic.ORDER: "Kata pertama bernilai terendah, yang terakhir tertinggi. Sebutkan semua pilihan pada "
    "formulir, juga yang tidak pernah dipilih; kata yang senilai dihubungkan dengan =.",
    Topic.SCALE: "Nilai terendah dan tertinggi pada formulir, juga bila tidak ada yang memilihnya.",
    Topic.NEGATIVE: "Kolom yang jawaban tingginya berarti buruk, misalnya “Ada pungutan liar”; Enter bila "
    "tidak ada.",
    Topic.PROFILES: "Hasil dirinci menurut kolom ini, misalnya jenis kelamin; bukan nama orang.",
    Topic.TIME: "Waktu menentukan periode setiap jawaban. Beberapa kolom berisi tanggal; tulis hurufnya.",
    Topic.NAME: "Nama berkas rubriknya: huruf kecil, angka dan tanda hubung.",
}
"""What each question decides."""
_PAIRED: Final = "Kolom setiap butir. Periksa satu per satu: yang tertukar tidak kelihatan pada hasilnya."
_OWN_TITLE: Final = "pertanyaannya milik kantor sendiri"
_NUMBERS: Final = re.compile(r"\d+(?:\s*,\s*\d+)+")
_MOST_WORDS: Final = 6
_NONE: Final = "-"
_YES: Final = frozenset({"y", "ya", "yes"})


def ask(question: Question) -> str:
    """Ask a question and return the answer, a proposal where Enter was pressed.

    Raises ``typer.Abort`` on Ctrl-C and at the end of the input.
    """
    console = stderr()
    console.print(Text(f"\n{_HEADINGS[question.topic]}", style="bold"))
    console.print(Text(_PAIRED if question.pairs else _DECIDES[question.topic], style="dim"))
    if question.rubric is not None:
        return ask_pairs(question, question.rubric)
    for shown in _around(question):
        console.print(shown)
    return _answer(question)


def ask_to_write(summary: Iterable[RenderableType]) -> bool:
    """Show what will be written, and ask whether it shall be."""
    show_summary(summary)
    return typed("Tulis? [Y/t]", "y").casefold() in _YES


def show_summary(summary: Iterable[RenderableType]) -> None:
    """Show what will be written."""
    console = stderr()
    console.print(Text("\nYang ditulis", style="bold"))
    for line in summary:
        console.print(line)


def _answer(question: Question) -> str:
    choices = question.choices
    proposal = question.proposal
    shown = proposal or ("tidak ada" if proposal == "" else None)
    if choices and proposal in choices:
        shown = str(choices.index(proposal) + 1)
    while True:
        given = typed(f"Jawaban{f' [{shown}]' if shown else ''}", proposal)
        if given.isdecimal() and 1 <= int(given) <= len(choices):
            return choices[int(given) - 1]
        if question.topic is Topic.ORDER and _NUMBERS.fullmatch(given):
            return _by_number(given, question.words)
        if given == _NONE and question.topic in {Topic.MISSING, Topic.NEGATIVE, Topic.PROFILES}:
            return ""
        if given or proposal == "":
            return given


def _by_number(given: str, words: Sequence[str]) -> str:
    """Return an order that was typed as the numbers of its words; a number of no word stays."""
    numbers = [int(each) for each in given.split(",")]
    return order_text([(words[n - 1] if 0 < n <= len(words) else str(n),) for n in numbers])


def _around(question: Question) -> Iterator[RenderableType]:
    """Yield what is shown between a question and its answer."""
    if question.topic is Topic.ITEMS and question.rubric is not None:
        yield pairs_table(question.rubric, question.pairs, question.selectable)
    elif question.topic in {Topic.LIKE, Topic.INDEX, Topic.NEGATIVE}:
        yield _columns(question.columns, answers=False)
    elif question.topic in {Topic.ITEMS, Topic.PROFILES, Topic.TIME}:
        yield _columns(question.columns, answers=question.topic is not Topic.TIME)
    elif question.topic is Topic.ORDER:
        yield Text("Yang ada di berkas (boleh ditulis nomornya saja, misalnya 2, 1, 3):")
        for number, word in enumerate(question.words, 1):
            yield _choice(number, word)
        if question.choices:
            yield Text("Susunan yang lazim; tulis satu nomor untuk memilihnya:")
    elif question.words:
        letters = ", ".join(column.letters for column in question.columns)
        said = "; ".join(question.words)
        yield Text(f"Yang ada di kolom {letters}: {said}")
    titles = {}
    if question.topic is Topic.LIKE:
        titles = dict(zip(question.choices, (*question.words, _OWN_TITLE), strict=True))
    for number, choice in enumerate(question.choices, 1):
        yield _choice(number, f"{choice} – {titles[choice]}" if choice in titles else choice)


def _choice(number: int, text: str) -> Text:
    return Text(f"  {number}. {text}")


def _columns(columns: Sequence[FormColumn], *, answers: bool) -> RenderableType:
    made = table("Kolom", "Judul", *(("Jawaban",) if answers else ()))
    for column in columns:
        made.add_row(column.letters, head_of(column), *((_answers(column),) if answers else ()))
    return made


def _answers(column: FormColumn) -> str:
    """Write the choices of a column shortly; only columns of few short choices have any."""
    numbers = sorted(each.number for each in column.choices if each.number is not None and not each.word)
    words = [
        each.word if each.number is None else f"{each.number} {each.word}"
        for each in column.choices
        if each.word
    ]
    told = [*map(str, numbers), *(shortened(word, 20) for word in words)]
    return ", ".join(told[:_MOST_WORDS]) + (", …" if len(told) > _MOST_WORDS else "")


def summary_of(opened: OpenForm, said: Said, file: Path | None) -> Iterator[RenderableType]:
    """Yield what the answers come to: the columns, the scale, the value of each word."""
    rubric = opened.known.named(said.one(Topic.LIKE) or "", opened.form)
    items = items_of(opened.form, said, rubric)
    values = word_values(opened.form, items, said, rubric)
    where = str(file) if file else "ipak.yaml, bagian columns dan answers"
    yield Text(f"  Berkas : {where}")
    groups = read_items(said.one(Topic.ITEMS) or "", opened.form)
    yield Text(f"  Butir  : {len(groups)}, kolom {said.one(Topic.ITEMS)}")
    columns = [column for group in groups for column in group]
    if rubric is not None:
        letters = ["+".join(column.letters for column in group) for group in groups]
        yield pairs_table(rubric, letters, columns)
    else:
        yield _columns(columns, answers=False)
        yield Text(f"  Indeks : {'; '.join(said.all(Topic.INDEX))}")
    if values.scale:
        yield Text(f"  Skala  : {values.scale[0]} sampai {values.scale[1]}")
    steps: dict[str, None] = {}
    for words in values.of_columns.values():
        told = [(value, word) for word, value in words.items()]
        steps[", ".join(f"{value} = {word}" for value, word in sorted(told))] = None
    yield from (Text(f"  Kata   : {line}") for line in steps if line)
    if values.missing:
        yield Text(f"  Tidak menjawab: {', '.join(values.missing)}")


def show_needed(command: Sequence[str], questions: Sequence[Question]) -> None:
    """Show the options that are needed, what each decides, and a whole command line to copy."""
    console = stderr()
    for question in questions:
        decides = _DECIDES[question.topic]
        doubtful = "" if question.sure else " Isinya di bawah ini belum pasti; periksa."
        console.print(Text(f"  --{question.topic.value}: {decides}{doubtful}"))
        if question.words:
            console.print(Text(f"    Yang ada di berkas: {'; '.join(question.words)}"))
        if question.topic is Topic.ORDER:
            for choice in question.choices:
                console.print(Text(f"    Mungkin: {choice}"))
        if question.topic is Topic.ITEMS and not question.sure:
            for shown in _around(question):
                console.print(shown)
        if UNKNOWN in question.pairs:
            console.print(Text("Kolom yang mungkin:"), _columns(question.columns, answers=True), sep="\n")
    line = list2cmdline(command) if os.name == "nt" else shlex.join(command)
    console.print(Text("\nPerintah lengkapnya:"))
    console.print(Text(line), soft_wrap=True)


def show_made(made: Made, next_command: Sequence[str]) -> None:
    """Say what was made and checked, and what comes next."""
    console = stderr()
    if made.file is not None:
        console.print(Text(f"Rubrik ditulis: {made.file}"), soft_wrap=True)
    if made.settings:
        console.print(Text("ipak.yaml disesuaikan; bagian lainnya tetap."))
    rubric = made.checked.loaded.rubric
    console.print(Text(f"Rubrik {rubric.id} diperiksa: tidak ada kesalahan."), style="green")
    line = list2cmdline(next_command) if os.name == "nt" else shlex.join(next_command)
    scored = not has_errors(made.result.problems)
    before = "Angka di atas belum disimpan." if scored else "Angkanya belum ada: lihat galat di atas."
    console.print(Text(f"{before} Berikutnya:"))
    console.print(Text(line), soft_wrap=True)
