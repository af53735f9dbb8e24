"""Where rubrics come from: the shipped ones by their id, a user's own by its path."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.names import nearest
from ipak_cli.problems import Problem, ProblemsFoundError, Where, problem
from ipak_cli.rubric.kinds import LoadedRubric, Rubric, parse, parse_as_pekppp, parse_as_survey
from ipak_cli.rubric.source import MAX_BYTES, Document, read_document

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from ipak_cli.rubric.models import SurveyRubric
    from ipak_cli.rubric.pekppp import PekpppRubric

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


def open_document(name_or_path: str) -> Document:
    """Return the document of a shipped id or a file.

    Raises ``ProblemsFoundError`` when there is none, or when it cannot be understood as YAML.
    """
    if name_or_path in shipped_ids():
        return read_document(_read(name_or_path), f"rubrics/{name_or_path}{_SUFFIX}")
    return read_document(_read(name_or_path), name_or_path)


def rubric_text(name_or_path: str) -> str:
    """Return the text of the file of a shipped id or of a path, which can be read as a rubric."""
    return _read(name_or_path).decode("utf-8-sig")


def _read(name_or_path: str) -> bytes:
    if name_or_path in shipped_ids():
        return (rubrics_folder() / (name_or_path + _SUFFIX)).read_bytes()
    return _read_file(name_or_path)


def _read_file(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ProblemsFoundError([_unknown(name)]) from None
    except (OSError, ValueError):
        raise ProblemsFoundError([problem("R601", Where(name))]) from None


def _unknown(name: str) -> Problem:
    ids = shipped_ids()
    near = nearest(name.lower(), ids, _NEAR)
    advice = f"Mungkin maksudnya {near}." if near else f"Rubrik bawaan: {', '.join(ids)}."
    return problem("R614", name=name, advice=advice)
