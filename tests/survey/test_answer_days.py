"""The days of the first and the last answer: from the responses' own times, unless they are too few."""

from datetime import date, datetime

import pytest

from ipak_cli.base.provenance import AnswerDays, Tool
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.period import answer_days
from ipak_cli.survey.tally import Counts, Tally
from makers.exports import EXAMPLES, example_rows, write_csv

TOOL = Tool("ipak", "0")
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 (by the office's clock, as all times are)


def tally(respondents, *moments):
    minutes = {int((datetime.fromisoformat(each) - EPOCH).total_seconds()) // 60: 1 for each in moments}
    return Tally(Counts(respondents, ()), {}, {}, (), minutes)


def scored(*files):
    return score(ScoreRequest(files), load_rubric("ipak-ipkp"), TOOL)


def test_the_first_and_the_last_minute_tell_the_days():
    given = tally(5, "2024-10-01T00:00", "2024-11-05T08:00", "2024-12-31T23:59")
    assert answer_days(given, 5) == AnswerDays("2024-10-01", "2024-12-31")


@pytest.mark.parametrize(("respondents", "told"), [(4, False), (5, True)])
def test_of_fewer_than_the_smallest_group_no_day_is_told(respondents, told):
    found = answer_days(tally(respondents, "2024-10-01T00:00"), 5)
    assert (found.first is not None, found.reason is None) == (told, told)
    assert told or (found.reason.key, found.reason.values) == ("days_of_too_few", {"fewest": 5})


def test_responses_without_times_have_no_days():
    assert answer_days(tally(30), 5).reason.key == "days_not_in_file"


def test_several_files_are_told_by_the_earliest_and_the_latest(tmp_path):
    rows = example_rows(3)
    parts = [write_csv(tmp_path / f"{n}.csv", [rows[0], *rows[1 + n :: 2]]) for n in (0, 1)]
    together = scored(*parts)
    alone = [scored(part).answer_days for part in parts]
    assert together.answer_days.first == min(each.first for each in alone)
    assert together.answer_days.last == max(each.last for each in alone)
    assert together.answer_days == scored(EXAMPLES / "ipak-ipkp-2024-tw3.xlsx").answer_days


def test_the_days_lie_in_the_period_and_say_no_time():
    found = scored(EXAMPLES / "ipak-ipkp-2024-tw3.xlsx")
    first, last = map(date.fromisoformat, (found.answer_days.first, found.answer_days.last))
    assert date(2024, 7, 1) <= first <= last <= date(2024, 9, 30)
