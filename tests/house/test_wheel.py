"""The package as users get it: built, installed elsewhere, run from a foreign folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "masuk" / "ipak-ipkp-2024-tw3.xlsx"
RUBRICS = {"ipak_cli/rubrics/ipak-ipkp.yaml", "ipak_cli/rubrics/skm-14-2017.yaml"}


def python(*arguments, **options):
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", check=False, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(folder, *arguments):
    python("-m", "build", "--no-isolation", "--outdir", str(folder), *arguments, str(ROOT))
    (wheel,) = folder.glob("*.whl")
    return wheel


def names(wheel):
    with ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/RECORD")}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build(tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    target = tmp_path_factory.mktemp("installed")
    python("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    return target


def run_installed(installed, folder, *arguments):
    """Run ``ipak`` from the installed copy: before the checkout on the path; the folder is not on it."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"}
    return python("-P", *arguments, cwd=folder, env=environment)


def test_what_runs_is_the_installed_copy(installed, tmp_path):
    where = run_installed(installed, tmp_path, "-c", "import ipak_cli; print(ipak_cli.__file__)")
    assert Path(where.strip()) == installed / "ipak_cli" / "__init__.py"


def test_the_installed_wheel_scores_the_example(installed, tmp_path):
    shown = run_installed(installed, tmp_path, "-m", "ipak_cli", "score", str(EXAMPLE))
    assert "3,94" in shown
    assert "41 responden" in shown


def test_the_installed_wheel_writes_the_example_as_json(installed, tmp_path):
    document = json.loads(
        run_installed(installed, tmp_path, "-m", "ipak_cli", "score", "--json", str(EXAMPLE))
    )
    assert document["indices"]["IPAK"]["mean"] == {
        "exact": "808/205", "value": 3.9414634146341463, "rounded": "3.94",
    }  # fmt: skip


def test_the_wheel_has_the_words_of_names(wheel):
    lists = {f"ipak_cli/survey/reading/person_words/{name}.txt" for name in ("nama", "kata", "tempat")}
    assert lists <= names(wheel)


def test_the_installed_wheel_has_the_rubrics(installed, tmp_path):
    shown = run_installed(installed, tmp_path, "-m", "ipak_cli", "rubric", "list")
    assert "ipak-ipkp" in shown
    assert "skm-14-2017" in shown


def test_the_installed_wheel_writes_a_blank_sheet(installed, tmp_path):
    run_installed(installed, tmp_path, "-m", "ipak_cli", "template", "kosong.xlsx")
    assert (tmp_path / "kosong.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_the_installed_wheel_has_the_manual(installed, tmp_path, form):
    shown = run_installed(
        installed, tmp_path, "-m", "ipak_cli", "manual", "--path", *["--pdf"] * (form == "pdf")
    )
    path = Path(shown.removesuffix("\n"))
    assert path == installed / "ipak_cli" / "manual" / f"panduan.{form}"
    assert path.read_bytes() == (ROOT / "docs" / path.name).read_bytes()


def test_the_wheel_carries_rubrics_licence_and_types(wheel):
    inside = names(wheel)
    assert inside >= RUBRICS | {"ipak_cli/py.typed"}
    assert any(name.endswith("/licenses/LICENSE") for name in inside)


def test_the_wheel_holds_nothing_but_the_package(wheel):
    assert {name.split("/")[0].split("-")[0] for name in names(wheel)} == {"ipak_cli"}


def test_a_wheel_built_from_the_source_archive_is_the_same(wheel, tmp_path):
    again = build(tmp_path)
    assert names(again) == names(wheel)
