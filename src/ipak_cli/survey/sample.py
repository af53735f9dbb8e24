"""Whether enough people answered: response rate, the Krejcie-Morgan size, the minimum of 30."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import Figure, NotScored, half_up
from ipak_cli.catalogue.survey import (
    CENSUS,
    INPUT_FAULTY,
    MINIMUM_BUT_NOT_SIZE,
    MINIMUM_NOT_REACHED,
    MINIMUM_REACHED,
    MORE_THAN_VISITORS,
    NO_RULE_NO_POPULATION,
    POPULATION_NOT_GIVEN,
    SIZE_NOT_REACHED,
    SIZE_REACHED,
    SIZE_REACHED_FEW_VISITORS,
)
from ipak_cli.survey.result import SampleResult

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.rubric.respondents import Sample


def krejcie_morgan(population: int) -> int:
    """Return the sample size for a population: ``x2*N*P*Q / (d2*(N-1) + x2*P*Q)``, rounded half up.

    ``x2 = 3.841`` (one degree of freedom, 95 %), ``d = 0.05``, ``P = Q = 0.5`` (Krejcie and Morgan, 1970).
    """
    spread = Fraction("3.841") / 4
    size = spread * population / (Fraction("0.0025") * (population - 1) + spread)
    return int(half_up(size, 0))


def judge_sample(rule: Sample, respondents: int | NotScored | None, population: int | None) -> SampleResult:
    """Judge the number of respondents against the minimum and, where it is known, the population.

    A number that is not scored leaves the rest so, with its reason; ``None`` stands for faulty input.
    """
    size = krejcie_morgan(population) if population is not None else None
    required = _required(rule.minimum, population, size)
    if respondents is None:
        respondents = NotScored(INPUT_FAULTY())
    if isinstance(respondents, NotScored):
        return SampleResult(rule.minimum, size, required, respondents, None, respondents.reason)
    reason = _reason(rule.minimum, respondents, population)
    adequate = None if required is None else respondents >= required
    return SampleResult(rule.minimum, size, required, _rate(respondents, population), adequate, reason)


def _rate(respondents: int, population: int | None) -> Figure:
    if population is None:
        return NotScored(POPULATION_NOT_GIVEN())
    return Fraction(100 * respondents, population)


def _required(minimum: int | None, population: int | None, size: int | None) -> int | None:
    """Return the size to reach: a unit with fewer visitors than the minimum may survey fewer."""
    if population is None or size is None:
        return minimum
    return size if minimum is None or population <= minimum else max(size, minimum)


def _reason(minimum: int | None, respondents: int, population: int | None) -> Message:
    if population is None:
        return _by_minimum(minimum, respondents)
    size = krejcie_morgan(population)
    required = _required(minimum, population, size) or size
    told = {"respondents": respondents, "population": population}
    if respondents > population:
        return MORE_THAN_VISITORS(**told)
    if respondents == population:
        return CENSUS(population=population)
    if respondents >= required:
        if minimum and population < minimum:
            return SIZE_REACHED_FEW_VISITORS(**told, size=size, minimum=minimum)
        return SIZE_REACHED(**told, size=size)
    if minimum is not None and respondents >= minimum:
        return MINIMUM_BUT_NOT_SIZE(**told, size=size, minimum=minimum)
    return SIZE_NOT_REACHED(**told, required=required)


def _by_minimum(minimum: int | None, respondents: int) -> Message:
    if minimum is None:
        return NO_RULE_NO_POPULATION()
    phrase = MINIMUM_REACHED if respondents >= minimum else MINIMUM_NOT_REACHED
    return phrase(respondents=respondents, minimum=minimum)
