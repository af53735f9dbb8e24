"""How many modules a command enters: what a reader must know of to follow it."""

import json
import os
import subprocess
import sys

import pytest

from makers.exports import EXAMPLES
from makers.runs import ALL, workspace

MOST_FOR_SCORE = 104
MOST_FOR_RUN = 265
"""To be lowered whenever modules merge: the goal is 50 and 90.

Sixteen make Word, PDF, annexes, pictures and the work note, eight the form of the follow-up,
two say which groups are shown and in which order, 26 make a workpaper, one keeps what somebody saved,
one remembers what was written for people; seven of a score and 15 of a run tell recaps from answers, keep the
two apart, and are what grew too long with that; five find persons in texts and labels, one reads the list
of the staff; ten and twelve say what can be told from chance, and five of a run
which suggestions may be shown.
"""

INPUTS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_file())

# Runs the command line, then prints the modules in which a function was called, forked children's too.
ENTERED = """
import json, os, sys, tempfile, threading
from ipak_cli.__main__ import main
import ipak_cli

source = os.path.dirname(os.path.realpath(ipak_cli.__file__)) + os.sep
files, names = set(), []

def called(frame, event, _):
    code = frame.f_code
    if event == "call" and code.co_flags & 1 and code.co_name != "<module>":
        files.add(code.co_filename)

leave, of_children = os._exit, tempfile.NamedTemporaryFile()

def tell_and_leave(code):
    with open(of_children.name, "a") as told:
        for file in files:
            print(file, file=told)
    leave(code)

os._exit = tell_and_leave
sys.argv = ["ipak", *sys.argv[1:]]
out, sys.stdout = sys.stdout, open(os.devnull, "w")
threading.setprofile(called)
sys.setprofile(called)
try:
    main()
except SystemExit as end:
    code = end.code
finally:
    sys.setprofile(None)
files.update(open(of_children.name).read().splitlines())
for file in map(os.path.realpath, files):
    if file.startswith(source):
        names.append(file[len(source):-3].replace(os.sep, "."))
out.write(json.dumps([code, sorted(names)]))
"""


def entered(folder, *arguments):
    environment = {name: value for name, value in os.environ.items() if name != "IPAK_WORKSPACE"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ENTERED, *map(str, arguments)],
        capture_output=True, text=True, check=True, cwd=folder, env=environment,
    )  # fmt: skip
    code, modules = json.loads(done.stdout)
    assert code == 0
    return modules


@pytest.mark.parametrize(("command", "most"), [("score", MOST_FOR_SCORE), ("run", MOST_FOR_RUN)])
def test_a_command_enters_few_modules(tmp_path, command, most):
    if command == "score":
        modules = entered(tmp_path, "score", EXAMPLES / "ipak-ipkp-2024-tw3.xlsx")
    else:
        modules = entered(tmp_path, "run", workspace(tmp_path / "unit", *INPUTS, formats=ALL), "--fresh", "0")
    assert len(modules) <= most, modules
