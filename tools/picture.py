"""Draw the pictures of the terminal results: ``python tools/picture.py``."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import start_views
from rich.console import Console, RenderableType
from rich.terminal_theme import MONOKAI

from ipak_cli import __version__
from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.assess import AssessContext, AssessRequest, assess_workbook
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_pekppp, load_rubric
from ipak_cli.tables.open import open_any
from ipak_cli.terminal.console import WIDTH
from ipak_cli.terminal.pekppp import pekppp_view
from ipak_cli.terminal.survey import survey_view

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).parents[1]
SURVEY: Final = Path("examples/masuk/ipak-ipkp-2024-tw3.xlsx")
WORKBOOK: Final = Path("examples/masuk/pekppp-2024.xlsx")
EVIDENCE: Final = Path("examples/bukti")
TOOL: Final = Tool("ipak", __version__)
_LAYOUT: Final = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
    font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;
    font-size: {char_height}px;
    line-height: {line_height}px;
    font-variant-east-asian: full-width;
}}
.{unique_id}-title {{
    font-family: Arial, sans-serif;
    font-size: 18px;
    font-weight: bold;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own layout, without the font that it loads from the network."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in ``docs/``: what was typed, and what is shown."""

    name: str
    command: str
    view: Callable[[], RenderableType]

    @property
    def path(self) -> Path:
        """The picture's file."""
        return ROOT / "docs" / self.name


def survey() -> RenderableType:
    """Return the view of the survey example."""
    return survey_view(score(ScoreRequest(files=(ROOT / SURVEY,)), load_rubric("ipak-ipkp"), TOOL))


def self_assessment() -> RenderableType:
    """Return the view of the PEKPPP example."""
    path = ROOT / WORKBOOK
    request = AssessRequest((path,), evidence_root=ROOT / EVIDENCE)
    context = AssessContext(load_pekppp("pekppp-2025"), TOOL)
    return pekppp_view(assess_workbook(open_any(path), request, context, path.parent).result)


PICTURES: Final = (
    Picture("score.svg", f"ipak score {SURVEY}", survey),
    Picture("pekppp.svg", f"ipak pekppp assess {WORKBOOK}", self_assessment),
    Picture("mulai-folder.svg", start_views.IN_THE_FOLDER, start_views.in_the_folder),
    Picture("mulai-pertama.svg", start_views.FIRST_START, start_views.first_start),
    Picture("mulai-tanpa-python.svg", start_views.WITHOUT_PYTHON, start_views.without_python),
)


def draw(picture: Picture) -> str:
    """Return a view as SVG, 80 columns wide."""
    console = Console(
        file=StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="truecolor",
        legacy_windows=False, highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    console.print(picture.view())
    svg = console.export_svg(
        title=picture.command, theme=MONOKAI, code_format=_LAYOUT, unique_id=picture.path.stem
    )
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines())


if __name__ == "__main__":
    for each in PICTURES:
        each.path.write_text(draw(each), encoding="utf-8", newline="\n")
        print(each.name)
