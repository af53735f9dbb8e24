"""An invented office whose pages hold all that there is: results, reports, faults, runs."""

from __future__ import annotations

import io
import shutil

import openpyxl

from makers.exports import EXAMPLES
from makers.runs import BROKEN, LONG_AGO, arrive, run, workspace
from makers.sent_forms import reachable

UNIT = EXAMPLES.parent
TW4 = (EXAMPLES / "ipak-ipkp-2024-tw4.xlsx").read_bytes()
FAULTS = {"K3": "2,5", "J12": None, "L20": 0, "N5": 9, "P7": "Budi Santoso"}
"""Five cells of the example, and what stands in them instead of an answer."""


def faulty_export():
    """Return the example with five faults."""
    book = openpyxl.load_workbook(io.BytesIO(TW4))
    for cell, value in FAULTS.items():
        book.active[cell] = value
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def full_office(folder):
    """Make a workspace of the example's results and reports, with a night that met a broken file."""
    office = workspace(folder)
    arrive(office, "rusak.xlsx", BROKEN, LONG_AGO)
    run(office)
    for name in ("hasil", "laporan", "masuk"):
        shutil.copytree(UNIT / name, office / name, dirs_exist_ok=True)
    return office


def drop(client, name, content):
    """Drop a file on the first page; return the address of its page."""
    return client.post("/berkas", files=[("berkas", name, content)]).headers["location"]


def all_pages(client, wanted=lambda _: True):
    """Return every page of an office by its address: those of files that were dropped, and of faults too."""
    dropped = [drop(client, "tw4.xlsx", TW4), drop(client, "salah.xlsx", faulty_export())]
    return reachable(
        client,
        *dropped,
        f"{dropped[0]}?periode=kemarin",
        "/tidak-ada",
        wanted=lambda address: "/unduh/" not in address and wanted(address),
    )
