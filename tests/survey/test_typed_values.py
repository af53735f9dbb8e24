"""What may be typed as a figure of a recap, both sides of every limit."""

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.printed import Printed
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.typed_values import (
    read_counts,
    read_mean,
    read_period,
    read_shape,
    read_sum,
    read_whole,
)

SCALE = load_rubric("ipak-ipkp").rubric.scale


def refused(read, *given, **options):
    with pytest.raises(ProblemsFoundError) as found:
        read(*given, **options)
    (told,) = found.value.problems
    return told


@pytest.mark.parametrize("text", ["0,1,3,37", " 0, 1, 3, 37 ", "0 1 3 37", "0;1;3;37"])
def test_counts_are_typed_with_any_sign_between_them(text):
    assert read_counts(text, SCALE, "I1") == (0, 1, 3, 37)


def test_counts_may_have_thousands():
    assert read_counts("0, 1, 3, 1.237", SCALE, "I1") == (0, 1, 3, 1237)


@pytest.mark.parametrize("text", ["", "0,1,3", "0,1,3,37,0", "0,1,3,x", "0,,3,37", "0,1,3,-1", "0,1,3,3.5"])
def test_other_counts_are_refused_with_what_is_wanted(text):
    told = refused(read_counts, text, SCALE, "I1")
    assert told.code == "U910"
    assert "banyaknya jawaban 1 sampai 4, misalnya 0,1,2,3" in hint_of(told)


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), (" 41 ", 41), ("1.234", 1234), ("999999999", 999999999)]
)
def test_whole_numbers_are_taken(text, number):
    assert read_whole(text, "I1") == number


@pytest.mark.parametrize("text", ["", "-1", "4,0", "1.23", "01.234", "1000000000", "empat", "٤"])
def test_other_numbers_are_refused(text):
    assert refused(read_whole, text, "I1").code == "U910"


def test_a_number_may_have_a_least():
    assert read_whole("1", "n", least=1) == 1
    assert refused(read_whole, "0", "n", least=1).code == "U910"


@pytest.mark.parametrize(("text", "taken"), [("41", True), ("164", True), ("40", False), ("165", False)])
def test_a_sum_lies_between_those_of_the_lowest_and_the_highest_answers(text, taken):
    if taken:
        assert read_sum(text, 41, SCALE, "I1") == int(text)
    else:
        told = refused(read_sum, text, 41, SCALE, "I1")
        assert (told.code, "paling kecil 41, paling besar 164" in message_of(told)) == ("U911", True)


@pytest.mark.parametrize("text", ["3,95", "3.95", "4,00", "1", "3,950", "4"])
def test_a_mean_that_answers_can_have_is_taken_with_its_decimals(text):
    given = read_mean(text, 40, SCALE, "I1")
    assert given == Printed(given.value, len(text) - 2 if len(text) > 1 else 0)


def test_a_mean_that_no_answers_have_is_refused_with_the_nearest():
    told = refused(read_mean, "3,96", 41, SCALE, "I1")  # 162/41 = 3,9512…, 163/41 = 3,9756…
    assert (told.code, told.values["nearest"]) == ("U912", ("3,9512", "3,9756"))
    assert read_mean("3,95", 41, SCALE, "I1") == Printed(read_mean("3,95", 41, SCALE, "I1").value, 2)


@pytest.mark.parametrize("text", ["", "0,99", "4,01", "tiga", "3,9,5"])
def test_a_mean_off_the_scale_is_refused(text):
    assert refused(read_mean, text, 41, SCALE, "I1").code == "U910"


def test_periods_and_shapes_are_read():
    assert read_period("TW III 2024", "periode") == Period.quarter(2024, 3)
    assert refused(read_period, "tw tiga", "periode").code == "U910"
    assert [read_shape(text, "bentuk") for text in "1234"] == [
        RecapShape.COUNTS,
        RecapShape.SUMS,
        RecapShape.MEANS,
        RecapShape.TOTALS,
    ]
    assert [refused(read_shape, text, "bentuk").code for text in ("0", "5", "")] == ["U910"] * 3
