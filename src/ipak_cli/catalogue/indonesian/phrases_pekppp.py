"""The sentences of ``catalogue.phrases_pekppp``."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
