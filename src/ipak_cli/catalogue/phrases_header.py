"""Parts of sentences about headers, columns and cells, which the reading of a survey's sheets tells."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase

VALUE_NOT_SHOWN: Final = Phrase("value_not_shown")
"""Stands for a text that could tell who a person is."""
HEADER_MISSING: Final = Phrase("header_missing")
HEADER_BLANK: Final = Phrase("header_blank")
"""The same between quotation marks."""
COLUMN_AND_HEADER: Final = Phrase("column_and_header")
NO_COLUMN_LEFT: Final = Phrase("no_column_left")
DAY_BEFORE_MONTH: Final = Phrase("day_before_month")
MONTH_BEFORE_DAY: Final = Phrase("month_before_day")
QUESTIONS_IN_COLUMN: Final = Phrase("questions_in_column")
QUESTIONS_AND_ANSWERS_IN_COLUMNS: Final = Phrase("questions_and_answers_in_columns")
NO_ROW_OF_HEADERS: Final = Phrase("no_row_of_headers")
HEADERS_OF_SHEET: Final = Phrase("headers_of_sheet")
HEADERS_AND_MORE: Final = Phrase("headers_and_more")
