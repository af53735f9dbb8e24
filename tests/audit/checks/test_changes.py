"""Rises, falls and words for a trend."""

import pytest

from makers.audit_claims import claim, look, possible, said, stars


def change(word, series, number=None, unit=None, subject="IPAK"):
    steps = [("III-2024", series[0]), ("IV-2024", series[1])]
    return claim("change", subject, number, word=word, series=steps, unit=unit, words="kalimat")


@pytest.mark.parametrize(
    ("word", "series"),
    [
        ("naik", ("3,90", "3,91")), ("menurun", ("3,91", "3,90")), ("tetap", ("3,90", "3,90")),
        ("naik", ("3,9", "3,9")),
        ("meningkat", ("3,9", "3,90")),
    ],
)  # fmt: skip
def test_right_directions(word, series):
    assert look(change(word, series)) == {}


@pytest.mark.parametrize(
    ("word", "series"),
    [("naik", ("3,91", "3,90")), ("penurunan", ("3,90", "3,92")), ("tetap", ("3,90", "3,95"))],
)
def test_directions_against_the_figures(word, series):
    found = look(change(word, series))
    assert found.keys() == {"A142"}
    assert word in said(found["A142"])


def test_the_size_of_a_change():
    assert look(change("naik", ("3,80", "3,95"), "0,15")) == {}
    assert look(change("naik", ("3,80", "3,95"), "0,14")) == {}  # 3,804 to 3,946
    found = look(change("naik", ("3,80", "3,95"), "0,20"))
    assert found["A143"].arithmetic == ("3,95 - 3,80 = 0,15",)


def test_percent_of_the_first_figure_and_points():
    assert look(change("naik", ("80,00", "84,00"), "5", "persen")) == {}
    assert look(change("naik", ("80,00", "84,00"), "4", "poin")) == {}
    found = look(change("naik", ("80,00", "84,00"), "4", "persen"))
    assert found.keys() == {"A144"}
    assert possible(found["A144"])[0].endswith("5,01 persen")
    assert look(change("naik", ("80,00", "84,00"), "7", "persen")).keys() == {"A143"}


def test_a_change_without_figures_uses_those_of_the_periods():
    figures = [claim("index", "IPAK", "3,80", period="III-2024"), claim("index", "IPAK", "3,95")]
    said_so = claim("change", "IPAK", "0,15", word="naik")
    assert look(figures, said_so) == {}
    assert look(figures, claim("change", "IPAK", "0,15", word="turun")).keys() == {"A142"}
    assert look(figures[1:], claim("change", "IPAK", "0,15", word="turun")) == {}


def test_a_change_in_a_table_is_that_of_its_row():
    row = {"table": "Tabel 3.3", "row": 2}
    figures = [
        claim("index", "IPAK", "3,80", period="III-2024", **row),
        claim("index", "IPAK", "3,95", **row),
    ]
    for right in ("0,15", "-0,15"):
        assert look(figures, claim("change", "IPAK", right, **row)) == {}
    assert "A143" in look(figures, claim("change", "IPAK", "0,25", **row))


def trend(word, values, subject="IPKP"):
    names = ("I-2024", "II-2024", "III-2024")
    return claim("trend_word", subject, word=word, series=list(zip(names, values, strict=True)))


@pytest.mark.parametrize(
    ("word", "values"),
    [
        ("fluktuatif", ("3,85", "3,92", "3,90")), ("meningkat", ("3,85", "3,90", "3,92")),
        ("menurun", ("3,92", "3,90", "3,85")),
        ("peningkatan", ("3,8", "3,9", "3,9")), ("stabil", ("3,80", "3,70", "3,90")),
    ],
)  # fmt: skip
def test_right_words_for_a_trend(word, values):
    assert look(trend(word, values)) == {}


@pytest.mark.parametrize(
    ("word", "values"),
    [
        ("fluktuatif", ("3,85", "3,90", "3,95")), ("meningkat", ("3,85", "3,95", "3,90")),
        ("penurunan", ("3,85", "3,80", "3,90")),
    ],
)  # fmt: skip
def test_words_against_the_figures(word, values):
    found = look(trend(word, values))
    assert found.keys() == {"A145"}
    assert " → ".join(values) in said(found["A145"])


QUARTERS = [
    *stars((8, 0, 46, 422), period="I-2024"), *stars((0, 1, 32, 401), period="II-2024"),
    *stars((1, 7, 30, 536), period="III-2024"),
]  # fmt: skip


def test_counts_of_different_totals_are_compared_as_shares():
    found = look(QUARTERS, trend("fluktuatif", ("422", "401", "536"), "4"))
    assert found.keys() == {"A146"}
    assert "88,66 % → 92,40 % → 93,38 %" in said(found["A146"])
    assert found["A146"].arithmetic[0] == "I-2024: 422 / 476 = 88,66 %"
    assert look(QUARTERS, trend("meningkat", ("422", "401", "536"), "4")) == {}
    assert look(QUARTERS, trend("penurunan", ("46", "32", "30"), "3")) == {}
    assert look(QUARTERS, trend("peningkatan", ("46", "32", "30"), "3")).keys() == {"A145"}
