"""Measure, print the table of ratios, and write it as JSON: ``python -m bench --json FILE``."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.jobs import JOBS
from bench.lines import FULL, SMALL, USUAL, Place, scaled
from bench.many_units import MANY_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.lines import Line
    from bench.measure import Cost

_TITLES = ("job", "against", "s", "s", "ratio", "bar", "ratio of work", "MB", "MB", "bar", "met")


def main() -> None:
    """Run the comparisons that were asked for."""
    asked = _arguments()
    sizes = SMALL if asked.small else FULL if asked.full else USUAL
    sizes = sizes if asked.scale is None else scaled(sizes, asked.scale)
    lines: list[Line] = []
    with _folder(asked.folder) as folder:
        for name in asked.only or (MANY_UNITS if asked.many_units else JOBS):
            sys.stderr.write(f"{name} ...\n")
            lines += JOBS[name](Place(folder, sizes))
    sys.stdout.write(table(lines))
    if asked.json is not None:
        asked.json.write_text(document(lines), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--small", action="store_true", help="tiny files, one run each: does the bench work?")
    size.add_argument(
        "--full", action="store_true", help="the largest sheet, 10,000,000 rows of CSV, 400 inputs"
    )
    parser.add_argument(
        "--only", action="append", choices=tuple(JOBS), help="one comparison; may be repeated"
    )
    parser.add_argument(
        "--many-units", action="store_true", help="those of many units: documents, exports, a huge file"
    )
    parser.add_argument(
        "--scale",
        type=float,
        metavar="PART",
        help="of these 0.05 of 5,000 units, 2,000 exports and 10,000,000 rows, or another part",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--folder", type=Path, help="where made files are kept for the next time")
    return parser.parse_args()


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """Give the comparisons a folder: one that stays, or one that goes when they are done."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.absolute()
        return
    with TemporaryDirectory(prefix="ipak-bench-") as folder:
        yield Path(folder)


def table(lines: Sequence[Line]) -> str:
    """Return the lines as a Markdown table; of two columns of one name the first is ours."""
    rows = [_TITLES, *map(_cells, lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    texts = [" | ".join(map(str.ljust, row, widths)) for row in rows]
    ruler = "-|-".join("-" * width for width in widths)
    return "".join(f"| {text} |\n" for text in (texts[0], ruler, *texts[1:]))


def _cells(line: Line) -> tuple[str, ...]:
    ratio, memory = line.bar.ratio, line.bar.megabytes
    return (
        line.job,
        line.against,
        f"{line.ours.seconds:.3f}",
        f"{line.theirs.seconds:.3f}",
        f"{line.ratio:.2f}",
        "" if ratio is None else f"{ratio:.3g}",
        f"{line.work:.2f}",
        f"{line.ours.megabytes:.0f}",
        f"{line.theirs.megabytes:.0f}",
        "" if memory is None else f"{memory:.0f}",
        "" if ratio is None and memory is None else "yes" if line.met else "NO",
    )


def document(lines: Sequence[Line]) -> str:
    """Return the figures as JSON, with the machine that they are of."""
    machine = {"python": platform.python_version(), "system": platform.machine(), "cores": os.cpu_count()}
    entries = [
        {
            "job": line.job,
            "against": line.against,
            "ours": _cost(line.ours),
            "theirs": _cost(line.theirs),
            "ratio": round(line.ratio, 3),
            "ratio_of_work": round(line.work, 3),
            "bar": {"ratio": line.bar.ratio, "megabytes": line.bar.megabytes},
            "met": line.met,
        }
        for line in lines
    ]
    return json.dumps({"machine": machine, "comparisons": entries}, indent=2) + "\n"


def _cost(cost: Cost) -> dict[str, float]:
    return {
        "seconds": round(cost.seconds, 4),
        "work": round(cost.work, 4),
        "megabytes": round(cost.megabytes, 1),
    }


if __name__ == "__main__":
    main()
