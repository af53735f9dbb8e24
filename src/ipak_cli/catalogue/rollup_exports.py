"""B74x, B75x: exports without a workspace: whose they are, of which period, and where they are scored."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

EXPORT_LEFT_OUT: Final = Entry("B740", Severity.ERROR)
EXPORT_WITHOUT_UNIT: Final = Entry("B741", Severity.ERROR)
EXPORT_WITHOUT_PERIOD: Final = Entry("B742", Severity.ERROR)
SEVERAL_EXPORTS_OF_A_UNIT: Final = Entry("B743", Severity.ERROR)
PATH_NAMES_TWO_PERIODS: Final = Entry("B744", Severity.ERROR)
PATH_PATTERN_WRONG: Final = Entry("B745", Severity.ERROR)
PATHS_NOT_MATCHED: Final = Entry("B746", Severity.WARNING)
UNIT_COLUMN_MISSING: Final = Entry("B747", Severity.ERROR)
UNIT_COLUMN_TWICE: Final = Entry("B748", Severity.ERROR)
UNIT_CELLS_EMPTY: Final = Entry("B749", Severity.ERROR)
UNIT_BY_NAME_OR_COLUMN: Final = Entry("B750", Severity.ERROR)
NO_EXPORTS_BELOW: Final = Entry("B751", Severity.ERROR)
EXPORT_UNREACHABLE: Final = Entry("B752", Severity.ERROR)
SCHEDULER_LOST: Final = Entry("B753", Severity.ERROR)
EXPORT_ENDED_PROCESS: Final = Entry("B754", Severity.ERROR)
EXPORT_UNFORESEEN: Final = Entry("B755", Severity.ERROR)
CLUSTER_EXTRA_MISSING: Final = Entry("B756", Severity.ERROR)
SCHEDULER_UNREACHABLE: Final = Entry("B757", Severity.ERROR)
WORKERS_DIFFER: Final = Entry("B758", Severity.ERROR)
CLUSTER_WITHOUT_WORKERS: Final = Entry("B759", Severity.ERROR)

SCORING_EXPORTS: Final = Phrase("scoring_exports")
PATTERN_WITHOUT_UNIT: Final = Phrase("pattern_without_unit")
PATTERN_NAME_UNKNOWN: Final = Phrase("pattern_name_unknown")
PATTERN_NAME_TWICE: Final = Phrase("pattern_name_twice")
NOT_THERE: Final = Phrase("export_not_there")
