from __future__ import annotations

import pytest

from ipak_cli.catalogue.indonesian import hint_of, message_of
from makers.pekppp_rubric import SMALL_PEKPPP, with_rule
from makers.rubric_text import altered, found, line_of, problems_of

FIVE = """
facts:
  - {id: F03-01, text: Dasar, type: choice, options: [tidak ada, rancangan, ditetapkan]}
  - {id: F03-02, text: Satu, type: yes_no}
  - {id: F03-03, text: Dua, type: yes_no}
  - {id: F03-04, text: Tiga, type: yes_no}
  - {id: F03-05, text: Empat, type: yes_no}
"""
BASE_PLUS_COUNT = (
    FIVE
    + """
rule:
  rule: base_plus_count
  base: F03-01
  base_levels: [0, 1, 2]
  of: [F03-02, F03-03, F03-04, F03-05]
"""
)
MANDATORY = (
    FIVE
    + """
rule:
  rule: mandatory_plus_count
  mandatory: [F03-01]
  of: [F03-02, F03-03, F03-04, F03-05]
"""
)
KEY_CRITERION = (
    FIVE
    + """
rule:
  rule: key_criterion
  base: F03-01
  key: F03-02
  of: [F03-03, F03-04, F03-05]
  without: [1, 3]
  with_key: [1, 3, 4]
  listed: [3, 4]
"""
)
MEDIA = """
facts:
  - {id: F03-01, text: Cetak, type: choice, options: [tidak ada, sebagian, seluruh]}
  - {id: F03-02, text: Sosial, type: choice, options: [tidak ada, sebagian, seluruh]}
  - {id: F03-03, text: Situs, type: choice, options: [tidak ada, sebagian, seluruh]}
  - {id: F03-04, text: Aplikasi, type: choice, options: [tidak ada, sebagian, seluruh]}
  - {id: F03-05, text: Nasional, type: choice, options: [tidak ada, sebagian, seluruh]}
rule:
  rule: media
  media: [F03-01, F03-02, F03-03, F03-04]
  required: F03-05
  without: 2
  with_required: [2, 3, 4]
"""
ELAPSED = """
facts:
  - {id: F03-01, text: Tanggal laporan, type: date}
  - {id: F03-02, text: Tanggal tindak lanjut, type: date}
  - {id: F03-03, text: Rekomendasi, type: number}
  - {id: F03-04, text: Yang dikerjakan, type: number}
rule: {rule: elapsed, start: F03-01, end: F03-02, planned: F03-03, done: F03-04, months: [1, 3, 6, 9, 12]}
"""
RATIO = """
facts:
  - {id: F03-01, text: Rencana ada, type: yes_no}
  - {id: F03-02, text: Yang direncanakan, type: number}
  - {id: F03-03, text: Yang dilaksanakan, type: number}
  - {id: F03-04, text: Laporan ada, type: yes_no}
rule:
  rule: ratio
  base: F03-01
  planned: F03-02
  done: F03-03
  report: F03-04
  plan_level: 1
  shares:
    - {level: 5, minimum: 100}
    - {level: 4, minimum: 80, inclusive: false}
    - {level: 3, minimum: 30}
    - {level: 2, minimum: 0, inclusive: false}
"""
TWO_CHANNELS = """
facts:
  - {id: F03-01, text: Masuk lewat aplikasi, type: number}
  - {id: F03-02, text: Selesai lewat aplikasi, type: number}
  - {id: F03-03, text: Masuk lewat loket, type: number}
  - {id: F03-04, text: Selesai lewat loket, type: number}
rule:
  rule: two_channel_ratio
  main:
    received: F03-01
    settled: F03-02
    shares: [{level: 5, minimum: 90}, {level: 4, minimum: 50}, {level: 3, minimum: 0}]
  other:
    received: F03-03
    settled: F03-04
    shares: [{level: 2, minimum: 50}, {level: 1, minimum: 0}]
"""


@pytest.mark.parametrize(
    "block", [BASE_PLUS_COUNT, MANDATORY, KEY_CRITERION, MEDIA, ELAPSED, RATIO, TWO_CHANNELS]
)
def test_the_rules_of_these_tests_are_sound(block):
    assert found(with_rule(block)) == []


@pytest.mark.parametrize(
    ("block", "old", "new", "wanted"),
    [
        (BASE_PLUS_COUNT, "[0, 1, 2]", "[0, 2, 2]", "makin besar, mulai dari 0 atau lebih"),
        (BASE_PLUS_COUNT, "[0, 1, 2]", "[1, 2, 3]", "mulai dari 0"),
        (KEY_CRITERION, "without: [1, 3]", "without: [3, 1]", "makin besar, mulai dari 1 atau lebih"),
        (KEY_CRITERION, "with_key: [1, 3, 4]", "with_key: [1, 3, 3]", "makin besar, mulai dari 1 atau lebih"),
        (KEY_CRITERION, "listed: [3, 4]", "listed: [2, 4]",
         "paling kecil 3 dan 4, seperti batas tertingginya"),
        (MEDIA, "with_required: [2, 3, 4]", "with_required: [1, 2, 3]",
         "makin besar, mulai dari 2 atau lebih"),
        (ELAPSED, "[1, 3, 6, 9, 12]", "[1, 3, 9, 6, 12]", "makin besar, mulai dari 1 atau lebih"),
        (RATIO, "minimum: 100", "minimum: 101", "makin kecil, dari paling besar 100 sampai 0"),
        (RATIO, "minimum: 80", "minimum: 20", "makin kecil, dari paling besar 100 sampai 0"),
        (RATIO, "minimum: 0,", "minimum: 1,", "makin kecil, dari paling besar 100 sampai 0"),
        (RATIO, "level: 4, minimum: 80", "level: 3, minimum: 80", "makin kecil dan lebih dari 1"),
        (RATIO, "plan_level: 1", "plan_level: 2", "makin kecil dan lebih dari 2"),
        (TWO_CHANNELS, "level: 1, minimum: 0", "level: 0, minimum: 0", "makin kecil dan lebih dari 0"),
        (TWO_CHANNELS, "minimum: 90", "minimum: 50", "makin kecil, dari paling besar 100 sampai 0"),
    ],
)  # fmt: skip
def test_limits_are_in_order(block, old, new, wanted):
    (problem,) = [each for each in problems_of(altered(old, new, with_rule(block))) if each.code == "R681"]
    assert message_of(problem).endswith(f"padahal harus {wanted}")


@pytest.mark.parametrize("thresholds", ["[1, 2, 2, 4, 5]", "[0, 1, 2, 3, 4]", "[5, 4, 3, 2, 1]"])
def test_thresholds_rise_from_at_least_1(thresholds):
    text = altered("[1, 2, 3, 4, 5]", thresholds, SMALL_PEKPPP)
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R681", line_of(text, "thresholds:"))
    assert message_of(problem).startswith(f"thresholds berisi {thresholds[1:-1]}, padahal harus makin besar")


@pytest.mark.parametrize(
    ("text", "old", "new", "said"),
    [
        (SMALL_PEKPPP, "[1, 2, 3, 4, 5]", "[1, 2, 3, 4, 6]",
         "memerlukan 6 hal, padahal yang dihitung hanya 5"),
        (with_rule(MANDATORY), "F03-04, F03-05]", "F03-04]",
         "memerlukan 4 hal, padahal yang dihitung hanya 3"),
        (with_rule(BASE_PLUS_COUNT), "[F03-02, F03-03, F03-04, F03-05]", "[F03-02, F03-03]",
         "memerlukan 3 hal, padahal yang dihitung hanya 2"),
        (with_rule(KEY_CRITERION), "with_key: [1, 3, 4]", "with_key: [1, 3, 5]",
         "memerlukan 5 hal, padahal yang dihitung hanya 4"),
        (with_rule(KEY_CRITERION), "without: [1, 3]", "without: [1, 4]",
         "memerlukan 4 hal, padahal yang dihitung hanya 3"),
        (with_rule(MEDIA), "with_required: [2, 3, 4]", "with_required: [2, 3, 5]",
         "memerlukan 5 hal, padahal yang dihitung hanya 4"),
    ],
)  # fmt: skip
def test_the_highest_level_is_in_reach(text, old, new, said):
    (problem,) = [each for each in problems_of(altered(old, new, text)) if each.code == "R682"]
    assert said in message_of(problem)


def test_each_answer_of_the_base_has_its_level():
    text = altered("base_levels: [0, 1, 2]", "base_levels: [0, 1]", with_rule(BASE_PLUS_COUNT))
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R683", line_of(text, "base_levels"))
    assert message_of(problem).endswith("jawaban fakta F03-01 adalah: tidak ada, rancangan, ditetapkan")


def test_a_case_names_answers_of_its_fact():
    text = altered("answers: [satu]", "answers: [Satu]", SMALL_PEKPPP)
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R684", line_of(text, "[Satu]"))
    assert hint_of(problem) == "Pakai salah satu dari: tidak ada, satu, dua, tiga, empat, lima."


def test_cases_come_from_the_highest_level_down():
    text = altered("{level: 2,", "{level: 4,", SMALL_PEKPPP)
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R685", line_of(text, "answers: [dua]"))
    assert message_of(problem) == "keadaan tingkat 4 ditulis sesudah keadaan tingkat 3"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("answers: [dua]}", "answers: [tiga, empat]}"),
        ("answers: [dua]}", "answers: [lima]}, {fact: F02-02, answers: [tidak]}"),
    ],
)
def test_a_case_that_an_earlier_one_covers_is_never_reached(old, new):
    text = altered(old, new, SMALL_PEKPPP)
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R686", line_of(text, new))
    assert message_of(problem).endswith(f"keadaan di baris {line_of(text, '{level: 3')}")


def test_a_case_that_asks_for_less_than_an_earlier_one_is_reached():
    assert found(altered("answers: [dua]}", "answers: [dua, lima]}", SMALL_PEKPPP)) == []


@pytest.mark.parametrize(
    ("levels", "codes"),
    [
        ("all: 1, part: 2", ["R691"]),
        ("all: 2, part: 1, doubtful: true", ["R691", "R688"]),
        ("all: 2, part: 1", []),
    ],
)
def test_some_services_give_more_than_all_only_where_the_rubric_says_so(levels, codes):
    text = with_rule(
        f"""
facts:
  - {{id: F03-01, text: Setahun, type: choice, options: [tidak ada, sebagian, semua]}}
rule:
  rule: coverage
  intervals:
    - {{fact: F03-01, {levels}}}
"""
    )
    assert [problem.code for problem in problems_of(text)] == codes
