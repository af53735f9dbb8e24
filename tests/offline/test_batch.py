"""The starter for Windows, by the rules of its shell, which tests have not at hand.

It was tried by hand in Wine's: paths with spaces, letters of other languages, brackets and ``&`` arrive
whole, and so do the files that are dropped on it. (Wine drops a percent sign of a path, which Windows keeps.)
"""

import re
from zipfile import ZipFile

import pytest

from makers.wheels import PYTHON, make_zip


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        archive = make_zip(tmp_path_factory.mktemp("zip"), "windows", patch)
    with ZipFile(archive) as opened:
        (name,) = (each for each in opened.namelist() if each.endswith(".bat"))
        return opened.read(name)


@pytest.fixture(scope="module")
def lines(batch):
    return batch.decode("ascii").removesuffix("\r\n").split("\r\n")


def test_every_line_ends_as_windows_ends_it(batch):
    assert batch.endswith(b"\r\n")
    assert batch.count(b"\n") == batch.count(b"\r") == batch.count(b"\r\n")


def test_it_has_no_sign_that_depends_on_a_code_page(batch):
    assert batch.isascii()
    assert b"\t" not in batch


def outside_quotes(line):
    assert line.count('"') % 2 == 0
    return "".join(line.split('"')[::2])


def test_every_path_stands_between_quotation_marks(lines):
    with_paths = [line for line in lines if "%~dp0" in line or "%FOLDER%" in line]
    assert len(with_paths) == 2
    for line in with_paths:
        assert "%~dp0" not in outside_quotes(line)
        assert "%FOLDER%" not in outside_quotes(line)


def test_an_exclamation_mark_in_a_path_stays(lines):
    assert lines.count("setlocal") == 1  # without the expansion that would take it away
    assert all("!" not in line for line in lines)


def test_every_place_that_is_gone_to_is_there_once(lines):
    wanted = {line.split()[-1] for line in lines if line.strip().startswith("goto ")}
    assert wanted
    assert [lines.count(f":{each}") for each in wanted] == [1] * len(wanted)


def test_what_is_set_is_set_between_quotation_marks(lines):
    assigned = [line.strip() for line in lines if line.strip().startswith("set ")]
    assert len(assigned) == 5
    assert all(re.fullmatch(r'set "[A-Z]+=.*"', line) for line in assigned)


def test_nothing_is_echoed_that_its_shell_would_take_for_its_own(lines):
    told = [line for line in lines if line.startswith("echo ")]
    assert len(told) > 3
    for line in told:
        assert not set(outside_quotes(line)) & set("&|<>^%")


def test_no_block_is_ended_by_a_sentence(lines):
    depth = 0
    for line in lines:
        plain = outside_quotes(line).strip()
        assert depth == 0 or not plain.startswith("echo")
        if not plain.startswith(("echo", "rem")):
            depth += plain.count("(") - plain.count(")")
        assert depth >= 0
    assert depth == 0


def test_no_variable_is_read_in_the_block_that_sets_it(lines):
    """A block is read as a whole before any of it runs."""
    depth, inside = 0, []
    for line in lines:
        plain = outside_quotes(line).strip()
        if plain.startswith(("echo", "rem")):
            continue
        inside += [line] * bool(depth)
        depth += plain.count("(") - plain.count(")")
    assert any("goto found" in line for line in inside)
    assert not any("%ERRORLEVEL%" in line or "%PYTHON%" in line for line in inside)


def test_the_window_stays_open_after_whatever_went_wrong(lines):
    ends = [number for number, line in enumerate(lines) if re.search(r"\bexit /b\b", line)]
    assert [lines[each] for each in ends] == ["exit /b 1", 'if "%CODE%"=="0" exit /b 0', "exit /b %CODE%"]
    assert [lines[each - 1] for each in (ends[0], ends[2])] == ["pause", "pause"]
    assert lines[-1] == "exit /b %CODE%"


def test_the_exit_code_is_read_right_after_the_program(lines):
    (run,) = (number for number, line in enumerate(lines) if line.startswith("%PYTHON% "))
    assert lines[run] == r'%PYTHON% "%FOLDER%roda\mulai.py" %*'
    assert lines[run + 1] == 'set "CODE=%ERRORLEVEL%"'


def test_it_looks_for_each_python_that_the_wheels_are_for(lines):
    assert f"for %%v in ({PYTHON}) do (" in lines
    (check,) = (line for line in lines if line.startswith('set "FITS='))
    program = check.removeprefix('set "FITS=').removesuffix('"')
    assert '"' not in program
    with pytest.raises(SystemExit) as left:
        exec(program, {})  # noqa: S102 (the very text that Python is given there)
    assert not left.value.code


def test_no_line_is_longer_than_its_shell_takes(lines):
    assert max(map(len, lines)) < 8191
