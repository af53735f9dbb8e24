"""The formats of a report behind one small interface: another format is another module and its line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ipak_cli.report.numbering import NumberedReport
    from ipak_cli.report.templates import OwnTemplates

    Files: TypeAlias = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """Makes files of a report: it lays out what the report says, and neither words nor numbers anything.

    ``render`` returns the files by their names, of which the report's extent names the one to read first
    and others, such as pictures, belong to it; the same report gives the same bytes. It raises
    ``ProblemsFoundError`` for the faults of an office's own templates. ``needs`` are the modules beside our
    own without which it cannot work.
    """

    render: Callable[[NumberedReport, OwnTemplates], Files]
    needs: tuple[str, ...] = ()

    @property
    def lacks(self) -> tuple[str, ...]:
        """The modules that it needs and that are not installed."""
        return tuple(module for module in self.needs if find_spec(module) is None)


# A format's module is imported when it is asked for: the libraries behind Word and PDF take their time.


def _markdown(report: NumberedReport, own: OwnTemplates) -> Files:
    from ipak_cli.report.formats.markdown import render  # noqa: PLC0415 (as said above)

    return render(report, own)


def _html(report: NumberedReport, own: OwnTemplates) -> Files:
    from ipak_cli.report.formats.html import render  # noqa: PLC0415

    return render(report, own)


def _word(report: NumberedReport, own: OwnTemplates) -> Files:
    from ipak_cli.report.formats.word import render  # noqa: PLC0415

    return render(report, own)


def _pdf(report: NumberedReport, own: OwnTemplates) -> Files:
    from ipak_cli.report.formats.pdf import render  # noqa: PLC0415

    return render(report, own)


FORMATS: Final[Mapping[str, Format]] = {
    "md": Format(_markdown),
    "html": Format(_html),
    "docx": Format(_word, ("docx", "typst")),
    "pdf": Format(_pdf, ("typst",)),
}
"""Every format by its name, which ends the names of its files, in the order in which they are told."""


def render(report: NumberedReport, own: OwnTemplates, names: Iterable[str]) -> Files:
    """Return the files of formats by their names: those to read first, then what belongs to them."""
    asked = frozenset(names)
    extent = report.report.extent
    made = [(f"{extent}.{name}", each.render(report, own)) for name, each in FORMATS.items() if name in asked]
    first = {name: files[name] for name, files in made}
    return first | {name: data for _, files in made for name, data in files.items()}
