"""What a survey rubric says for the report alone: each name once, and no item of an unknown element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import problem
from ipak_cli.catalogue.rubrics import ELEMENT_WITHOUT_PURPOSE
from ipak_cli.rubric.lint_names import repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.survey import SurveyRubric


def lint_report_words(rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    """Yield a fault for each element and legal basis that is listed twice, and warn of unlisted elements."""
    yield from repeated(
        (each.name, str(number), place("elements", number, "name"))
        for number, each in enumerate(rubric.elements)
    )
    yield from repeated(
        (each.id, str(number), place("legal_basis", number, "id"))
        for number, each in enumerate(rubric.legal_basis)
    )
    if rubric.elements:
        yield from _unlisted(rubric, place)


def _unlisted(rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    listed = [each.name for each in rubric.elements]
    for number, index in enumerate(rubric.indices):
        for order, item in enumerate(index.items):
            if item.element is not None and item.element not in listed:
                where = place("indices", number, "items", order, "element")
                yield problem(ELEMENT_WITHOUT_PURPOSE, where, item=item.code, element=item.element)
