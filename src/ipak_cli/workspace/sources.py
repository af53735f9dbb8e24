"""The ``sources:`` of ``ipak.yaml``: which inputs they speak of, by patterns of names, and what they ask."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.period import parse_asked
from ipak_cli.base.problem import Problem, problem
from ipak_cli.base.provenance import Decisions
from ipak_cli.catalogue.workspace import (
    FILE_IN_TWO_SOURCES,
    HOW_DATE_ORDER,
    HOW_LENIENT,
    HOW_PERIOD,
    HOW_PLAIN,
    HOW_RESPONDENTS,
    HOW_SHEET,
    HOW_TOGETHER,
    SOURCE_MATCHES_NOTHING,
    SOURCE_OUTSIDE_INBOX,
)
from ipak_cli.workspace.config import checked_period
from ipak_cli.workspace.layout import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Where
    from ipak_cli.workspace.config import Config, SourceRule

    Place = Callable[..., Where]

_INBOX: Final = f"{SHOWN.inbox.as_posix()}/"
_DRIVE: Final = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Inputs that are scored as one survey, by the rule of a number: the names, and what it asks."""

    number: int
    names: tuple[str, ...]
    asked: Decisions


@dataclass(frozen=True, slots=True)
class SourcesFound:
    """What the rules say of some inputs: groups, faults of inputs by name, and patterns without any input."""

    groups: tuple[SourceGroup, ...] = ()
    faults: Mapping[str, Problem] | None = None
    problems: tuple[Problem, ...] = ()


def lint_sources(config: Config, place: Place) -> Iterator[Problem]:
    """Yield the patterns that leave ``masuk/``, and the periods that are none."""
    for number, rule in enumerate(config.sources):
        for nth, pattern in enumerate(rule.files):
            if _leaves(pattern):
                yield problem(SOURCE_OUTSIDE_INBOX, place("sources", number, "files", nth), pattern=pattern)
        if rule.period is not None:
            found = checked_period(rule.period, parse_asked, place("sources", number, "period"))
            if isinstance(found, Problem):
                yield found


def find_sources(config: Config, names: Iterable[str], place: Place) -> SourcesFound:
    """Return what the rules say of the inputs of some names, relative to ``masuk/``."""
    listed = sorted(names)
    rules = {name: [n for n, rule in enumerate(config.sources) if fits(rule, name)] for name in listed}
    faults = {
        name: problem(
            FILE_IN_TWO_SOURCES,
            place("sources", fitting[1]),
            name=f"{_INBOX}{name}",
            first=place("sources", fitting[0]).line or 0,
        )
        for name, fitting in rules.items()
        if len(fitting) > 1
    }
    groups: list[SourceGroup] = []
    for number, rule in enumerate(config.sources):
        mine = tuple(name for name in listed if rules[name] == [number])
        parts = [mine] if rule.together and mine else [(name,) for name in mine]
        groups += (SourceGroup(number, part, asked_by(rule)) for part in parts)
    return SourcesFound(tuple(groups), faults, tuple(_unmatched(config, listed, place)))


def fits(rule: SourceRule, name: str) -> bool:
    """Tell whether an input's name fits one of a rule's patterns, whatever the case of its letters."""
    return any(_fits(pattern, name) for pattern in rule.files)


def asked_by(rule: SourceRule) -> Decisions:
    """Return what a rule asks, as results keep it."""
    return Decisions(
        period=None if rule.period is None else str(parse_asked(rule.period)),
        lenient=rule.lenient,
        sheet=rule.sheet,
        date_order=None if rule.date_order is None else rule.date_order.value,
        respondents=rule.respondents,
    )


def how(asked: Decisions) -> tuple[Message, ...]:
    """Return the parts of a sentence that says how files were scored."""
    parts = []
    if len(asked.files) > 1:
        parts.append(HOW_TOGETHER(count=len(asked.files)))
    if asked.period is not None:
        parts.append(HOW_PERIOD(period=asked.period))
    if asked.lenient:
        parts.append(HOW_LENIENT())
    if asked.sheet is not None:
        parts.append(HOW_SHEET(sheet=asked.sheet))
    if asked.date_order is not None:
        parts.append(HOW_DATE_ORDER(order=asked.date_order))
    if asked.respondents is not None:
        parts.append(HOW_RESPONDENTS(respondents=asked.respondents))
    return tuple(parts) or (HOW_PLAIN(),)


def command_of(names: Sequence[str], asked: Decisions) -> str:
    """Return the command that scores files as one survey in the way that was asked, to be copied whole.

    A number of respondents is that of the files for which it was given, and of no more or fewer.
    """
    options = []
    if asked.period is not None:
        options.append(f"--period {asked.period}")
    if asked.sheet is not None:
        options.append(f'--sheet "{asked.sheet}"')
    if asked.date_order is not None:
        options.append(f"--date-order {asked.date_order}")
    if asked.lenient:
        options.append("--lenient")
    if asked.respondents is not None and len(names) == len(asked.files):
        options.append(f"--respondents {asked.respondents}")
    return InFull(" ".join(("ipak score", *(f'"{name}"' for name in names), *options)))


def entry_of(asked: Decisions) -> str:
    """Return the entry of ``sources:`` that asks the same, on one line."""
    files = [file.name.removeprefix(_INBOX) for file in asked.files]
    said = {"files": json.dumps(files, ensure_ascii=False)}
    if asked.period is not None:
        said["period"] = asked.period
    if len(files) > 1:
        said["together"] = "true"
    if asked.lenient:
        said["lenient"] = "true"
    if asked.sheet is not None:
        said["sheet"] = json.dumps(asked.sheet, ensure_ascii=False)
    if asked.date_order is not None:
        said["date_order"] = asked.date_order
    if asked.respondents is not None:
        said["respondents"] = str(asked.respondents)
    return f"- {{{', '.join(f'{key}: {value}' for key, value in said.items())}}}"


def _unmatched(config: Config, names: list[str], place: Place) -> Iterator[Problem]:
    for number, rule in enumerate(config.sources):
        for nth, pattern in enumerate(rule.files):
            if not any(_fits(pattern, name) for name in names):
                yield problem(SOURCE_MATCHES_NOTHING, place("sources", number, "files", nth), pattern=pattern)


def _fits(pattern: str, name: str) -> bool:
    wanted, given = _parts(pattern), name.split("/")
    return len(wanted) == len(given) and all(map(_fits_part, given, wanted))


def _fits_part(given: str, wanted: str) -> bool:
    # Brackets are letters of a name here, as in "loket [1].xlsx".
    return fnmatchcase(given.casefold(), wanted.casefold().replace("[", "[[]"))


def _parts(pattern: str) -> list[str]:
    plain = pattern.replace("\\", "/").strip()
    return plain.removeprefix("./").removeprefix(_INBOX).split("/")


def _leaves(pattern: str) -> bool:
    parts = _parts(pattern)
    return ".." in parts or "" in parts or bool(_DRIVE.match(pattern))
