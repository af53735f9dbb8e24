"""What people decided of a period's suggestions: kept beside its result, without any of their words.

A text is known by a keyed digest of it and of its period, so that a decision never passes to another text.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import Field, ValidationError

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.suggestions import REVIEW_DAMAGED, REVIEW_UNREADABLE
from ipak_cli.rubric.types import Model
from ipak_cli.survey.review import Decision, Verdict
from ipak_cli.workspace.atomic import ensure_folders, write_file
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_RECORD, SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from ipak_cli.base.period import Period

SCHEMA: Final = "ipak/suggestion-review/1"
_KEY_BYTES: Final = 32


class DecidedText(Model):
    """What was decided of a text, by whom and when (an ISO text); ``cut`` numbers the words taken out."""

    text: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    verdict: Verdict
    cut: tuple[Annotated[int, Field(ge=0)], ...] = ()
    by: str
    at: str


class Reviews(Model):
    """All that was decided of a period's suggestions; without ``key`` no text can be told by its digest."""

    layout: Annotated[Literal["ipak/suggestion-review/1"], Field(alias="schema")] = SCHEMA
    period: str
    key: Annotated[str, Field(pattern=f"^[0-9a-f]{{{2 * _KEY_BYTES}}}$")]
    decided: tuple[DecidedText, ...] = ()

    def digest_of(self, text: str) -> str:
        """Return by what a text is known here."""
        said = f"{self.period}\0{text}".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(said, key=bytes.fromhex(self.key), digest_size=32).hexdigest()

    def of(self, texts: Iterable[str]) -> dict[str, DecidedText]:
        """Return what was decided of each of the texts of which anything was."""
        by_digest = {each.text: each for each in self.decided}
        known = ((text, by_digest.get(self.digest_of(text))) for text in texts)
        return {text: decided for text, decided in known if decided is not None}

    def after(self, decisions: Mapping[str, Decision | None], by: str, at: datetime) -> Reviews:
        """Return this with further decisions; ``None`` takes one back."""
        new = {self.digest_of(text): decision for text, decision in decisions.items()}
        kept = [each for each in self.decided if each.text not in new]
        made = (
            DecidedText(text=text, verdict=each.verdict, cut=each.cut, by=by, at=at.isoformat("T", "seconds"))
            for text, each in new.items()
            if each is not None
        )
        decided = tuple(sorted((*kept, *made), key=lambda each: each.text))
        return self.model_copy(update={"decided": decided})


def review_content(workspace: Path, period: Period) -> bytes | None:
    """Return the bytes of what was decided; ``None`` where nothing was.

    Raises ``ProblemsFoundError`` when the system refuses: without it a refused text would be published.
    """
    try:
        return read(workspace, SHOWN.review(period), LARGEST_RECORD)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise ProblemsFoundError([problem(REVIEW_UNREADABLE, _where(period))]) from None


def read_reviews(workspace: Path, period: Period) -> Reviews | None:
    """Return what was decided of a period's suggestions; ``None`` where nothing was.

    Raises ``ProblemsFoundError`` when it cannot be read, or is not sound or another period's.
    """
    content = review_content(workspace, period)
    if content is None:
        return None
    try:
        found = Reviews.model_validate_json(content)
    except ValidationError:
        found = None
    if found is None or found.period != str(period):
        raise ProblemsFoundError([problem(REVIEW_DAMAGED, _where(period))])
    return found


def decisions_of(workspace: Path, period: Period, texts: Iterable[str]) -> dict[str, Decision]:
    """Return the decisions on those of the texts that have one; raises as :func:`read_reviews` does."""
    reviews = read_reviews(workspace, period)
    found = reviews.of(texts) if reviews else {}
    return {text: Decision(each.verdict, each.cut) for text, each in found.items()}


def keep_decisions(
    workspace: Path, period: Period, decisions: Mapping[str, Decision | None], by: str, at: datetime
) -> None:
    """Add decisions to what is there by now; the caller holds the lock.

    Raises ``ProblemsFoundError`` when what is there is not sound, or the system refuses.
    """
    before = read_reviews(workspace, period)
    reviews = before or Reviews(period=str(period), key=secrets.token_hex(_KEY_BYTES))
    after = reviews.after(decisions, by, at)
    ensure_folders(workspace, SHOWN.review(period).parent)
    text = after.model_dump_json(indent=1, by_alias=True)
    write_file(workspace, SHOWN.review(period), f"{text}\n".encode())


def _where(period: Period) -> Where:
    return Where(SHOWN.review(period).as_posix())
