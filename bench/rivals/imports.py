"""Import modules, read a workbook's rows, and stop: ``imports.py FILE MODULE...``."""

import sys
from contextlib import suppress
from importlib import import_module

from python_calamine import CalamineWorkbook

for name in sys.argv[2:]:
    with suppress(ImportError):  # what a library only tries to import, it tries here too
        import_module(name)

CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
