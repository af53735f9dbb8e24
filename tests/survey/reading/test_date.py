"""Times as cells hold them: exports.md, "Time"."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipak_cli.base.problem import Fault, problem
from ipak_cli.base.timezones import ZONES, Clocks
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.catalogue.survey import TIME_UNREADABLE, YEAR_IMPLAUSIBLE
from ipak_cli.survey.reading.date import Instant, TimeForm, instant_of, read_time
from ipak_cli.survey.reading.date_column import read_times
from ipak_cli.survey.reading.date_order import DateOrder, Days, find_order, mixture
from ipak_cli.survey.reading.shown_cells import NOT_SHOWN
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from ipak_cli.tables.column import CellValues, Column, DateValues
from makers.sheets import column_in_text, column_of

DMY, MDY, PLAIN = TimeForm(DateOrder.DMY), TimeForm(DateOrder.MDY), TimeForm()
MOMENT = datetime(2024, 12, 5, 9, 12, 33)  # noqa: DTZ001 (local time as printed)


@pytest.mark.parametrize(
    "cell",
    [
        MOMENT,
        "2024/12/05 9:12:33 AM GMT+7",
        "2024/12/05 09.12.33",
        "2024-12-05T02:12:33Z",
        "2024-12-05 09:12:33.250+07:00",
        "5/12/2024 9:12:33",
        "05/12/2024 09.12.33",
        "05-12-2024 9:12:33 WIB",
        "05.12.2024 09:12:33",
        "5 Desember 2024 09.12.33",
        "Kamis, 5 Des 2024 pukul 09.12.33",
        "Kamis/5 Desember 2024 09.12.33",
        "Kamis / 05-12-2024 09:12:33",
        "Jum\u2019at, 5 Desember 2024 09.12.33",
        "December 5, 2024 9:12:33 AM",
        45631.383715277778,
        "45631,383715277778",
        "2024-12-05t02:12:33z",
        "2024/12/05 9:12:33\u202fAM",
        "Kamis, 05/12/2024 - 10:12:33 WITA",
        "\u200e05\u200e/12\u200e/2024, 09.12.33",
        "5 Des. 2024 jam 09.12.33",
        datetime(2024, 12, 5, 9, 12, 32, 999_900),  # noqa: DTZ001 (as above)
    ],
)
def test_usual_times_are_read(cell):
    assert read_time(cell, DMY) == MOMENT


@pytest.mark.parametrize(
    "cell",
    [
        "2024-12-31T17:30:00Z",
        "2024-12-31T17:30:00.123Z",
        "2024-12-31 17:30:00+00",
        "2024-12-31 17:30:00.123456+00:00",
        "2024-12-31 17:30:00 UTC",
        "12/31/2024 5:30:00 PM GMT",
        "2025-01-01T02:30:00+0900",
        "1 Januari 2025 pukul 02.30 WIT",
        "01/01/2025 01:30 (WITA)",
        "01/01/2025 00.30 WIB",
        "2024/12/31 12:30:00 PM GMT-5",
        "Tue, 31 Dec 2024 17:30:00 +0000",
        "Tue Dec 31 2024 17:30:00 GMT+0000 (Coordinated Universal Time)",
        "2025-01-01T00:30:00",
        datetime(2024, 12, 31, 17, 30, tzinfo=UTC),
        datetime(2025, 1, 1, 1, 30, tzinfo=timezone(timedelta(hours=8))),
    ],
)
def test_one_instant_is_one_time_by_the_office_s_clock_however_it_is_written(cell):
    order = DateOrder.MDY if "12/31" in str(cell) else DateOrder.DMY
    assert read_time(cell, TimeForm(order)).replace(second=0) == datetime(2025, 1, 1, 0, 30)  # noqa: DTZ001 (as above)


def test_the_office_s_zone_decides_on_the_day():
    noon = "2024-12-31T15:30:00Z"
    found = [read_time(noon, TimeForm(None, Clocks(zone))).day for zone in ZONES]
    assert found == [31, 31, 1]


@pytest.mark.parametrize(
    ("cell", "hour"),
    [
        ("2024-12-31 23:30:00", 6),
        (datetime(2024, 12, 31, 23, 30), 6),  # noqa: DTZ001 (as above)
        ("2024-12-31 23:30:00 WIB", 23),
        (45657.5, 19),
        ("2024-12-31", 0),
        (date(2024, 12, 31), 0),
        (datetime(2024, 12, 31), 0),  # noqa: DTZ001 (as above)
        (45657, 0),
    ],
)
def test_a_zone_in_the_header_is_that_of_times_without_one_and_of_no_day_alone(cell, hour):
    assert read_time(cell, TimeForm(None, Clocks(header=0))).hour == hour


@pytest.mark.parametrize(
    "cell", ["2024-12-31 23:30 GMT+99", "2024-12-31 23:30 EST", "2024-12-31 23:30+07:75"]
)
def test_a_zone_that_is_not_known_is_a_fault(cell):
    assert read_time(cell, PLAIN).code == "W401"


def test_afternoon_and_midnight_by_the_half_day_clock():
    assert read_time("2024/12/05 12:05:00 AM", PLAIN).hour == 0
    assert read_time("2024/12/05 1:05:00 PM", PLAIN).hour == 13


def test_month_first_where_it_is_said():
    assert read_time("12/5/2024 9:12:33", MDY) == MOMENT


def test_serials_of_1904():
    assert read_time(44169.0, TimeForm(epoch_1904=True)) == datetime(2024, 12, 5)  # noqa: DTZ001 (as above)


def test_a_date_alone_is_its_midnight():
    assert read_time(date(2024, 12, 5), PLAIN) == datetime(2024, 12, 5)  # noqa: DTZ001 (as above)


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_blank_is_blank(cell):
    assert read_time(cell, PLAIN) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("kemarin", "W401"),
        (True, "W401"),
        (PercentCell(0.5), "W401"),
        (-3, "W401"),
        ("31/02/2024", "W402"),
        ("2024-13-05", "W402"),
        ("2024/12/05 25:00:00", "W402"),
        ("2024/12/05 13:00:00 PM", "W402"),
        ("2024/12/05 14:00:00 AM", "W402"),
        ("05/12/24", "W403"),
        ("05/12/24 9:12", "W403"),
        ("5 Des 24", "W403"),
        ("٢٠٢٤/12/05", "W401"),
        ("2024-12/05", "W401"),
        ("2024-12-05 -09:12", "W401"),
        ("Halo 5 Desember 2024", "W401"),
        (datetime(9999, 12, 31, 23, 59, 59, 999_999), "W404"),  # noqa: DTZ001 (as above)
        (time(9, 12), "W401"),
        (float("nan"), "W401"),
        (1e308, "W401"),
        ("1" * 100_000, "W401"),
        ("13/12/1899", "W404"),
        (12, "W404"),
        ("5/6/2024", "W405"),
        (ErrorCell("#N/A"), "J306"),
        (UncachedFormula(), "J307"),
    ],
)
def test_what_is_no_time_has_a_code(cell, code):
    fault = read_time(cell, PLAIN)

    assert isinstance(fault, Fault)
    assert fault.code == code
    assert message_of(problem(fault.entry, None, **fault.values))


@pytest.mark.parametrize(
    ("column", "outcome"),
    [
        (["5/12/2024", "26/06/2026 14:30:05"], DateOrder.DMY),
        (["5/12/2024", "6/26/2026"], DateOrder.MDY),
        (["2024/12/05", MOMENT, 45631.4, None], None),
        (["5/5/2024"], None),
        (["05/5/2024 9:12"], None),
        (["31/02/2024", "6/26/2024"], DateOrder.MDY),
    ],
)
def test_a_column_decides_by_the_values_that_can(column, outcome):
    assert find_order(Days.of(column_of(column))) == outcome


def test_a_column_that_cannot_decide_is_a_fault():
    assert find_order(Days.of(column_of(["5/12/2024", "6/7/2024"]))).code == "W405"


def test_the_first_row_that_cannot_decide_is_shown_whatever_the_order_of_the_distinct_values():
    column = Column(np.array([1, -1, 0]), CellValues(("3/4/2024 10:00", "1/2/2024 10:00")))
    assert find_order(Days.of(column)).values == {"value": "1/2/2024"}


def test_a_column_that_decides_both_ways_is_a_fault():
    assert find_order(Days.of(column_of(["26/06/2024", "06/26/2024"]))).code == "W406"


def test_a_date_that_does_not_exist_decides_nothing():
    assert find_order(Days.of(column_of(["31/02/2024", "5/12/2024"]))).code == "W405"


def test_a_date_of_the_other_order_is_a_fault_that_says_so():
    fault = read_time("12/25/2024 9:12", DMY)

    assert message_of(problem(fault.entry, None, **fault.values)) == (
        "“12/25/2024” hanya mungkin bulan-hari, sedangkan kolom ini dibaca hari-bulan"
    )


@pytest.mark.parametrize("serial", [45657.99999, 45657.999995, 45657.99999999])
def test_the_last_second_of_a_period_stays_in_it(serial):
    assert read_time(serial, PLAIN) == datetime(2024, 12, 31, 23, 59, 59)  # noqa: DTZ001 (as above)


@pytest.mark.parametrize(
    "cell", ["Budi Santoso", "budi@contoh.example", "081234567890", "0812-3456-7890", 3201234567890001]
)
def test_what_may_be_personal_is_not_shown(cell):
    assert read_time(cell, PLAIN) == Fault(TIME_UNREADABLE, {"value": NOT_SHOWN})


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("13", "13"),
        ("20250114", "20250114"),
        ("2025-01-01 00:30:00 Asia/Makassar", "2025-01-01 …"),
        ("1/13/2025 oleh Budi Santoso", "1/13/2025 …"),
        ("17/08/1985 Surabaya", NOT_SHOWN),
        ("2025-01-01 00:30:00 EST", "2025-01-01 00:30:00 EST"),
    ],
)
def test_of_what_is_no_time_the_date_and_a_short_number_are_shown(cell, shown):
    assert read_time(cell, PLAIN) == Fault(TIME_UNREADABLE, {"value": shown})


def test_of_a_birthday_only_the_year_is_shown():
    assert read_time("17/08/1985", DMY) == Fault(YEAR_IMPLAUSIBLE, {"value": 1985})


MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)).map(  # noqa: DTZ001 (as above)
    lambda moment: moment.replace(microsecond=0)
)
FORMS = (
    "%Y/%m/%d %I:%M:%S %p GMT+7",
    "%Y-%m-%dT%H:%M:%S+0700",
    "%d/%m/%Y %H.%M.%S",
    "%d-%m-%Y, %H:%M:%S",
    "%d.%m.%Y %H:%M:%S",
    "%B %d, %Y %I:%M:%S %p",
)


@given(MOMENTS, st.sampled_from(FORMS))
def test_what_a_form_writes_is_read_back(moment, form):
    assert read_time(moment.strftime(form), DMY) == moment


@given(MOMENTS)
def test_a_serial_is_read_back_to_the_second(moment):
    days = (moment - datetime(1899, 12, 30)) / timedelta(days=1)  # noqa: DTZ001 (as above)

    assert read_time(days, PLAIN) == moment


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-10, 80_000),
    st.floats(),
    st.text(),
    st.from_regex(
        r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](20)?[0-9]{2} ?[0-9]{1,2}[:.][0-9]{2} ?(AM|PM)?", fullmatch=True
    ),
    st.datetimes(),
)


CLOCKS_OF_OFFICES = st.builds(Clocks, st.sampled_from(ZONES), st.sampled_from([None, 0, 8 * 3600, -5 * 3600]))
FORMS_OF_COLUMNS = st.builds(TimeForm, st.sampled_from([None, *DateOrder]), CLOCKS_OF_OFFICES)


def in_turn(cells, form):
    """Read cells one by one: times, shifts, and the codes of faults."""
    read = [instant_of(cell, form) for cell in cells]
    seconds = [each.seconds if isinstance(each, Instant) else None for each in read]
    shifts = [each.shift if isinstance(each, Instant) else 0 for each in read]
    # pandas takes a NaN cell for an empty one.
    told = [
        (row, each) for row, each in enumerate(read) if isinstance(each, Fault) and cells[row] == cells[row]
    ]
    return seconds, shifts, told


def at_once(column, form):
    """Read a column as a whole, to the same."""
    times = read_times(column, form)
    seconds = [None if np.isnat(each) else int(each.astype(np.int64)) for each in times.moments]
    return seconds, times.shifts.tolist(), list(times.faults.items())


@given(st.lists(CELLS), FORMS_OF_COLUMNS)
def test_a_whole_column_and_its_cells_agree(cells, form):
    (*times, faults), (*expected, told) = at_once(column_of(cells), form), in_turn(cells, form)
    assert times == expected
    assert [(row, fault.code) for row, fault in faults] == [(row, fault.code) for row, fault in told]


DAYS = st.from_regex(
    r"(2024|[0-9]{1,2})[/.-][0-9]{1,2}[/.-](20)?[0-9]{2}|5 Mei 2024|Senin, 2/9/2024|", fullmatch=True
)
CLOCKS = st.from_regex(
    r"([ T,]|, )?([01]?[0-9]|2[0-5])[:.][0-6][0-9]([:.][0-6][0-9])?(\.5)?"
    r"( ?(AM|pm|p\.m\.|WIB|GMT\+7|AM GMT\+7|Z|\+00|-0930|(WITA)|\(WIT\)|GMT\+99|x))?|",
    fullmatch=True,
)
TEXTS = st.lists(st.builds("{}{}{}".format, DAYS, st.sampled_from(["", " ", "T", "  "]), CLOCKS))


@given(TEXTS, FORMS_OF_COLUMNS)
@example(["2/9/2024 12:59:59 AM", "2/9/2024 13:00:00 AM", "2/9/2024 9.05.07 PM GMT+7"], DMY)
@example(["2024-09-02T23:59:59", "2024-09-02 23:59:59TPM", "2024-09-02 9:59:59T", "2/9/2024 24:00:00"], PLAIN)
@example(
    ["2024-12-31 23:30:00 UTC", "2024-12-31 23:30:00", "2024-12-31"], TimeForm(None, Clocks(ZONES[2], 0))
)
def test_a_column_of_a_text_file_and_its_cells_agree(texts, form):
    assert at_once(column_in_text(texts), form) == in_turn(texts, form)


@given(TEXTS)
def test_a_column_of_a_text_file_decides_on_the_order_as_its_cells_do(texts):
    in_text, at_hand = Days.of(column_in_text(texts)), Days.of(column_of(texts))
    assert (find_order(in_text), mixture(in_text)) == (find_order(at_hand), mixture(at_hand))


@given(st.lists(st.datetimes(datetime(1901, 1, 1), datetime(2150, 1, 1)), min_size=1), FORMS_OF_COLUMNS)  # noqa: DTZ001 (as above)
def test_a_column_of_dates_and_its_cells_agree(moments, form):
    milliseconds = np.array(moments, "datetime64[ms]")
    column = Column(np.arange(len(moments)), DateValues(milliseconds))

    assert at_once(column, form) == in_turn(milliseconds.tolist(), form)
    assert Days.of(column) == Days.of(column_of(milliseconds.tolist()))


def test_a_whole_column_is_read_as_its_cells_are():
    cells = ["05/12/2024 09.12.33", None, "kemarin", MOMENT, "kemarin"]

    read = read_times(column_of(cells), DMY)
    times, faults = read.moments, read.faults

    assert times[0] == times[3] == np.datetime64(MOMENT, "s")
    assert np.isnat(times[[1, 2, 4]]).all()
    assert [(row, fault.code) for row, fault in faults.items()] == [(2, "W401"), (4, "W401")]
