"""Which files below a folder are results, and what is told of those that cannot be looked at."""

import os
from pathlib import Path

import pytest

from ipak_cli.rollup.find import find_documents
from makers.unit_documents import put


def found(*folders):
    return find_documents(folders)


def sources(*folders):
    return [each.source for each in found(*folders).documents]


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}", encoding="utf-8")
    return path


def test_documents_are_found_at_any_depth_and_in_any_layout(tmp_path):
    put(tmp_path / "prov-a" / "kota" / "unit-1", "Unit 1", "IV-2024")
    touch(tmp_path / "kiriman" / "unit-2" / "IV-2024" / "survey.json")
    touch(tmp_path / "pekppp.json")
    by_source = {each.source: each for each in found(tmp_path).documents}
    assert {source: each.folder for source, each in by_source.items()} == {
        "kiriman/unit-2/IV-2024/survey.json": "kiriman/unit-2",
        "pekppp.json": tmp_path.name,
        "prov-a/kota/unit-1/hasil/IV-2024/survey.json": "prov-a/kota/unit-1",
    }
    assert by_source["prov-a/kota/unit-1/hasil/IV-2024/survey.json"].stated_period == "IV-2024"


@pytest.mark.parametrize("name", ["hasil/IV-2024/lama", ".ipak", "masuk", "laporan/IV-2024", "bukti/01"])
def test_what_is_no_result_in_force_is_passed_over(tmp_path, name):
    put(tmp_path / "unit", "Unit 1", "IV-2024")
    touch(tmp_path / "unit" / name / "survey.json")
    assert sources(tmp_path) == ["unit/hasil/IV-2024/survey.json"]


def test_links_are_told_and_not_followed(tmp_path):
    put(tmp_path / "asli" / "unit", "Unit 1", "IV-2024")
    (tmp_path / "lihat").mkdir()
    (tmp_path / "lihat" / "tautan").symlink_to(tmp_path / "asli")
    (tmp_path / "lihat" / "survey.json").symlink_to(tmp_path / "asli/unit/hasil/IV-2024/survey.json")
    told = found(tmp_path / "lihat")
    assert told.documents == ()
    assert [(each.code, Path(each.where.file).name) for each in told.problems] == [
        ("B701", "survey.json"),
        ("B701", "tautan"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may open every folder")
def test_a_folder_that_may_not_be_opened_is_told_and_the_rest_is_found(tmp_path):
    put(tmp_path / "unit-1", "Unit 1", "IV-2024")
    closed = tmp_path / "unit-0"
    closed.mkdir(mode=0)
    told = found(tmp_path)
    closed.chmod(0o700)
    assert len(told.documents) == 1
    assert [(each.code, each.where.file) for each in told.problems] == [("B700", str(closed))]


def test_a_folder_that_is_not_there_is_told_and_another_is_found(tmp_path):
    put(tmp_path / "unit-1", "Unit 1", "IV-2024")
    told = found(tmp_path / "unit-1", tmp_path / "tidak-ada")
    assert len(told.documents) == 1
    assert [each.code for each in told.problems] == ["B700"]


def test_a_folder_without_documents_is_told(tmp_path):
    assert [each.code for each in found(tmp_path).problems] == ["B702"]


def test_a_folder_that_is_named_twice_or_inside_another_is_looked_into_once(tmp_path):
    put(tmp_path / "unit-1", "Unit 1", "IV-2024")
    assert sources(tmp_path / "unit-1", tmp_path, tmp_path / "unit-1" / "hasil") == [
        "unit-1/hasil/IV-2024/survey.json"
    ]
