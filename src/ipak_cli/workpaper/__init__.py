"""The workpaper: a workbook whose formulas derive every figure of a result again, for an inspector."""

from typing import Final

FILE: Final = "kertas-kerja.xlsx"
"""What the workpaper is called beside a report."""
NEEDS: Final = ("xlsxwriter",)
"""The modules beside our own without which it cannot be made."""
