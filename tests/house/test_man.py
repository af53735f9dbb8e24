"""The man page: up to date, with every command, and without anything that a formatter stumbles over."""

import shutil
import subprocess
from pathlib import Path

import pytest
from man import PAGE, commands, man_page

TEXT = PAGE.read_text(encoding="ascii")


def test_the_page_is_what_the_commands_say():
    assert man_page() == TEXT, "run python tools/man.py"


def test_every_command_and_option_has_its_entry():
    plain = TEXT.replace(r"\-", "-")
    found = list(commands())
    assert len(found) > 15
    for context, command in found:
        assert f".SS {context.command_path} " in plain
        for parameter in command.params:
            assert all(rf"\fB{name}\fR" in plain for name in parameter.opts if name.startswith("-"))


def formatted(*command):
    return subprocess.run([*command, Path(PAGE)], capture_output=True, text=True, check=True)


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff here")
def test_groff_shows_it_without_a_warning():
    done = formatted("groff", "-man", "-Tascii", "-wall", "-rLL=78n", "-P-cbou")
    assert done.stderr == ""
    assert "KODE KELUAR" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="there is no mandoc here")
def test_mandoc_finds_no_error():
    assert "ERROR" not in formatted("mandoc", "-Tlint", "-Werror").stdout
