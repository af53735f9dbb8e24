"""A period's suggestions at a terminal: as a list, and one by one with a question about each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import typer
from rich.text import Text

from ipak_cli.base.figures import grouped_int
from ipak_cli.forms.suggestions import KINDS
from ipak_cli.survey.reading.redact import REMOVED
from ipak_cli.survey.review import Verdict, without_words
from ipak_cli.survey.suggestion_result import TextRule
from ipak_cli.terminal.console import Hanging, stderr, stdout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from ipak_cli.jobs.suggestions import ListedSuggestion, SuggestionsFound

_MARK: Final = "bold magenta"
_RULES: Final = {
    TextRule.REVIEWED: "hanya yang disetujui dimuat kata demi kata",
    TextRule.REDACTED: "semua dimuat kata demi kata, kecuali yang ditolak",
    TextRule.NONE: "tidak ada yang dimuat kata demi kata",
}


class Answer(StrEnum):
    """What is answered of a text, by its key."""

    PUBLISH = "t"
    WITHHOLD = "j"
    CUT = "h"
    LATER = "n"
    STOP = "s"


_KEYS: Final = "[t]erbitkan  [j]angan  [h]apus kata  [n]anti  [s]elesai"
_NAMES: Final = {
    "terbitkan": Answer.PUBLISH,
    "jangan": Answer.WITHHOLD,
    "hapus": Answer.CUT,
    "nanti": Answer.LATER,
    "selesai": Answer.STOP,
    "": Answer.LATER,
}


def show_suggestions(found: SuggestionsFound) -> None:
    """Print the list on standard output."""
    console = stdout()
    for part in _list(found):
        console.print(part)


def _list(found: SuggestionsFound) -> Iterator[RenderableType]:
    yield Text(f"Saran {found.period}: {counts(found)}", style="bold")
    yield Text(f"suggestions: {found.rule} ({_RULES[found.rule]})", style="dim")
    if found.not_shown:
        yield Text(
            f"{grouped_int(found.not_shown)} tulisan lagi tidak dibaca karena terlalu banyak yang berbeda"
        )
    for each in found.suggestions:
        yield Text()
        yield from suggestion(each, found.rule)


def counts(found: SuggestionsFound) -> str:
    """Count the texts by what was decided of them."""
    if found.recap:
        return "tidak ada, sebab hasilnya dari rekap"
    if not found.suggestions:
        return "tidak ada yang tertulis"
    passed = sum(each.verdict is Verdict.PUBLISH for each in found.suggestions)
    refused = sum(each.verdict is Verdict.WITHHOLD for each in found.suggestions)
    told = (len(found.suggestions), len(found.waiting), passed, refused)
    whole, waiting, yes, no = map(grouped_int, told)
    return f"{whole} teks; {waiting} belum diputuskan, {yes} disetujui, {no} ditolak"


def suggestion(given: ListedSuggestion, rule: TextRule) -> Iterator[RenderableType]:
    """Yield one text with its state, as it would be published, and where it stands in the input."""
    times = f", {grouped_int(given.count)} orang" if given.count > 1 else ""
    yield Text(f"{given.number}. {_state(given, rule)}{times}", style="bold")
    passes = given.verdict is not Verdict.WITHHOLD
    yield Hanging(marked_text(given, given.cut if passes else ()))
    if given.where is not None:
        yield Hanging(Text(str(given.where), style="dim"))


def _state(given: ListedSuggestion, rule: TextRule) -> str:
    if given.verdict is None:
        return "Belum diputuskan" + (", terbit" if rule is TextRule.REDACTED else "")
    word = "Disetujui" if given.verdict is Verdict.PUBLISH else "Ditolak"
    return f"{word} oleh {given.by}, {str(given.at)[:10]}"


def marked_text(given: ListedSuggestion, cut: tuple[int, ...]) -> Text:
    """Return the text with what kind each mark of reading is, and with those of the words cut besides."""
    text = Text()
    pieces, kinds = given.text.split(REMOVED), given.taken
    if len(pieces) - 1 != len(kinds) or cut:
        for number, piece in enumerate(without_words(given.text, cut).split(REMOVED)):
            text.append(REMOVED if number else "", style=_MARK).append(piece)
        return text
    for number, piece in enumerate(pieces):
        if number:
            text.append(f"[{', '.join(KINDS[kind] for kind in kinds[number - 1])}]", style=_MARK)
        text.append(piece)
    return text


def show_one(given: ListedSuggestion, rule: TextRule, cut: tuple[int, ...], place: str) -> None:
    """Show a text that is to be decided; ``place`` tells which of how many it is."""
    console = stderr()
    times = f", ditulis {grouped_int(given.count)} orang" if given.count > 1 else ""
    state = "" if given.verdict is None else f", {_state(given, rule).lower()}"
    console.print(Text(f"\n{place}{times}{state}", style="bold"))
    console.print(Hanging(marked_text(given, cut)))
    if given.where is not None:
        console.print(Hanging(Text(f"Aslinya di {given.where}", style="dim")))


def ask_about(*, first: bool) -> Answer:
    """Ask what becomes of a text; Enter leaves it. Raises ``typer.Abort`` where nobody answers."""
    if first:
        stderr().print(Text(_KEYS, style="dim"))
    while True:
        answer: str = typer.prompt("t/j/h/n/s", default="", show_default=False, err=True)
        given = answer.strip().casefold()
        known = _NAMES | {key.value: key for key in Answer}
        if given in known:
            return known[given]
        stderr().print(Text(_KEYS))


def ask_words() -> str:
    """Ask which words are to be taken out; an empty answer takes none."""
    label = "Kata yang dihapus (beberapa bagian: pisahkan dengan ;)"
    answer: str = typer.prompt(label, default="", show_default=False, err=True)
    return answer
