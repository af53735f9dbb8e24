"""Parts of sentences that the rooms ``jobs`` and ``run`` tell."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase

CATEGORY_OR_NAME: Final = Phrase("category_code_or_name")
KIND_REPORT: Final = Phrase("kind_report")
KIND_UNKNOWN: Final = Phrase("kind_unknown")
LISTED_BEFORE: Final = Phrase("listed_before")
NOTHING_STORED_YET: Final = Phrase("nothing_stored_yet")
PASTE_IN_COMMAND_PROMPT: Final = Phrase("paste_in_command_prompt")
PASTE_IN_CRONTAB: Final = Phrase("paste_in_crontab")
REPORT_OF_QUARTER: Final = Phrase("report_of_quarter")
SAVE_AS_SERVICE: Final = Phrase("save_as_systemd_service")
SAVE_AS_TIMER: Final = Phrase("save_as_systemd_timer")
STEP_DONE: Final = Phrase("step_done")
STEP_FAILED: Final = Phrase("step_failed")
