"""What all tests share: which problems they raise, so that no code of the catalogue goes without a test.

And a process for the typesetter: its threads do not live on in a child that a run forks, so that the process
of the tests, like that of a run, must never have used it itself.
"""

from __future__ import annotations

import atexit
import csv
import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache, wraps
from multiprocessing import get_context
from pathlib import Path

import pytest
import typst

from ipak_cli.base.problem import Problem
from ipak_cli.catalogue.indonesian import CATALOGUE
from makers.typesetter import typeset_here

TESTS = Path(__file__).parent
RAISED = set()
USUAL_FIELD = 131_072
SLOW = (
    "cli/test_corpus.py",
    "cli/test_encoding.py",
    "examples",
    "export/test_subtraction.py",
    "filesystems",
    "fuzz",
    "house/test_bench.py",
    "house/test_wheel.py",
    "pekppp/book/test_open.py",
    "publication/test_page.py",
    "rollup/test_page_browser.py",
    "report/test_browser.py",
    "rollup/engines",
    "rollup/test_lake_killed.py",
    "run",
    "survey/certainty/test_simulation.py",
    "workpaper/test_libreoffice.py",
    "workspace/test_lock.py",
    "workspace/test_whole_killed.py",
)
"""Tests that start many processes, a browser or an office program, or try thousands of inputs."""


def pytest_configure() -> None:
    make = Problem.__init__

    @wraps(make)
    def remember(self, entry, *values, **named):
        RAISED.add(entry.code)
        make(self, entry, *values, **named)

    Problem.__init__ = remember
    typst.compile = apart(typst.compile, os.getpid())


def pytest_runtest_setup() -> None:
    """Set the length of a field that Python's CSV reader takes: a library of the tests lifts it for all."""
    csv.field_size_limit(USUAL_FIELD)


@cache
def typesetter() -> ProcessPoolExecutor:
    """Return the one process that typesets, started afresh: it shares no thread with this one."""
    executor = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    atexit.register(executor.shutdown, wait=False, cancel_futures=True)
    return executor


def apart(compile_here, owner):
    """Return a compiler that works in a process of its own, but for the children of this one."""

    @wraps(compile_here)
    def compile_apart(files, **options):
        if os.getpid() != owner:
            return compile_here(files, **options)
        made = typesetter().submit(typeset_here, files, options).result()
        if isinstance(made, typst.TypstError):
            raise made
        return made

    return compile_apart


def pytest_collection_modifyitems(items) -> None:
    slow = tuple(str(TESTS / each) for each in SLOW)
    for item in items:
        if str(item.path).startswith(slow):
            item.add_marker(pytest.mark.slow)


def pytest_sessionfinish(session, exitstatus) -> None:
    """Fail a run of all tests in which a code was never raised; a part of them cannot tell."""
    everything = {Path(each).resolve() for each in session.config.args} == {TESTS}
    chosen = session.config.option.keyword or session.config.option.markexpr
    if not everything or chosen or exitstatus != pytest.ExitCode.OK:
        return
    if never := sorted(CATALOGUE.keys() - RAISED):
        print(f"\nno test raises {', '.join(never)}")  # noqa: T201 (pytest's own end shows it)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
