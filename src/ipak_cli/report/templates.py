"""Faults in an office's own templates: found as Jinja's exceptions, told as problems with file and line."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Final

from jinja2 import BaseLoader, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.text import nearest
from ipak_cli.catalogue.report import (
    NAME_NOT_IN_REPORT,
    REFERENCE_WITHOUT_TARGET,
    TEMPLATE_COMMAND_FORBIDDEN,
    TEMPLATE_FAILED,
    TEMPLATE_RUNS_TOO_LONG,
    TEMPLATE_SYNTAX_WRONG,
    TEMPLATE_TO_EJECT_UNKNOWN,
    TEMPLATE_TOO_COMPLEX,
    TEMPLATE_UNKNOWN,
)
from ipak_cli.report.numbering import UnknownReferenceError
from ipak_cli.report.sandbox import LONGEST_TEMPLATE, MOST_WORK, Sandbox, TooMuchWorkError
from ipak_cli.report.template_blocks import SHIPPED, ignored_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from jinja2 import Environment


OWN_FOLDER: Final = "templat"
"""What an office calls the folder of its own templates; the names in it are those of the shipped ones."""
WORD_DOCUMENT: Final = "word/laporan.docx"
"""The template document of the report in Word."""
SHEET: Final = "typst/publikasi.typ"
"""The typesetter's template of the published sheet."""
_SHIPPED_FOLDER: Final = "templates"
_SUFFIX: Final = ".j2"


def templates_folder() -> Traversable:
    """Return the folder of the shipped templates: in the installed package, else at the repository's root."""
    inside = files("ipak_cli") / _SHIPPED_FOLDER
    return inside if inside.is_dir() else Path(__file__).parents[3] / _SHIPPED_FOLDER


def template_names() -> tuple[str, ...]:
    """Return the names of all templates, such as ``html/sampul.html.j2``, sorted."""
    found = (
        f"{room.name}/{file.name}"
        for room in templates_folder().iterdir()
        if room.is_dir()
        for file in room.iterdir()
    )
    return tuple(sorted(name for name in found if name.endswith(_SUFFIX)))


def shipped_template(name: str) -> bytes:
    """Return a shipped template by its name; raises ``ProblemsFoundError`` where none has it."""
    known = (*template_names(), WORD_DOCUMENT, SHEET)
    if name not in known:
        advice = _near(name, known, "Misalnya")
        raise ProblemsFoundError([problem(TEMPLATE_TO_EJECT_UNKNOWN, name=name, advice=advice)])
    return (templates_folder() / name).read_bytes()


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """An office's own templates: texts by name, and the document that its Word report is written into."""

    texts: Mapping[str, str] = field(default_factory=dict)
    word: bytes | None = None


def own_path(name: str) -> str:
    """Return where an office's own template stands in its workspace."""
    return f"{OWN_FOLDER}/{name}"


class TemplateFiles(BaseLoader):
    """Finds a template by its name: an office's own before the shipped one.

    ``bawaan/`` before a name is the shipped one, which an office's own may extend or include.
    """

    def __init__(self, own: Mapping[str, str]) -> None:
        self._own = own
        self._shipped = frozenset(template_names())

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 (Jinja passes it)
        """Return text and place of a template; raises ``TemplateNotFound``."""
        if template in self._own:
            return self._own[template], own_path(template), _is_current
        name = template.removeprefix(SHIPPED)
        if name not in self._shipped:
            raise TemplateNotFound(template)
        return _shipped(name), f"{_SHIPPED_FOLDER}/{name}", _is_current


@cache
def _shipped(template: str) -> str:
    """Return a shipped template's text, which stays the same while the program runs."""
    return (templates_folder() / template).read_text(encoding="utf-8")


def _is_current() -> bool:
    return True


_NEAR: Final = 60
_LONGEST_NAME: Final = 200
_QUOTED: Final = re.compile(r"'([^']*)'")
_FAULTS: Final = (
    TemplateError, TooMuchWorkError, ArithmeticError, AssertionError, AttributeError, LookupError,
    RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What a template can raise when it runs."""
_TOO_INTRICATE: Final = (SyntaxError, RecursionError, MemoryError, OverflowError, ValueError)
"""What Python raises when it cannot hold what Jinja made of a template."""


def check_own_templates(own: Mapping[str, str]) -> None:
    """Read every template of an office; raises ``ProblemsFoundError`` with the faults of all of them."""
    environment = Sandbox(TemplateFiles(own), str, {}, escapes=False, limit=MOST_WORK)
    problems = [each for name in sorted(own) for each in _check(environment, name, own[name])]
    if problems:
        raise ProblemsFoundError(problems)


@contextmanager
def own_faults_told(own: Mapping[str, str]) -> Iterator[None]:
    """Turn what goes wrong in an office's own templates into ``ProblemsFoundError``.

    A fault of a shipped template is a bug and stays what it is.
    """
    try:
        yield
    except _FAULTS as error:
        where = _place(error, {own_path(name) for name in own})
        if where is None and own and isinstance(error, TooMuchWorkError):
            where = Where(OWN_FOLDER)  # own templates used up what was left for the shipped ones
        if where is None:
            raise
        raise ProblemsFoundError([_told(error, where)]) from None


def _check(environment: Sandbox, name: str, source: str) -> tuple[Problem, ...]:
    where = Where(own_path(name))
    if name not in template_names():
        advice = _near(name, template_names(), "Yang ada")
        return (problem(TEMPLATE_UNKNOWN, where, name=name, advice=advice),)
    if len(source) > LONGEST_TEMPLATE:
        return (problem(TEMPLATE_TOO_COMPLEX, where),)
    try:
        environment.compile(source, name, own_path(name))
        return tuple(ignored_parts(environment, source, where, _shipped_text))
    except TemplateSyntaxError as error:
        return (problem(TEMPLATE_SYNTAX_WRONG, Where(where.file, line=error.lineno)),)
    except TooMuchWorkError:
        return (problem(TEMPLATE_RUNS_TOO_LONG, where),)
    except _TOO_INTRICATE:
        return (problem(TEMPLATE_TOO_COMPLEX, where),)


def _shipped_text(name: str) -> str | None:
    return _shipped(name) if name in template_names() else None


def _place(error: BaseException, own: set[str]) -> Where | None:
    """Return the innermost place in an office's own templates."""
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    places = [Where(name, line=line) for name, line in frames if name in own]
    return places[-1] if places else None


def _told(error: BaseException, where: Where) -> Problem:
    match error:
        case SecurityError():
            return problem(TEMPLATE_COMMAND_FORBIDDEN, where)
        case UndefinedError():
            return problem(NAME_NOT_IN_REPORT, where, name=_last_quoted(error))
        case TooMuchWorkError() | RecursionError():
            return problem(TEMPLATE_RUNS_TOO_LONG, where)
        case UnknownReferenceError():
            advice = _near(error.key, error.known, "Kunci yang ada")
            return problem(REFERENCE_WITHOUT_TARGET, where, key=error.key, advice=advice)
        case TemplateNotFound():
            name = str(error.name)
            return problem(
                TEMPLATE_UNKNOWN, where, name=name, advice=_near(name, template_names(), "Yang ada")
            )
        case _:
            return problem(TEMPLATE_FAILED, where, reason=error)


def _last_quoted(error: BaseException) -> str:
    """Return the name in Jinja's ``'x' is undefined`` and ``'Cover object' has no attribute 'x'``."""
    names = _QUOTED.findall(str(error))
    return names[-1] if names else str(error)


def _near(name: str, known: Iterable[str], otherwise: str) -> str:
    names = tuple(known)
    near = nearest(name[:_LONGEST_NAME].lower(), names, _NEAR)
    return f"Mungkin maksudnya {near}" if near else f"{otherwise}: {', '.join(names[:6])}"
