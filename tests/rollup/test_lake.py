"""A lake is the same as its documents, whatever happened before; programs of others read it."""

import errno
import json
import os
import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import duckdb
import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rollup import standing
from ipak_cli.rollup.facts import FactKind
from ipak_cli.rollup.gather import write_batch
from ipak_cli.rollup.lake import open_to_read, open_to_write
from ipak_cli.rollup.read import read_facts
from ipak_cli.rollup.store import Batch, rows
from ipak_cli.rollup.tables import STANDING
from makers.refusing_disk import refusing
from makers.unit_documents import answers, cell, codes, document, put, rolled

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def tree(tmp_path):
    for number in range(3):
        for period in ("III-2024", "IV-2024"):
            put(tmp_path / "unit" / f"u{number}", f"U{number}", period, answers(fours=10 + number, threes=3))
    return tmp_path / "unit"


@pytest.fixture
def lake(tmp_path):
    return tmp_path / "danau"


def files(lake):
    return {
        path.relative_to(lake).as_posix(): path.read_bytes() for path in lake.rglob("*") if path.is_file()
    }


def ask(lake, sql):
    return rows(open_to_read(lake).db, sql)


def refused(folder):
    with pytest.raises(ProblemsFoundError) as found:
        open_to_read(folder)
    return [each.code for each in found.value.problems]


def test_a_lake_and_memory_give_the_same(tree, lake):
    assert rolled(tree, lake=lake) == rolled(tree) == rolled(lake=lake)


def test_the_example_keeps_everything_in_a_lake(lake):
    made = rolled(EXAMPLES, lake=lake)
    assert (made, made.problems) == (rolled(EXAMPLES), ())
    assert ask(lake, "SELECT count(*) FROM items") == [(56,)]


def test_a_second_call_writes_nothing(tree, lake):
    rolled(tree, lake=lake)
    before = files(lake)
    rolled(tree, lake=lake)
    assert files(lake) == before


def test_what_is_in_force_is_decided_anew_only_where_something_changed(tree, lake, tmp_path, monkeypatch):
    decided = []
    real = standing._chosen
    monkeypatch.setattr(standing, "_chosen", lambda files: decided.append(1) or real(files))
    listed = tmp_path / "units.csv"
    listed.write_text("unit,induk\nU0,A\nU1,A\nU2,B\n", encoding="utf-8")

    def times(**given):
        decided.clear()
        rolled(tree, lake=lake, **given)
        return len(decided)

    assert [times(), times()] == [1, 0]
    assert [times(units=listed), times(units=listed)] == [1, 0]
    put(tree / "u0", "U0", "IV-2024", answers(fours=30))
    assert [times(units=listed), times(units=listed)] == [1, 0]
    listed.write_text("unit,induk\nU0,A\nU1,B\nU2,B\n", encoding="utf-8")
    assert times(units=listed) == 1
    monkeypatch.setattr(standing, "__version__", "99")
    assert [times(units=listed), times(units=listed)] == [1, 0]
    assert rolled(tree, lake=lake, units=listed) == rolled(tree, units=listed)


def test_a_problem_of_what_is_in_force_is_told_at_every_call(tree, lake):
    put(tree / "lain" / "u0", "U0", "IV-2024", answers(fours=30))
    assert [codes(rolled(tree, lake=lake)) for _ in range(3)] == [["B706"]] * 3
    shutil.rmtree(tree / "lain")
    assert [codes(rolled(tree, lake=lake)) for _ in range(2)] == [["B719"], []]


def test_only_what_is_new_is_read(tree, lake, monkeypatch):
    rolled(tree, lake=lake)
    put(tree / "u3", "U3", "IV-2024")
    read = []
    from ipak_cli.rollup import gather  # noqa: PLC0415 (its name is what is watched)

    real = gather.read_facts
    monkeypatch.setattr(gather, "read_facts", lambda *given: read.append(given[2]) or real(*given))
    os.utime(tree / "u0/hasil/IV-2024/survey.json", (1, 1))
    assert rolled(tree, lake=lake) == rolled_without_watching(tree, monkeypatch, real)
    assert read == ["u3/hasil/IV-2024/survey.json"]


def rolled_without_watching(tree, monkeypatch, real):
    monkeypatch.setattr("ipak_cli.rollup.gather.read_facts", real)
    return rolled(tree)


def test_a_document_that_supersedes_another_takes_its_place(tree, lake):
    rolled(tree, lake=lake)
    put(tree / "u0", "U0", "IV-2024", answers(fours=30))
    made = rolled(tree, lake=lake)
    assert made == rolled(tree)
    assert cell(made, "U0", "IV-2024").respondents == 30
    assert ask(lake, "SELECT count(*) FROM indices") == [(12,)]


def test_a_document_that_has_gone_is_told_and_no_more_counted(tree, lake):
    rolled(tree, lake=lake)
    (tree / "u0/hasil/IV-2024/survey.json").unlink()
    made = rolled(tree, lake=lake)
    assert codes(made) == ["B719"]
    assert (made.units, made.totals) == (rolled(tree).units, rolled(tree).totals)
    assert codes(rolled(tree, lake=lake)) == []


def test_a_document_that_is_damaged_now_is_no_more_counted_and_told_each_time(tree, lake):
    rolled(tree, lake=lake)
    (tree / "u0/hasil/IV-2024/survey.json").write_text("{", encoding="utf-8")
    for _ in range(2):
        made = rolled(tree, lake=lake)
        assert codes(made) == ["G432"]
        assert made == rolled(tree)


def test_a_document_that_the_drive_refuses_is_told(tree, lake):
    path = tree / "u0/hasil/IV-2024/survey.json"
    with refusing("read", path, errno.EIO):
        assert codes(rolled(tree, lake=lake)) == ["B703"]
    assert rolled(tree, lake=lake) == rolled(tree)


def test_a_folder_that_lost_everything_is_taken_for_a_share_that_is_not_mounted(tree, lake):
    before = rolled(tree, lake=lake)
    shutil.rmtree(tree)
    tree.mkdir()
    made = rolled(tree, lake=lake)
    assert sorted(codes(made)) == ["B702", "B760"]
    assert made.totals == before.totals


def test_folders_may_come_one_after_the_other(tree, lake):
    for folder in sorted(tree.iterdir()):
        made = rolled(folder, lake=lake)
    assert (made.units, made.totals) == (rolled(tree).units, rolled(tree).totals)


def test_another_list_of_units_needs_no_reading_again(tree, lake, tmp_path):
    rolled(tree, lake=lake)
    (tmp_path / "units.csv").write_text(
        "unit,wilayah,Eselon\nU0,Timur,I\nU1,Barat,II\nU2,Timur,II\n", encoding="utf-8"
    )
    made = rolled(lake=lake, units=tmp_path / "units.csv", by="eselon")
    assert [each.group for each in made.totals if each.period == "IV-2024"] == [None, "I", "II"]
    assert ask(lake, 'SELECT unit, region, "Eselon" FROM units ORDER BY unit')[0] == ("U0", "Timur", "I")


def test_the_views_answer_in_duckdb_from_the_lakes_folder(tree, lake, monkeypatch):
    put(tree / "kecil", "Kecil", "IV-2024", answers(fours=2))
    rolled(tree, lake=lake)
    moved = lake.rename(lake.with_name("dipindah"))
    monkeypatch.chdir(moved)
    with duckdb.connect() as other:
        other.execute(Path("views.sql").read_text(encoding="utf-8"))
        totals = rows(other, "SELECT units, answers FROM totals WHERE period = 'IV-2024' ORDER BY ALL")
        shown = rows(other, "SELECT DISTINCT unit FROM indices WHERE period = 'IV-2024' ORDER BY 1")
        word = rows(other, "SELECT change, word FROM trend WHERE unit = 'U2' AND period = 'IV-2024'")
        answer = rows(other, "SELECT answer, answers FROM distribution WHERE period = 'IV-2024'")
    assert totals == [(2, 88), (2, 88)]
    assert shown == [("U1",), ("U2",)]
    assert {change for change, _ in word} == {0.0}
    assert sum(count for _, count in answer) == 176


def test_a_folder_without_a_manifest_is_no_lake(tmp_path):
    assert refused(tmp_path) == ["B716"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"schema": "ipak/lake/99"}', '{"schema": "ipak/lake/1", "batch": "x"}']
)
def test_a_manifest_that_is_damaged_or_of_another_kind_is_refused(lake, text):
    lake.mkdir()
    (lake / "manifest.json").write_text(text, encoding="utf-8")
    assert refused(lake) == ["B717"]


def test_a_file_of_the_lake_that_is_lost_is_told(tree, lake):
    rolled(tree, lake=lake)
    next(iter((lake / "items").rglob("*.parquet"))).unlink()
    with pytest.raises(ProblemsFoundError) as found:
        rolled(tree, lake=lake)
    assert [each.code for each in found.value.problems] == ["B717"]


def test_two_never_write_at_once(tree, lake):
    with open_to_write(lake), pytest.raises(ProblemsFoundError) as found:
        rolled(tree, lake=lake)
    assert [each.code for each in found.value.problems] == ["B718"]


def test_files_that_a_killed_call_left_are_removed_and_those_of_others_stay(tree, lake):
    rolled(tree, lake=lake)
    for name in (
        "items/IV-2024/999999.parquet",
        "items/.ipak-0123456789abcdef.tmp",
        "catatan.txt",
        "items/lain.parquet",
    ):
        (lake / name).write_bytes(b"x")
    rolled(tree, lake=lake)
    left = files(lake)
    assert "catatan.txt" in left
    assert "items/lain.parquet" in left
    assert not [name for name in left if "999999" in name or name.endswith(".tmp")]


@pytest.mark.parametrize(
    ("told", "n", "mean"),
    [
        ({}, 13, Fraction(49, 13)),
        ({"total_num": 16}, 13, Fraction(16, 13)),  # an item whose scale is turned: 5 less each answer
        ({"total_num": 97, "total_den": 2}, 13, Fraction(97, 26)),
        ({"total_num": None, "total_den": None}, 13, None),
        ({"n": 12, "total_num": 40, "counts": None}, 12, Fraction(40, 12)),
        ({"n": None, "total_num": None, "total_den": None, "counts": None}, None, None),
    ],
)
def test_the_answers_and_mean_of_an_item_are_kept_whatever_its_counts_tell(lake, told, n, mean):
    facts = read_facts(document("U0", "IV-2024", answers(fours=10, threes=3)).encode(), FactKind.SURVEY, "u0")
    facts = replace(facts, items=(replace(facts.items[0], **told),))
    with open_to_write(lake) as store:
        write_batch(store, [(1, facts)], [("/u0", "u0", 1, 1, 1, 0)])
        batch = Batch()
        batch.replace(STANDING, STANDING.frame([(1, "U0", True, None)]))
        store.write(batch)
    assert ask(lake, "SELECT n, mean FROM items") == [
        (n, None if mean is None else pytest.approx(float(mean)))
    ]


def test_no_text_of_a_respondent_is_in_a_lake(lake):
    rolled(EXAMPLES, lake=lake)
    told = [
        each["text"]
        for path in EXAMPLES.glob("hasil/*/survey.json")
        for each in json.loads(path.read_bytes())["suggestions"]["shown"]
    ]
    store = open_to_read(lake)
    names = rows(store.db, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'data'")
    kept = " ".join(repr(store.db.view(f"data.{name}").fetchall()) for (name,) in names)
    assert len(told) > 10
    assert "Indeks Persepsi" in kept
    assert [text for text in told if text in kept] == []


def test_a_figure_in_a_lake_is_exact(tmp_path, lake):
    put(tmp_path / "a", "A", "IV-2024", answers(fours=1, threes=6))
    (bersih,) = [each.indices["BERSIH"] for each in rolled(tmp_path / "a", lake=lake).totals]
    assert bersih.pooled == bersih.mean_of_units == Fraction(22, 7)
    assert document("A", "IV-2024", answers(fours=1, threes=6)).count('"22/7"') > 1
