"""A rubric of one's own: five questions on integrity, seven on service, on a scale of 1 to 5."""

from __future__ import annotations

from fractions import Fraction

from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import BlankRule, Polarity

OWN = """\
# Rubrik kantor contoh
kind: survey
id: kantor-contoh
version: "2025.1"
title: Survei kantor contoh, 5 dan 7 butir
source: Buatan sendiri
scale:
  lowest: 1
  highest: 5
  labels:
    - {value: 1, words: [Sangat Tidak Setuju]}
    - {value: 2, words: [Tidak Setuju]}
    - {value: 3, words: [Ragu-ragu, Netral]}
    - {value: 4, words: [Setuju]}
    - {value: 5, words: [Sangat Setuju]}
blank: missing
indices:
  - code: INTEGRITAS
    name: Indeks integritas
    items:
      - {code: A1, text: Petugas menolak pemberian, polarity: positive, weight: 1/6}
      - {code: A2, text: Petugas meminta imbalan, polarity: negative, weight: 1/3}
      - {code: A3, text: Antrean berlaku untuk semua, polarity: positive, weight: 1/6}
      - {code: A4, text: Ada perantara di loket, polarity: negative, weight: 1/6}
      - {code: A5, text: Biaya sesuai pengumuman, polarity: positive, weight: 1/6}
  - code: LAYANAN
    name: Indeks layanan
    items:
      - {code: B1, text: Syaratnya jelas, polarity: positive}
      - {code: B2, text: Alurnya mudah, polarity: positive}
      - {code: B3, text: Selesai tepat waktu, polarity: positive}
      - {code: B4, text: Petugasnya cakap, polarity: positive}
      - {code: B5, text: Petugasnya sopan, polarity: positive}
      - {code: B6, text: Ruangnya nyaman, polarity: positive}
      - {code: B7, text: Keluhan ditanggapi, polarity: positive}
    bands:
      - {code: Baik, name: Layanan baik, minimum: 75}
      - {code: Cukup, name: Layanan cukup, minimum: 50}
      - {code: Kurang, name: Layanan kurang, minimum: 20}
combined:
  name: Indeks kantor
  indices: [INTEGRITAS, LAYANAN]
sample:
  minimum: 20
  source: Kesepakatan kantor
"""


def test_a_users_own_rubric_works_like_a_shipped_one(tmp_path):
    file = tmp_path / "kantor.yaml"
    file.write_text(OWN, encoding="utf-8")
    rubric = load_rubric(str(file)).rubric
    integrity, service = rubric.indices
    assert (len(integrity.items), len(service.items), len(rubric.items)) == (5, 7, 12)
    sixth, third = Fraction(1, 6), Fraction(1, 3)
    assert integrity.weights == (sixth, third, sixth, sixth, sixth)
    assert service.weights == (Fraction(1, 7),) * 7
    assert [item.code for item in rubric.items if item.polarity is Polarity.NEGATIVE] == ["A2", "A4"]
    assert list(rubric.scale.values) == [1, 2, 3, 4, 5]
    assert rubric.blank is BlankRule.MISSING
    assert rubric.zi is None
    assert rubric.index_of(rubric.items[5]) is service
