"""Looks at the data's quality: reported, never acted on."""

from ipak_cli.base.period import Period
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import NEARLY_ALL_HIGHEST, NONE_FOUND, SPREAD_TELLS_ITEMS_APART
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.period import BY_QUARTER
from ipak_cli.survey.quality import RowCounts, look
from makers.exports import table
from makers.sheets import collected

RUBRIC = load_rubric("ipak-ipkp").rubric
THIRD = BY_QUARTER.ordinal(Period.quarter(2024, 3))


def looks(answers, **rows):
    tally = collected(table(RUBRIC, answers), RUBRIC).tallies[THIRD]
    return {found.code: found for found in look(tally, RowCounts(**rows), RUBRIC)}


def test_straight_lines_are_counted_apart_by_their_answer():
    found = looks([[4] * 14, [4] * 14, [2] * 14, [4] * 13 + [3]])

    assert found["straight_highest"].count == 2
    assert found["straight_other"].count == 1


def test_the_ceiling_effect_is_said_from_85_percent_on():
    assert looks([[4] * 14])["ceiling"].finding == NEARLY_ALL_HIGHEST()
    assert looks([[4] * 7 + [3] * 7])["ceiling"].finding == SPREAD_TELLS_ITEMS_APART()


def test_five_responses_in_one_minute_are_a_burst():
    header, *body = table(RUBRIC, [[4] * 14] * 6)
    for second, row in enumerate(body):
        row[0] = f"2024/08/01 9:12:{second:02d}"
    tally = collected([header, *body], RUBRIC).tallies[THIRD]

    found = {one.code: one for one in look(tally, RowCounts(), RUBRIC)}

    assert found["bursts"].count == 6


def test_duplicates_and_trial_rows_are_reported_with_their_number():
    found = looks([[4] * 14], duplicates=1, same_person=2, tests=3, outside=4)

    assert [found[code].count for code in ("duplicates", "same_person", "tests", "outside")] == [1, 2, 3, 4]
    assert all(found[code].finding != NONE_FOUND() for code in ("duplicates", "tests"))


def test_consistency_is_told_of_items_or_of_elements_as_the_instrument_calls_them():
    skm = load_rubric("skm-14-2017").rubric
    answers = [[1 + (n + k) % 4 for k in range(9)] for n in range(6)]
    tally = collected(table(skm, answers), skm).tallies[THIRD]
    [found] = [say(one.finding) for one in look(tally, RowCounts(), skm) if one.code == "alpha_IKM"]
    assert found.startswith("konsistensi internal unsur IKM rendah")
    mixed = looks([[1 + (n + k) % 4 for k in range(14)] for n in range(6)])
    assert say(mixed["alpha_IPAK"].finding).startswith("konsistensi internal butir IPAK rendah")
