"""The rubrics that are used where no other is named: their ids, which even ``--help`` may show."""

from __future__ import annotations

from typing import Final

SURVEY_RUBRIC: Final = "ipak-ipkp"
PEKPPP_RUBRIC: Final = "pekppp-2025"
