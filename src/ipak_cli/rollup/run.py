"""``ipak rollup``: from folders of many units' documents, or a lake of them, to one roll-up."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup import LIST_OF_UNITS_LEFT_OUT
from ipak_cli.rollup.changes import compare
from ipak_cli.rollup.exports.keep import gather_exports
from ipak_cli.rollup.find import find_documents
from ipak_cli.rollup.gather import gather
from ipak_cli.rollup.lake import open_to_write
from ipak_cli.rollup.pool import Nobody, pool_of
from ipak_cli.rollup.standing import settle
from ipak_cli.rollup.store import MemoryStore, rows
from ipak_cli.rollup.summarize import Told, summarize
from ipak_cli.rollup.units import Units, read_units

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import Tool
    from ipak_cli.rollup.exports.keep import ExportsAsked
    from ipak_cli.rollup.gather import Faulty
    from ipak_cli.rollup.pool import Watcher
    from ipak_cli.rollup.result import RollUp
    from ipak_cli.rollup.selection import Asked
    from ipak_cli.rollup.store import Store


@dataclass(frozen=True, slots=True)
class Sources:
    """What is rolled up: folders, exports, the list of units if any, and the lake that keeps all read."""

    folders: tuple[Path, ...]
    units: Path | None = None
    lake: Path | None = None
    processes: int | None = None
    exports: ExportsAsked | None = None


def roll_up(sources: Sources, asked: Asked, tool: Tool, watcher: Watcher | None = None) -> RollUp:
    """Read what is new below the folders, and put all units together.

    Without folders a lake is taken as it is. Raises ``ProblemsFoundError`` for faults of the list of units,
    an attribute that it does not have, a lake that is in use or cannot be read or written, and one that has a
    list of units where none is given.
    """
    units = read_units(sources.units) if sources.units is not None else Units()
    with ExitStack() as held:
        store: Store = MemoryStore()
        if sources.lake is not None:
            store = held.enter_context(open_to_write(sources.lake))
            if sources.units is None and rows(store.db, "SELECT unit FROM data.units LIMIT 1"):
                # Other units would be hidden than before, so that two roll-ups together tell of small ones.
                raise ProblemsFoundError([problem(LIST_OF_UNITS_LEFT_OUT, Where(str(sources.lake)))])
        pool = held.enter_context(pool_of(sources.processes))
        watcher = watcher or Nobody()
        faulty: tuple[Faulty, ...] = ()
        problems: tuple[Problem, ...] = ()
        if sources.folders:
            found = find_documents(sources.folders)
            gathered = gather(store, found, pool, watcher)
            faulty, problems = gathered.faulty, (*found.problems, *gathered.problems)
        if sources.exports is not None:
            scored = gather_exports(store, sources.exports, watcher)
            faulty, problems = (*faulty, *scored.faulty), (*problems, *scored.problems)
        standing = settle(store, units, listed=sources.units is not None)
        compare(store, pool, watcher)
        store.merge()
        return summarize(store, units, asked, Told(standing, faulty, problems), tool)
