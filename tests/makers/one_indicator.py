"""An indicator made for one test: its rule, and facts that are answered with yes, in part or with no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.pekppp import Indicator

if TYPE_CHECKING:
    from ipak_cli.rubric.rules.interface import Answer, Outcome

WORDS = {"+": "ya", "-": "tidak"}


def fact_id(number: int) -> str:
    """Return the id of a fact by its number."""
    return f"F01-{number:02}"


def ids(first: int, last: int) -> list[str]:
    """Return the ids of facts from one number to another."""
    return [fact_id(number) for number in range(first, last + 1)]


def yes_no(count: int) -> list[dict[str, Any]]:
    """Return so many facts that are answered with yes or no."""
    return [{"id": fact, "text": f"Fakta {fact}", "type": "yes_no"} for fact in ids(1, count)]


def choices(count: int, *words: str) -> list[dict[str, Any]]:
    """Return so many facts that are answered with one of some words, the worst first."""
    return [
        {"id": fact, "text": f"Fakta {fact}", "type": "choice", "options": list(words)}
        for fact in ids(1, count)
    ]


def indicator(facts: list[dict[str, Any]], **rule: Any) -> Indicator:
    """Return the indicator 1 with a rule."""
    return Indicator.model_validate(
        {
            "no": 1, "code": "a.Ak", "title": "Uji", "principle": "Ak", "weight": "100",
            "levels": ["nol", "satu", "dua", "tiga", "empat", "lima"], "evidence": ["bukti"],
            "facts": facts, "rule": rule,
        }
    )  # fmt: skip


def answers(signs: str) -> dict[str, Answer]:
    """Return answers by signs: ``+`` yes, ``-`` no, ``.`` blank."""
    return {fact_id(n): WORDS[sign] for n, sign in enumerate(signs.replace(" ", ""), 1) if sign != "."}


def outcome(one: Indicator, signs: str) -> Outcome:
    """Return what the rule makes of answers by signs."""
    return derive(one, answers(signs))
