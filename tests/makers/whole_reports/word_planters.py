"""Contradictions of words: categories, conditions, surveys, dates, periods, numbers of parts."""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.period import MONTHS, Period, indonesian_date
from makers.whole_reports.planting import one_of, planter
from makers.whole_reports.style import WEEKDAYS

if TYPE_CHECKING:
    from makers.whole_reports.office import Office


@planter("A129")
def category_that_the_value_does_not_have(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("category", where=None))
    if told is None:
        return False
    own = told.text.split()[0]
    words = ("A", "B", "C", "D") if len(own) == 1 and len(told.text) == 1 else (
        "Sangat Baik", "Baik", "Kurang Baik", "Tidak Baik") if len(own) > 1 else (
        "A (Sangat Baik)", "B (Baik)", "C (Kurang Baik)", "D (Tidak Baik)")  # fmt: skip
    place = words.index(told.text)
    # Two categories off, so that no rounding reaches it.
    others = [n for n in range(4) if abs(n - place) >= 2]
    told.put(words[office.random.choice(others)])
    return True


@planter("A129")
def category_that_the_assessment_does_not_have(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("pekppp_category"))
    if told is None:
        return False
    known = [f"{each.code} ({each.name})" for each in office.instrument.pekppp.categories]
    place = known.index(told.text)
    told.put(known[office.random.choice([n for n in range(len(known)) if abs(n - place) > 1])])
    return True


@planter("A131")
def condition_that_is_not_met(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("condition"))
    if told is None:
        return False
    row = next(row for row in office.report.table_of(told).rows if row[0] == told.subject)
    value, least = (Fraction(cell.replace(",", ".")) for cell in (row[2], row[1]))
    told.put("Belum Terpenuhi" if told.exact else "Terpenuhi")
    return abs(value - least) > Fraction(1, 10)


@planter("A148")
def item_of_the_other_index(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("item_index"))
    if told is None:
        return False
    told.put("IPKP" if told.text == "IPAK" else "IPAK")
    return True


@planter("A148", "A108", "A105", "A106")
def survey_of_the_other_index(office: Office) -> bool:
    names = office.report.of_kind("survey_name")
    if not names:
        return False
    told = office.random.choice(names)
    told.put(next(each.text for each in names if each is not told))
    return True


@planter("A118")
def day_that_no_calendar_has(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("weekday", "signature", "last_day"))
    month = office.random.choice([1, 3, 5, 8, 10])
    year = office.period.end.year
    day = f"31 {MONTHS[month]} {year}" if month != 1 else f"30 {MONTHS[month]} {year}"
    told.put(f"Senin, {day}" if told.kind == "weekday" else day)
    return True


@planter("A119")
def weekday_of_another_day(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("weekday"))
    if told is None:
        return False
    weekday, _, day = told.text.partition(", ")
    other = office.random.choice([each for each in WEEKDAYS if each != weekday])
    told.put(f"{other}, {day}")
    return True


@planter("A120", "A121")
def days_outside_the_period(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("last_day"))
    end = office.period.end
    other = office.random.choice(
        [end + timedelta(days=7), end + timedelta(days=31), end.replace(year=end.year - 1)]
    )
    told.put(indonesian_date(other))
    return True


@planter("A122")
def signed_before_the_period_ends(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("signature"))
    told.put(indonesian_date(office.period.end - timedelta(days=office.random.randint(1, 40))))
    return True


def _before(office: Office) -> Period:
    return Period.of(office.period.start - timedelta(days=1), office.period.kind)


@planter("A123")
def sentence_of_another_period(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("report_period"))
    if told is None:
        return False
    told.put(office.style.period(_before(office)))
    return True


@planter("A123", "A108", "A111")
def caption_of_another_period(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("caption_period"))
    told.put(office.style.period(_before(office)))
    return True


@planter("A125")
def number_in_the_list_that_is_another(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("listed"))
    if told is None:
        return False
    told.put(re.sub(r"\d+$", lambda found: str(int(found[0]) + office.random.randint(1, 14)), told.text))
    return True


@planter("A126")
def number_of_two_captions(office: Office) -> bool:
    captions = [e for e in office.report.of_kind("label") if e.subject == "Tabel"]
    if len(captions) < 2:
        return False
    first, second = office.random.sample(captions, 2)
    second.put(first.text)
    return True


@planter("A128")
def reference_to_a_table_that_is_not_there(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("reference"))
    if told is None:
        return False
    told.put(re.sub(r"\d+$", lambda _: str(office.tables + office.random.randint(1, 12)), told.text))
    return True
