from __future__ import annotations

import pytest

from ipak_cli.catalogue.indonesian import hint_of, message_of
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import altered, found, line_of, problems_of

OPTIONS = "options: [tidak ada, satu, dua, tiga, empat, lima]"


def test_a_fact_carries_the_number_of_its_indicator():
    text = SMALL_PEKPPP.replace("F01-05", "F02-05")
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R673", line_of(text, "id: F02-05"))
    assert hint_of(problem).startswith("Awali nomornya dengan F01-,")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Loket dijaga, type: yes_no", "Loket dijaga, type: yes_no, options: [ya, tidak]", "yes_no"),
        ("Loket dijaga, type: yes_no", "Loket dijaga, type: choice", "mempunyai 0 pilihan"),
        ("Loket dijaga, type: yes_no", "Loket dijaga, type: choice, options: [ya]", "mempunyai 1 pilihan"),
    ],
)
def test_choices_have_options_and_nothing_else_has(old, new, said):
    text = altered(old, new, SMALL_PEKPPP)
    (problem,) = [each for each in problems_of(text) if each.code == "R676"]
    assert problem.where.line == line_of(text, new)
    assert said in message_of(problem)


@pytest.mark.parametrize("option", ["'dua, tiga'", 'dua "loket"', "dua 'loket'"])
def test_an_option_has_no_sign_that_would_split_a_drop_down_list(option):
    text = altered(OPTIONS, f"options: [tidak ada, satu, {option}, lima]", SMALL_PEKPPP)
    (problem,) = [each for each in problems_of(text) if each.code == "R677"]
    assert problem.where.line == line_of(text, option)


def test_the_options_of_a_fact_differ_in_more_than_their_letter_case():
    text = altered(OPTIONS, "options: [Tidak ada, tidak ada, satu, dua, tiga, empat, lima]", SMALL_PEKPPP)
    assert found(text) == [("R650", line_of(text, "[Tidak ada, tidak ada"))]
