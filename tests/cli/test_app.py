"""How the program answers what happens outside of any command: the clock, an early interrupt, a flood."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from ipak_cli.cli.app import run

INTERRUPTED = """
import sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
sys.argv = ["ipak", "explain"]
from ipak_cli.__main__ import main
main()
"""


def test_an_interrupt_while_the_program_starts_ends_it_as_any_other():
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Dihentikan.\n")


@pytest.mark.parametrize("command", [["run", "."], ["status", "."], ["unlock", ".", "--reason", "mati"]])
def test_a_zone_of_the_computer_that_is_none_is_told(tmp_path, command):
    (tmp_path / "ipak.yaml").touch()
    done = subprocess.run(
        [sys.executable, "-m", "ipak_cli", *command],
        capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "TZ": "AAA99999"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "U906" in done.stderr
    assert "AAA99999" in done.stderr


def test_thousands_of_unknown_keys_are_a_hundred_lines_and_a_count(tmp_path, capsys):
    rubric = tmp_path / "banyak.yaml"
    rubric.write_text("kind: survey\n" + "".join(f"k{n}: 1\n" for n in range(2_000)), encoding="utf-8")
    assert run(["rubric", "check", str(rubric), "--json"]) == 1
    out, err = capsys.readouterr()
    problems = json.loads(out)["problems"]
    assert len(problems) < 200
    assert len(err.splitlines()) < 200
    assert "dan 1.900 lagi" in err
    assert [each["values"]["count"] for each in problems if each["code"] == "U905"] == ["1.900"]
