"""The publication as a message of at most 80 words, for a website, WhatsApp or a caption."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.publication.words import DRAFT_NOTE, NOT_SCORED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ipak_cli.publication.sheet import IndexShown, Profile, Publication, Ranking

MOST_WORDS: Final = 80
_LONGEST_NAME: Final = 14
"""Words of a name, an item or an action at most, so that no single one fills the message."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How much of what could be left out is told: profiles, actions, items of each ranking, and the rest."""

    profiles: int = 1
    deeds: int = 3
    items: int = 3
    thanks: bool = True
    place: bool = True
    service: bool = True
    served: bool = True
    scales: bool = True


_CUTS: Final[tuple[Callable[[_Room], _Room], ...]] = (
    lambda room: replace(room, profiles=0),
    lambda room: replace(room, deeds=2),
    lambda room: replace(room, deeds=1),
    lambda room: replace(room, served=False),
    lambda room: replace(room, items=2),
    lambda room: replace(room, items=1),
    lambda room: replace(room, thanks=False),
    lambda room: replace(room, scales=False),
    lambda room: replace(room, deeds=0),
    lambda room: replace(room, place=False),
    lambda room: replace(room, service=False),
    lambda room: replace(room, items=0),
)
"""What is left out first where it is too long: never the unit, the period, the figures, the respondents."""


def message(given: Publication) -> str:
    """Return the message, a topic a line: as much of the publication as 80 words can say."""
    room = _Room()
    text = _written(given, room)
    for cut in _CUTS:
        if len(text.split()) <= MOST_WORDS:
            break
        room = cut(room)
        text = _written(given, room)
    return text


def _written(given: Publication, room: _Room) -> str:
    return "".join(f"{line}\n" for line in _lines(given, room))


def _lines(given: Publication, room: _Room) -> Iterator[str]:
    if given.draft:
        yield DRAFT_NOTE
    yield f"{_few(given.title)}, {given.period}"
    yield _few(given.unit)
    if room.service and given.service is not None:
        yield f"Layanan: {_few(given.service)}"
    yield _indices(given.indices, scales=room.scales)
    yield _people(given, room)
    if given.caution is not None:
        yield given.caution
    yield from _items(given, room)
    yield from _deeds(given, room)
    yield from _end(given, room)


def _items(given: Publication, room: _Room) -> Iterator[str]:
    if room.items:
        yield from (_ranking(ranking, room.items) for ranking in given.rankings)
    if given.level is not None:
        yield given.level


def _deeds(given: Publication, room: _Room) -> Iterator[str]:
    yield from (f"{given.deeds_title}: {_few(each.words)}" for each in given.deeds[: room.deeds])
    if given.no_deeds is not None and room.deeds:
        yield given.no_deeds


def _end(given: Publication, room: _Room) -> Iterator[str]:
    if room.thanks:
        yield given.thanks
    if room.place and given.place_and_date is not None:
        yield _few(given.place_and_date)
    if given.link is not None:
        yield f"{given.link.words}: {given.link.address}"


def _indices(indices: Sequence[IndexShown], *, scales: bool) -> str:
    """Tell every figure with its band, and once the scale that they share; what has no figure says why."""
    shared = {index.scale for index in indices if index.figure is not None}
    scale = f", {shared.pop()}" if scales and len(shared) == 1 else ""
    return "; ".join(map(_index, indices)) + scale


def _index(index: IndexShown) -> str:
    if index.figure is None:
        return f"{index.code} {NOT_SCORED.lower()}: {_few(index.scale)}"
    band = f", {index.band[:1].lower()}{index.band[1:]}" if index.band else ""
    return f"{index.code} {index.figure}{band}"


def _people(given: Publication, room: _Room) -> str:
    served = f" {given.served}" if given.served and room.served else ""
    profiles = "".join(f"; {_profile(each)}" for each in given.profiles[: room.profiles] if each.groups)
    return f"{given.respondents} {given.respondents_word}{served}{profiles}"


def _profile(profile: Profile) -> str:
    groups = (f"{group.name} {group.people}" for group in profile.groups)
    return f"{profile.name}: {', '.join(filter(None, (*groups, profile.rest)))}"


def _ranking(ranking: Ranking, most: int) -> str:
    told = "; ".join(f"{_few(each.words)} {each.figure}" for each in ranking.items[:most])
    return f"{ranking.title}: {told or ranking.more}"


def _few(text: str) -> str:
    """Return the first words of a text."""
    words = text.split()
    return text if len(words) <= _LONGEST_NAME else f"{' '.join(words[:_LONGEST_NAME])}…"
