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
