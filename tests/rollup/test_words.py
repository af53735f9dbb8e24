"""What is said of many units: of which period and of how many a mean is, and which way something changed."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import figure
from ipak_cli.rollup.highlights import highlights, totals_of
from ipak_cli.rollup.result import CellState, ChangeWord, IndexChange
from ipak_cli.rollup.words import change_words, summary_lines
from makers.rollups import rollup_of


@pytest.mark.parametrize(
    ("size", "word", "told"),
    [
        (Fraction(-26, 100), ChangeWord.FALLEN, "▼ turun 0,26"),
        (Fraction(12, 100), ChangeWord.RISEN, "▲ naik 0,12"),
        (Fraction(-1, 1000), ChangeWord.FALLEN, "▼ turun <0,01"),
        (Fraction(-3, 100), ChangeWord.UNSURE, "belum dapat dibedakan (−0,03)"),
        (Fraction(3, 100), ChangeWord.UNSURE, "belum dapat dibedakan (+0,03)"),
        (Fraction(0), ChangeWord.UNSURE, "belum dapat dibedakan (0,00)"),
    ],
)
def test_a_change_has_a_sign_only_where_no_word_tells_its_direction(size, word, told):
    assert change_words(IndexChange(size, word)) == told


def test_the_summary_names_the_period_and_the_units_of_each_mean():
    given = rollup_of(12)
    found = highlights(given)
    place = given.periods.index(found.latest)
    expected = {CellState.SCORED, CellState.SMALL, CellState.MISSING, CellState.FAULTY}
    asked = sum(unit.surveys[place].state in expected for unit in given.units)
    lines = [*summary_lines(given, found)]

    totals = totals_of(given, found.latest)
    assert totals
    for total in totals:
        for code, index in total.indices.items():
            mean = f"rata-rata unit {figure(index.mean_of_units)} ({index.units} dari {asked} unit); "
            assert any(line.startswith(code) and f" pada {found.latest}: {mean}" in line for line in lines)
