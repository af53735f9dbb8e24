"""Starts runs over one workspace at one moment, for ``test_together.py``, and looks at what comes out."""

import json
import os
import shutil
import socket
import sys
from collections import Counter
from pathlib import Path

from ipak_cli.cli.app import run as ipak
from ipak_cli.workspace import lock
from makers.exports import example_rows, write_csv
from makers.runs import BROKEN, SLOW, arrive, child, ended, outputs, remember_figures, workspace

DATED = ".ipak/state.json"


def office(root):
    """Make a workspace that had a good night, and whose survey has changed since."""
    folder = workspace(root / "ready")
    (folder / "ipak.yaml").write_text("version: 1\nunit: {name: Balai Layanan}\nformats: [html, md]\n")
    rows = example_rows(3)[:12]
    arrive(folder, "survei.csv", write_csv(root / "survei.csv", rows).read_bytes())
    assert ipak(["run", str(folder)]) == 0
    arrive(folder, "survei.csv", write_csv(root / "survei.csv", rows[:-1]).read_bytes())
    return folder


def at_once(count, folder, hosts, *options, bring=False):
    """Let so many runs start at one moment on so many hosts; return code, document and errors of each."""
    gate, opener = os.pipe()
    logs = [folder.parent / f"{number}" for number in range(count)]

    def work(number):
        os.close(opener)
        socket.gethostname = lambda: f"komputer-{number % hosts}"
        for descriptor, end in ((1, "out"), (2, "err")):
            os.dup2(os.open(f"{logs[number]}.{end}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
        if bring:
            arrive(folder, f"rusak-{number}.xlsx", BROKEN)
        os.read(gate, 1)
        return ipak(["run", str(folder), "--json", *options])

    runs = [child(lambda number=number: work(number)) for number in range(count)]
    os.close(gate)
    os.close(opener)
    codes = [ended(process) for process in runs]
    outs, errs = ([Path(f"{log}.{end}").read_text("utf-8") for log in logs] for end in ("out", "err"))
    return [(code, json.loads(out), err) for code, out, err in zip(codes, outs, errs, strict=True)]


def state(folder):
    found = json.loads((folder / DATED).read_bytes())
    return found["last_success"], found["last_failure"], found["inputs"]


def undated(folder):
    return {name: content for name, content in outputs(folder).items() if name != DATED}


def settled(folder):
    own = {path.name for path in (folder / ".ipak").iterdir()} - {"ipak.log"}
    assert own == {"gate", "memory.json", "state.json", "written.json"}, own
    assert not list(folder.rglob("*.tmp"))


def losers_leave(count, folder, wanted, hosts):
    """Without patience: at least one does the work, and whoever meets it leaves with 75."""
    found = at_once(count, folder, hosts)
    codes = Counter(code for code, _, _ in found)
    assert codes.keys() <= {0, 75}, found
    assert codes[0], found
    working = [done["run"] for _, done, _ in found if done["workspaces"][0]["steps"]]
    assert len(working) == 1, found
    assert all(("D601" in err or "D602" in err) == (code == 75) for code, _, err in found), found
    assert undated(folder) == wanted
    success, failure, inputs = state(folder)
    assert success["run"] in [done["run"] for code, done, _ in found if not code]
    assert failure is None
    assert {name: each["outcome"] for name, each in inputs.items()} == {"survei.csv": "done"}
    return codes


def waiters_find_the_rest(count, folder, wanted, hosts):
    """With patience, each bringing an input of its own: nobody's is lost, and the survey is scored once."""
    found = at_once(count, folder, hosts, "--wait", "60", bring=True)
    codes = Counter(code for code, _, _ in found)
    assert codes.keys() == {1}, found
    steps = [step for _, done, _ in found for step in done["workspaces"][0]["steps"]]
    assert [step["action"] for step in steps].count("survey") == 1
    brought = {f"rusak-{number}.xlsx" for number in range(count)}
    notes = {f"hasil/{name}.masalah.txt" for name in brought}
    made = undated(folder)
    assert {name: made[name] for name in made if name not in notes} == wanted
    assert notes <= made.keys()
    outcomes = {name: each["outcome"] for name, each in state(folder)[2].items()}
    assert outcomes == {"survei.csv": "done", **dict.fromkeys(brought, "failed")}
    return codes


def main():
    root = Path(sys.argv[1]).resolve()
    remember_figures()
    lock.POLL = 0.05
    ready = office(root)
    alone, now = root / "alone", root / "now"
    shutil.copytree(ready, alone)
    assert ipak(["run", str(alone)]) == 0
    wanted, codes = undated(alone), Counter()
    for number in range(100 if SLOW else 2):
        hosts = 3 if number % 2 else 1
        for count in (2, 8):
            for way in (losers_leave, waiters_find_the_rest):
                shutil.copytree(ready, now)
                codes.update(
                    {f"{way.__name__} {code}": n for code, n in way(count, now, wanted, hosts).items()}
                )
                settled(now)
                shutil.rmtree(now)
    print(json.dumps(codes))  # noqa: T201


if __name__ == "__main__":
    main()
