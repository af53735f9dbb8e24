"""The cheapest plan to a target: an integer programme, solved exactly; importing this loads the solver."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, lcm
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from ipak_cli.pekppp.plan import f02_highest, f02_today, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from ipak_cli.pekppp.plan import Candidate, Option, Plan


@dataclass(frozen=True, slots=True)
class _Move:
    """A candidate's option, and the solver's variable that says whether it is taken."""

    candidate: Candidate
    option: Option
    taken: cp_model.IntVar


def cheapest_plan(candidates: Sequence[Candidate], target: Fraction) -> Plan:
    """Return the plan that reaches ``target``, an F-02 before rounding, or else the highest F-02.

    At most one option a candidate. The least total cost decides; then the highest F-02; then the fewest
    indicators; then the lowest numbers, each at its lowest level. So there is exactly one best plan.
    """
    missing = min(target, f02_highest(candidates)) - f02_today(candidates)
    return plan_of(candidates, target, _cheapest(candidates, missing) if missing > 0 else ())


def _cheapest(candidates: Sequence[Candidate], missing: Fraction) -> list[tuple[Candidate, Option]]:
    """Return the best choice of options that gains at least ``missing``, which must be within reach."""
    model, solver = cp_model.CpModel(), cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    moves = [
        _Move(candidate, option, model.new_bool_var(""))
        for candidate in candidates
        for option in candidate.options
    ]
    for candidate in candidates:
        model.add_at_most_one(move.taken for move in moves if move.candidate is candidate)
    unit = lcm(*(candidate.share.denominator for candidate in candidates))
    gains = [int(_gain(move) * unit) for move in moves]
    model.add(_total(moves, gains) >= ceil(missing * unit))
    # One solve for each aim, which then holds in the solves that follow.
    for weights in _aims(candidates, moves, gains):
        aim = _total(moves, weights)
        model.minimize(aim)
        if solver.solve(model) != cp_model.OPTIMAL:
            raise RuntimeError(f"no optimum: {solver.status_name()}")
        model.add(aim == solver.value(aim))
    return [(move.candidate, move.option) for move in moves if solver.boolean_value(move.taken)]


def _aims(
    candidates: Sequence[Candidate], moves: Sequence[_Move], gains: Sequence[int]
) -> Iterator[Sequence[int]]:
    """Yield what is to be least, the most important first, as a weight for each move."""
    yield [move.option.cost for move in moves]
    yield [-gain for gain in gains]
    yield [1 for _ in moves]
    for candidate in sorted(candidates, key=lambda each: each.no):
        beyond = candidate.highest + 1
        yield [move.option.level - beyond if move.candidate is candidate else 0 for move in moves]


def _gain(move: _Move) -> Fraction:
    return move.candidate.share * (move.option.level - move.candidate.level)


def _total(moves: Sequence[_Move], weights: Sequence[int]) -> cp_model.LinearExpr:
    return cp_model.LinearExpr.weighted_sum([move.taken for move in moves], list(weights))
