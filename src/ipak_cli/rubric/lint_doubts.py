"""The doubts of an indicator: only such as its rule can raise, and a text for each that it marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.rubrics import DOUBT_IMPOSSIBLE, DOUBT_UNEXPLAINED
from ipak_cli.rubric.lint_names import Place, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.pekppp import Indicator
    from ipak_cli.rubric.rules import Rule
    from ipak_cli.rubric.rules.interface import Doubt, KeyPath


def lint_doubts(indicator: Indicator, place: Place) -> Iterator[Problem]:
    """Yield a fault for each doubt that cannot arise, and for each place marked doubtful without a text."""
    rule, said = indicator.rule, [each.doubt for each in indicator.doubts]
    possible = _possible(rule)
    for number, doubt in enumerate(said):
        if doubt not in possible:
            shown = {"doubt": doubt.value, "possible": InFull(", ".join(possible) or "tidak ada")}
            yield problem(DOUBT_IMPOSSIBLE, place("doubts", number, "doubt"), rule=rule.rule, **shown)
    yield from repeated(
        (doubt.value, str(number), place("doubts", number, "doubt")) for number, doubt in enumerate(said)
    )
    for path, doubt in _marked(rule):
        if doubt not in said:
            yield problem(DOUBT_UNEXPLAINED, place("rule", *path, "doubtful"), doubt=doubt.value)


def _possible(rule: Rule) -> tuple[Doubt, ...]:
    marked = (doubt for _, doubt in _marked(rule))
    return tuple(dict.fromkeys((*rule.possible_doubts(), *marked)))


def _marked(rule: Rule) -> Iterator[tuple[KeyPath, Doubt]]:
    """Yield where in the rule each part stands that is marked as doubtful, and the doubt that it raises."""
    for path, parts, doubt in rule.markable():
        yield from (((*path, number), doubt) for number, part in enumerate(parts) if part.doubtful)
