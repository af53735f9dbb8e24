"""Zones: those that an office can have, and those that are written with a time."""

import pytest

from ipak_cli.base.timezones import JAKARTA, ZONES, Clocks, find_zone, offset_of

HOUR = 3600


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Asia/Jakarta", "WIB"),
        ("asia/makassar", "WITA"),
        (" WIT ", "WIT"),
        ("wib", "WIB"),
        ("Asia/Pontianak", "WIB"),
    ],
)
def test_an_office_s_zone_is_found_by_its_name_or_its_label(name, label):
    assert find_zone(name).label == label


@pytest.mark.parametrize("name", ["Jakarta", "GMT+7", "Asia/Singapore", ""])
def test_other_names_are_no_office_s_zone(name):
    assert find_zone(name) is None


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("Z", 0), ("z", 0), ("UTC", 0), ("GMT", 0), ("GMT+7", 7), ("UTC +07:00", 7), ("gmt-5", -5),
        ("+00", 0), ("+0700", 7), ("-09:30", -9.5), ("WIB", 7), ("WITA", 8), ("wit", 9), ("+14:00", 14),
    ],
)  # fmt: skip
def test_a_written_zone_is_so_far_from_utc(written, hours):
    assert offset_of(written) == hours * HOUR


@pytest.mark.parametrize("written", ["", "EST", "+15:00", "GMT+99", "+07:75", "Z+7", "WIB+1"])
def test_what_is_no_zone_has_no_offset(written):
    assert offset_of(written) is None


def test_a_time_gains_the_distance_between_the_zones():
    east = Clocks(ZONES[2], header=0)
    assert (east.shift(None), east.shift(8 * HOUR), Clocks(JAKARTA).shift(None)) == (9 * HOUR, HOUR, 0)
