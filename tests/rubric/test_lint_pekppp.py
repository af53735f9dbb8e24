from __future__ import annotations

import pytest

from ipak_cli.catalogue.indonesian import hint_of, message_of
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import altered, found, line_of, problems_of


def change(old: str, new: str, text: str = SMALL_PEKPPP) -> str:
    return altered(old, new, text)


def test_the_small_rubric_of_these_tests_is_sound():
    assert found(SMALL_PEKPPP) == []


def test_the_weights_of_the_aspects_sum_to_100():
    text = change("    weight: 40", "    weight: 39.5")
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R670", line_of(text, "aspects:"))
    assert message_of(problem) == "jumlah bobot semua aspek adalah 199/2, bukan 100"


def test_the_weights_of_the_indicators_of_an_aspect_sum_to_100():
    text = change("weight: 30", "weight: 20")
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R670", line_of(text, "weight: 60") + 1)
    assert message_of(problem) == "jumlah bobot indikator aspek a adalah 90, bukan 100"


def test_the_shares_of_f02_and_f03_sum_to_1():
    text = change("f03: 0.25", "f03: 0.2")
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R670", line_of(text, "ipp:"))
    assert message_of(problem) == "jumlah bobot F-02 dan F-03 adalah 19/20, bukan 1"


@pytest.mark.parametrize(
    ("changes", "line", "name"),
    [
        ([("weight: 30", "weight: 0"), ("weight: 70", "weight: 100")], "weight: 0", "indikator 2"),
        ([("weight: 60", "weight: 140"), ("weight: 40", "weight: -40")], "weight: -40", "aspek b"),
        ([("f02: 0.75, f03: 0.25", "f02: 1, f03: 0")], "ipp:", "F-03"),
    ],
)
def test_a_weight_is_more_than_nothing(changes, line, name):
    text = SMALL_PEKPPP
    for old, new in changes:
        text = change(old, new, text)
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R671", line_of(text, line))
    assert f"bobot {name} adalah" in message_of(problem)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("code: a.Ak", "code: b.Ak", "a.Ak"),
        ("code: b.K", "code: b.Ak", "b.K"),
        ("code: b\n", "code: c\n", "c.K"),
    ],
)
def test_an_indicators_code_is_its_aspects_letter_and_its_principles(old, new, expected):
    text = change(old, new)
    (problem,) = problems_of(text)
    assert problem.code == "R672"
    assert message_of(problem).endswith(f"menurut aspek dan prinsipnya {expected}")


def test_an_indicators_principle_is_one_of_the_rubric():
    text = change("principle: Ak", "principle: Bb").replace("code: a.Ak", "code: a.Bb")
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R652", line_of(text, "principle: Bb"))
    assert hint_of(problem) == "Pakai salah satu dari: Ak, K."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Baik, minimum: 2.5", "name: Baik, minimum: 4.01"),
        ("name: Baik, minimum: 2.5", "name: Baik, minimum: 4.5"),
        ("name: Prima, minimum: 4.01", "name: Prima, minimum: 5.01"),
    ],
)
def test_categories_go_down_from_at_most_5(old, new):
    text = change(old, new)
    assert found(text) == [("R674", line_of(text, new))]


def test_the_last_category_begins_at_0():
    text = change("name: Gagal, minimum: 0", "name: Gagal, minimum: 0.01")
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R675", line_of(text, "minimum: 0.01"))
    assert message_of(problem) == "kategori terakhir F mulai dari 1/100, bukan 0"


def test_a_category_has_a_code_of_its_own_and_its_dash_counts():
    text = change("{code: A-, ", "{code: A, ")
    assert found(text) == [("R650", line_of(text, "name: Baik"))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{code: K, name: Keadilan}", "{code: Ak, name: Keadilan}"),
        ("      - no: 2", "      - no: 1"),
        ("{id: F01-02, ", "{id: F01-01, "),
    ],
)
def test_principles_indicators_and_facts_are_named_once(old, new):
    text = change(old, new)
    assert ("R650", SMALL_PEKPPP[: SMALL_PEKPPP.index(old)].count("\n") + 1) in found(text)


@pytest.mark.parametrize(("second", "faults"), [("2.a.K1", []), ("1.a.K1", ["R650"])])
def test_the_questions_of_f03_are_named_once(second, faults):
    form = f"""\
f03:
  source: Contoh buatan
  respondents: 10
  forms:
    - code: A
      name: luring
      questions:
        - {{no: 1, code: 1.a.K1, about: Persyaratan, keys: [syarat]}}
        - {{no: 2, code: {second}, about: Prosedur, keys: [prosedur]}}
aspects:"""
    assert [code for code, _ in found(change("aspects:", form))] == faults


def test_two_aspects_have_two_letters():
    text = change("  - code: b\n", "  - code: a\n").replace("code: b.K", "code: a.K")
    assert [code for code, _ in found(text)] == ["R650"]
