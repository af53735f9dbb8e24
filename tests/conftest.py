"""What all tests share: which problems they raise, so that no code of the catalogue goes without a test.

No sentence of a problem says None: what nothing is known of has words of its own.

How many processes they run in: one for each core, but one alone where only some files are asked for.

The code of shipped templates, which is made once.

And a process for the typesetter: its threads do not live on in a child that a run forks, so that the process
of the tests, like that of a run, must never have used it itself.
"""

from __future__ import annotations

import atexit
import csv
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, wraps
from multiprocessing import get_context
from pathlib import Path

import pytest
import typst
from hypothesis import settings

from ipak_cli.base import message
from ipak_cli.base.problem import Problem
from ipak_cli.catalogue.indonesian import CATALOGUE
from ipak_cli.report.sandbox import Sandbox
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
    "house/test_book_browser.py",
    "house/test_wheel.py",
    "offline/test_start.py",
    "pekppp/book/test_open.py",
    "publication/test_page.py",
    "rollup/test_page_browser.py",
    "report/test_browser.py",
    "rollup/engines",
    "rollup/test_lake_killed.py",
    "run",
    "survey/certainty/test_simulation.py",
    "web/test_hostile.py",
    "web/test_journeys.py",
    "web/test_killed.py",
    "web/test_look.py",
    "workpaper/test_libreoffice.py",
    "workspace/test_lock.py",
    "workspace/test_whole_killed.py",
)
"""Tests that start many processes, a browser or an office program, or try thousands of inputs."""


def pytest_xdist_auto_num_workers(config) -> int | None:
    """Start no workers for single files and tests, or to show what is printed; else one for each core."""
    whole = all(Path(each).is_dir() for each in config.args)
    return None if whole and config.option.capture != "no" else 0


def pytest_configure() -> None:
    settings.register_profile("untimed", deadline=None)  # how long an example takes depends on the machine
    settings.load_profile("untimed")
    make, write = Problem.__init__, message.one_line

    @wraps(make)
    def remember(self, entry, *values, **named):
        RAISED.add(entry.code)
        make(self, entry, *values, **named)
        assert "“None”" not in str(self.values), "a sentence would quote None"

    def tell(value):
        assert value is not None, "a sentence would say None"
        return write(value)

    Problem.__init__ = remember
    message.one_line = tell
    typst.compile = apart(typst.compile, os.getpid())
    Sandbox.compile = once(Sandbox.compile)


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
        try:
            made = typesetter().submit(typeset_here, files, options).result()
        except BrokenProcessPool:  # killed from outside: that costs this page a second try, and no later test
            typesetter.cache_clear()
            made = typesetter().submit(typeset_here, files, options).result()
        if isinstance(made, typst.TypstError):
            raise made
        return made

    return compile_apart


def once(compile_new):
    """Return a compiler of templates that remembers the code of shipped ones, a third of a report's time.

    The code depends on how constants are written. Where an office has templates, all are compiled each time,
    since that costs some of the work that they may cause.
    """
    known = {}

    @wraps(compile_new)
    def compile_once(sandbox, source, name=None, filename=None):
        if sandbox._left is not None:
            return compile_new(sandbox, source, name, filename)
        key = (sandbox._write, sandbox.autoescape, source, name, filename)
        if key not in known:
            known[key] = compile_new(sandbox, source, name, filename)
        return known[key]

    return compile_once


def pytest_collection_modifyitems(items) -> None:
    slow = tuple(str(TESTS / each) for each in SLOW)
    for item in items:
        if str(item.path).startswith(slow):
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node) -> None:
    """Add what a worker's tests raised to what is known here, where the whole run is judged."""
    RAISED.update(getattr(node, "workeroutput", {}).get("raised", ()))  # a worker that crashed has none


def pytest_sessionfinish(session, exitstatus) -> None:
    """Fail a run of all tests in which a code was never raised; a part of them cannot tell."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["raised"] = sorted(RAISED)
        return
    everything = {Path(each).resolve() for each in session.config.args} == {TESTS}
    chosen = session.config.option.keyword or session.config.option.markexpr
    if not everything or chosen or exitstatus != pytest.ExitCode.OK:
        return
    if never := sorted(CATALOGUE.keys() - RAISED):
        print(f"\nno test raises {', '.join(never)}")  # noqa: T201 (pytest's own end shows it)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
