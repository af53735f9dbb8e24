"""The formats of a report behind one small interface: another format is another module and its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from ipak_cli.report.formats.html import Html
from ipak_cli.report.formats.markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.report.outline import NumberedReport


class Format(Protocol):
    """Makes files of a report: it lays out what the report says, and neither words nor numbers anything."""

    @property
    def name(self) -> str:
        """What the format is called."""

    @property
    def file_name(self) -> str:
        """The name of the file that is read first; others, such as pictures, belong to it."""

    def render(self, report: NumberedReport, own: Mapping[str, str]) -> Mapping[str, bytes]:
        """Return the files by their names; the same report gives the same bytes.

        ``own`` holds an office's own templates by name, such as ``html/sampul.html.j2``. Raises
        ``ProblemsFoundError`` for their faults.
        """


FORMATS: Final[tuple[Format, ...]] = (Markdown(), Html())
"""Every format, in the order in which its files are told."""


def render(report: NumberedReport, own: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the files of every format by their names: those to read first, then what belongs to them."""
    made = [(each.file_name, each.render(report, own)) for each in FORMATS]
    first = {name: files[name] for name, files in made}
    return first | {name: data for _, files in made for name, data in files.items()}
