"""What all tests share: which problems they raise, so that no code of the catalogue goes without a test."""

from __future__ import annotations

from functools import wraps
from pathlib import Path

import pytest

from ipak_cli.base.problem import Problem
from ipak_cli.catalogue.indonesian import CATALOGUE

TESTS = Path(__file__).parent
RAISED = set()
SLOW = (
    "cli/test_corpus.py",
    "cli/test_encoding.py",
    "examples",
    "filesystems",
    "fuzz",
    "house/test_bench.py",
    "house/test_wheel.py",
    "pekppp/book/test_open.py",
    "report/test_browser.py",
    "run",
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
