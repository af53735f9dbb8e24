"""The report as Markdown, with its pictures as files beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from ipak_cli.report.layout import laid_out
from ipak_cli.report.outline import Reference, figures_of
from ipak_cli.report.prose import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.report.numbering import NumberedReport
    from ipak_cli.report.templates import OwnTemplates

_MARKS: Final = re.compile(r"[\\`*_{}\[\]|~$]")
_ENTITY: Final = re.compile(r"&(?=#|\w+;)")
_LINK: Final = re.compile(r":(?=//)|(?<=\w)@(?=\w)|(?i:(?<=\bwww)\.)")
_OPENING: Final = re.compile(r"[#+\-=@]|:(?!//)|(?<=\d)[.)](?=\s|$)")
"""What begins a heading, a list, a line below a heading, a mention or a formula at the start of a line."""
_NUMBER: Final = re.compile(r"\d*")
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def render(report: NumberedReport, own: OwnTemplates) -> Mapping[str, bytes]:
    """Return the text and its pictures by their file names."""
    text = laid_out(
        report, own.texts, template="markdown/dasar.md.j2", write=_write, running=_running,
        functions={},
    )  # fmt: skip
    lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
    page = _BLANK_LINES.sub("\n\n", lines) + "\n"
    charts = {each.chart.file_name: each.chart.wide.svg for each in figures_of(report.report)}
    files = {f"{report.report.extent}.md": page, **charts}
    return {name: each.encode() for name, each in files.items()} | dict(report.pictures)


def _write(text: str) -> str:
    return Markup(markdown(text))  # noqa: S704 (escaped for Markdown, which keeps it from being HTML too)


def _running(parts: Sequence[str | Reference]) -> str:
    if len(parts) == 1 and isinstance(parts[0], str):
        return markdown(parts[0])
    return "".join(_part(part, begins=n == 0) for n, part in enumerate(parts))


def _part(part: str | Reference, *, begins: bool) -> str:
    if isinstance(part, Reference):
        return f"[{_held_back(part.text, begins=begins)}](#{part.key})"
    return _held_back(tidy(part), begins=begins)


def markdown(text: str) -> str:
    """Return Markdown that shows the text as it is, in running text as in a table's cell.

    It opens no HTML, link, heading, list, code or formula; a line break becomes ``<br>``.
    """
    return "<br>".join(_line(line) for line in tidy(text).strip().splitlines())


def _line(line: str) -> str:
    return _held_back(tidy(" ".join(line.split())), begins=True)


def _held_back(text: str, *, begins: bool) -> str:
    """Escape what would mean something; ``begins`` tells whether the text stands at the start of its line."""
    start = _NUMBER.match(text)
    opening = _OPENING.match(text, start.end() if start else 0) if begins else None
    text = _MARKS.sub(r"\\\g<0>", text)
    if opening:
        text = f"{text[: opening.start()]}\\{text[opening.start() :]}"
    text = _LINK.sub(r"\\\g<0>", text)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
