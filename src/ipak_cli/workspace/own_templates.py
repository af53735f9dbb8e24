"""An office's own templates, as texts by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.report import TEMPLATE_UNREADABLE
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_TEMPLATE, SHOWN
from ipak_cli.workspace.listing import EntryType, walk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TEMPLATES: Final = frozenset({".j2", ".txt", ".html"})
"""How templates' names end, or those of templates that were saved under a wrong name."""


def own_templates(workspace: Path) -> Mapping[str, str]:
    """Return an office's own templates by name, such as ``naskah/kata_pengantar.txt.j2``.

    Raises ``ProblemsFoundError`` for one that is no UTF-8 text or cannot be read, and for a link or another
    thing that is no file, which would be passed over in silence.
    """
    try:
        listed = tuple(walk(workspace, SHOWN.templates))
    except FileNotFoundError:
        return {}
    except OSError:
        raise ProblemsFoundError([_unread(SHOWN.templates)]) from None
    read_as_text = (
        each for each in listed if each.type is not EntryType.FILE or each.name.suffix in _TEMPLATES
    )
    return {each.name.as_posix(): _text(workspace, SHOWN.templates / each.name) for each in read_as_text}


def _text(workspace: Path, name: Path) -> str:
    try:
        return read(workspace, name, LARGEST_TEMPLATE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ProblemsFoundError([_unread(name)]) from None


def _unread(name: Path) -> Problem:
    return problem(TEMPLATE_UNREADABLE, Where(name.as_posix()))
