"""The kinds of rubric: which model and which checks a file's ``kind`` asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

from ipak_cli.problems import Problem, ProblemsFoundError, problem
from ipak_cli.rubric.digest import digest
from ipak_cli.rubric.faults import validate
from ipak_cli.rubric.lint import lint
from ipak_cli.rubric.models import SurveyRubric
from ipak_cli.rubric.parts import Head
from ipak_cli.rubric.source import Document, by_line

if TYPE_CHECKING:
    from ipak_cli.rubric.pekppp import PekpppRubric

R_co = TypeVar("R_co", bound=Head, covariant=True)

Rubric: TypeAlias = "SurveyRubric | PekpppRubric"
"""Any rubric: the union of the kinds."""


@dataclass(frozen=True, slots=True)
class LoadedRubric(Generic[R_co]):
    """A sound rubric, the digest of its content, and the file's name as problems show it."""

    rubric: R_co
    digest: str
    name: str


Parser: TypeAlias = Callable[[Document], tuple[R_co | None, tuple[Problem, ...]]]
"""From a document to a rubric (``None`` when it has no form) and every fault of form and content."""


def parse_survey(document: Document) -> tuple[SurveyRubric | None, tuple[Problem, ...]]:
    """Type a survey rubric and check its content."""
    rubric, faults = validate(document, SurveyRubric)
    return rubric, (*faults, *(lint(rubric, document.place) if rubric else ()))


def parse_pekppp(document: Document) -> tuple[PekpppRubric | None, tuple[Problem, ...]]:
    """Type a PEKPPP rubric and check its content."""
    from ipak_cli.rubric.lint_pekppp import lint_pekppp  # noqa: PLC0415 (a survey needs no rules of levels)
    from ipak_cli.rubric.pekppp import PekpppRubric  # noqa: PLC0415 (as above)

    rubric, faults = validate(document, PekpppRubric)
    return rubric, (*faults, *(lint_pekppp(rubric, document.place) if rubric else ()))


PARSERS: Final[Mapping[str, Parser[Rubric]]] = {"survey": parse_survey, "pekppp": parse_pekppp}
"""The kinds by their name in a rubric's ``kind``."""


def parse(document: Document) -> LoadedRubric[Rubric]:
    """Return the rubric of whatever kind the document names.

    Raises ``ProblemsFoundError`` with every fault, in the order of their lines.
    """
    return _finish(document, PARSERS[_kind(document, tuple(PARSERS))])


def parse_as_survey(document: Document) -> LoadedRubric[SurveyRubric]:
    """Return the survey rubric that a document holds; a document of another kind is a problem.

    Raises ``ProblemsFoundError`` with every fault, in the order of their lines.
    """
    _kind(document, ("survey",))
    return _finish(document, parse_survey)


def parse_as_pekppp(document: Document) -> LoadedRubric[PekpppRubric]:
    """Return the PEKPPP rubric that a document holds, as :func:`parse_as_survey` does for surveys."""
    _kind(document, ("pekppp",))
    return _finish(document, parse_pekppp)


def _kind(document: Document, accepted: tuple[str, ...]) -> str:
    kind = document.data.get("kind")
    if isinstance(kind, str) and kind in accepted:
        return kind
    shown = kind if isinstance(kind, str) else "kosong"
    fault = problem("R615", document.place("kind"), kind=shown, known=", ".join(accepted))
    raise ProblemsFoundError((*document.problems, fault))


def _finish(document: Document, parser: Parser[R_co]) -> LoadedRubric[R_co]:
    rubric, faults = parser(document)
    problems = by_line((*document.problems, *faults))
    if rubric is None or problems:
        raise ProblemsFoundError(problems)
    return LoadedRubric(rubric, digest(rubric), document.name)
