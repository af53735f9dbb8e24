"""Which exports there are below a folder or a URL, and which are scored together."""

import fsspec
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rollup.exports import find
from ipak_cli.rollup.exports.find import find_exports
from ipak_cli.rollup.exports.paths import PathPattern
from makers.raw_exports import answers, csv_text, put

TEXT = csv_text(answers(1))
IV = parse_period("IV-2024")


def said(found):
    return [(task.unit, task.period, [file.source for file in task.files]) for task in found.tasks]


def refused(found):
    return [(left.told.code, left.unit, [each.source for each in left.problems])
            for outcome in found.refused for left in outcome.left_out]  # fmt: skip


def test_each_file_is_a_task_in_the_order_of_paths(tmp_path):
    put(tmp_path, {"B/IV-2024/x.csv": TEXT, "A-IV-2024.csv": TEXT})

    assert said(find_exports(str(tmp_path))) == [
        ("A", IV, ["A-IV-2024.csv"]),
        ("B", IV, ["B/IV-2024/x.csv"]),
    ]


def test_what_is_no_export_is_passed_over(tmp_path):
    names = [".git/a.csv", "~$A.xlsx", "surat.docx", "Thumbs.db", "A.csv.part", "@eaDir/A.csv"]
    put(tmp_path, dict.fromkeys((*names, "A-IV-2024.csv"), TEXT))
    (tmp_path / "B-IV-2024.csv").symlink_to(tmp_path / "A-IV-2024.csv")

    assert [task.unit for task in find_exports(str(tmp_path)).tasks] == ["A"]


def test_several_files_of_a_unit_and_period_are_asked_about(tmp_path):
    put(tmp_path, {"A/IV-2024/x.csv": TEXT, "A/IV-2024/y.csv": TEXT, "B/IV-2024/x.csv": TEXT})

    found = find_exports(str(tmp_path))

    assert [task.unit for task in found.tasks] == ["B"]
    assert refused(found) == [("B743", "A", ["A/IV-2024/x.csv", "A/IV-2024/y.csv"])]


def test_a_pattern_decides_whether_they_are_one_unit_or_several(tmp_path):
    put(tmp_path, {"A/IV-2024/x.csv": TEXT, "A/IV-2024/y.csv": TEXT})

    together = find_exports(str(tmp_path), PathPattern.of("{unit}/{period}/*"))
    apart = find_exports(str(tmp_path), PathPattern.of("**/{period}/{unit}.*"))

    assert said(together) == [("A", IV, ["A/IV-2024/x.csv", "A/IV-2024/y.csv"])]
    assert [task.unit for task in apart.tasks] == ["x", "y"]


def test_files_that_are_not_of_the_pattern_are_counted(tmp_path):
    put(tmp_path, {"A/IV-2024/x.csv": TEXT, "lain.csv": TEXT})

    found = find_exports(str(tmp_path), PathPattern.of("{unit}/{period}/*"))

    assert [(each.code, each.values["count"], each.values["first"]) for each in found.problems] == [
        ("B746", 1, "lain.csv")
    ]


def test_a_path_that_contradicts_itself_is_told_and_the_others_stay(tmp_path):
    put(tmp_path, {"III-2024/A-IV-2024.csv": TEXT, "B-IV-2024.csv": TEXT})

    found = find_exports(str(tmp_path))

    assert [task.unit for task in found.tasks] == ["B"]
    assert refused(found) == [("B744", "", ["III-2024/A-IV-2024.csv"])]


def test_a_huge_file_of_many_units_is_several_tasks_and_a_small_one_is_one(tmp_path, monkeypatch):
    put(tmp_path, {"semua.csv": TEXT * 4, "sedikit.csv": TEXT})
    monkeypatch.setattr(find, "_PART", len(TEXT) + 1)

    tasks = find_exports(str(tmp_path), by_column=True, parts=2).tasks

    assert [(task.source, task.part) for task in tasks] == [
        ("sedikit.csv", (0, 1)),
        ("semua.csv", (0, 2)),
        ("semua.csv", (1, 2)),
    ]


@pytest.mark.parametrize("name", ["kosong", "tidak-ada"])
def test_a_folder_without_exports_and_no_folder_are_refused(tmp_path, name):
    (tmp_path / "kosong").mkdir()

    with pytest.raises(ProblemsFoundError, match=r"B75[12]"):
        find_exports(str(tmp_path / name))


def test_a_file_that_is_named_itself_is_the_export(tmp_path):
    put(tmp_path, {"A-IV-2024.csv": TEXT})

    assert said(find_exports(str(tmp_path / "A-IV-2024.csv"))) == [("A", IV, ["A-IV-2024.csv"])]


def test_a_url_is_listed_as_a_folder_is(tmp_path):
    put(tmp_path, {"B/IV-2024/x.csv": TEXT, "A-IV-2024.csv": TEXT})
    memory = fsspec.filesystem("memory")
    for path in tmp_path.rglob("*.csv"):
        memory.pipe(f"/ekspor/{path.relative_to(tmp_path)}", path.read_bytes())

    here = said(find_exports(str(tmp_path)))

    assert said(find_exports("memory://ekspor")) == here
    assert said(find_exports(f"file://{tmp_path}")) == here
