"""Loop over calamine's rows and do nothing."""

import sys

from python_calamine import CalamineWorkbook

for _ in CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows():
    pass
