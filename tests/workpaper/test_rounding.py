"""The formulas round half up as the report does, in every engine: fractions, and floats just below a half."""

import pytest

from makers.engines import by_formualizer
from makers.roundings import PAIRS, figures, rounding, wanted


@pytest.mark.parametrize("pairs", PAIRS.values(), ids=PAIRS)
def test_formualizer_rounds_as_the_report_does(pairs):
    assert len(pairs) > 4_000
    assert figures(by_formualizer(rounding(pairs))) == wanted(pairs)


def test_the_usual_float_would_be_rounded_down():
    assert f"{3.815:.2f}" == "3.81"
    assert figures(by_formualizer(rounding([(763, 200)]))) == [(3.82, -3.82)]
