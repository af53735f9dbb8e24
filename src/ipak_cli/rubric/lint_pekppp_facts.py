"""What makes the facts of an indicator sound: ids of their own indicator, and choices for choices only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from ipak_cli.problems import problem
from ipak_cli.rubric.lint_names import Place, repeated
from ipak_cli.rubric.pekppp import FactType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.problems import Problem
    from ipak_cli.rubric.pekppp import Fact, Indicator

_SEPARATORS: Final = frozenset(",\"'")
"""Signs that would split or end an option in a spreadsheet's drop-down list."""


def lint_facts(indicator: Indicator, place: Place) -> Iterator[Problem]:
    """Yield every fault of an indicator's facts, taken by themselves."""
    prefix = f"F{indicator.no:02d}-"
    for number, fact in enumerate(indicator.facts):
        here = partial(place, "facts", number)
        if not fact.id.startswith(prefix):
            yield problem("R673", here("id"), fact=fact.id, no=indicator.no, prefix=prefix)
        yield from _options(fact, here)


def _options(fact: Fact, place: Place) -> Iterator[Problem]:
    count = len(fact.options)
    if (count < 2) if fact.type is FactType.CHOICE else count:
        yield problem("R676", place("options"), fact=fact.id, type=fact.type.value, count=count)
    for number, option in enumerate(fact.options):
        if _SEPARATORS & set(option):
            yield problem("R677", place("options", number), option=option)
    yield from repeated(
        (option, str(number), place("options", number)) for number, option in enumerate(fact.options)
    )
