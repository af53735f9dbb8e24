"""Whose an export is, and of which period, as its path tells it: by plain rules, or by a pattern.

Without a pattern, in this order:

1. A file whose name has a period is the unit's that the rest of the name tells: ``UNIT-IV-2024.csv``.
2. In a folder named by a period it is the unit's of the folder above, ``UNIT/IV-2024/ekspor.xlsx``; where
   none is above, the file's name is the unit: ``IV-2024/UNIT.xlsx``.
3. Otherwise the folder is the unit, ``UNIT/ekspor.xlsx``, or of a file beside no folder its name; the
   period comes from the times in the file.

A year alone only files things away (``2024/UNIT-IV-2024.csv``); it is neither unit nor period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import Period, PeriodKind, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup_exports import (
    EXPORT_WITHOUT_UNIT,
    PATH_NAMES_TWO_PERIODS,
    PATH_PATTERN_WRONG,
    PATTERN_NAME_TWICE,
    PATTERN_NAME_UNKNOWN,
    PATTERN_WITHOUT_UNIT,
)
from ipak_cli.workspace.inbox_names import original_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.base.message import Message

_PART: Final = re.compile(r"\{(\w*)\}|\*\*/|\*")
_GAP: Final = re.compile(r"[-_\s]+")
_ANY: Final = {"**/": "(?:[^/]+/)*", "*": "[^/]*"}
UNIT: Final = "unit"
PERIOD: Final = "period"


@dataclass(frozen=True, slots=True)
class PathSays:
    """What a path says: a unit, unless it has none, and a period, unless the times in the file tell it.

    ``is_certain`` is false where the unit is a file's name alone, which may also be that of a file of many.
    """

    unit: str | None
    period: Period | None
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class PathPattern:
    """A pattern such as ``{unit}/{period}/*.xlsx``: whole paths below the folder, ``**/`` for any folders."""

    text: str
    expression: re.Pattern[str]

    @classmethod
    def of(cls, text: str, *, by_column: bool = False) -> PathPattern:
        """Read a pattern; files that a column divides need no unit in it. Raises ``ProblemsFoundError``."""
        parts: list[str] = []
        named: set[str] = set()
        end = 0
        for match in _PART.finditer(text):
            parts.append(re.escape(text[end : match.start()]))
            name, end = match[1], match.end()
            if name is not None and (name not in {UNIT, PERIOD} or name in named):
                wrong = PATTERN_NAME_TWICE if name in named else PATTERN_NAME_UNKNOWN
                raise _wrong(text, wrong(name=name))
            parts.append(_ANY[match[0]] if name is None else f"(?P<{name}>[^/]+?)")
            named |= {name} if name else set()
        if UNIT not in named and not by_column:
            raise _wrong(text, PATTERN_WITHOUT_UNIT())
        return cls(text, re.compile("".join([*parts, re.escape(text[end:])])))

    def read(self, path: str) -> PathSays | None:
        """Return what a path says, ``None`` where it is not of the pattern, its period included."""
        match = self.expression.fullmatch(path)
        if match is None:
            return None
        said = match.groupdict()
        period = None
        if (name := said.get(PERIOD)) is not None and (period := _period(name)) is None:
            return None
        return PathSays(said.get(UNIT), period)


def read_path(path: str) -> PathSays:
    """Return what a path below the folder says by the plain rules. Raises ``ProblemsFoundError``."""
    pure = PurePosixPath(path)
    folders = pure.parts[:-1]
    periods = [_period(name) for name in folders]
    rest, own = _parted(PurePosixPath(original_of(pure.name) or pure.name).stem)
    told = [each for each in (own, *reversed(periods)) if each is not None]
    period = _one(told, path)
    above = [name for name, named in zip(folders, periods, strict=True) if named is None]
    if own is not None and own.kind is not PeriodKind.YEAR:
        unit, certain = rest or (above[-1] if above else ""), True
    elif period is not None:
        unit, certain = _around(folders, periods) or rest, True
    else:
        unit, certain = (above[-1], True) if above else (rest, False)
    if not unit:
        raise ProblemsFoundError([problem(EXPORT_WITHOUT_UNIT, Where(path))])
    return PathSays(unit, period, certain)


def _around(folders: Sequence[str], periods: Sequence[Period | None]) -> str | None:
    """Return the folder right above the innermost one that is a period, passing over years."""
    innermost = max(n for n, each in enumerate(periods) if each and each.kind is not PeriodKind.YEAR)
    outer = zip(folders[:innermost], periods[:innermost], strict=True)
    above = [name for name, each in outer if each is None]
    return above[-1] if above else None


def _one(told: Sequence[Period], path: str) -> Period | None:
    """Return the one period that is told; a longer one that holds it, such as its year, says the same."""
    shorter = [each for each in told if each.kind is not PeriodKind.YEAR]
    period = min(shorter, key=lambda each: each.days, default=None)
    other = next((each for each in told if period is not None and not each.holds(period)), None)
    if period is not None and other is not None:
        raise ProblemsFoundError([problem(PATH_NAMES_TWO_PERIODS, Where(path), one=period, other=other)])
    return period


def _parted(stem: str) -> tuple[str, Period | None]:
    """Part a file's name into the unit and the period at its end or its beginning, the longest one."""
    if (whole := _period(stem)) is not None:
        return "", whole
    gaps = [*_GAP.finditer(stem)]
    for gap in gaps:
        if (period := _period(stem[gap.end() :])) is not None:
            return stem[: gap.start()].strip(), period
    for gap in reversed(gaps):
        if (period := _period(stem[: gap.start()])) is not None:
            return stem[gap.end() :].strip(), period
    return stem.strip(), None


def _period(name: str) -> Period | None:
    try:
        return parse_period(name.replace("_", " "))
    except ValueError:
        return None


def _wrong(pattern: str, reason: Message) -> ProblemsFoundError:
    told: Problem = problem(PATH_PATTERN_WRONG, pattern=pattern, reason=reason)
    return ProblemsFoundError([told])
