"""Where a figure stands against a threshold or among bands, beside the official yes or no by its value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ipak_cli.base.figures import decimal, round_half_up
from ipak_cli.base.message import InFull
from ipak_cli.catalogue.certainty import (
    ABOVE_THRESHOLD,
    BAND_UNSURE,
    BELOW_ALL_BANDS,
    BELOW_THRESHOLD,
    THRESHOLD_UNSURE,
    WITHIN_BAND,
)
from ipak_cli.survey.certainty.intervals import Census, NoInterval

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from ipak_cli.base.message import Message
    from ipak_cli.survey.certainty.intervals import Certainty, ConfidenceInterval


class Standing(StrEnum):
    """Where a figure stands, as far as chance leaves it open; ``UNKNOWN`` where there is no interval."""

    ABOVE = "above"
    UNSURE = "unsure"
    BELOW = "below"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ThresholdResult:
    """A threshold and where the figure stands, in words; it never replaces the official yes or no."""

    threshold: Fraction
    standing: Standing
    said: Message


@dataclass(frozen=True, slots=True)
class BandsResult:
    """Codes of the bands in which the figure may lie, lowest first; none without an interval or below all."""

    bands: tuple[str, ...]
    said: Message


def against(certainty: Certainty, value: Fraction, threshold: Fraction) -> ThresholdResult:
    """Tell whether the whole interval reaches a threshold, misses it, or has it inside.

    Value, interval and threshold are on one scale. Above means what the official rule means by met: at the
    threshold or higher. In a census the value alone tells.
    """
    if isinstance(certainty, NoInterval):
        return ThresholdResult(threshold, Standing.UNKNOWN, certainty.reason)
    low, high = _ends(certainty, value)
    told = {"threshold": decimal(threshold)}
    if low >= threshold:
        return ThresholdResult(threshold, Standing.ABOVE, ABOVE_THRESHOLD(**told))
    if high < threshold:
        return ThresholdResult(threshold, Standing.BELOW, BELOW_THRESHOLD(**told))
    return ThresholdResult(threshold, Standing.UNSURE, THRESHOLD_UNSURE(**told))


def among_bands(certainty: Certainty, value: Fraction, minima: Mapping[str, Fraction]) -> BandsResult:
    """Tell in which bands a figure may lie; ``minima`` are their inclusive lower bounds by code.

    Value and interval are on the bands' scale, and rounded half up to two places as the official band is.
    """
    if isinstance(certainty, NoInterval):
        return BandsResult((), certainty.reason)
    low, high = _ends(certainty, value)
    rising = sorted(minima, key=lambda code: minima[code])
    reached = [code for code in rising if minima[code] <= round_half_up(high)]
    surely = [code for code in reached if minima[code] <= round_half_up(low)]
    bands = tuple(reached[max(len(surely) - 1, 0) :])
    words = (*(() if surely else (BELOW_ALL_BANDS(),)), *map(InFull, bands))
    said = BAND_UNSURE(bands=words) if len(words) > 1 else WITHIN_BAND(band=words[0])
    return BandsResult(bands, said)


def _ends(certainty: ConfidenceInterval | Census, value: Fraction) -> tuple[Fraction, Fraction]:
    return (value, value) if isinstance(certainty, Census) else (certainty.low, certainty.high)
