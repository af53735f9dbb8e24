"""Whether enough people answered: response rate, the Krejcie-Morgan size, the minimum of 30."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import Figure, NotScored, half_up
from ipak_cli.survey.result import SampleResult

if TYPE_CHECKING:
    from ipak_cli.rubric.survey import Sample


def krejcie_morgan(population: int) -> int:
    """Return the sample size for a population: ``x2*N*P*Q / (d2*(N-1) + x2*P*Q)``, rounded half up.

    ``x2 = 3.841`` (one degree of freedom, 95 %), ``d = 0.05``, ``P = Q = 0.5`` (Krejcie and Morgan, 1970).
    """
    spread = Fraction("3.841") / 4
    size = spread * population / (Fraction("0.0025") * (population - 1) + spread)
    return int(half_up(size, 0))


def judge_sample(rule: Sample, respondents: int | None, population: int | None) -> SampleResult:
    """Judge the number of respondents against the minimum and, where it is known, the population."""
    size = krejcie_morgan(population) if population is not None else None
    required = _required(rule.minimum, population, size)
    if respondents is None:
        reason, adequate = "masukan bermasalah", None
    else:
        reason = _reason(rule.minimum, respondents, population)
        adequate = None if required is None else respondents >= required
    return SampleResult(rule.minimum, size, required, _rate(respondents, population), adequate, reason)


def _rate(respondents: int | None, population: int | None) -> Figure:
    if respondents is None:
        return NotScored("masukan bermasalah")
    if population is None:
        return NotScored("jumlah pengunjung (populasi) tidak diberikan")
    return Fraction(100 * respondents, population)


def _required(minimum: int | None, population: int | None, size: int | None) -> int | None:
    """Return the size to reach: a unit with fewer visitors than the minimum may survey fewer."""
    if population is None or size is None:
        return minimum
    return size if minimum is None or population <= minimum else max(size, minimum)


def _reason(minimum: int | None, respondents: int, population: int | None) -> str:
    if population is None:
        return _by_minimum(minimum, respondents)
    size = krejcie_morgan(population)
    required = _required(minimum, population, size) or size
    if respondents > population:
        return f"{respondents} responden melebihi {population} pengunjung; periksa jumlah pengunjung"
    if respondents == population:
        return f"sensus: seluruh {population} pengunjung mengisi survei"
    if respondents >= required:
        fewer = f"; pengunjung tidak sampai {minimum} orang" if minimum and population < minimum else ""
        reached = f"{respondents} responden mencapai ukuran Krejcie-Morgan {size}"
        return f"{reached} dari {population} pengunjung{fewer}"
    if minimum is not None and respondents >= minimum:
        return (
            f"{respondents} responden mencapai batas minimal {minimum}, tetapi kurang dari ukuran "
            f"Krejcie-Morgan {size} untuk {population} pengunjung"
        )
    return f"{respondents} responden kurang dari {required} yang diperlukan untuk {population} pengunjung"


def _by_minimum(minimum: int | None, respondents: int) -> str:
    if minimum is None:
        return "rubrik tidak menetapkan batas minimal dan jumlah pengunjung tidak diberikan"
    verb = "mencapai" if respondents >= minimum else "kurang dari"
    return f"{respondents} responden {verb} batas minimal {minimum}; jumlah pengunjung tidak diberikan"
