"""What the Tab key completes, asked for as bash asks: by the line and the place of the cursor."""

import os
import shutil
import subprocess
import sys

import pytest

from ipak_cli.catalogue.indonesian import CATALOGUE
from ipak_cli.cli.app import run
from makers.exports import EXAMPLES
from makers.runs import workspace

FOLDER = EXAMPLES.parent


@pytest.fixture
def complete(capsys, monkeypatch):
    """Return what the line so far is completed with, as bash calls the program; nothing may go wrong."""

    def made(line):
        words = line.split(" ")
        monkeypatch.setenv("_IPAK_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        with pytest.raises(SystemExit) as left:
            run([])
        out, err = capsys.readouterr()
        assert (left.value.code, err) == (0, "")
        return out.split()

    return made


@pytest.fixture
def office(tmp_path, monkeypatch):
    folder = workspace(tmp_path / "unit")
    shutil.copytree(FOLDER / "hasil", folder / "hasil")
    for name in ("bukan periode", "2024-99", "II-2024S"):
        (folder / "hasil" / name).mkdir()
    (folder / "rubrik").mkdir()
    (folder / "rubrik" / "loket.yaml").write_text("")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "command", ["report --period", "score a.xlsx --periode", "pekppp assess a.xlsx --triwulan"]
)
def test_periods_that_have_results_are_proposed_the_newest_first(complete, command):
    assert complete(f"ipak {command} ") == ["IV-2024", "II-2024S", "III-2024", "II-2024", "I-2024"]
    assert complete(f"ipak {command} IV") == ["IV-2024"]


def test_the_workspace_that_the_line_names_is_asked(complete, office, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("IPAK_WORKSPACE", raising=False)
    assert complete("ipak report --period ") == []
    assert complete("ipak report --ruang-kerja unit --period IV") == ["IV-2024"]
    assert complete("ipak report --workspace tidak-ada --period ") == []
    assert office.is_dir()


@pytest.mark.usefixtures("office")
def test_rubrics_are_those_that_are_shipped_and_those_of_the_workspace(complete):
    shipped = ["ipak-ipkp", "pekppp-2025", "skm-14-2017"]
    assert complete("ipak score a.xlsx --rubric ") == [*shipped, "rubrik/loket.yaml"]
    assert complete("ipak rubric show s") == ["skm-14-2017"]
    assert complete("ipak rubric new a.xlsx --like s") == ["skm-14-2017", "sendiri"]


def test_rubrics_are_proposed_outside_a_workspace_too(complete, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("IPAK_WORKSPACE", raising=False)
    assert complete("ipak score a.xlsx --rubrik i") == ["ipak-ipkp"]


def test_codes_are_proposed_whatever_the_letters_case(complete):
    found = [code for code in CATALOGUE if code.startswith("W42")]
    assert complete("ipak explain W42") == found
    assert complete("ipak explain w42") == [code.lower() for code in found]
    assert len(complete("ipak explain ")) == len(CATALOGUE)


def test_options_and_commands_have_both_names(complete):
    assert complete("ipak report --per") == ["--period", "--periode"]
    assert complete("ipak sc") == ["score", "schedule", "schema"]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("broken", [b"\xff", b"version: satu\n", b"periods: {2024: {}}\n"])
def test_settings_that_cannot_be_read_keep_nothing_from_being_proposed(complete, office, broken):
    (office / "ipak.yaml").write_bytes(broken)
    assert "IV-2024" in complete("ipak report --period ")


@pytest.mark.slow
def test_bash_gets_the_values_from_a_process_of_its_own(office, tmp_path):
    if (bash := shutil.which("bash")) is None:
        pytest.skip("there is no bash here")
    command = tmp_path / "bin" / "ipak"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ipak_cli "$@"\n')
    command.chmod(0o755)
    script = (
        'eval "$(_IPAK_COMPLETE=source_bash ipak)"\n'
        "COMP_WORDS=(ipak report --period I); COMP_CWORD=3; COMPREPLY=()\n"
        '_ipak_completion ipak I --period; printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        [bash, "--norc", "-c", script],
        capture_output=True, text=True, check=True, cwd=office,
        env={"PATH": f"{command.parent}:{os.environ['PATH']}", "LANG": "C"},
    )  # fmt: skip
    assert (done.stdout.split(), done.stderr) == (
        ["IV-2024", "II-2024S", "III-2024", "II-2024", "I-2024"],
        "",
    )
