"""Instruments as reports use them: the shipped ones, and some with other numbers of items."""

from __future__ import annotations

from functools import cache

from ipak_cli.audit.instrument import Instrument
from ipak_cli.rubric import PEKPPP_RUBRIC
from ipak_cli.rubric.load import load_pekppp, load_rubric

SHIPPED = ("ipak-ipkp", "skm-14-2017")
SPLITS = {"ipak-5-ipkp-7": (5, 7), "ipak-4-ipkp-9": (4, 9), "ipak-3-ipkp-5": (3, 5)}
"""Instruments of the items of the shipped one: how many of each of its two indices."""


@cache
def instrument(name: str = "ipak-ipkp") -> Instrument:
    """Return an instrument with the PEKPPP rubric: a shipped one, or one of ``SPLITS``."""
    pekppp = load_pekppp(PEKPPP_RUBRIC).rubric
    if name in SHIPPED:
        return Instrument(load_rubric(name).rubric, pekppp)
    whole = load_rubric("ipak-ipkp").rubric
    indices = tuple(
        index.model_copy(update={"items": index.items[:count]})
        for index, count in zip(whole.indices, SPLITS[name], strict=True)
    )
    return Instrument(whole.model_copy(update={"id": name, "indices": indices}), pekppp)
