"""Take the manual's pictures of the pages of ``ipak open``: ``python tools/page_pictures.py``.

What they show is the invented example, on a night and a morning that are always the same.
"""

from __future__ import annotations

import io
import logging
import shutil
import tempfile
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Final

import openpyxl
from PIL import Image
from playwright.sync_api import sync_playwright

from ipak_cli import __version__
from ipak_cli.base.provenance import Tool
from ipak_cli.run.engine import RunRequest, run_below
from ipak_cli.terminal.console import log_words
from ipak_cli.terminal.run import Nobody
from ipak_cli.web import assessment_pages, course_pages, periods, review_pages
from ipak_cli.web.desk import Desk
from ipak_cli.web.server import serve
from ipak_cli.workspace.lock_owner import this_holder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT: Final = Path(__file__).parents[1]
EXAMPLE: Final = ROOT / "examples"
PICTURES: Final = ROOT / "docs"
CHROMIUM: Final = "/usr/bin/chromium"
FLAGS: Final = ["--no-sandbox", "--disable-gpu", "--lang=id"]
EXPORT: Final = EXAMPLE / "masuk" / "ipak-ipkp-2024-tw4.xlsx"
FAULTS: Final = {"K3": "2,5", "J12": None, "L20": 0, "N5": 9, "P7": "cukup"}
"""Cells of the export that are shown with their faults, and what stands in them instead of an answer."""
OWN_HEADS: Final = {"K1": "Antrean tertib", "L1": "Loket mudah ditemukan"}
"""Heads that no instrument has, in place of two items' sentences."""
WIB: Final = timezone(timedelta(hours=7), "WIB")
NIGHT: Final = datetime(2025, 1, 6, 2, 0, tzinfo=WIB)
MORNING: Final = datetime(2025, 1, 6, 8, 30, tzinfo=WIB)
WIDTH: Final = 900
TALLEST: Final = 1_050
"""Pixels of a picture; what is below is left out."""
COLOURS: Final = 64


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        office = made_office(Path(folder) / "balai-layanan")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with opened(office, Path(folder) / "sementara") as address:
            page = browser.new_page(viewport={"width": WIDTH, "height": 700}, color_scheme="light")
            page.goto(address)
            visit(page)
        browser.close()


def made_office(folder: Path) -> Path:
    """Make the example's workspace, with a night in which a file could not be read."""
    folder.mkdir()
    for name in ("masuk", "bukti", "logo", "lampiran"):
        shutil.copytree(EXAMPLE / name, folder / name)
    shutil.copy(EXAMPLE / "ipak.yaml", folder)
    (folder / "masuk" / "survei-januari.xlsx").write_bytes(EXPORT.read_bytes()[:9_000])
    made = logging.getLogRecordFactory()
    logging.setLogRecordFactory(lambda *given, **named: at_night(made(*given, **named)))
    request = RunRequest(
        tool=Tool("ipak", __version__),
        me=this_holder(NIGHT, __version__, "malam"),
        clock=lambda: NIGHT,
        pause=lambda: None,
        lines=lambda problems: [each.code for each in problems],
        words=log_words,
    )
    run_below(folder, request, Nobody())
    return folder


def at_night(record: logging.LogRecord) -> logging.LogRecord:
    """Date a line of the log."""
    record.created = NIGHT.timestamp()
    return record


@contextmanager
def opened(office: Path, scratch: Path) -> Iterator[str]:
    """Serve the office's page in the morning after; yields the address of the first visit."""
    for each in (assessment_pages, course_pages, periods, review_pages):
        each.now = lambda: MORNING
    desk = Desk(office, scratch, own_workspace=True)
    addresses: Queue[str] = Queue()
    server = Thread(target=serve, args=(desk,), kwargs={"opened": addresses.put})
    server.start()
    try:
        yield addresses.get()
    finally:
        desk.closed = True
        server.join()


def visit(page: Page) -> None:
    """Go from page to page as an office does, and take a picture of each."""
    start = page.url
    photograph(page, "awal")
    drop(page, "survei-tw4.xlsx", faulty())
    photograph(page, "salah")
    page.goto(start)
    drop(page, "formulir-kantor.xlsx", foreign())
    photograph(page, "arti")
    page.goto(start)
    drop(page, EXPORT.name, EXPORT.read_bytes())
    photograph(page, "hasil")
    for name, address in (
        ("periode", "periode/IV-2024"),
        ("tindak-lanjut", "tindak-lanjut/IV-2024"),
        ("saran", "saran/IV-2024"),
        ("tren", "tren"),
        ("setelan", "setelan"),
        ("riwayat", "riwayat"),
        ("pekppp", "pekppp"),
    ):
        page.goto(start + address)
        if name == "periode":
            page.get_by_role("button", name="Simpan lembar publikasi").click()
        photograph(page, name)
    page.get_by_role("link", name="pekppp-2024.xlsx").click()
    photograph(page, "penilaian")
    book = page.url
    page.goto(f"{book}/a")
    photograph(page, "aspek")
    page.goto(f"{book}/rencana?target=A")
    photograph(page, "rencana")


def faulty() -> bytes:
    """Return the export with some answers that cannot be."""
    book = openpyxl.load_workbook(EXPORT)
    for cell, value in FAULTS.items():
        book.worksheets[0][cell] = value
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def foreign() -> bytes:
    """Return the export with heads of an office's own in place of two items' sentences."""
    book = openpyxl.load_workbook(EXPORT)
    for cell, head in OWN_HEADS.items():
        book.worksheets[0][cell] = head
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def drop(page: Page, name: str, content: bytes) -> None:
    """Give a file to the first page."""
    page.set_input_files("#berkas", {"name": name, "mimeType": "", "buffer": content})
    page.get_by_role("button", name="Hitung").click()
    page.wait_for_url("**/berkas/*")


def photograph(page: Page, name: str) -> None:
    """Take the upper part of a page, in a few colours."""
    page.wait_for_load_state()
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": min(height, TALLEST)}
    shot = page.screenshot(clip=clip, full_page=True)  # type: ignore[arg-type]
    picture = Image.open(io.BytesIO(shot)).convert("RGB").quantize(COLOURS)
    picture.save(PICTURES / f"laman-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
