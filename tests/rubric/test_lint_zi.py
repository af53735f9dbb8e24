from __future__ import annotations

import pytest

from makers.rubric_text import SMALL, altered, found, line_of

ZI = """\
zi:
  regulation: Contoh
  components:
    - code: BIROKRASI
      name: Birokrasi
      points: 22.5
      parts:
        - {kind: survey, code: SURVEI, name: Survei, index: BERSIH, points: 17.5}
        - kind: performance
          code: KINERJA
          name: Kinerja
          question: Lebih baik?
          points: 5
          grades:
            - {code: A, points: 5, meaning: Ya}
            - {code: B, points: 0, meaning: Tidak}
    - code: LAYANAN
      name: Pelayanan
      points: 17.5
      parts:
        - {kind: survey, code: SURVEI2, name: Survei 2, index: RAMAH, points: 17.5}
  predicates:
    - code: WBK
      name: Bebas
      conditions:
        - {name: Syarat birokrasi, of: BIROKRASI, minimum: 18.25}
        - {name: Syarat luar, of: null, minimum: 75}
"""


def test_a_zi_part_that_adds_up_is_sound():
    assert found(SMALL + ZI) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("points: 22.5", "points: 22.05", "R660", "points: 22.5"),
        ("index: RAMAH", "index: IPKP", "R652", "index: RAMAH"),
        ("of: BIROKRASI", "of: BIROKRAT", "R652", "of: BIROKRASI"),
        ("of: null", 'of: "null"', "R652", "of: null"),
        ("minimum: 18.25", "minimum: 22.51", "R663", "minimum: 18.25"),
        ("code: B, points: 0,", "code: B, points: 5.5,", "R661", "code: B, points: 0,"),
        ("code: B, points: 0,", "code: B, points: -1,", "R661", "code: B, points: 0,"),
        ("code: B, points: 0,", "code: A, points: 0,", "R650", "code: B, points: 0,"),
        ("code: A, points: 5,", "code: A, points: 4,", "R662", "          points: 5\n"),
        ("code: LAYANAN", "code: BIROKRASI", "R650", "code: LAYANAN"),
        ("code: LAYANAN", "code: SURVEI", "R650", "code: LAYANAN"),
        ("code: SURVEI2", "code: KINERJA", "R650", "code: SURVEI2"),
    ],
)
def test_each_fault_is_reported_on_its_line(old, new, code, line):
    assert found(altered(old, new, SMALL + ZI)) == [(code, line_of(SMALL + ZI, line))]


def test_a_part_earns_points():
    text = altered("      points: 22.5", "      points: 5", SMALL + ZI)
    text = altered("index: BERSIH, points: 17.5", "index: BERSIH, points: 0", text)
    text = altered("minimum: 18.25", "minimum: 5", text)
    assert found(text) == [("R668", line_of(text, "index: BERSIH"))]


def test_two_predicates_have_two_codes():
    second = "    - {code: wbk, name: Lain, conditions: [{name: X, of: null, minimum: 1}]}\n"
    assert found(SMALL + ZI + second) == [("R650", line_of(SMALL + ZI + second, "code: wbk"))]
