"""Bring a roll-up's tables up to a folder of exports: what is new is scored, and kept in batches.

An export is known by its path, marked as one, and by a look that changes with the file and with how it is
read. What was left out is looked at again the next time; what is interrupted keeps what is done.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError
from ipak_cli.catalogue.rollup_exports import SCHEDULER_LOST, SCORING_EXPORTS
from ipak_cli.rollup.exports.fetch import is_url, shown_url
from ipak_cli.rollup.exports.find import find_exports
from ipak_cli.rollup.exports.paths import PathPattern
from ipak_cli.rollup.facts import FactKind
from ipak_cli.rollup.find import EXPORT_MARK, FoundDocument
from ipak_cli.rollup.gather import Faulty, known_documents, seen_files, write_batch
from ipak_cli.rollup.store import Batch, is_written, rows
from ipak_cli.rollup.tables import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ipak_cli.rollup.engines.batches import Engine
    from ipak_cli.rollup.exports.task import ExportOptions, ExportOutcome, ExportTask, LeftOut
    from ipak_cli.rollup.facts import Facts, ProblemFact
    from ipak_cli.rollup.gather import Seen
    from ipak_cli.rollup.pool import Watcher
    from ipak_cli.rollup.store import Store
    from ipak_cli.rollup.tables import Row

_BATCH: Final = 500
"""Documents that are written together: what an interrupt or a lost machine costs is less than that."""


@dataclass(frozen=True, slots=True)
class ExportsAsked:
    """Exports to roll up: their folder or URL, how they are read, and where they are scored.

    ``parts`` is into how many tasks one huge file of many units may be divided; ``hear`` gets whatever is
    left out, with its problems.
    """

    root: str
    options: ExportOptions
    engine: Engine
    pattern: str | None = None
    parts: int = 1
    hear: Callable[[LeftOut], None] | None = None


@dataclass(frozen=True, slots=True)
class GatheredExports:
    """How many tasks there were, how many had to be done, and what is left out, or wrong with paths."""

    tasks: int
    done: int
    faulty: tuple[Faulty, ...]
    problems: tuple[Problem, ...]


def gather_exports(store: Store, asked: ExportsAsked, watcher: Watcher) -> GatheredExports:
    """Score what is new below the folder, and keep it; raises ``ProblemsFoundError`` if that cannot begin."""
    by_column = asked.options.unit_column is not None
    pattern = None if asked.pattern is None else PathPattern.of(asked.pattern, by_column=by_column)
    found = find_exports(asked.root, pattern, by_column=by_column, parts=asked.parts)
    keeper = _Keeper(store, asked)
    for outcome in found.refused:
        keeper.take(outcome)
    todo = [task for task in found.tasks if not keeper.knows(task)]
    watcher.begin(SCORING_EXPORTS.key, len(todo))
    problems = list(found.problems)
    try:
        for outcome in asked.engine.outcomes(todo, asked.options) if todo else ():
            keeper.take(outcome)
            watcher.done(1)
    except ProblemsFoundError as stopped:
        if any(each.entry is not SCHEDULER_LOST for each in stopped.problems):
            raise
        problems += stopped.problems
    finally:
        keeper.flush()  # an interrupt keeps what is done
    keeper.forget(found.tasks)
    keeper.note(found.tasks)
    faulty = sorted(keeper.faulty, key=lambda each: (each.found.source, each.found.folder))
    return GatheredExports(len(found.tasks), len(todo), tuple(faulty), tuple(problems))


@dataclass(slots=True)
class _Keeper:
    """Keeps outcomes in the tables, and knows what was kept before."""

    store: Store
    asked: ExportsAsked
    seen: dict[str, Seen] = field(init=False)
    paths: list[str] = field(init=False)
    faulty: list[Faulty] = field(default_factory=list)
    noted: list[Row] = field(default_factory=list)
    """The problems of what is left out, as rows."""
    waiting: list[tuple[ExportOutcome, Facts]] = field(default_factory=list)
    written: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Of each file that was scored this time, the paths of what is kept of it."""
    parts: Counter[str] = field(default_factory=Counter)
    whole: set[str] = field(default_factory=set)
    """The files of which every part was scored this time."""

    def __post_init__(self) -> None:
        mine = self._path("")
        self.seen = {path: seen for path, seen in seen_files(self.store).items() if path.startswith(mine)}
        self.paths = sorted(self.seen)

    def knows(self, task: ExportTask) -> bool:
        """Tell whether a task was done, and neither its files nor how they are read have changed since."""
        kept = [self.seen[path] for path in self._kept(task.source)]
        size, look = self._look(task)
        return bool(kept) and look != 0 and all((each.size, each.written) == (size, look) for each in kept)

    def take(self, outcome: ExportOutcome) -> None:
        """Keep what came of a task."""
        task = outcome.task
        self.parts[task.source] += 1
        if self.parts[task.source] == task.part[1]:
            self.whole.add(task.source)
        for left in outcome.left_out:
            self.faulty.append(Faulty(self._found(task, left), (left.told,), left.unit))
            place = self._path(task.source)
            self.noted += ((place, left.unit, left.period, *_problem(each)) for each in left.problems)
            if self.asked.hear is not None:
                self.asked.hear(left)
        self.waiting += ((outcome, facts) for facts in outcome.facts)
        if len(self.waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits, whole."""
        waiting, self.waiting = self.waiting, []
        if not waiting:
            return
        known = known_documents(self.store, [facts.document.digest for _, facts in waiting])
        fresh: list[tuple[int, Facts]] = []
        files: list[Row] = []
        for outcome, facts in waiting:
            digest = facts.document.digest
            if digest not in known:
                known[digest] = self.store.next_doc + len(fresh)
                fresh.append((known[digest], facts))
            # What was left out is done again the next time, and its neighbours in the file with it.
            size, look = (0, 0) if outcome.left_out else self._look(outcome.task)
            path = self._path(facts.document.source)
            if outcome.task.period is None:
                path += f"@{facts.document.period}"
            files.append((path, "", size, look, known[digest], 0))
            self.written[outcome.task.source].add(path)
        write_batch(self.store, fresh, files)

    def forget(self, tasks: Sequence[ExportTask]) -> None:
        """Take back what files said before that have gone, or say it no more."""
        there = {path for task in tasks for path in self._kept(task.source)}
        gone = [path for path in self.paths if path not in there]
        for source in self.whole:
            gone += (path for path in self._kept(source) if path not in self.written[source])
        if gone:
            write_batch(self.store, [], [(path, self.seen[path].folder, 0, 0, None, 0) for path in gone])

    def note(self, tasks: Sequence[ExportTask]) -> None:
        """Put the problems of what is left out into the place of those that the call before found."""
        mine = self._path("")
        # Of a file that was not scored to its end, what was found before still holds.
        unfinished = {self._path(task.source) for task in tasks if task.source not in self.whole}
        before = rows(self.store.db, "SELECT * FROM kept.left_out")
        kept = [row for row in before if not row[0].startswith(mine) or row[0] in unfinished]
        batch = Batch()
        batch.replace(LEFT_OUT, LEFT_OUT.frame(dict.fromkeys((*kept, *self.noted))))
        if not is_written(self.store, batch):
            self.store.write(batch)

    def _path(self, source: str) -> str:
        root = self.asked.root
        root = shown_url(root) if is_url(root) else str(Path(root).absolute())
        return f"{EXPORT_MARK}{root.rstrip('/')}/{source}"

    def _kept(self, source: str) -> Iterator[str]:
        """Yield the paths of what is kept of a file: its own, or with a unit or a period behind it."""
        path = self._path(source)
        for each in self.paths[bisect_left(self.paths, path) :]:
            if not each.startswith(path):
                return
            if each[len(path) :][:1] in {"", "#", "@"}:
                yield each

    def _look(self, task: ExportTask) -> tuple[int, int]:
        """Return the size of a task's files, and a number that changes with them and how they are read."""
        options = self.asked.options
        if any(file.written == 0 for file in task.files):
            return 0, 0  # nothing tells whether it has changed
        read = options.rubric.digest, options.tool.version, options.unit_column, options.sheet
        parts = (*read, options.date_order, options.lenient, task.unit, task.period)
        files: Iterable[object] = (part for file in task.files for part in (file.source, file.written))
        text = "\n".join(map(str, (*parts, *files)))
        number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:7], "big")
        return sum(file.size for file in task.files), number

    def _found(self, task: ExportTask, left: LeftOut) -> FoundDocument:
        # Nobody's period is bad where nobody knows whose the export is.
        period = task.period.name if task.period and left.unit else None
        return FoundDocument(self._path("")[:-1], left.source, FactKind.SURVEY, left.unit, period, 0, 0)


def _problem(each: ProblemFact) -> Row:
    return each.code, each.severity, each.source, each.sheet, each.cell
