"""The closed set of rules by which facts decide a level: one module a rule, and this list of them.

A module holds the rule's data in a rubric, its level, what a higher level needs, the facts that it uses, its
doubts, what can be wrong with it, and its words. A new rule is a new module and its name in ``Rule``.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ipak_cli.rubric.rules.base_plus_count import BasePlusCount
from ipak_cli.rubric.rules.choice import Choice
from ipak_cli.rubric.rules.count import Count
from ipak_cli.rubric.rules.coverage import Coverage
from ipak_cli.rubric.rules.elapsed import Elapsed
from ipak_cli.rubric.rules.key_criterion import KeyCriterion
from ipak_cli.rubric.rules.ladder import Ladder
from ipak_cli.rubric.rules.mandatory_plus_count import MandatoryPlusCount
from ipak_cli.rubric.rules.media import Media
from ipak_cli.rubric.rules.ratio import Ratio
from ipak_cli.rubric.rules.two_channel_ratio import TwoChannelRatio

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
