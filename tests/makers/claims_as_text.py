"""What the extraction reads, as lines to be compared with a report: for the tests of the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.audit.document import Document
from ipak_cli.audit.readers.text import parts_of_text

if TYPE_CHECKING:
    from ipak_cli.audit.claim import Claims
    from ipak_cli.audit.document import Place

_QUIET: Final = (ClaimKind.PERIOD, ClaimKind.NUMBER_OF_PART)


def document(text: str) -> Document:
    """Return a text as a document."""
    return Document("laporan.md", "0", parts_of_text(text))


def lines_of(claims: Claims) -> list[str]:
    """Return a line for each claim but the names of periods and parts, and each unread number, by place."""
    said = [(_at(each.place), _line(each)) for each in claims.claims if each.kind not in _QUIET]
    said += [(_at(each.place), f"? {each.text}") for each in claims.unread]
    return [f"{_where(place)}: {line}" for place, line in sorted(said, key=lambda each: each[0])]


def names_of(claims: Claims) -> list[str]:
    """Return a line for each period and each part that is named."""
    return [
        f"{_where(_at(each.place))}: {each.where} {each.kind} {_name(each)}".rstrip()
        for each in claims.claims
        if each.kind in _QUIET
    ]


def _name(claim: Claim) -> str:
    parts = (claim.period, claim.subject) if claim.period else (claim.subject, claim.word)
    return " ".join(str(each) for each in parts if each)


def _at(place: Place) -> tuple[int, int, int]:
    return place.line or 0, place.row or 0, place.column or 0


def _where(at: tuple[int, int, int]) -> str:
    return f"{at[0]}" if not at[1] else f"{at[0]} r{at[1]} c{at[2]}"


def _line(claim: Claim) -> str:
    steps = " -> ".join(f"{period} {value or ''}".strip() for period, value in claim.series)
    parts = (
        claim.kind, claim.subject or "-", claim.number, claim.of and f"of {claim.of}",
        claim.count and f"count {claim.count}", claim.unit, claim.word, claim.day,
        claim.period and f"@{claim.period}", steps and f"<{steps}>",
        claim.group and f"[{claim.group}]",
    )  # fmt: skip
    return " ".join(str(each) for each in parts if each is not None and each != "")
