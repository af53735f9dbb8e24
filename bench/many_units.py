"""Many units: documents by the thousand, exports by the thousand, and one huge file of all of them.

Memory is flat where the whole takes hardly more than a quarter of it; the line says how much each takes.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bench import exports, lake, units
from bench.lines import FULL, Bar, Line, Place
from bench.measure import ipak, rival, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bench.measure import Cost

QUARTERS = 8
_QUESTIONS = {
    "the nation by quarter": "select * from totals",
    "the page of a ministry": "select * from indices where parent = 'Induk 03' order by unit, period_start",
    "who fell": "select unit, change from trend where word = 'fallen' order by change",
}
_MORE = 100
"""MB that four times as much may take more, where memory is flat."""


def documents(place: Place) -> list[Line]:
    """Roll up documents anew, again with a hundredth new, and ask the lake; against a loop with pandas."""
    count = place.sizes.units
    tree = units.ministry(place.folder, count, QUARTERS)
    made, listed = place.folder / "danau", tree / "units.csv"
    command = ipak("rollup", tree, "--units", listed, "--lake", made, "--json", "--quiet")
    one = ipak("rollup", tree, "--units", listed, "--json", "--quiet", "--processes", 1)
    shutil.rmtree(made, ignore_errors=True)
    job = f"ipak rollup, {count:,} units x {QUARTERS}"
    first = run(command, place.folder)
    loop = run(rival("pandas_documents", tree), place.folder)
    units.renew(place.folder, tree, every=100)
    again = run(command, place.folder)
    alone = run(one, place.folder)
    # What a call costs that has nothing new is most of a second one of few units.
    bar = Bar(0.05 if count >= FULL.units else None)
    return [
        Line(f"{job}, first", "a pandas loop over the files", first, loop, Bar()),
        Line(f"{job}, 1 % new", "its first run", again, first, bar),
        Line(f"{job}, one process, no lake", "its first run", alone, first, Bar()),
        *(
            Line(f"ipak query, {name}", "its first run", run(_ask(place, sql), place.folder), first, Bar())
            for name, sql in _QUESTIONS.items()
        ),
        *_memory(place, job, first),
    ]


def _ask(place: Place, sql: str) -> tuple[str, ...]:
    return ipak("query", "--lake", place.folder / "danau", sql, "--json")


def _memory(place: Place, job: str, whole: Cost) -> list[Line]:
    """Compare the memory of the first roll-up with that of a quarter of the units."""
    few = max(1, place.sizes.units // 4)
    tree, made = units.ministry(place.folder, few, QUARTERS), place.folder / "danau-sedikit"
    shutil.rmtree(made, ignore_errors=True)
    quarter = run(
        ipak("rollup", tree, "--units", tree / "units.csv", "--lake", made, "--json", "--quiet"), place.folder
    )
    return [Line(f"{job}, memory", f"{few:,} units", whole, quarter, Bar(None, quarter.megabytes + _MORE))]


def many_exports(place: Place) -> list[Line]:
    """Roll up thousands of exports on one machine and on a cluster, against a loop with pandas."""
    folder, count = exports.small_exports(place.folder, place.sizes.exports), place.sizes.exports
    command = ipak("rollup", "--exports", folder, "--quiet")
    loop = run(rival("pandas_exports", folder), place.folder)
    alone = run((*command, "--jobs", "1"), place.folder)
    job = f"ipak rollup, {count:,} exports"
    lines = [
        Line(f"{job}, 1 process", "a loop with pandas", alone, loop, Bar()),
        Line(f"{job}, 2 processes", "1 process", run((*command, "--jobs", "2"), place.folder), alone, Bar()),
    ]
    # A cluster takes longer to start than a few exports to be read.
    for workers in (1, 2) if exports.has_dask() and count >= exports.FEW else ():
        with exports.cluster(place.folder, workers) as address:
            cost = run((*command, "--engine", "dask", "--scheduler", address), place.folder)
        lines.append(Line(f"{job}, Dask, workers: {workers}", "1 process", cost, alone, Bar()))
    return lines


def divided(place: Place) -> list[Line]:
    """Roll up one file of many units, against counting by unit and quarter with pandas."""
    rows, count = place.sizes.of_units, exports.units_of(place.sizes.of_units)
    file = exports.file_of_units(place.folder, rows, count)
    less = exports.file_of_units(place.folder, rows // 4, count)
    loop = run(rival("pandas_units", file), place.folder)
    alone, two = (run(_divide(file, jobs), place.folder) for jobs in (1, 2))
    quarter = run(_divide(less, 1), place.folder)
    job = f"ipak rollup, {rows:,} rows of {count:,} units"
    return [
        Line(f"{job}, 1 process", "counting by unit with pandas", alone, loop, Bar()),
        Line(f"{job}, 2 processes", "1 process", two, alone, Bar()),
        Line(f"{job}, memory", "a quarter of the rows", alone, quarter, Bar(None, quarter.megabytes + _MORE)),
    ]


def nation(place: Place) -> list[Line]:
    """Ask the lake of a nation for its index by quarter, and for the page of one ministry, against pandas."""
    made, listed = lake.nation(place.folder, place.sizes.nation, 4)
    out = place.folder / "rekap-kementerian"
    out.mkdir(exist_ok=True)
    question = ipak("query", "--lake", made, lake.NATIONAL, "--json")
    only = ("--only", f"induk={lake.MINISTRY}", "--format", "html", "--out", out, "--quiet")
    page = ipak("rollup", "--lake", made, "--units", listed, *only)
    job = f"lake of {place.sizes.nation:,} units x 4 ({lake.size_of(made) / 1e6:.1f} MB)"
    of_all, of_one = rival("pandas_lake", made, listed), rival("pandas_lake", made, listed, lake.MINISTRY)
    asked = (("national index by quarter", question, of_all), ("page of a ministry", page, of_one))
    return [
        Line(f"{job}, {name}", "pandas over its Parquet", *place.compare(ours, theirs, slow=True), Bar())
        for name, ours, theirs in asked
    ]


def _divide(file: Path, jobs: int) -> tuple[str, ...]:
    return ipak("rollup", "--exports", file, "--unit-column", "unit", "--quiet", "--jobs", jobs)


MANY_UNITS: dict[str, Callable[[Place], list[Line]]] = {
    "rollup": documents,
    "exports": many_exports,
    "divided": divided,
    "nation": nation,
}
"""The comparisons that ``--many-units`` makes."""
