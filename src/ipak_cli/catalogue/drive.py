"""D6xx: a shared drive and unattended runs."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

WORKSPACE_IN_USE: Final = Entry("D601", Severity.ERROR)
LOCK_WITHOUT_OWNER: Final = Entry("D602", Severity.ERROR)
DEAD_LOCK_TAKEN_OVER: Final = Entry("D603", Severity.NOTE)
LOCKING_FAILED: Final = Entry("D604", Severity.ERROR)
NOT_LOCKED: Final = Entry("D605", Severity.NOTE)
LOCK_OWNER_STILL_RUNNING: Final = Entry("D606", Severity.ERROR)
OWNERLESS_LOCK_TAKEN_OVER: Final = Entry("D607", Severity.NOTE)
OPEN_FILE_NOT_REPLACED: Final = Entry("D610", Severity.WARNING, changes_figure=False)
WRITTEN_BY_NEWER_VERSION: Final = Entry("D611", Severity.ERROR)
RUN_RECORD_DAMAGED: Final = Entry("D612", Severity.ERROR)
LOG_NOT_WRITABLE: Final = Entry("D613", Severity.WARNING, changes_figure=False)
RUN_RECORD_UNREADABLE: Final = Entry("D614", Severity.ERROR)
PATH_UNFIT_FOR_SCHEDULE: Final = Entry("D620", Severity.ERROR)
SCHEDULE_COMMAND_TOO_LONG: Final = Entry("D621", Severity.WARNING, changes_figure=False)
PERCENT_SIGN_IN_PATH: Final = Entry("D622", Severity.WARNING, changes_figure=False)
INBOX_UNREADABLE: Final = Entry("D630", Severity.ERROR)
FOLDER_UNREADABLE: Final = Entry("D631", Severity.ERROR)
LINK_LEAVES_INBOX: Final = Entry("D632", Severity.ERROR)
INPUT_UNREADABLE: Final = Entry("D633", Severity.ERROR)
COPY_IDENTICAL: Final = Entry("D634", Severity.NOTE)
COPY_DIFFERS: Final = Entry("D635", Severity.ERROR)
COPY_WITHOUT_ORIGINAL: Final = Entry("D636", Severity.ERROR)
STILL_BEING_WRITTEN: Final = Entry("D637", Severity.NOTE)
SAME_INPUT_TWICE: Final = Entry("D638", Severity.NOTE, changes_figure=True)
INPUT_KIND_UNKNOWN: Final = Entry("D640", Severity.ERROR)
INPUT_SPANS_QUARTERS: Final = Entry("D641", Severity.ERROR)
INPUT_QUARTER_UNKNOWN: Final = Entry("D642", Severity.ERROR)
TWO_INPUTS_FOR_QUARTER: Final = Entry("D643", Severity.ERROR)
STORED_USER_SCORE_REUSED: Final = Entry("D644", Severity.NOTE, changes_figure=True)
INTERNAL_ERROR: Final = Entry("D645", Severity.ERROR)
NO_WORKSPACE_BELOW: Final = Entry("D646", Severity.ERROR)
NEVER_SUCCEEDED: Final = Entry("D650", Severity.ERROR)
LAST_SUCCESS_TOO_OLD: Final = Entry("D651", Severity.ERROR)

# Parts of sentences that the rooms `jobs` and `run` tell.
CATEGORY_OR_NAME: Final = Phrase("category_code_or_name")
LISTED_BEFORE: Final = Phrase("listed_before")
NOTHING_STORED_YET: Final = Phrase("nothing_stored_yet")
PASTE_IN_COMMAND_PROMPT: Final = Phrase("paste_in_command_prompt")
PASTE_IN_CRONTAB: Final = Phrase("paste_in_crontab")
REPORT_OF_QUARTER: Final = Phrase("report_of_quarter")
SAVE_AS_SERVICE: Final = Phrase("save_as_systemd_service")
SAVE_AS_TIMER: Final = Phrase("save_as_systemd_timer")
