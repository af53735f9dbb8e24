"""Make the example's results, report, published page and data: ``python examples/buat_laporan.py``.

Every run writes the same bytes.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from ipak_cli.cli.app import run

HERE: Final = Path(__file__).parent
PERIODS: Final = (1, 2, 3, 4)


def main() -> None:
    """Score the four periods, assess, and write what is made of the last one, and the data of all."""
    for folder in ("hasil", "laporan", "ekspor"):
        shutil.rmtree(HERE / folder, ignore_errors=True)
    workspace = ("--workspace", str(HERE), "--quiet")
    inbox = HERE / "masuk"
    for period in PERIODS:
        run(["score", str(inbox / f"ipak-ipkp-2024-tw{period}.xlsx"), *workspace])
    made = HERE / "laporan" / "IV-2024"
    made.mkdir(parents=True)
    workpaper = ("--xlsx", str(made / "kertas-kerja-pekppp.xlsx"))
    run(["pekppp", "assess", str(inbox / "pekppp-2024.xlsx"), *workpaper, *workspace])
    run(["report", "--quarter", "IV-2024", *workspace])
    run(["publish", "--quarter", "IV-2024", *workspace])
    run(["export", "--all", "--format", "csv,xlsx", *workspace])


if __name__ == "__main__":
    main()
