"""D67x and D68x: forms that were filled in and may be older than the settings, and the follow-up form."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

FORM_RECORD_LOST: Final = Entry("D670", Severity.ERROR)
FORM_OF_OTHER_RUBRIC: Final = Entry("D671", Severity.ERROR)
FORM_OF_OTHER_UNIT: Final = Entry("D672", Severity.ERROR)
FORM_PERIOD_WITHOUT_RESULT: Final = Entry("D673", Severity.ERROR)
ROW_NOT_ASKED: Final = Entry("D674", Severity.ERROR)
SETTINGS_NEWER_THAN_CELL: Final = Entry("D675", Severity.ERROR)
SETTINGS_NEWER_THAN_FORM: Final = Entry("D676", Severity.NOTE)
GENERAL_PLAN_STAYS: Final = Entry("D677", Severity.ERROR)
FILLED_FORM_KEPT: Final = Entry("D678", Severity.NOTE)
FORM_TAKEN: Final = Entry("D679", Severity.NOTE)
FORM_MADE_BY_REPORT: Final = Entry("D680", Severity.ERROR)
FORM_NOT_READ_BY_THIS_VERSION: Final = Entry("D681", Severity.ERROR)
FORM_STILL_OPEN: Final = Entry("D682", Severity.WARNING, changes_figure=False)
