"""The checks of an audit: each module looks at one kind of contradiction, and knows nothing of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks import (
    categories,
    changes,
    dates,
    from_items,
    indices,
    means,
    numbering,
    pekppp,
    percentages,
    periods,
    rows,
    sample,
    shares,
    stars,
    targets,
    weights,
)
from ipak_cli.audit.finding import Finding, surest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipak_cli.audit.claim import Claims
    from ipak_cli.audit.instrument import Instrument

CHECKS: Final[tuple[Callable[[Claims, Instrument], Iterator[Finding]], ...]] = (
    means.impossible_means,
    stars.tables_of_other_periods,
    stars.answers_and_respondents,
    stars.answers_and_means,
    percentages.impossible_percentages,
    indices.combined_as_index,
    indices.indices_and_items,
    percentages.percentages_and_points,
    indices.components,
    rows.in_another_row,
    rows.of_other_index,
    indices.two_values,
    weights.rounded_weights,
    from_items.converted_of_items,
    weights.converted,
    weights.weighted,
    weights.sums,
    weights.means_of_sums,
    shares.shares,
    shares.group_sums,
    categories.outside_scale,
    categories.categories,
    categories.predicates,
    pekppp.aspects,
    pekppp.weighted_aspects,
    pekppp.categories,
    sample.minimum,
    sample.visitors,
    sample.size_of_rule,
    sample.answers_as_respondents,
    dates.days_that_are_not,
    dates.spans,
    dates.signed,
    periods.other_periods,
    periods.trends,
    changes.changes,
    changes.trend_words,
    targets.achievements,
    targets.gaps,
    targets.follow_up,
    numbering.lists,
    numbering.repeated,
    numbering.references,
)
"""Every check, in the order in which a reader would make them."""


OF_A_ROW: Final = (
    from_items.converted_of_items,
    weights.converted,
    categories.outside_scale,
    categories.categories,
)
"""What is checked of every group of respondents, such as an office in a row of its own."""
OF_A_SCOPE: Final = (
    *OF_A_ROW,
    means.impossible_means,
    indices.indices_and_items,
    indices.two_values,
    rows.in_another_row,
    weights.rounded_weights,
    weights.weighted,
    weights.sums,
    weights.means_of_sums,
)
"""What is checked of a group that has a section or tables of its own, as of the whole survey."""


def check(claims: Claims, instrument: Instrument) -> tuple[Finding, ...]:
    """Return everything that the checks find, of all respondents and of each group, the surest first."""
    found = [finding for each in CHECKS for finding in each(claims, instrument)]
    bands = categories.older_bands_named(claims)
    for group, of_group in claims.by_group().items():
        own = replace(of_group, asides=bands)
        checks = OF_A_SCOPE if group in claims.scopes else OF_A_ROW
        found += (finding for each in checks for finding in each(own, instrument))
    return surest_first(found)
