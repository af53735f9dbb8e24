"""Labels of lines that count an answer, such as those which stand below the answers themselves."""

from __future__ import annotations

import re
from typing import Final

from ipak_cli.base.text import EMPTY_STARS, FILLED_STARS

_STARS: Final = re.compile(
    rf"(?:(?:jumlah|jml|total|cacah|banyaknya)\s+)?bintang\s*[0-9]|[0-9]\s*bintang|[{FILLED_STARS}{EMPTY_STARS}]+",
    re.IGNORECASE,
)


def counts_stars(text: str) -> bool:
    """Tell the label of a line of counts, "Bintang 4" or "★★★★", which is no name and no code of anybody."""
    return bool(_STARS.fullmatch(text.strip()))
