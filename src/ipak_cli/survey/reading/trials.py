"""What somebody writes who only tries the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from ipak_cli.tables.cell import Cell

_TRIAL: Final = frozenset({"test", "tes", "testing", "coba", "percobaan", "dummy", "abaikan"})
_AROUND_TRIAL: Final = frozenset({"uji", "data", "isian", "responden"})
"""Words that may stand with those: ``data uji coba``."""
_LONGEST_TRIAL: Final = 40
"""Letters from which a text is more than the word for a trial."""


def is_trial(value: Cell) -> bool:
    """Tell what somebody writes who only tries the form: ``tes``, ``Uji coba``, ``data dummy``."""
    words = normalise(value).split() if isinstance(value, str) and len(value) < _LONGEST_TRIAL else []
    return not _TRIAL.isdisjoint(words) and (_TRIAL | _AROUND_TRIAL).issuperset(words)
