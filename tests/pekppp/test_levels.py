"""Levels where facts are blank, best, worst or better than before."""

from __future__ import annotations

from datetime import date

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.rules.interface import Derived, NotDerived

RUBRIC = load_pekppp("pekppp-2025").rubric
BEST = {
    "F08-01": "ya", "F08-02": 8, "F08-03": 8, "F08-04": "ya",
    "F09-01": date(2025, 1, 15), "F09-02": date(2025, 2, 15), "F09-03": 8, "F09-04": 8,
    "F28-01": 10, "F28-02": 10, "F28-03": 0, "F28-04": 0,
}  # fmt: skip
WORST = {
    "F08-01": "tidak", "F08-02": 0, "F08-03": 0, "F08-04": "tidak",
    "F09-01": date(2025, 1, 15), "F09-02": date(2025, 2, 15), "F09-03": 8, "F09-04": 0,
    "F28-01": 10, "F28-02": 0, "F28-03": 0, "F28-04": 0,
}  # fmt: skip


def indicator(no):
    return next(each for each in RUBRIC.indicators if each.no == no)


def level(no, **answers):
    outcome = derive(indicator(no), {f"F{no:02}-{name[1:]}": answer for name, answer in answers.items()})
    return outcome.level if isinstance(outcome, Derived) else say(outcome.reason)


@pytest.mark.parametrize("no", range(1, 31))
def test_all_facts_at_their_best_are_level_5_and_at_their_worst_level_0(no):
    facts = indicator(no).facts
    best = {
        fact.id: BEST.get(fact.id) or fact.answers[-1]
        for fact in facts
        if fact.id not in ("F28-03", "F28-04")
    }
    worst = {fact.id: fact.answers[0] if fact.answers else WORST[fact.id] for fact in facts}
    best |= {name: 0 for name in ("F28-03", "F28-04") if no == 28}

    assert derive(indicator(no), best).level == 5
    assert derive(indicator(no), worst).level == 0


@pytest.mark.parametrize("no", range(1, 31))
def test_without_any_answer_there_is_no_level(no):
    outcome = derive(indicator(no), {})
    assert isinstance(outcome, NotDerived)
    assert f"F{no:02}-" in say(outcome.reason)


def test_without_a_parking_place_nobody_has_to_say_what_is_in_it():
    assert level(15, _01="tidak") == 0


def test_a_blank_fact_matters_only_where_it_could_change_the_level():
    four_of_seven = {f"_{n:02}": "ya" for n in range(1, 6)}
    assert level(7, **four_of_seven) == 5
    assert level(7, _01="ya", _02="tidak", _03="tidak", _04="tidak", _05="tidak", _06="tidak") == (
        "F07-07 belum diisi: " + indicator(7).facts[6].text
    )


def test_a_hole_in_a_chain_settles_the_level_whatever_stands_behind_it():
    assert level(27, _01="ya", _02="ya", _03="tidak") == 1


def test_a_step_with_one_unmet_fact_needs_no_answer_beside_it():
    assert level(23, _02="tidak") == 0


@pytest.mark.parametrize(
    ("done", "planned", "end", "said"),
    [
        (9, 8, date(2025, 2, 1), "lebih banyak dari 8"),
        (0, 0, date(2025, 2, 1), "tidak ada yang harus ditindaklanjuti"),
        (8, 8, date(2025, 1, 1), "sebelum 15 Januari 2025"),
    ],
)
def test_dates_and_counts_that_contradict_each_other_give_no_level(done, planned, end, said):
    assert said in level(9, _01=date(2025, 1, 15), _02=end, _03=planned, _04=done)


def test_more_complaints_settled_than_received_give_no_level():
    assert "lebih banyak dari 3" in level(28, _01=3, _02=4, _03=0, _04=0)


def test_a_year_without_any_complaint_is_not_scored_and_said_to_be_ambiguous():
    outcome = derive(indicator(28), {"F28-01": 0, "F28-02": 0, "F28-03": 0, "F28-04": 0})
    assert isinstance(outcome, NotDerived)
    assert indicator(28).doubt_text(outcome.doubts[0])


@pytest.mark.parametrize("report", ["ya", "tidak"])
def test_more_done_than_planned_gives_no_level(report):
    assert level(8, _01="ya", _02=8, _03=9, _04=report) == (
        "9 dilaksanakan, lebih banyak dari 8 yang direncanakan; periksa angkanya"
    )
    assert "lebih banyak dari 0" in level(8, _01="ya", _02=0, _03=1, _04=report)


def test_a_young_innovation_needs_no_answer_about_competitions():
    assert level(29, _01="kurang dari 1 tahun", _03="tidak") == 2


@pytest.mark.parametrize(("all_services", "expected"), [("sebagian layanan", 2), ("semua layanan", 1)])
def test_reviews_at_more_than_two_years_are_level_2_for_some_services_and_1_for_all(all_services, expected):
    outcome = derive(indicator(4), {"F04-01": "tidak ada", "F04-02": "tidak ada", "F04-03": all_services})
    assert (outcome.level, [indicator(4).doubt_text(doubt) is not None for doubt in outcome.doubts]) == (
        expected, [True],
    )  # fmt: skip


def doubted(no, answers):
    """Tell whether a reading of ours decides the level."""
    one = indicator(no)
    given = dict(zip((fact.id for fact in one.facts), answers, strict=True))
    return any(one.doubt_text(doubt) for doubt in derive(one, given).doubts)


@pytest.mark.parametrize(
    ("no", "answers"),
    [
        (5, ("tidak", "ya", "ya", "ya", "ya", "ya", "ya")),
        (6, ("ya", "ya", "ya", "ya", "tidak", "ya")),
        (8, ("ya", 8, 8, "tidak")),
        (9, (date(2025, 1, 15), date(2025, 2, 16), 8, 8)),
        (9, (date(2025, 1, 15), date(2026, 2, 16), 8, 8)),
        (13, ("ya", *["tidak"] * 7)),
        (15, ("tidak", "ya", *["tidak"] * 7)),
        (17, ("tidak", *["ya"] * 6)),
        (20, ("tidak", *["ya"] * 5)),
        (21, ("ya", "ya", "tidak", "tidak", "tidak", "tidak", "tidak ada")),
        (21, ("tidak", "tidak", "tidak", "tidak", "ya", "ya", "sebagian layanan")),
        (21, ("tidak", "tidak", "tidak", "ya", "tidak", "ya", "semua layanan")),
        (24, ("harian", "tidak")),
        (29, ("kurang dari 1 tahun", "ya", "tidak")),
    ],
)
def test_a_warning_is_due_where_a_reading_decides(no, answers):
    assert doubted(no, answers)


@pytest.mark.parametrize(
    ("no", "answers"),
    [
        (5, ("tidak",) * 7),
        (6, ("ya", "ya", "ya", "ya", "tidak", "tidak")),
        (8, ("ya", 8, 8, "ya")),
        (9, (date(2025, 1, 15), date(2025, 1, 30), 8, 8)),
        (9, (date(2025, 1, 15), date(2025, 4, 15), 8, 8)),
        (15, ("tidak",) * 9),
        (20, ("tidak",) * 6),
        (21, ("ya", "ya", "tidak", "tidak", "ya", "tidak", "tidak ada")),
        (21, ("tidak", "tidak", "tidak", "tidak", "ya", "ya", "semua layanan")),
        (21, ("tidak", "tidak", "tidak", "ya", "tidak", "tidak", "tidak ada")),
        (24, ("harian", "ya")),
        (24, ("mingguan", "tidak")),
        (29, ("kurang dari 1 tahun", "tidak", "tidak")),
    ],
)
def test_no_warning_is_due_where_the_instruments_words_decide(no, answers):
    assert not doubted(no, answers)
