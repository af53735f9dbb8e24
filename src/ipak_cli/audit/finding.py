"""What an audit finds: claims that cannot be true, that contradict others, or that are worth a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.audit.claim import Claim
    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem


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
    """One finding: what is wrong, the claims behind it, the doubted one first, and what would be possible.

    ``problem`` is the catalogue's entry with its values, whose severity says how sure it is; ``possible``
    tells the nearest values that could stand there, ``arithmetic`` the steps that prove it, as formulas.
    """

    problem: Problem
    claims: tuple[Claim, ...]
    possible: tuple[Message, ...] = ()
    arithmetic: tuple[str, ...] = ()

    @property
    def certainty(self) -> Certainty:
        """How sure it is: an error cannot be true, a warning contradicts something, a note asks."""
        return _CERTAINTY[self.problem.severity]


_CERTAINTY: Final = {
    Severity.ERROR: Certainty.IMPOSSIBLE,
    Severity.WARNING: Certainty.CONTRADICTION,
    Severity.NOTE: Certainty.QUESTION,
}


def surest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings by certainty; within one the order of the checks stays."""
    return tuple(sorted(findings, key=lambda each: each.certainty.rank))
