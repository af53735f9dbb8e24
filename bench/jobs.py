"""What is compared with what, and which ratio is good enough."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from bench import data
from bench.lines import Bar, Line, Place
from bench.many_units import MANY_UNITS
from bench.measure import Cost, in_turn, ipak, libraries_of, rival, run, typical
from bench.pages import bare_cost, page_costs

if TYPE_CHECKING:
    from collections.abc import Callable


_WITHOUT_FILE = (
    "import os, sys; from pathlib import Path; Path(sys.argv[1]).unlink(missing_ok=True); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
)
"""A program that removes a file and becomes the command that follows."""


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


def pages(place: Place) -> list[Line]:
    """Show the pages of the example: against scoring its survey, and against an answer that is at hand."""
    workspace = data.workspace_with_results(place.folder)
    for name in ("masuk", "bukti"):
        shutil.copytree(data.EXAMPLES / name, workspace / name)
    costs = page_costs(workspace, place.sizes.quick)
    slowest = max(costs, key=lambda address: costs[address][0].seconds)
    ours, size = costs[slowest]
    middle = typical([cost for cost, _ in costs.values()])
    (score_,) = place.compare(ipak("score", data.EXAMPLE), slow=False)
    return [
        Line(f"ipak open, slowest of {len(costs)} pages", "ipak score, 41 rows xlsx", ours, score_, Bar(1)),
        Line("ipak open, the median of them", "ipak score, 41 rows xlsx", middle, score_, Bar()),
        Line("ipak open, slowest page", "Starlette, as many bytes", ours, bare_cost(size, 9), Bar()),
    ]


def unchanged(place: Place) -> list[Line]:
    """``ipak run`` where nothing is new against the first run."""
    tree = data.workspaces(place.folder, place.sizes.inputs)
    command = ipak("run", tree, "--fresh", 0)
    first, again = run(command, place.folder), in_turn([command], place.folder, place.sizes.slow)[0]
    job = f"ipak run, {place.sizes.inputs} unchanged inputs"
    return [Line(job, "its first run", again, first, Bar(0.05))]


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


JOBS: dict[str, Callable[[Place], list[Line]]] = {
    "workpaper": workpaper,
    "help": help_text,
    "version": version,
    "score": score,
    "xlsx": xlsx,
    "csv": csv,
    "report": report,
    "publish": publish,
    "pages": pages,
    "run": unchanged,
    "slope": slope,
    **MANY_UNITS,
}
"""The comparisons by the name that ``--only`` takes."""
