"""Import modules, read a workbook's rows, and stop: ``imports.py [--as-ipak] FILE MODULE...``.

With ``--as-ipak`` Python is set up as by ``ipak``: hardly a search for garbage, one thread for matrices.
"""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module

_, *arguments = sys.argv
as_ipak = arguments[0] == "--as-ipak"
if as_ipak:
    gc.set_threshold(200_000)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
file, *modules = arguments[as_ipak:]
for name in modules:
    with suppress(ImportError):  # what a library only tries to import, it tries here too
        import_module(name)

reader = import_module("python_calamine").CalamineWorkbook
reader.from_path(file).get_sheet_by_index(0).to_python()
if as_ipak:
    gc.freeze()
