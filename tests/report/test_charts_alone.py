"""Charts depend on their figures alone: not on settings, fonts, locale, time or what else is running."""

from __future__ import annotations

import os
import subprocess
import sys

DRAW = """
import sys
from fractions import Fraction as F
from ipak_cli.report import charts as c
drawn = [
    c.item_means([c.Group("IPAK", (c.Bar("\\U0001f600", F(11, 3), F(4)), c.Bar("B", None)))], title="Butir"),
    c.aspects([c.Bar("Inovasi", F(7, 3))], F(3), title="Aspek"),
    c.star_shares([c.Stars("I-2024", (1, 2, 3, 4)), c.Stars("II-2024", None)], [*"1234"], title="Bintang"),
    c.trend(["I-2024", "II-2024"], [c.TrendLine("IPAK", (F(11, 3), F(4)))], title="Tren"),
]
sys.stdout.buffer.write("".join(chart.narrow.svg + chart.wide.svg for chart in drawn).encode())
"""


def drawn(folder, **environment):
    needed = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", DRAW],
        capture_output=True, cwd=folder, env=needed | environment, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout


def test_two_machines_draw_the_same_bytes(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
    settled = drawn(
        two,
        HOME=str(two), LANG="de_DE.UTF-8", LC_ALL="C", PYTHONHASHSEED="7", TZ="Asia/Jakarta",
        SOURCE_DATE_EPOCH="1", PYTHONUTF8="0",
    )  # fmt: skip
    assert drawn(one, LANG="id_ID.UTF-8", PYTHONHASHSEED="1") == settled
    assert settled.startswith(b"<svg ")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
