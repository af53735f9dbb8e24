"""Whose an export is, and of which period: what its path says."""

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rollup.exports.paths import PathPattern, PathSays, read_path


@pytest.mark.parametrize(
    ("path", "unit", "period"),
    [
        ("Loket A/IV-2024/ekspor.xlsx", "Loket A", "IV-2024"),
        ("IV-2024/Loket A.xlsx", "Loket A", "IV-2024"),
        ("Loket A-IV-2024.csv", "Loket A", "IV-2024"),
        ("Loket_TW_IV_2024.csv", "Loket", "IV-2024"),
        ("IV-2024 Loket A.csv", "Loket A", "IV-2024"),
        ("Provinsi Contoh/Loket A 2024-Q4.xlsx", "Loket A", "IV-2024"),
        ("2024/IV-2024/Loket A.xlsx", "Loket A", "IV-2024"),
        ("Provinsi Contoh/Loket A/2024/IV-2024/ekspor.csv", "Loket A", "IV-2024"),
        ("Loket A/2024-10.csv", "Loket A", "2024-10"),
        ("IV-2024/Loket A (1).xlsx", "Loket A", "IV-2024"),
    ],
)
def test_a_path_names_unit_and_period(path, unit, period):
    assert read_path(path) == PathSays(unit, parse_period(period))


@pytest.mark.parametrize("path", ["Loket A/ekspor.csv", "Loket A/2024/ekspor.csv"])
def test_a_folder_without_a_period_is_the_unit_and_the_times_tell_the_period(path):
    assert read_path(path) == PathSays("Loket A", None)


@pytest.mark.parametrize("path", ["semua.csv", "2024/semua.csv"])
def test_a_file_beside_no_folder_may_be_that_of_a_unit(path):
    assert read_path(path) == PathSays("semua", None, is_certain=False)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("III-2024/Loket A-IV-2024.csv", "B744"),
        ("2023/Loket A-IV-2024.csv", "B744"),
        ("IV-2024.csv", "B741"),
    ],
)
def test_a_path_that_contradicts_itself_or_names_no_unit_is_refused(path, code):
    with pytest.raises(ProblemsFoundError, match=code):
        read_path(path)


@pytest.mark.parametrize(
    ("pattern", "path", "unit", "period"),
    [
        ("{unit}/{period}/*.xlsx", "A/IV-2024/x.xlsx", "A", "IV-2024"),
        ("**/{period}/{unit}.*", "x/y/IV-2024/A.csv", "A", "IV-2024"),
        ("**/{period}/{unit}.*", "IV-2024/A.csv", "A", "IV-2024"),
        ("data_{unit}_{period}.csv", "data_A_2024.csv", "A", "2024"),
        ("{unit}.*", "A (b).csv", "A (b)", None),
    ],
)
def test_a_pattern_says_where_unit_and_period_stand(pattern, path, unit, period):
    said = PathPattern.of(pattern).read(path)

    assert said == PathSays(unit, None if period is None else parse_period(period))


@pytest.mark.parametrize("path", ["A/x.xlsx", "A/IV-2024/x.csv", "A/lama/x.xlsx", "A/B/IV-2024/x.xlsx"])
def test_a_path_of_another_form_is_not_of_the_pattern(path):
    assert PathPattern.of("{unit}/{period}/*.xlsx").read(path) is None


@pytest.mark.parametrize("pattern", ["*.xlsx", "{unit}/{quarter}/*", "{unit}/{unit}.csv"])
def test_a_pattern_without_a_unit_or_with_another_name_is_refused(pattern):
    with pytest.raises(ProblemsFoundError, match="B745"):
        PathPattern.of(pattern)


def test_a_pattern_for_divided_files_needs_no_unit():
    assert PathPattern.of("*/{period}.csv", by_column=True).read("x/IV-2024.csv") == PathSays(
        None, parse_period("IV-2024")
    )
