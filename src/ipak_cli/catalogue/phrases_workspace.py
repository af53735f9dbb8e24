"""Reasons, findings and parts of sentences that the rooms ``workspace`` and ``run`` tell."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase

COMPARE_WITH_EXAMPLE: Final = Phrase("compare_settings_with_example")
IS_IT_SETTINGS: Final = Phrase("is_it_the_settings_file")
ONE_DOCUMENT: Final = Phrase("keep_settings_in_one_document")
QUOTE_COLONS: Final = Phrase("quote_texts_with_colons")
NOT_WRITABLE: Final = Phrase("not_writable")
OPEN_ELSEWHERE: Final = Phrase("open_in_another_program")
READ_ONLY: Final = Phrase("place_is_read_only")
DISK_FULL: Final = Phrase("disk_full")
QUOTA_USED_UP: Final = Phrase("disk_quota_used_up")
FILE_TOO_LARGE_THERE: Final = Phrase("file_too_large_for_the_place")
NAME_OF_A_FILE: Final = Phrase("name_is_that_of_a_file")
NAME_OF_A_FOLDER: Final = Phrase("name_is_that_of_a_folder")
FOLDER_IS_A_FILE: Final = Phrase("name_of_the_folder_is_that_of_a_file")
NAME_TOO_LONG: Final = Phrase("file_name_too_long")
FOLDER_LOST: Final = Phrase("folder_lost_or_not_answering")
DRIVE_FAULTY: Final = Phrase("drive_reports_a_fault")
SYSTEM_REFUSED: Final = Phrase("system_refused")
NAME_NOT_UTF8: Final = Phrase("file_name_not_utf8")
NOT_READABLE: Final = Phrase("not_readable")
NOT_THERE: Final = Phrase("not_there")
FOLDERS_TOO_DEEP: Final = Phrase("folders_too_deep")
OWNER_UNKNOWN: Final = Phrase("lock_owner_unknown")
OWNER_AT_HOST: Final = Phrase("lock_owner_at_host")
LOCK_BROKEN: Final = Phrase("lock_broken")
QUARTER_NOT_NAMED: Final = Phrase("quarter_not_named")
KIND_SURVEY: Final = Phrase("kind_survey")
KIND_PEKPPP: Final = Phrase("kind_pekppp")
DAYS: Final = Phrase("days")
DAYS_AND_HOURS: Final = Phrase("days_and_hours")
HOURS_AND_MINUTES: Final = Phrase("hours_and_minutes")
MINUTES: Final = Phrase("minutes")
CHOOSE_ZONE: Final = Phrase("choose_time_zone_by_place")
KNOWN_CODES: Final = Phrase("known_item_codes")
