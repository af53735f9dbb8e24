from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from pydantic import TypeAdapter, ValidationError

from ipak_cli.rubric.types import Exact, Whole

EXACT = TypeAdapter(Exact)
WHOLE = TypeAdapter(Whole)


@pytest.mark.parametrize(
    ("written", "value"),
    [("1/9", Fraction(1, 9)), ("17.5", Fraction(35, 2)), ("4", Fraction(4)), (4, Fraction(4)),
     (Decimal("0.1"), Fraction(1, 10)), (Fraction(1, 3), Fraction(1, 3))],
)  # fmt: skip
def test_an_exact_number_is_read_without_loss(written, value):
    assert EXACT.validate_python(written) == value


@pytest.mark.parametrize("written", [0.1, True, "", "1e3", "inf", "1/0", "1/2/3", "9" * 41, None, [1]])
def test_what_is_not_exact_is_refused(written):
    with pytest.raises(ValidationError):
        EXACT.validate_python(written)


@pytest.mark.parametrize("written", ["01", "4.0", "1_000", " 4", "+4", "٤", "", True, 4.0, None, "9" * 10])
def test_a_whole_number_is_plain_digits(written):
    with pytest.raises(ValidationError):
        WHOLE.validate_python(written)


@pytest.mark.parametrize(("written", "value"), [("0", 0), ("30", 30), ("-1", -1), (7, 7)])
def test_a_whole_number_is_read(written, value):
    assert WHOLE.validate_python(written) == value
