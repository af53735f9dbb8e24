"""An office's own templates, as texts by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.report import TEMPLATE_UNKNOWN, TEMPLATE_UNREADABLE
from ipak_cli.report.templates import SHEET, WORD_DOCUMENT, OwnTemplates
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_TEMPLATE, LARGEST_TEMPLATE_DOCUMENT, SHOWN
from ipak_cli.workspace.listing import EntryType, walk

if TYPE_CHECKING:
    from pathlib import Path

_TEMPLATES: Final = frozenset({".j2", ".txt", ".html"})
"""How templates' names end, or those of templates that were saved under a wrong name."""


def own_templates(workspace: Path) -> OwnTemplates:
    """Return an office's own templates: texts such as ``naskah/kata_pengantar.txt.j2``, its Word document.

    Raises ``ProblemsFoundError`` for one that is no UTF-8 text or cannot be read, and for a link or another
    thing that is no file, which would be passed over in silence.
    """
    try:
        listed = tuple(walk(workspace, SHOWN.templates))
    except FileNotFoundError:
        return OwnTemplates()
    except OSError:
        raise ProblemsFoundError([_unread(SHOWN.templates)]) from None
    read_as_text = (
        each for each in listed if each.type is not EntryType.FILE or each.name.suffix in _TEMPLATES
    )
    texts = {each.name.as_posix(): _text(workspace, SHOWN.templates / each.name) for each in read_as_text}
    has_document = any(each.name.as_posix() == WORD_DOCUMENT for each in listed)
    return OwnTemplates(texts, _document(workspace) if has_document else None)


def own_sheet(workspace: Path) -> bytes | None:
    """Return an office's own template of the published sheet; ``None`` where it has none.

    Raises ``ProblemsFoundError`` for one that cannot be read, and for one of another name, never to be used.
    """
    name = SHOWN.templates / SHEET
    try:
        for each in walk(workspace, SHOWN.templates):
            if each.name.suffix == ".typ" and each.name.as_posix() != SHEET:
                where = Where((SHOWN.templates / each.name).as_posix())
                told = {"name": each.name.as_posix(), "advice": f"Yang ada: {SHEET}"}
                raise ProblemsFoundError([problem(TEMPLATE_UNKNOWN, where, **told)])
        return read(workspace, name, LARGEST_TEMPLATE)
    except FileNotFoundError:
        return None
    except OSError:
        raise ProblemsFoundError([_unread(name)]) from None


def _document(workspace: Path) -> bytes:
    name = SHOWN.templates / WORD_DOCUMENT
    try:
        return read(workspace, name, LARGEST_TEMPLATE_DOCUMENT)
    except OSError:
        raise ProblemsFoundError([_unread(name)]) from None


def _text(workspace: Path, name: Path) -> str:
    try:
        return read(workspace, name, LARGEST_TEMPLATE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ProblemsFoundError([_unread(name)]) from None


def _unread(name: Path) -> Problem:
    return problem(TEMPLATE_UNREADABLE, Where(name.as_posix()))
