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


@pytest.mark.parametrize(
    "command", [["run", "."], ["status", "."], ["unlock", ".", "--reason", "mati"], ["open", "--no-browser"]]
)
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


@pytest.mark.skipif(os.name != "posix", reason="a folder that is in use cannot be removed")
def test_a_current_folder_that_is_gone_is_told_as_that(tmp_path):
    leave = 'mkdir hilang && cd hilang && rmdir ../hilang && exec "$0" -m ipak_cli trend'
    done = subprocess.run(
        ["sh", "-c", leave, sys.executable], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "U908" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["run", ""], "kosong"),
        (["trend", "--workspace", " "], "--workspace"),
        (["trend", "--workspace="], "--workspace"),
        (["run", ".", "--wait", "inf"], "paling besar 86400"),
        (["run", ".", "--fresh", "86401"], "paling besar 86400"),
        (["score", "a.xlsx", "--population", "9" * 5_000], "bilangan bulat"),
        (["score", "a.xlsx", "--population", "1000000000"], "paling besar 999999999"),
    ],
)
def test_an_empty_or_boundless_option_is_wrong_usage(capsys, arguments, named):
    assert run(arguments) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "U902" in told
    assert named in told
