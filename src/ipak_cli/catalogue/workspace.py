"""G4xx: the workspace and its settings."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

SETTINGS_UNREADABLE: Final = Entry("G401", Severity.ERROR)
SETTINGS_WRONG: Final = Entry("G402", Severity.ERROR)
SETTINGS_YAML_FEATURE_FORBIDDEN: Final = Entry("G403", Severity.ERROR)
SETTINGS_FROM_NEWER_VERSION: Final = Entry("G404", Severity.ERROR)
NOT_A_QUARTER: Final = Entry("G405", Severity.ERROR)
QUARTER_NAMED_TWICE: Final = Entry("G406", Severity.ERROR)
LINK_NOT_HTTPS: Final = Entry("G407", Severity.ERROR)
NIP_LENGTH_WRONG: Final = Entry("G408", Severity.WARNING, changes_figure=False)
ITEM_NOT_IN_RUBRIC: Final = Entry("G409", Severity.ERROR)
TARGET_UNREACHABLE: Final = Entry("G410", Severity.ERROR)
EXAMPLE_NOT_REPLACED: Final = Entry("G411", Severity.WARNING, changes_figure=False)
ALREADY_A_WORKSPACE: Final = Entry("G420", Severity.ERROR)
FOLDER_NOT_EMPTY: Final = Entry("G421", Severity.ERROR)
NOT_A_FOLDER: Final = Entry("G422", Severity.ERROR)
NO_WORKSPACE_HERE: Final = Entry("G423", Severity.ERROR)
NO_RESULT_FOR_QUARTER: Final = Entry("G430", Severity.ERROR)
RESULT_UNREADABLE: Final = Entry("G431", Severity.ERROR)
RESULT_DAMAGED: Final = Entry("G432", Severity.ERROR)
RESULT_KIND_OR_VERSION_UNFIT: Final = Entry("G433", Severity.ERROR)
RESULT_FIGURES_INCONSISTENT: Final = Entry("G434", Severity.ERROR)
RESULT_IN_WRONG_FOLDER: Final = Entry("G435", Severity.ERROR)
NO_STORED_RESULTS: Final = Entry("G440", Severity.ERROR)
RUBRICS_DIFFER_IN_TREND: Final = Entry("G441", Severity.ERROR)
VERSIONS_DIFFER_IN_ITEMS: Final = Entry("G442", Severity.ERROR)
RUBRIC_VERSIONS_JOINED: Final = Entry("G443", Severity.WARNING)
TIME_ZONE_UNKNOWN: Final = Entry("G444", Severity.ERROR)
