"""Reasons, findings and parts of sentences that the room ``pekppp`` tells."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase

NO_LEVEL: Final = Phrase("no_level")
F03_NOT_GIVEN: Final = Phrase("f03_not_given")
F03_CELLS_MERGED: Final = Phrase("f03_cells_merged")
F03_SEVERAL_SHEETS: Final = Phrase("f03_several_sheets")
F03_NO_ANSWERS: Final = Phrase("f03_no_answers")
F03_NEEDS_MENDING: Final = Phrase("f03_needs_mending")
