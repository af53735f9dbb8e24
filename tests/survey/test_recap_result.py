"""What follows from a recap is what the answers themselves give; the rest says why it does not follow."""

from collections import Counter
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored, ends_of
from ipak_cli.base.period import parse_period
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue import survey as p
from ipak_cli.documents.read import read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape
from ipak_cli.survey.result import AnswerShare
from ipak_cli.survey.zi_result import ConditionStatus
from makers.random_surveys import random_respondents, result_of
from makers.recaps import recap, recapped
from makers.report_material import loaded
from makers.rubric_text import SMALL

EXAMPLE = Path(__file__).parents[2] / "examples/masuk/ipak-ipkp-2024-tw3.xlsx"
IPAK = loaded().rubric
PERIODS = (frozenset({"IV-2024"}),)
WITHOUT_ANSWERS = NotScored(p.RECAP_WITHOUT_ANSWERS())
WITHOUT_RESPONDENTS = NotScored(p.RECAP_WITHOUT_RESPONDENTS())
SUMS = [162, 161, 162, 161, 162, 157, 160, 161, 164, 161, 158, 159, 161, 160]


def counted():
    """Return how often each answer was given to each item in the example's third quarter."""
    header, *rows = openpyxl.load_workbook(EXAMPLE)["Form Responses 1"].iter_rows(values_only=True)
    columns = list(zip(*(row[8:22] for row in rows), strict=True))
    assert [head.partition(". ")[2] for head in header[8:22]] == [item.text for item in IPAK.items]
    return tuple(tuple(Counter(column)[star] for star in (1, 2, 3, 4)) for column in columns)


def of_sums(sums, n):
    """Return the recap that tells of each item how many answered and their sum."""
    given = zip(IPAK.items, sums, strict=True)
    return Recap(RecapShape.SUMS, n, {item.code: ItemRecap(n, range(s, s + 1)) for item, s in given}, {})


def of_means(sums, n):
    """Return a recap of means; a sum is a number, or a range where its mean is that of several."""
    ranges = [each if isinstance(each, range) else range(each, each + 1) for each in sums]
    given = zip(IPAK.items, ranges, strict=True)
    return Recap(RecapShape.MEANS, n, {item.code: ItemRecap(n, s) for item, s in given}, {})


def test_counts_of_a_quarter_give_what_its_export_gives():
    request = ScoreRequest((EXAMPLE,), period=parse_period("III-2024"), population=60, performance="B")
    raw = score(request, loaded(), Tool("ipak", "0"))

    made = recapped(
        recap(counted(), RecapShape.COUNTS, IPAK, respondents=41),
        period="III-2024", population=60, performance="B",
    )  # fmt: skip

    assert made.indices["IPAK"].mean == Fraction(808, 205)
    assert made.indices["IPKP"].mean == Fraction(1441, 369)
    for same in (
        "respondents", "answers", "missing", "items", "indices", "combined", "distribution", "zi", "sample",
    ):  # fmt: skip
        assert getattr(made, same) == getattr(raw, same), same
    ceilings = [[look for look in result.quality if look.code == "ceiling"] for result in (made, raw)]
    assert ceilings[0] == ceilings[1]
    assert [look.code for look in made.quality] == [look.code for look in raw.quality]


def test_what_needs_single_answers_is_missing_from_a_recap_with_its_reason():
    made = recapped(recap(counted(), RecapShape.COUNTS, IPAK, respondents=41))

    needing = [look for look in made.quality if look.code != "ceiling"]
    assert [look.code for look in needing] == [
        "duplicates", "same_person", "tests", "outside", "straight_highest", "straight_other", "bursts",
        "alpha_IPAK", "alpha_IPKP",
    ]  # fmt: skip
    assert {(look.count, look.of, look.value) for look in needing} == {(None, None, WITHOUT_ANSWERS)}
    assert {look.finding for look in needing} == {WITHOUT_ANSWERS.reason}
    assert [each.code for each in made.breakdowns] == [profile.code for profile in IPAK.profiles]
    assert {(each.rows, each.reason) for each in made.breakdowns} == {((), WITHOUT_ANSWERS.reason)}
    assert made.suggestions == WITHOUT_ANSWERS
    assert made.answer_days.reason == p.RECAP_WITHOUT_DAYS()
    assert made.tally is None


def test_sums_give_the_indices_and_no_distribution():
    made = recapped(of_sums(SUMS, 41))

    assert made.indices["IPAK"].mean == Fraction(808, 205)
    assert made.indices["IPKP"].mean == Fraction(1441, 369)
    assert made.combined.pooled == Fraction(2249, 574)
    assert (made.items[0].n, made.items[0].sum, made.items[0].missing) == (41, 162, 0)
    unknown = NotScored(p.RECAP_OF_SUMS())
    assert made.items[0].counts == unknown
    assert set(made.distribution.values()) == {AnswerShare(unknown, unknown)}
    assert [*made.distribution] == ["1", "2", "3", "4"]
    assert [look.value for look in made.quality if look.code == "ceiling"] == [unknown]


def test_a_mean_of_several_sums_is_carried_with_both_ends_through_to_the_points():
    made = recapped(of_means([range(360, 364), *[380] * 13], 100), performance="A")
    first, ipak, ipkp = made.items[0], made.indices["IPAK"], made.indices["IPKP"]

    several = p.SEVERAL_SUMS(n=100, first=360, last=363)
    assert first.sum == NotScored(several, (Fraction(360), Fraction(363)))
    assert first.mean == NotScored(several, (Fraction(18, 5), Fraction(363, 100)))
    assert first.counts == NotScored(p.RECAP_OF_MEANS())
    open_one = p.SEVERAL_SUMS_OF_ITEMS(items=("I1",))
    # (3.6 + 4 x 3.8) / 5 and (3.63 + 4 x 3.8) / 5; points are the mean / 4 x 17.5.
    assert ipak.mean == NotScored(open_one, (Fraction("3.76"), Fraction("3.766")))
    assert ipak.points == NotScored(open_one, (Fraction("16.45"), Fraction("16.47625")))
    assert ipkp.mean == Fraction("3.8")
    assert made.combined.mean_of_indices == NotScored(open_one, (Fraction("3.78"), Fraction("3.783")))
    assert made.combined.pooled == NotScored(open_one, (Fraction(5300, 1400), Fraction(5303, 1400)))
    assert made.zi.components[0].points.between == (Fraction("21.45"), Fraction("21.47625"))


def test_a_mean_that_is_rounded_to_the_highest_answer_is_not_above_it():
    # 4,00 of 369 answers: 1475 / 369 = 3.9973 is printed so, and so would 1477 / 369.
    made = recapped(of_means([range(1475, 1478), *[1400] * 13], 369))

    assert made.items[0].sum.between == (1475, 1476)


def test_a_sum_that_no_answers_have_is_refused():
    with pytest.raises(ValueError, match="no answers on the scale"):
        recapped(of_sums([165, *SUMS[1:]], 41))


def test_a_mean_of_one_sum_is_exact():
    made = recapped(of_means(SUMS, 41))

    assert made.indices == recapped(of_sums(SUMS, 41)).indices


@pytest.mark.parametrize(
    ("sums", "status"),
    [
        (range(360, 363), ConditionStatus.MET),
        (range(359, 361), ConditionStatus.NOT_ASSESSED),
        (range(357, 360), ConditionStatus.NOT_MET),
    ],
)
def test_a_minimum_of_360_is_reached_when_both_ends_reach_it(sums, status):
    made = recapped(of_means([sums] * 14, 100), performance="A")
    wbk = made.zi.predicates["WBK"]
    (survey,) = [each for each in wbk.conditions if each.minimum == Fraction("15.75")]

    assert survey.status is status
    assert made.zi.predicates["WBBM"].met is {"met": True, "not_assessed": None, "not_met": False}[status]


@pytest.mark.parametrize(("last", "band"), [(307, "B"), (306, None)], ids=["both ends in B", "from C to B"])
def test_a_band_is_told_when_both_ends_have_it(last, band):
    skm = loaded("skm-14-2017")
    # 3.0644 x 25 = 76.61, where B begins; 3.06 x 25 = 76.50 is C still.
    sums = {"B": range(last, last + 2), None: range(last, last + 3)}[band]
    items = {item.code: ItemRecap(100, sums) for item in skm.rubric.items}

    found = recapped(Recap(RecapShape.MEANS, 100, items, {}), skm).indices["IKM"].band

    assert (found and found.code) == band


def test_totals_of_all_indices_give_them_where_nobody_left_out_an_item():
    made = recapped(recap(counted(), RecapShape.TOTALS, IPAK, respondents=41))

    assert made.indices["IPAK"].mean == Fraction(808, 205)
    assert made.indices["IPKP"].mean == Fraction(1441, 369)
    assert made.combined.pooled == Fraction(2249, 574)
    assert [share.count for share in made.distribution.values()] == [1, 7, 30, 536]
    assert sum(share.count for share in made.indices["IPAK"].distribution.values()) == 205
    assert (made.answers, made.missing) == (574, 0)
    assert (made.items[0].n, made.items[0].missing) == (41, 0)
    assert made.items[0].mean == NotScored(p.RECAP_OF_TOTALS())
    assert [look.value for look in made.quality if look.code == "ceiling"] == [Fraction(53600, 574)]


def test_totals_of_unknown_respondents_give_no_index():
    made = recapped(recap(counted(), RecapShape.TOTALS, IPAK, respondents=None))

    assert made.indices["IPAK"].mean == NotScored(p.TOTALS_NEED_RESPONDENTS())
    assert made.combined.pooled == Fraction(2249, 574)
    assert (made.respondents, made.missing, made.answers) == (WITHOUT_RESPONDENTS, WITHOUT_RESPONDENTS, 574)
    assert made.sample.response_rate == WITHOUT_RESPONDENTS
    assert (made.sample.adequate, made.sample.reason) == (None, WITHOUT_RESPONDENTS.reason)
    assert made.items[0].n == NotScored(p.RECAP_OF_TOTALS())


def test_totals_with_an_answer_left_out_give_no_index():
    made = recapped(recap(counted(), RecapShape.TOTALS, IPAK, respondents=42))

    assert made.indices["IPAK"].mean == NotScored(p.TOTALS_WITH_GAPS(missing=5))
    assert made.missing == 14


def test_totals_of_one_index_say_nothing_of_the_survey():
    made = recapped(recap(counted(), RecapShape.TOTALS, IPAK, respondents=41, indices=["IPAK"]))

    wanting = NotScored(p.RECAP_WITHOUT_INDEX(index="IPKP"))
    assert made.indices["IPAK"].mean == Fraction(808, 205)
    assert made.indices["IPKP"].mean == made.combined.pooled == made.answers == wanting
    assert made.indices["IPKP"].distribution is None
    assert made.distribution["4"] == AnswerShare(wanting, wanting)


def test_totals_of_the_survey_give_the_pooled_mean_and_the_distribution_alone():
    made = recapped(recap(counted(), RecapShape.TOTALS, IPAK, respondents=41, indices=[""]))

    assert made.combined.pooled == Fraction(2249, 574)
    assert [share.count for share in made.distribution.values()] == [1, 7, 30, 536]
    assert {index.mean for index in made.indices.values()} == {NotScored(p.RECAP_OF_WHOLE_SURVEY())}
    assert {index.distribution for index in made.indices.values()} == {None}


def test_totals_of_a_survey_of_one_index_are_those_of_the_index():
    skm = loaded("skm-14-2017")
    given = recap(((0, 1, 3, 6),) * 9, RecapShape.TOTALS, skm.rubric, respondents=10, indices=[""])

    assert recapped(given, skm).indices["IKM"].mean == Fraction(35, 10)


def of_small_totals(text, row):
    """Return the indices of four respondents who all gave every item of the small rubric such answers."""
    file = parse_as_survey(read_document(text.encode(), "x.yaml"))
    return recapped(recap((row,) * 4, RecapShape.TOTALS, file.rubric, respondents=sum(row)), file).indices


def test_totals_say_which_weights_or_directions_keep_an_index_from_following():
    upright = SMALL.replace("polarity: negative", "polarity: positive")

    assert of_small_totals(SMALL, (0, 1, 1, 2))["BERSIH"].mean == Fraction(13, 4)
    assert of_small_totals(SMALL, (0, 1, 1, 2))["RAMAH"].mean == NotScored(p.TOTALS_OF_MIXED_POLARITY())
    assert of_small_totals(upright, (0, 1, 1, 2))["RAMAH"].mean == NotScored(p.TOTALS_OF_UNEQUAL_WEIGHTS())


def test_totals_of_items_that_are_all_turned_round_are_turned():
    turned = SMALL.replace("polarity: positive", "polarity: negative")

    assert of_small_totals(turned, (0, 1, 1, 2))["BERSIH"].mean == Fraction(7, 4)


def test_counts_of_unknown_respondents_give_all_but_their_number():
    made = recapped(recap(counted(), RecapShape.COUNTS, IPAK, respondents=None))

    assert made.indices["IPAK"].mean == Fraction(808, 205)
    assert made.answers == 574
    assert made.respondents == made.missing == made.items[0].missing == WITHOUT_RESPONDENTS


def test_an_item_without_an_answer_is_not_scored():
    given = ((0, 0, 0, 0), *counted()[1:])
    for shape in (RecapShape.COUNTS, RecapShape.SUMS, RecapShape.MEANS):
        made = recapped(recap(given, shape, IPAK, respondents=41))

        assert made.items[0].mean == NotScored(p.NO_ANSWERS())
        assert (made.items[0].n, made.items[0].missing) == (0, 41)
        assert made.indices["IPAK"].mean == NotScored(p.ITEM_NOT_SCORED(item="I1", reason=p.NO_ANSWERS()))


@pytest.mark.parametrize("shape", [*RecapShape])
def test_at_least_as_many_answered_as_the_answers_need(shape):
    given = ((0, 0, 0, 0), *counted()[1:])
    by_item = 41 if shape is not RecapShape.TOTALS else 39  # 533 answers to 14 items need 39 people

    assert recapped(recap(given, shape, IPAK, respondents=None)).least_respondents == by_item
    assert recapped(recap(given, shape, IPAK, respondents=50)).least_respondents == 50


@pytest.mark.parametrize("shape", [*RecapShape])
def test_more_answers_than_respondents_can_give_are_refused(shape):
    with pytest.raises(ValueError, match="more answers than"):
        recapped(recap(counted(), shape, IPAK, respondents=40))


@pytest.mark.parametrize("shape", [*RecapShape])
@pytest.mark.parametrize("respondents", [41, None])
def test_the_document_of_a_recap_is_read_back_the_same(shape, respondents):
    made = recapped(recap(counted(), shape, IPAK, respondents=respondents), population=60, performance="B")

    assert read_survey(to_json(made).encode(), "survey.json") == made


def test_two_ends_come_back_from_a_document():
    made = recapped(of_means([range(360, 364), *[380] * 13], 100))
    back = read_survey(to_json(made).encode(), "survey.json")

    assert back == made
    assert back.indices["IPAK"].mean.between == (Fraction("3.76"), Fraction("3.766"))


def figures_of(result):
    """Return every figure of a result by its name."""
    found = {
        "respondents": result.respondents, "answers": result.answers, "missing": result.missing,
        "gabungan": result.combined.mean_of_indices, "pooled": result.combined.pooled,
    }  # fmt: skip
    for item in result.items:
        found |= {(item.code, name): getattr(item, name) for name in ("n", "missing", "sum", "mean")}
    for code, index in result.indices.items():
        found |= {(code, name): getattr(index, name) for name in ("mean", "percent", "points")}
    for value, share in result.distribution.items():
        found |= {(value, "count"): share.count, (value, "share"): share.share}
    for component in result.zi.components if result.zi else ():
        found[component.code] = component.points
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**6),
    st.sampled_from([*RecapShape]),
    st.sampled_from(["ipak-ipkp", "skm-14-2017"]),
    st.booleans(),
    st.sampled_from([3, 40, 400]),
)
def test_a_figure_of_a_recap_is_that_of_the_answers_or_has_it_between_its_ends(seed, shape, name, told, most):
    people = random_respondents(seed, PERIODS, name, most)
    raw, file = result_of(people, "IV-2024", name), loaded(name)
    given = tuple(tuple(item.counts.values()) for item in raw.items)
    made = recapped(recap(given, shape, file.rubric, respondents=len(people) if told else None), file)

    whole = figures_of(made)
    for figure, exact in figures_of(raw).items():
        ends, true = ends_of(whole[figure]), ends_of(exact)
        assert ends is None or ends == true or ends[0] <= true[0] <= ends[1], figure
    for code, index in made.indices.items():
        assert index.band in (None, raw.indices[code].band)
    for code, predicate in (made.zi.predicates if made.zi else {}).items():
        assert predicate.met in (None, raw.zi.predicates[code].met)
    if shape is RecapShape.COUNTS:
        assert made.indices == raw.indices
    if shape is not RecapShape.TOTALS:
        assert all(ends_of(item.mean) for item in made.items)
