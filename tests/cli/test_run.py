"""`ipak run` and `ipak status` from the user's end: exit codes, silence, and what is said on failure."""

import json
import os
import shutil
import subprocess
import sys
import time

import pytest

from ipak_cli.cli.app import run as ipak
from makers.runs import EXAMPLES, arrive, snapshot, workspace

TW3 = "ipak-ipkp-2024-tw3.xlsx"


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path / "unit", TW3)


@pytest.fixture
def call(capsys):
    def made(*arguments):
        code = ipak([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return made


def test_a_run_that_succeeds_says_nothing_without_a_terminal(call, office):
    assert call("run", office) == (0, "", "")
    assert call("run", office) == (0, "", "")
    assert (office / "laporan" / "III-2024" / "laporan.html").is_file()


def test_an_input_that_was_just_written_is_named_without_a_terminal_too(call, office):
    arrive(office, "baru.csv", b"a,b", time.time())
    code, out, err = call("run", office, "--fresh", "60")
    assert (code, out) == (0, "")
    assert err == "masuk/baru.csv masih ditulis; dicoba lagi pada jalan berikutnya\n"
    assert call("run", office, "--fresh", "60", "--quiet") == (0, "", "")
    found = json.loads(call("run", office, "--fresh", "60", "--json")[1])
    assert found["workspaces"][0]["waiting"] == ["baru.csv"]


def test_of_many_inputs_that_were_just_written_ten_are_named_with_their_workspace(call, tmp_path):
    for place in ("a", "b"):
        folder = workspace(tmp_path / place)
        for number in range(6):
            arrive(folder, f"{number}.csv", b"a,b", time.time())
    err = call("run", tmp_path, "--fresh", "60")[2].splitlines()
    assert (len(err), err[-1]) == (11, "dan 2 masukan lain masih ditulis")
    assert err[0].startswith(f"{tmp_path}/a/masuk/0.csv masih ditulis")


def test_a_run_that_fails_says_all_and_exits_with_1(call, office):
    arrive(office, "rusak.xlsx", b"PK\x03\x04 bukan arsip")
    code, out, err = call("run", office)
    assert (code, out) == (1, "")
    assert err.startswith("GALAT F")
    assert "rusak.xlsx" in err


def test_a_dry_run_shows_the_plan_and_its_reasons(call, office):
    before = snapshot(office)
    code, out, err = call("run", office, "--dry-run")
    assert (code, err) == (0, "")
    assert f"masuk/{TW3}: survei III-2024 (belum pernah selesai dikerjakan)" in " ".join(out.split())
    assert "laporan III-2024 (belum pernah selesai dikerjakan)" in out
    assert snapshot(office) == before


def test_the_document_has_every_step(call, office):
    found = json.loads(call("run", office, "--json")[1])
    assert (found["schema"], found["dry"]) == ("ipak/run/1", False)
    assert [step["action"] for step in found["workspaces"][0]["steps"]] == ["survey", "report"]


def test_the_workspace_is_found_upward_from_here(call, office, monkeypatch):
    monkeypatch.chdir(office / "masuk")
    assert call("run")[0] == 0
    assert (office / "hasil" / "III-2024").is_dir()


def test_a_busy_workspace_exits_with_75_and_names_the_holder(call, office):
    own = office / ".ipak"
    own.mkdir()
    (own / "lock").write_text("77\nkomputer-lain\n", encoding="utf-8")
    holder = {
        "host": "komputer-lain",
        "pid": 77,
        "started": "2025-01-03T02:00:00Z",
        "version": "1",
        "run": "x",
    }
    (own / "holder.json").write_text(json.dumps(holder), encoding="utf-8")
    code, _, err = call("run", office)
    assert (code, "komputer-lain" in err) == (75, True)
    assert not (office / "hasil").exists()


def test_problems_in_a_tree_name_their_workspace(call, tmp_path):
    workspace(tmp_path / "a", TW3)
    arrive(workspace(tmp_path / "b"), "rusak.xlsx", b"PK\x03\x04 bukan arsip")
    code, _, err = call("run", tmp_path)
    assert (code, f"{tmp_path}/b/rusak.xlsx" in err) == (1, True)
    assert (tmp_path / "a" / "hasil" / "III-2024").is_dir()


def test_an_empty_mount_point_exits_with_1(call, tmp_path):
    code, _, err = call("run", tmp_path)
    assert (code, "D646" in err, list(tmp_path.iterdir())) == (1, True, [])


def test_status_exits_by_age_and_by_problems(call, office):
    assert call("status", office)[0] == 3
    call("run", office)
    code, out, err = call("status", office, "--max-age", "36h")
    assert (code, err, "III-2024" in out) == (0, "", True)
    arrive(office, "rusak.xlsx", b"PK\x03\x04 bukan arsip")
    call("run", office)
    code, out, _ = call("status", office, "--max-age", "36h")
    assert (code, "Bermasalah" in out, "rusak.xlsx" in out) == (1, True, True)


@pytest.mark.parametrize("age", ["100", "d", "1.5d", "-1d", "100 hari"])
def test_status_takes_no_other_form_of_age(call, office, age):
    code, _, err = call("status", office, f"--max-age={age}")
    assert (code, "36h" in err) == (2, True)


def test_status_of_a_tree_is_a_table(call, tmp_path):
    for name in ("a", "b"):
        workspace(tmp_path / name)
    code, out, _ = call("status", tmp_path)
    assert (code, out.count("belum pernah")) == (3, 2)
    assert len(json.loads(call("status", tmp_path, "--json")[1])["workspaces"]) == 2


def imported(*arguments):
    code = "import sys\nfrom ipak_cli.cli.app import run\nrun(sys.argv[1:])\nprint('pandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=True,
        env={"LANG": "C", "PATH": os.environ["PATH"]}, cwd="/",
    )  # fmt: skip
    return done.stdout.splitlines()[-1]


def test_a_run_with_nothing_to_do_and_status_load_no_spreadsheet_library(office):
    assert imported("run", office) == "True"
    assert imported("run", office) == "False"
    assert imported("status", office) == "False"


def test_the_example_is_a_workspace_that_runs(call, tmp_path):
    folder = tmp_path / "contoh"
    shutil.copytree(EXAMPLES, folder)
    assert call("run", folder, "--fresh", "0") == (0, "", "")
    assert len(list((folder / "laporan").glob("*/laporan.html"))) == 4
