"""K2xx: sheets, headers, columns and rows."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

ANSWER_TABLE_NOT_FOUND: Final = Entry("K201", Severity.ERROR)
ITEM_WITHOUT_COLUMN: Final = Entry("K202", Severity.ERROR)
ITEM_IN_SEVERAL_COLUMNS: Final = Entry("K203", Severity.ERROR)
HEADER_AMBIGUOUS: Final = Entry("K204", Severity.ERROR)
MERGED_ANSWER_CELLS: Final = Entry("K205", Severity.ERROR)
HEADER_ALMOST_MATCHES: Final = Entry("K206", Severity.NOTE, changes_figure=True)
SEVERAL_SHEETS_MATCH: Final = Entry("K207", Severity.ERROR)
NAMED_SHEET_MISSING: Final = Entry("K208", Severity.ERROR)
HIDDEN_SHEET_USED: Final = Entry("K209", Severity.WARNING)
HIDDEN_ROWS_COUNTED: Final = Entry("K210", Severity.WARNING)
NO_RESPONDENTS: Final = Entry("K211", Severity.ERROR)
ROWS_WITHOUT_ANSWERS: Final = Entry("K212", Severity.WARNING)
SAME_FILE_TWICE: Final = Entry("K213", Severity.ERROR)
ROWS_DOUBTFUL: Final = Entry("K214", Severity.ERROR)
COLUMNS_NOT_IN_RUBRIC: Final = Entry("K215", Severity.ERROR)
CODES_MAY_BE_SWAPPED: Final = Entry("K216", Severity.WARNING)
CODES_READ_FROM_ANSWERS: Final = Entry("K217", Severity.NOTE)
UNUSED_COLUMNS_LIKE_ITEMS: Final = Entry("K218", Severity.WARNING, changes_figure=True)
ONE_ANSWER_PER_ROW: Final = Entry("K230", Severity.ERROR)
QUESTIONS_RUN_DOWN: Final = Entry("K231", Severity.ERROR)
NO_HEADER_ROW: Final = Entry("K232", Severity.ERROR)
ITEMS_KNOWN_BY_NUMBER: Final = Entry("K233", Severity.WARNING)
OTHER_RUBRIC_FITS_BETTER: Final = Entry("K234", Severity.ERROR)
