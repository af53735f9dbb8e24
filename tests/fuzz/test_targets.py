"""Every target of the fuzzer takes its seeds, what once broke it, and the first few of its changes."""

from __future__ import annotations

import random

import pytest

from makers.fuzz_costs import repeated
from makers.fuzz_targets import TARGETS
from makers.mutations import changed_bytes, changed_package
from makers.work import calls_of

CHANGES = 25
LONG, TIMES = 2_000, 4
UNITS = (b"a ", b'"', b"[", b"\n", b"<a>", b"1-", b"Budi Santoso ", b"www.")
BROKE = {
    "survey": [b"Timestamp,---,I1\n"],
    "personal": [b"0812345678www.contoh.example/budi"],
}
"""Small inputs that a reader once could not take."""


@pytest.mark.parametrize("name", TARGETS)
def test_every_seed_is_taken(name):
    for seed in TARGETS[name].seeds():
        TARGETS[name].run(seed)


@pytest.mark.parametrize(("name", "data"), [(name, data) for name, each in BROKE.items() for data in each])
def test_what_once_broke_a_reader_is_taken(name, data):
    TARGETS[name].run(data)


@pytest.mark.parametrize("name", TARGETS)
def test_changed_seeds_are_taken(name):
    target = TARGETS[name]
    chance = random.Random(name)  # noqa: S311 (no secret)
    change = changed_package if target.packed else changed_bytes
    for seed in target.seeds():
        for _ in range(CHANGES):
            target.run(change(seed, chance))


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_what_repeats_is_no_more_work_than_its_length(name):
    target = TARGETS[name]
    longest = min(LONG, target.longest)
    for unit in UNITS:
        pairs = zip(repeated(target, unit, longest // TIMES), repeated(target, unit, longest), strict=True)
        for short, long in pairs:
            target.run(long)  # what is kept for later is no work of either
            few, many = (
                calls_of(lambda data=short: target.run(data)),
                calls_of(lambda data=long: target.run(data)),
            )
            assert many <= 1.5 * TIMES * few, (unit, few, many)
