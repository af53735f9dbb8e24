"""J3xx: answers."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

OUTSIDE_SCALE: Final = Entry("J301", Severity.ERROR)
WORD_UNKNOWN: Final = Entry("J302", Severity.ERROR)
TRUE_OR_FALSE_AS_ANSWER: Final = Entry("J303", Severity.ERROR)
DATE_AS_ANSWER: Final = Entry("J304", Severity.ERROR)
PERCENT_AS_ANSWER: Final = Entry("J305", Severity.ERROR)
ANSWER_IS_EXCEL_ERROR: Final = Entry("J306", Severity.ERROR)
FORMULA_WITHOUT_VALUE: Final = Entry("J307", Severity.ERROR)
PLACEHOLDER_AS_ANSWER: Final = Entry("J308", Severity.ERROR)
NUMBER_CONTRADICTS_WORD: Final = Entry("J309", Severity.ERROR)
ANSWER_EMPTY: Final = Entry("J310", Severity.ERROR)
ANSWER_NOT_GIVEN: Final = Entry("J311", Severity.WARNING)
TOO_MANY_TO_LIST: Final = Entry("J312", Severity.WARNING)
SEVERAL_NUMBERS: Final = Entry("J313", Severity.ERROR)
STARS_OF_OTHER_SCALE: Final = Entry("J314", Severity.ERROR)
UNUSUAL_DIGITS: Final = Entry("J315", Severity.ERROR)
SUGGESTION_UNREADABLE: Final = Entry("J316", Severity.WARNING, changes_figure=False)
MORE_IN_SAME_COLUMN: Final = Entry("J317", Severity.WARNING)
WORD_OF_OTHER_SCALE: Final = Entry("J330", Severity.ERROR)
LOWEST_WORD_DOUBTFUL: Final = Entry("J331", Severity.WARNING)
