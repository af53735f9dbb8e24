"""Take the README's pictures of the example's report and page: ``python tools/report_pictures.py``."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect

ROOT: Final = Path(__file__).parents[1]
PUBLISHED: Final = ROOT / "examples" / "publikasi" / "IV-2024" / "publikasi-a4.pdf"
REPORT: Final = ROOT / "examples" / "laporan" / "IV-2024" / "laporan.html"
PICTURES: Final = ROOT / "docs"
CHROMIUM: Final = "/usr/bin/chromium"
PAGE: Final = "11"
"""The printed page that is shown: the indices."""


def main() -> None:
    """Write the four pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        photograph(browser, "laporan-telepon.png", 360, "light")
        photograph(browser, "laporan-gelap.png", 760, "dark")
        print_page(browser, PICTURES / "laporan-a4.png")
        browser.close()
    take_page(PUBLISHED, "1", PICTURES / "publikasi-a4.png")


def photograph(browser: Browser, name: str, width: int, scheme: str) -> None:
    """Take the chart of the items as it is seen at a width, in a light or dark scheme."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(REPORT.as_uri())
    top = page.locator("#nilai-butir").evaluate("part => part.getBoundingClientRect().top + scrollY")
    clip: FloatRect = {"x": 0, "y": float(top), "width": width, "height": width * 1.4}
    page.screenshot(path=PICTURES / name, clip=clip, full_page=True)
    page.close()


def print_page(browser: Browser, out: Path) -> None:
    """Print the report to A4 and take one page of it."""
    page = browser.new_page()
    page.goto(REPORT.as_uri())
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder, "laporan.pdf")
        page.pdf(path=pdf, prefer_css_page_size=True)
        take_page(pdf, PAGE, out)
    page.close()


def take_page(pdf: Path, number: str, out: Path) -> None:
    """Take a page of a PDF."""
    only = ("-f", number, "-l", number, "-singlefile")
    subprocess.run(["pdftoppm", "-png", "-r", "70", *only, pdf, out.with_suffix("")], check=True)  # noqa: S607


if __name__ == "__main__":
    main()
