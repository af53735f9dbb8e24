"""U91x: the figures of a recap as somebody types them, by options or at questions."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

TYPED_VALUE_UNREADABLE: Final = Entry("U910", Severity.ERROR)
TYPED_SUM_IMPOSSIBLE: Final = Entry("U911", Severity.ERROR)
TYPED_MEAN_IMPOSSIBLE: Final = Entry("U912", Severity.ERROR)
MORE_TYPED_THAN_RESPONDENTS: Final = Entry("U913", Severity.ERROR)
TYPED_FOR_UNKNOWN_CODE: Final = Entry("U914", Severity.ERROR)
TYPED_TWICE: Final = Entry("U915", Severity.ERROR)
TYPED_SHAPES_MIXED: Final = Entry("U916", Severity.ERROR)
RECAP_NOT_FULLY_TYPED: Final = Entry("U917", Severity.ERROR)

# What may be typed, and what it is typed for.
A_PERIOD: Final = Phrase("typed_period")
A_WHOLE_NUMBER: Final = Phrase("typed_whole_number")
SO_MANY_COUNTS: Final = Phrase("typed_counts")
A_MEAN: Final = Phrase("typed_mean")
A_SHAPE: Final = Phrase("typed_shape")
THE_PERIOD: Final = Phrase("typed_the_period")
THE_RESPONDENTS: Final = Phrase("typed_the_respondents")
THE_SHAPE: Final = Phrase("typed_the_shape")
ALL_ITEMS: Final = Phrase("typed_all_items")
EACH_ITEM: Final = Phrase("typed_each_item")
ONE_OF_OPTIONS: Final = Phrase("typed_one_of_options")
OPTION_AND_ITEMS: Final = Phrase("typed_option_and_items")
