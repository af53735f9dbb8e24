"""Kills runs, while a reader sees to it that nothing is ever half; ``test_killed.py`` starts it."""

import json
import os
import random
import re
import shutil
import signal
import socket
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from makers.exports import example_rows, write_csv
from makers.nights import die_at
from makers.runs import (
    BROKEN,
    SLOW,
    arrive,
    child,
    ended,
    outputs,
    remember_figures,
    run,
    undated,
    workspace,
)

SURVEY = "survei.csv"
UNFINISHED = re.compile(r"\.ipak-[0-9a-f]{16}\.tmp")
OF_THE_LOCK = re.compile(r"gate|lock|alive|asked-[0-9a-f]{12}")
LOG_LINE = re.compile(r"[-0-9T:+]+ \[malam-[01]\] (GALAT|PERINGATAN|CATATAN) .+")
AFTER_THE_LOCK = 20
"""A write by which a run surely has the lock."""


SETTINGS = "version: 1\nunit: {name: Balai Layanan}\nformats: [html, md]\n"


class Stage:
    """A workspace that a run is to change, and what it holds before and after."""

    def __init__(self, root):
        self.root, self.ready, self.now = root, root / "ready", root / "rounds" / "now"
        self.now.parent.mkdir()
        self.ready = workspace(root / "ready")
        shutil.rmtree(self.ready / "bukti")
        (self.ready / "ipak.yaml").write_text(
            "version: 1\nunit: {name: Balai Layanan}\nformats: [html, md]\n"
        )
        rows = example_rows(3)[:12]
        arrive(self.ready, SURVEY, write_csv(root / SURVEY, rows).read_bytes())
        arrive(self.ready, "lama.xlsx", BROKEN)
        run(self.ready)
        self.old = outputs(self.ready)
        (self.ready / "masuk" / "lama.xlsx").unlink()
        arrive(self.ready, "baru.xlsx", BROKEN)
        arrive(self.ready, SURVEY, write_csv(root / SURVEY, rows[:-1]).read_bytes())
        self.put_up()
        run(self.now, nights=1)
        self.new = outputs(self.now)
        self.put_away()
        assert {"hasil/III-2024/survey.json", "laporan/III-2024/laporan.html"} <= self.new.keys()

    def put_up(self):
        """Put a copy of the workspace in place in one step, as the reader must see it."""
        shutil.copytree(self.ready, self.root / "next")
        (self.root / "next").rename(self.now)

    def leave_lock(self):
        """Leave the lock of a run that was killed before it did anything."""
        dead = child(lambda: None)
        ended(dead)
        (self.now / ".ipak" / "lock").write_text(f"{dead}\n{socket.gethostname()}\n")

    def put_away(self):
        self.now.rename(self.root / "gone")
        shutil.rmtree(self.root / "gone")

    def judge(self, name, content):
        """See that a file has its old bytes or its new ones."""
        last = name.rpartition("/")[2]
        if name == ".ipak/holder.json":
            assert json.loads(content)["version"], content
        elif name == ".ipak/memory.json":
            # What is about to be replaced is forgotten first; what is remembered is as before or as after.
            ends = [json.loads(each[name]) for each in (self.old, self.new)]
            found = json.loads(content)
            assert found.pop("compared") in [end["compared"] for end in ends]
            found.pop("begun")
            found.pop("earlier")
            found.pop("replaced")
            for part, remembered in found.items():
                assert all(done in [end[part].get(key) for end in ends] for key, done in remembered.items())
        elif name == ".ipak/written.json":
            # It is written report by report: of each place what was known before, or is known after.
            ends = [json.loads(each.get(name, "{}")) for each in (self.old, self.new)]
            found = json.loads(content)
            assert all(digests in [end.get(place) for end in ends] for place, digests in found.items())
        elif not (UNFINISHED.fullmatch(last) or OF_THE_LOCK.fullmatch(last) or last == "ipak.log"):
            assert content in (self.old.get(name), self.new.get(name)), (name, len(content), content[:40])

    def read(self):
        """Read and judge everything once; what goes meanwhile is gone."""
        for top in ("hasil", "laporan", ".ipak"):
            for folder, _, files in os.walk(self.now / top):
                for path in (Path(folder, file) for file in files):
                    with suppress(FileNotFoundError):
                        self.judge(path.relative_to(self.now).as_posix(), undated(path))

    def read_for_ever(self):
        parent = os.getppid()
        while os.getppid() == parent:
            self.read()
            time.sleep(0.005)

    def look_after_kill(self):
        """See that nothing is lost or half; tell how far the run had come."""
        self.read()
        found = {name: content for name, content in outputs(self.now).items() if name in self.new}
        assert self.old.keys() & self.new.keys() <= found.keys()
        return sum(found.get(name) != content for name, content in self.new.items())

    def finish(self):
        """Let the next run do the rest, as late as nights are, and see that it did."""
        for path in self.now.rglob(".ipak-*.tmp"):
            os.utime(path, (0, 0))
        assert ended(child(lambda: run(self.now, nights=1) and None)) == 0
        assert outputs(self.now) == self.new
        own = {path.name for path in (self.now / ".ipak").iterdir()}
        assert own == {"gate", "ipak.log", "memory.json", "state.json", "written.json"}, own
        assert not list(self.now.rglob("*.tmp"))
        lines = (self.now / ".ipak" / "ipak.log").read_text("utf-8").splitlines()
        assert all(map(LOG_LINE.fullmatch, lines)), lines


def at_every_write(stage, *, last=1000, locked=True):
    """Kill runs that first take over the lock of a killed one; then some that find none."""

    lag = at_every_write(stage, last=AFTER_THE_LOCK, locked=False) if locked else Counter()
    for step in range(1, last):
        stage.put_up()
        if locked:
            stage.leave_lock()
        code = ended(child(lambda step=step: die_at(step) or (run(stage.now, nights=1) and None)))
        if code != -signal.SIGKILL:
            assert (code, outputs(stage.now)) == (0, stage.new)
            break
        lag[stage.look_after_kill()] += 1
        stage.finish()
        stage.put_away()
    return lag


def at_any_moment(stage):
    def work():
        run(stage.now, nights=1)

    stage.put_up()
    began = time.monotonic()
    assert ended(child(work)) == 0
    lasts = time.monotonic() - began
    stage.put_away()
    lag, chance = Counter(), random.Random(5)  # noqa: S311 (moments, not secrets)
    for _ in range(200 if SLOW else 25):
        stage.put_up()
        process = child(work)
        time.sleep(chance.uniform(0, lasts))
        os.kill(process, signal.SIGKILL)
        assert ended(process) in (0, -signal.SIGKILL)
        lag[stage.look_after_kill()] += 1
        stage.finish()
        stage.put_away()
    return lag


def main():
    if not SLOW:
        remember_figures()
    stage = Stage(Path(sys.argv[1]).resolve())
    reader = child(stage.read_for_ever)
    lag = {"write": at_every_write, "moment": at_any_moment}[sys.argv[2]](stage)
    os.kill(reader, signal.SIGKILL)
    assert ended(reader) == -signal.SIGKILL, "the reader met something else"
    old, new = max(lag), lag[0]
    print(json.dumps({"kills": lag.total(), "before": lag[old], "after": new, "states": len(lag)}))  # noqa: T201


if __name__ == "__main__":
    main()
