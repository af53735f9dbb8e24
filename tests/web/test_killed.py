"""The server killed while it writes: old bytes or new ones, nothing lost, and the next start goes on."""

import json
import os
from pathlib import Path

import pytest

from makers.runs import SLOW, in_memory, start_script

SCRIPT = Path(__file__).with_name("child_killed.py")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills with POSIX signals")


WORK = ["settings", "follow_up", "review", "keep_file", "assessment", "report"]


@pytest.mark.parametrize("work", [*WORK, "publication"] if SLOW else WORK)
def test_a_server_killed_at_its_writes_loses_nothing_and_the_next_one_goes_on(work):
    with in_memory() as folder:
        found = json.loads(start_script(SCRIPT, folder, work))
    assert found["kills"] > 3
    assert found["states"] > 1
    assert found["ordered"]
