"""The checks of an audit: each module looks at one kind of contradiction, and knows nothing of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks import indices, means
from ipak_cli.audit.finding import Finding, surest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipak_cli.audit.claim import Claims
    from ipak_cli.audit.instrument import Instrument

CHECKS: Final[tuple[Callable[[Claims, Instrument], Iterator[Finding]], ...]] = (
    means.impossible_means,
    indices.impossible_percentages,
    indices.combined_as_index,
    indices.indices_and_items,
    indices.percentages_and_points,
    indices.components,
    indices.two_values,
)
"""Every check, in the order in which a reader would make them."""


def check(claims: Claims, instrument: Instrument) -> tuple[Finding, ...]:
    """Return everything that the checks find, the surest first."""
    return surest_first(finding for each in CHECKS for finding in each(claims, instrument))
