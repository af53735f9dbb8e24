"""Rubrics: what an instrument asks and how its answers become figures, as data."""

from __future__ import annotations

from typing import Final

SURVEY_RUBRIC: Final = "ipak-ipkp"
PEKPPP_RUBRIC: Final = "pekppp-2025"
