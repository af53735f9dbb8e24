"""Figures over consecutive periods, and the sentences that tell them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, ends_of, figure, grouped_int
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.format_words import apart, listed, short_period
from ipak_cli.report.trend import NO_RESULT, Direction, course
from ipak_cli.survey.certainty.change import NotCompared
from ipak_cli.survey.tally import BETWEEN, gathered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.period import Period
    from ipak_cli.report.material import Material
    from ipak_cli.survey.certainty.change import ChangeResult
    from ipak_cli.survey.result import SurveyResult


@dataclass(frozen=True, slots=True)
class Line:
    """A figure over consecutive periods, the report's own last; ``unit`` follows each number.

    ``change`` tells whether the last one can be told from that of the period with a result before it.
    """

    name: str
    periods: tuple[Period, ...]
    values: tuple[Figure, ...]
    unit: str = ""
    change: ChangeResult | NotCompared | None = None


def line(material: Material, name: str, pick: Callable[[SurveyResult], Figure], unit: str = "") -> Line:
    """Follow what ``pick`` takes from each period's result."""
    values = tuple(pick(past.survey) if past.survey else NO_RESULT for past in material.history)
    return Line(name, tuple(past.period for past in material.history), values, unit)


def index_lines(material: Material) -> tuple[Line, ...]:
    """Follow each index as the instrument tells it, then the mean of the indices where there is one."""
    value = material.terms.value
    changes = material.changes
    lines = [
        replace(
            line(material, code, _value_of(code, value)),
            change=changes.indices.get(code) if changes else None,
        )
        for code in material.survey.indices
    ]
    if ends_of(material.survey.combined.mean_of_indices) is not None:
        lines.append(line(material, "Gabungan", lambda survey: value(survey.combined.mean_of_indices)))
    return tuple(lines)


def share_lines(material: Material) -> tuple[Line, ...]:
    """Follow the share of each answer value in percent, the highest value first."""
    return tuple(
        line(material, _share_name(value, material.terms.words.answer), _share_of(value), " %")
        for value in material.highest_first
    )


def _share_name(value: str, word: str) -> str:
    return f"Bagian jawaban di antara dua {word}" if value == BETWEEN else f"Bagian jawaban {word} {value}"


def told(line: Line) -> str:
    """Say each value with its period, and of the last what can be told of its change.

    Words that say where a figure went are used only where that is tested, or nothing changed.
    """
    pairs = [(period, value) for period, value in _pairs(line) if ends_of(value) is not None]
    last = line.values[-1]
    if isinstance(last, NotScored) and last.between is None:
        return f"{line.name} pada {short_period(line.periods[-1])} belum dinilai: {say(last.reason)}."
    names = [short_period(period) for period, _ in pairs]
    shown = [f"{text}{line.unit}" for text in _apart([value for _, value in pairs])]
    *before, now = [f"{text} ({name})" for text, name in zip(shown, names, strict=True)]
    direction = course(line.values)
    if direction is None:
        return f"{line.name} {now}; belum ada {line.periods[-1].kind.word} lain yang dapat dibandingkan."
    if direction is Direction.SAME:
        return f"{line.name} tetap {shown[-1]} pada {listed(names)}."
    if direction is Direction.OPEN:
        return f"{line.name} {direction}: {listed([*before, now])}."
    return f"{line.name}: {listed([*before, now])}{_last_change(line)}."


def _last_change(line: Line) -> str:
    change = line.change
    if change is None:
        return ""
    if isinstance(change, NotCompared):
        return f"; perubahan terakhir tidak diuji: {say(change.reason)}"
    return f"; perubahan terakhir: {say(change.said)}"


def _apart(values: Sequence[Figure]) -> list[str]:
    """Write figures so that different ones look different, where all of them are exact."""
    exact = [value for value in values if isinstance(value, Fraction)]
    return apart(exact) if len(exact) == len(values) else [*map(figure, values)]


def respondents_differ(material: Material) -> Iterator[str]:
    """Yield why shares are compared and counts are not, where the numbers of answers differ.

    Where the report's own shares are not known, nothing is compared.
    """
    if any(isinstance(share.count, NotScored) for share in material.survey.distribution.values()):
        return
    told_ = (past.survey.answers for past in material.scored if past.survey)
    counts = [answers for answers in told_ if isinstance(answers, int)]
    if len(set(counts)) > 1:
        shown = listed(map(grouped_int, counts))
        word = material.period_word
        yield f"Jumlah jawaban antar{word} berbeda ({shown}), sehingga yang dibandingkan adalah bagiannya."


def _pairs(line: Line) -> Iterator[tuple[Period, Figure]]:
    return zip(line.periods, line.values, strict=True)


def _value_of(code: str, value: Callable[[Figure], Figure]) -> Callable[[SurveyResult], Figure]:
    def pick(survey: SurveyResult) -> Figure:
        return value(survey.indices[code].mean) if code in survey.indices else NO_RESULT

    return pick


def _none_between(survey: SurveyResult) -> Figure:
    """Return that no answer lies between two values, where the counts are known."""
    unknown = [share.count for share in survey.distribution.values() if isinstance(share.count, NotScored)]
    return unknown[0] if unknown else Fraction(0) if survey.answers else NO_RESULT


def _share_of(value: str) -> Callable[[SurveyResult], Figure]:
    def pick(survey: SurveyResult) -> Figure:
        shares = gathered(survey.distribution)
        if value == BETWEEN and value not in shares:
            return _none_between(survey)
        return shares[value].share if value in shares else NO_RESULT

    return pick
