"""Versions and digests at their limits."""

import pytest

from ipak_cli.base.period import Period, PeriodKind
from ipak_cli.base.provenance import PeriodRef, RubricRef, is_newer, period_of


@pytest.mark.parametrize(
    ("version", "own"),
    [("1.10", "1.9"), ("1.0.1", "1"), ("2", "1.9.9"), ("0.2.0", "0.1.9"), ("0.0.1", ""), ("1.2rc1", "1.1")],
)
def test_a_version_with_greater_numbers_is_newer_and_the_other_is_not(version, own):
    assert is_newer(version, own)
    assert not is_newer(own, version)


@pytest.mark.parametrize(
    ("version", "own"),
    [("1.0", "1"), ("1.0.0", "1.0"), ("1.2", "1.2"), ("", ""), ("0", ""), ("x2", "0.0"), ("1.2rc1", "1.2")],
)
def test_zeros_at_the_end_and_words_after_the_numbers_make_none_newer(version, own):
    assert not is_newer(version, own)
    assert not is_newer(own, version)


def test_a_number_of_ten_digits_is_read_to_the_ninth():
    assert not is_newer("1234567891", "123456789")
    assert is_newer("123456789", "12345678")
    assert is_newer("1.123456789", "1.12345678")
    assert not is_newer("1.1234567891", "1.123456789")


def test_a_rubric_is_told_by_the_first_8_digits_of_its_digest():
    assert RubricRef("a", "1", "sha256:0123456789abcdef").fingerprint == "01234567"


def test_a_period_has_a_name_and_two_days_or_none_of_them():
    assert period_of(Period.quarter(2024, 4)) == PeriodRef(
        "IV-2024", PeriodKind.QUARTER, "IV-2024", "2024-10-01", "2024-12-31"
    )
    assert period_of(None) == PeriodRef()
