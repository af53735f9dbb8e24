"""How sure a result is, in 80 columns: intervals, minimums, and which items come first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rich.text import Text

from ipak_cli.base.figures import NOT_SCORED, span
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.certainty.against import Standing
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

HEAD: Final = "Selang 95 %"


def interval(certainty: Certainty) -> str:
    """Write an interval for a cell: both ends rounded outward, or that everybody answered."""
    if isinstance(certainty, Census):
        return "sensus"
    return span(certainty.shown()) if isinstance(certainty, ConfidenceInterval) else NOT_SCORED


def index_intervals(result: SurveyResult, sure: SurveyCertainty) -> Iterator[RenderableType]:
    """Yield the indices' intervals beside their minimums, and what they were computed with."""
    yield title(f"{HEAD}: rentang nilai yang mungkin bila semua pengunjung menjawab")
    percent = any(index.band for index in result.indices.values())
    rows = table("Indeks", HEAD, "Persen", "Terhadap batas", right=(HEAD, "Persen"))
    factor = Fraction(100, ends(result)[1])
    for code, found in sure.indices.items():
        scaled = found.times(factor) if isinstance(found, ConfidenceInterval) else found
        standing = " · ".join(say(each.said) for each in _told(sure, code))
        rows.add_row(code, Text(interval(found), style="bold"), interval(scaled), standing)
    if not any(sure.thresholds.values()):
        rows.columns.pop()
    if not percent:
        rows.columns.pop(2)
    yield rows
    yield from reasons_once(sure.indices.items())


def in_short(sure: SurveyCertainty) -> Text:
    """Return the indices' intervals and where they stand on one line, or why there are none."""
    known = [code for code, found in sure.indices.items() if isinstance(found, ConfidenceInterval)]
    if not known:
        reasons = dict.fromkeys(say(found.reason) for found in sure.indices.values())
        return Text(f"{HEAD}: {'; '.join(reasons)}")
    told = []
    for code in known:
        minima = [say(each.said) for each in _told(sure, code)]
        told.append(f"{code} {interval(sure.indices[code])}{f' ({minima[-1]})' if minima else ''}")
    return Text(f"{HEAD}: {' · '.join(told)}")


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
