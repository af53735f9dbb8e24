"""What stays of a survey's result that a newer one replaces: which it was, of what, and no figure.

Beside the newer result its figures would be known twice: with one respondent more, the difference of both is
everything that this person answered.
"""

from __future__ import annotations

import hashlib
import json
from typing import Final

SCHEMA: Final = "ipak/superseded/1"
_KEPT: Final = ("schema", "tool", "rubric", "unit", "period", "timezone", "decisions", "respondents")
_OF_SOURCE: Final = ("name", "sha256", "sheet", "rows")


def without_answers(document: bytes) -> bytes:
    """Return the note that is kept of a result document; of one that is no JSON, its digest alone.

    It is the same for the same document. ``of`` names the program, rubric, period, files and number of
    respondents of a document of any version, as far as it tells them.
    """
    note = {"schema": SCHEMA, "sha256": hashlib.sha256(document).hexdigest(), "of": _told(document)}
    return (json.dumps(note, ensure_ascii=False, indent=2) + "\n").encode("utf-8", errors="replace")


def _told(document: bytes) -> dict[str, object] | None:
    try:
        found = json.loads(document)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    sources = found.get("sources")
    listed = [each for each in sources if isinstance(each, dict)] if isinstance(sources, list) else []
    return {
        **{key: found[key] for key in _KEPT if key in found},
        "sources": [{key: each[key] for key in _OF_SOURCE if key in each} for each in listed],
    }
