"""Recipes for schedulers: what they hold is what the scheduler will start."""

import json
import re
import shutil
import subprocess
import sys
from datetime import time
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
import typer
from typer.testing import CliRunner

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.cli.runs import own_command, schedule
from ipak_cli.jobs.setup import make_schedule

PLAIN = PurePosixPath("/srv/kantor")
NASTY = "/srv/drive kantor/100% 'baik' $HOME `x` \\t#&;"
app = typer.Typer()
app.command()(schedule)


def recipes(workspace=PLAIN, program=("/opt/ipak/bin/ipak",), at=time(2)):
    made = make_schedule(workspace, program, at)
    return {recipe.name: recipe.text for recipe in made.recipes}


def started_by_cron(line):
    """Return what cron starts: an unescaped % ends the command, and an escaped one loses its backslash."""
    command = re.split(r"(?<!\\)%", line.rstrip("\n").split(" ", 5)[5])[0].replace(r"\%", "%")
    tell = f"{sys.executable} -c 'import json, sys; print(json.dumps(sys.argv))'"
    script = command.replace("/opt/ipak/bin/ipak", tell)
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)[1:]


def split_as_windows(line):
    """Split a command line by the rules of Microsoft's C run-time."""
    words, word, quoted, i = [], None, False, 0
    while i < len(line):
        slashes = re.match(r"\\*", line[i:])[0]
        i += len(slashes)
        if line[i : i + 1] == '"':
            word = (word or "") + "\\" * (len(slashes) // 2)
            if len(slashes) % 2:
                word += '"'
            else:
                quoted = not quoted
            i += 1
        elif slashes:
            word = (word or "") + slashes
        elif line[i].isspace() and not quoted:
            words, word, i = (words if word is None else [*words, word]), None, i + 1
        else:
            word, i = (word or "") + line[i], i + 1
    return words if word is None else [*words, word]


def test_plain_paths_make_plain_lines():
    found = recipes(at=time(23, 5))
    assert found["crontab"] == "5 23 * * * /opt/ipak/bin/ipak run /srv/kantor\n"
    assert 'ExecStart="/opt/ipak/bin/ipak" "run" "/srv/kantor"\n' in found["ipak.service"]
    assert "OnCalendar=*-*-* 23:05:00\n" in found["ipak.timer"]


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="cron gives its commands to a shell")
@pytest.mark.parametrize("path", ["/srv/kantor", NASTY, "/srv/50%", "/srv/é ü"])
def test_cron_starts_the_run_in_that_very_folder(path):
    assert started_by_cron(recipes(PurePosixPath(path))["crontab"]) == ["run", path]


def test_systemd_fills_nothing_into_a_path():
    lines = recipes(PurePosixPath(NASTY))["ipak.service"].splitlines()
    # A backslash and a percent sign are doubled, and so is a dollar sign.
    folder = r"""/srv/drive kantor/100%% 'baik' $$HOME `x` \\t#&;"""
    assert f'ExecStart="/opt/ipak/bin/ipak" "run" "{folder}"' in lines


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="asks systemd itself")
def test_systemd_accepts_the_units(tmp_path):
    program = tmp_path / "my tools" / "ipak"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    texts = recipes(PurePosixPath(NASTY), (str(program),))
    for name in ("ipak.service", "ipak.timer"):
        (tmp_path / name).write_text(texts[name])
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / "ipak.service", tmp_path / "ipak.timer"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [line for line in done.stderr.splitlines() if "ipak." in line] == []


@pytest.mark.parametrize(
    "path", [r"D:\data kantor", "D:\\", r"\\server\bagian umum\ipak", r"C:\Unit\100%", r"C:\a'b & c"]
)
def test_windows_starts_the_run_in_that_very_folder(path):
    program = r"C:\Program Files\ipak\ipak.exe"
    line = recipes(PureWindowsPath(path), (program,), time(2))["Task Scheduler"]
    words = split_as_windows(line.rstrip("\n"))
    task = words.pop(5)
    assert words == ["schtasks", "/Create", "/TN", "ipak", "/TR", "/SC", "DAILY", "/ST", "02:00"]
    assert split_as_windows(task) == [program, "run", str(PureWindowsPath(path))]


def test_what_windows_may_not_take_is_said():
    made = make_schedule(PureWindowsPath("D:/" + "folder/" * 40 + "100%"), ("C:/ipak.exe",), time(2))
    assert [found.code for found in made.problems] == ["D621", "D622"]


@pytest.mark.parametrize("path", ["/srv/dua\nbaris", "/srv/\x1b[31m", '/srv/"kutip"'])
def test_a_path_that_would_break_the_line_is_refused(path):
    with pytest.raises(ProblemsFoundError) as refused:
        recipes(PurePosixPath(path))
    assert [found.code for found in refused.value.problems] == ["D620"]


def test_the_command_prints_recipes_for_the_workspace_and_installs_nothing(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    done = CliRunner().invoke(app, [str(tmp_path), "--time", "6.30"])
    assert done.exit_code == 0
    assert f" run {tmp_path}\n" in done.stdout
    assert "\n30 6 * * * " in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["ipak.yaml"]


def test_without_a_time_the_run_is_at_two_in_the_morning(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    assert "\n0 2 * * * " in CliRunner().invoke(app, [str(tmp_path)]).stdout


@pytest.mark.parametrize("text", ["25:00", "2", "02:5", "dua", "02:00:00", "-1:30", "²:00"])
def test_what_is_no_time_is_a_wrong_call(tmp_path, text):
    (tmp_path / "ipak.yaml").write_text("")
    assert CliRunner().invoke(app, [str(tmp_path), "--time", text]).exit_code == 2


def test_a_folder_that_is_no_workspace_is_refused(tmp_path):
    done = CliRunner().invoke(app, [str(tmp_path)])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "U950" in done.stderr


def test_the_program_names_itself_so_that_no_search_path_is_needed(tmp_path):
    command = own_command()
    assert Path(command[0]).is_absolute()
    done = subprocess.run([*command, "--version"], capture_output=True, cwd=tmp_path, env={}, check=True)
    assert done.stdout.startswith(b"ipak ")
