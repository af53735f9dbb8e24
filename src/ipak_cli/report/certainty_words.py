"""What chance leaves open, in the report's words: intervals, changes, minimums, what comes first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, decimal, ends_of, figure, span
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.charts import Whisker
from ipak_cli.report.format_words import (
    FROM_UNROUNDED,
    apart,
    gap,
    listed,
    long_period,
    said,
    short_period,
    target,
)
from ipak_cli.report.material import known
from ipak_cli.report.outline import ReportTable, left, right, row
from ipak_cli.survey.certainty.against import Standing
from ipak_cli.survey.certainty.all_figures import index_certainties
from ipak_cli.survey.certainty.change import ChangeFinding, ChangeResult, NotCompared
from ipak_cli.survey.certainty.intervals import Census, ConfidenceInterval, NoInterval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Row
    from ipak_cli.survey.certainty.first import ItemRank
    from ipak_cli.survey.certainty.intervals import Certainty
    from ipak_cli.survey.result import ItemResult

HEAD: Final = "Selang kepastian"
_FEW: Final = 3
_MOST: Final = 6
"""Items that a sentence names as those to look at next; where more are alike, none of them is."""
_STANDINGS: Final = {
    Standing.ABOVE: "di atas",
    Standing.UNSURE: "belum dapat dibedakan dari",
    Standing.BELOW: "di bawah",
}
_WAYS: Final = {ChangeFinding.RISEN: "naik", ChangeFinding.FALLEN: "turun"}


def interval(certainty: Certainty, factor: Fraction = Fraction(1)) -> str:
    """Write an interval for a cell, on the scale of the answers times ``factor``."""
    if isinstance(certainty, Census):
        return "sensus"
    if isinstance(certainty, NoInterval):
        return NOT_SCORED
    return span(certainty.times(factor).shown())


def whiskers(material: Material, code: str) -> Iterator[Whisker | None]:
    """Yield the interval of an index in each period of the trend; nothing for a figure that is no index."""
    if code not in material.survey.indices:
        return
    for past in material.history:
        found = index_certainties(past.survey).get(code) if past.survey else None
        yield None if found is None else _whisker(found, material.terms.factor)


def _whisker(certainty: Certainty, factor: Fraction) -> Whisker:
    if isinstance(certainty, ConfidenceInterval):
        return Whisker(interval(certainty, factor), certainty.times(factor).shown())
    words = interval(certainty) if isinstance(certainty, Census) else "tanpa selang"
    return Whisker(words, why=say(certainty.reason))


def index_intervals(material: Material) -> Iterator[str]:
    """Yield in which bands the indices may lie, and what the intervals in the table were computed with."""
    sure = material.sure
    reasons: dict[str, list[str]] = {}
    for code, found in sure.indices.items():
        what = "" if isinstance(found, Census) else f"{HEAD.lower()}: "
        reasons.setdefault(f"{what}{say(found.reason)}", []).append(code)
        if (bands := sure.bands.get(code)) and len(bands.bands) > 1:
            yield f"Mutu {code} menurut selang itu {say(bands.said)}."
    for reason, codes in reasons.items():
        yield f"{listed(codes)}: {reason}." if len(reasons) > 1 else f"{capital(reason)}."


def index_standings(material: Material) -> Iterator[str]:
    """Yield where the indices stand against the minimums, beside what their values alone decide."""
    told = {
        code: [
            f"{_STANDINGS[each.standing]} minimal {decimal(each.threshold)}"
            for each in found
            if each.standing in _STANDINGS
        ]
        for code, found in material.sure.thresholds.items()
    }
    lines = [f"{code} {listed(words)}" for code, words in told.items() if words]
    if lines:
        yield (
            f"Bila kebetulan diperhitungkan, {'; '.join(lines)}. Terpenuhi atau tidaknya syarat tetap "
            "ditentukan oleh nilainya sendiri."
        )


def index_change(material: Material, code: str, then: Figure, now: Figure) -> str | None:
    """Say how an index changed since the last period that has a result; nothing where an end is open."""
    before, changes = material.before, material.changes
    earlier, later = known(then), known(now)
    if before is None or changes is None or ends_of(then) is None or ends_of(now) is None:
        return None
    since = long_period(before.period)
    if earlier is None or later is None:
        return _untested(changes.indices[code], f"{code} {figure(now)}, dan {figure(then)} pada {since}")
    first, last = apart((earlier, later))
    if earlier == later:
        return f"{code} tetap, dibandingkan {since}."
    found = changes.indices[code]
    distance = gap(later, earlier)
    note = "" if _looks_right(distance[1:], first, last) else f"; {FROM_UNROUNDED}"
    if isinstance(found, NotCompared):
        return _untested(found, f"{code} {last}, dan {first} pada {since}")
    if found.finding is ChangeFinding.UNSURE:
        unsure = f"belum dapat dibedakan (selisih {distance})"
        return f"{code} {last}, dan {first} pada {since}: {unsure}{note}."
    way = f"{_WAYS[found.finding]} {distance[1:]}"
    return f"{code} {way}, dari {first} menjadi {last}, dibandingkan {since}{note}."


def _untested(found: ChangeResult | NotCompared, figures: str) -> str:
    """Say figures of which nothing is said beyond them, and why."""
    why = f"; perubahannya tidak diuji: {say(found.reason)}" if isinstance(found, NotCompared) else ""
    return f"{figures}{why}."


def _looks_right(distance: str, first: str, last: str) -> bool:
    """Tell whether the difference that is written is that of the two figures as they are written."""
    shown, then, now = (Fraction(text.replace(",", ".")) for text in (distance, first, last))
    return shown == abs(now - then)


def change_notes(material: Material) -> Iterator[str]:
    """Yield what a reader has to know of the comparison, and which items changed."""
    changes = material.changes
    if changes is None:
        return
    word = material.terms.words.item
    tested = {code: each for code, each in changes.items.items() if isinstance(each, ChangeResult)}
    moved = [code for code, each in tested.items() if each.finding is not ChangeFinding.UNSURE]
    if moved:
        told = listed(f"{code} {say(tested[code].said)}" for code in moved)
        yield f"Dari {len(tested)} {word} yang diuji bersama, yang berubah adalah {told}."
    elif tested:
        yield f"Tidak ada {word} yang perubahannya dapat dibedakan; {len(tested)} {word} diuji bersama."
    told_of = (*changes.indices.values(), *tested.values())
    notes = (note for each in told_of if isinstance(each, ChangeResult) for note in each.notes)
    yield from (f"{capital(text)}." for text in dict.fromkeys(map(say, notes)))


def lower_items(material: Material) -> tuple[ItemResult, ...]:
    """Return the items that are lower than the others beyond chance, the farthest from its target first."""
    return tuple(item for item, rank in _ranks(material) if rank.lower)


def in_order(material: Material) -> tuple[ItemResult, ...]:
    """Return the items in the order in which to look at them; nothing where no counts are known."""
    return tuple(item for item, _ in _ranks(material))


def _ranks(material: Material) -> list[tuple[ItemResult, ItemRank]]:
    items = {item.code: item for item in material.survey.items}
    return [
        (items[rank.code], rank) for rank in material.sure.first if known(items[rank.code].mean) is not None
    ]


def which_first(material: Material) -> Iterator[str]:
    """Yield which items are lower than the others beyond chance, and which come next by what lacks."""
    terms = material.terms
    word, lower = terms.words.item, lower_items(material)
    if lower:
        values = listed(figure(item.mean) for item in lower)
        named = capital(terms.named(lower))
        yield f"{named} lebih rendah daripada {word} lain, yaitu {values}."
    else:
        means = [mean for item in material.survey.items if (mean := known(item.mean)) is not None]
        low, high = apart((min(means), max(means)))
        yield (
            f"{terms.words.mean} setiap {word} terletak antara {low} dan {high}; belum dapat dibedakan "
            f"{word} mana yang paling rendah."
        )
    rest = [item for item in in_order(material) if item not in lower and material.is_below(item)]
    if next_ones := _next(material, rest):
        order = "berikutnya didahulukan" if lower else "didahulukan"
        codes = listed(item.code for item in next_ones)
        yield f"Menurut jarak ke targetnya, yang {order} adalah {word} {codes}."


def _next(material: Material, rest: Sequence[ItemResult]) -> Sequence[ItemResult]:
    """Return the first three with all that lack as much as the third; nothing where these are many."""
    if not rest:
        return ()
    lacks = [(material.target_of(item) or Fraction(0)) - (known(item.mean) or Fraction(0)) for item in rest]
    limit = lacks[:_FEW][-1]
    found = [item for item, lack in zip(rest, lacks, strict=True) if lack >= limit]
    return found if len(found) <= _MOST else ()


def items_table(material: Material) -> ReportTable:
    """Return how sure the items' means are, in the order in which to look at them."""
    words, before = material.terms.words, material.before
    change = f"Perubahan dari {short_period(before.period)}" if before else None
    columns = (
        *left(words.columns[0]),
        *right(words.mean_column, *(("Target",) if material.has_targets else ()), HEAD),
        *left("Dibandingkan yang lain", *((change,) if change else ())),
    )
    rows = tuple(_item(material, item, rank) for item, rank in _ranks(material))
    caption = f"Kepastian nilai setiap {words.item}, {long_period(material.period)}"
    return ReportTable("tabel-kepastian", caption, columns, rows, _notes(material))


def _item(material: Material, item: ItemResult, rank: ItemRank) -> Row:
    changes = material.changes
    found = changes.items.get(item.code) if changes else None
    change = (_item_change(found),) if changes else ()
    goal = (target(material.target_of(item)),) if material.has_targets else ()
    cells = (said(item.mean), *goal, interval(material.sure.items[item.code]))
    place = (
        "lebih rendah" if rank.lower else "belum dapat dibedakan" if rank.lower is not None else NOT_SCORED
    )
    return row(item.code, *cells, place, *change)


def _item_change(found: ChangeResult | NotCompared | None) -> str:
    return say(found.said) if isinstance(found, ChangeResult) else NOT_SCORED


def _notes(material: Material) -> str | None:
    """Say what the intervals were computed with, where it is the same for all items."""
    reasons = dict.fromkeys(say(found.reason) for found in material.sure.items.values())
    notes = [f"{capital(reason)}." for reason in reasons] if len(reasons) == 1 else []
    ranks = (note for _, rank in _ranks(material) for note in rank.notes)
    notes += [f"{capital(text)}." for text in dict.fromkeys(map(say, ranks))]
    return " ".join(notes) or None
