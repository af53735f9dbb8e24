"""Which column is the time: by its name, and by what stands below it."""

from datetime import datetime

import pytest

from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.sheet_layout import match_layout

RUBRIC = load_rubric("skm-14-2017").rubric
CODES = [f"U{n}" for n in range(1, 10)]
NAMES = ["Persyaratan", "Prosedur", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana"]
DAY, LATER = "14/10/2025 08:00", "15/10/2025 09:00"


def match(header, *rows):
    return match_layout([header, *rows], RUBRIC, Where("uji.xlsx", "Lembar"))


def codes(found):
    return [problem.code for problem in found.problems]


def beside(*columns):
    """Give a table of columns (header, then cells) beside nine answered elements; return its match."""
    rows = [[column[row] for column in columns] for row in range(len(columns[0]))]
    return match([*rows[0], *CODES], *([*row, *[4] * 9] for row in rows[1:]))


@pytest.mark.parametrize(
    "cells",
    [
        (DAY, LATER),
        (datetime(2025, 10, 14, 8), None),  # noqa: DTZ001 (cells have no zone)
        ("Senin, 14 Oktober 2025", "2025-10-15"),
        ("14/10/2025", "kemarin", "15/10/2025"),
    ],
)
def test_the_only_column_of_dates_is_the_time_and_is_named(cells):
    found = beside(("Kolom X", *cells))

    (note,) = found.problems
    assert (found.layout.time, note.code, note.where.cell) == (1, "W410", "A1")
    assert "“Kolom X”" in message_of(note)
    assert found.layout.others == {}


def test_a_column_of_dates_without_a_header_is_one_too():
    found = beside((None, DAY, LATER))
    assert (found.layout.time, codes(found)) == (1, ["W410"])


def test_of_several_columns_of_dates_none_is_chosen():
    found = beside(("Kapan", DAY), ("Entah", LATER))

    (error,) = found.problems
    assert (found.layout.time, error.code) == (None, "W411")
    assert "A1 “Kapan” dan B1 “Entah”" in message_of(error)
    assert "Timestamp" in hint_of(error)


def test_a_known_name_above_dates_decides():
    found = beside(("Kapan", DAY), ("Tanggal Submit", LATER), ("updated_at", LATER))
    assert (found.layout.time, found.problems) == (2, ())


def test_a_known_name_above_something_else_gives_way_to_dates():
    found = beside(("Waktu", "08:30", "09:30"), ("Hari/Tanggal", "14/10/2025", "15/10/2025"))
    assert (found.layout.time, found.problems) == (2, ())


def test_a_known_name_above_unreadable_times_stays_the_time():
    assert beside(("Timestamp", "kemarin"), ("Tanggal Kunjungan", DAY)).layout.time == 1


@pytest.mark.parametrize("header", ["Tanggal Lahir", "Tgl. Lahir", "TTL", "Masa berlaku", "Date of Birth"])
def test_days_of_birth_and_expiry_are_never_the_time(header):
    found = beside((header, DAY, LATER))
    assert (found.layout.time, found.problems) == (None, ())


@pytest.mark.parametrize(
    "cells", [("14/10/1985", "15/10/1990"), ("14/10/2011", *["1/1/1999"] * 9, "15/10/2025")]
)
def test_years_tell_a_day_of_birth_whatever_its_name(cells):
    assert beside(("Kolom X", *cells)).layout.time is None


def test_a_slip_of_the_pen_in_one_year_hides_no_time():
    assert beside(("Kolom X", *[DAY] * 19, "14/10/1925")).layout.time == 1


def test_a_day_of_service_is_the_time_only_where_nothing_else_can_be():
    assert beside(("Tanggal Kunjungan", DAY)).layout.time == 1
    assert beside(("Tanggal Kunjungan", DAY), ("Kapan", LATER)).layout.time == 2


@pytest.mark.parametrize(
    "column",
    [
        ("Kode Pos", "45631", "45632"),
        ("Jumlah", 45631, 45632),
        ("Catatan", DAY, None, None),
        ("Kode", "33.04.05", "11.01.01"),
        ("Saran", "buka tanggal 14/10/2025", "cepat"),
    ],
)
def test_what_is_no_date_makes_no_time(column):
    found = beside(column)
    assert (found.layout.time, found.problems) == (None, ())


def test_numbers_are_dates_below_a_time_s_name():
    found = beside(("tgl_entri", 45944, 45945.5), ("Kolom X", DAY, LATER))
    assert (found.layout.time, found.problems) == (1, ())


@pytest.mark.parametrize("header", ["Waktu penyelesaian", "Waktu", "Waktu pelayanan"])
def test_an_element_and_a_time_of_one_name_are_told_apart_by_their_cells(header):
    found = match([header, header, *NAMES], [DAY, *[4] * 9], [LATER, *[3] * 9])
    assert (found.layout.time, found.layout.items["U3"]) == (1, 2)
    assert "K203" not in codes(found)


@pytest.mark.parametrize("header", ["Waktu penyelesaian", "Waktu"])
def test_below_such_a_name_answers_are_the_element_s(header):
    found = match(["Timestamp", header, *NAMES], [DAY, *[4] * 9], [LATER, *["Cepat"] * 9])
    assert (found.layout.time, found.layout.items["U3"], found.problems) == (1, 2, ())


def test_an_element_s_code_stays_one_whatever_is_below():
    assert beside(("Timestamp", DAY)).layout.items["U3"] == 4
    assert (
        match(["Timestamp", *CODES[:2], "U3 Waktu penyelesaian", *CODES[3:]], [DAY] * 10).layout.items["U3"]
        == 4
    )


def test_the_header_s_zone_is_kept():
    assert beside(("Submit Date (UTC)", DAY)).layout.time_offset == 0
    assert beside(("Tanggal", DAY)).layout.time_offset is None
