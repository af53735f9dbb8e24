"""A150 to A159 and A190 to A199: claims against stored results, and what the command needs to know."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

FIGURE_NOT_AS_STORED: Final = Entry("A150", Severity.WARNING)
STORED_PERIOD_MISSING: Final = Entry("A151", Severity.NOTE)
STORED_OF_OTHER_RUBRIC: Final = Entry("A152", Severity.NOTE)
STORED_UNREADABLE: Final = Entry("A153", Severity.NOTE)

STORED_VALUE: Final = Phrase("stored_value")

INSTRUMENT_UNKNOWN: Final = Entry("A190", Severity.ERROR)
INSTRUMENT_DOUBTFUL: Final = Entry("A191", Severity.ERROR)
REPORT_PERIOD_UNKNOWN: Final = Entry("A192", Severity.NOTE)
AUDIT_REPORT_EXISTS: Final = Entry("A193", Severity.ERROR)
TYPED_KIND_UNKNOWN: Final = Entry("A194", Severity.ERROR)
TYPED_SUBJECT_UNKNOWN: Final = Entry("A195", Severity.ERROR)
TYPED_VALUE_UNREADABLE: Final = Entry("A196", Severity.ERROR)
TYPED_PERIOD_UNREADABLE: Final = Entry("A197", Severity.ERROR)
TYPED_TABLE_EMPTY: Final = Entry("A198", Severity.ERROR)
REPORT_NOT_A_FILE: Final = Entry("A199", Severity.ERROR)
