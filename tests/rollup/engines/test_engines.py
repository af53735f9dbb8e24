"""Every engine gives the same outcomes, whatever the order, the batches, and who dies meanwhile."""

import os
import pickle
import random
import signal
from dataclasses import dataclass, replace
from multiprocessing import active_children

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rollup.engines.batches import batches
from ipak_cli.rollup.engines.dask_cluster import DaskEngine
from ipak_cli.rollup.engines.local import LocalEngine
from ipak_cli.rollup.exports.find import find_exports
from ipak_cli.rollup.exports.task import ExportFile, ExportTask
from makers.cluster import cluster
from makers.raw_exports import OPTIONS, answers, csv_text, put

pytest.importorskip("distributed", reason="the extra cluster is not installed")


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    """Return the tasks of 16 exports, one of which is broken."""
    files = {
        f"Loket {n:02}-{quarter}-2024.csv": csv_text(answers(n, quarter=quarter))
        for n in range(4)
        for quarter in ("I", "II", "III", "IV")
    }
    files["Loket 03-II-2024.csv"] = "bukan,ekspor\n1,2\n"
    return find_exports(str(put(tmp_path_factory.mktemp("ekspor"), files))).tasks


@pytest.fixture(scope="module")
def expected(exports):
    found = in_order(LocalEngine(1).outcomes(exports, OPTIONS))
    assert sum(len(each.facts) for each in found) == 15
    assert [left.source for each in found for left in each.left_out] == ["Loket 03-II-2024.csv"]
    return found


@pytest.fixture(scope="module")
def workers(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("klaster")) as made:
        yield made


def in_order(outcomes):
    return sorted(outcomes, key=lambda outcome: outcome.task.source)


@given(st.integers(1, 40), st.integers(0, 40), st.booleans())
def test_batches_hold_every_task_once_and_no_more_than_their_size(size, many, heavy):
    weight = 9_000_000 if heavy else 1
    tasks = [ExportTask((ExportFile(str(n), str(n), weight),)) for n in range(many)]

    made = list(batches(tasks, size))

    assert [task for batch in made for task in batch] == tasks
    assert all(1 <= len(batch) <= (1 if heavy else size) for batch in made)


@settings(max_examples=3, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from([1, 3, 16]))
def test_any_order_gives_the_same(exports, expected, chance, size):
    shuffled = [*exports]
    chance.shuffle(shuffled)

    assert in_order(LocalEngine(1, size).outcomes(shuffled, OPTIONS)) == expected


def test_processes_give_the_same(exports, expected):
    assert in_order(LocalEngine(2, 5).outcomes(exports, OPTIONS)) == expected


def test_a_process_that_is_killed_costs_what_it_had_at_hand_once_more(exports, expected):
    found = []
    for outcome in LocalEngine(2, 2).outcomes(exports, OPTIONS):
        found.append(outcome)
        if len(found) == 3:
            os.kill(active_children()[0].pid, signal.SIGKILL)

    assert in_order(found) == expected


@dataclass(frozen=True)
class Deadly:
    """What ends the process that receives it."""

    def __reduce__(self):
        return os._exit, (1,)


def test_an_export_that_ends_its_process_each_time_is_told_and_the_others_are_scored(exports, expected):
    deadly = ExportTask((ExportFile(Deadly(), "mati.csv"),))

    found = in_order(LocalEngine(2, 2).outcomes([*exports[:9], deadly], OPTIONS))

    assert found[:9] == expected[:9]
    assert [(problem.code, problem.source) for problem in found[9].left_out[0].problems] == [
        ("B754", "mati.csv")
    ]


def test_who_stops_listening_ends_the_processes(exports):
    others = set(active_children())
    outcomes = LocalEngine(2, 1).outcomes(exports, OPTIONS)
    next(outcomes)
    assert set(active_children()) - others

    outcomes.close()

    assert set(active_children()) <= others


@pytest.mark.parametrize("size", [1, 7])
def test_a_cluster_gives_the_same(exports, expected, workers, size):
    assert in_order(DaskEngine(workers.address, size).outcomes(exports, OPTIONS)) == expected


def test_a_cluster_gives_the_same_in_any_order(exports, expected, workers):
    shuffled = [*exports]
    random.Random(5).shuffle(shuffled)  # noqa: S311 (the same every time)

    assert in_order(DaskEngine(workers.address, 3).outcomes(shuffled, OPTIONS)) == expected


def test_a_worker_that_is_killed_in_mid_work_costs_its_batches_once_more(tmp_path, exports, expected):
    found = []
    with cluster(tmp_path) as made:
        for outcome in DaskEngine(made.address, 2).outcomes(exports, OPTIONS):
            found.append(outcome)
            if len(found) == 4:
                made.workers[0].send_signal(signal.SIGKILL)
        assert made.workers[0].wait() == -signal.SIGKILL

    assert in_order(found) == expected


def test_a_scheduler_that_dies_in_mid_work_is_told_after_what_was_done(tmp_path, exports, monkeypatch):
    monkeypatch.setattr("ipak_cli.rollup.engines.dask_cluster._PATIENCE", 1)
    found = []
    with cluster(tmp_path, workers=1) as made:
        outcomes = DaskEngine(made.address, 1).outcomes(exports, OPTIONS)
        found += [next(outcomes), next(outcomes)]
        made.scheduler.kill()
        with pytest.raises(ProblemsFoundError, match="B753"):
            found += outcomes

    assert len(found) >= 2


def test_a_scheduler_that_is_not_there_is_told(exports):
    with pytest.raises(ProblemsFoundError, match="B757"):
        next(DaskEngine("tcp://127.0.0.1:9").outcomes(exports, OPTIONS))


@pytest.mark.parametrize("address", ["", "bukan alamat", "127.0.0.1"])
def test_an_address_that_is_none_is_told(exports, address):
    with pytest.raises(ProblemsFoundError, match="B757"):
        next(DaskEngine(address).outcomes(exports, OPTIONS))


def test_a_cluster_without_workers_is_told(tmp_path, exports):
    with cluster(tmp_path, workers=0) as made, pytest.raises(ProblemsFoundError, match="B759"):
        next(DaskEngine(made.address).outcomes(exports, OPTIONS))


def test_workers_of_another_version_are_told(exports, workers, monkeypatch):
    monkeypatch.setattr("ipak_cli.rollup.engines.dask_cluster.__version__", "0.0.1")

    with pytest.raises(ProblemsFoundError, match="B758") as refused:
        next(DaskEngine(workers.address).outcomes(exports, OPTIONS))

    [problem] = refused.value.problems
    assert (problem.values["what"], problem.values["here"]) == ("ipak", "0.0.1")


def test_a_task_is_small_and_so_is_what_comes_of_it(exports, expected):
    assert len(pickle.dumps(exports[0])) < 1_000
    assert max(len(pickle.dumps(outcome)) for outcome in expected) < 6_000
    assert len(pickle.dumps(replace(OPTIONS))) < 30_000
