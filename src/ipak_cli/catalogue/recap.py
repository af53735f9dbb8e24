"""K24x, K25x, K264 on and K299: tables of counts, sums or means instead of answers, and what their numbers are called."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

RECAP_NUMBER_UNREADABLE: Final = Entry("K240", Severity.ERROR)
RECAP_CELL_BLANK: Final = Entry("K241", Severity.ERROR)
RECAP_CONTRADICTS: Final = Entry("K242", Severity.ERROR)
RECAP_MEAN_IMPOSSIBLE: Final = Entry("K243", Severity.ERROR)
RECAP_N_UNKNOWN: Final = Entry("K244", Severity.ERROR)
RECAP_ITEM_MISSING: Final = Entry("K245", Severity.ERROR)
RECAP_OUT_OF_RANGE: Final = Entry("K246", Severity.ERROR)
RECAP_MORE_THAN_RESPONDENTS: Final = Entry("K247", Severity.ERROR)
RECAP_POLARITY_UNCLEAR: Final = Entry("K248", Severity.ERROR)
RECAP_EMPTY: Final = Entry("K249", Severity.ERROR)
RECAP_OF_OTHER_RUBRIC: Final = Entry("K250", Severity.ERROR)
RECAP_PERIOD_UNREADABLE: Final = Entry("K251", Severity.ERROR)
RECAP_SEVERAL_PERIODS: Final = Entry("K252", Severity.ERROR)
RECAP_PERIOD_NOT_THERE: Final = Entry("K253", Severity.ERROR)
RECAP_ITEM_OF_COLUMNS: Final = Entry("K255", Severity.ERROR)
RECAP_TOTAL_UNCLEAR: Final = Entry("K256", Severity.ERROR)
RECAP_ITEM_ALMOST_MATCHES: Final = Entry("K257", Severity.NOTE, changes_figure=True)
RECAP_ITEMS_NOT_ANSWERED: Final = Entry("K258", Severity.ERROR, changes_figure=True)
RECAP_INDEX_OF_ROUNDED_WEIGHTS: Final = Entry("K259", Severity.WARNING, changes_figure=True)
RECAP_ANSWER_UNKNOWN: Final = Entry("K264", Severity.ERROR)
RECAP_ITEM_TWICE: Final = Entry("K265", Severity.ERROR)
RECAP_CODE_OF_OTHER_ITEM: Final = Entry("K266", Severity.ERROR)
RECAP_CODES_COUNT_ROWS: Final = Entry("K268", Severity.NOTE, changes_figure=True)
RECAP_ROW_NOT_READ: Final = Entry("K267", Severity.WARNING, changes_figure=True)
RECAP_COUNTS_MULTIPLIED: Final = Entry("K299", Severity.ERROR)

# What a number is.
COUNT_OF_VALUE: Final = Phrase("recap_count")
SHARE_OF_VALUE: Final = Phrase("recap_share")
NUMBER_OF_ANSWERS: Final = Phrase("recap_n")
NUMBER_NOT_ANSWERED: Final = Phrase("recap_not_answered")
SUM_OF_VALUES: Final = Phrase("recap_sum")
MEAN_OF_VALUES: Final = Phrase("recap_mean")
TOTAL_OF_SOMETHING: Final = Phrase("recap_total")
NUMBER_OF_RESPONDENTS: Final = Phrase("recap_respondents")
OF_ITEM: Final = Phrase("recap_of_item")
OF_INDEX: Final = Phrase("recap_of_index")
OF_ALL: Final = Phrase("recap_of_all")
THESE_ITEMS: Final = Phrase("recap_these_items")
THESE_INDICES: Final = Phrase("recap_these_indices")
THE_WHOLE_SURVEY: Final = Phrase("recap_the_whole_survey")
