"""Read a workbook as pandas reads it when it is told nothing."""

import sys

import pandas as pd

pd.read_excel(sys.argv[1], engine="openpyxl")
