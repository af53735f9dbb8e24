"""Written zones at their limits: 14 hours, 59 minutes, and which names may carry an offset."""

import pytest

from ipak_cli.base.timezones import JAKARTA, OWN_CLOCK, ZONES, Clocks, find_zone, offset_of

HOUR = 3600


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("+14:00", 14 * HOUR), ("-14:00", -14 * HOUR), ("+13:59", 13 * HOUR + 59 * 60), ("-0030", -1800),
        ("+07:01", 7 * HOUR + 60), ("+0", 0), ("UTC-7", -7 * HOUR), ("GMT+07.30", 7 * HOUR + 1800),
    ],
)  # fmt: skip
def test_up_to_14_hours_and_59_minutes_are_an_offset(written, seconds):
    assert offset_of(written) == seconds


@pytest.mark.parametrize("written", ["+14:01", "-14:01", "+14:30", "+07:60", "+01:60", "-15"])
def test_more_than_14_hours_or_59_minutes_are_none(written):
    assert offset_of(written) is None


@pytest.mark.parametrize("written", ["WITA-1", "WIT+9", "Z-0"])
def test_only_utc_and_gmt_carry_an_offset(written):
    assert offset_of(written) is None


def test_each_zone_is_so_many_hours_ahead():
    assert [(zone.label, zone.offset) for zone in ZONES] == [
        ("WIB", 7 * HOUR),
        ("WITA", 8 * HOUR),
        ("WIT", 9 * HOUR),
    ]
    assert (str(JAKARTA), find_zone(" asia/PONTIANAK ")) == ("WIB (Asia/Jakarta)", JAKARTA)


def test_a_written_zone_goes_before_the_header_s_even_where_it_is_utc_itself():
    clocks = Clocks(JAKARTA, header=9 * HOUR)
    assert (clocks.shift(None), clocks.shift(0)) == (-2 * HOUR, 7 * HOUR)


def test_a_header_that_names_utc_shifts_and_one_that_names_nothing_does_not():
    assert Clocks(JAKARTA, header=0).shift(None) == 7 * HOUR
    assert OWN_CLOCK.shift(None) == 0
