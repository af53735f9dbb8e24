"""L60x: the page that is published of a period."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

PUBLISHED_AS_DRAFT: Final = Entry("L600", Severity.WARNING, changes_figure=False)
TOO_FEW_TO_PUBLISH: Final = Entry("L601", Severity.ERROR)
COLOUR_TOO_LIGHT: Final = Entry("L602", Severity.WARNING, changes_figure=False)
LINK_TOO_LONG_FOR_CODE: Final = Entry("L603", Severity.WARNING, changes_figure=False)
SHEET_TEMPLATE_FAILED: Final = Entry("L604", Severity.ERROR)
SHEET_TEMPLATE_OF_SEVERAL_PAGES: Final = Entry("L605", Severity.ERROR)
SHEET_TEMPLATE_FETCHES: Final = Entry("L606", Severity.ERROR)
SHEET_NOT_INSTALLED: Final = Entry("L607", Severity.ERROR)
