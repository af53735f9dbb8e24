"""A new workspace, and everything that must not be overwritten."""

import pytest
import typer
import yaml
from typer.testing import CliRunner

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.cli.settings import init
from ipak_cli.jobs.setup import make_workspace, starting_settings
from ipak_cli.workspace.config_file import load_config, parse_config
from ipak_cli.workspace.layout import find_workspace
from ipak_cli.workspace.starter import starter_config

UNIT = ("unit", "name")
app = typer.Typer()
app.command()(init)


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def refusals(*arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        make_workspace(*arguments)
    return [problem.code for problem in refused.value.problems]


def everything(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_new_folder_becomes_a_workspace_that_loads_without_faults(tmp_path):
    office = tmp_path / "kantor"
    make_workspace(office, starting_settings(office, {UNIT: "Kantor Contoh"}))

    assert everything(office) == {"ipak.yaml", "BACA-SAYA.txt", "masuk", "bukti", "hasil", "laporan"}
    assert find_workspace(None, office / "masuk", {}) == office
    loaded = load_config(office)
    assert loaded.problems == ()
    assert loaded.config.unit.name == "Kantor Contoh"


def test_an_empty_folder_becomes_one_too(tmp_path):
    make_workspace(tmp_path)
    assert load_config(tmp_path).config.unit.name.startswith("GANTI")


def test_two_workspaces_hold_the_same_bytes(tmp_path):
    make_workspace(tmp_path / "a")
    make_workspace(tmp_path / "b")
    for name in ("ipak.yaml", "BACA-SAYA.txt"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_an_existing_workspace_is_left_as_it_is(tmp_path):
    (tmp_path / "ipak.yaml").write_text("unit: {name: Lama}\n")
    assert refusals(tmp_path) == ["G420"]
    assert everything(tmp_path) == {"ipak.yaml"}
    assert (tmp_path / "ipak.yaml").read_text() == "unit: {name: Lama}\n"


def test_a_folder_with_anything_in_it_is_left_as_it_is(tmp_path):
    (tmp_path / "BACA-SAYA.txt").write_text("milik kantor")
    assert refusals(tmp_path) == ["G421"]
    assert everything(tmp_path) == {"BACA-SAYA.txt"}


def test_a_file_is_no_place_for_a_workspace(tmp_path):
    (tmp_path / "kantor").write_text("berkas")
    assert refusals(tmp_path / "kantor") == ["G422"]


def test_a_missing_parent_is_not_made(tmp_path):
    assert refusals(tmp_path / "salah" / "kantor") == ["U941"]
    assert everything(tmp_path) == set()


@pytest.mark.parametrize(
    "unit",
    [
        "Kantor Contoh",
        'Kantor "A": #1 & {B}',
        "<script>alert(1)</script> | =1+1",
        "Baris\nbaru",
        "'x",
        "null",
    ],
)
def test_any_unit_stands_in_the_settings_as_it_was_given(tmp_path, unit):
    text = starting_settings(tmp_path, {UNIT: unit}).decode()
    assert parse_config(text.encode()).config.unit.name == unit
    assert yaml.safe_load(text)["unit"]["name"] == unit


def test_answers_stand_in_the_place_of_their_examples_and_the_rest_stays(tmp_path):
    said = {
        UNIT: "Dinas Uji",
        ("signatory", "name"): "Siti Aminah, S.E.",
        ("signatory", "nip"): "198001012005011001",
        ("unit", "city"): "Palu",
    }
    before, after = starter_config().splitlines(), starting_settings(tmp_path, said).decode().splitlines()
    assert [line for line in after if line not in before] == [
        "  name: Dinas Uji",
        "  city: Palu",
        "  name: Siti Aminah, S.E.",
        '  nip: "198001012005011001"',
    ]
    assert len(after) == len(before) + 1
    assert after[after.index('  nip: "198001012005011001"') - 1].startswith("  #nip:")


@pytest.mark.parametrize(
    ("said", "code"), [({UNIT: "---"}, "G402"), ({("rubrics", "survey"): "skm-14"}, "G445")]
)
def test_what_may_not_stand_in_the_settings_makes_nothing(tmp_path, said, code):
    with pytest.raises(ProblemsFoundError) as refused:
        starting_settings(tmp_path / "kantor", said)
    assert [problem.code for problem in refused.value.problems] == [code]
    options = {UNIT: "--unit", ("rubrics", "survey"): "--rubric"}
    ((path, answer),) = said.items()
    assert run(tmp_path / "kantor", f"{options[path]}={answer}").exit_code == 1
    assert everything(tmp_path) == set()


def test_the_command_says_what_it_made_and_how_to_go_on(tmp_path):
    done = run(tmp_path / "kantor", "--unit", "<script>alert(1)</script> | =1+1")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "BACA-SAYA.txt" in done.stderr
    assert load_config(tmp_path / "kantor").config.unit.name == "<script>alert(1)</script> | =1+1"


def test_the_command_refuses_with_1_and_the_problem(tmp_path):
    run(tmp_path / "kantor")
    refused = run(tmp_path / "kantor")
    assert refused.exit_code == 1
    assert "G420" in refused.stderr
