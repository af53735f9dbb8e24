"""The workpaper: a workbook whose formulas derive every figure of a result again, for an inspector."""

from importlib.util import find_spec
from typing import Final

FILE: Final = "kertas-kerja.xlsx"
"""What the workpaper is called beside a report."""
_NEEDS: Final = ("xlsxwriter",)


def lacks() -> tuple[str, ...]:
    """Return the modules beside our own that it needs and that are not installed."""
    return tuple(module for module in _NEEDS if find_spec(module) is None)
