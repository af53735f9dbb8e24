"""The closed set of rules by which facts decide a level: a module for each family of them, and this list.

A module holds the rule's data in a rubric, its level, what a higher level needs, the facts that it uses, its
doubts, what can be wrong with it, and its words. A new rule is a class in its family's module, or in a new
module, and its name in ``Rule``.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ipak_cli.rubric.rules.choice import Choice
from ipak_cli.rubric.rules.count import BasePlusCount, Count, MandatoryPlusCount
from ipak_cli.rubric.rules.coverage import Coverage
from ipak_cli.rubric.rules.elapsed import Elapsed
from ipak_cli.rubric.rules.key_criterion import KeyCriterion
from ipak_cli.rubric.rules.ladder import Ladder
from ipak_cli.rubric.rules.media import Media
from ipak_cli.rubric.rules.ratio import Ratio, TwoChannelRatio

Rule = Annotated[
    Count
    | MandatoryPlusCount
    | BasePlusCount
    | Ladder
    | Coverage
    | Elapsed
    | Ratio
    | TwoChannelRatio
    | KeyCriterion
    | Choice
    | Media,
    Field(discriminator="rule"),
]
"""Any rule."""
