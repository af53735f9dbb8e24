"""Other periods than quarters, from the export to the trend and the report."""

import json

import pytest

from ipak_cli.cli.app import run
from makers.exports import example_rows, write_csv


@pytest.fixture
def unit(tmp_path, monkeypatch, capsys):
    """Make a workspace with the example's four quarters in one file, and go there."""
    assert run(["init", str(tmp_path / "unit")]) == 0
    monkeypatch.chdir(tmp_path / "unit")
    rows = example_rows(1)
    for quarter in (2, 3, 4):
        rows += example_rows(quarter)[1:]
    write_csv(tmp_path / "unit" / "setahun.csv", rows)
    capsys.readouterr()
    return tmp_path / "unit"


def scored(capsys, period):
    code = run(["score", "setahun.csv", "--period", period, "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("period", "name", "respondents"),
    [
        ("II-2024S", "II-2024S", 65), ("Semester I 2024", "I-2024S", 65), ("2024", "2024", 130),
        ("III-2024", "III-2024", 41), ("2024-07-01..2024-09-30", "III-2024", 41),
    ],
)  # fmt: skip
def test_a_period_counts_its_own_respondents_and_is_stored_by_its_name(
    unit, capsys, period, name, respondents
):
    code, found = scored(capsys, period)
    assert (code, found["period"]["name"], found["respondents"]) == (0, name, respondents)
    assert (unit / "hasil" / name / "survey.json").is_file()


@pytest.mark.usefixtures("unit")
def test_all_answers_make_a_period_from_the_first_day_to_the_last(capsys):
    code, found = scored(capsys, "semua")
    assert (code, found["respondents"], found["period"]["kind"]) == (0, 130, "rentang")
    assert found["period"]["name"] == f"{found['period']['start']}..{found['period']['end']}"


@pytest.mark.usefixtures("unit")
def test_all_answers_of_more_than_ten_years_are_refused_with_their_first_and_last_day(unit, capsys):
    rows = example_rows(1)
    rows[1][0] = "2012-02-25 10:00:00"
    write_csv(unit / "setahun.csv", rows)
    code, found = scored(capsys, "semua")
    [fault] = [each for each in found["problems"] if each["severity"] == "error"]
    assert (code, fault["code"]) == (1, "W427")
    assert "25 Februari 2012" in fault["message"]


@pytest.mark.parametrize(
    ("title", "told"),
    [("SKM Tahun 2024", 0), ("SKM Tahun 2023", 1), ("SKM Oktober 2024", 1), ("SKM Semester I 2024", 1)],
)
def test_a_title_of_another_period_is_told_and_the_year_of_a_quarter_is_none(unit, capsys, title, told):
    write_csv(unit / "setahun.csv", [[title], *example_rows(3)])
    _, found = scored(capsys, "III-2024")
    assert [each["code"] for each in found["problems"]].count("W424") == told


def test_of_a_year_and_a_quarter_in_titles_the_quarter_counts(unit, capsys):
    write_csv(unit / "setahun.csv", [["Tahun 2024"], ["Triwulan II 2024"], *example_rows(3)])
    _, found = scored(capsys, "III-2024")
    [fault] = [each for each in found["problems"] if each["code"] == "W424"]
    assert "periode II-2024" in fault["message"]


@pytest.mark.usefixtures("unit")
def test_months_add_up_to_their_year(capsys):
    months = [scored(capsys, f"2024-{month:02}")[1] for month in range(1, 13)]
    counted = [each["respondents"] for each in months if each["respondents"] is not None]
    assert sum(counted) == 130


@pytest.mark.usefixtures("unit")
def test_what_lies_outside_a_range_is_listed(capsys):
    _, found = scored(capsys, "2024-07-15..2024-08-31")
    [outside] = [each for each in found["sources"][0]["left_out"] if each["code"] == "outside"]
    assert outside["count"] + found["respondents"] == 130


@pytest.mark.usefixtures("unit")
def test_semesters_are_compared_with_semesters(capsys):
    for period in ("I-2024S", "II-2024S", "IV-2024", "2024"):
        scored(capsys, period)
    assert run(["trend", "--kind", "semester", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["period"] for each in found["periods"]] == ["I-2024S", "II-2024S"]
    [told] = found["problems"]
    assert told["code"] == "L580"
    assert "`ipak trend --kind tahun`" in told["hint"]
    assert "tahun, triwulan" in told["hint"]


def test_a_report_speaks_of_its_period(unit, capsys):
    for period in ("I-2024S", "II-2024S"):
        scored(capsys, period)
    assert run(["report"]) == 0
    text = (unit / "laporan" / "II-2024S" / "laporan.md").read_text(encoding="utf-8")
    assert "**Semester II Tahun 2024**" in text
    assert "Nilai indeks setiap semester" in text
    assert "triwulan" not in text.casefold()


def test_the_settings_say_which_kind_counts_where_nothing_is_asked(unit, capsys):
    settings = unit / "ipak.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nperiod_kind: tahun\n", encoding="utf-8")
    assert run(["score", "setahun.csv", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["period"]["name"] == "2024"


@pytest.mark.parametrize("key", ["periods", "quarters"])
def test_what_is_known_of_a_period_may_stand_under_either_word(unit, capsys, key):
    (unit / "ipak.yaml").write_text(f"{key}:\n  II-2024S:\n    population: 200\n", encoding="utf-8")
    _, found = scored(capsys, "II-2024S")
    assert found["population"] == 200
