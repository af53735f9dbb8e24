"""Sentences about the quarters: where figures go, over those that have a result, and which have none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.arithmetic import NotScored
from ipak_cli.report.trend import NO_RESULT, Direction, course
from ipak_cli.report.words import apart, listed, long_quarter, short_quarter
from ipak_cli.wording import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipak_cli.arithmetic import Figure
    from ipak_cli.period import Quarter
    from ipak_cli.report.material import Material
    from ipak_cli.survey.result import SurveyResult


@dataclass(frozen=True, slots=True)
class Line:
    """A figure over consecutive quarters, the report's own last; ``unit`` follows each number."""

    name: str
    quarters: tuple[Quarter, ...]
    values: tuple[Figure, ...]
    unit: str = ""


def line(material: Material, name: str, pick: Callable[[SurveyResult], Figure], unit: str = "") -> Line:
    """Follow what ``pick`` takes from each quarter's result."""
    values = tuple(pick(past.survey) if past.survey else NO_RESULT for past in material.history)
    return Line(name, tuple(past.quarter for past in material.history), values, unit)


def index_lines(material: Material) -> tuple[Line, ...]:
    """Follow each index, then the mean of the indices where the rubric has one."""
    lines = [line(material, code, _mean_of(code)) for code in material.survey.indices]
    if not isinstance(material.survey.combined.mean_of_indices, NotScored):
        lines.append(line(material, "Gabungan", lambda survey: survey.combined.mean_of_indices))
    return tuple(lines)


def share_lines(material: Material) -> tuple[Line, ...]:
    """Follow the share of each answer value in percent, the highest value first."""
    return tuple(
        line(material, f"Bagian jawaban bintang {value}", _share_of(value), " %")
        for value in reversed(tuple(material.survey.distribution))
    )


def told(line: Line) -> str:
    """Say where a figure went: its course, each value with its quarter, and last where it winds."""
    pairs = [(quarter, value) for quarter, value in _pairs(line) if isinstance(value, Fraction)]
    last = line.values[-1]
    if isinstance(last, NotScored):
        return f"{line.name} pada {short_quarter(line.quarters[-1])} belum dinilai: {last.reason}."
    names = [short_quarter(quarter) for quarter, _ in pairs]
    shown = [f"{text}{line.unit}" for text in apart([value for _, value in pairs])]
    *before, now = [f"{text} ({name})" for text, name in zip(shown, names, strict=True)]
    direction = course(line.values)
    if direction is None:
        return f"{line.name} {now}; belum ada triwulan lain yang dapat dibandingkan."
    if direction is Direction.SAME:
        return f"{line.name} tetap {shown[-1]} pada {listed(names)}."
    if len(pairs) == 2:
        return f"{line.name} {direction} dari {before[0]} menjadi {now}."
    last_step = course(line.values[-2:])
    now += f"; terakhir {last_step}" if direction is Direction.MIXED and last_step else ""
    return f"{line.name} {direction}: {', '.join(before)}, dan {now}."


def gaps(material: Material) -> Iterator[str]:
    """Yield which quarters of the comparison have no result."""
    missing = [long_quarter(past.quarter) for past in material.history if past.survey is None]
    if missing:
        yield f"{listed(missing)} tidak mempunyai hasil tersimpan, sehingga tidak ikut dibandingkan."


def respondents_differ(material: Material) -> Iterator[str]:
    """Yield why shares are compared and counts are not, where the numbers of answers differ."""
    counts = [past.survey.answers for past in material.scored if past.survey]
    if len(set(counts)) > 1:
        shown = listed(whole(count) for count in counts if count is not None)
        yield f"Jumlah jawaban antartriwulan berbeda ({shown}), sehingga yang dibandingkan adalah bagiannya."


def _pairs(line: Line) -> Iterator[tuple[Quarter, Figure]]:
    return zip(line.quarters, line.values, strict=True)


def _mean_of(code: str) -> Callable[[SurveyResult], Figure]:
    def pick(survey: SurveyResult) -> Figure:
        return survey.indices[code].mean if code in survey.indices else NO_RESULT

    return pick


def _share_of(value: str) -> Callable[[SurveyResult], Figure]:
    def pick(survey: SurveyResult) -> Figure:
        return survey.distribution[value].share if value in survey.distribution else NO_RESULT

    return pick
