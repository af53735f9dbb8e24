"""What is compared with what, and which ratio is good enough."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import data, exports, lake, units
from bench.measure import Cost, in_turn, ipak, libraries_of, rival, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
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

_WITHOUT_FILE = (
    "import os, sys; from pathlib import Path; Path(sys.argv[1]).unlink(missing_ok=True); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
)
"""A program that removes a file and becomes the command that follows."""


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


def help_text(place: Place) -> list[Line]:
    """``ipak --help`` against minimal Typer apps."""
    costs = place.compare(
        ipak("--help"), rival("typer_app", "--help"), rival("typer_plain", "--help"), slow=False
    )
    return [
        Line("ipak --help", "a minimal Typer app's --help", costs[0], costs[1], Bar(1.25)),
        Line("ipak --help", "the same without Rich, as ipak", costs[0], costs[2], Bar()),
    ]


def version(place: Place) -> list[Line]:
    """``ipak --version`` against an empty Python."""
    ours, theirs = place.compare(ipak("--version"), (sys.executable, "-c", "pass"), slow=False)
    return [Line("ipak --version", "an empty Python", ours, theirs, Bar(3))]


def score(place: Place) -> list[Line]:
    """Score the daily case: one period of one unit."""
    command, libraries = ipak("score", data.EXAMPLE), libraries_of("score", data.EXAMPLE)
    costs = place.compare(
        command,
        rival("imports", data.EXAMPLE, *libraries),
        rival("imports", "--as-ipak", data.EXAMPLE, *libraries),
        slow=False,
    )
    job = "ipak score, 41 rows xlsx"
    return [
        Line(job, "importing the same, reading", costs[0], costs[1], Bar(1.2)),
        Line(job, "the same with Python set up as ipak", costs[0], costs[2], Bar()),
    ]


def xlsx(place: Place) -> list[Line]:
    """Workbooks against calamine alone, and the smallest against pandas with openpyxl."""
    sizes, lines = place.sizes.xlsx, []
    files = [(f"{rows:,} rows xlsx", data.xlsx_file(place.folder, rows)) for rows in sizes]
    computed = data.xlsx_file(place.folder, sizes[0], computed=True)
    compared_twice = (files[0][1], computed)
    for name, file in (*files, (f"{sizes[0]:,} rows xlsx, a column computed", computed)):
        job = f"ipak score, {name}"
        ours, theirs = place.compare(ipak("score", file), rival("calamine_loop", file), slow=True)
        bar = Bar(1.5, theirs.megabytes + 150)
        lines.append(Line(job, "a loop over calamine's rows", ours, theirs, bar))
        if file in compared_twice:
            slow = run(rival("pandas_openpyxl", file), place.folder)
            lines.append(Line(job, "pandas with openpyxl", ours, slow, Bar(1 / 8)))
    return lines


def csv(place: Place) -> list[Line]:
    """CSV files against pandas' C reader."""
    sizes, lines = place.sizes.csv, []
    files = [(f"{rows:,} rows CSV", data.csv_file(place.folder, rows), Bar(1.3, 300)) for rows in sizes]
    quoted = data.csv_file(place.folder, sizes[0], quoted=True)
    for name, file, bar in (*files, (f"{sizes[0]:,} rows CSV, quoted", quoted, Bar())):
        ours, theirs = place.compare(ipak("score", file), rival("pandas_csv", file), slow=True)
        lines.append(Line(f"ipak score, {name}", "pandas' C reader", ours, theirs, bar))
    return lines


def report(place: Place) -> list[Line]:
    """Write a period's report as a page and a text against what imports the same, and each further format."""
    workspace = data.workspace_with_results(place.folder)

    def command(*formats: str) -> tuple[str, ...]:
        asked = (f"--format={name}" for name in formats)
        return ipak("report", "--quarter", "IV-2024", "--workspace", workspace, *asked)

    page, imports, pdf, word = place.compare(
        command("html", "md"),
        rival("imports", data.EXAMPLE, *libraries_of(*command("html", "md")[3:])),
        command("html", "md", "pdf"),
        command("html", "md", "docx"),
        slow=False,
    )
    first = "ipak report, HTML and Markdown"
    lines = [
        Line(first, "importing the same, reading", page, imports, Bar(3)),
        Line("ipak report, PDF too", first, pdf, page, Bar()),
        Line("ipak report, Word too", first, word, page, Bar()),
    ]
    html = workspace / "laporan" / "IV-2024" / "laporan.html"
    for name, against, program in (
        (
            "pdf",
            "Chromium printing the page",
            ("chromium", "--headless", "--no-sandbox", "--print-to-pdf", html),
        ),
        ("docx", "LibreOffice converting the page", ("soffice", "--headless", "--convert-to", "docx", html)),
    ):
        if shutil.which(program[0]) is not None:
            ours, theirs = place.compare(command(name), tuple(map(str, program)), slow=True)
            lines.append(Line(f"ipak report, {name} alone", against, ours, theirs, Bar()))
    return lines


def workpaper(place: Place) -> list[Line]:
    """Write the workpaper of many answers against openpyxl, which writes their cells alone."""
    rows = place.sizes.xlsx[0]
    file, out = data.csv_file(place.folder, rows), place.folder / "kertas-kerja.xlsx"
    # The command replaces no workbook: what an earlier round left has to go first.
    fresh = ("-c", _WITHOUT_FILE, str(out), *ipak("score", file, "--xlsx", out)[1:])
    theirs_too = rival("openpyxl_answers", file, place.folder / "jawaban.xlsx")
    ours, theirs = place.compare((sys.executable, *fresh), theirs_too, slow=True)
    job = f"ipak score --xlsx, {rows:,} answers"
    return [Line(job, "openpyxl writing their cells", ours, theirs, Bar(1, 300))]


def publish(place: Place) -> list[Line]:
    """Publish a period, five sizes, a page and a message, against importing the same, and a browser's one."""
    workspace = data.workspace_with_results(place.folder)
    command = ipak("publish", "--quarter", "IV-2024", "--workspace", workspace)
    ours, imports = place.compare(
        command, rival("imports", data.EXAMPLE, *libraries_of(*command[3:])), slow=False
    )
    lines = [Line("ipak publish", "importing the same, reading", ours, imports, Bar())]
    if shutil.which("chromium") is not None:
        page = workspace / "publikasi" / "IV-2024" / "publikasi.html"
        program = ("chromium", "--headless", "--no-sandbox", "--print-to-pdf", page)
        ours, theirs = place.compare(command, tuple(map(str, program)), slow=True)
        lines.append(Line("ipak publish", "Chromium printing its page once", ours, theirs, Bar(1.5)))
    return lines


def unchanged(place: Place) -> list[Line]:
    """``ipak run`` where nothing is new against the first run."""
    tree = data.workspaces(place.folder, place.sizes.inputs)
    command = ipak("run", tree, "--fresh", 0)
    first, again = run(command, place.folder), in_turn([command], place.folder, place.sizes.slow)[0]
    job = f"ipak run, {place.sizes.inputs} unchanged inputs"
    return [Line(job, "its first run", again, first, Bar(0.05))]


def rollup(place: Place) -> list[Line]:
    """Roll up many units anew, again with a hundredth new, and ask the lake; against a loop with pandas."""
    tree = units.ministry(place.folder, place.sizes.units, 8)
    lake, listed = place.folder / "danau", tree / "units.csv"
    command = ipak("rollup", tree, "--units", listed, "--lake", lake, "--json", "--quiet")
    one = ipak("rollup", tree, "--units", listed, "--json", "--quiet", "--processes", 1)
    shutil.rmtree(lake, ignore_errors=True)
    job = f"ipak rollup, {place.sizes.units} units x 8"
    first = run(command, place.folder)
    loop = run(rival("pandas_documents", tree), place.folder)
    units.renew(place.folder, tree, every=100)
    again = run(command, place.folder)
    alone = run(one, place.folder)
    question = run(ipak("query", "--lake", lake, "select * from totals", "--json"), place.folder)
    return [
        Line(f"{job}, first", "a pandas loop over the files", first, loop, Bar()),
        Line(f"{job}, 1 % new", "its first run", again, first, Bar(0.05)),
        Line(f"{job}, one process, no lake", "its first run", alone, first, Bar()),
        Line("ipak query, national index by quarter", "its first run", question, first, Bar()),
    ]


def slope(place: Place) -> list[Line]:
    """Compare a further row of a big file with one of a small file; the bar leaves room for noise."""
    sizes = place.sizes.slope
    files = [data.csv_file(place.folder, rows) for rows in sizes]
    costs = in_turn([ipak("score", file) for file in files], place.folder, place.sizes.slow)
    steps = [
        (f"{few:,} to {many:,}", _further(before, after, many - few))
        for few, many, before, after in zip(sizes, sizes[1:], costs, costs[1:], strict=False)
    ]
    first, least = steps[0]
    return [
        Line(f"a million rows more, CSV, {span}", f"from {first}", step, least, Bar(1.25))
        for span, step in steps[1:]
    ]


def _further(before: Cost, after: Cost, rows: int) -> Cost:
    """Return what a million rows more take between two sizes of a file; never nothing, for a ratio of it."""
    millions = rows / 1_000_000
    return Cost(
        max(1e-6, after.seconds - before.seconds) / millions,
        max(1e-6, after.work - before.work) / millions,
        after.megabytes,
    )


def rollup_exports(place: Place) -> list[Line]:
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
    for workers in (1, 2) if exports.has_dask() and count > exports.FEW else ():
        with exports.cluster(place.folder, workers) as address:
            cost = run((*command, "--engine", "dask", "--scheduler", address), place.folder)
        lines.append(Line(f"{job}, Dask, workers: {workers}", "1 process", cost, alone, Bar()))
    return lines


def rollup_units(place: Place) -> list[Line]:
    """Roll up one file of many units, against counting by unit and quarter with pandas."""
    file = exports.file_of_units(place.folder, place.sizes.of_units)
    command = ipak("rollup", "--exports", file, "--unit-column", "unit", "--quiet")
    loop = run(rival("pandas_units", file), place.folder)
    alone = run((*command, "--jobs", "1"), place.folder)
    job = f"ipak rollup, {place.sizes.of_units:,} rows of {exports.units_of(place.sizes.of_units):,} units"
    return [
        Line(f"{job}, 1 process", "counting by unit with pandas", alone, loop, Bar()),
        Line(f"{job}, 2 processes", "1 process", run((*command, "--jobs", "2"), place.folder), alone, Bar()),
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
    against = "pandas over its Parquet"
    lines = []
    for name, ours, asked in (
        ("national index by quarter", question, ()),
        ("page of a ministry", page, (lake.MINISTRY,)),
    ):
        mine, theirs = place.compare(ours, rival("pandas_lake", made, listed, *asked), slow=True)
        lines.append(Line(f"{job}, {name}", against, mine, theirs, Bar()))
    return lines


JOBS: dict[str, Callable[[Place], list[Line]]] = {
    "workpaper": workpaper,
    "help": help_text,
    "version": version,
    "score": score,
    "xlsx": xlsx,
    "csv": csv,
    "report": report,
    "publish": publish,
    "run": unchanged,
    "rollup": rollup,
    "slope": slope,
    "exports": rollup_exports,
    "divided": rollup_units,
    "nation": nation,
}
"""The comparisons by the name that ``--only`` takes."""
