"""What a score says of chance on the screen: minimums and bands beside the official yes or no."""

from __future__ import annotations

import io
from functools import cache

import pytest
from rich.console import Console

from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from ipak_cli.terminal.survey import survey_view
from makers.exports import table, write_csv


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    @cache
    def of(instrument, high, low, *, population=1000, detail=False):
        """Score so many people who give every item 4, and so many 3; return what the screen shows."""
        loaded = load_rubric(instrument)
        rows = [[4] * len(loaded.rubric.items)] * high + [[3] * len(loaded.rubric.items)] * low
        file = write_csv(tmp_path_factory.mktemp("x") / "jawaban.csv", table(loaded.rubric, rows))
        request = ScoreRequest((file,), population=population, performance="B")
        result = score(request, loaded, Tool("ipak", "0"))
        out = io.StringIO()
        Console(file=out, width=80).print(survey_view(result, loaded.rubric, detail=detail))
        return " ".join(out.getvalue().split())

    return of


@pytest.mark.parametrize(
    ("high", "low", "sign", "says"),
    [
        (38, 2, "✓", "di atas"),
        (26, 14, "✓", "belum dapat dibedakan"),
        (22, 18, "✗", "belum dapat dibedakan"),
        (2, 38, "✗", "di bawah"),
    ],
)
def test_a_condition_keeps_its_verdict_and_gets_what_its_interval_says(shown, high, low, sign, says):
    text = shown("ipak-ipkp", high, low, detail=True)
    line = next(part for part in text.split(sign + " ") if part.startswith("Survei persepsi anti korupsi"))
    assert f"minimal 15,75; selangnya {says}" in line


def test_of_several_minimums_none_is_left_out_that_is_not_surely_reached(shown):
    sure = shown("ipak-ipkp", 38, 2)
    assert "(di atas 3,60)" in sure
    assert "di atas 3,20" not in sure
    assert "(di atas 3,20, belum dapat dibedakan dari 3,60)" in shown("ipak-ipkp", 26, 14)


def test_a_condition_of_no_index_and_a_census_get_nothing_beside(shown):
    text = shown("ipak-ipkp", 26, 14, detail=True)
    assert "Capaian kinerja: 3,75, minimal 2,50 ✓" in text
    assert "selangnya" not in shown("ipak-ipkp", 26, 14, population=40, detail=True)


@pytest.mark.parametrize(
    ("high", "low", "band", "says"),
    [
        (40, 2, "A (Sangat Baik)", "mutu A"),
        (22, 18, "A (Sangat Baik)", "mutu belum dapat dibedakan: B atau A"),
    ],
)
def test_the_band_of_the_value_stands_and_those_of_the_interval_beside_it(shown, high, low, band, says):
    text = shown("skm-14-2017", high, low)
    assert band in text
    assert f"({says})" in text
