"""A word that a rubric declares is an answer, whatever else it looks like and whatever file it comes from."""

import json
from collections import Counter

import pytest

from ipak_cli.base.problem import Fault
from ipak_cli.cli.app import run
from ipak_cli.rubric.load import list_shipped, parse
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.cell import ErrorCell, PercentCell
from makers.exports import write_csv, write_xlsx
from makers.rubric_text import altered

SURVEYS = [each.rubric for each in list_shipped() if isinstance(each.rubric, SurveyRubric)]


def declared(*words, value=1):
    """Return the words of an item whose value 1 (or another) is declared by ``words``."""
    quoted = ", ".join(json.dumps(word, ensure_ascii=False) for word in words)
    text = altered(f"{{value: {value}, words: [{WORDS[value]}]}}", f"{{value: {value}, words: [{quoted}]}}")
    rubric = parse(read_document(text.encode(), "kecil.yaml")).rubric
    return words_of(rubric.scale, rubric.items[0])


WORDS = {1: "Tidak Baik", 4: "Sangat Baik"}


@pytest.mark.parametrize("rubric", SURVEYS, ids=lambda rubric: rubric.id)
@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_every_declared_word_of_every_shipped_rubric_gives_its_value(capsys, tmp_path, rubric, write):
    words = [
        [(word, label.value) for label in rubric.labels_of(item) for word in label.words]
        for item in rubric.items
    ]
    longest = max(map(len, words))
    rows = [[column[n % len(column)] for column in words] for n in range(longest)]
    header = [item.text for item in rubric.items]
    path = write(tmp_path / f"kata.{write.__name__[6:]}", [header, *([w for w, _ in row] for row in rows)])

    code = run(["score", str(path), "--rubric", rubric.id, "--json"])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert found["respondents"] == longest
    for place, item in enumerate(found["items"]):
        counted = Counter(str(row[place][1]) for row in rows)
        assert {value: count for value, count in item["counts"].items() if count} == counted


ODD = (
    "Tidak ada|Nihil|None|N/A|-|Kosong|BENAR|Salah|true|50%|76 - 100 %|#|3-4|4/5|3 kali|lebih dari 4 kali|"
    "Bintang Lima|Nilai Baik|poin|:)|+|±|😀|½|1. Tidak pernah|2 sampai 3 hari|5+|Skor 9 ke atas|TIDAK  ADA.|"
    "tidak-ada|− "
)


@pytest.mark.parametrize("word", ODD.split("|"))
@pytest.mark.parametrize("value", [1, 4])
def test_a_declared_word_wins_over_every_list(word, value):
    assert read_answer(word, declared(word, value=value)) == value
    assert read_answer(f"  {word.upper()} ", declared(word, value=value)) == value


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        (True, "Benar"),
        (True, "TRUE"),
        (False, "Salah"),
        (False, "False"),
        (PercentCell(0.5), "50%"),
        (PercentCell(1.0), "100 %"),
        (PercentCell(0.125), "12,5%"),
    ],
)
def test_what_a_spreadsheet_makes_of_a_declared_word_is_that_word(cell, word):
    assert read_answer(cell, declared(word)) == 1


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        (True, "Ya"),
        (False, "Benar"),
        (1, "Benar"),
        (PercentCell(0.5), "100%"),
        (ErrorCell("#N/A"), "N/A"),
        ("#N/A", "N/A"),
        ("+", "-"),
        (":(", ":)"),
        ("3", "3+"),
        ("3-5", "3-4"),
        ("100", "100%"),
    ],
)
def test_a_declared_word_is_nothing_but_itself(cell, word):
    assert read_answer(cell, declared(word, value=4)) != 4


def test_truth_values_that_two_words_claim_are_refused():
    words = declared("Benar")
    both = type(words)(words.item, words.scale, {"benar": 1, "true": 4}, words.told)

    assert read_answer(True, both).code == "J303"  # noqa: FBT003 (a cell's value)


@pytest.mark.parametrize("cell", ["1 - 3 kali", "1. 3 kali", "3 kali (1)", "★ 3 kali", "1: 3 kali"])
def test_a_declared_word_with_a_number_may_stand_beside_its_value(cell):
    assert read_answer(cell, declared("3 kali")) == 1


def test_a_declared_word_with_a_number_may_not_contradict_the_value_beside_it():
    fault = read_answer("2 - 3 kali", declared("3 kali"))

    assert isinstance(fault, Fault)
    assert fault.code == "J309"


def test_a_unit_that_is_part_of_a_declared_word_stays_with_it():
    assert read_answer("1 - Nilai Buruk", declared("Nilai Buruk")) == 1


def test_ikm_counts_the_worst_answer_of_u8_without_leniency(capsys, tmp_path):
    header = [f"U{n}" for n in range(1, 8)] + ["Penanganan pengaduan", "Sarana dan prasarana"]
    same = ["Sesuai", "Mudah", "Cepat", "Gratis", "Sesuai", "Kompeten", "Sopan dan ramah"]
    rows = [[*same, "Tidak Ada", "Baik"]] * 5 + [[*same, "Dikelola dengan baik", "Baik"]]
    path = write_csv(tmp_path / "skm.csv", [header, *rows])

    for how in ([], ["--lenient"]):
        code = run(["score", str(path), "--rubric", "skm-14-2017", "--quarter", "IV-2025", "--json", *how])
        found = json.loads(capsys.readouterr().out)
        assert code == 0
        assert found["indices"]["IKM"]["percent"]["rounded"] == "73.61"
        assert found["items"][7]["counts"] == {"1": 5, "2": 0, "3": 0, "4": 1}


@pytest.mark.parametrize(("word", "value"), [("SS", 4), ("S", 3), ("KS", 2), ("ts", 1)])
def test_abbreviations_of_agreement_are_answers(word, value):
    for rubric in SURVEYS:
        assert read_answer(word, words_of(rubric.scale, rubric.items[0])) == value


@pytest.mark.parametrize("word", ["STS", "Sulit", "Lambat", "Memuaskan", "Sangat Tidak Setuju"])
def test_a_word_whose_value_depends_on_its_neighbours_is_asked(word):
    for rubric in SURVEYS:
        for item in rubric.items:
            assert isinstance(read_answer(word, words_of(rubric.scale, item)), Fault)
