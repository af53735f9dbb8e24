from __future__ import annotations

import re

import pytest

from makers.rubric_text import SMALL, altered, found, line_of, problems_of


def test_a_sound_rubric_has_no_fault():
    assert found(SMALL) == []


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("        weight: 1/3", "        weigth: 1/3", "weight"),
        ("combined:", "combine:", "combined"),
        ("    bands:", "    band:", "bands"),
        ("target: 4", "Target: 4", "target"),
        ("smallest_group", "smallest_grup", "smallest_group"),
    ],
)
def test_an_unknown_key_is_named_with_its_near_miss(old, new, near):
    text = altered(old, new, SMALL + "smallest_group: 5\n")
    problem = next(each for each in problems_of(text) if each.code == "R620")
    assert problem.where.line == line_of(text, new)
    assert problem.hint.startswith(f"Mungkin maksudnya {near}.")


def test_an_unknown_key_that_is_near_nothing_lists_the_keys_of_its_place():
    text = altered("  minimum: 30", "  minimum: 30\n  xyz: 1")
    (problem,) = problems_of(text)
    assert problem.hint.startswith("Kunci yang dikenal di sini: minimum, source.")


def test_a_missing_key_is_placed_at_the_part_that_lacks_it():
    text = altered("        text: Petugas terbuka\n", "")
    problem, unchecked = problems_of(text)
    assert (unchecked.code, unchecked.severity) == ("R631", "note")
    assert (problem.code, problem.where.line) == ("R621", line_of(text, "- code: B2"))
    assert problem.message == "kunci text belum ada di indices[1].items[2]"


def test_polarity_is_never_taken_for_granted():
    text = altered("        polarity: negative\n", "")
    assert found(text)[0] == ("R621", line_of(text, "- code: R2"))


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("  lowest: 1", "  lowest: 01", "R624", "01"),
        ("  lowest: 1", "  lowest: no", "R624", "no"),
        ("  lowest: 1", "  lowest: 1:30", "R624", "1:30"),
        ("  lowest: 1", "  lowest: 1.0", "R624", "1.0"),
        ("  lowest: 1", "  lowest: 1_0", "R624", "1_0"),
        ("  lowest: 1", "  lowest: true", "R624", "true"),
        ("  lowest: 1", "  lowest: [1]", "R624", "daftar"),
        ("  lowest: 1", "  lowest:", "R622", "scale.lowest"),
        ("  lowest: 1", "  lowest: -1", "R629", "paling kecil 0"),
        ("  highest: 4", "  highest: 1000000", "R629", "paling besar 100"),
        ("  minimum: 30", "  minimum: 0", "R629", "paling kecil 1"),
        ("weight: 1/3", "weight: 0,33", "R625", "0,33"),
        ("weight: 1/3", "weight: 33%", "R625", "33%"),
        ("weight: 1/3", "weight: 1/0", "R625", "1/0"),
        ("weight: 1/3", "weight: 1e-1", "R625", "1e-1"),
        ("weight: 1/3", "weight: .nan", "R625", ".nan"),
        ("weight: 1/3", "weight: " + "9" * 5000, "R625", "999"),
        ("polarity: negative", "polarity: Negative", "R626", "Negative"),
        ("kind: survey", "kind: angket", "R615", "angket"),
        ("kind: survey", "kind: [survey]", "R615", "kosong"),
        ("id: kecil", "id: Rubrik Kecil", "R627", "Rubrik Kecil"),
        ("code: R2", "code: 2R", "R627", "2R"),
        ('version: "1.0"', "version: satu", "R627", "satu"),
        ("title: Rubrik kecil", "title:", "R622", "title"),
        ("title: Rubrik kecil", "title: null", "R622", "title"),
        ("title: Rubrik kecil", 'title: "  "', "R622", "title"),
        ("words: [Sangat Baik]", "words: ['-']", "R627", "huruf atau angka"),
        ("title: Rubrik kecil", "title: '★'", "R627", "huruf atau angka"),
        ("title: Rubrik kecil", "title: [a]", "R623", "teks"),
        ("title: Rubrik kecil", "title: {a: b}", "R623", "kunci dan nilai"),
        ("  indices: [BERSIH, RAMAH]", "  indices: BERSIH", "R623", "daftar"),
        ("  indices: [BERSIH, RAMAH]", "  indices: [BERSIH]", "R628", "2"),
        ("    headers: [Usia, Umur]", "    headers: []", "R628", "1"),
        ("    headers: [Usia, Umur]", "    headers:", "R622", "profiles[1].headers"),
        ("    - {value: 1, words: [Tidak Baik]}", "    - satu", "R623", "scale.labels[1]"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(old, new, code, said):
    text = altered(old, new)
    problem = problems_of(text)[0]
    assert (problem.code, problem.where.line) == (code, line_of(SMALL, old))
    assert said in problem.message + problem.hint


def test_a_list_is_not_called_short_because_its_entries_are_faulty():
    text = altered("headers: [Usia, Umur]", "headers: [[Usia]]")
    text = altered("      - {code: A, name: Tinggi, minimum: 80}\n", "", text)
    assert [code for code, _ in found(text)] == ["R623", "R631"]


def test_unknown_keys_in_every_entry_do_not_hide_the_content():
    text = SMALL.replace("polarity: ", "remark: x\n        polarity: ").replace(
        "[BERSIH, RAMAH]", "[BERSIH, X]"
    )
    assert [code for code, _ in found(text)] == ["R620"] * 4 + ["R652"]


def test_content_that_could_not_be_checked_yet_is_said():
    assert found(altered("  lowest: 1", "  lowest: satu")) == [("R624", 7), ("R631", None)]


def test_all_faults_of_a_file_come_in_one_pass_in_the_order_of_their_lines():
    text = altered("title: Rubrik kecil", "title: Rubrik kecil\ntitel: Rubrik kecil")
    text = altered("code: B2", "code: B1", text)
    text = altered("weight: 2/3", "weight: 0.66", text)
    text = altered("name: Rendah, minimum: 25", "name: Rendah, minimum: 30", text)
    text = altered("[BERSIH, RAMAH]", "[BERSIH, RAMHA]", text)
    text = altered("  minimum: 30\n", "  minimum: 30\n  minimum: 31\n", text)
    assert found(text) == [
        ("R620", line_of(text, "titel:")),
        ("R650", line_of(text, "text: Petugas terbuka") - 1),
        ("R640", line_of(text, "name: Indeks ramah") + 1),
        ("R665", line_of(text, "minimum: 30}")),
        ("R652", line_of(text, "RAMHA")),
        ("R610", line_of(text, "minimum: 31")),
    ]


ZI = """\
zi:
  regulation: Contoh
  components:
    - code: K
      name: Komponen
      points: 5
      parts:
        - {kind: survey, code: P, name: Bagian, index: BERSIH, points: 5}
  predicates: []
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("kind: survey, code: P", "kind: angket, code: P", "R626", "survey, performance"),
        ("kind: survey, code: P", "code: P", "R621", "kind"),
        ("index: BERSIH", "indeks: BERSIH", "R620", "index"),
        ("points: 5}", "points: lima}", "R625", "zi.components[1].parts[1].points"),
        ("{kind: survey, code: P, name: Bagian, index: BERSIH, points: 5}", "kosong", "R623", "parts[1]"),
    ],
)
def test_faults_inside_a_choice_of_parts_are_placed_too(old, new, code, said):
    text = altered(old, new, SMALL + ZI)
    problem = next(each for each in problems_of(text) if each.code == code)
    assert problem.where.line == line_of(SMALL + ZI, "- {kind: survey")
    assert said in problem.message + problem.hint


ENGLISH = re.compile(
    r"\b(input|should|must|valid|field|required|expected|found|string|integer|or|and|the)\b", re.IGNORECASE
)


def test_no_english_of_the_libraries_is_shown():
    broken = re.sub(r": [^\[\]{}\n]+$", ": {a: [b]}", SMALL + ZI, flags=re.MULTILINE)
    text = broken.replace("{a: [b]}", "survey", 1)
    problems = problems_of(text)
    assert len(problems) > 20
    assert not [problem.message for problem in problems if ENGLISH.search(problem.message + problem.hint)]


def test_many_unknown_keys_take_no_long_time():
    assert len(problems_of(SMALL + "".join(f"kunci{n}: 1\n" for n in range(15_000)))) == 15_000
