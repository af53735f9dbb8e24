"""Take the README's pictures of what is made of the example: ``python tools/report_pictures.py``."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, FloatRect

ROOT: Final = Path(__file__).parents[1]
MADE: Final = ROOT / "examples" / "laporan" / "IV-2024"
REPORT: Final = MADE / "laporan.html"
PICTURES: Final = ROOT / "docs"
CHROMIUM: Final = "/usr/bin/chromium"
PAGE: Final = "11"
"""The printed page that is shown: the indices."""
SHOWN: Final = (1, 3, 5, 9, 10, 13)
"""The pages of the PDF and of the Word document that are shown side by side."""
WORKPAPER: Final = (1, 6, 13)
"""The pages of the workpaper that are shown."""
_IN_A_ROW: Final = 3
_GAP: Final = 10
_GREY: Final = "#8a8f96"


def main() -> None:
    """Write every picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        photograph(browser, "laporan-telepon.png", 360, "light")
        photograph(browser, "laporan-gelap.png", 760, "dark")
        print_page(browser, PICTURES / "laporan-a4.png")
        browser.close()
    take_pages(MADE / "laporan.pdf", SHOWN, PICTURES / "laporan-pdf.png")
    take_page(MADE / "publikasi-a4.pdf", "1", PICTURES / "publikasi-a4.png")
    with tempfile.TemporaryDirectory() as folder:
        take_pages(converted(MADE / "laporan.docx", folder), SHOWN, PICTURES / "laporan-word.png")
        take_pages(converted(MADE / "kertas-kerja.xlsx", folder), WORKPAPER, PICTURES / "kertas-kerja.png")


def converted(file: Path, folder: str) -> Path:
    """Return a document or workbook as LibreOffice prints it."""
    call = ("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, file)
    subprocess.run(call, check=True, capture_output=True)
    return Path(folder, file.with_suffix(".pdf").name)


def take_pages(pdf: Path, numbers: Sequence[int], out: Path) -> None:
    """Take pages of a PDF side by side, three in a row."""
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for number in numbers:
            take_page(pdf, str(number), Path(folder, f"{number}.png"), dots=45)
            pages.append(Image.open(Path(folder, f"{number}.png")).convert("RGB"))
        width, height = max(each.width for each in pages), max(each.height for each in pages)
        rows = -(-len(pages) // _IN_A_ROW)
        size = (_IN_A_ROW * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
        sheet = Image.new("RGB", size, _GREY)
        for n, page in enumerate(pages):
            row, column = divmod(n, _IN_A_ROW)
            sheet.paste(page, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
        sheet.quantize(64).save(out, optimize=True)


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


def take_page(pdf: Path, number: str, out: Path, *, dots: int = 70) -> None:
    """Take a page of a PDF at so many dots an inch."""
    only = ("-f", number, "-l", number, "-singlefile")
    call = ("pdftoppm", "-png", "-r", str(dots), *only, pdf, out.with_suffix(""))
    subprocess.run(call, check=True)


if __name__ == "__main__":
    main()
