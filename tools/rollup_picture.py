"""Take the manual's picture of the page of many invented units: ``python tools/rollup_picture.py``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT: Final = Path(__file__).parents[1]
OUT: Final = ROOT / "docs" / "rekap-unit.png"
CHROMIUM: Final = "/usr/bin/chromium"
UNITS: Final = 240
WIDTH: Final = 1560
HEIGHT: Final = 860
_ABOVE: Final = 10
"""Pixels above the heading."""


def main() -> None:
    """Write the picture: the table of units, from its heading on."""
    sys.path.insert(0, str(ROOT / "tests"))
    from ipak_cli.rollup.page import page  # noqa: PLC0415 (beside the makers)
    from makers.rollups import rollup_of  # noqa: PLC0415 (found by the line above)

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "rekap-unit.html")
        file.write_text(page(rollup_of(UNITS)), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        shown.goto(file.as_uri())
        place = "part => part.getBoundingClientRect().top + scrollY"
        top = float(shown.get_by_role("heading", name="Unit menurut periode").evaluate(place))
        clip = {"x": 0.0, "y": top - _ABOVE, "width": float(WIDTH), "height": float(HEIGHT)}
        shown.screenshot(path=OUT, clip=clip, full_page=True)  # type: ignore[arg-type]
        browser.close()
    Image.open(OUT).convert("RGB").quantize(256).save(OUT, optimize=True)


if __name__ == "__main__":
    main()
