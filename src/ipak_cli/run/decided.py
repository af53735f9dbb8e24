"""How the office said that inputs are scored, by hand or by ``sources:``: what a run repeats.

What was asked by hand stands in the stored result itself, so that no lost memory forgets it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.provenance import Decisions
from ipak_cli.catalogue.drive import DECIDED_FILE_MISSING, DECISION_NOT_REPEATABLE, RESULT_OUTLIVES_FILES
from ipak_cli.run.due import stored_documents
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.sources import command_of, find_sources
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.run.due import RunContext, StoredDocument
    from ipak_cli.workspace.inbox import Arrived, Inbox
    from ipak_cli.workspace.sources import SourceGroup

INBOX: Final = f"{SHOWN.inbox.as_posix()}/"
"""How the names of decided files begin that stand in ``masuk/``."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Files that are one survey, and how they are scored; ``stored`` is the result that is made again.

    ``changed`` are the names of the files that hold something else than when it was made.
    """

    files: tuple[Arrived, ...]
    asked: Decisions
    stored: StoredDocument | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """Inputs that are taken together, since decisions share them: by hand, or by the settings.

    ``kept`` are periods whose results cannot be made again, and stay. ``before`` are the office's results of
    the inputs that the settings speak of: what it gave by an option, and no setting says, stays.
    """

    names: tuple[str, ...]
    decisions: tuple[Decision, ...]
    by_hand: bool
    kept: tuple[Period, ...] = ()
    before: tuple[StoredDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What is decided of the inputs: units, inputs to be left alone for now, faults of inputs, problems.

    ``standing`` are the periods whose results and reports stay as they are until a file of theirs is back.
    """

    units: tuple[Unit, ...] = ()
    held: frozenset[str] = frozenset()
    faults: Mapping[str, Problem] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    standing: frozenset[Period] = frozenset()


@dataclass(frozen=True, slots=True)
class _Found:
    """The files of a stored result as the inbox has them now; what is ``missing`` is nowhere in it."""

    document: StoredDocument
    asked: Decisions
    files: tuple[Arrived, ...]
    changed: tuple[str, ...]
    pending: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def outside(self) -> bool:
        """Whether a file that is missing never stood in the inbox."""
        return any(not name.startswith(INBOX) for name in self.missing)

    @property
    def names(self) -> frozenset[str]:
        """The names of the inputs that the result is made from."""
        return frozenset((*(each.name for each in self.files), *self.pending))


def decide(inbox: Inbox, context: RunContext, stored: Sequence[StoredDocument]) -> Decided:
    """Return what is decided of the inputs; what ``sources:`` says goes before what was done by hand."""
    ready = {each.name: each for each in inbox.ready}
    there = {*ready, *inbox.waiting, *(name for name, _ in inbox.refused)}
    settings = context.opened.settings
    sources = find_sources(settings.config, there, settings.document.place)
    faults = dict(sources.faults or {})
    spoken_for = {name for group in sources.groups for name in group.names} | faults.keys()
    surveys = [each for each in stored if each.kind is InputKind.SURVEY and each.decisions.files]
    found = [_find(each, inbox, there) for each in surveys]
    by_hand = [each for each in found if _counts(each, found, context) and not spoken_for & each.names]
    said = [each for each in found if spoken_for & each.names and len(each.changed) < len(each.names)]
    missing = [each for each in (*by_hand, *said) if _lacks_file(each)]
    held = {name for each in missing for name in each.names}
    held |= {name for each in by_hand if each.pending for name in each.names}
    held |= {name for group in sources.groups if not ready.keys() >= {*group.names} for name in group.names}
    elsewhere = [each for each in found if each.missing and each not in missing]
    if not inbox.whole:
        missing, elsewhere = [], []
    units = [_of_sources(group, ready, found, context) for group in sources.groups]
    units += _of_hand([each for each in by_hand if not held & each.names], ready)
    return Decided(
        tuple(unit for unit in units if not held & {*unit.names}),
        frozenset(held),
        faults,
        (
            *sources.problems,
            *(_missing(each) for each in missing),
            *(told for each in elsewhere for told in _not_repeatable(each, context)),
        ),
        frozenset(each.document.period for each in missing),
    )


def is_asked(asked: Decisions) -> bool:
    """Tell whether anything was decided: several files, or an option."""
    return len(asked.files) > 1 or any(
        # What a file alone says is no decision.
        (asked.period, asked.lenient, asked.sheet, asked.date_order, asked.respondents)
    )


def holds_f03(context: RunContext, period: Period) -> bool:
    """Tell whether a stored assessment holds what the office alone can give: F-03 stands in no workbook."""
    stored = stored_documents(context.opened.stored)
    said = [
        each.said.get("f03") for each in stored if each.kind is InputKind.PEKPPP and each.period == period
    ]
    return any(isinstance(f03, dict) and "exact" in f03 for f03 in said)


def bare(name: str) -> str:
    """Return a file's name without its folders, as problems of reading show it."""
    return name.rpartition("/")[2]


def command_for_all(names: Iterable[str], digests: Mapping[str, str], stored: StoredDocument | None) -> str:
    """Return the command that scores inputs as one survey, with all that the stored result of it has.

    The options of the office's result are repeated; what holds the same stands there once.
    """
    decided = stored.decisions if stored else Decisions()
    files = {file.sha256: file.name for file in decided.files}
    for name in names:
        if f"{INBOX}{name}" not in files.values():
            files.setdefault(digests[name], f"{INBOX}{name}")
    return command_of(sorted(files.values()), decided)


def _find(document: StoredDocument, inbox: Inbox, there: Iterable[str]) -> _Found:
    ready = {each.name: each for each in inbox.ready}
    by_digest = {each.sha256: each for each in reversed(inbox.ready)}
    files: dict[str, Arrived] = {}
    changed, pending, missing = [], [], []
    for file in document.decisions.files:
        name = file.name.removeprefix(INBOX) if file.name.startswith(INBOX) else ""
        same = ready.get(name)
        if same is None or same.sha256 != file.sha256:
            same = by_digest.get(file.sha256)
        if same is None and name in ready:
            same = ready[name]
            changed.append(name)
        if same is not None:
            files[same.name] = same
        elif name in there:
            pending.append(name)
        else:
            missing.append(file.name)
    return _Found(
        document,
        document.decisions,
        tuple(files.values()),
        tuple(changed),
        tuple(pending),
        tuple(missing),
    )


def _counts(found: _Found, others: Sequence[_Found], context: RunContext) -> bool:
    """Tell whether a stored result is the office's own, and still that of the files under its names."""
    if found.document.sha256 in context.own_documents or not found.names:
        return False
    if len(found.changed) < len(found.files):
        return True
    # Nothing is left of what it was made from: another result may be that of what stands there now.
    now = {each.sha256 for each in found.files}
    newer = any(now & each.document.sources for each in others if each is not found)
    return is_asked(found.asked) and not newer


def _lacks_file(found: _Found) -> bool:
    """Tell whether a result cannot be made again as files are gone: of the inbox, or beside new content."""
    return bool(found.missing) and (bool(found.changed) or not found.outside)


def _missing(found: _Found) -> Problem:
    where = Where(SHOWN.result(found.document.period, InputKind.SURVEY.file).as_posix())
    rest = [f"{INBOX}{name}" for name in sorted(found.names)]
    told = {"names": found.missing, "command": command_of(rest, found.asked)}
    return problem(DECIDED_FILE_MISSING, where, period=found.document.period, **told)


def files_gone(
    gone: Iterable[str], inbox: Inbox, there: Iterable[str], context: RunContext
) -> Iterator[Problem]:
    """Tell which stored surveys stay although the last of their inputs are ``gone``: none is ``there``."""
    went = {f"{INBOX}{name}" for name in gone}
    for document in stored_documents(context.opened.stored):
        files = document.decisions.files if document.kind is InputKind.SURVEY else ()
        if {file.name for file in files} & went and not _find(document, inbox, there).names:
            where = Where(SHOWN.result(document.period, InputKind.SURVEY.file).as_posix())
            names = tuple(file.name for file in files)
            yield problem(RESULT_OUTLIVES_FILES, where, period=document.period, names=names)


def _not_repeatable(found: _Found, context: RunContext) -> Iterator[Problem]:
    """Tell that the settings say another figure than a result whose files are elsewhere."""
    document = found.document
    where = Where(SHOWN.result(document.period, InputKind.SURVEY.file).as_posix())
    wanted = context.opened.config.of(document.period)
    population, performance = figures_of(document)
    for key, now, value in (
        ("population", wanted.population, population),
        ("performance", wanted.performance, performance),
    ):
        if now is not None and now != value:
            yield problem(
                DECISION_NOT_REPEATABLE,
                where,
                period=document.period,
                key=key,
                value="–" if value is None else value,
                now=now,
                names=found.missing,
            )


def figures_of(document: StoredDocument) -> tuple[int | None, str | None]:
    """Return the population and the performance grade that a stored result was made with."""
    zi = document.said.get("zi")
    population = document.said.get("population")
    performance = zi.get("performance") if isinstance(zi, dict) else None
    return (
        population if isinstance(population, int) else None,
        performance if isinstance(performance, str) else None,
    )


def _of_sources(
    group: SourceGroup, ready: Mapping[str, Arrived], found: Sequence[_Found], context: RunContext
) -> Unit:
    files = {each.sha256: each for name in reversed(group.names) if (each := ready.get(name))}
    mine = tuple(sorted(files.values(), key=lambda each: each.name))
    own = context.own_documents
    before = tuple(
        each.document
        for each in found
        if each.document.sources <= files.keys() and each.document.sha256 not in own
    )
    return Unit(group.names, (Decision(mine, group.asked),), by_hand=False, before=before)


def _of_hand(found: Sequence[_Found], ready: Mapping[str, Arrived]) -> Iterator[Unit]:
    """Join the decisions that share an input; inputs of the same content go with it."""
    rest = list(found)
    while rest:
        joined, rest = [rest[0]], rest[1:]
        names = set(joined[0].names)
        while more := [each for each in rest if names & each.names]:
            rest = [each for each in rest if each not in more]
            joined += more
            names |= {name for each in more for name in each.names}
        digests = {ready[name].sha256 for name in names}
        names |= {name for name, each in ready.items() if each.sha256 in digests}
        decisions = (
            Decision(each.files, each.asked, each.document, each.changed)
            for each in joined
            if not each.missing
        )
        kept = (each.document.period for each in joined if each.missing)
        yield Unit(tuple(sorted(names)), tuple(decisions), by_hand=True, kept=tuple(kept))
