"""Nothing that is shown tells of a small unit: proved by solving for it."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.period import parse_period
from ipak_cli.rollup.hiding import (
    SMALLEST,
    hidden_everywhere,
    hidden_in_groups,
    hidden_units,
    is_safe,
    parted,
    telling_periods,
)

PEOPLE = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12), min_size=1)


def vector(units, every):
    return [Fraction(unit in units) for unit in every]


def in_span(known, wanted):
    """Tell whether the sum of some units follows from sums that are known."""
    rows = []
    for row in known:
        rows = reduced(rows, row)
    return not any(remainder(rows, wanted))


def remainder(rows, row):
    for other in rows:
        lead = next(place for place, value in enumerate(other) if value)
        if row[lead]:
            factor = row[lead] / other[lead]
            row = [value - factor * beside for value, beside in zip(row, other, strict=True)]
    return row


def reduced(rows, row):
    left = remainder(rows, row)
    return [*rows, left] if any(left) else rows


@given(people=PEOPLE)
def test_no_small_unit_follows_from_the_total(people):
    hidden = hidden_units(people)
    small = {unit for unit, count in people.items() if count < SMALLEST}
    assert small <= hidden
    every = sorted(people)
    known = [vector({unit}, every) for unit in every if unit not in hidden]
    if is_safe({unit: people[unit] for unit in hidden}):
        known.append(vector(people, every))
    assert [unit for unit in small if in_span(known, vector({unit}, every))] == []


@settings(max_examples=200, deadline=None)
@given(groups=st.dictionaries(st.sampled_from("XYZW"), PEOPLE, min_size=1))
def test_no_small_unit_follows_from_the_totals_of_groups_and_of_all(groups):
    groups = {
        group: {group + unit: count for unit, count in people.items()} for group, people in groups.items()
    }
    people = {unit: count for found in groups.values() for unit, count in found.items()}
    nation = hidden_units(people)
    hidden, silent = hidden_in_groups(groups, nation)
    small = {unit for unit, count in people.items() if count < SMALLEST}
    assert nation | small <= hidden
    every = sorted(people)
    known = [vector({unit}, every) for unit in every if unit not in hidden]
    known += [vector(found, every) for group, found in groups.items() if group not in silent]
    if is_safe({unit: people[unit] for unit in hidden}):
        known.append(vector(people, every))
    assert [unit for unit in small if in_span(known, vector({unit}, every))] == []


COUNTS = st.lists(st.one_of(st.integers(0, 6), st.integers(5, 40)), min_size=3, max_size=9)


@settings(max_examples=100, deadline=None)
@given(counts=COUNTS, letters=st.lists(st.text("ABC", min_size=9, max_size=9), min_size=1, max_size=3))
def test_no_small_unit_follows_from_the_totals_of_several_groupings(counts, letters):
    people = {f"u{number}": count for number, count in enumerate(counts)}
    groupings = [dict(zip(people, text, strict=False)) for text in letters]
    hidden = hidden_everywhere(people, groupings)
    every = sorted(people)
    known = [vector({unit}, every) for unit in every if unit not in hidden]
    if is_safe({unit: people[unit] for unit in hidden}):
        known.append(vector(people, every))
    for groups in groupings:
        same, silent = hidden_in_groups(parted(people, groups), hidden)
        assert same == hidden
        known += [vector(u, every) for group, u in parted(people, groups).items() if group not in silent]
    small = [unit for unit, count in people.items() if 0 < count < SMALLEST]
    assert set(small) <= hidden
    # Where no unit at all is shown, none is left that could be hidden beside them.
    told = [unit for unit in small if in_span(known, vector({unit}, every))]
    assert told == [] or hidden == people.keys()


def test_a_longer_period_tells_what_shorter_ones_in_it_leave():
    def telling(**people):
        periods = {"year": "2024", "half": "II-2024S", "i": "I-2024", "iii": "III-2024", "iv": "IV-2024"}
        names = {parse_period(period): name for name, period in periods.items()}
        found = telling_periods({parse_period(periods[name]): count for name, count in people.items()})
        return {names[period] for period in found}

    assert telling(year=40, i=37) == {"year"}
    assert telling(year=40, i=35) == set()
    assert telling(year=40, i=40) == set()
    assert telling(year=40, i=20, half=18) == {"year"}
    assert telling(half=23, iii=20, iv=3) == {"half"}
    assert telling(year=60, half=23, i=30) == set()
    assert telling(year=60, i=30, iii=15, iv=11) == {"year"}


def test_few_small_units_hide_the_next_smallest_until_there_are_two_and_enough_people():
    assert hidden_units({"a": 4, "b": 30, "c": 20}) == {"a", "c"}
    assert hidden_units({"a": 2, "b": 3, "c": 20}) == {"a", "b"}
    assert hidden_units({"a": 1, "b": 3, "c": 20}) == {"a", "b", "c"}
    assert hidden_units({"a": 5, "b": 6}) == frozenset()
