"""Make the PEKPPP example: the filled self-assessment of an invented office, and its evidence.

``python examples/buat_pekppp.py [FOLDER]`` writes ``masuk/pekppp-2024.xlsx`` and ``bukti/``, by default
beside this file. Every run writes the same bytes.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assessment import ROWS, TITLES

from ipak_cli.forms.pekppp import pekppp_template
from ipak_cli.pekppp.answers import Assessment, FactAnswer, IndicatorAnswers
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import FactType

if TYPE_CHECKING:
    from ipak_cli.rubric.pekppp import Fact, PekpppRubric
    from ipak_cli.rubric.rules.interface import Answer

UNIT: Final = "Balai Layanan Mutu Sekolah Provinsi Nusa Kencana"
PERIOD: Final = "IV-2024"


def main(folder: Path) -> None:
    """Write the workbook and the evidence below ``folder``."""
    loaded = load_pekppp("pekppp-2025")
    book = folder / "masuk" / "pekppp-2024.xlsx"
    book.parent.mkdir(parents=True, exist_ok=True)
    book.write_bytes(pekppp_template(loaded.rubric, loaded.digest, entries(loaded.rubric)))
    print(book)
    for name, title in TITLES.items():
        path = folder / "bukti" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{title}\n{UNIT}\n\nContoh bukti; seluruh isinya rekaan.\n", encoding="utf-8")
        print(path)


def entries(rubric: PekpppRubric) -> Assessment:
    """Return what the office filled in."""
    indicators: dict[int, IndicatorAnswers] = {}
    for indicator in rubric.indicators:
        row = ROWS[indicator.no]
        words = zip(indicator.facts, row.answers.split(), strict=True)
        facts = {fact.id: FactAnswer(answer(fact, word)) for fact, word in words}
        indicators[indicator.no] = IndicatorAnswers(row.claim, row.evidence, row.note, facts=facts)
    return Assessment(UNIT, PERIOD, indicators)


def answer(fact: Fact, word: str) -> Answer:
    """Return the answer that a short sign stands for."""
    match fact.type:
        case FactType.NUMBER:
            return int(word.removeprefix("="))
        case FactType.DATE:
            return date.fromisoformat(word.removeprefix("@"))
        case FactType.CHOICE:
            return fact.options[int(word)]
        case FactType.YES_NO:
            return {"y": "ya", "t": "tidak"}[word]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
