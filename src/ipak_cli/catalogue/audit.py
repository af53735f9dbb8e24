"""A1xx: what an audit finds in a finished report. An error cannot be true, a warning contradicts, a note asks."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

MEANS_IMPOSSIBLE: Final = Entry("A101", Severity.ERROR)

NEAREST_MEANS: Final = Phrase("nearest_means")
POSSIBLE_FOR: Final = Phrase("possible_for")
