"""Stored result documents read back into the very results that they were written from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from ipak_cli import __version__
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.provenance import is_newer
from ipak_cli.catalogue.drive import WRITTEN_BY_NEWER_VERSION
from ipak_cli.catalogue.workspace import (
    RESULT_DAMAGED,
    RESULT_FIGURES_INCONSISTENT,
    RESULT_KIND_OR_VERSION_UNFIT,
)
from ipak_cli.documents.figure_forms import CONTRADICTION
from ipak_cli.documents.forms import KNOWN, UNKNOWN, adapter_of
from ipak_cli.survey.result import SCHEMA as SURVEY_SCHEMA
from ipak_cli.survey.result import SurveyResult

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from ipak_cli.pekppp.result import PekpppResult

R = TypeVar("R", "SurveyResult", "PekpppResult")
P = TypeVar("P")


def read_survey(content: bytes, name: str) -> SurveyResult:
    """Return the result that a ``survey.json`` holds; ``name`` is the file's name in problems.

    Raises ``ProblemsFoundError`` for another schema, a newer program's document, broken JSON, keys missing or
    unknown, and figures whose fraction, float and text do not agree.
    """
    return _read(content, name, SurveyResult, SURVEY_SCHEMA)


def read_pekppp(content: bytes, name: str) -> PekpppResult:
    """Return the result that a ``pekppp.json`` holds, as :func:`read_survey` does."""
    from ipak_cli.pekppp.result import SCHEMA, PekpppResult  # noqa: PLC0415 (most commands know surveys alone)

    return _read(content, name, PekpppResult, SCHEMA)


def read_part(value: object, model: type[P]) -> P | None:
    """Return the part of a result that a JSON value holds; nothing where it holds no such part."""
    try:
        return adapter_of(model).validate_json(json.dumps(value))
    except ValidationError:
        return None


def read_problem(value: object) -> Problem:
    """Return the problem that a JSON value holds; raises ``ValueError`` where it holds none."""
    if isinstance(value, Problem):
        return value
    found = read_part(value, Problem)
    if found is None:
        raise ValueError("no problem")
    return found


def _read(content: bytes, name: str, model: type[R], schema: str) -> R:
    try:
        result = adapter_of(model).validate_json(content)
    except ValidationError as faults:
        first = faults.errors(include_url=False, include_input=False)[0]
        raise ProblemsFoundError([_head_problem(content, name, schema) or _problem(first, name)]) from None
    if found := _unfit(result.schema, result.tool.version, name, schema):
        raise ProblemsFoundError([found])
    return result


def _head_problem(content: bytes, name: str, schema: str) -> Problem | None:
    """Return what is wrong with a document as a whole, before its parts."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return problem(RESULT_DAMAGED, Where(name), key="susunan JSON")
    head = data if isinstance(data, dict) else {}
    tool = head.get("tool")
    return _unfit(head.get("schema"), tool.get("version") if isinstance(tool, dict) else None, name, schema)


def _unfit(found: object, writer: object, name: str, schema: str) -> Problem | None:
    """Return the problem of a document of another kind, another version, or a newer program."""
    where = Where(name)
    if found != schema:
        shown = found if isinstance(found, str) else "sesuatu tanpa schema"
        return problem(RESULT_KIND_OR_VERSION_UNFIT, where, found=shown, wanted=schema)
    if isinstance(writer, str) and is_newer(writer, __version__):
        return problem(WRITTEN_BY_NEWER_VERSION, where, found=writer, known=__version__)
    return None


def _problem(fault: ErrorDetails, name: str) -> Problem:
    """Name the key of a fault."""
    entry = RESULT_FIGURES_INCONSISTENT if fault["type"] == CONTRADICTION else RESULT_DAMAGED
    if fault["type"] == "json_invalid":
        return problem(entry, Where(name), key="susunan JSON")
    inside = fault.get("ctx", {}).get("key")
    return problem(entry, Where(name), key=_key((*fault["loc"], inside) if inside else fault["loc"]))


def _key(place: tuple[int | str, ...]) -> str:
    """Write the place of a fault: ``items[2].counts.4``, counted from 1 as people do."""
    steps = [step for step in place if step not in (KNOWN, UNKNOWN)]
    key = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in steps)
    return key.removeprefix(".") or "dokumen"
