"""The guest that all tests of real file systems share, and the example workspace that they run."""

import pytest

from makers.exports import example_rows, write_csv
from makers.guest import MOUNTS, Guest, NoGuestError, Share
from makers.runs import arrive, workspace

ROWS = 13
"""Of the example's third period, header included: a run's time in the guest goes with them."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Show what the guest's system said, below a test of it that fails."""
    report = yield
    used = item.funcargs.get("guest") or getattr(item.funcargs.get("share"), "guest", None)
    if report.failed and used:
        report.sections.append(("console of the guest", used.console()))
    return report


@pytest.fixture(scope="session")
def guest(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guest")
    example = workspace(tmp_path_factory.mktemp("example") / "unit")
    export = write_csv(folder / "survei.csv", example_rows(3)[:ROWS])
    arrive(example, "survei.csv", export.read_bytes())
    try:
        running = Guest(folder, example)
    except NoGuestError as reason:
        pytest.skip(f"no guest with file servers: {reason}")
    assert running.started.code == 0, running.started
    yield running
    running.close()


@pytest.fixture(params=MOUNTS)
def share(guest, request):
    return Share(guest, request.param)
