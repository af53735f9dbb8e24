"""The rules that give a level from facts, as formulas over the cells of ``Fakta``.

A blank fact counts as not met. Where a level was derived, what is blank did not decide it, so that the
formula comes to the same; where none was, no formula gives one. Shares are compared as whole numbers, without
a division, so that nothing is rounded at a limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.rubric.rules.choice import Choice
from ipak_cli.rubric.rules.count import BasePlusCount, Count, MandatoryPlusCount
from ipak_cli.rubric.rules.coverage import Coverage
from ipak_cli.rubric.rules.key_criterion import KeyCriterion
from ipak_cli.rubric.rules.ladder import Ladder
from ipak_cli.rubric.rules.media import Media
from ipak_cli.rubric.rules.ratio import Ratio, TwoChannelRatio
from ipak_cli.rubric.types import HIGHEST_LEVEL
from ipak_cli.workpaper.cells import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.rubric.pekppp import Indicator
    from ipak_cli.rubric.rules import Rule
    from ipak_cli.rubric.rules.choice import Case
    from ipak_cli.rubric.rules.ratio import Share


NO_FORMULA: Final = "menurut ipak: bulan kalender di antara dua tanggal"
"""How a level is had that no formula gives, and why: the rule ``elapsed`` counts months between days, which
stand as words in ``Fakta``, since programs read a date as the day of their own country."""


@dataclass(frozen=True, slots=True)
class FactCell:
    """Where a fact's answer stands, and where 1 stands if it is met and 0 if not."""

    answer: str
    met: str


FactCells = dict[str, "FactCell"]
"""The cells of each fact, by its id."""


def level_formula(indicator: Indicator, cells: Mapping[str, FactCell]) -> str | None:
    """Return the formula of an indicator's level; ``None`` for the rule of :data:`NO_FORMULA`."""
    rule: Rule = indicator.rule
    match rule:
        case Count():
            return _on_base(rule.base, _reached(rule.thresholds, _met(rule.of, cells)), cells)
        case Ladder():
            return _ladder([step.all for step in rule.steps], cells)
        case MandatoryPlusCount():
            more = f"MIN({HIGHEST_LEVEL},1+{_met(rule.of, cells)})"
            return _on_base(rule.base, f"IF({_all(rule.mandatory, cells)},{more},0)", cells)
        case BasePlusCount():
            return _base_plus_count(indicator, rule, cells)
        case KeyCriterion():
            others = _met(rule.of, cells)
            with_key = f"2+{_reached(rule.with_key, f'({others}+1)')}"
            level = f"IF({cells[rule.key].met}=1,{with_key},{_reached(rule.without, others)})"
            return _on_base(rule.base, level, cells)
        case Choice():
            return _choice(rule.cases, cells)
        case Coverage():
            return _coverage(indicator, rule, cells)
        case Media():
            return _media(indicator, rule, cells)
        case _:
            return _of_numbers(rule, cells)


def _of_numbers(rule: Rule, cells: Mapping[str, FactCell]) -> str | None:
    """Return the formula of a rule that compares numbers."""
    match rule:
        case Ratio():
            return _ratio(rule, cells)
        case TwoChannelRatio():
            return _two_channels(rule, cells)
        case _:
            return None


def _met(facts: Iterable[str], cells: Mapping[str, FactCell]) -> str:
    return f"({'+'.join(cells[fact].met for fact in facts)})"


def _all(facts: Sequence[str], cells: Mapping[str, FactCell]) -> str:
    return f"{_met(facts, cells)}={len(facts)}"


def _reached(thresholds: Iterable[int], count: str) -> str:
    return f"({'+'.join(f'IF({count}>={threshold},1,0)' for threshold in thresholds)})"


def _on_base(base: str | None, level: str, cells: Mapping[str, FactCell]) -> str:
    return level if base is None else f"IF({cells[base].met}=1,{level},0)"


def _ladder(steps: Sequence[Sequence[str]], cells: Mapping[str, FactCell]) -> str:
    formula = "0"
    for step in reversed(steps):
        formula = f"IF({_all(step, cells)},1+{formula},0)"
    return formula


def _base_plus_count(indicator: Indicator, rule: BasePlusCount, cells: Mapping[str, FactCell]) -> str:
    words = indicator.fact(rule.base).answers
    *lower, highest = zip(words, rule.base_levels, strict=True)
    answer = cells[rule.base].answer
    formula = "0"
    for word, level in lower:
        formula = f"IF({answer}={_text(word)},{level},{formula})"
    best = f"MIN({HIGHEST_LEVEL},{highest[1]}+{_met(rule.of, cells)})"
    return f"IF({cells[rule.base].met}=1,{best},{formula})"


def _choice(cases: Sequence[Case], cells: Mapping[str, FactCell]) -> str:
    formula = "0"
    for case in reversed(cases):
        conditions = (
            f"OR({','.join(f'{cells[each.fact].answer}={_text(answer)}' for answer in each.answers)})"
            for each in case.when
        )
        formula = f"IF(AND({','.join(conditions)}),{case.level},{formula})"
    return formula


def _coverage(indicator: Indicator, rule: Coverage, cells: Mapping[str, FactCell]) -> str:
    levels = []
    for interval in rule.intervals:
        _, some, every = indicator.fact(interval.fact).answers
        answer = cells[interval.fact].answer
        part = f"IF({answer}={_text(some)},{interval.part},0)"
        levels.append(f"IF({answer}={_text(every)},{interval.all},{part})")
    return f"MAX({','.join(levels)})"


def _media(indicator: Indicator, rule: Media, cells: Mapping[str, FactCell]) -> str:
    facts = (*rule.media, rule.required)
    published = ",".join(
        f"{cells[fact].answer}={_text(word)}" for fact in facts for word in indicator.fact(fact).answers[1:]
    )
    complete = _met(rule.media, cells)
    more = f"IF({cells[rule.required].met}=1,{_reached(rule.with_required, complete)},0)"
    return f"IF({complete}>={rule.without},2+{more},IF(OR({published}),1,0))"


def _ratio(rule: Ratio, cells: Mapping[str, FactCell]) -> str:
    planned, done = _number(rule.planned, cells), _number(rule.done, cells)
    proven = f"IF({cells[rule.report].met}=1,{_share(rule.shares, done, planned)},{rule.plan_level})"
    level = f"IF({planned}=0,0,IF({done}=0,{rule.plan_level},{proven}))"
    return f'IF({cells[rule.base].met}=1,IF({done}>{planned},"{NONE}",{level}),0)'


def _two_channels(rule: TwoChannelRatio, cells: Mapping[str, FactCell]) -> str:
    (main, main_done), (other, other_done) = (
        (_number(channel.received, cells), _number(channel.settled, cells))
        for channel in (rule.main, rule.other)
    )
    shares = _share(rule.main.shares, main_done, main), _share(rule.other.shares, other_done, other)
    level = f"IF({main_done}+{other_done}=0,0,IF({main}>0,{shares[0]},{shares[1]}))"
    unclear = f"OR({main_done}>{main},{other_done}>{other},{main}+{other}=0)"
    return f'IF({unclear},"{NONE}",{level})'


def _share(shares: Iterable[Share], done: str, whole: str) -> str:
    """Return the level of a share in percent, from the highest limit down."""
    formula = "0"
    for share in reversed([*shares]):
        limit, more = share.minimum, ">=" if share.inclusive else ">"
        reached = f"{100 * limit.denominator}*{done}{more}{limit.numerator}*{whole}"
        formula = f"IF({reached},{share.level},{formula})"
    return formula


def _number(fact: str, cells: Mapping[str, FactCell]) -> str:
    """Return a fact's number; a blank one is 0."""
    return f"IF(ISNUMBER({cells[fact].answer}),{cells[fact].answer},0)"


def _text(word: str) -> str:
    quoted = word.replace('"', '""')
    return f'"{quoted}"'
