"""What the settings say of items and periods."""

from fractions import Fraction

from ipak_cli.base.period import Period
from ipak_cli.workspace.config import ActionStatus, Config, PeriodSettings
from ipak_cli.workspace.config_file import parse_config

FOURTH = Period.quarter(2024, 4)
FIRST = Period.quarter(2025, 1)
TEXT = b"""\
unit: {name: Kantor Contoh}
targets:
  default: 3.9
  items: {I3: 15/4}
periods:
  4-2024:
    population: 24
    performance: B
    follow_up:
      I3: {actions: [Melatih petugas], status: selesai}
follow_up:
  I3: {actions: [Memasang papan], pic: Petugas layanan, deadline: 31 Maret 2025}
  I4: {actions: [Menambah loket, Membuka daring]}
"""
CONFIG = parse_config(TEXT).config


def test_a_period_is_found_however_it_is_written():
    assert (CONFIG.of(FOURTH).population, CONFIG.of(FOURTH).performance) == (24, "B")


def test_nothing_is_said_of_a_period_that_is_not_named_or_not_known():
    assert CONFIG.of(FIRST) == PeriodSettings()
    assert CONFIG.of(None) == PeriodSettings()


def test_an_items_own_target_goes_before_the_one_for_all():
    assert CONFIG.target_of("I3") == Fraction(15, 4)
    assert CONFIG.target_of("I4") == Fraction(39, 10)
    assert Config().target_of("I3") is None


def test_a_periods_own_follow_up_replaces_the_general_one_of_that_item_alone():
    own = CONFIG.follow_up_of("I3", FOURTH)
    assert (own.actions, own.pic, own.status) == (("Melatih petugas",), None, ActionStatus.DONE)
    assert CONFIG.follow_up_of("I3", FIRST).pic == "Petugas layanan"
    assert CONFIG.follow_up_of("I4", FOURTH).actions == ("Menambah loket", "Membuka daring")
    assert CONFIG.follow_up_of("I5", FOURTH) is None


def test_a_follow_up_is_open_until_it_is_said_otherwise():
    assert CONFIG.follow_up_of("I4", FOURTH).status is ActionStatus.OPEN


def test_dates_are_handed_over_as_a_letter_writes_them_and_phrases_as_they_were_typed():
    plans = (
        "follow_up:\n  I1: {actions: [a], deadline: 5/2/2025}\n  I2: {actions: [a], deadline: setiap bulan}\n"
    )
    config = parse_config(f"periods:\n  IV-2024: {{signed: 2025-01-31}}\n{plans}".encode()).config
    assert config.of(FOURTH).signed == "31 Januari 2025"
    assert [each.deadline for each in config.follow_up.values()] == ["5 Februari 2025", "setiap bulan"]
