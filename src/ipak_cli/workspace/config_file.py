"""Reading ``ipak.yaml``: every fault names its line, in words that do not speak of rubrics."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal

from ipak_cli.base.day import parse_day
from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.text import nearest
from ipak_cli.base.timezones import ZONES, find_zone
from ipak_cli.catalogue.rubrics import (
    CONTENT_NOT_CHECKED,
    NEAREST_MEANT,
    NOT_KEYS_AND_VALUES,
    RUBRIC_NOT_FOUND,
    RUBRIC_TOO_LARGE,
    SEVERAL_DOCUMENTS,
    VALUE_TYPE_WRONG,
    VALUE_UNFIT,
    YAML_FEATURE_FORBIDDEN,
    YAML_INVALID,
)
from ipak_cli.catalogue.workspace import (
    CHOOSE_ZONE,
    COMPARE_WITH_EXAMPLE,
    DEADLINE_IN_WORDS,
    EXAMPLE_NOT_REPLACED,
    IS_IT_SETTINGS,
    LEAVE_SIGNING_DATE,
    LINK_NOT_HTTPS,
    NAME_A_RUBRIC,
    NAMED_RUBRIC_UNKNOWN,
    NIP_LENGTH_WRONG,
    NOT_A_DATE,
    ONE_DOCUMENT,
    PERIOD_NAMED_TWICE,
    QUOTE_COLONS,
    SETTINGS_FROM_NEWER_VERSION,
    SETTINGS_UNREADABLE,
    SETTINGS_WRONG,
    SETTINGS_YAML_FEATURE_FORBIDDEN,
    TIME_ZONE_UNKNOWN,
)
from ipak_cli.rubric.load import read_rubric_file, shipped_ids
from ipak_cli.rubric.typed import validate
from ipak_cli.rubric.yaml_lines import MAX_BYTES, Data, Document, by_line, read_document
from ipak_cli.workspace.config import VERSION, Config, checked_period, with_periods
from ipak_cli.workspace.files import open_file
from ipak_cli.workspace.layout import MARKER, SHOWN
from ipak_cli.workspace.sources import lint_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ipak_cli.rubric.load import RubricFile

    Place = Callable[..., Where]

TO_REPLACE: Final = "GANTI"
"""How every example in a new ``ipak.yaml`` begins."""

_NEAR_ZONE: Final = 60
_NEAR_RUBRIC: Final = 70
_NIP_DIGITS: Final = 18


def lint(config: Config, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with settings in themselves; ``place`` tells where each part stands in its file."""
    yield from _timezone(config, place)
    yield from _periods(config, place)
    yield from _days(config, place)
    if config.sources:
        yield from lint_sources(config, place)
    for part, link in (("report", config.report.link), ("publication", config.publication.link)):
        if link is not None and not link.startswith(("https://", "http://")):
            yield problem(LINK_NOT_HTTPS, place(part, "link"), link=link)
    nip = config.signatory.nip if config.signatory else None
    digits = sum(c.isdecimal() for c in nip or "")
    if nip is not None and digits != _NIP_DIGITS:
        yield problem(NIP_LENGTH_WRONG, place("signatory", "nip"), count=digits)


def examples_left(document: Document) -> tuple[Problem, ...]:
    """Return every example of a new ``ipak.yaml`` that nobody has replaced yet, with its line."""
    return tuple(
        problem(EXAMPLE_NOT_REPLACED, document.place(*path), key=path[0], value=text)
        for path, text in document.texts()
        if text.startswith(TO_REPLACE)
    )


def _timezone(config: Config, place: Place) -> Iterator[Problem]:
    """Refuse a name that is no zone of Indonesia; a near one may be meant, or a city's or a label's."""
    if find_zone(config.timezone) is not None:
        return
    names = {known: zone.name for zone in ZONES for known in (zone.name, zone.name.split("/")[1], zone.label)}
    near = nearest(config.timezone, list(names), _NEAR_ZONE)
    advice = NEAREST_MEANT(near=names[near]) if near else CHOOSE_ZONE()
    yield problem(TIME_ZONE_UNKNOWN, place("timezone"), name=config.timezone, advice=advice)


def _periods(config: Config, place: Place) -> Iterator[Problem]:
    seen: dict[Period, Where] = {}
    for name in config.periods:
        where = place("periods", name)
        period = checked_period(name, parse_period, where)
        if isinstance(period, Problem):
            yield period
            continue
        first = seen.setdefault(period, where)
        if first is not where:
            yield problem(PERIOD_NAMED_TWICE, where, name=name, period=period, first=first.line)


def _days(config: Config, place: Place) -> Iterator[Problem]:
    """Refuse what is typed like a date and is none; a report is signed on a day, but due by a phrase too."""
    for path, text in config.days():
        try:
            sound = parse_day(text) is not None or path[-1] == "deadline"
        except ValueError:
            sound = False
        if not sound:
            advice = LEAVE_SIGNING_DATE() if path[-1] == "signed" else DEADLINE_IN_WORDS()
            yield problem(NOT_A_DATE, place(*path), key=".".join(path), value=text, advice=advice)


_ADVICE: Final = {
    RUBRIC_TOO_LARGE: IS_IT_SETTINGS(),
    YAML_INVALID: QUOTE_COLONS(),
    NOT_KEYS_AND_VALUES: COMPARE_WITH_EXAMPLE(),
    SEVERAL_DOCUMENTS: ONE_DOCUMENT(),
    VALUE_TYPE_WRONG: COMPARE_WITH_EXAMPLE(),
    VALUE_UNFIT: COMPARE_WITH_EXAMPLE(),
}
"""What to do where the advice for rubrics would mislead."""

_NUMBER: Final = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class LoadedConfig:
    """Sound settings, the document that knows their lines, the digest of its bytes, and the warnings."""

    config: Config
    document: Document
    digest: str
    problems: tuple[Problem, ...] = ()


def load_config(workspace: Path) -> LoadedConfig:
    """Read a workspace's ``ipak.yaml``.

    Raises ``ProblemsFoundError`` with every fault, in the order of their lines.
    """
    try:
        with open_file(workspace, SHOWN.settings) as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        raise ProblemsFoundError([problem(SETTINGS_UNREADABLE, Where(MARKER))]) from None
    return parse_config(content)


def parse_config(content: bytes) -> LoadedConfig:
    """Type and check the content of an ``ipak.yaml``, as :func:`load_config` does."""
    try:
        document = settings_document(content)
    except ProblemsFoundError as found:
        raise ProblemsFoundError(_own(found.problems)) from None
    return check_document(document, hashlib.sha256(content).hexdigest())


def check_document(document: Document, digest: str) -> LoadedConfig:
    """Type and check settings as :func:`load_config` does; ``digest`` is that of their bytes."""
    _refuse_newer(document)
    document, twice = with_periods(replace(document, data=_filled(document.data)))
    config, faults = validate(document, Config)
    looks = lint(config, document.place) if config else ()
    problems = by_line((*_own((*document.problems, *faults)), *twice, *looks))
    if config is None or has_errors(problems):
        raise ProblemsFoundError(problems)
    return LoadedConfig(config, document, digest, problems)


def _filled(data: Mapping[str, Data]) -> dict[str, Data]:
    """Leave out keys without a value: who deletes all lines of a part often leaves its head behind."""
    return {
        key: _filled(value) if isinstance(value, Mapping) else value
        for key, value in data.items()
        if value is not None
    }


def rubric_file(workspace: Path, name: str) -> str:
    """Return a rubric's name as the loader takes it: a shipped id, else a file seen from the workspace."""
    return name if name in shipped_ids() else str(workspace / name)


def read_rubric(workspace: Path, settings: LoadedConfig, kind: Literal["survey", "pekppp"]) -> RubricFile:
    """Read the rubric that the settings name for a kind; a file of the workspace is reached through no link.

    Raises ``ProblemsFoundError`` when there is none, with the line that names it, and when it cannot be read.
    """
    rubrics = settings.config.rubrics
    name = rubrics.survey if kind == "survey" else rubrics.pekppp
    path, inside = rubric_file(workspace, name), PurePath(name)
    try:
        if path == name or inside.is_absolute() or ".." in inside.parts:
            return read_rubric_file(path)
        return read_rubric_file(path, lambda _: open_file(workspace, inside))
    except ProblemsFoundError as found:
        where = settings.document.place("rubrics", kind)
        raise ProblemsFoundError(_named_here(each, name, where) for each in found.problems) from None


def _named_here(fault: Problem, name: str, where: Where) -> Problem:
    """Say of a rubric that is nowhere which line names it, and which it may mean."""
    if fault.entry != RUBRIC_NOT_FOUND:
        return fault
    near = nearest(name.lower(), shipped_ids(), _NEAR_RUBRIC)
    return problem(
        NAMED_RUBRIC_UNKNOWN, where, name=name, advice=NEAREST_MEANT(near=near) if near else NAME_A_RUBRIC()
    )


def settings_document(content: bytes) -> Document:
    """Read the file; one that holds comments alone is whole and says nothing."""
    lines = content.removeprefix(b"\xef\xbb\xbf").splitlines()
    blank = all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)
    if blank and len(content) <= MAX_BYTES:
        return Document(MARKER, {}, {}, ())
    return read_document(content, MARKER)


def _refuse_newer(document: Document) -> None:
    """Refuse a newer layout before its unknown keys are taken for spelling mistakes."""
    found = document.data.get("version")
    if isinstance(found, str) and _NUMBER.fullmatch(found) and int(found) > VERSION:
        fault = problem(SETTINGS_FROM_NEWER_VERSION, document.place("version"), found=found, known=VERSION)
        raise ProblemsFoundError([fault])


def _own(faults: Iterable[Problem]) -> Iterator[Problem]:
    """Say of a settings file what the reader of rubrics found."""
    for fault in faults:
        if fault.entry == YAML_FEATURE_FORBIDDEN:
            yield problem(SETTINGS_YAML_FEATURE_FORBIDDEN, fault.where)
        # That the content is checked later is said of rubrics; here its form alone is told.
        elif fault.entry != CONTENT_NOT_CHECKED:
            told = problem(SETTINGS_WRONG, fault.where, fault=fault.message)
            yield replace(told, other_advice=_ADVICE.get(fault.entry, fault.advice))
