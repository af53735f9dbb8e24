"""L59x: the workpaper, a workbook that derives a result's figures again."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

WORKPAPER_STANDS: Final = Entry("L590", Severity.ERROR)
WORKPAPER_TOO_LONG: Final = Entry("L591", Severity.ERROR)
WORKPAPER_TOO_TELLING: Final = Entry("L592", Severity.ERROR)
WORKPAPER_NEEDS_LIBRARY: Final = Entry("L593", Severity.ERROR)
WORKPAPER_LEFT_OUT_TOO_TELLING: Final = Entry("L594", Severity.WARNING, changes_figure=False)
WORKPAPER_LEFT_OUT_OTHER_RUBRIC: Final = Entry("L595", Severity.WARNING, changes_figure=False)
WORKPAPER_NEEDS_COUNTS: Final = Entry("L588", Severity.ERROR)
WORKPAPER_LEFT_OUT_RECAP: Final = Entry("L589", Severity.NOTE, changes_figure=False)
REVIEWED_WORKPAPER_KEPT: Final = Entry("L596", Severity.WARNING, changes_figure=False)
WORKBOOK_NOT_GIVEN_BACK: Final = Entry("L597", Severity.ERROR)
PARTS_NOT_GIVEN_BACK: Final = Entry("L598", Severity.WARNING, changes_figure=False)
