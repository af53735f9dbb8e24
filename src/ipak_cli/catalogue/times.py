"""W4xx: times and quarters."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

TIME_UNREADABLE: Final = Entry("W401", Severity.ERROR)
DATE_IMPOSSIBLE: Final = Entry("W402", Severity.ERROR)
YEAR_HAS_TWO_DIGITS: Final = Entry("W403", Severity.ERROR)
YEAR_IMPLAUSIBLE: Final = Entry("W404", Severity.ERROR)
DAY_MONTH_ORDER_UNCERTAIN: Final = Entry("W405", Severity.ERROR)
DAY_MONTH_ORDER_MIXED: Final = Entry("W406", Severity.ERROR)
TIME_EMPTY: Final = Entry("W407", Severity.ERROR)
DATE_ORDER_NOT_THE_COLUMNS: Final = Entry("W408", Severity.ERROR)
SOME_DATES_SWAPPED: Final = Entry("W409", Severity.ERROR)
TIME_COLUMN_FROM_CONTENT: Final = Entry("W410", Severity.NOTE, changes_figure=True)
TIME_COLUMN_UNCERTAIN: Final = Entry("W411", Severity.ERROR)
TIMES_FROM_OTHER_ZONE: Final = Entry("W412", Severity.NOTE)
QUARTER_BY_OFFICE_TIME: Final = Entry("W413", Severity.NOTE, changes_figure=True)
DATES_MIXED_WITH_TEXT: Final = Entry("W414", Severity.WARNING)
ROW_ORDER_SUGGESTS_SWAP: Final = Entry("W415", Severity.WARNING)
FILE_WITHOUT_TIME_COLUMN: Final = Entry("W416", Severity.ERROR)
NO_TIME_READABLE: Final = Entry("W417", Severity.ERROR)
SEVERAL_QUARTERS: Final = Entry("W420", Severity.ERROR)
QUARTER_NOT_IN_FILE: Final = Entry("W421", Severity.ERROR)
QUARTER_UNKNOWN: Final = Entry("W422", Severity.WARNING)
ROWS_OUTSIDE_QUARTER: Final = Entry("W423", Severity.WARNING)
TITLE_NAMES_OTHER_QUARTER: Final = Entry("W424", Severity.WARNING)
TABLE_OF_OTHER_QUARTER: Final = Entry("W425", Severity.WARNING)
QUARTER_NOT_CHECKABLE: Final = Entry("W426", Severity.NOTE, changes_figure=True)
