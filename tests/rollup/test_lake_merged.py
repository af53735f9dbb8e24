"""Many small files become one, of which the lake says the same; nobody who reads meanwhile is disturbed."""

import shutil
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rollup import gather, query
from ipak_cli.rollup import lake as lakes
from ipak_cli.rollup.lake import open_to_read, open_to_write
from ipak_cli.rollup.manifest import read_manifest
from ipak_cli.rollup.query import ask
from ipak_cli.rollup.store import rows
from ipak_cli.rollup.views import NAMES
from makers.unit_documents import answers, put, rolled

UNITS = 4
PERIODS = ("III-2024", "IV-2024")
ORDERS = ((3, 1, 0, 2), (2, 3, 1, 0))


@pytest.fixture
def tree(tmp_path):
    for number in range(UNITS):
        for period in PERIODS:
            put(tmp_path / "unit" / f"u{number}", f"U{number}", period, answers(fours=9 + number, threes=3))
    return tmp_path / "unit"


@pytest.fixture
def lake(tmp_path):
    return tmp_path / "danau"


def said(lake):
    """Return the rows of every view."""
    db = open_to_read(lake).db
    return {name: db.view(name).order("ALL").fetchall() for name in NAMES}


def contents(lake):
    """Return the bytes of the files in force, by folder."""
    return {
        Path(name).parent.as_posix(): (lake / name).read_bytes()
        for files in read_manifest(lake).tables.values()
        for name in files
    }


def counts(lake):
    """Return how many files the tables have, by folder."""
    found = {}
    for files in read_manifest(lake).tables.values():
        for name in files:
            found[Path(name).parent.as_posix()] = found.get(Path(name).parent.as_posix(), 0) + 1
    return found


def parquet(lake):
    return {path.relative_to(lake).as_posix() for path in lake.rglob("*.parquet")}


def in_small_batches(monkeypatch, most, size=1):
    monkeypatch.setattr(gather, "BATCH", size)
    monkeypatch.setattr(lakes, "MOST_FILES", most)


def test_one_file_of_many_says_the_same(tree, tmp_path, monkeypatch):
    rolled(tree, lake=tmp_path / "satu")
    in_small_batches(monkeypatch, most=1)
    made = rolled(tree, lake=tmp_path / "banyak")
    assert set(counts(tmp_path / "banyak").values()) == {1}
    assert made == rolled(tree) == rolled(lake=tmp_path / "banyak")
    assert said(tmp_path / "banyak") == said(tmp_path / "satu")


def test_the_bytes_are_the_same_whatever_the_batches(tree, tmp_path, monkeypatch):
    made = []
    for size in (1, 3):
        in_small_batches(monkeypatch, most=1, size=size)
        rolled(tree, lake=tmp_path / str(size))
        made.append(contents(tmp_path / str(size)))
    assert len(made[0]) > 10
    assert made[0] == made[1]


@pytest.mark.parametrize(("order", "most"), [*zip(ORDERS, (1, 2), strict=True)])
def test_units_in_any_order_a_call_each_say_the_same(tree, lake, tmp_path, monkeypatch, order, most):
    rolled(tree, lake=tmp_path / "satu")
    monkeypatch.setattr(lakes, "MOST_FILES", most)
    for number in order:
        rolled(tree / f"u{number}", lake=lake)
    assert max(counts(lake).values()) <= most
    assert rolled(tree, lake=lake) == rolled(tree)
    assert said(lake) == said(tmp_path / "satu")


def test_a_merged_lake_is_not_merged_again(tree, lake, monkeypatch):
    in_small_batches(monkeypatch, most=2)
    rolled(tree, lake=lake)
    before = read_manifest(lake)
    rolled(tree, lake=lake)
    assert read_manifest(lake) == before


def test_few_files_stay_as_they_are(tree, lake, monkeypatch):
    in_small_batches(monkeypatch, most=UNITS * len(PERIODS))
    rolled(tree, lake=lake)
    assert counts(lake)["items/IV-2024"] == UNITS
    assert counts(lake)["files"] == UNITS * len(PERIODS)


def test_what_is_superseded_is_left_out_and_may_come_back(tree, lake, monkeypatch):
    in_small_batches(monkeypatch, most=1)
    rolled(tree, lake=lake)
    kept = (tree / "u0/hasil/IV-2024/survey.json").read_bytes()
    put(tree / "u0", "U0", "IV-2024", answers(fours=30))
    rolled(tree, lake=lake)
    assert documents(lake) == UNITS * len(PERIODS)
    (tree / "u0/hasil/IV-2024/survey.json").write_bytes(kept)
    assert rolled(tree, lake=lake) == rolled(tree)
    assert documents(lake) == UNITS * len(PERIODS)


def test_what_has_gone_is_left_out(tree, lake, monkeypatch):
    in_small_batches(monkeypatch, most=1)
    rolled(tree, lake=lake)
    shutil.rmtree(tree / "u0")
    for period in PERIODS:
        put(tree / "u1", "U1", period, answers(fours=30))
    rolled(tree, lake=lake)
    store = open_to_read(lake)
    assert documents(lake) == (UNITS - 1) * len(PERIODS)
    assert rows(store.db, "SELECT count(*) FROM kept.files") == [((UNITS - 1) * len(PERIODS),)]
    assert rows(store.db, "SELECT count(*) FROM kept.items ANTI JOIN kept.documents USING (doc)") == [(0,)]


def documents(lake):
    return rows(open_to_read(lake).db, "SELECT count(*) FROM kept.documents")[0][0]


def test_the_files_of_before_stay_for_their_readers_until_the_next_call(tree, lake, monkeypatch):
    in_small_batches(monkeypatch, most=20)
    rolled(tree, lake=lake)
    reader = open_to_read(lake)
    before = parquet(lake)
    monkeypatch.setattr(lakes, "MOST_FILES", 1)
    rolled(tree, lake=lake)
    assert before <= parquet(lake)
    assert rows(reader.db, "SELECT count(*) FROM items") == [(UNITS * len(PERIODS) * 4,)]
    with open_to_write(lake):
        pass
    assert parquet(lake) == {name for files in read_manifest(lake).tables.values() for name in files}


def test_a_question_whose_files_are_removed_meanwhile_is_asked_of_the_new_ones(tree, lake, monkeypatch):
    in_small_batches(monkeypatch, most=20)
    rolled(tree, lake=lake)
    opened = []

    def late(folder):
        store = open_to_read(folder)
        opened.append(store)
        if len(opened) == 1:
            monkeypatch.setattr(lakes, "MOST_FILES", 1)
            rolled(tree, lake=lake)
            rolled(tree, lake=lake)
        return store

    monkeypatch.setattr(query, "open_to_read", late)
    answer = ask(lake, "SELECT count(*) FROM items")
    assert (answer.rows, len(opened)) == (((UNITS * len(PERIODS) * 4,),), 2)


def test_a_manifest_that_is_replaced_while_its_files_are_looked_for_is_read_again(tree, lake, monkeypatch):
    in_small_batches(monkeypatch, most=20)
    rolled(tree, lake=lake)
    old = read_manifest(lake)
    monkeypatch.setattr(lakes, "MOST_FILES", 1)
    rolled(tree, lake=lake)
    rolled(tree, lake=lake)
    told = [old]
    real = read_manifest
    monkeypatch.setattr(lakes, "read_manifest", lambda folder: told.pop() if told else real(folder))
    assert open_to_read(lake).manifest == real(lake)


def test_a_file_that_cannot_be_removed_is_left_to_the_next_call(tree, lake, monkeypatch):
    in_small_batches(monkeypatch, most=1)
    rolled(tree, lake=lake)
    real, refused = lakes.remove_file, []

    def refusing(root, name):
        if not refused:
            refused.append(name.as_posix())
            raise ProblemsFoundError([])
        real(root, name)

    monkeypatch.setattr(lakes, "remove_file", refusing)
    with open_to_write(lake):
        assert set(refused) <= parquet(lake)
    with open_to_write(lake):
        assert not set(refused) & parquet(lake)
