"""Reasons, findings and parts of sentences that the room ``report`` tells."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase

NO_RESULT_FOR_QUARTER: Final = Phrase("no_result_for_quarter")
FIRST_QUARTER: Final = Phrase("first_quarter")
NO_FIGURE_BEFORE: Final = Phrase("no_figure_before")
