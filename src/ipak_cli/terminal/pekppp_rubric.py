"""A PEKPPP rubric on the screen: aspects, indicators, facts, rules and what the instrument leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ipak_cli.base.figures import decimal, grouped_int, short
from ipak_cli.base.message import Message
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rubric.pekppp import (
    Certainty,
    Enough,
    Fact,
    FactType,
    Implication,
    Indicator,
    PekpppRubric,
    Saying,
)
from ipak_cli.rubric.rules.limits import named
from ipak_cli.terminal.console import marked, table, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, RenderableType

    from ipak_cli.pekppp.proof import IndicatorProof
    from ipak_cli.rubric.rules import Rule

Line = tuple[str, str]
"""A level, or nothing, and what is said of it."""


def rule_words(rule: Rule) -> Iterator[Line]:
    """Yield the lines that say a rule; facts are named by their ids."""
    yield from ((level, say(message)) for level, message in rule.words())


def implication_words(implication: Implication) -> str:
    """Say an implication in Indonesian; facts are named by their ids."""
    one = "paling sedikit satu dari " if implication.enough is Enough.ONE else ""
    then = f"{one}{ids(implication.then.facts)} {_said(implication.then)}"
    return f"bila {ids(implication.when.facts)} {_said(implication.when)}, maka {then}: {implication.text}"


def _said(saying: Saying) -> str:
    if saying.answered is not None:
        return "dijawab" if saying.answered else "kosong"
    least = f"paling sedikit {saying.minimum}" if saying.minimum is not None else ""
    most = f"paling banyak {saying.maximum}" if saying.maximum is not None else ""
    return least or most or " atau ".join(saying.answers)


def ids(facts: Sequence[str]) -> str:
    """Name facts, a run of neighbours by its ends: ``F01-02 sampai F01-15``."""
    return ", ".join(say(each) if isinstance(each, Message) else each for each in named(facts))


_CERTAINTY = {Certainty.ONE_SOURCE: "dari satu sumber", Certainty.UNKNOWN: "belum diketahui pasti"}
_TYPES = {FactType.YES_NO: "ya/tidak", FactType.NUMBER: "angka", FactType.DATE: "tanggal"}

Row = tuple[str, str, str]
"""What the row is about, a mark such as a level or an id, and what is said."""


def show_pekppp(console: Console, rubric: PekpppRubric) -> None:
    """Print all that a PEKPPP rubric says."""
    console.print()
    console.print(_grid(_head(rubric)))
    for aspect in rubric.aspects:
        count = f"bobot {short(aspect.weight)} %, {len(aspect.indicators)} indikator"
        console.print(title(f"{aspect.code}. {aspect.name} ({count})"))
        for indicator in aspect.indicators:
            _show_indicator(console, indicator, rubric)
    if rubric.implications:
        console.print(title("Jawaban yang bertentangan bila tidak demikian"))
        console.print(marked(("•", Text(implication_words(each))) for each in rubric.implications))
    if rubric.notes:
        console.print(title("Catatan"))
        console.print(marked(("•", Text(note)) for note in rubric.notes))


def show_proofs(console: Console, proofs: Sequence[IndicatorProof]) -> None:
    """Print what trying the rules showed, a line for each indicator."""
    proved = table("No", "Aturan", "Isian dicoba", "Cakupan", "Tingkat", right=("No", "Isian dicoba"))
    for proof in proofs:
        extent = "semua" if proof.exhaustive else "yang mewakili"
        levels = ", ".join(map(str, proof.levels))
        proved.add_row(str(proof.no), proof.rule, grouped_int(proof.inputs), extent, levels)
    console.print(proved)


def _head(rubric: PekpppRubric) -> Iterator[Row]:
    yield "Sumber", "", rubric.source
    yield "IPP", "", f"{short(100 * rubric.ipp.f02)} % F-02 dan {short(100 * rubric.ipp.f03)} % F-03"
    for order, form in enumerate(rubric.f03.forms if rubric.f03 else ()):
        yield "" if order else "F-03", form.code, f"{form.name}, {len(form.questions)} pertanyaan"
    for order, category in enumerate(rubric.categories):
        yield "" if order else "Kategori", category.code, f"{category.name}, mulai {short(category.minimum)}"
    for order, principle in enumerate(rubric.principles):
        yield "" if order else "Prinsip", principle.code, principle.name


def _show_indicator(console: Console, indicator: Indicator, rubric: PekpppRubric) -> None:
    share = decimal(100 * rubric.share_of(indicator))
    heading = Text.assemble((f"{indicator.no}. {indicator.title}", "bold"), f" ({indicator.code})")
    console.print(Padding(heading, (1, 0, 0, 0)))
    weight = f"{short(indicator.weight)} % dari aspeknya, {share} % dari F-02"
    rows = (("Bobot", "", weight), *_rows(indicator))
    console.print(Padding(_grid(rows), (0, 0, 0, 2)))


def _rows(indicator: Indicator) -> Iterator[Row]:
    yield from _block("Tingkat", ((str(level), text) for level, text in enumerate(indicator.levels)))
    yield from _block("Artinya", ((str(level), text) for level, text in enumerate(indicator.meanings)))
    yield from _block("Aturan", rule_words(indicator.rule))
    yield from _block("Fakta", ((fact.id, _fact(fact)) for fact in indicator.facts))
    yield from _block("Bukti", (("•", text) for text in indicator.evidence))
    yield from _block("Keraguan", (("•", each.text) for each in indicator.doubts))
    if indicator.certainty is not Certainty.CONFIRMED:
        yield "Kepastian", "", _CERTAINTY[indicator.certainty]
    if indicator.source:
        yield "Asal", "", indicator.source


def _block(label: str, lines: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """Yield the lines under one label, which stands before the first."""
    yield from (("" if order else label, mark, text) for order, (mark, text) in enumerate(lines))


def _fact(fact: Fact) -> str:
    answers = _TYPES.get(fact.type) or " / ".join(fact.options)
    return f"{fact.text} ({answers})"


def _grid(rows: Iterable[Row]) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(min_width=9, no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, mark, text in rows:
        grid.add_row(Text(label, style="dim"), Text(mark), Text(text))
    return grid
