"""The cheapest way to a target: what could be raised, what is chosen, and what F-02 comes to with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import parse_fraction
from ipak_cli.base.message import InFull
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import LEVEL_WORDING
from ipak_cli.pekppp.levels import LevelStep, climb, steps_up
from ipak_cli.pekppp.result import IndicatorResult, Status
from ipak_cli.rubric.pekppp import LEVELS
from ipak_cli.rubric.types import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.pekppp.answers import Assessment, IndicatorAnswers
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.pekppp import Indicator, PekpppRubric


_HALF_A_HUNDREDTH: Final = Fraction(1, 200)


@dataclass(frozen=True, slots=True)
class Option:
    """A higher level that an indicator can reach; ``cost`` and ``needs`` count from today's level.

    ``stages`` are the single levels on the way, each counted from the one before; empty for one level, and
    where going level by level would cost more.
    """

    level: int
    cost: int
    needs: tuple[Message, ...]
    stages: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator with today's level, its share of F-02 (the shares sum to 1) and its way up, if any."""

    no: int
    code: str
    title: str
    level: int
    share: Fraction
    options: tuple[Option, ...]

    @property
    def highest(self) -> int:
        """The highest level that can be reached."""
        return max([self.level, *(option.level for option in self.options)])


@dataclass(frozen=True, slots=True)
class Climb:
    """An indicator that the plan raises to an option, and what F-02 gains by it."""

    candidate: Candidate
    option: Option
    gain: Fraction

    @property
    def stages(self) -> tuple[tuple[int, Option, Fraction], ...]:
        """The steps on the way: the level that each begins at, what it takes, what F-02 gains by it."""
        steps = self.option.stages or (self.option,)
        begins = (self.candidate.level, *(step.level for step in steps[:-1]))
        return tuple(
            (begin, step, self.candidate.share * (step.level - begin))
            for begin, step in zip(begins, steps, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """The cheapest climbs to ``target``, by the indicators' numbers; F-02 is ``today`` and then ``reached``.

    ``highest`` is the F-02 of all indicators at their highest. Where even that misses the target,
    ``reachable`` is false and the climbs are the cheapest ones to ``highest``.
    """

    target: Fraction
    today: Fraction
    reached: Fraction
    cost: int
    reachable: bool
    highest: Fraction
    climbs: tuple[Climb, ...]


def minimum_of(text: str, rubric: PekpppRubric) -> Fraction:
    """Return the least value of a category, named by its letter or in words, or the value that is written.

    Raises ``ValueError`` for anything else, and for a value outside 0 to 5.
    """
    letter = "".join(text.split()).upper().replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-")
    for category in rubric.categories:
        if letter == category.code or normalise(text) == normalise(category.name):
            return category.minimum
    value = parse_fraction(text.replace(",", "."))
    if 0 <= value <= HIGHEST_LEVEL:
        return value
    raise ValueError(text)


def least_value(minimum: Fraction) -> Fraction:
    """Return the least F-02 whose two places, rounded half up, are at least ``minimum``.

    4.505 is written 4.51 and is already an A, while anything below is not.
    """
    written = Fraction(ceil(minimum * 100), 100)
    return max(written - _HALF_A_HUNDREDTH, Fraction(0))


def f02_today(candidates: Iterable[Candidate]) -> Fraction:
    """Return F-02 with every indicator at today's level."""
    return sum((each.share * each.level for each in candidates), Fraction(0))


def f02_highest(candidates: Iterable[Candidate]) -> Fraction:
    """Return F-02 with every indicator at its highest level."""
    return sum((each.share * each.highest for each in candidates), Fraction(0))


def cheapest_plan(candidates: Sequence[Candidate], target: Fraction) -> Plan:
    """Return the plan that reaches ``target``, an F-02 before rounding, or else the highest F-02.

    At most one option a candidate. The least total cost decides; then the highest F-02; then the fewest
    indicators; then the lowest numbers, each at its lowest level. So there is exactly one best plan.
    """
    missing = min(target, f02_highest(candidates)) - f02_today(candidates)
    levels = dict(_cheapest_way(candidates, missing).levels) if missing > 0 else {}
    options = ((each, option) for each in candidates for option in each.options)
    chosen = [(each, option) for each, option in options if levels.get(each.no) == option.level]
    return plan_of(candidates, target, chosen)


def plan_of(
    candidates: Sequence[Candidate], target: Fraction, chosen: Iterable[tuple[Candidate, Option]]
) -> Plan:
    """Return the plan that raises the chosen candidates to their options."""
    climbs = tuple(
        Climb(candidate, option, candidate.share * (option.level - candidate.level))
        for candidate, option in sorted(chosen, key=lambda pair: pair[0].no)
    )
    today, highest = f02_today(candidates), f02_highest(candidates)
    return Plan(
        target=target,
        today=today,
        reached=today + sum((climb.gain for climb in climbs), Fraction(0)),
        cost=sum(climb.option.cost for climb in climbs),
        reachable=highest >= target,
        highest=highest,
        climbs=climbs,
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """Options chosen, as numbers of indicators and the levels they reach; what they cost and gain in all."""

    cost: int
    gain: Fraction
    levels: tuple[tuple[int, int], ...] = ()

    def further(self, candidate: Candidate, option: Option) -> _Way:
        """Return this way with one more option."""
        gain = candidate.share * (option.level - candidate.level)
        levels = (*self.levels, (candidate.no, option.level))
        return _Way(self.cost + option.cost, self.gain + gain, levels)

    @property
    def rank(self) -> tuple[int, Fraction, int, tuple[tuple[int, int], ...]]:
        """What is to be least, the most important first."""
        return self.cost, -self.gain, len(self.levels), self.levels


def _cheapest_way(candidates: Iterable[Candidate], missing: Fraction) -> _Way:
    """Return the best way that gains at least ``missing``, which must be within reach.

    Indicator by indicator, only the ways are kept that no other beats in both cost and gain (a Pareto
    frontier): whatever is chosen of the indicators that follow, a way that is beaten stays beaten.
    """
    ways = [_Way(0, Fraction(0))]
    for candidate in sorted(candidates, key=lambda each: each.no):
        longer = [way.further(candidate, option) for way in ways for option in candidate.options]
        ways = _unbeaten([*ways, *longer], missing)
    return ways[-1]


def _unbeaten(ways: Iterable[_Way], missing: Fraction) -> list[_Way]:
    """Return the ways, by cost, that gain more than every cheaper one, up to the first that is enough."""
    kept: list[_Way] = []
    for way in sorted(ways, key=lambda each: each.rank):
        if not kept or kept[-1].gain < min(way.gain, missing):
            kept.append(way)
    return kept


def candidates_of(
    rubric: PekpppRubric, assessment: Assessment, result: PekpppResult
) -> tuple[Candidate, ...]:
    """Return every indicator that has a level, with its ways up.

    A step costs what the assessor gave for one level, times the levels; else one for each fact that has to
    change. Of an indicator that is only claimed, the facts are not known: each level costs one.
    """
    by_number = {each.no: each for each in result.indicators}
    return tuple(
        Candidate(
            no=indicator.no,
            code=indicator.code,
            title=indicator.title,
            level=found.level,
            share=rubric.share_of(indicator),
            options=tuple(_options(indicator, assessment.indicators[indicator.no], found)),
        )
        for indicator in rubric.indicators
        if (found := by_number[indicator.no]).level is not None
    )


def _options(indicator: Indicator, given: IndicatorAnswers, found: IndicatorResult) -> Iterator[Option]:
    today = found.level
    if given.fixed or today is None:
        return
    if found.status is Status.CLAIMED:
        cost = 1 if given.cost is None else given.cost
        words = {level: LEVEL_WORDING(text=InFull(indicator.levels[level])) for level in LEVELS[today + 1 :]}
        claims = [Option(level, cost, (said,)) for level, said in words.items()]
        for n, claim in enumerate(claims, start=1):
            yield Option(claim.level, cost * n, claim.needs, tuple(claims[:n]) if n > 1 else ())
        return
    for goal in steps_up(indicator, given.answers):
        parts = climb(indicator, given.answers, goal)
        stages = tuple(
            _option(part, part.level - begin, given)
            for begin, part in zip((today, *(part.level for part in parts)), parts, strict=False)
        )
        yield replace(_option(goal, goal.level - today, given), stages=stages if len(parts) > 1 else ())


def _option(step: LevelStep, levels: int, given: IndicatorAnswers) -> Option:
    needs = tuple(need.text for need in step.needs)
    return Option(step.level, step.cost if given.cost is None else given.cost * levels, needs)
