"""Import the libraries that scoring needs, read a workbook's rows, and stop."""

import sys

import defusedxml  # noqa: F401 (imported for the time that it takes, as all below)
import numpy as np  # noqa: F401
import pandas as pd  # noqa: F401
import pydantic  # noqa: F401
import python_calamine
import rapidfuzz.fuzz
import rapidfuzz.process  # noqa: F401
import rich.console
import rich.table  # noqa: F401
import typer  # noqa: F401
import xlrd  # noqa: F401
import yaml  # noqa: F401

python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
