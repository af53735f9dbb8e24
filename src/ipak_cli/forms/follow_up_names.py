"""The follow-up form's own names: its sheets, and what each column asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ipak_cli.forms import settings_names
from ipak_cli.forms.settings_names import Field, Kind

HELP_SHEET: Final = "Baca dulu"
SHEET: Final = "Rencana"
CODE, ITEM = settings_names.CODE, settings_names.ITEM
TARGET, RESULT, GAP = "Target", "Hasil", "Selisih"
ACTION: Final = "Tindakan"
ACTIONS: Final = tuple(
    Field(
        ("actions",),
        f"{ACTION} {number}",
        "Satu tindakan. Bila lebih dari tiga, tulis sisanya di sel ini, satu baris satu tindakan (Alt+Enter)."
        if number == 3
        else "Satu tindakan, misalnya: Menempelkan tarif di loket.",
        Kind.LINES,
        width=25,
    )
    for number in (1, 2, 3)
)
"""A column an action: nobody has to know how to begin a new line in a cell."""
_WIDTHS: Final = {"pic": 19, "deadline": 18, "status": 11}
OTHERS: Final = tuple(
    replace(field, width=_WIDTHS[field.path[0]])
    for field in settings_names.PLAN_FIELDS
    if field.path[0] in _WIDTHS
)
FIELDS: Final = (*ACTIONS, *OTHERS)
