"""L5xx: reports, trends and templates."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

PERIOD_WITHOUT_RESULT: Final = Entry("L501", Severity.ERROR)
RESULT_OF_OTHER_PERIOD: Final = Entry("L502", Severity.ERROR)
RESULT_WITHOUT_FIGURES: Final = Entry("L503", Severity.ERROR)
RESULT_NOT_THE_RUBRICS: Final = Entry("L504", Severity.ERROR)
FIGURES_CONTRADICT_ANSWERS: Final = Entry("L505", Severity.ERROR)
RUBRIC_CHANGED: Final = Entry("L506", Severity.WARNING)
TOO_FEW_RESPONDENTS: Final = Entry("L507", Severity.WARNING, changes_figure=False)
ITEM_TABLE_OF_OTHER_PERIOD: Final = Entry("L508", Severity.WARNING)
ITEMS_WITHOUT_ANSWERS: Final = Entry("L509", Severity.WARNING)
SETTINGS_CHANGED_SINCE_RESULT: Final = Entry("L510", Severity.WARNING)
PERIOD_NOT_COMPARED: Final = Entry("L511", Severity.WARNING)
ASSESSMENT_INCOMPLETE: Final = Entry("L512", Severity.WARNING)
WORD_TEMPLATE_UNREADABLE: Final = Entry("L514", Severity.ERROR)
WORD_STYLES_MISSING: Final = Entry("L515", Severity.ERROR)
TEMPLATE_TO_EJECT_UNKNOWN: Final = Entry("L516", Severity.ERROR)
OWN_TEMPLATE_STANDS: Final = Entry("L517", Severity.ERROR)
REPORT_FILE_NOT_FOUND: Final = Entry("L520", Severity.ERROR)
REPORT_FILE_OUTSIDE: Final = Entry("L521", Severity.ERROR)
REPORT_FILE_TOO_LARGE: Final = Entry("L522", Severity.ERROR)
PICTURE_HAS_TOO_MANY_DOTS: Final = Entry("L523", Severity.ERROR)
NOT_A_PICTURE: Final = Entry("L524", Severity.ERROR)
DRAWING_FORBIDDEN: Final = Entry("L525", Severity.ERROR)
DRAWING_WITHOUT_SIZE: Final = Entry("L526", Severity.ERROR)
REPORT_FILE_UNREADABLE: Final = Entry("L527", Severity.ERROR)
REPORT_LARGE_TO_MAIL: Final = Entry("L528", Severity.NOTE)
FORMAT_NOT_INSTALLED: Final = Entry("L560", Severity.ERROR)
FORMAT_LEFT_OUT: Final = Entry("L561", Severity.WARNING, changes_figure=False)
LEGAL_BASIS_UNKNOWN: Final = Entry("L570", Severity.ERROR)
OTHER_KINDS_NOT_SHOWN: Final = Entry("L580", Severity.NOTE)
TEMPLATE_UNREADABLE: Final = Entry("L513", Severity.ERROR)
TEMPLATE_UNKNOWN: Final = Entry("L551", Severity.ERROR)
TEMPLATE_SYNTAX_WRONG: Final = Entry("L552", Severity.ERROR)
NAME_NOT_IN_REPORT: Final = Entry("L553", Severity.ERROR)
TEMPLATE_COMMAND_FORBIDDEN: Final = Entry("L554", Severity.ERROR)
TEMPLATE_RUNS_TOO_LONG: Final = Entry("L555", Severity.ERROR)
TEMPLATE_TOO_COMPLEX: Final = Entry("L556", Severity.ERROR)
REFERENCE_WITHOUT_TARGET: Final = Entry("L557", Severity.ERROR)
TEMPLATE_FAILED: Final = Entry("L558", Severity.ERROR)
NOT_TYPESET: Final = Entry("L599", Severity.ERROR)
EXPORT_FORMAT_NOT_INSTALLED: Final = Entry("L620", Severity.ERROR)
OLDER_FILES_BESIDE: Final = Entry("L543", Severity.WARNING, changes_figure=False)
EDITED_FILES_KEPT: Final = Entry("L545", Severity.WARNING, changes_figure=False)
UNKNOWN_FILES_COPIED: Final = Entry("L546", Severity.WARNING, changes_figure=False)
EDITED_FILES_OF_WITHDRAWN: Final = Entry("L547", Severity.WARNING, changes_figure=False)
BLOCK_UNKNOWN: Final = Entry("L540", Severity.ERROR)
TEXT_OUTSIDE_BLOCKS: Final = Entry("L541", Severity.ERROR)
PARENT_NOT_SHIPPED: Final = Entry("L542", Severity.ERROR)

# How a file that the report is to show, or name, is too large.
TOO_LARGE: Final = Phrase("too_large")
TOO_LARGE_TOGETHER: Final = Phrase("too_large_together")

# What a drawing of an office holds that none in a report may hold.
SVG_SCRIPT: Final = Phrase("svg_script")
SVG_OUTSIDE: Final = Phrase("svg_outside")
SVG_ENTITIES: Final = Phrase("svg_entities")
SVG_TOO_DEEP: Final = Phrase("svg_too_deep")

# Why a period of the trend has no figure or is not compared.
NO_RESULT_FOR_PERIOD: Final = Phrase("no_result_for_period")
FIRST_PERIOD: Final = Phrase("first_period")
NO_FIGURE_BEFORE: Final = Phrase("no_figure_before")
