"""What a comparison is: its sizes, its bar, and the line that it prints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bench.measure import Cost, in_turn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sizes:
    """How big the files are, and how often quick and slow processes are run."""

    xlsx: tuple[int, ...]
    csv: tuple[int, ...]
    slope: tuple[int, ...]
    inputs: int
    quick: int
    slow: int
    units: int
    exports: int = 2_000
    of_units: int = 1_000_000
    nation: int = 5_000


SMALL = Sizes(
    xlsx=(200,),
    csv=(500,),
    slope=(200, 400, 800),
    inputs=1,
    quick=1,
    slow=1,
    units=3,
    exports=12,
    of_units=2_000,
    nation=60,
)
USUAL = Sizes(
    xlsx=(100_000,),
    csv=(1_000_000,),
    slope=(10_000, 100_000, 1_000_000),
    inputs=40,
    quick=9,
    slow=3,
    units=500,
)
FULL = Sizes(
    xlsx=(100_000, 1_048_575),
    csv=(1_000_000, 10_000_000),
    slope=(10_000, 100_000, 1_000_000, 10_000_000),
    inputs=400,
    quick=9,
    slow=3,
    units=5_000,
    of_units=10_000_000,
    nation=100_000,
)


def scaled(sizes: Sizes, scale: float) -> Sizes:
    """Return the sizes of the comparisons of many units at a part of the full ones, such as 0.05."""
    return replace(
        sizes,
        units=max(2, round(FULL.units * scale)),
        exports=max(2, round(FULL.exports * scale)),
        of_units=max(2_000, round(FULL.of_units * scale)),
        nation=max(60, round(FULL.nation * scale)),
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """The most that a ratio may be, and the most memory in MB; ``None`` is no bar."""

    ratio: float | None = None
    megabytes: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison: what took what, against what, and the bar."""

    job: str
    against: str
    ours: Cost
    theirs: Cost
    bar: Bar

    @property
    def ratio(self) -> float:
        """How many times as long as the alternative."""
        return self.ours.seconds / self.theirs.seconds

    @property
    def work(self) -> float:
        """The same of processor time, which other processes on the machine disturb less."""
        return self.ours.work / self.theirs.work

    @property
    def met(self) -> bool:
        """Whether time and memory are within the bar."""
        slow = self.bar.ratio is not None and self.ratio > self.bar.ratio
        big = self.bar.megabytes is not None and self.ours.megabytes > self.bar.megabytes
        return not (slow or big)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the comparisons work: the folder of made files, and the sizes."""

    folder: Path
    sizes: Sizes

    def compare(self, ours: Sequence[str], *theirs: Sequence[str], slow: bool) -> list[Cost]:
        """Run our command and the alternatives in turn."""
        times = self.sizes.slow if slow else self.sizes.quick
        return in_turn((ours, *theirs), self.folder, times)
