"""A PEKPPP rubric on the screen: aspects, indicators, facts, rules and what the instrument leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ipak_cli.base.figures import decimal, short, whole
from ipak_cli.rubric import rules
from ipak_cli.rubric.implications import Enough, Implication, Saying
from ipak_cli.rubric.pekppp import HIGHEST_LEVEL, Certainty, Fact, FactType, Indicator, PekpppRubric
from ipak_cli.terminal.parts import marked, table, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, RenderableType

    from ipak_cli.pekppp.rules.proof import IndicatorProof

Line = tuple[str, str]
"""A level, or nothing, and what is said of it."""


def rule_words(rule: rules.Rule) -> Iterable[Line]:  # noqa: C901 (one case a rule)
    """Return the lines that say a rule in Indonesian; facts are named by their ids."""
    match rule:
        case rules.Count():
            return _count(rule)
        case rules.MandatoryPlusCount():
            return _mandatory_plus_count(rule)
        case rules.BasePlusCount():
            return _base_plus_count(rule)
        case rules.Ladder():
            return _ladder(rule)
        case rules.Coverage():
            return _coverage(rule)
        case rules.Elapsed():
            return _elapsed(rule)
        case rules.Ratio():
            return _ratio(rule)
        case rules.TwoChannelRatio():
            return _two_channel_ratio(rule)
        case rules.KeyCriterion():
            return _key_criterion(rule)
        case rules.Choice():
            return _choice(rule)
        case rules.Media():
            return _media(rule)
        case _:
            assert_never(rule)


def _count(rule: rules.Count) -> Iterator[Line]:
    yield "", f"{_when(rule.base)}banyaknya yang terpenuhi dari {ids(rule.of)}"
    yield from _at_least(rule.thresholds, 1, "yang terpenuhi")


def _mandatory_plus_count(rule: rules.MandatoryPlusCount) -> Iterator[Line]:
    yield "1", f"{_when(rule.base)}semua yang wajib terpenuhi: {ids(rule.mandatory)}"
    yield "+1", f"untuk setiap pelengkap, sampai tingkat 5: {ids(rule.of)}"


def _base_plus_count(rule: rules.BasePlusCount) -> Iterator[Line]:
    levels = ", ".join(map(str, rule.base_levels))
    yield "", f"{rule.base} memberi tingkat {levels} menurut jawabannya, dari yang terburuk"
    yield "+1", f"bila {rule.base} terpenuhi penuh, untuk setiap unsur lain: {ids(rule.of)}"


def _ladder(rule: rules.Ladder) -> Iterator[Line]:
    yield "", "tangga: setiap tingkat juga memerlukan semua tingkat di bawahnya"
    for level, step in enumerate(rule.steps, start=1):
        yield str(level), _marked(ids(step.all), doubtful=step.doubtful)


def _coverage(rule: rules.Coverage) -> Iterator[Line]:
    yield "", "tingkat tertinggi yang terpenuhi"
    for interval in rule.intervals:
        yield str(interval.all), f"{interval.fact} untuk semua layanan"
        part = f"{interval.fact} untuk sebagian layanan"
        yield str(interval.part), _marked(part, doubtful=interval.doubtful)


def _elapsed(rule: rules.Elapsed) -> Iterator[Line]:
    yield "", f"lama waktu dari {rule.start} sampai {rule.end}, bila {rule.done} sebanyak {rule.planned}"
    for level, months in zip(range(HIGHEST_LEVEL, 0, -1), rule.months, strict=True):
        yield str(level), f"paling lama {months} bulan"
    yield "1", "lebih lama dari itu, atau baru sebagian yang dikerjakan"


def _ratio(rule: rules.Ratio) -> Iterator[Line]:
    yield "", f"{rule.done} dibagi {rule.planned}, bila {rule.base} dan {rule.report} terpenuhi"
    yield from _shares(rule.shares)
    yield str(rule.plan_level), f"{rule.base} terpenuhi, selebihnya belum"


def _two_channel_ratio(rule: rules.TwoChannelRatio) -> Iterator[Line]:
    yield "", f"saluran utama, bila dipakai: {rule.main.settled} dibagi {rule.main.received}"
    yield from _shares(rule.main.shares)
    yield "", f"saluran lain: {rule.other.settled} dibagi {rule.other.received}"
    yield from _shares(rule.other.shares)
    yield "0", "belum satu pun selesai pada kedua saluran"


def _key_criterion(rule: rules.KeyCriterion) -> Iterator[Line]:
    yield "", f"{_when(rule.base)}banyaknya kriteria dari {ids((rule.key, *rule.of))}"
    yield from _at_least(rule.without, 1, f"kriteria, tanpa {rule.key}")
    yield from _at_least(rule.with_key, 3, f"kriteria, termasuk {rule.key}")


def _choice(rule: rules.Choice) -> Iterator[Line]:
    yield "", "keadaan pertama yang cocok; bila tidak ada, tingkat 0"
    for case in rule.cases:
        yield str(case.level), _marked("; ".join(map(_condition, case.when)), doubtful=case.doubtful)


def _media(rule: rules.Media) -> Iterator[Line]:
    yield "", f"banyaknya media yang terpenuhi dari {ids(rule.media)}"
    yield "1", "ada yang sudah dimuat, tetapi belum memenuhi tingkat 2"
    yield "2", f"paling sedikit {rule.without} media"
    yield from _at_least(rule.with_required, 3, f"media, dan {rule.required} terpenuhi")


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
    runs: list[list[str]] = []
    for fact in facts:
        if runs and int(fact[-2:]) == int(runs[-1][-1][-2:]) + 1:
            runs[-1].append(fact)
        else:
            runs.append([fact])
    return ", ".join(f"{run[0]} sampai {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _when(base: str | None) -> str:
    return f"bila {base} terpenuhi, " if base else ""


def _at_least(thresholds: Sequence[int], first: int, what: str) -> Iterator[Line]:
    for level, threshold in enumerate(thresholds, start=first):
        yield str(level), f"paling sedikit {threshold} {what}"


def _shares(shares: Iterable[rules.Share]) -> Iterator[Line]:
    for share in shares:
        limit = "mulai" if share.inclusive else "di atas"
        edge = " (tepat di batas ini meragukan)" if share.doubtful else ""
        yield str(share.level), f"{limit} {short(share.minimum)} %{edge}"


def _condition(condition: rules.Condition) -> str:
    return f"{condition.fact} {' atau '.join(condition.answers)}"


def _marked(text: str, *, doubtful: bool) -> str:
    return f"{text} (meragukan)" if doubtful else text


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
        proved.add_row(str(proof.no), proof.rule, whole(proof.inputs), extent, levels)
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
