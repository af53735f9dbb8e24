"""Whole reports of invented offices in every kind of file: right ones, and ones with one planted fault."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

import makers.whole_reports.more_planters
import makers.whole_reports.planters
import makers.whole_reports.word_planters  # noqa: F401 (each registers its planters)
from ipak_cli.catalogue.indonesian import message_of
from makers.runs import SLOW
from makers.whole_reports.audit import audit
from makers.whole_reports.compose import compose
from makers.whole_reports.office import Office
from makers.whole_reports.planting import PLANTERS, Planter
from makers.whole_reports.writers import WRITERS

RIGHT = 500 if SLOW else 64
PLANTED = 500 if SLOW else 80
FEWEST_FOUND = 0.95
FEWEST_OF_A_KIND = 0.6
SUFFIXES = tuple(WRITERS)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_right_reports_raise_nothing(suffix: str) -> None:
    alarms = [
        (seed, message_of(each.problem))
        for seed in range(SUFFIXES.index(suffix), RIGHT, len(SUFFIXES))
        for each in audit(compose(seed), suffix)
    ]
    assert alarms == []


def planted() -> Iterator[tuple[int, Planter, str, Office]]:
    """Yield right reports with one contradiction each: the number, its kind, the kind of file, the office."""
    for n in range(PLANTED):
        planter = PLANTERS[n % len(PLANTERS)]
        offices = (compose(100_000 + 1_000 * n + tries) for tries in range(400))
        office = next((office for office in offices if planter.plant(office)), None)
        assert office is not None, f"no report has a place for {planter.name}"
        yield n, planter, SUFFIXES[(n + n // len(PLANTERS)) % len(SUFFIXES)], office


@cache
def missed() -> tuple[str, ...]:
    """Return the kind and the file of every planted contradiction that no expected finding tells."""
    return tuple(
        f"{planter.name} ({n}, {suffix})"
        for n, planter, suffix, office in planted()
        if not planter.codes & {each.problem.code for each in audit(office, suffix)}
    )


@pytest.mark.slow
def test_planted_contradictions_are_found() -> None:
    assert len(missed()) <= (1 - FEWEST_FOUND) * PLANTED, missed()


@pytest.mark.slow
@pytest.mark.skipif(not SLOW, reason="of each kind only a few are planted; IPAK_SLOW_TESTS=1 plants 500")
def test_no_kind_of_contradiction_is_mostly_missed() -> None:
    by_kind = Counter(name.partition(" ")[0] for name in missed())
    of_each = PLANTED // len(PLANTERS)
    assert {name: n for name, n in by_kind.items() if n > (1 - FEWEST_OF_A_KIND) * of_each} == {}
