"""What is said of a run and of how a workspace stands is true, and nothing contradicts it."""

import json
import os
import socket
import subprocess
import sys
from datetime import timedelta

import pytest
from rich.console import Console

from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.run.status import Asked, status_below
from ipak_cli.terminal.run import run_view, status_view, summary
from ipak_cli.workspace.layout import Destination
from makers.runs import BROKEN, NIGHT, VERSION, arrive, run, workspace

TW3 = "ipak-ipkp-2024-tw3.xlsx"


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path / "unit", TW3)


def said(view):
    console = Console(width=200)
    with console.capture() as captured:
        console.print(view)
    return captured.get()


def status(folder, **later):
    return said(status_view(status_below(folder, Asked(Tool("ipak", VERSION), NIGHT + timedelta(**later)))))


def test_settings_that_cannot_be_read_are_not_nothing_to_do(office):
    (office / "ipak.yaml").write_text("unit: [", encoding="utf-8")
    assert summary(run(office)) == "1 ruang kerja bermasalah."


def test_only_a_run_that_is_done_had_nothing_to_do(office):
    (office / "masuk" / TW3).unlink()
    assert summary(run(office)) == "tidak ada yang perlu dikerjakan."


def test_a_result_that_no_run_can_make_anew_by_the_settings_is_not_well(office, tmp_path):
    (office / "masuk" / TW3).rename(tmp_path / TW3)
    score_files(ScoreRequest((tmp_path / TW3,)), None, Destination(office), Tool("ipak", VERSION))
    run(office)
    assert "Keadaan: baik" in status(office)
    (office / "ipak.yaml").write_text("version: 1\nperiods: {III-2024: {population: 99}}\n", encoding="utf-8")
    assert [each.code for each in run(office).workspaces[0].problems] == ["D692"]
    assert "Keadaan: perlu diperiksa" in status(office)


def test_a_count_says_what_it_counts(office):
    arrive(office, "rusak.xlsx", BROKEN)
    assert summary(run(office)) == "2 pekerjaan selesai, 1 pekerjaan gagal."


def test_what_is_done_is_not_called_never_done(office):
    assert "belum pernah selesai dikerjakan" in said(run_view(run(office, dry=True)))
    done = said(run_view(run(office)))
    assert f"{TW3}: survei III-2024 (baru)" in done
    assert "belum pernah" not in done


def test_a_state_that_cannot_be_read_is_no_run_that_never_succeeded(office):
    run(office)
    (office / ".ipak" / "state.json").write_bytes(b"{")
    told = status(office)
    assert "belum pernah" not in told
    assert "Terakhir berhasil: tidak diketahui; .ipak/state.json: berkas ini bukan catatan" in told


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may open every folder")
def test_a_closed_inbox_hides_nothing_of_the_last_run(office):
    run(office)
    (office / "masuk").chmod(0)
    try:
        told = status(office, days=1)
    finally:
        (office / "masuk").chmod(0o700)
    assert "Terakhir berhasil: 1 hari yang lalu" in told


def test_a_memory_that_cannot_be_read_hides_nothing_of_the_last_run(office):
    run(office)
    (office / ".ipak" / "inputs.json").unlink(missing_ok=True)
    (office / ".ipak" / "inputs.json").mkdir()
    assert "Terakhir berhasil: 1 hari yang lalu" in status(office, days=1)


def lock(folder, pid, host=None):
    host = host or socket.gethostname()
    (folder / ".ipak").mkdir(exist_ok=True)
    (folder / ".ipak" / "lock").write_text(f"{pid}\n{host}\n", encoding="utf-8")
    holder = {"host": host, "pid": pid, "started": "2025-01-03T02:00:00+07:00", "version": "1", "run": "x"}
    (folder / ".ipak" / "holder.json").write_text(json.dumps(holder), encoding="utf-8")


def dead_process():
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_a_lock_that_a_dead_process_left_is_not_in_use(office):
    lock(office, dead_process())
    told = " ".join(status(office).split())
    assert "dipakai" not in told
    assert "Kunci tertinggal dari proses" in told
    assert "`ipak run` berikutnya mengambil alih kunci itu" in told


@pytest.mark.parametrize("host", [None, "server"])
def test_a_lock_of_a_process_that_runs_or_is_elsewhere_is_in_use(office, host):
    lock(office, os.getpid(), host)
    told = status(office)
    assert "Keadaan: sedang dipakai" in told
    assert "sejak 03-01-2025 pukul 02.00 WIB" in told


def test_times_are_told_by_the_clock_of_the_office(office):
    with (office / "ipak.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\ntimezone: Asia/Jayapura\n")
    arrive(office, "rusak.xlsx", BROKEN)
    run(office)
    assert "Terakhir gagal: 03-01-2025 pukul 11.00 WIT" in status(office)


@pytest.mark.parametrize(("later", "age"), [(59, "baru saja"), (60, "1 menit yang lalu"), (-59, "baru saja")])
def test_an_age_of_less_than_a_minute_is_just_now(office, later, age):
    run(office)
    assert f"Terakhir berhasil: {age}" in status(office, seconds=later)


def test_a_workspace_that_lacks_nothing_is_called_sound(office):
    run(office)
    assert "Keadaan: baik" in status(office)
