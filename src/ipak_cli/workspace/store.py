"""Stored result documents: one a quarter, a superseded one kept beside it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from ipak_cli.period import Quarter, parse_quarter
from ipak_cli.workspace.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RESULTS: Final = "hasil"
SURVEY: Final = "survey.json"
SUPERSEDED: Final = "lama"

ItemTable = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
"""Each item's code with its count of each answer: what two quarters hardly ever share."""


def store_survey(workspace: Path, quarter: Quarter, document: str) -> Path:
    """Store a quarter's document; one that it supersedes is kept in the folder ``lama``.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    folder = workspace / RESULTS / str(quarter)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / SURVEY
    if target.is_file() and (before := target.read_bytes()) != document.encode():
        kept = folder / SUPERSEDED
        kept.mkdir(exist_ok=True)
        write_whole(kept / f"survey-{hashlib.sha256(before).hexdigest()[:12]}.json", before)
    write_whole(target, document.encode())
    return target


def stored_item_tables(workspace: Path) -> Iterator[tuple[Quarter, ItemTable]]:
    """Yield the item table of every stored quarter; what is no result document is passed over."""
    for path in sorted((workspace / RESULTS).glob(f"*/{SURVEY}")):
        try:
            yield parse_quarter(path.parent.name), item_table(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue


def item_table(document: str) -> ItemTable:
    """Return a document's item table.

    Raises ``ValueError``, ``KeyError``, ``TypeError`` or ``AttributeError`` for another kind of text.
    """
    return tuple(
        (str(item["code"]), tuple((str(value), int(count)) for value, count in item["counts"].items()))
        for item in json.loads(document)["items"]
    )
