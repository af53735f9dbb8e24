"""`ipak rubric check` tries every declared word as a file would hold it."""

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.jobs.rubric import check_rubric
from ipak_cli.rubric.load import shipped_ids
from makers.rubric_text import SMALL, altered, line_of


def faults(tmp_path, text):
    file = tmp_path / "kecil.yaml"
    file.write_text(text, encoding="utf-8")
    try:
        check_rubric(str(file))
    except ProblemsFoundError as found:
        return [(problem.code, problem.where.line) for problem in found.problems]
    return []


@pytest.mark.parametrize(
    "word", ["Tidak ada", "Benar", "50%", "3 kali", ":)", "4", "Bintang 4", "★★★★", "(4)"]
)
def test_a_word_that_can_be_answered_is_sound(tmp_path, word):
    assert faults(tmp_path, altered("[Sangat Baik]", f"[Sangat Baik, '{word}']")) == []


@pytest.mark.parametrize("word", ["Bintang 3", "★★★", "(3)", "3 - Tidak mungkin lagi", "nilai 2"])
def test_a_word_that_is_another_answer_by_its_number_or_stars_is_named(tmp_path, word):
    text = altered("[Sangat Baik]", f"[Sangat Baik, '{word}']")

    expected = [] if "mungkin" in word else [("R616", line_of(text, "Sangat Baik"))]
    assert faults(tmp_path, text) == expected


def test_a_word_that_a_spreadsheet_stores_as_an_error_is_named(tmp_path):
    text = altered("[Sangat Baik]", "[Sangat Baik, '#N/A']")

    assert faults(tmp_path, text) == [("R617", line_of(text, "Sangat Baik"))]


def test_truth_values_that_mean_two_things_are_named(tmp_path):
    text = altered("[Sangat Baik]", "['TRUE']")
    text = altered("[Tidak Baik]", "[Benar]", text)

    assert [code for code, _ in faults(tmp_path, text)] == ["R617", "R617"]


def test_an_items_own_words_are_tried_too(tmp_path):
    text = altered(
        "text: Petugas ramah\n", "text: Petugas ramah\n        labels: [{value: 2, words: [Bintang 1]}]\n"
    )

    assert faults(tmp_path, text) == [("R616", line_of(text, "[Bintang 1]"))]


def test_the_small_rubric_and_the_shipped_ones_are_sound(tmp_path):
    assert faults(tmp_path, SMALL) == []
    for name in shipped_ids():
        check_rubric(name)
