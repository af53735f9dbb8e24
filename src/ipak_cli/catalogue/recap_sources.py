"""K29x: recaps where response exports may stand: their period, their respondents, and what they stand beside."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

RECAP_BESIDE_ANSWERS: Final = Entry("K290", Severity.ERROR)
RECAP_WITHOUT_PERIOD: Final = Entry("K291", Severity.ERROR)
RECAP_PERIOD_ASKED: Final = Entry("K292", Severity.NOTE, changes_figure=True)
RESPONDENTS_CONTRADICT: Final = Entry("K293", Severity.ERROR)
FEWER_RESPONDENTS_THAN_ANSWERS: Final = Entry("K294", Severity.ERROR)
RESPONDENTS_ARE_COUNTED: Final = Entry("K295", Severity.ERROR)
RECAPS_ALIKE: Final = Entry("K296", Severity.WARNING, changes_figure=True)
RECAP_RESPONDENTS_FOLLOW: Final = Entry("K297", Severity.NOTE, changes_figure=True)
COUNTS_LIKE_PERCENTAGES: Final = Entry("K298", Severity.WARNING, changes_figure=True)

# Advice in the place of that for responses.
RECAPS_IN_SEVERAL_SHEETS: Final = Phrase("recaps_in_several_sheets")
RECAPS_OF_SEVERAL_PERIODS: Final = Phrase("recaps_of_several_periods")

# What a stored result holds that another recap lacks.
COUNTS_OF_ITEMS: Final = Phrase("recap_counts_of_items")
SUMS_OF_ITEMS: Final = Phrase("recap_sums_of_items")
MEANS_OF_ITEMS: Final = Phrase("recap_means_of_items")
RESPONDENTS_OF_SURVEY: Final = Phrase("recap_respondents_of_survey")
ANSWERS_OF_INDEX: Final = Phrase("recap_answers_of_index")
