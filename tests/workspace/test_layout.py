"""Which workspace a command works in."""

from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace.layout import SHOWN, Paths, find_workspace, must_find_workspace, starting_folders


@pytest.fixture
def office(tmp_path):
    """A workspace with a folder below it."""
    (tmp_path / "kantor" / "masuk").mkdir(parents=True)
    (tmp_path / "kantor" / "ipak.yaml").touch()
    return tmp_path / "kantor"


def test_the_nearest_marked_folder_upward_is_the_workspace(office):
    assert find_workspace(None, office / "masuk", {}) == office


def test_the_environment_names_one_only_where_there_is_none_upward(office, tmp_path):
    assert find_workspace(None, tmp_path, {"IPAK_WORKSPACE": str(office)}) == office
    assert find_workspace(None, office, {"IPAK_WORKSPACE": "/tidak/ada"}) == office


def test_outside_any_workspace_there_is_none(tmp_path):
    assert find_workspace(None, tmp_path, {}) is None


@pytest.mark.parametrize("named", [True, False])
def test_a_named_folder_without_the_marker_is_refused(tmp_path, named):
    arguments = (tmp_path, tmp_path, {}) if named else (None, tmp_path, {"IPAK_WORKSPACE": str(tmp_path)})

    with pytest.raises(ProblemsFoundError) as refused:
        find_workspace(*arguments)

    assert [problem.code for problem in refused.value.problems] == ["U950"]


def test_a_command_that_needs_a_workspace_says_that_there_is_none(office, tmp_path):
    assert must_find_workspace(None, office, {}) == office

    with pytest.raises(ProblemsFoundError) as refused:
        must_find_workspace(None, tmp_path, {})

    assert [problem.code for problem in refused.value.problems] == ["G423"]


def test_every_path_of_a_workspace_has_its_place():
    told = [
        SHOWN.settings,
        SHOWN.guide,
        SHOWN.inbox,
        SHOWN.evidence,
        SHOWN.results,
        SHOWN.reports,
        SHOWN.templates,
        SHOWN.state,
        SHOWN.memory,
        SHOWN.log,
        SHOWN.lock,
        SHOWN.lock_holder,
        SHOWN.lock_gate,
        SHOWN.lock_alive,
        SHOWN.lock_asked("69df"),
        SHOWN.result("IV-2024", "survey.json"),
        SHOWN.superseded("IV-2024", "a.json"),
        SHOWN.report("IV-2024"),
    ]
    assert [path.as_posix() for path in told] == [
        "ipak.yaml", "BACA-SAYA.txt", "masuk", "bukti", "hasil", "laporan", "templat",
        ".ipak/state.json", ".ipak/memory.json", ".ipak/ipak.log", ".ipak/lock", ".ipak/holder.json",
        ".ipak/gate", ".ipak/alive", ".ipak/asked-69df", "hasil/IV-2024/survey.json",
        "hasil/IV-2024/lama/a.json", "laporan/IV-2024",
    ]  # fmt: skip
    assert Paths(Path("/unit")).inbox == Path("/unit/masuk")


def test_a_new_workspace_has_the_four_folders_that_people_use():
    assert [path.name for path in starting_folders(Path("unit"))] == ["masuk", "bukti", "hasil", "laporan"]
