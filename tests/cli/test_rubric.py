from __future__ import annotations

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from ipak_cli.cli.rubric import app
from ipak_cli.rubric.schema import schema_text
from makers.rubric_text import SMALL, altered, line_of


def _run(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def _file(folder, text: str) -> str:
    file = folder / "sendiri.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_list_names_the_shipped_rubrics():
    result = _run("list")
    assert result.exit_code == 0
    assert "ipak-ipkp" in result.stdout
    assert "IPAK 5 butir, IPKP 9 butir" in result.stdout


def test_list_as_json_is_one_document():
    rubrics = json.loads(_run("list", "--json").stdout)["rubrics"]
    assert {"ipak-ipkp", "skm-14-2017"} <= {each["id"] for each in rubrics}
    assert all(each["digest"].startswith("sha256:") for each in rubrics)


@pytest.mark.parametrize("name", ["ipak-ipkp", "skm-14-2017"])
def test_show_fits_80_columns(name):
    result = _run("show", name)
    assert result.exit_code == 0
    assert max(len(line.rstrip()) for line in result.stdout.splitlines()) <= 80


def test_show_tells_what_the_rubric_says():
    shown = " ".join(_run("show", "ipak-ipkp").stdout.split())
    for part in (
        "I14",
        "Pungutan Liar",
        "1/9",
        "22,5",
        "18,25",
        "di luar survei",
        "paling sedikit 30",
        "WBBM",
    ):
        assert part in shown


def test_show_as_json_keeps_numbers_exact():
    document = json.loads(_run("show", "skm-14-2017", "--json").stdout)
    assert document["content"]["indices"][0]["items"][0]["weight"] == "1/9"
    assert document["rubric"]["version"] == "1.0"


def test_what_a_rubric_says_is_never_read_as_markup(tmp_path):
    text = altered("title: Rubrik kecil", "title: '[bold]Rubrik[/bold] [link=x]:smile: [/]'")
    assert "[bold]Rubrik[/bold] [link=x]:smile: [/]" in _run("show", _file(tmp_path, text)).stdout


def test_show_of_a_rubric_with_faults_exits_1(tmp_path):
    file = _file(tmp_path, altered("target: 4", "target: 5"))
    result = _run("show", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "R667" in result.stderr


def test_check_of_a_sound_file_says_so(tmp_path):
    file = _file(tmp_path, SMALL)
    result = _run("check", file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "tidak ada kesalahan" in result.stdout


def test_check_shows_every_fault_on_standard_error(tmp_path):
    text = altered("code: B2", "code: B1")
    text = altered("target: 4", "targt: 4", text)
    result = _run("check", _file(tmp_path, text))
    assert (result.exit_code, result.stdout) == (1, "")
    shown = "".join(result.stderr.split())
    for part in ("R650", f":{line_of(SMALL, 'code: B2')}", "R620", f":{line_of(SMALL, 'target: 4')}"):
        assert part in shown


def test_check_as_json_is_one_document(tmp_path):
    result = _run("check", _file(tmp_path, altered("target: 4", "target: 5")), "--json")
    (problem,) = json.loads(result.stdout)["problems"]
    assert result.exit_code == 1
    assert (problem["code"], problem["severity"]) == ("R667", "error")
    assert problem["where"]["line"] == line_of(SMALL, "target")


def test_check_of_a_sound_file_as_json_has_no_problems(tmp_path):
    document = json.loads(_run("check", _file(tmp_path, SMALL), "--json").stdout)
    assert (document["rubric"]["id"], document["problems"]) == ("kecil", [])


def test_check_of_a_file_that_is_not_there_exits_1():
    result = _run("check", "tidak-ada.yaml")
    assert result.exit_code == 1
    assert "R614" in result.stderr


def test_schema_prints_the_schema_as_it_is():
    assert _run("schema").stdout == schema_text("survey")
    assert _run("schema", "--kind", "survey").stdout == schema_text("survey")
    assert _run("schema", "--kind", "angket").exit_code == 2


def test_the_commands_start_without_pandas_and_openpyxl():
    program = (
        "import sys; from ipak_cli.cli.rubric import app; from ipak_cli.cli import rubric_view, rubric; "
        "rubric.list_command(); rubric.show_command('ipak-ipkp', as_json=True); "
        "print('loaded', [name for name in ('pandas', 'openpyxl', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("loaded []\n")
