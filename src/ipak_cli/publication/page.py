"""The publication as a page to embed: one file, no script, nothing that is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from ipak_cli.publication import qr
from ipak_cli.publication.words import DRAFT_NOTE, NOT_SCORED
from ipak_cli.report.prose import tidy
from ipak_cli.report.sandbox import Sandbox, work_allowed
from ipak_cli.report.templates import TemplateFiles, own_faults_told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from ipak_cli.publication.colours import Palette
    from ipak_cli.publication.poster import Logo
    from ipak_cli.publication.sheet import Publication

TEMPLATE: Final = "publikasi/halaman.html.j2"


def page(given: Publication, colours: Palette, own: Mapping[str, str], logos: Sequence[Logo] = ()) -> str:
    """Return the page; ``own`` are an office's templates, of which one may replace the shipped page.

    Raises ``ProblemsFoundError`` for the faults of an own template.
    """
    limit = work_allowed(given) if own else None
    pages = Sandbox(TemplateFiles(own), tidy, {"width": _width}, escapes=True, limit=limit)
    link = given.link
    code = Markup(_decorative(qr.drawn(link.address))) if link and link.has_code else ""  # noqa: S704 (drawn here)
    with own_faults_told(own):
        text = pages.get_template(TEMPLATE).render(
            given=given,
            colours=colours,
            code=code,
            logos=tuple(logos),
            draft_note=DRAFT_NOTE,
            not_scored=NOT_SCORED,
        )
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines() if line.strip())


def _decorative(svg: str) -> str:
    """Hide a code from who hears the page: the link beside it says where it leads."""
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _width(part: Fraction) -> str:
    """Write a part of the scale as CSS does, in percent."""
    return f"{float(part) * 100:.1f}"
