"""What is asked of a recap, in which order, and what need not be answered."""

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.typed_recap import ALL, Question, Topic, TypedRecap, questions

RUBRIC = load_rubric("ipak-ipkp").rubric
PERIOD, RESPONDENTS, SHAPE = Question(Topic.PERIOD), Question(Topic.RESPONDENTS), Question(Topic.SHAPE)
FIRST, SECOND = (item.code for item in RUBRIC.items[:2])


def started(shape, respondents="41"):
    said = TypedRecap(RUBRIC).saying(PERIOD, "III-2024")
    said = said.saying(RESPONDENTS, respondents) if respondents else said.passing(RESPONDENTS)
    return said.saying(SHAPE, shape)


def following(said, count=2):
    return [*questions(said)][:count]


def test_period_respondents_and_shape_are_asked_first():
    assert [*questions(TypedRecap(RUBRIC))] == [PERIOD, RESPONDENTS, SHAPE]


def test_counts_are_asked_item_by_item():
    said = started("1")
    assert following(said) == [Question(Topic.FIGURE, FIRST), Question(Topic.FIGURE, SECOND)]
    assert len([*questions(said)]) == len(RUBRIC.items)
    said = said.saying(Question(Topic.FIGURE, FIRST), "0,0,1,40")
    assert following(said, 1) == [Question(Topic.FIGURE, SECOND)]
    assert said.figures == {FIRST: (0, 0, 1, 40)}


@pytest.mark.parametrize("shape", ["2", "3"])
def test_sums_and_means_are_asked_with_their_numbers_of_answers(shape):
    assert following(started(shape)) == [Question(Topic.N, FIRST), Question(Topic.FIGURE, FIRST)]


def test_of_stars_an_index_may_be_left_out_but_not_all():
    said = started("4")
    codes = [index.code for index in RUBRIC.indices]
    asked = [Question(Topic.FIGURE, code) for code in codes]
    all_of_them = Question(Topic.FIGURE, ALL)
    assert following(said, 9) == [*asked, all_of_them]
    assert [said.may_pass(each) for each in (*asked, all_of_them)] == [True, True, False]
    one = said.passing(asked[0]).saying(asked[1], "0,0,0,9")
    assert [*questions(one)] == []
    none = said.passing(asked[0]).passing(asked[1])
    assert [*questions(none)] == [all_of_them]


def test_only_respondents_and_indices_may_be_left_out():
    said = TypedRecap(RUBRIC)
    assert [said.may_pass(each) for each in (PERIOD, RESPONDENTS, SHAPE)] == [False, True, False]
    assert not started("1").may_pass(Question(Topic.FIGURE, FIRST))
    assert started("1", respondents="").respondents is None


@pytest.mark.parametrize(
    ("shape", "question", "most", "more"),
    [
        ("1", Question(Topic.FIGURE, FIRST), "0,0,1,40", "0,0,1,41"),
        ("2", Question(Topic.N, FIRST), "41", "42"),
        ("4", Question(Topic.FIGURE, "IPAK"), "0,0,0,205", "0,0,0,206"),
        ("4", Question(Topic.FIGURE, ALL), "0,0,0,574", "0,0,0,575"),
    ],
)
def test_there_are_no_more_answers_than_respondents_can_give(shape, question, most, more):
    said = started(shape)
    assert said.saying(question, most).known(question)
    with pytest.raises(ProblemsFoundError) as refused:
        said.saying(question, more)
    assert [each.code for each in refused.value.problems] == ["U913"]
    assert started(shape, respondents="").saying(question, more).known(question)


def test_nothing_is_said_twice():
    with pytest.raises(ProblemsFoundError) as refused:
        started("1").saying(PERIOD, "IV-2024")
    assert [each.code for each in refused.value.problems] == ["U915"]


def test_what_is_forgotten_is_asked_again():
    first, second = Question(Topic.FIGURE, FIRST), Question(Topic.FIGURE, SECOND)
    said = started("1").saying(first, "0,0,1,40").saying(second, "0,0,0,41")
    again = said.forgetting(f" {FIRST.casefold()} ")
    assert (again.figures, following(again, 1)) == ({SECOND: (0, 0, 0, 41)}, [first])
    assert following(said.forgetting("Periode"), 1) == [PERIOD]
    assert following(said.forgetting("responden"), 1) == [RESPONDENTS]
    assert said.forgetting("Z9") is None
    sums = started("2").saying(Question(Topic.N, FIRST), "41").saying(first, "164")
    assert following(sums.forgetting(FIRST)) == [Question(Topic.N, FIRST), first]


def test_an_index_that_was_left_out_can_be_typed_after_all():
    said = (
        started("4").passing(Question(Topic.FIGURE, "IPAK")).saying(Question(Topic.FIGURE, "IPKP"), "0,0,0,9")
    )
    assert following(said.forgetting("ipak"), 9) == [Question(Topic.FIGURE, "IPAK")]


@pytest.mark.parametrize(("people", "taken"), [("41", True), ("40", False)])
def test_respondents_typed_anew_are_no_fewer_than_the_answers(people, taken):
    counts = started("1").saying(Question(Topic.FIGURE, FIRST), "0,0,1,40").forgetting("responden")
    numbers = started("2").saying(Question(Topic.N, FIRST), "41").forgetting("responden")
    stars = started("4").saying(Question(Topic.FIGURE, ALL), "0,0,0,574").forgetting("responden")
    for said in (counts, numbers, stars):
        if taken:
            assert said.saying(RESPONDENTS, people).respondents == int(people)
        else:
            with pytest.raises(ProblemsFoundError) as refused:
                said.saying(RESPONDENTS, people)
            assert [each.code for each in refused.value.problems] == ["U913"]


def test_the_shape_says_what_figures_are_of():
    assert started("1").codes == tuple(item.code for item in RUBRIC.items)
    assert started("4").codes == ("IPAK", "IPKP", ALL)
    assert started("3").shape is RecapShape.MEANS
