"""What sentences claim, in the words of many offices.

A file for each instrument holds sentences, and below each, indented, what it claims; ``?`` is a number that
is not understood. Where a sentence names no period it is of the fourth quarter of 2024.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from ipak_cli.audit.extract import extract
from ipak_cli.base.period import parse_period
from makers.claims_as_text import document, lines_of
from makers.instruments import instrument

SENTENCES: Final = Path(__file__).parent / "sentences"


def sentences() -> list[tuple[str, str, list[str]]]:
    """Return each instrument's sentences with what they claim."""
    found = []
    for path in sorted(SENTENCES.glob("*.txt")):
        for block in path.read_text().strip().split("\n\n"):
            sentence, *claims = block.split("\n")
            found.append((path.stem, sentence, [line.strip() for line in claims]))
    return found


@pytest.mark.parametrize(("rubric", "sentence", "claims"), sentences())
def test_a_sentence_claims_what_it_says(rubric: str, sentence: str, claims: list[str]) -> None:
    found = extract(document(sentence), instrument(rubric), parse_period("IV-2024"))
    assert [line.partition(": ")[2] for line in lines_of(found)] == claims


def test_there_are_sentences_for_two_instruments() -> None:
    assert {rubric for rubric, *_ in sentences()} == {"ipak-ipkp", "skm-14-2017"}
    assert len(sentences()) > 40
