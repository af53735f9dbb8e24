from __future__ import annotations

import json
import re
from typing import get_args

import pytest

from ipak_cli.catalogue.indonesian import CATALOGUE, hint_of, message_of
from ipak_cli.rubric.rules import Rule
from ipak_cli.rubric.schema import MODELS, schema_text
from ipak_cli.rubric.typed import _FORMS
from makers.pekppp_rubric import SMALL_PEKPPP, with_rule
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
    assert hint_of(problem).startswith(f"Mungkin maksudnya {near}.")


def test_an_unknown_key_that_is_near_nothing_lists_the_keys_of_its_place():
    text = altered("  minimum: 30", "  minimum: 30\n  xyz: 1")
    (problem,) = problems_of(text)
    assert hint_of(problem).startswith("Kunci yang dikenal di sini: minimum, source.")


def test_a_missing_key_is_placed_at_the_part_that_lacks_it():
    text = altered("        text: Petugas terbuka\n", "")
    problem, unchecked = problems_of(text)
    assert (unchecked.code, unchecked.severity) == ("R631", "note")
    assert (problem.code, problem.where.line) == ("R621", line_of(text, "- code: B2"))
    assert message_of(problem) == "kunci text belum ada di indices[1].items[2]"


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
        ("words: [Sangat Baik]", "words: [' ']", "R622", "words"),
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
    assert said in message_of(problem) + hint_of(problem)


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
    assert said in message_of(problem) + hint_of(problem)


ENGLISH = re.compile(
    r"\b(input|should|must|valid|field|required|expected|found|string|integer|or|and|the)\b", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("kind", "text"), [("survey", SMALL + ZI), ("pekppp", SMALL_PEKPPP)], ids=["survey", "pekppp"]
)
def test_no_english_of_the_libraries_is_shown(kind, text):
    broken = re.sub(r": [^\[\]{}\n]+$", ": {a: [b]}", text, flags=re.MULTILINE)
    problems = problems_of(broken.replace("{a: [b]}", kind, 1))
    assert len(problems) > 20
    assert not [
        message_of(problem) for problem in problems if ENGLISH.search(message_of(problem) + hint_of(problem))
    ]


def test_many_unknown_keys_take_no_long_time():
    assert len(problems_of(SMALL + "".join(f"kunci{n}: 1\n" for n in range(15_000)))) == 15_000


MEDIA = """
facts:
  - {id: F03-01, text: Cetak, type: choice, options: [tidak ada, sebagian, seluruh]}
rule:
  rule: media
  media: [F03-01]
  required: F03-01
  without: 2
  with_required: [2, 3, 4]
"""


def patterns(part):
    """Yield the patterns of texts in a JSON Schema; those of numbers are no texts."""
    if isinstance(part, dict) and part.get("type") == "string" and "pattern" in part:
        yield part["pattern"]
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from patterns(inner)


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_every_pattern_of_the_models_is_explained_in_words(kind):
    assert set(patterns(json.loads(schema_text(kind)))) - set(_FORMS) == set()


def test_every_rule_that_there_is_stands_in_the_advice_for_an_unknown_one():
    names = [get_args(rule.model_fields["rule"].annotation)[0] for rule in get_args(get_args(Rule)[0])]
    assert CATALOGUE["R633"].hint == f"Pilih salah satu dari: {', '.join(names)}."
    assert all(name in CATALOGUE["R633"].meaning for name in names)


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("rule: count", "rule: counts", "R633", "rule berisi counts, yang bukan nama aturan"),
        ("rule: count", "rule: [count]", "R633", "rule berisi daftar"),
        ("          rule: count", "          rule:", "R622", "rule belum diisi"),
        ("          rule: count\n", "", "R621", "kunci rule belum ada di aspects[2].indicators[1].rule"),
        ("base: F03-01", "base: F3-1", "R627", "(misalnya F01-03)"),
        ("{id: F03-01,", "{id: f03-01,", "R627", "(misalnya F01-03)"),
        ("  - code: a\n", "  - code: A\n", "R627", "satu huruf kecil"),
        ("{code: A-,", "{code: A+,", "R627", "boleh diikuti tanda hubung"),
        ("code: a.Ak", "code: a-Ak", "R627", "huruf aspek, titik, huruf prinsip"),
        ("Standar ada, type: yes_no", "Standar ada, type: ya", "R626", "yes_no, number, date, choice"),
        ("{doubt: empty,", "{doubt: kosong,", "R626", "not_a_medium"),
        ("certainty: L", "certainty: Lain", "R626", "C, L, U"),
        ("              doubtful: true", "              doubtful: ya", "R626", "true, false"),
        ("satu]}], doubtful: true}", "satu]}], doubtful: [true]}", "R626", "true, false"),
        ("[tidak ada, satu, dua, tiga, empat, lima fasilitas]", "[tidak ada, satu]", "R628", "kurang dari 6"),
        ("empat, lima fasilitas]", "empat, lima, enam]", "R632", "lebih dari 6"),
        ("[1, 2, 3, 4, 5]", "[1, 2, 3, 4]", "R628", "kurang dari 5"),
        ("[1, 2, 3, 4, 5]", "[1, 2, 3, 4, 5, 6]", "R632", "thresholds memuat lebih dari 5 entri"),
        ("[1, 2, 3, 4, 5]", "[1, 2, 3, 4, lima]", "R624", "thresholds[5]"),
        ("{level: 5,", "{level: 6,", "R629", "paling besar 5"),
        ("      - no: 3", "      - no: 0", "R629", "paling kecil 1"),
        ("evidence: [Foto parkir]", "evidence: []", "R628", "evidence memuat kurang dari 1"),
        ("evidence: [Foto parkir]", "evidence: Foto parkir", "R623", "harus berupa daftar"),
        ("weight: 70", "weight: 70 %", "R625", "70 %"),
        ("        title: Loket pelayanan\n", "", "R621", "kunci title belum ada di aspects[1].indicators[2]"),
        ("          of: [F03-02, F03-03, F03-04, F03-05, F03-06]\n", "", "R621",
         "kunci of belum ada di aspects[2].indicators[1].rule"),
    ],
)  # fmt: skip
def test_a_wrong_value_of_a_pekppp_rubric_is_named(old, new, code, said):
    problem = problems_of(altered(old, new, SMALL_PEKPPP))[0]
    assert problem.code == code
    assert said in f"{message_of(problem)}. {hint_of(problem)}"


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("base: F03-01", "bases: F03-01", "base"),
        ("          thresholds:", "          treshold:", "thresholds"),
        ("all: [F01-01]", "al: [F01-01]", "all"),
        ("{level: 2, when:", "{level: 2, wen:", "when"),
        ("type: choice, options:", "type: choice, option:", "options"),
        ("        evidence: [Foto loket]", "        evidences: [Foto loket]", "evidence"),
    ],
)
def test_an_unknown_key_is_named_with_the_near_one_of_its_own_part(old, new, near):
    text = altered(old, new, SMALL_PEKPPP)
    problem = next(each for each in problems_of(text) if each.code == "R620")
    assert problem.where.line == line_of(text, new)
    assert hint_of(problem).startswith(f"Mungkin maksudnya {near}.")


def test_the_keys_of_other_rules_are_not_offered():
    text = altered("base: F03-01", "base: F03-01\n          xyz: 1", SMALL_PEKPPP)
    (problem,) = problems_of(text)
    assert hint_of(problem).startswith("Kunci yang dikenal di sini: rule, base, of, thresholds.")


def test_a_key_with_the_name_of_its_rule_does_not_mislead():
    text = altered("  without: 2\n", "  witout: 2\n", with_rule(MEDIA))
    unknown, missing = (
        next(each for each in problems_of(text) if each.code == code) for code in ("R620", "R621")
    )
    assert unknown.where.line == line_of(text, "witout")
    assert hint_of(unknown).startswith("Mungkin maksudnya without.")
    assert message_of(missing) == "kunci without belum ada di aspects[2].indicators[1].rule"
    text = altered("media: [F03-01]", "media: [F03]", with_rule(MEDIA))
    assert message_of(problems_of(text)[0]).startswith("aspects[2].indicators[1].rule.media[1] berisi F03,")
