"""Help pages are Indonesian throughout, and options have Indonesian names."""

import io
import re
from contextlib import redirect_stdout
from functools import cache

import pytest
from typer.main import get_command

from ipak_cli.cli.app import app, run
from ipak_cli.cli.options import NAMES

ENGLISH = re.compile(
    r"\b(Usage|Options|Arguments|Commands|Show|message|exit|required|default|Install|completion|current|ARGS|"
    r"COMMAND|OPTIONS|str|path|list\[|x<=)"
)


def commands(group, names=()):
    """Yield the names that lead to each group and command."""
    yield names
    for name in getattr(group, "commands", {}):
        yield from commands(group.commands[name], (*names, name))


ALL = list(commands(get_command(app)))


@cache
def help_page(names):
    with redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) as out:
        assert run([*names, "--help"]) == 0
    out.seek(0)
    return out.read()


@pytest.mark.parametrize("names", ALL, ids=" ".join)
def test_a_help_page_is_indonesian_and_fits_80_columns(names):
    page = help_page(names)
    assert page.startswith(f"Pemakaian: {' '.join(('ipak', *names))} ")
    assert "Tampilkan bantuan ini." in page
    assert ENGLISH.findall(re.sub(r"--[a-z-]+", "", page)) == []
    assert max(map(len, page.splitlines())) <= 80


def test_without_a_command_the_help_page_is_shown(capsys):
    assert run([]) == 2
    assert capsys.readouterr().out.startswith("Pemakaian: ipak ")


@pytest.mark.parametrize(("english", "indonesian"), NAMES.items())
def test_every_indonesian_name_belongs_to_an_option(english, indonesian):
    assert any(re.search(rf"{english}, {indonesian}\b", help_page(names)) for names in ALL)


def test_an_option_may_be_called_by_its_indonesian_name(tmp_path, capsys):
    assert run(["template", str(tmp_path / "a.xlsx"), "--rubrik", "skm-14-2017"]) == 0
    assert run(["template", str(tmp_path / "a.xlsx"), "--rubrik", "skm-14-2017"]) == 1
    assert run(["template", str(tmp_path / "a.xlsx"), "--rubrik", "skm-14-2017", "--paksa"]) == 0
    capsys.readouterr()
