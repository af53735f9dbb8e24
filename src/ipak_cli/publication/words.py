"""Words that each form of a publication says alike."""

from __future__ import annotations

from typing import Final

from ipak_cli.report.layout import DRAFT

DRAFT_NOTE: Final = f"{DRAFT} – belum untuk diumumkan"
NOT_SCORED: Final = "Belum dinilai"
