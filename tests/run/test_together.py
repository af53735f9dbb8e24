"""Two and eight runs at once over one workspace: every output right, and nobody's update lost."""

import json
import os
from pathlib import Path

import pytest

from makers.runs import in_memory, start_script

SCRIPT = Path(__file__).with_name("child_together.py")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="starts runs at one moment by forking")
def test_runs_at_once_do_the_work_once_and_lose_nothing():
    with in_memory() as folder:
        found = json.loads(start_script(SCRIPT, folder))
    assert found["losers_leave 75"] > 0
    assert found.keys() == {"losers_leave 0", "losers_leave 75", "waiters_find_the_rest 1"}
