"""B70x, B71x, B76x: a roll-up of many units: their folders, their list, the lake, and questions to it."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

ROLLUP_FOLDER_UNREADABLE: Final = Entry("B700", Severity.ERROR)
ROLLUP_LINK_NOT_FOLLOWED: Final = Entry("B701", Severity.WARNING)
NO_DOCUMENTS_BELOW: Final = Entry("B702", Severity.ERROR)
DOCUMENT_UNREADABLE: Final = Entry("B703", Severity.ERROR)
DOCUMENT_WITHOUT_PERIOD: Final = Entry("B704", Severity.ERROR)
DOCUMENT_CONTRADICTS_ITSELF: Final = Entry("B705", Severity.ERROR)
TWO_DOCUMENTS_OF_A_UNIT: Final = Entry("B706", Severity.ERROR)
SAME_DOCUMENT_TWICE: Final = Entry("B707", Severity.NOTE, changes_figure=False)
UNIT_NOT_LISTED: Final = Entry("B708", Severity.WARNING)
RUBRICS_DIFFER_BETWEEN_UNITS: Final = Entry("B709", Severity.WARNING)
UNITS_HEAD_MISSING: Final = Entry("B710", Severity.ERROR)
UNITS_HEAD_TWICE: Final = Entry("B711", Severity.ERROR)
UNITS_KEY_EMPTY: Final = Entry("B712", Severity.ERROR)
UNITS_KEY_TWICE: Final = Entry("B713", Severity.ERROR)
UNITS_PERIOD_UNREADABLE: Final = Entry("B714", Severity.ERROR)
ATTRIBUTE_UNKNOWN: Final = Entry("B715", Severity.ERROR)
LAKE_NOT_THERE: Final = Entry("B716", Severity.ERROR)
LAKE_UNFIT: Final = Entry("B717", Severity.ERROR)
LAKE_IN_USE: Final = Entry("B718", Severity.ERROR)
DOCUMENTS_GONE: Final = Entry("B719", Severity.WARNING, changes_figure=True)
FOLDER_LOST_ITS_DOCUMENTS: Final = Entry("B760", Severity.ERROR)
QUERY_WRONG: Final = Entry("B761", Severity.ERROR)
QUERY_WRITES: Final = Entry("B762", Severity.ERROR)
QUERY_OF_COUNTS: Final = Entry("B766", Severity.ERROR)
NO_UNIT_OF_THAT_KIND: Final = Entry("B767", Severity.ERROR)
LIST_OF_UNITS_LEFT_OUT: Final = Entry("B768", Severity.ERROR)

IN_A_DOCUMENT_NOT_SCORED: Final = Phrase("in_a_document_not_scored")
NO_UNIT_SCORED: Final = Phrase("no_unit_scored")
SUMS_NOT_TOLD: Final = Phrase("sums_not_told")
SMALL_UNIT: Final = Phrase("small_unit")
HIDDEN_BESIDE_SMALL: Final = Phrase("hidden_beside_small")
TOTAL_HIDDEN: Final = Phrase("total_hidden")
DOCUMENT_FAULTY: Final = Phrase("document_faulty")
DOCUMENT_NOT_SCORED: Final = Phrase("document_not_scored")
RUBRIC_OF_BEFORE_DIFFERS: Final = Phrase("rubric_of_before_differs")
LAKE_DAMAGED: Final = Phrase("lake_damaged")
LAKE_OF_OTHER_SCHEMA: Final = Phrase("lake_of_other_schema")
READING_DOCUMENTS: Final = Phrase("reading_documents")
COMPARING_PERIODS: Final = Phrase("comparing_periods")
QUERY_AT: Final = Phrase("query_at")
LAKE_LACKS_A_FILE: Final = Phrase("lake_lacks_a_file")
