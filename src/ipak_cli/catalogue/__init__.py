"""The catalogue: every problem code and every reason as a named constant; the words stand in ``indonesian``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipak_cli.base.problem import Entry


@dataclass(frozen=True, slots=True)
class Sentences:
    """What is said of an entry.

    ``title`` heads a group of problems; ``message`` and ``hint`` are format strings that name the values they
    need; ``meaning`` is the paragraph that ``ipak explain`` and the manual show.
    """

    entry: Entry
    title: str
    message: str
    hint: str
    meaning: str

    @property
    def code(self) -> str:
        """The code that users look up."""
        return self.entry.code
