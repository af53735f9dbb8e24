import subprocess
import sys
from collections import Counter
from datetime import time
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from ipak_cli.base.figures import half_up
from ipak_cli.base.period import Period
from ipak_cli.rubric.load import load_rubric

EXAMPLES = Path(__file__).parents[2] / "examples"
PERIODS = (1, 2, 3, 4)


def read(number):
    """Return the header and the rows of a period."""
    book = openpyxl.load_workbook(EXAMPLES / "masuk" / f"ipak-ipkp-2024-tw{number}.xlsx")
    header, *rows = book["Form Responses 1"].iter_rows(values_only=True)
    return header, rows


def answers(number):
    """Return the 14 answers of each respondent of a period."""
    return [row[8:22] for row in read(number)[1]]


def stars(number):
    counts = Counter(answer for row in answers(number) for answer in row)
    return tuple(counts[star] for star in (1, 2, 3, 4))


def item_sums(number):
    return [sum(column) for column in zip(*answers(number), strict=True)]


def indices(number):
    sums, respondents = item_sums(number), len(answers(number))
    return Fraction(sum(sums[:5]), 5 * respondents), Fraction(sum(sums[5:]), 9 * respondents)


@pytest.mark.parametrize(
    ("number", "respondents", "counts", "total"),
    [(1, 34, (8, 0, 46, 422), 1834), (2, 31, (0, 1, 32, 401), 1702), (3, 41, (1, 7, 30, 536), 2249)],
)
def test_periods_one_to_three_have_the_published_star_totals(number, respondents, counts, total):
    assert len(answers(number)) == respondents
    assert stars(number) == counts
    assert sum(item_sums(number)) == total


def test_period_three_has_the_published_item_sums_and_indices():
    assert item_sums(3) == [162, 161, 162, 161, 162, 157, 160, 161, 164, 161, 158, 159, 161, 160]
    assert indices(3) == (Fraction(808, 205), Fraction(1441, 369))


def test_period_four_has_the_published_indices_and_their_mean():
    spak, spkp = indices(4)
    assert len(answers(4)) == 24
    assert (half_up(spak), half_up(spkp), half_up((spak + spkp) / 2)) == ("3.90", "3.73", "3.82")


def test_one_respondent_alone_gives_the_eight_ones_of_period_one():
    assert [row.count(1) for row in answers(1) if 1 in row] == [8]


def test_the_headers_ask_the_items_of_the_rubric_in_their_order():
    sentences = [item.text for item in load_rubric("ipak-ipkp").rubric.items]
    for number in PERIODS:
        header, _ = read(number)
        assert header[:3] == ("Timestamp", "Email Address", "Nama")
        assert list(header[8:22]) == [f"{place}. {text}" for place, text in enumerate(sentences, start=1)]
        assert header[22:] == ("Saran/masukan",)


@pytest.mark.parametrize("number", PERIODS)
def test_every_answer_is_given_within_its_period_on_a_weekday_in_working_hours(number):
    period = Period.quarter(2024, number)
    times = [row[0] for row in read(number)[1]]
    assert times == sorted(times)
    assert all(period.start <= moment.date() <= period.end for moment in times)
    assert all(moment.weekday() < 5 and time(8) <= moment.time() < time(16) for moment in times)


@pytest.mark.parametrize("number", PERIODS)
def test_no_two_rows_of_a_period_are_alike_even_without_time_and_name(number):
    seen = [row[3:22] for row in read(number)[1]]
    assert len(seen) == len(set(seen))


def test_all_people_are_invented_and_answer_once():
    addresses = [row[1] for number in PERIODS for row in read(number)[1]]
    assert all(address.endswith("@contoh.example") for address in addresses)
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize("number", PERIODS)
def test_comments_are_often_blank_sometimes_repeated_and_once_too_personal(number):
    comments = [row[22] for row in read(number)[1]]
    given = [comment for comment in comments if comment]
    assert len(given) < len(comments) * 2 / 3
    assert sum("@contoh.example" in comment or "0000" in comment for comment in given) == 1


def files_below(folder):
    paths = [path for name in ("masuk", "bukti") for path in (folder / name).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_making_the_example_again_gives_the_same_bytes(tmp_path):
    for script in ("buat_contoh.py", "buat_pekppp.py"):
        subprocess.run([sys.executable, EXAMPLES / script, tmp_path], check=True, capture_output=True)
    assert files_below(tmp_path) == files_below(EXAMPLES)
