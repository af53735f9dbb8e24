"""The zip for computers without internet: which wheels it asks for, what lies in it."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
import wheelhouse
from wheelhouse import PINS, SYSTEMS, pins_for

from ipak_cli import __version__
from makers.wheels import PYTHON, make_zip

TEXT = PINS.read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=SYSTEMS)
def archive(request, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        return request.param, make_zip(tmp_path_factory.mktemp("zip"), request.param, patch)


def inside(archive):
    system, path = archive
    head = f"ipak-{__version__}-{system}/"
    with ZipFile(path) as opened:
        assert all(each.startswith(head) for each in opened.namelist())
        return {each.removeprefix(head): opened.read(each) for each in opened.namelist()}


def versions(pins):
    return dict(re.findall(r"^([\w.-]+)==(\S+)", pins, re.MULTILINE))


@pytest.mark.parametrize(("system", "wanted"), [("windows", True), ("linux", False), ("macos", False)])
def test_a_marker_is_read_for_the_system_that_is_named(system, wanted):
    assert ("colorama" in versions(pins_for(TEXT, system, "3.13"))) is wanted


def test_a_marker_is_read_for_the_python_that_is_named():
    numpy = set(re.findall(r"^numpy==(\S+)", TEXT, re.MULTILINE))
    chosen = [versions(pins_for(TEXT, "linux", python))["numpy"] for python in ("3.11", "3.12")]
    assert len(numpy) == 2
    assert set(chosen) == numpy


def test_a_pin_keeps_its_hashes_and_no_marker():
    pins = pins_for(
        "a==1 ; python_version < '4' \\\n    --hash=sha256:0a \\\n    --hash=sha256:0b\n", "linux", "3.11"
    )
    assert pins == "a==1 \\\n    --hash=sha256:0a \\\n    --hash=sha256:0b\n"


def test_pins_without_markers_are_all_there():
    plain = versions("\n".join(line for line in TEXT.splitlines() if " ; " not in line))
    assert plain.items() <= versions(pins_for(TEXT, "macos-intel", "3.12")).items()


def test_what_is_asked_for_is_for_the_named_system_and_python_alone(tmp_path, monkeypatch):
    called = []
    monkeypatch.setattr(wheelhouse.subprocess, "run", lambda call, **_: called.extend(call))
    wheelhouse.download("a==1 --hash=sha256:0a\n", "windows", "3.13", tmp_path)
    assert {
        "--platform=win_amd64",
        "--python-version=3.13",
        "--only-binary=:all:",
        "--require-hashes",
    } <= set(called)
    assert [each for each in called if each.startswith("--platform")] == ["--platform=win_amd64"]
    assert list(tmp_path.iterdir()) == []


def test_the_zip_holds_the_starter_the_wheels_and_the_pins(archive):
    starter = "Mulai ipak.bat" if archive[0] == "windows" else "mulai-ipak.sh"
    names = set(inside(archive))
    wheels = {name for name in names if name.endswith(".whl")}
    assert names - wheels == {
        "BACA-SAYA.txt", "Panduan ipak.html", starter,
        "roda/isi.json", "roda/mulai.py", "roda/requirements.txt",
    }  # fmt: skip
    assert {Path(each).name.split("-")[0] for each in wheels} == {"ipak_cli", "pip", "titik"}


def test_nothing_is_left_to_be_filled_in(archive):
    texts = [inside(archive)["BACA-SAYA.txt"], *(v for k, v in inside(archive).items() if "ulai" in k)]
    for text in texts:
        assert re.findall(rb"@\w+@", text) == []
    assert all(PYTHON.encode() in text for text in texts if b"def main" not in text)


def test_the_shell_s_starter_is_a_program_with_plain_line_ends(archive):
    if archive[0] == "windows":
        assert b"\r\n" in inside(archive)["BACA-SAYA.txt"]
        return
    assert b"\r" not in inside(archive)["mulai-ipak.sh"]
    with ZipFile(archive[1]) as opened:
        (member,) = (each for each in opened.infolist() if each.filename.endswith(".sh"))
    assert member.external_attr >> 16 == 0o100755


def test_the_same_wheels_give_the_same_bytes(tmp_path, monkeypatch):
    one = make_zip(tmp_path, "linux", monkeypatch)
    again = wheelhouse.write_zip(tmp_path / "wheels", "linux", [PYTHON], tmp_path / "again")
    assert one.read_bytes() == again.read_bytes()


def test_other_wheels_are_installed_beside_the_earlier_ones(tmp_path, monkeypatch):
    one = inside(("linux", make_zip(tmp_path, "linux", monkeypatch)))["roda/isi.json"]
    (tmp_path / "wheels" / "titik-1.0-py3-none-any.whl").write_bytes(b"another")
    again = wheelhouse.write_zip(tmp_path / "wheels", "linux", [PYTHON], tmp_path / "again")
    assert inside(("linux", again))["roda/isi.json"] != one
