"""The files of a roll-up: whole, the same for the same value; what somebody edited stays as a copy."""

import hashlib
import subprocess

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rollup.document import json_parts
from ipak_cli.rollup.outputs import OutputFormat, write_rollup
from ipak_cli.rollup.page import page
from makers.rollups import rollup_of

ALL = [*OutputFormat]


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_each_format_is_a_file_and_its_digest_is_told(tmp_path):
    given = rollup_of(3)
    made = write_rollup(given, tmp_path / "rekap", ALL)
    there = files(tmp_path / "rekap")
    assert sorted(there) == [
        "rekap-unit.html", "rekap-unit.json", "rekap-unit.sha256", "rekap-unit.xlsx",
    ]  # fmt: skip
    assert there["rekap-unit.html"].decode() == page(given)
    assert there["rekap-unit.json"].decode() == "".join(json_parts(given))
    assert [(each.path, each.sha256) for each in made.files] == [
        (str(tmp_path / "rekap" / name), hashlib.sha256(there[name]).hexdigest())
        for name in ("rekap-unit.html", "rekap-unit.xlsx", "rekap-unit.json")
    ]
    assert made.problems == ()


def test_the_digests_are_those_that_sha256sum_checks(tmp_path):
    write_rollup(rollup_of(3), tmp_path, ALL)
    done = subprocess.run(
        ["sha256sum", "-c", "rekap-unit.sha256"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.count(": OK") == 3


def test_only_the_formats_asked_for_are_written(tmp_path):
    write_rollup(rollup_of(3), tmp_path, [OutputFormat.HTML])
    assert sorted(files(tmp_path)) == ["rekap-unit.html", "rekap-unit.sha256"]


def test_the_same_roll_up_gives_the_same_files_and_another_replaces_them(tmp_path):
    write_rollup(rollup_of(3), tmp_path, ALL)
    before = files(tmp_path)
    assert write_rollup(rollup_of(3), tmp_path, ALL).problems == ()
    assert files(tmp_path) == before
    assert write_rollup(rollup_of(4), tmp_path, ALL).problems == ()
    assert files(tmp_path).keys() == before.keys()
    assert files(tmp_path)["rekap-unit.html"] != before["rekap-unit.html"]


def test_what_somebody_edited_or_put_there_stays_as_a_copy(tmp_path):
    write_rollup(rollup_of(3), tmp_path, ALL)
    (tmp_path / "rekap-unit.xlsx").write_bytes(b"catatan pimpinan")
    [told] = write_rollup(rollup_of(4), tmp_path, ALL).problems
    assert told.code == "L546"
    assert told.values["others"] == ("rekap-unit (lama).xlsx",)
    assert (tmp_path / "rekap-unit (lama).xlsx").read_bytes() == b"catatan pimpinan"


def test_a_damaged_list_of_digests_costs_copies_and_no_file(tmp_path):
    write_rollup(rollup_of(3), tmp_path, [OutputFormat.HTML])
    old = (tmp_path / "rekap-unit.html").read_bytes()
    (tmp_path / "rekap-unit.sha256").write_bytes(b"\xff\x00")
    [told] = write_rollup(rollup_of(4), tmp_path, [OutputFormat.HTML]).problems
    assert told.code == "L546"
    assert (tmp_path / "rekap-unit (lama).html").read_bytes() == old


def test_a_folder_whose_parent_is_missing_is_told(tmp_path):
    with pytest.raises(ProblemsFoundError) as caught:
        write_rollup(rollup_of(1), tmp_path / "tidak" / "ada", ALL)
    assert len(caught.value.problems) == 1
