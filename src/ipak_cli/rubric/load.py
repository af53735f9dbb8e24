"""The kinds of rubric: which model and which checks a file's ``kind`` asks for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.regular_file import open_regular
from ipak_cli.base.text import nearest
from ipak_cli.catalogue.rubrics import (
    NEAREST_MEANT,
    RUBRIC_KIND_UNFIT,
    RUBRIC_NOT_FOUND,
    RUBRIC_UNREADABLE,
    SHIPPED_RUBRICS,
)
from ipak_cli.rubric.lint_survey import lint
from ipak_cli.rubric.report_words import WORDING
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.rubric.typed import validate
from ipak_cli.rubric.types import RubricHead
from ipak_cli.rubric.yaml_lines import MAX_BYTES, Document, by_line, read_document

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from typing import BinaryIO

    from ipak_cli.rubric.pekppp import PekpppRubric


def digest(rubric: RubricHead) -> str:
    """Return ``"sha256:<hex>"`` over the canonical JSON of what the rubric says.

    Comments, key order, quotes, and a default that is written out make no difference; ``0.5`` equals ``1/2``.
    Nor do the words for the report alone: a better sentence makes no result one of another rubric.
    """
    silent = WORDING if isinstance(rubric, SurveyRubric) else None
    content = rubric.model_dump(mode="json", exclude_defaults=True, exclude=silent)
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


R_co = TypeVar("R_co", bound=RubricHead, covariant=True)

Rubric: TypeAlias = "SurveyRubric | PekpppRubric"
"""Any rubric: the union of the kinds."""


@dataclass(frozen=True, slots=True)
class LoadedRubric(Generic[R_co]):
    """A sound rubric, the digest of its content, the file's name as problems show it, and its warnings."""

    rubric: R_co
    digest: str
    name: str
    problems: tuple[Problem, ...] = ()


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
    fault = problem(RUBRIC_KIND_UNFIT, document.place("kind"), kind=shown, known=", ".join(accepted))
    raise ProblemsFoundError((*document.problems, fault))


def _finish(document: Document, parser: Parser[R_co]) -> LoadedRubric[R_co]:
    rubric, faults = parser(document)
    problems = by_line((*document.problems, *faults))
    if rubric is None or has_errors(problems):
        raise ProblemsFoundError(problems)
    return LoadedRubric(rubric, digest(rubric), document.name, problems)


_SUFFIX: Final = ".yaml"
_NEAR: Final = 60


def rubrics_folder() -> Traversable:
    """Return the folder of the shipped rubrics: in the installed package, else at the repository's root."""
    inside = files("ipak_cli") / "rubrics"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "rubrics"


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the shipped rubrics, which are also the names of their files."""
    names = (entry.name for entry in rubrics_folder().iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def list_shipped() -> tuple[LoadedRubric[Rubric], ...]:
    """Return every shipped rubric, sorted by id."""
    return tuple(load_any(name) for name in shipped_ids())


def load_any(name_or_path: str) -> LoadedRubric[Rubric]:
    """Return the rubric of any kind that an id or a file path names; an id wins over a file of the same name.

    Raises ``ProblemsFoundError`` with every fault of the file, or because there is no such rubric.
    """
    return parse(open_document(name_or_path))


def load_rubric(name_or_path: str) -> LoadedRubric[SurveyRubric]:
    """Return the survey rubric that an id or a file path names, as :func:`load_any` does."""
    return parse_as_survey(open_document(name_or_path))


def load_pekppp(name_or_path: str) -> LoadedRubric[PekpppRubric]:
    """Return the PEKPPP rubric that an id or a file path names, as :func:`load_any` does."""
    return parse_as_pekppp(open_document(name_or_path))


@dataclass(frozen=True, slots=True)
class RubricFile:
    """The bytes of a rubric's file, and the file's name as problems show it."""

    content: bytes
    name: str

    def document(self) -> Document:
        """Return what it says; raises ``ProblemsFoundError`` when that cannot be understood as YAML."""
        return read_document(self.content, self.name)


def read_rubric_file(name_or_path: str, opened: Callable[[Path], BinaryIO] = open_regular) -> RubricFile:
    """Read the file of a shipped id, or of a path as ``opened`` opens it.

    Raises ``ProblemsFoundError`` when there is none.
    """
    if name_or_path in shipped_ids():
        return RubricFile(_shipped(name_or_path), f"rubrics/{name_or_path}{_SUFFIX}")
    return RubricFile(_read_file(name_or_path, opened), name_or_path)


def open_document(name_or_path: str) -> Document:
    """Return the document of a shipped id or a file.

    Raises ``ProblemsFoundError`` when there is none, or when it cannot be understood as YAML.
    """
    return read_rubric_file(name_or_path).document()


def rubric_text(name_or_path: str) -> str:
    """Return the text of the file of a shipped id or of a path, which can be read as a rubric."""
    return read_rubric_file(name_or_path).content.decode("utf-8-sig")


def _shipped(name: str) -> bytes:
    return (rubrics_folder() / (name + _SUFFIX)).read_bytes()


def _read_file(name: str, opened: Callable[[Path], BinaryIO]) -> bytes:
    try:
        with opened(Path(name)) as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ProblemsFoundError([_unknown(name)]) from None
    except (OSError, ValueError):
        raise ProblemsFoundError([problem(RUBRIC_UNREADABLE, Where(name))]) from None


def _unknown(name: str) -> Problem:
    ids = shipped_ids()
    near = nearest(name.lower(), ids, _NEAR)
    advice = NEAREST_MEANT(near=near) if near else SHIPPED_RUBRICS(ids=", ".join(ids))
    return problem(RUBRIC_NOT_FOUND, name=name, advice=advice)
