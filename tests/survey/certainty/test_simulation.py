"""On invented populations intervals hold as often as they promise, and tests raise no more false alarms."""

import pytest
import simulate_chance
from simulate_chance import (
    GROUPS,
    KINDS,
    Kind,
    by_t,
    coverage,
    false_changes,
    false_first_items,
    false_groups,
    false_item_changes,
    ours,
)

RUNS = 800
BY_NAME = {kind.name: kind for kind in KINDS}
USUAL = ["most are content", "nearly all are content", "each answer alone", "threes and fours"]


def percent(kind, size, items, ends=ours):
    return 100 * coverage(BY_NAME[kind], size, items=items, runs=RUNS, ends=ends)


@pytest.mark.parametrize("items", [1, 5, 9])
@pytest.mark.parametrize("size", [(24, 60), (41, 120)], ids=["24 of 60", "41 of 120"])
@pytest.mark.parametrize("kind", USUAL)
def test_an_interval_of_95_percent_holds_in_92_to_98(kind, size, items):
    assert 92 <= percent(kind, size, items) <= 98


@pytest.mark.parametrize("items", [1, 9])
def test_where_a_few_are_very_unhappy_it_holds_where_that_by_t_does_not(items):
    kind = "a few are very unhappy"
    assert 92 <= percent(kind, (24, 60), items) <= 99.5
    assert percent(kind, (24, 60), items, by_t) < 88


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_change_that_is_none_is_found_in_at_most_5_percent(kind):
    assert 100 * false_changes(kind, (24, 41), items=9, runs=1000) <= 5 + 1.4  # two standard errors
    assert 100 * false_item_changes(kind, (24, 41), items=14, runs=400) <= 5 + 2.2


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_item_like_the_others_is_called_lower_in_at_most_5_percent(kind):
    assert 100 * false_first_items(kind, 24, items=14, runs=400) <= 5 + 2.2


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_group_like_the_others_is_said_to_differ_in_at_most_5_percent(kind):
    assert 100 * false_groups(kind, GROUPS, items=9, runs=400) <= 5 + 2.2


def test_the_simulation_notices_an_interval_that_does_not_hold():
    content, unhappy = Kind("", 1.0, (1, 1, 1, 1), 1.0), Kind("", 0.0, (0.3, 0.3, 0.3, 0.1), 1.0)
    assert coverage(content, (24, 60), items=9, runs=50, ends=lambda *_: (4, 4)) == 1
    assert coverage(unhappy, (24, 60), items=9, runs=50, ends=lambda *_: (4, 4)) == 0


@pytest.mark.parametrize(("what", "lines"), [("coverage", 1 + 5 * 5 * 3), ("false-alarms", 1 + 5)])
def test_each_table_is_printed_by_its_command_the_same_every_time(what, lines, monkeypatch, capsys):
    printed = []
    for _ in range(2):
        monkeypatch.setattr("sys.argv", ["simulate_chance.py", what, "--runs", "3"])
        simulate_chance.main()
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert len(printed[0].splitlines()) == lines
