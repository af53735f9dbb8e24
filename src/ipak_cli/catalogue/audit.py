"""A1xx: what an audit finds in a finished report. An error cannot be true, a warning contradicts, a note asks."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

MEANS_IMPOSSIBLE: Final = Entry("A101", Severity.ERROR)
PERCENT_IMPOSSIBLE: Final = Entry("A102", Severity.ERROR)
INDEX_NOT_ITS_ITEMS: Final = Entry("A103", Severity.WARNING)
PERCENT_NOT_OF_INDEX: Final = Entry("A104", Severity.WARNING)
POINTS_NOT_OF_INDEX: Final = Entry("A105", Severity.WARNING)
COMPONENT_NOT_ITS_PARTS: Final = Entry("A106", Severity.WARNING)
COMBINED_IN_INDEX_ROW: Final = Entry("A107", Severity.WARNING)
TWO_VALUES: Final = Entry("A108", Severity.WARNING)

STARS_NOT_ANSWERS: Final = Entry("A109", Severity.WARNING)
STARS_NOT_MEANS: Final = Entry("A110", Severity.WARNING)
TABLE_OF_OTHER_PERIOD: Final = Entry("A111", Severity.WARNING)

BELOW_MINIMUM: Final = Entry("A112", Severity.WARNING)
BELOW_MINIMUM_CENSUS: Final = Entry("A113", Severity.NOTE)
RESPONDENTS_ABOVE_VISITORS: Final = Entry("A114", Severity.WARNING)
RATE_NOT_OF_COUNTS: Final = Entry("A115", Severity.WARNING)
SIZE_NOT_OF_RULE: Final = Entry("A116", Severity.WARNING)
ANSWERS_AS_RESPONDENTS: Final = Entry("A117", Severity.WARNING)

NO_SUCH_DAY: Final = Entry("A118", Severity.ERROR)
WEEKDAY_NOT_OF_DAY: Final = Entry("A119", Severity.ERROR)
DAYS_OUTSIDE_PERIOD: Final = Entry("A120", Severity.WARNING)
DAYS_SHORT_OF_PERIOD: Final = Entry("A121", Severity.NOTE)
SIGNED_TOO_EARLY: Final = Entry("A122", Severity.WARNING)
OTHER_PERIOD_NAMED: Final = Entry("A123", Severity.WARNING)
TREND_WITHOUT_PERIOD: Final = Entry("A124", Severity.NOTE)

LIST_NOT_AS_TEXT: Final = Entry("A125", Severity.WARNING)
NUMBER_TWICE: Final = Entry("A126", Severity.WARNING)
NUMBER_MISSING: Final = Entry("A127", Severity.NOTE)
NO_SUCH_PART: Final = Entry("A128", Severity.WARNING)

CATEGORY_NOT_OF_VALUE: Final = Entry("A129", Severity.WARNING)
OUTSIDE_SCALE: Final = Entry("A130", Severity.ERROR)
PREDICATE_NOT_OF_FIGURES: Final = Entry("A131", Severity.WARNING)

WEIGHTS_ROUNDED: Final = Entry("A132", Severity.WARNING)
CONVERTED_NOT_OF_INDEX: Final = Entry("A133", Severity.WARNING)
WEIGHTED_NOT_OF_ITEM: Final = Entry("A134", Severity.WARNING)
SUM_NOT_OF_ROWS: Final = Entry("A135", Severity.WARNING)
MEAN_NOT_OF_SUM: Final = Entry("A136", Severity.WARNING)
CUT_OFF: Final = Entry("A137", Severity.WARNING)
SHARE_NOT_OF_COUNT: Final = Entry("A138", Severity.WARNING)

ACHIEVEMENT_NOT_OF_TARGET: Final = Entry("A139", Severity.WARNING)
GAP_NOT_OF_TARGET: Final = Entry("A140", Severity.WARNING)
FOLLOW_UP_AT_TARGET: Final = Entry("A141", Severity.NOTE)
CHANGE_OTHER_WAY: Final = Entry("A142", Severity.WARNING)
CHANGE_OTHER_SIZE: Final = Entry("A143", Severity.WARNING)
POINTS_CALLED_PERCENT: Final = Entry("A144", Severity.WARNING)
TREND_NOT_OF_FIGURES: Final = Entry("A145", Severity.WARNING)
TREND_OF_COUNTS: Final = Entry("A146", Severity.NOTE)

IN_ANOTHER_ROW: Final = Entry("A147", Severity.WARNING)
ITEM_OF_OTHER_INDEX: Final = Entry("A148", Severity.WARNING)
ASPECTS_NOT_INDEX: Final = Entry("A149", Severity.WARNING)

NEAREST_MEANS: Final = Phrase("nearest_means")
WOULD_BE: Final = Phrase("would_be")
POSSIBLE_FOR: Final = Phrase("possible_for")

# What is no report that can be read.
REPORT_PASSWORD_PROTECTED: Final = Entry("A180", Severity.ERROR)
REPORT_WITHOUT_TEXT: Final = Entry("A181", Severity.ERROR)
REPORT_OLD_WORD: Final = Entry("A182", Severity.ERROR)
REPORT_DAMAGED: Final = Entry("A183", Severity.ERROR)
REPORT_TOO_LARGE: Final = Entry("A184", Severity.ERROR)
REPORT_OF_OTHER_KIND: Final = Entry("A185", Severity.ERROR)
REPORT_EMPTY: Final = Entry("A186", Severity.ERROR)
