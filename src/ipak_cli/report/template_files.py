"""Where templates come from: the shipped ones, and an office's own in place of single ones of them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import BaseLoader, TemplateNotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from importlib.resources.abc import Traversable

    from jinja2 import Environment

OWN_FOLDER: Final = "templat"
"""What an office calls the folder of its own templates; the names in it are those of the shipped ones."""
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


def own_path(name: str) -> str:
    """Return where an office's own template stands in its workspace."""
    return f"{OWN_FOLDER}/{name}"


class TemplateFiles(BaseLoader):
    """Finds a template by its name: an office's own before the shipped one."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self._own = own
        self._shipped = frozenset(template_names())
        self._folder = templates_folder()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 (Jinja passes it)
        """Return text and place of a template; raises ``TemplateNotFound``."""
        if template in self._own:
            return self._own[template], own_path(template), _is_current
        if template not in self._shipped:
            raise TemplateNotFound(template)
        source = (self._folder / template).read_text(encoding="utf-8")
        return source, f"{_SHIPPED_FOLDER}/{template}", _is_current


def _is_current() -> bool:
    return True
