"""`ipak score` and the time column, at the user's end: column, zone, period, swapped dates."""

import json
from datetime import datetime, timedelta

import openpyxl
import pytest

from ipak_cli.cli.app import run
from makers.exports import write_csv, write_xlsx

CODES = [*(f"U{n}" for n in range(1, 8)), "Penanganan pengaduan", "Sarana dan prasarana"]


@pytest.fixture
def scored(capsys):
    """Run `ipak score --json` by the SKM rubric; return exit code and document."""

    def call(*arguments):
        code = run(["score", *map(str, arguments), "--rubric", "skm-14-2017", "--json"])
        return code, json.loads(capsys.readouterr().out)

    return call


def told(found, *codes):
    return [problem for problem in found["problems"] if problem["code"] in codes]


def codes(found):
    return [problem["code"] for problem in found["problems"]]


def export(path, header, *times, answer=4):
    """Write one response for each time below a header."""
    return write_csv(path, [[header, *CODES], *([time, *[answer] * 9] for time in times)])


@pytest.mark.parametrize(
    "header",
    [
        "Waktu", "Tanggal Submit", "tgl_entri", "Tgl", "submitdate", "_submission_time", "Waktu penyelesaian",
        "Tanggal Pengisian Survei", "updated_at", "Hari/Tanggal", "end", "Recorded Date", "Datetime",
        "Kolom X",
    ],
)  # fmt: skip
def test_a_year_of_answers_is_not_one_period_whatever_the_time_is_called(scored, tmp_path, header):
    times = [f"2025-{month:02}-14 08:00:00" for month in range(1, 13)]

    code, found = scored(export(tmp_path / "a.csv", header, *times), "--quarter", "IV-2025")

    assert (code, found["respondents"]) == (0, 3)
    assert found["sources"][0]["left_out"][0]["rows"] == "2–10"


@pytest.mark.parametrize(
    ("time", "notes"),
    [
        ("2024-12-31T23:30:00Z", ["W412", "W413"]),
        ("2024-12-31T23:30:00+00:00", ["W412", "W413"]),
        ("2025-01-01T06:30:00+07:00", []),
        ("1/1/2025 6:30:00 AM GMT+7", []),
        ("2025-01-01 08:30 WIT", ["W412"]),
    ],
)
def test_one_instant_lies_in_one_period_and_a_moved_one_is_noted(scored, tmp_path, time, notes):
    code, found = scored(export(tmp_path / "a.csv", "Timestamp", time))

    assert (code, found["period"]["quarter"], found["timezone"]) == (0, "I-2025", "Asia/Jakarta")
    assert codes(found) == notes
    assert all("1 " in note["message"] and "WIB" in note["message"] for note in told(found, "W412", "W413"))


def test_quiet_still_tells_which_answers_came_into_another_period(capsys, tmp_path):
    path = export(tmp_path / "a.csv", "Timestamp", "2024-12-31T23:30:00Z")

    assert run(["score", str(path), "--rubric", "skm-14-2017", "--quiet"]) == 0

    told = capsys.readouterr().err
    assert "W413" in told
    assert "baris 2" in told
    assert "W412" not in told


def test_the_note_counts_the_rows_that_moved_and_names_those_of_another_period(scored, tmp_path):
    times = [
        "2025-01-05T01:00:00Z",
        "2024-12-31T23:30:00Z",
        "2025-01-06 08:00:00",
        "2025-01-07T01:00:00+07:00",
    ]

    _, found = scored(export(tmp_path / "a.csv", "Timestamp", *times))

    moved, other = told(found, "W412", "W413")
    assert moved["message"].startswith("2 waktu")
    assert other["message"].endswith("baris 3")
    assert found["respondents"] == 4


def test_real_dates_below_a_header_with_a_zone_are_converted_as_well(scored, tmp_path):
    moment = datetime(2024, 12, 31, 23, 30)  # noqa: DTZ001 (cells have no zone)
    path = write_xlsx(tmp_path / "a.xlsx", [["Submit Date (UTC)", *CODES], [moment, *[4] * 9]])

    _, found = scored(path)

    assert (found["period"]["quarter"], codes(found)) == ("I-2025", ["W412", "W413"])


@pytest.mark.parametrize(("zone", "period"), [("Asia/Jakarta", "IV-2024"), ("WIT", "I-2025")])
def test_the_workspace_says_where_the_office_is(scored, tmp_path, zone, period):
    (tmp_path / "ipak.yaml").write_text(f"timezone: {zone}\n", encoding="utf-8")
    path = export(tmp_path / "a.csv", "Timestamp", "2024-12-31T15:30:00Z")

    _, found = scored(path, "--workspace", tmp_path)

    assert found["period"]["quarter"] == period


def half_swapped(path, first=12):
    """Write a day-first October as a month-first Excel reads it: low answers on the swapped days."""
    rows = [["Timestamp", *CODES]]
    for day in range(1, 32):
        time = datetime(2025, day, 10, 8) if day <= first else f"{day:02}/10/2025 08:00:00"  # noqa: DTZ001 (as above)
        rows.append([time, *[2 if day <= first else 4] * 9])
    return write_xlsx(path, rows)


@pytest.mark.parametrize("asked", [[], ["--quarter", "IV-2025"], ["--lenient"], ["--date-order", "dmy"]])
def test_half_swapped_dates_are_an_error_in_the_first_run_that_names_the_rows(scored, tmp_path, asked):
    code, found = scored(half_swapped(tmp_path / "a.xlsx"), *asked)

    (error,) = found["problems"]
    assert (code, error["code"], error["severity"], error["where"]["cell"]) == (1, "W409", "error", "A1")
    assert "baris 2–13" in error["message"]
    assert "baris 14–32" in error["message"]
    assert found["respondents"] is None


def test_half_swapped_dates_are_found_too_where_a_program_wrote_them_year_first(scored, tmp_path):
    days = [f"2025-{day:02}-10 08:00:00" if day <= 12 else f"{day}/10/2025 08:00:00" for day in range(9, 16)]
    path = export(tmp_path / "a.csv", "Timestamp", *days)

    code, found = scored(path, "--quarter", "IV-2025")

    assert (code, codes(found)) == (1, ["W409"])
    assert "baris 2–5" in found["problems"][0]["message"]


def test_texts_year_first_in_the_months_of_the_others_are_read_as_they_are(scored, tmp_path):
    days = ["2025-10-01 08:00:00", "2025-10-09 08:00:00", "14/10/2025 08:00:00"]
    path = export(tmp_path / "a.csv", "Timestamp", *days)

    code, found = scored(path)

    assert (code, found["respondents"], found["period"]["quarter"]) == (0, 3, "IV-2025")


def test_quiet_tells_which_column_was_taken_for_the_time_and_what_moved_to_another_period(capsys, tmp_path):
    paths = {
        "W410": export(tmp_path / "a.csv", "Tanggal Kunjungan", "14/10/2025"),
        "W413": export(tmp_path / "b.csv", "Timestamp", "2024-12-31T18:30:00Z"),
    }
    for code, path in paths.items():
        assert run(["score", str(path), "--rubric", "skm-14-2017", "--quiet"]) == 0
        assert code in capsys.readouterr().err


def test_other_faults_are_told_in_the_same_pass(scored, tmp_path):
    path = half_swapped(tmp_path / "a.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook.active["C5"] = 9
    workbook.save(path)

    _, found = scored(path)

    assert {problem["code"]: problem["where"]["cell"] for problem in found["problems"]} == {
        "W409": "A1",
        "J301": "C5",
    }


def test_dates_as_they_are_in_the_original_give_the_right_figure(scored, tmp_path):
    rows = [[f"{day:02}/10/2025 08:00:00", *[2 if day <= 12 else 4] * 9] for day in range(1, 32)]

    code, found = scored(write_csv(tmp_path / "a.csv", [["Timestamp", *CODES], *rows]))

    assert (code, found["respondents"]) == (0, 31)
    assert found["indices"]["IKM"]["percent"]["exact"] == "2500/31"


def test_swapped_dates_in_the_order_of_rows_are_warned_of(scored, tmp_path):
    first = datetime(2025, 10, 1, 8)  # noqa: DTZ001 (as above)
    days = [day for n in range(73) if (day := first + timedelta(days=n)).day <= 12]
    rows = [[day.replace(month=day.day, day=day.month), *[4] * 9] for day in days]

    _, found = scored(write_xlsx(tmp_path / "a.xlsx", [["Timestamp", *CODES], *rows]), "--quarter", "IV-2025")

    assert "W415" in codes(found)


def test_real_dates_beside_texts_of_the_same_month_are_read_as_they_stand(scored, tmp_path):
    rows = [
        [datetime(2025, 10, day, 8) if day <= 12 else f"{day}/10/2025 08:00", *[4] * 9]  # noqa: DTZ001 (as above)
        for day in range(1, 32)
    ]
    code, found = scored(write_xlsx(tmp_path / "a.xlsx", [["Timestamp", *CODES], *rows]))
    assert (code, found["respondents"], codes(found)) == (0, 31, ["W414"])


def test_several_files_are_each_named_with_their_own_periods(scored, tmp_path):
    first = export(tmp_path / "a.csv", "Timestamp", "2024-11-01 8:00", "2024-12-01 8:00")
    second = export(tmp_path / "b.csv", "Timestamp", "2025-02-01 8:00")

    code, found = scored(first, second)

    assert code == 1
    assert [
        (each["where"]["file"], each["message"].partition("dari ")[2]) for each in told(found, "W420")
    ] == [
        ("a.csv", "IV-2024 (2 responden)"),
        ("b.csv", "I-2025 (1 responden)"),
    ]


def test_a_file_without_times_is_counted_where_the_period_is_said_and_else_asked_about(scored, tmp_path):
    first = export(tmp_path / "a.csv", "Timestamp", "2024-11-01 8:00")
    second = export(tmp_path / "b.csv", "Loket", "A", "B")

    assert codes(scored(first, second)[1]) == ["W416"]
    code, found = scored(first, second, "--quarter", "IV-2024")
    assert (code, found["respondents"], codes(found)) == (0, 3, ["W426"])


def test_other_problems_of_a_file_are_told_beside_several_periods(scored, tmp_path):
    path = export(tmp_path / "a.csv", "Kolom X", "2024-11-01 8:00", "2025-02-01 8:00")
    assert codes(scored(path)[1]) == ["W420", "W410"]


@pytest.mark.parametrize("asked", [[], ["--lenient"], ["--lenient", "--quarter", "IV-2024"]])
def test_a_time_column_that_nobody_can_read_is_no_reason_to_count_all(scored, tmp_path, asked):
    path = export(tmp_path / "a.csv", "Timestamp", "kemarin", "kapan-kapan")

    code, found = scored(path, *asked)

    assert (code, found["respondents"]) == (1, None)
    assert {problem["code"]: problem["severity"] for problem in found["problems"]} == {
        "W417": "error",
        "W401": "warning" if asked else "error",
    }


def test_words_that_nobody_declared_are_named_although_no_other_answer_is_in_the_file(scored, tmp_path):
    times = ["14/10/2025 08:00:00", "15/10/2025 08:00:00"]

    code, found = scored(export(tmp_path / "a.csv", "Timestamp", *times, answer="SB"))
    assert (code, set(codes(found))) == (1, {"J302"})
    assert all("“SB”" in each["message"] for each in told(found, "J302"))
    # U1 and U5 declare the same words, so that one line speaks of both.
    assert [each["where"]["cell"] for each in told(found, "J302")] == [f"{column}2" for column in "BCDEGHIJ"]

    code, found = scored(export(tmp_path / "b.csv", "Timestamp", *times, answer="SB"), "--lenient")
    assert (code, told(found, "K211")[0]["severity"]) == (1, "error")


@pytest.mark.parametrize(
    "heads",
    [("Tanggal Kunjungan", "Tanggal Entri"), ("Tgl daftar", "Tgl selesai"), ("Tgl periksa", "updated_at")],
)
def test_the_day_of_the_service_or_of_typing_in_is_asked(scored, tmp_path, heads):
    path = write_csv(tmp_path / "a.csv", [[*heads, *CODES], ["14/12/2025", "14/01/2026", *[4] * 9]])

    code, found = scored(path)

    (problem,) = told(found, "W411")
    assert code == 1
    assert all(head in problem["message"] for head in heads)


@pytest.mark.parametrize("head", ["Timestamp", "Waktu penyelesaian", "Tanggal Pengisian", "end"])
def test_the_time_of_the_form_needs_no_question_beside_the_day_of_the_service(scored, tmp_path, head):
    path = write_csv(
        tmp_path / "a.csv",
        [["Tanggal Kunjungan", head, *CODES], ["14/12/2025", "14/01/2026 08:00", *[4] * 9]],
    )

    assert scored(path)[1]["period"]["quarter"] == "I-2026"
