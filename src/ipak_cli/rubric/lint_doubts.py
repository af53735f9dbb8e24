"""The doubts of an indicator: only such as its rule can raise, and a text for each that it marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.phrases_rubric import NONE
from ipak_cli.catalogue.rubrics import DOUBT_IMPOSSIBLE, DOUBT_UNEXPLAINED
from ipak_cli.rubric.lint_names import Place, repeated
from ipak_cli.rubric.rules import (
    Choice,
    Count,
    Coverage,
    Doubt,
    Ladder,
    MandatoryPlusCount,
    Ratio,
    TwoChannelRatio,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.pekppp import Indicator
    from ipak_cli.rubric.rules import Case, Interval, Rule, Share, Step

Path = tuple[str | int, ...]

_ALWAYS: Final[Mapping[str, tuple[Doubt, ...]]] = {
    "count": (Doubt.TOP,),
    "mandatory_plus_count": (Doubt.EMPTY,),
    "base_plus_count": (Doubt.NO_BASE,),
    "ladder": (Doubt.DIFFERENT,),
    "coverage": (Doubt.OVERLAP,),
    "elapsed": (Doubt.EDGE, Doubt.PARTIAL),
    "ratio": (Doubt.EMPTY, Doubt.UNPROVEN),
    "two_channel_ratio": (Doubt.CHANNELS, Doubt.NO_CASE),
    "key_criterion": (Doubt.TOP, Doubt.NO_BASE, Doubt.EMPTY),
    "choice": (),
    "media": (Doubt.NOT_A_MEDIUM, Doubt.ONE_PLACE),
}
"""What each rule can leave open by its nature; what it marks as doubtful comes on top."""


def lint_doubts(indicator: Indicator, place: Place) -> Iterator[Problem]:
    """Yield a fault for each doubt that cannot arise, and for each place marked doubtful without a text."""
    rule, said = indicator.rule, [each.doubt for each in indicator.doubts]
    possible = _possible(rule)
    for number, doubt in enumerate(said):
        if doubt not in possible:
            able = InFull(", ".join(possible)) if possible else NONE()
            where = place("doubts", number, "doubt")
            yield problem(DOUBT_IMPOSSIBLE, where, rule=rule.rule, doubt=doubt.value, possible=able)
    yield from repeated(
        (doubt.value, str(number), place("doubts", number, "doubt")) for number, doubt in enumerate(said)
    )
    for path, doubt in _marked(rule):
        if doubt not in said:
            yield problem(DOUBT_UNEXPLAINED, place("rule", *path, "doubtful"), doubt=doubt.value)


def _possible(rule: Rule) -> tuple[Doubt, ...]:
    on_base = isinstance(rule, Count | MandatoryPlusCount) and rule.base
    based = (Doubt.EMPTY, Doubt.NO_BASE, Doubt.STRAY) if on_base else ()
    marked = (doubt for _, doubt in _marked(rule))
    return tuple(dict.fromkeys((*_ALWAYS[rule.rule], *based, *marked)))


def _marked(rule: Rule) -> Iterator[tuple[Path, Doubt]]:
    """Yield where in the rule each part stands that is marked as doubtful, and the doubt that it raises."""
    for path, parts, doubt in _markable(rule):
        yield from (((*path, number), doubt) for number, part in enumerate(parts) if part.doubtful)


def _markable(rule: Rule) -> tuple[tuple[Path, Sequence[Step | Share | Case | Interval], Doubt], ...]:
    match rule:
        case Ladder():
            return ((("steps",), rule.steps, Doubt.HOLE),)
        case Coverage():
            return ((("intervals",), rule.intervals, Doubt.OVERLAP),)
        case Ratio():
            return ((("shares",), rule.shares, Doubt.EDGE),)
        case TwoChannelRatio():
            channels = (("main", rule.main), ("other", rule.other))
            return tuple(((name, "shares"), channel.shares, Doubt.EDGE) for name, channel in channels)
        case Choice():
            return ((("cases",), rule.cases, Doubt.OUTSIDE),)
        case _:
            return ()
