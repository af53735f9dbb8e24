"""The engine of many machines: the workers of a Dask cluster that is there already.

A batch is a pure function of paths and options, so the scheduler may run it again anywhere: a worker that
dies costs the batches that it had. A batch whose workers die again and again is parted into its tasks, so
that the one that does it is known.
"""

from __future__ import annotations

import gc
import logging
import platform
import warnings
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from ipak_cli import __version__
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup_exports import (
    CLUSTER_WITHOUT_WORKERS,
    EXPORT_UNFORESEEN,
    SCHEDULER_LOST,
    SCHEDULER_UNREACHABLE,
    WORKERS_DIFFER,
)
from ipak_cli.rollup.engines.batches import BATCH, batches, ended_process
from ipak_cli.rollup.exports.fetch import missing, shown_url
from ipak_cli.rollup.exports.score import left_out, score_tasks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.rollup.exports.task import ExportOptions, ExportOutcome, ExportTask

SECONDS: Final = 5
"""How long a scheduler may take to answer."""
_LOOK: Final = 2
"""Seconds after which it is looked whether the cluster is still there, while nothing comes."""
_PATIENCE: Final = 20
"""Seconds that a cluster may be without scheduler or workers: those may be starting again."""
_AHEAD: Final = 3
"""Batches for each thread of the workers that the scheduler has at a time."""
_PACKAGES: Final = ("distributed", "dask", "pandas", "numpy")
"""What must be the same everywhere, beside ipak and Python: what speaks to the scheduler, and what counts."""

Batch = tuple["ExportTask", ...]


@dataclass(frozen=True, slots=True)
class DaskEngine:
    """Score on the workers of the scheduler at an address, such as ``tcp://10.0.0.5:8786``."""

    address: str
    size: int = BATCH

    def outcomes(self, tasks: Sequence[ExportTask], options: ExportOptions) -> Iterator[ExportOutcome]:
        """Yield outcomes as they come; whoever stops listening withdraws what is at hand.

        Raises ``ProblemsFoundError`` where the scheduler cannot be reached or is lost, has no workers, or
        these have other versions.
        """
        with _client(self.address) as client:
            _check_versions(client, self.address)
            yield from self._scored(client, tasks, options)

    def _scored(
        self, client: Any, tasks: Sequence[ExportTask], options: ExportOptions
    ) -> Iterator[ExportOutcome]:
        waiting = deque(batches(tasks, self.size))
        most = _AHEAD * max(1, sum(client.nthreads().values()))
        at_hand: dict[Any, Batch] = {}
        done = 0
        while waiting or at_hand:
            while waiting and len(at_hand) < most:
                batch = waiting.popleft()
                at_hand[client.submit(score_tasks, batch, options, pure=False)] = batch
            for future in self._finished(client, at_hand, (done, len(tasks))):
                for outcome in self._result(future, at_hand.pop(future), waiting, (done, len(tasks))):
                    done += 1
                    yield outcome

    def _finished(
        self, client: Any, at_hand: Mapping[Any, Batch], progress: tuple[int, int]
    ) -> Sequence[Any]:
        """Wait until a batch is done; not for ever, where scheduler or all workers have gone."""
        alone_since = None
        while True:
            try:
                with client.as_current():
                    done = _dask().wait([*at_hand], timeout=_LOOK, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                there = client.status == "running" and client.nthreads()
                alone_since = None if there else alone_since or monotonic()
                if alone_since is not None and monotonic() - alone_since > _PATIENCE:
                    raise self._lost(progress) from None
            except _dask().CancelledError:
                raise self._lost(progress) from None
            else:
                return [*done]

    def _lost(self, progress: tuple[int, int]) -> ProblemsFoundError:
        done, count = progress
        values = {"address": shown_url(self.address), "done": done, "count": count}
        return ProblemsFoundError([problem(SCHEDULER_LOST, **values)])

    def _result(
        self,
        future: Any,
        batch: Batch,
        waiting: deque[Batch],
        progress: tuple[int, int],
    ) -> Sequence[ExportOutcome]:
        """Return the outcomes of a batch; one that killed its workers is parted, and goes on waiting."""
        if future.status == "finished":
            found: list[ExportOutcome] = future.result()
            return found
        error = future.exception() if future.status == "error" else None
        if error is None:
            raise self._lost(progress)
        if len(batch) > 1:
            waiting.extend((task,) for task in batch)
            return ()
        [task] = batch
        if isinstance(error, _dask().KilledWorker):
            return (ended_process(task),)
        told = problem(EXPORT_UNFORESEEN, Where(task.source), reason=type(error).__name__)
        return (left_out(task, [told]),)


def _dask() -> Any:
    """Return the library; raises ``ProblemsFoundError`` where it is not installed."""
    try:
        return import_module("distributed")
    except ImportError as error:
        raise missing(error) from None


@contextmanager
def _client(address: str) -> Iterator[Any]:
    """Connect to a scheduler, quietly: what is wrong is told by us, in plain words."""
    distributed = _dask()
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of other versions, for one: they are looked at below
            client = _connected(distributed, address)
            if client is None:
                # A client that could not connect is closed when it is collected, by a lock that the making of
                # the next one holds: it has to go first.
                gc.collect()
                values = {"address": shown_url(address), "seconds": SECONDS}
                raise ProblemsFoundError([problem(SCHEDULER_UNREACHABLE, **values)])
            try:
                yield client
            finally:
                client.close(timeout=SECONDS)
    finally:
        logger.setLevel(level)


def _connected(distributed: Any, address: str) -> Any:
    """Return a client of a scheduler, ``None`` where none answers at the address."""
    try:
        return distributed.Client(address, timeout=SECONDS, set_as_default=False)
    except Exception:  # noqa: BLE001 (each kind of address fails in its own way)
        return None


def _check_versions(client: Any, address: str) -> None:
    """Refuse a cluster without workers, or with other versions than ours: they could count otherwise."""
    workers = client.scheduler_info(n_workers=-1)["workers"]
    if not workers:
        raise ProblemsFoundError([problem(CLUSTER_WITHOUT_WORKERS, address=shown_url(address))])
    here = _versions()
    try:
        theirs: Mapping[str, Mapping[str, str]] = client.run(_versions)
    except Exception:  # noqa: BLE001 (a worker without ipak raises whatever its unpickling does)
        raise ProblemsFoundError([_differs("ipak", here["ipak"], "-")]) from None
    differing = {
        (what, there[what]) for there in theirs.values() for what in here if there.get(what) != here[what]
    }
    if differing:
        raise ProblemsFoundError([_differs(what, here[what], there) for what, there in sorted(differing)])


def _differs(what: str, here: str, there: str) -> Problem:
    return problem(WORKERS_DIFFER, what=what, here=here, there=there)


def _versions() -> dict[str, str]:
    """Return the versions that matter, on whatever machine this runs."""
    from importlib.metadata import version  # noqa: PLC0415 (this alone needs it)

    python = ".".join(platform.python_version_tuple()[:2])
    return {"ipak": __version__, "Python": python, **{name: version(name) for name in _PACKAGES}}
