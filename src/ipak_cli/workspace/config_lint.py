"""What makes a well-formed ``ipak.yaml`` a sound one: quarters, links, item codes, targets, no examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.arithmetic import exact_text
from ipak_cli.names import nearest
from ipak_cli.period import Quarter, parse_quarter
from ipak_cli.problems import Problem, Where, problem
from ipak_cli.zones import ZONES, find_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from ipak_cli.rubric.models import SurveyRubric
    from ipak_cli.rubric.source import Data, Document, KeyPath
    from ipak_cli.workspace.config import Config

    Place = Callable[..., Where]

TO_REPLACE: Final = "GANTI"
"""How every example in a new ``ipak.yaml`` begins."""
_NEAR: Final = 50
_NEAR_ZONE: Final = 60
_NIP_DIGITS: Final = 18


def lint(config: Config, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with settings in themselves; ``place`` tells where each part stands in its file."""
    yield from _timezone(config, place)
    yield from _quarters(config, place)
    link = config.report.link
    if link is not None and not link.startswith(("https://", "http://")):
        yield problem("G407", place("report", "link"), link=link)
    nip = config.signatory.nip if config.signatory else None
    digits = sum(c.isdecimal() for c in nip or "")
    if nip is not None and digits != _NIP_DIGITS:
        yield problem("G408", place("signatory", "nip"), count=digits)


def check_items(config: Config, rubric: SurveyRubric, place: Place) -> tuple[Problem, ...]:
    """Return the item codes that the rubric lacks and the targets outside its scale, with their lines."""
    return (*_codes(config, rubric, place), *_targets(config, rubric, place))


def examples_left(document: Document) -> tuple[Problem, ...]:
    """Return every example of a new ``ipak.yaml`` that nobody has replaced yet, with its line."""
    return tuple(
        problem("G411", document.place(*path), key=path[0], value=text)
        for path, text in _texts(dict(document.data), ())
        if text.startswith(TO_REPLACE)
    )


def _timezone(config: Config, place: Place) -> Iterator[Problem]:
    """Refuse a name that is no zone of Indonesia; a near one may be meant, or a city's or a label's."""
    if find_zone(config.timezone) is not None:
        return
    names = {known: zone.name for zone in ZONES for known in (zone.name, zone.name.split("/")[1], zone.label)}
    near = nearest(config.timezone, list(names), _NEAR_ZONE)
    advice = f"Mungkin maksudnya {names[near]}." if near else "Pilih menurut letak kantor."
    yield problem("G444", place("timezone"), name=config.timezone, advice=advice)


def _quarters(config: Config, place: Place) -> Iterator[Problem]:
    seen: dict[Quarter, Where] = {}
    for name in config.quarters:
        where = place("quarters", name)
        try:
            quarter = parse_quarter(name)
        except ValueError:
            yield problem("G405", where, name=name)
            continue
        first = seen.setdefault(quarter, where)
        if first is not where:
            yield problem("G406", where, name=name, quarter=quarter, first=first.line)


def _codes(config: Config, rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    known = [item.code for item in rubric.items]
    for path in _item_paths(config):
        code = path[-1]
        if code not in known:
            near = nearest(code.upper(), known, _NEAR)
            advice = f"Mungkin maksudnya {near}." if near else f"Kode yang ada: {', '.join(known)}."
            key = ".".join(path[:-1])
            yield problem("G409", place(*path), key=key, code=code, rubric=rubric.id, advice=advice)


def _item_paths(config: Config) -> Iterator[tuple[str, ...]]:
    yield from (("targets", "items", code) for code in config.targets.items)
    yield from (("follow_up", code) for code in config.follow_up)
    for name, quarter in config.quarters.items():
        yield from (("quarters", name, "follow_up", code) for code in quarter.follow_up)


def _targets(config: Config, rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    targets: list[tuple[Fraction | None, Where]] = [(config.targets.default, place("targets", "default"))]
    targets += [(target, place("targets", "items", code)) for code, target in config.targets.items.items()]
    scale = rubric.scale
    for target, where in targets:
        if target is not None and not scale.lowest <= target <= scale.highest:
            shown = exact_text(target)
            yield problem("G410", where, target=shown, lowest=scale.lowest, highest=scale.highest)


def _texts(data: Data, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    match data:
        case str():
            yield path, data
        case list():
            for number, entry in enumerate(data):
                yield from _texts(entry, (*path, number))
        case dict():
            for key, value in data.items():
                yield from _texts(value, (*path, key))
        case _:
            return
