"""Right reports raise nothing, however they round; a planted change is found, or no arithmetic can."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.printed import Printed
from makers.audit_claims import look
from makers.right_claims import right_claims


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=100, deadline=None)
def test_a_right_report_raises_nothing(seed):
    claims, rubric, reported = right_claims(seed)
    found = look(claims, rubric=rubric, reported=reported)
    assert {code: finding.problem.values for code, finding in found.items()} == {}


REPORTS = 120
FEWEST_FOUND = 0.95
HIDDEN = {"visitors", "least_respondents", "combined", "target"}
"""Kinds of figures of which a report has no other that follows from them: a change of one can stay unseen."""


def planted(seed):
    """Return a right report's claims with one figure changed by one to forty units of its last decimal."""
    random = Random(seed)  # noqa: S311 (tests repeat themselves)
    claims, rubric, reported = right_claims(seed)
    numbers = [
        n for n, each in enumerate(claims) if each.number is not None and each.kind.value not in HIDDEN
    ]
    place = random.choice(numbers)
    chosen = claims[place]
    moved = random.randint(1, 40) * random.choice([-1, 1])
    value = chosen.number.value + moved * chosen.number.step
    if value < 0:
        value = chosen.number.value + abs(moved) * chosen.number.step
    claims[place] = replace(chosen, number=Printed(Fraction(value), chosen.number.places))
    return claims, rubric, reported, chosen.kind.value


def test_planted_changes_are_found():
    found, unseen = 0, Counter()
    for seed in range(REPORTS):
        claims, rubric, reported, kind = planted(seed)
        if look(claims, rubric=rubric, reported=reported):
            found += 1
        else:
            unseen[kind] += 1
    assert found >= FEWEST_FOUND * REPORTS, unseen
