"""The starter for Linux and macOS, and what it installs: without a network, in folders of awkward names."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from starters import mulai

from makers.wheels import PYTHON, make_zip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the starter is a shell script")
AWKWARD = "Kantor Désa 'Üji' & 100 % $RUMAH"
ALONE = ("unshare", "--map-root-user", "--net")
"""Runs a program in a network of its own, in which there is nothing."""


def has_no_network():
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        return make_zip(tmp_path_factory.mktemp("zip"), "linux", patch)


@pytest.fixture
def folder(archive, tmp_path):
    with ZipFile(archive) as opened:
        opened.extractall(tmp_path / AWKWARD)
    (made,) = (tmp_path / AWKWARD).iterdir()
    return made


def environment(tmp_path, **changed):
    names = {"PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))}
    return {**names, "HOME": str(tmp_path / "rumah ü"), "LANG": "C.UTF-8", **changed}


def begin(folder, tmp_path, *arguments, before=(), **changed):
    return subprocess.Popen(
        [*before, "sh", str(folder / "mulai-ipak.sh"), *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env=environment(tmp_path, **changed), start_new_session=True,
    )  # fmt: skip


def run(folder, tmp_path, *arguments, **changed):
    running = begin(folder, tmp_path, *arguments, **changed)
    out, err = running.communicate(timeout=60)
    return running.returncode, out, err


def places(tmp_path):
    return [each for each in (tmp_path / "rumah ü" / ".local/share/ipak").iterdir() if each.is_dir()]


def test_the_first_start_installs_without_a_network_and_the_second_needs_no_wheels(folder, tmp_path):
    before = ALONE if has_no_network() else ()
    code, out, err = run(folder, tmp_path, "berkas saya.xlsx", "--x", before=before)
    assert (code, err) == (0, "")
    (place,) = places(tmp_path)
    assert out.splitlines()[0].endswith(f" ke ~/.local/share/ipak/{place.name}")
    assert out.splitlines()[-2:] == ["Selesai.", "dibuka: open berkas saya.xlsx --x"]

    for wheel in (folder / "roda").glob("*.whl"):
        wheel.unlink()
    assert run(folder, tmp_path, before=before) == (0, "dibuka: open\n", "")


def test_a_damaged_wheel_is_told_and_mended_by_a_whole_one(folder, tmp_path):
    (wheel,) = (folder / "roda").glob("titik*")
    whole = wheel.read_bytes()
    wheel.write_bytes(whole.replace(b"\n", b" ", 1))
    code, out, err = run(folder, tmp_path)
    assert code == 1
    assert "dibuka" not in out
    assert err.endswith(
        "\nipak tidak dapat dipasang dari isi folder “roda”; sebabnya tertulis di atas.\n"
        f"Folder ini dibuat untuk Linux x86_64 dengan Python {PYTHON}. Bila komputer ini lain, minta folder "
        "yang cocok. Bila sama, salin lagi seluruh folder: mungkin ada yang rusak.\n"
    )
    wheel.write_bytes(whole)
    code, out, err = run(folder, tmp_path)
    assert (code, err) == (0, "")
    assert out.endswith("dibuka: open\n")


def test_two_windows_install_once(folder, tmp_path):
    both = [begin(folder, tmp_path, name) for name in ("satu", "dua")]
    said = [each.communicate(timeout=60) for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert sorted(out.splitlines()[-1] for out, _ in said) == ["dibuka: open dua", "dibuka: open satu"]
    assert sum(out.count("Memasang ipak") for out, _ in said) == 1


@pytest.fixture(scope="module")
def home(archive, tmp_path_factory):
    """Return the home of somebody who has started it before."""
    folder = tmp_path_factory.mktemp("home")
    with ZipFile(archive) as opened:
        opened.extractall(folder)
    assert run(next(folder.glob("ipak-*")), folder)[0] == 0
    return str(folder / "rumah ü")


def test_an_interrupt_is_left_to_the_page(folder, tmp_path, home):
    running = begin(folder, tmp_path, "--tunggu", HOME=home)
    while running.stdout.readline() != "menunggu\n":
        assert running.poll() is None
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, "")


def test_where_nothing_can_be_written_the_folder_is_told(folder, tmp_path):
    (tmp_path / "rumah ü").write_text("no folder")
    code, out, err = run(folder, tmp_path)
    assert (code, out) == (1, "")
    assert err.startswith("\nSistem menolak menulis di ")
    assert err.endswith("Periksa ruang kosong di diska dan izin folder itu, lalu jalankan lagi.\n")


@pytest.fixture
def programs(tmp_path):
    """Return a folder of programs that has all that the starter needs, and no Python."""
    made = tmp_path / "program"
    made.mkdir()
    for name in ("sh", "dirname", "cat"):
        (made / name).symlink_to(shutil.which(name))
    return made


def test_without_python_it_is_told_which_to_get(folder, tmp_path, programs):
    code, out, err = run(folder, tmp_path, PATH=str(programs))
    assert (code, out) == (1, "")
    assert err.startswith("Python yang cocok belum ada di komputer ini.\n")
    assert f"salah satu dari versi ini: {PYTHON}.\n" in err


def test_a_python_that_the_wheels_are_not_for_is_passed_over(folder, tmp_path, programs, home):
    other = programs / "python3"
    other.write_text("#!/bin/sh\nexit 1\n")
    other.chmod(0o755)
    assert run(folder, tmp_path, PATH=str(programs), HOME=home)[0] == 1
    (programs / "python").symlink_to(sys.executable)
    assert run(folder, tmp_path, PATH=str(programs), HOME=home) == (0, "dibuka: open\n", "")


def test_on_windows_it_is_installed_where_windows_keeps_what_is_a_user_s(monkeypatch, tmp_path):
    monkeypatch.setattr(mulai, "_WINDOWS", True)
    assert mulai.data_folder({"LOCALAPPDATA": str(tmp_path)}) == tmp_path / "ipak"
    assert mulai.python_of(tmp_path) == tmp_path / "Scripts" / "python.exe"


def test_on_macos_it_is_installed_in_the_library(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert mulai.data_folder({}) == tmp_path / "Library" / "Application Support" / "ipak"


def test_the_data_folder_of_a_user_is_honoured(tmp_path):
    assert mulai.data_folder({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path / "ipak"
