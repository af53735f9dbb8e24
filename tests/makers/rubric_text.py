"""A small sound rubric as text, and the checks that run on an altered copy of it."""

from __future__ import annotations

from ipak_cli.base.problem import Problem, ProblemsFoundError
from ipak_cli.rubric.load import parse
from ipak_cli.rubric.yaml_lines import read_document

SMALL = """\
kind: survey
id: kecil
version: "1.0"
title: Rubrik kecil
source: Contoh buatan
scale:
  lowest: 1
  highest: 4
  labels:
    - {value: 1, words: [Tidak Baik]}
    - {value: 4, words: [Sangat Baik]}
indices:
  - code: BERSIH
    name: Indeks bersih
    items:
      - code: B1
        text: Petugas jujur
        polarity: positive
      - code: B2
        text: Petugas terbuka
        polarity: positive
  - code: RAMAH
    name: Indeks ramah
    items:
      - code: R1
        text: Petugas ramah
        polarity: positive
        weight: 1/3
      - code: R2
        text: Petugas kasar
        polarity: negative
        weight: 2/3
    bands:
      - {code: A, name: Tinggi, minimum: 80}
      - {code: B, name: Rendah, minimum: 25}
combined:
  name: Gabungan
  indices: [BERSIH, RAMAH]
sample:
  minimum: 30
  source: Contoh buatan
profiles:
  - code: usia
    name: Usia
    headers: [Usia, Umur]
target: 4
"""


def altered(old: str, new: str, text: str = SMALL) -> str:
    """Return the text with its one ``old`` replaced."""
    assert text.count(old) == 1, f"{text.count(old)} places say {old!r}"
    return text.replace(old, new)


def line_of(text: str, part: str) -> int:
    """Return the line on which a part stands that the text has once."""
    assert text.count(part) == 1, f"{text.count(part)} places say {part!r}"
    return text[: text.index(part)].count("\n") + 1


def problems_of(text: str | bytes) -> tuple[Problem, ...]:
    """Return every problem of a rubric file named ``x.yaml``; none when it is sound."""
    content = text.encode() if isinstance(text, str) else text
    try:
        return parse(read_document(content, "x.yaml")).problems
    except ProblemsFoundError as found:
        return found.problems


def found(text: str | bytes) -> list[tuple[str, int | None]]:
    """Return the code and the line of every problem."""
    return [(problem.code, problem.where.line) for problem in problems_of(text)]
