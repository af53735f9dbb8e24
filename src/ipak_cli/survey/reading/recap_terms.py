"""What a recap's numbers are called in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.recap import (
    COUNT_OF_VALUE,
    MEAN_OF_VALUES,
    NUMBER_NOT_ANSWERED,
    NUMBER_OF_ANSWERS,
    OF_ALL,
    OF_INDEX,
    OF_ITEM,
    SHARE_OF_VALUE,
    SUM_OF_VALUES,
    THE_WHOLE_SURVEY,
    THESE_INDICES,
    THESE_ITEMS,
    TOTAL_OF_SOMETHING,
)
from ipak_cli.survey.reading.recap_figures import Kind, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.base.message import Message

_PLAIN: Final = {
    Kind.N: NUMBER_OF_ANSWERS,
    Kind.SKIPPED: NUMBER_NOT_ANSWERED,
    Kind.SUM: SUM_OF_VALUES,
    Kind.MEAN: MEAN_OF_VALUES,
    Kind.TOTAL: TOTAL_OF_SOMETHING,
}


def what_of(meaning: Meaning, of: Message | str = "") -> Message:
    """Return what a number is called in a sentence."""
    match meaning.kind:
        case Kind.COUNT:
            return COUNT_OF_VALUE(value=meaning.value, of=of)
        case Kind.SHARE:
            return SHARE_OF_VALUE(value=meaning.value, of=of)
        case kind:
            return _PLAIN[kind](of=of)


def of_item(code: str) -> Message:
    """Return whose number it is, for :func:`what_of`: an item's."""
    return OF_ITEM(code=code)


def of_total(code: str) -> Message:
    """Return whose number it is: an index's, or that of all items where the code is ``""``."""
    return OF_INDEX(code=code) if code else OF_ALL()


def where_lacking(codes: Iterable[str], *, items: bool) -> Message:
    """Return what answers are missing of: items, or else indices; ``""`` is the whole survey."""
    named = tuple(codes)
    if items:
        return THESE_ITEMS(items=named)
    return THE_WHOLE_SURVEY() if "" in named else THESE_INDICES(indices=named)
