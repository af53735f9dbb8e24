"""Headers that name a time, in the words of the tools and offices that write them."""

import pytest

from ipak_cli.survey.reading.time_headers import (
    Moment,
    is_sure,
    moment_of,
    names_other_day,
    names_service_day,
    offset_named,
)

HOUR = 3600
NAMES = {
    Moment.END: (
        "Completion time", "Waktu penyelesaian", "end", "EndDate", "End Date", "Waktu Selesai Mengisi",
    ),
    Moment.SUBMITTED: (
        "Tanggal Submit", "submitdate", "Submit Date (UTC)", "_submission_time", "SubmissionDate",
        "Submitted at", "Date Submitted", "Waktu Submit", "Tanggal Kirim",
    ),
    Moment.STAMPED: (
        "Timestamp", "Cap waktu", "datestamp", "Timestamp (dd/mm/yyyy)", "Stempel Waktu (Asia/Jakarta)",
    ),
    Moment.FILLED: (
        "Tanggal Pengisian Survei", "Tanggal dan Waktu Pengisian", "Waktu Isi", "Tgl Survey",
        "tgl_survei",
    ),
    Moment.PLAIN: (
        "Tgl", "Hari/Tanggal", "Waktu", "Date", "Datetime", "today", "Tanggal & Jam",
    ),
    Moment.START: (
        "start", "Start time", "startdate", "Waktu mulai",
    ),
    Moment.CREATED: (
        "created_at", "createdAt", "tgl_entri", "tanggal_input", "Recorded Date", "Dibuat pada",
    ),
    Moment.UPDATED: (
        "updated_at", "Date Modified", "Last Updated At",
    ),
}  # fmt: skip


@pytest.mark.parametrize("moment", NAMES)
def test_a_time_is_known_by_its_words(moment):
    assert {name: moment_of(name) for name in NAMES[moment]} == dict.fromkeys(NAMES[moment], moment)


@pytest.mark.parametrize(
    "header",
    [
        "Tanggal Lahir", "Tanggal Kunjungan", "Waktu pelayanan", "Waktu tunggu", "Responden", "Jam", "Nomor",
        "", "Apakah petugas mengisi formulir tepat waktu?", "Last name", "U3", "2024",
    ],
)  # fmt: skip
def test_other_headers_name_no_moment_of_a_response(header):
    assert moment_of(header) is None


def test_of_several_times_the_end_comes_first_and_the_last_change_last():
    headers = [
        "updated_at",
        "created_at",
        "start",
        "Tanggal",
        "Tanggal Survei",
        "Timestamp",
        "submitdate",
        "end",
    ]
    assert sorted(headers, key=moment_of) == headers[::-1]


def test_a_word_for_a_date_stands_for_a_time_whatever_is_below_and_other_words_do_not():
    found = [is_sure(header) for header in ("Tanggal Submit", "Cap waktu", "Response time", "end", "Jawaban")]
    assert found == [True, True, False, False, False]


def test_days_of_other_things_are_told_by_their_words():
    assert all(
        map(names_other_day, ["Tgl. Lahir", "Date of birth", "TTL", "Masa Berlaku KTP", "Jatuh Tempo"])
    )
    assert all(map(names_service_day, ["Tanggal Kunjungan", "Tanggal Layanan", "Tgl Permohonan"]))
    assert not any(map(names_other_day, ["Tanggal Survei SKM", "Kapan"]))
    assert not any(map(names_service_day, ["Tanggal Pengisian Survei Pelayanan", "Kapan"]))


@pytest.mark.parametrize(
    ("header", "hours"),
    [
        ("Submit Date (UTC)", 0), ("Waktu (WITA)", 8), ("Timestamp GMT+7", 7), ("Timestamp [UTC+09:00]", 9),
        ("Timestamp (Asia/Makassar)", 8), ("_submission_time", 0), ("survei/_submission_time", 0),
    ],
)  # fmt: skip
def test_a_header_may_name_the_zone(header, hours):
    assert offset_named(header) == hours * HOUR


@pytest.mark.parametrize("header", ["Timestamp", "Submission Time", "Tanggal", "Switch", "Waktu dengan rute"])
def test_other_headers_name_no_zone(header):
    assert offset_named(header) is None
