"""Names in a rubric: each names one thing only, letter case and punctuation aside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise, wording
from ipak_cli.catalogue.rubrics import ELEMENT_WITHOUT_PURPOSE, NAME_USED_TWICE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.respondents import Profile
    from ipak_cli.rubric.survey import Index, Item, SurveyRubric

Named = tuple[str, str, "Where"]
"""A name as it is written, the thing that it names, and where it stands."""


class Place(Protocol):
    """Tells where a part of the rubric stands in its file."""

    def __call__(self, *path: str | int) -> Where:
        """Return the place of a key or list entry."""


def lint_names(rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    """Yield a fault for each name that two things of the rubric share, and warn of unlisted elements."""
    yield from repeated(_column_names(rubric, place))
    yield from repeated(_index_names(rubric, place))
    yield from repeated(_codes(rubric.profiles, partial(place, "profiles")))
    for number, profile in enumerate(rubric.profiles):
        yield from repeated(_levels(profile, partial(place, "profiles", number, "order")), wording)
    for number, index in enumerate(rubric.indices):
        yield from repeated(_band_names(index, partial(place, "indices", number, "bands")))
    yield from repeated(_element_names(rubric, place))
    yield from repeated(_legal_bases(rubric, place))
    if rubric.elements:
        yield from _unlisted(rubric, place)


def repeated(names: Iterable[Named], alike: Callable[[str], str] = normalise) -> Iterator[Problem]:
    """Yield a fault for each name that something else has already; names are compared by ``alike``."""
    first: dict[str, tuple[str, Where]] = {}
    for name, thing, where in names:
        holder, at = first.setdefault(alike(name), (thing, where))
        if holder != thing:
            yield problem(NAME_USED_TWICE, where, name=name, line=at.line or "?")


def _column_names(rubric: SurveyRubric, place: Place) -> Iterator[Named]:
    """Everything that a header may say: an item's names, and the headers of the profiles."""
    for number, index in enumerate(rubric.indices):
        for order, item in enumerate(index.items):
            yield from _item_names(
                item, f"{number}.{order}", partial(place, "indices", number, "items", order)
            )
    for number, profile in enumerate(rubric.profiles):
        for order, header in enumerate(profile.headers):
            yield header, f"profile {number}", place("profiles", number, "headers", order)


def _item_names(item: Item, thing: str, place: Place) -> Iterator[Named]:
    yield item.code, thing, place("code")
    yield item.text, thing, place("text")
    for order, alias in enumerate(item.aliases):
        yield alias, thing, place("aliases", order)
    for number, heads in enumerate(item.mean_of):
        yield from (
            (head, f"{thing} {number}", place("mean_of", number, order)) for order, head in enumerate(heads)
        )


def _index_names(rubric: SurveyRubric, place: Place) -> Iterator[Named]:
    for number, index in enumerate(rubric.indices):
        thing, here = str(number), partial(place, "indices", number)
        yield index.code, thing, here("code")
        yield index.name, thing, here("name")
        for order, alias in enumerate(index.aliases):
            yield alias, thing, here("aliases", order)
    if rubric.combined:
        yield rubric.combined.name, "combined", place("combined", "name")


def _band_names(index: Index, place: Place) -> Iterator[Named]:
    for number, band in enumerate(index.bands):
        yield band.code, str(number), place(number, "code")
        yield band.name, str(number), place(number, "name")


def _codes(profiles: tuple[Profile, ...], place: Place) -> Iterator[Named]:
    for number, profile in enumerate(profiles):
        yield profile.code, str(number), place(number, "code")


def _element_names(rubric: SurveyRubric, place: Place) -> Iterator[Named]:
    for number, element in enumerate(rubric.elements):
        yield element.name, str(number), place("elements", number, "name")


def _legal_bases(rubric: SurveyRubric, place: Place) -> Iterator[Named]:
    for number, basis in enumerate(rubric.legal_basis):
        yield basis.id, str(number), place("legal_basis", number, "id")


def _unlisted(rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    known = [each.name for each in rubric.elements]
    for number, index in enumerate(rubric.indices):
        for order, item in enumerate(index.items):
            if item.element is not None and item.element not in known:
                where = place("indices", number, "items", order, "element")
                yield problem(ELEMENT_WITHOUT_PURPOSE, where, item=item.code, element=item.element)


def _levels(profile: Profile, place: Place) -> Iterator[Named]:
    for number, words in enumerate(profile.order):
        for order, word in enumerate(words):
            yield word, str(number), place(number, order)
