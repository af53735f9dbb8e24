"""The example's fall of IPKP from III to IV is called the same in the report, the trend and the terminal."""

from __future__ import annotations

import io

from rich.console import Console

from ipak_cli.documents.read import read_survey
from ipak_cli.report.trend import trend
from ipak_cli.terminal.trend import trend_view
from makers.exports import EXAMPLES

ROOT = EXAMPLES.parent


def test_ipkp_fell_and_ipak_cannot_be_told_apart_wherever_the_change_is_called():
    names = ("III-2024", "IV-2024")
    stored = [read_survey((ROOT / "hasil" / name / "survey.json").read_bytes(), name) for name in names]
    found = trend(stored)
    ipak, ipkp = (found.indices[code].points[-1] for code in ("IPAK", "IPKP"))
    assert (ipak.direction, ipkp.direction) == ("unsure", "fallen")

    out = io.StringIO()
    Console(file=out, width=80).print(trend_view(found))
    assert "IPKP turun 0,17" in out.getvalue()
    assert "IPAK belum dapat dibedakan (selisih −0,04)" in out.getvalue()

    report = (ROOT / "laporan" / "IV-2024" / "laporan.md").read_text(encoding="utf-8")
    assert report.count("IPKP turun 0,17") == 2  # the summary and the conclusion
    assert "perubahan terakhir: turun 0,17." in report
    assert report.count("IPAK 3,90, dan 3,94 pada Triwulan III Tahun 2024: belum dapat dibedakan") == 2
    assert "IPAK turun" not in report

    page = (ROOT / "laporan" / "IV-2024" / "publikasi.txt").read_text(encoding="utf-8")
    assert "IPKP 3,73" in page
    assert not {"naik", "turun", "terendah"} & {*page.lower().replace(":", "").split()}
