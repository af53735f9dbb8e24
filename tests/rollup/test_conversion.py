"""An index with bands is shown as its converted value; every other stays on the scale of the answers."""

from dataclasses import replace
from fractions import Fraction

from ipak_cli.rollup.conversion import converted, converted_indices
from ipak_cli.rollup.words import converted_words
from makers.rollups import NEW, OLD, rollup_of


def cells(given, code):
    return [cell.indices[code] for unit in given.units for cell in unit.surveys if code in cell.indices]


def test_the_index_with_bands_is_multiplied_exactly_and_no_other():
    given = rollup_of(12)
    shown = converted(given)
    assert converted_indices(given) == ("IPKP",)
    assert cells(shown, "IPAK") == cells(given, "IPAK")
    pairs = [*zip(cells(given, "IPKP"), cells(shown, "IPKP"), strict=True)]
    known = [(a.mean, b.mean) for a, b in pairs if isinstance(a.mean, Fraction)]
    assert len(known) > 50
    assert all(b == a * 25 for a, b in known)
    ranges = [(a.mean.between, b.mean.between) for a, b in pairs if not isinstance(a.mean, Fraction)]
    assert ranges
    assert all(b == (a[0] * 25, a[1] * 25) for a, b in ranges)


def test_changes_and_totals_are_on_the_same_scale_as_the_values():
    given, shown = rollup_of(12), converted(rollup_of(12))
    sizes = [
        (a.change.size, b.change.size)
        for a, b in zip(cells(given, "IPKP"), cells(shown, "IPKP"), strict=True)
        if a.change and isinstance(a.change.size, Fraction)
    ]
    assert sizes
    assert all(b == a * 25 for a, b in sizes)
    was, now = given.totals[0].indices["IPKP"], shown.totals[0].indices["IPKP"]
    for name in ("mean_of_units", "pooled", "lowest", "median", "highest"):
        assert getattr(now, name) == getattr(was, name) * 25
    assert (now.units, now.answers, now.fallen) == (was.units, was.answers, was.fallen)


def test_the_reader_is_told_which_index_is_converted():
    assert converted_words(rollup_of(3)) == "IPKP ditulis sebagai nilai konversi, 25 sampai 100."


def test_each_rubric_has_its_own_scale():
    given = replace(rollup_of(12), scales={OLD.digest: Fraction(4), NEW.digest: Fraction(5)})
    shown = converted(given)
    factors = {OLD: 25, NEW: 20}
    pairs = [
        (was.indices["IPKP"].mean, now.indices["IPKP"].mean, factors[was.rubric])
        for unit, of in zip(given.units, shown.units, strict=True)
        for was, now in zip(unit.surveys, of.surveys, strict=True)
        if was.indices and isinstance(was.indices["IPKP"].mean, Fraction)
    ]
    assert {factor for *_, factor in pairs} == {20, 25}
    assert all(now == was * factor for was, now, factor in pairs)
    for was, now in zip(given.totals, shown.totals, strict=True):
        if not was.hidden:
            assert now.indices["IPKP"].pooled == was.indices["IPKP"].pooled * factors[was.rubric]
    assert converted_words(given) == (
        "IPKP ditulis sebagai nilai konversi, 20 atau 25 sampai 100 menurut skala rubriknya."
    )
