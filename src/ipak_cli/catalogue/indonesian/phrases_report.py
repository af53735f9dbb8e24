"""The sentences of ``catalogue.phrases_report``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ipak_cli.base.message import Phrase

SENTENCES: Final[dict[Phrase, str]] = {}
