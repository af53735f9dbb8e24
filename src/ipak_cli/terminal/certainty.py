"""How sure a result is, in 80 columns: intervals, minimums, and which items come first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rich.text import Text

from ipak_cli.base.figures import NOT_SCORED, span
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.certainty.against import Standing
from ipak_cli.survey.certainty.all_figures import index_limit
from ipak_cli.survey.certainty.intervals import Census, ConfidenceInterval
from ipak_cli.survey.certainty.stored import ends
from ipak_cli.terminal.console import table, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from ipak_cli.survey.certainty.against import ThresholdResult
    from ipak_cli.survey.certainty.all_figures import SurveyCertainty
    from ipak_cli.survey.certainty.intervals import Certainty
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.zi_result import ConditionResult

HEAD: Final = "Selang 95 %"
_STANDINGS: Final = {
    Standing.ABOVE: "di atas",
    Standing.UNSURE: "belum dapat dibedakan",
    Standing.BELOW: "di bawah",
}


def interval(certainty: Certainty) -> str:
    """Write an interval for a cell: both ends rounded outward, or that everybody answered."""
    if isinstance(certainty, Census):
        return "sensus"
    return span(certainty.shown()) if isinstance(certainty, ConfidenceInterval) else NOT_SCORED


def index_intervals(result: SurveyResult, sure: SurveyCertainty) -> Iterator[RenderableType]:
    """Yield the indices' intervals beside their minimums, and what they were computed with."""
    yield title(f"{HEAD}: rentang nilai yang mungkin bila semua pengunjung menjawab")
    percent = any(index.band for index in result.indices.values())
    rows = table("Indeks", HEAD, "Persen", "Mutu", "Terhadap batas", right=(HEAD, "Persen"))
    factor = Fraction(100, ends(result)[1])
    for code, found in sure.indices.items():
        scaled = found.times(factor) if isinstance(found, ConfidenceInterval) else found
        standing = " · ".join(say(each.said) for each in _told(sure, code))
        cells = (interval(found), interval(scaled), _band(sure, code) or NOT_SCORED, standing)
        rows.add_row(code, Text(cells[0], style="bold"), *cells[1:])
    for number, shown in ((4, any(sure.thresholds.values())), (3, bool(sure.bands)), (2, percent)):
        if not shown:
            rows.columns.pop(number)
    yield rows
    yield from reasons_once(sure.indices.items())


def _band(sure: SurveyCertainty, code: str) -> str | None:
    """Return the bands in which an index may lie; nothing without an interval, or in a census."""
    found = sure.bands.get(code)
    if found is None or not isinstance(sure.indices[code], ConfidenceInterval):
        return None
    return say(found.said)


def in_short(sure: SurveyCertainty) -> Text:
    """Return the indices' intervals and where they stand on one line, or why there are none."""
    known = [code for code, found in sure.indices.items() if isinstance(found, ConfidenceInterval)]
    if not known:
        reasons = dict.fromkeys(say(found.reason) for found in sure.indices.values())
        return Text(f"{HEAD}: {'; '.join(reasons)}")
    told = [f"{code} {interval(sure.indices[code])}{_standing(sure, code)}" for code in known]
    return Text(f"{HEAD}: {' · '.join(told)}")


def _standing(sure: SurveyCertainty, code: str) -> str:
    """Return where an index stands, in brackets: only against the highest minimum where it is above all."""
    found = [*_told(sure, code)]
    all_above = all(each.standing is Standing.ABOVE for each in found)
    told = [say(each.said) for each in (found[-1:] if all_above else found)]
    told += [f"mutu {band}" for band in (_band(sure, code),) if band]
    return f" ({', '.join(told)})" if told else ""


def beside_verdict(result: SurveyResult, sure: SurveyCertainty, condition: ConditionResult) -> str:
    """Return what an interval says beside the official yes or no of a condition; nothing without one."""
    limit = index_limit(result.zi, condition, ends(result)[1])
    if limit is None or isinstance(sure.indices.get(limit[0]), Census):
        return ""
    found = (each for each in _told(sure, limit[0]) if each.threshold == limit[1])
    return "".join(f"; selangnya {_STANDINGS[each.standing]}" for each in found)


def _told(sure: SurveyCertainty, code: str) -> Iterator[ThresholdResult]:
    """Yield where an index stands; without an interval the reason below the table says it once."""
    yield from (each for each in sure.thresholds[code] if each.standing is not Standing.UNKNOWN)


def reasons_once(found: Iterable[tuple[str, Certainty]]) -> Iterator[Text]:
    """Yield what intervals were computed with, or why there are none, each reason once, with its figures."""
    reasons: dict[str, list[str]] = {}
    for code, certainty in found:
        reasons.setdefault(say(certainty.reason), []).append(code)
    for reason, codes in reasons.items():
        named = f"{', '.join(codes)}: {reason}" if len(reasons) > 1 else capital(reason)
        yield Text(f"{named}.", style="dim")


def which_first(result: SurveyResult, sure: SurveyCertainty, word: str) -> Text:
    """Say which items are lower than the others beyond chance, and how all of them are ordered."""
    order = "jarak ke target" if any(item.target is not None for item in result.items) else "nilainya"
    lower = [rank.code for rank in sure.first if rank.lower]
    if lower:
        others = f"sesudahnya menurut {order}"
        return Text(f"{', '.join(lower)} lebih rendah daripada {word} lain; {others}.")
    return Text(f"Belum dapat dibedakan mana yang terendah; urutannya menurut {order}.")
