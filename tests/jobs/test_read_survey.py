"""A sheet is read once where its first rows decide on the order of dates, and again where others do."""

from __future__ import annotations

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.jobs.read_files import read_files
from ipak_cli.jobs.read_survey import Reading
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.own_form import OwnForm
from ipak_cli.survey.period import BY_QUARTER
from makers.exports import table, write_csv

RUBRIC = load_rubric("ipak-ipkp").rubric


def exported(tmp_path, days):
    rows = table(RUBRIC, [[4] * 14 for _ in days])
    for row, day in zip(rows[1:], days, strict=True):
        row[0] = f"{day} 9:12:33"
    return write_csv(tmp_path / "jawaban.csv", rows)


def responses(path):
    (source,) = read_files([path], Reading(OwnForm(RUBRIC, RUBRIC))).answers
    return source.collected.responses


@pytest.mark.parametrize("first", [["26/08/2024"], []], ids=["the first row decides", "the last row decides"])
def test_a_day_anywhere_in_the_column_decides_for_all_rows(tmp_path, first):
    days = [*first, *["05/08/2024"] * 1500, "27/08/2024"]
    assert responses(exported(tmp_path, days)) == {BY_QUARTER.ordinal(Period.quarter(2024, 3)): len(days)}


def test_a_late_day_that_speaks_against_the_first_rows_is_a_problem(tmp_path):
    path = exported(tmp_path, ["26/08/2024", *["05/08/2024"] * 1500, "08/27/2024"])
    with pytest.raises(ProblemsFoundError) as caught:
        responses(path)
    assert [found.code for found in caught.value.problems] == ["W406"]
