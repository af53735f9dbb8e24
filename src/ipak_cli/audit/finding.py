"""What an audit finds: claims that cannot be true, that contradict others, or that are worth a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipak_cli.audit.claim import Claim
    from ipak_cli.base.message import Message


class Certainty(StrEnum):
    """How sure a finding is."""

    IMPOSSIBLE = "mustahil"
    CONTRADICTION = "bertentangan"
    QUESTION = "patut ditanyakan"

    @property
    def rank(self) -> int:
        """Return 0 for the surest."""
        return list(Certainty).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: its code, the claims that it rests on (the doubted one first), and what would be possible.

    ``message`` says what is wrong in an auditor's words, ``possible`` the nearest values that could stand
    there, one message each, and ``arithmetic`` the steps that prove it.
    """

    code: str
    certainty: Certainty
    claims: tuple[Claim, ...]
    message: Message
    possible: tuple[Message, ...] = ()
    arithmetic: tuple[str, ...] = ()


def surest_first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Order findings by certainty; within one the order of the document stays."""
    return tuple(sorted(findings, key=lambda each: each.certainty.rank))
