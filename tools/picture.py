"""Draw the picture of the terminal result: ``python tools/picture.py``."""

from __future__ import annotations

from io import StringIO
from itertools import takewhile
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.segment import Segment, SegmentLines
from rich.terminal_theme import MONOKAI

from ipak_cli import __version__
from ipak_cli.console import WIDTH
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.shipped import load_rubric
from ipak_cli.survey.result import Tool
from ipak_cli.survey_view import survey_view

ROOT: Final = Path(__file__).parents[1]
EXAMPLE: Final = Path("examples/masuk/ipak-ipkp-2024-tw3.xlsx")
PICTURE: Final = ROOT / "docs" / "score.svg"
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


def picture() -> str:
    """Return the result of the example as SVG, from its head to its items, 80 columns wide."""
    request = ScoreRequest(files=(ROOT / EXAMPLE,))
    result = score(request, load_rubric("ipak-ipkp"), Tool("ipak", __version__))
    console = Console(
        file=StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="truecolor",
        legacy_windows=False, highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    lines = console.render_lines(survey_view(result), pad=False)
    console.print(SegmentLines(takewhile(_is_before_groups, lines), new_lines=True))
    svg = console.export_svg(
        title=f"ipak score {EXAMPLE}", theme=MONOKAI, code_format=_LAYOUT, unique_id="ipak"
    )
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines())


def _is_before_groups(line: list[Segment]) -> bool:
    return not "".join(segment.text for segment in line).startswith("Menurut ")


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8", newline="\n")
    print(PICTURE.name)
