"""A survey result, and the indices over the periods, as an office worker reads them in 80 columns."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import (
    NotScored,
    count,
    decimal,
    ends_of,
    figure,
    grouped_int,
    short,
)
from ipak_cli.base.period import PeriodKind, indonesian_date
from ipak_cli.base.provenance import spoken
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rubric.types import are_elements
from ipak_cli.survey.certainty.all_figures import survey_certainty
from ipak_cli.survey.certainty.intervals import NoInterval
from ipak_cli.survey.quality import missing_answers
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.tally import BETWEEN, gathered
from ipak_cli.survey.zi_result import ConditionResult, ConditionStatus, PredicateResult
from ipak_cli.terminal.certainty import (
    HEAD,
    beside_verdict,
    in_short,
    index_intervals,
    interval,
    reasons_once,
    which_first,
)
from ipak_cli.terminal.console import marked, one_line, table, title
from ipak_cli.terminal.survey_details import survey_details
from ipak_cli.terminal.survey_recap import no_distribution, no_items, recap_lines, why_no_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.certainty.all_figures import SurveyCertainty
    from ipak_cli.survey.result import ItemResult, SurveyResult

_SIGNS: Final = {ConditionStatus.MET: "✓", ConditionStatus.NOT_MET: "✗", ConditionStatus.NOT_ASSESSED: "–"}
_FEW: Final = 5
"""Items that the first screen shows."""
_COLOURS: Final = {
    ConditionStatus.MET: "green",
    ConditionStatus.NOT_MET: "red",
    ConditionStatus.NOT_ASSESSED: "dim",
}


def survey_view(
    result: SurveyResult, rubric: SurveyRubric | None = None, *, detail: bool = False
) -> RenderableType:
    """Return what matters on one screen: indices, stars, ZI, sample, which items first; or all of it.

    The rubric alone tells in which bands an index may lie.
    """
    parts: list[RenderableType] = [_head(result), _indices(result), *_combined(result)]
    sure = survey_certainty(result, rubric)
    if not detail:
        first = (_stars(result), *_predicates(result), *_sample(result), in_short(sure))
        return Group(*parts, Text(), *first, *_lowest(result, sure), *_more(result))
    parts += [
        _distribution(result),
        *_zi(result, sure),
        title("Kecukupan responden"),
        *_sample(result),
        *index_intervals(result, sure),
        *_items(result, sure),
    ]
    return Group(*parts, *survey_details(result))


def _head(result: SurveyResult) -> RenderableType:
    period = result.period
    words = spoken(period) if period.name else "periode tidak diketahui"
    when = capital(words)
    if period.start and period.end and period.kind is not PeriodKind.RANGE:
        first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
        when += f" ({indonesian_date(first)} – {indonesian_date(last)})"
    lines = [Text(result.unit or "Hasil survei", style="bold"), Text(when)]
    if result.respondents is not None:
        missing, unreadable = missing_answers(result)
        not_given = f", {grouped_int(missing)} tidak diberikan" if missing else ""
        not_given += f", {grouped_int(unreadable)} tidak terbaca" if unreadable else ""
        told = ((result.respondents, "responden"), (result.answers or 0, "jawaban"))
        people, answers = (_told(number, word) for number, word in told)
        lines.append(Text(f"{people} · {answers}{not_given}"))
        lines += _long_tables(result)
        lines += recap_lines(result)
    lines.append(Text(f"Rubrik {result.rubric.id} versi {result.rubric.version}", style="dim"))
    return Group(*lines)


def _told(number: int | NotScored, word: str) -> str:
    return (
        f"jumlah {word} belum diketahui" if isinstance(number, NotScored) else f"{grouped_int(number)} {word}"
    )


def _long_tables(result: SurveyResult) -> Iterator[Text]:
    """Say of which sources the respondents were put together from one answer a row."""
    for source in result.sources:
        if source.answer_rows is not None:
            told = f"{grouped_int(source.answer_rows)} jawaban dari {grouped_int(source.rows)} responden"
            name = f" ({source.name})" if len(result.sources) > 1 else ""
            yield Text(f"Tabel panjang{name}: {told}")


def _indices(result: SurveyResult) -> RenderableType:
    rows = table("Indeks", "Nilai", "Persen", "Poin ZI", "Mutu", right=("Nilai", "Persen", "Poin ZI"))
    for code, index in result.indices.items():
        band = f"{index.band.code} ({index.band.name})" if index.band else ""
        name = code if index.name == code else f"{code} {index.name}"
        rows.add_row(
            Text(name),
            Text(figure(index.mean), style="bold"),
            figure(index.percent, " %"),
            figure(index.points),
            band,
        )
    if not any(index.band for index in result.indices.values()):
        rows.columns.pop()
    if all(ends_of(index.points) is None for index in result.indices.values()):
        rows.columns.pop(3)
    return Group(Text(), rows, *why_no_index(result))


def _combined(result: SurveyResult) -> Iterator[RenderableType]:
    combined = result.combined
    if ends_of(combined.mean_of_indices) is not None:
        yield Text(f"Indeks gabungan (rata-rata indeks)   {figure(combined.mean_of_indices)}")
    if ends_of(combined.pooled) is not None:
        yield Text(f"Rata-rata seluruh jawaban            {figure(combined.pooled)}")


def _distribution(result: SurveyResult) -> RenderableType:
    if unknown := no_distribution(result):
        return Group(title("Sebaran jawaban"), unknown)
    rows = table("Nilai jawaban", "Jawaban", "Bagian", right=("Jawaban", "Bagian"))
    shares = gathered(result.distribution)
    between = shares.pop(BETWEEN, None)
    for value, share in reversed(list(shares.items())):
        rows.add_row(value, count(share.count), figure(share.share, " %"))
    if between:
        rows.add_row("di antaranya", count(between.count), figure(between.share, " %"))
    return Group(title("Sebaran jawaban"), rows)


def _stars(result: SurveyResult) -> Text:
    """Return the distribution on one line."""
    if unknown := no_distribution(result):
        return unknown
    shares = reversed(list(result.distribution.items()))
    told = (f"{value}: {count(share.count)} ({figure(share.share, ' %')})" for value, share in shares)
    return Text(f"Jawaban {' · '.join(told)}")


def _predicates(result: SurveyResult) -> Iterator[Text]:
    if result.zi is not None:
        for code, predicate in result.zi.predicates.items():
            yield _verdict(code, predicate)


def _zi(result: SurveyResult, sure: SurveyCertainty) -> Iterator[RenderableType]:
    if result.zi is None:
        return
    yield title("Komponen hasil Zona Integritas")
    rows = table("Komponen", "Poin", "Dari", right=("Poin", "Dari"))
    for component in result.zi.components:
        rows.add_row(Text(component.name, style="bold"), figure(component.points), short(component.maximum))
        if len(component.parts) > 1:
            for part in component.parts:
                rows.add_row(f"  {part.name}", figure(part.points), short(part.maximum))
    yield rows
    for code, predicate in result.zi.predicates.items():
        yield _verdict(code, predicate)
        yield marked(
            (_SIGNS[each.status], _condition(each, beside_verdict(result, sure, each)))
            for each in predicate.conditions
        )


def _verdict(code: str, predicate: PredicateResult) -> Text:
    words = {
        True: "syarat yang dapat dinilai di sini terpenuhi",
        False: "belum terpenuhi",
        None: "belum dapat disimpulkan",
    }
    return Text.assemble((code, "bold"), f": {words[predicate.met]}")


def _condition(condition: ConditionResult, beside: str) -> Text:
    reached = condition.reached
    if isinstance(reached, NotScored) and reached.between is None:
        actual = f"belum dinilai ({say(reached.reason)})"
    else:
        actual = figure(reached)
    text = f"{condition.name}: {actual}, minimal {decimal(condition.minimum)}{beside}"
    return Text(text, style=_COLOURS[condition.status])


def _sample(result: SurveyResult) -> Iterator[RenderableType]:
    sample = result.sample
    verdict = {True: "cukup", False: "belum cukup", None: "belum dinilai"}[sample.adequate]
    yield Text(f"Responden {verdict}: {say(sample.reason)}")
    if not isinstance(sample.response_rate, NotScored):
        visitors = grouped_int(result.population or 0)
        yield Text(f"Tingkat respons {decimal(sample.response_rate)} % dari {visitors} pengunjung")


def _items(result: SurveyResult, sure: SurveyCertainty) -> Iterator[RenderableType]:
    word = _item_word(result)
    if result.recap is RecapShape.TOTALS:
        yield title(f"{word}")
        yield from no_items(result)
        return
    yield title(_order(word, sure, some=False))
    yield _item_table(result, sure, [Text(item.text) for item in _in_order(result, sure)])
    yield from _about_items(result, sure, word)


def _item_table(result: SurveyResult, sure: SurveyCertainty, texts: Sequence[Text]) -> RenderableType:
    """Return the first items, as many as there are texts to show."""
    rows = table(_item_word(result), "Indeks", "Nilai", HEAD, "Kalimat", right=("Nilai", HEAD))
    for item, text in zip(_in_order(result, sure), texts, strict=False):
        value = Text(figure(item.mean), style="bold")
        rows.add_row(item.code, item.index, value, interval(sure.items[item.code]), text)
    return rows


def _in_order(result: SurveyResult, sure: SurveyCertainty) -> list[ItemResult]:
    """Return the items in the order in which to look at them; those without counts by their values."""
    places = {rank.code: place for place, rank in enumerate(sure.first)}
    lowest = sorted(result.items, key=_lowest_first)
    return sorted(lowest, key=lambda item: places.get(item.code, len(places)))


def _order(word: str, sure: SurveyCertainty, *, some: bool) -> str:
    """Say how the items are ordered: those without counts by their values alone."""
    if sure.first:
        return f"{word} yang didahulukan" if some else f"{word}, yang didahulukan lebih dulu"
    return f"{word} menurut nilainya"


def _about_items(result: SurveyResult, sure: SurveyCertainty, word: str) -> Iterator[Text]:
    if sure.first:
        yield which_first(result, sure, word.lower())
    elif result.recap is not None:
        yield Text(f"Rekap tidak menunjukkan {word.lower()} mana yang paling rendah di luar kebetulan.")
    unknown = {code: found for code, found in sure.items.items() if isinstance(found, NoInterval)}
    yield from reasons_once(unknown.items())


def _item_word(result: SurveyResult) -> str:
    elements = are_elements([item.element for item in result.items], zi=result.zi is not None)
    return "Unsur" if elements else "Butir"


def _lowest(result: SurveyResult, sure: SurveyCertainty) -> Iterator[RenderableType]:
    """Yield the items to look at first, each on one line."""
    if result.recap is RecapShape.TOTALS:
        return
    word = _item_word(result)
    texts = [one_line(item.text) for item in _in_order(result, sure)]
    yield title(_order(word, sure, some=len(texts) > _FEW))
    yield _item_table(result, sure, texts[:_FEW])
    if sure.first:
        yield which_first(result, sure, word.lower())
    elif result.recap is not None:
        yield Text(f"Rekap tidak menunjukkan {word.lower()} mana yang paling rendah di luar kebetulan.")


def _more(result: SurveyResult) -> Iterator[Text]:
    """Say what the first screen leaves out."""
    rows = sum(note.count for source in result.sources for note in (*source.left_out, *source.noted))
    yield Text()
    if rows:
        yield Text(f"{grouped_int(rows)} baris tidak dihitung, atau patut dilihat (lihat --rinci)")
    what = "dan yang tidak dapat dihitung dari rekap" if result.recap else "kelompok, saran, dan mutu data"
    everything = f"Semua {_item_word(result).lower()}, {what}"
    yield Text(f"{everything}: tambahkan --rinci", style="dim")


def _lowest_first(item: ItemResult) -> tuple[Fraction, Fraction]:
    return ends_of(item.mean) or (Fraction(-1), Fraction(-1))
