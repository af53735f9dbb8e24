"""A small sound PEKPPP rubric as text, and copies of it whose last indicator has another rule."""

from __future__ import annotations

from textwrap import dedent, indent

SMALL_PEKPPP = """\
kind: pekppp
id: kecil-pekppp
version: "1.0"
title: Penilaian kecil
source: Contoh buatan
principles:
  - {code: Ak, name: Akuntabilitas}
  - {code: K, name: Keadilan}
categories:
  - {code: A, name: Prima, minimum: 4.01}
  - {code: A-, name: Baik, minimum: 2.5}
  - {code: F, name: Gagal, minimum: 0}
ipp: {f02: 0.75, f03: 0.25}
aspects:
  - code: a
    name: Kebijakan
    weight: 60
    indicators:
      - no: 1
        code: a.Ak
        title: Standar pelayanan
        principle: Ak
        weight: 70
        levels: [belum ada, ada, lengkap, ditetapkan, diumumkan, dievaluasi]
        evidence: [Dokumen standar]
        facts:
          - {id: F01-01, text: Standar ada, type: yes_no}
          - {id: F01-02, text: Standar lengkap, type: yes_no}
          - {id: F01-03, text: Standar ditetapkan, type: yes_no}
          - {id: F01-04, text: Standar diumumkan, type: yes_no}
          - {id: F01-05, text: Standar dievaluasi, type: yes_no, help: Paling sedikit setahun sekali.}
        rule:
          rule: ladder
          steps:
            - all: [F01-01]
            - all: [F01-02]
              doubtful: true
            - all: [F01-03]
            - all: [F01-04]
            - all: [F01-05]
        doubts:
          - {doubt: hole, text: standar yang belum lengkap dibaca sebagai tingkat 1}
      - no: 2
        code: a.K
        title: Loket pelayanan
        principle: K
        weight: 30
        certainty: L
        source: Contoh buatan lain
        levels: [tidak ada, satu, dua, tiga, empat, lima]
        evidence: [Foto loket]
        facts:
          - {id: F02-01, text: Loket, type: choice, options: [tidak ada, satu, dua, tiga, empat, lima]}
          - {id: F02-02, text: Loket dijaga, type: yes_no}
        rule:
          rule: choice
          cases:
            - {level: 5, when: [{fact: F02-01, answers: [lima]}, {fact: F02-02, answers: [ya]}]}
            - {level: 4, when: [{fact: F02-01, answers: [empat, lima]}, {fact: F02-02, answers: [ya]}]}
            - {level: 3, when: [{fact: F02-01, answers: [tiga, empat, lima]}]}
            - {level: 2, when: [{fact: F02-01, answers: [dua]}]}
            - {level: 1, when: [{fact: F02-01, answers: [satu]}], doubtful: true}
        doubts:
          - {doubt: outside, text: satu loket dibaca sebagai tingkat 1}
  - code: b
    name: Sarana
    weight: 40
    indicators:
      - no: 3
        code: b.K
        title: Tempat parkir
        principle: K
        weight: 100
        levels: [tidak ada, satu, dua, tiga, empat, lima fasilitas]
        evidence: [Foto parkir]
        facts:
          - {id: F03-01, text: Parkir ada, type: yes_no}
          - {id: F03-02, text: Petugas, type: yes_no}
          - {id: F03-03, text: Karcis, type: yes_no}
          - {id: F03-04, text: Kamera, type: yes_no}
          - {id: F03-05, text: Atap, type: yes_no}
          - {id: F03-06, text: Lampu, type: yes_no}
        rule:
          rule: count
          base: F03-01
          of: [F03-02, F03-03, F03-04, F03-05, F03-06]
          thresholds: [1, 2, 3, 4, 5]
        doubts:
          - {doubt: empty, text: parkir tanpa fasilitas dibaca sebagai tingkat 0}
"""


def with_rule(block: str) -> str:
    """Return the rubric whose last indicator has the facts, the rule and the doubts of ``block``."""
    kept = SMALL_PEKPPP[: SMALL_PEKPPP.rindex("        facts:\n")]
    return kept + indent(dedent(block).lstrip("\n"), " " * 8)
