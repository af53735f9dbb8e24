"""ipak in the menu of applications: the entry's own rules, and where it is written."""

import configparser
import os
import shutil
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.cli.web import open_page
from ipak_cli.jobs.menu import add_to_menu, desktop_entry

app = typer.Typer()
app.command()(open_page)
HOSTILE = ["/opt/ruang & 100 %/py", '"tanda" kutip', r"garis\miring", "`perintah`", "$RUMAH", "Üji"]


def fields(text):
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str
    entry.read_string(text)
    return dict(entry["Desktop Entry"])


def arguments(line):
    """Read ``Exec`` as the specification says: first as a value, then between quotation marks."""
    unescaped = iter(line.replace("\\\\", "\\"))
    found, word = [], None
    for sign in unescaped:
        if sign == '"':
            found, word = (found, "") if word is None else ([*found, word], None)
        elif word is not None:
            word += next(unescaped) if sign == "\\" else sign
    return [each.replace("%%", "%") for each in found]


def test_the_entry_runs_the_call_whatever_signs_are_in_it():
    assert arguments(fields(desktop_entry(HOSTILE))["Exec"]) == HOSTILE


def test_a_percent_sign_is_no_field_of_the_menu():
    assert fields(desktop_entry(["a%u"]))["Exec"] == '"a%%u"'


def test_a_line_break_in_a_name_stays_within_the_line():
    assert fields(desktop_entry(["a\nTerminal=true"]))["Terminal"] == "false"


def test_the_entry_is_written_where_this_user_s_applications_are(tmp_path):
    written = add_to_menu(["ipak"], {"XDG_DATA_HOME": str(tmp_path)}, platform="linux")
    assert written == tmp_path / "applications" / "ipak.desktop"
    assert written.read_text(encoding="utf-8") == desktop_entry(["ipak"])


def test_without_a_folder_of_data_it_is_the_usual_one(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    written = add_to_menu(["ipak"], {}, platform="linux")
    assert written == tmp_path / ".local" / "share" / "applications" / "ipak.desktop"


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_systems_without_such_entries_get_none(tmp_path, platform):
    with pytest.raises(ProblemsFoundError) as found:
        add_to_menu(["ipak"], {"XDG_DATA_HOME": str(tmp_path)}, platform=platform)
    assert [each.code for each in found.value.problems] == ["U960"]
    assert list(tmp_path.iterdir()) == []


def test_the_command_names_this_python_and_the_workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    done = CliRunner().invoke(app, ["--menu", str(tmp_path / "ruang kerja")])
    assert done.exit_code == 0, done.output
    entry = tmp_path / "applications" / "ipak.desktop"
    assert done.stderr == f"ipak ada di menu aplikasi: {entry}\n"
    called = arguments(fields(entry.read_text(encoding="utf-8"))["Exec"])
    assert called == [sys.executable, "-m", "ipak_cli", "open", str(tmp_path / "ruang kerja")]


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="there is no desktop-file-validate here"
)
def test_the_validator_of_such_files_finds_nothing(tmp_path):
    written = add_to_menu(HOSTILE, {"XDG_DATA_HOME": str(tmp_path)}, platform="linux")
    done = subprocess.run(["desktop-file-validate", written], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert os.access(written, os.R_OK)
