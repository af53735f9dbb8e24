"""U9xx: the command line."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

CODE_UNKNOWN: Final = Entry("U901", Severity.ERROR)
COMMAND_WRONG: Final = Entry("U902", Severity.ERROR)
MORE_RESPONDENTS_THAN_VISITORS: Final = Entry("U903", Severity.WARNING)
OUTPUT_NOT_WRITABLE: Final = Entry("U904", Severity.ERROR)
MORE_OF_THE_SAME: Final = Entry("U905", Severity.NOTE)
COMPUTER_ZONE_INVALID: Final = Entry("U906", Severity.ERROR)
MEMORY_TOO_SMALL: Final = Entry("U907", Severity.ERROR)
CURRENT_FOLDER_GONE: Final = Entry("U908", Severity.ERROR)
TARGET_FILE_EXISTS: Final = Entry("U940", Severity.ERROR)
TARGET_FOLDER_MISSING: Final = Entry("U941", Severity.ERROR)
FILE_NOT_WRITABLE: Final = Entry("U942", Severity.ERROR)
NAME_NOT_XLSX: Final = Entry("U943", Severity.ERROR)
NOT_A_WORKSPACE: Final = Entry("U950", Severity.ERROR)
NOTHING_TO_OPEN: Final = Entry("U951", Severity.ERROR)
MENU_NOT_HERE: Final = Entry("U960", Severity.ERROR)
