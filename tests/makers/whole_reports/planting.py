"""What all planters need: printed figures as intervals, and other texts that cannot be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.printed import Printed, readings
from makers.whole_reports.office import Office

if TYPE_CHECKING:
    from makers.whole_reports.parts import Statement

Plant = Callable[[Office], bool]


@dataclass(frozen=True)
class Planter:
    """A kind of contradiction: how it is planted, and the codes of which one must be raised."""

    name: str
    codes: frozenset[str]
    plant: Plant


PLANTERS: list[Planter] = []


def planter(*codes: str) -> Callable[[Plant], Plant]:
    """Register a planter under its function's name; it returns whether the report had a place for it."""

    def register(plant: Plant) -> Plant:
        PLANTERS.append(Planter(plant.__name__, frozenset(codes), plant))
        return plant

    return register


def printed(statement: Statement) -> Printed:
    """Return a figure without the zeros at its end, as a sheet's numbers lose them."""
    number = readings(statement.text)[-1 if not statement.places else 0]
    value, places = number.value, number.places
    while places and (value * 10 ** (places - 1)).denominator == 1:
        places -= 1
    return Printed(value, places)


def span(statements: Iterable[Statement], weights: Iterable[Fraction]) -> tuple[Fraction, Fraction]:
    """Return the lowest and highest weighted sum of printed figures."""
    pairs = [(printed(each), weight) for each, weight in zip(statements, weights, strict=True)]
    return sum(n.low * w for n, w in pairs), sum(n.high * w for n, w in pairs)


def outside(office: Office, places: int, low: Fraction, high: Fraction) -> str:
    """Return a figure a little below or above an interval, written as the office does."""
    step = Fraction(1, 10**places)
    found = []
    for value in (_floor(low, places), _floor(high, places)):
        for n in range(-30, 31):
            other = value + n * step
            apart = other + step / 2 < low - step or other - step / 2 > high + step
            if apart and (other / step) % 10 != 0:
                found.append(other)
    return office.style.written(
        office.random.choice(sorted(found, key=lambda v: min(abs(v - low), abs(v - high)))[:12]), places
    )


def _floor(value: Fraction, places: int) -> Fraction:
    return Fraction(value * 10**places // 1, 10**places)


def one_of(office: Office, statements: list[Statement]) -> Statement | None:
    return office.random.choice(statements) if statements else None


def items_of_now(office: Office, where: str = "items") -> dict[str, Statement]:
    """Return the printed value of each item in the table of the reported period."""
    return {each.subject: each for each in office.report.of_kind("item_mean", where=where)}


def alike(office: Office, statement: Statement) -> list[Statement]:
    """Return every place where the same figure of the same period is printed."""
    return [
        each
        for each in office.report.of_kind(statement.kind)
        if (each.subject, each.period) == (statement.subject, statement.period)
    ]
