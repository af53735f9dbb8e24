"""The formats of a report behind one small interface: another format is another module and its line here."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Protocol

from ipak_cli.report.formats.html import Html
from ipak_cli.report.formats.markdown import Markdown
from ipak_cli.report.formats.pdf import Pdf
from ipak_cli.report.formats.word import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.report.outline import NumberedReport


class Format(Protocol):
    """Makes files of a report: it lays out what the report says, and neither words nor numbers anything."""

    @property
    def name(self) -> str:
        """What the format is called: ``html``, ``md``, ``docx`` or ``pdf``."""

    @property
    def file_name(self) -> str:
        """The name of the file that is read first; others, such as pictures, belong to it."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The modules that it needs besides our own, which an office may have left out."""

    def render(self, report: NumberedReport, own: Mapping[str, str]) -> Mapping[str, bytes]:
        """Return the files by their names; the same report gives the same bytes.

        ``own`` holds an office's own templates by name, such as ``html/sampul.html.j2``. Raises
        ``ProblemsFoundError`` for their faults.
        """


FORMATS: Final[Mapping[str, Format]] = {each.name: each for each in (Markdown(), Html(), Word(), Pdf())}
"""Every format by its name, in the order in which its files are told."""


def lacking(name: str) -> tuple[str, ...]:
    """Return the modules that a format needs and that are not installed."""
    return tuple(module for module in FORMATS[name].needs if find_spec(module) is None)


def render(report: NumberedReport, own: Mapping[str, str], names: Iterable[str]) -> Mapping[str, bytes]:
    """Return the files of formats by their names: those to read first, then what belongs to them."""
    chosen = [FORMATS[name] for name in FORMATS if name in {*names}]
    made = [(each.file_name, each.render(report, own)) for each in chosen]
    first = {name: files[name] for name, files in made}
    return first | {name: data for _, files in made for name, data in files.items()}
