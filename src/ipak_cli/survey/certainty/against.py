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
    BELOW_THRESHOLD,
    THRESHOLD_UNSURE,
    WITHIN_BAND,
)
from ipak_cli.survey.certainty.intervals import Census, NoInterval

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from ipak_cli.base.message import Message
    from ipak_cli.survey.certainty.intervals import Certainty


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
    """Codes of the bands in which the figure may lie, lowest first; none without an interval."""

    bands: tuple[str, ...]
    said: Message


def against(certainty: Certainty, value: Fraction, threshold: Fraction) -> ThresholdResult:
    """Tell whether the whole interval reaches a threshold, misses it, or has it inside.

    Value, interval and threshold are on one scale. Above means what the official rule means by met: at the
    threshold or higher. In a census the value alone tells.
    """
    low, high = _ends(certainty, value)
    if low is None or high is None:
        return ThresholdResult(threshold, Standing.UNKNOWN, _reason(certainty))
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
    low, high = _ends(certainty, value)
    if low is None or high is None:
        return BandsResult((), _reason(certainty))
    rising = sorted(minima, key=lambda code: minima[code])
    reached = [code for code in rising if minima[code] <= round_half_up(high)]
    surely = [code for code in reached if minima[code] <= round_half_up(low)]
    bands = tuple(reached[max(len(surely) - 1, 0) :])
    if len(bands) == 1:
        return BandsResult(bands, WITHIN_BAND(band=InFull(bands[0])))
    return BandsResult(bands, BAND_UNSURE(bands=tuple(map(InFull, bands))))


def _ends(certainty: Certainty, value: Fraction) -> tuple[Fraction, Fraction] | tuple[None, None]:
    match certainty:
        case NoInterval():
            return None, None
        case Census():
            return value, value
        case _:
            return certainty.low, certainty.high


def _reason(certainty: Certainty) -> Message:
    return certainty.reason
