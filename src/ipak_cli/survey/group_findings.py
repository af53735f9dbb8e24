"""What chance leaves open about the groups of a breakdown: of each group that is shown a finding, no figure.

Documents keep the finding alone: sums or a p would tell more of the hidden groups than what is printed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.message import Message
from ipak_cli.survey.certainty.against_rest import GroupFinding, against_rest
from ipak_cli.survey.certainty.distribution import Distribution
from ipak_cli.survey.scores import group_means
from ipak_cli.survey.tally import Counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import Breakdown
    from ipak_cli.survey.tally import Tally


def with_findings(
    breakdowns: Sequence[Breakdown], tally: Tally, rubric: SurveyRubric
) -> tuple[Breakdown, ...]:
    """Tell of each group that is shown how its indices stand against those of all other respondents."""
    return tuple(_compared(given, tally, rubric) for given in breakdowns)


def _compared(given: Breakdown, tally: Tally, rubric: SurveyRubric) -> Breakdown:
    # Who did not answer the question is a group without a name of its own.
    labels = {
        "" if isinstance(group.name, Message) else group.name: number
        for number, group in enumerate(given.groups)
    }
    pairs = {label: _means(tally, tally.groups[given.code, label], rubric) for label in labels}
    found = {index.code: _index(given.code, index.code, pairs, tally, rubric) for index in rubric.indices}
    groups = tuple(
        replace(given.groups[number], against_rest={code: each[label] for code, each in found.items()})
        for label, number in labels.items()
    )
    return replace(given, groups=groups)


def _index(
    profile: str,
    index: str,
    means: Mapping[str, tuple[Mapping[str, Figure], Mapping[str, Figure]]],
    tally: Tally,
    rubric: SurveyRubric,
) -> dict[str, GroupFinding]:
    """Compare the groups of one profile question by one index."""
    pairs: dict[str, tuple[Distribution, Distribution]] = {}
    every = Counter(tally.own.get(index, {}))
    for label, (shown, others) in means.items():
        mine = Counter(tally.own_by_group.get((profile, label), {}).get(index, {}))
        one, other = shown[index], others[index]
        if isinstance(one, Fraction) and isinstance(other, Fraction):
            pairs[label] = (_distribution(mine, one, rubric), _distribution(every - mine, other, rubric))
    return {**dict.fromkeys(means, GroupFinding.NOT_COMPARED), **against_rest(pairs)}


def _distribution(counts: Counter[Fraction], published: Figure, rubric: SurveyRubric) -> Distribution:
    scale = rubric.scale
    return Distribution(
        lowest=Fraction(scale.lowest),
        highest=Fraction(scale.highest),
        counts=counts,
        published=published if isinstance(published, Fraction) else None,
    )


def _means(
    tally: Tally, mine: Counts, rubric: SurveyRubric
) -> tuple[Mapping[str, Figure], Mapping[str, Figure]]:
    """Return the indices of a group and of all others, of whom some may have left out an item."""
    total = tally.total
    answers = tuple(
        tuple(a - b for a, b in zip(one, other, strict=True))
        for one, other in zip(total.answers, mine.answers, strict=True)
    )
    others = Counts(total.respondents - mine.respondents, answers)
    return group_means(mine, rubric), group_means(others, rubric)
