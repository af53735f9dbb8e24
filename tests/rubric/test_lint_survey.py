from __future__ import annotations

import re

import pytest

from ipak_cli.catalogue.indonesian import hint_of, message_of
from makers.rubric_text import SMALL, altered, found, line_of, problems_of


def test_weights_must_sum_to_exactly_one():
    text = altered("weight: 1/3", "weight: 0.33")
    text = altered("weight: 2/3", "weight: 0.66", text)
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R640", line_of(text, "name: Indeks ramah") + 1)
    assert message_of(problem) == "jumlah bobot butir indeks RAMAH adalah 99/100, bukan 1"


def test_weights_are_given_to_all_items_of_an_index_or_to_none():
    text = altered("        weight: 2/3\n", "")
    assert found(text) == [("R641", line_of(text, "- code: R2"))]


@pytest.mark.parametrize(("first", "second"), [("0", "1"), ("-1", "2")])
def test_a_weight_is_more_than_nothing(first, second):
    text = altered("weight: 1/3", f"weight: {first}")
    text = altered("weight: 2/3", f"weight: {second}", text)
    assert found(text) == [("R642", line_of(text, f"weight: {first}"))]


def test_decimal_weights_that_sum_to_one_are_sound():
    text = altered("weight: 1/3", "weight: 0.1")
    assert found(altered("weight: 2/3", "weight: 0.9", text)) == []


def test_a_scale_goes_up():
    text = altered("  lowest: 1", "  lowest: 4")
    assert ("R643", line_of(text, "highest: 4")) in found(text)


def test_a_label_stands_for_a_value_on_the_scale():
    text = altered("{value: 4, words", "{value: 5, words")
    assert found(text) == [("R644", line_of(text, "{value: 5"))]


def test_a_value_has_one_list_of_words():
    text = altered("{value: 4, words", "{value: 1, words")
    assert found(text) == [("R647", line_of(text, "Sangat Baik"))]


@pytest.mark.parametrize("word", ["Tidak Baik", "tidak  baik", "TIDAK BAIK.", '"tidak-baik"'])
def test_a_word_means_one_value_only_however_it_is_written(word):
    text = altered("[Sangat Baik]", f"[Sangat Baik, {word}]")
    assert found(text) == [("R645", line_of(text, "Sangat Baik"))]


def test_an_items_own_words_may_not_contradict_those_of_the_scale():
    text = altered(
        "        text: Petugas terbuka\n",
        "        text: Petugas terbuka\n        labels:\n          - {value: 3, words: [Sangat baik]}\n",
    )
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R645", line_of(text, "[Sangat baik]"))
    assert message_of(problem) == "kata “Sangat baik” berarti 3, padahal sudah berarti 4 bagi butir yang sama"


def test_a_contradiction_within_the_scale_is_reported_once_and_not_for_each_item():
    text = altered("[Sangat Baik]", "[Tidak Baik]")
    text = altered(
        "text: Petugas ramah\n", "text: Petugas ramah\n        labels: [{value: 2, words: [Cukup]}]\n", text
    )
    assert [code for code, _ in found(text)] == ["R645"]


def test_two_items_may_use_one_word_for_different_values():
    text = altered(
        "text: Petugas ramah\n", "text: Petugas ramah\n        labels: [{value: 2, words: [Cukup]}]\n"
    )
    text = altered(
        "text: Petugas jujur\n", "text: Petugas jujur\n        labels: [{value: 3, words: [Cukup]}]\n", text
    )
    assert found(text) == []


def test_a_number_as_a_word_means_itself():
    assert found(altered("[Sangat Baik]", '[Sangat Baik, "4"]')) == []
    text = altered("[Sangat Baik]", '[Sangat Baik, "1"]')
    assert found(text) == [("R646", line_of(text, "Sangat Baik"))]


@pytest.mark.parametrize("word", ["3,0", "+3", "3.5", "-4", "３", "04.5", "3."])
def test_a_number_is_a_number_however_it_is_written(word):
    text = altered("[Sangat Baik]", f'[Sangat Baik, "{word}"]')
    assert found(text) == [("R646", line_of(text, "Sangat Baik"))]


@pytest.mark.parametrize(("first", "second"), [("A+", "a"), ("Baik :)", "BAIK"), (":)", ": )"), ("％", "%")])
def test_words_that_are_read_alike_may_not_mean_two_values(first, second):
    text = altered("[Sangat Baik]", f"['{first}']")
    text = altered("[Tidak Baik]", f"['{second}']", text)
    assert [code for code, _ in found(text)] == ["R645"]


def test_answers_of_signs_alone_are_told_apart():
    text = altered("[Sangat Baik]", "[':)', '+', '100%', '76-100 %']")
    assert found(altered("[Tidak Baik]", "[':(', '-', '0%', '0-25 %']", text)) == []


@pytest.mark.parametrize("target", ["5", "0.99", "98"])
def test_a_target_lies_on_the_scale(target):
    text = altered("target: 4", f"target: {target}")
    assert found(text) == [("R667", line_of(text, "target:"))]


def test_an_items_own_target_lies_on_the_scale_too():
    text = altered("text: Petugas ramah\n", "text: Petugas ramah\n        target: 4.1\n")
    assert found(text) == [("R667", line_of(text, "target: 4.1"))]


@pytest.mark.parametrize(
    ("high", "low", "faults"),
    [
        ("101", "25", [("R664", 34)]),
        ("80", "80", [("R664", 35), ("R665", 35)]),
        ("25", "80", [("R664", 35)]),
        ("80", "25.01", [("R665", 35)]),
        ("100", "0", []),
    ],
)
def test_bands_go_down_from_100_to_the_lowest_percentage_without_gap_or_overlap(high, low, faults):
    bands = f"code: A, name: Tinggi, minimum: {high}}}\n      - {{code: B, name: Rendah, minimum: {low}}}\n"
    text = re.sub(r"code: A, .*\n.*\n", bands, SMALL)
    assert line_of(text, "code: A") == 34
    assert found(text) == faults


def test_the_lowest_percentage_is_the_printed_one():
    text = re.sub("(highest|value|target): 4", r"\1: 3", SMALL)
    assert found(altered("minimum: 25", "minimum: 33.33", text)) == []
    assert [code for code, _ in found(altered("minimum: 25", "minimum: 33.34", text))] == ["R665"]


def test_a_single_band_from_nothing_is_sound():
    assert found(altered("      - {code: A, name: Tinggi, minimum: 80}\n", "")) == []


def test_the_combined_index_names_indices_of_the_rubric():
    text = altered("[BERSIH, RAMAH]", "[BERSIH, ramah]")
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R652", line_of(text, "[BERSIH"))
    assert hint_of(problem) == "Pakai salah satu dari: BERSIH, RAMAH."


def test_the_combined_index_names_each_index_once():
    text = altered("[BERSIH, RAMAH]", "[BERSIH, BERSIH]")
    assert found(text) == [("R653", line_of(text, "[BERSIH"))]


def test_the_small_rubric_of_these_tests_is_sound():
    assert found(SMALL) == []


@pytest.mark.parametrize(("codes", "code"), [("[B1, B77]", "R652"), ("[B1, B1]", "R653")])
def test_codes_that_forms_swap_are_codes_of_items_named_once(codes, code):
    text = f"{SMALL}swapped:\n  - {codes}\n"

    assert found(text) == [(code, line_of(text, codes))]
