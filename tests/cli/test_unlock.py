"""Breaking a lock by hand."""

import json
from datetime import UTC, datetime

import pytest
import typer
from typer.testing import CliRunner

from ipak_cli.cli.workspaces import unlock
from ipak_cli.workspace.lock_owner import this_holder

app = typer.Typer()
app.command()(unlock)


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    (tmp_path / ".ipak").mkdir()
    return tmp_path


def locked_by(workspace, pid, host):
    (workspace / ".ipak" / "lock").write_text(f"{pid}\n{host}\n")
    started = "2025-01-02T02:00:00Z"
    signed = {"host": host, "pid": pid, "started": started, "version": "0.1.0", "run": "malam-1"}
    (workspace / ".ipak" / "holder.json").write_text(json.dumps(signed))


def test_another_computer_s_lock_is_broken_and_the_reason_kept(workspace):
    locked_by(workspace, 4321, "komputer-lain")
    done = run("--reason", "komputer itu dijual", workspace)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        "Kunci milik proses 4321 di komputer komputer-lain dibuka; alasannya dicatat di .ipak/ipak.log.\n"
    )
    assert not (workspace / ".ipak" / "lock").exists()
    assert "dibuka paksa: komputer itu dijual (" in (workspace / ".ipak" / "ipak.log").read_text()


def test_a_process_that_runs_here_keeps_its_lock(workspace):
    me = this_holder(datetime(2025, 1, 2, 2, 0, tzinfo=UTC), "0.1.0", "malam-1")
    locked_by(workspace, me.pid, me.host)
    (workspace / ".ipak" / "holder.json").write_text(me.model_dump_json())
    done = run("--reason", "tidak sabar", workspace)
    assert done.exit_code == 1
    assert "D606" in done.stderr
    assert (workspace / ".ipak" / "lock").exists()


def test_what_is_not_locked_is_no_fault(workspace):
    done = run("--reason", "coba", workspace)
    assert done.exit_code == 0
    assert "D605" in done.stderr


@pytest.mark.parametrize("reason", [[], ["--reason", ""], ["--reason", " - "]])
def test_a_reason_must_be_given(workspace, reason):
    locked_by(workspace, 4321, "komputer-lain")
    assert run(*reason, workspace).exit_code == 2
    assert (workspace / ".ipak" / "lock").exists()


def test_a_folder_that_is_no_workspace_is_left_empty(tmp_path):
    done = run("--reason", "coba", tmp_path)
    assert done.exit_code == 1
    assert "U950" in done.stderr
    assert list(tmp_path.iterdir()) == []
