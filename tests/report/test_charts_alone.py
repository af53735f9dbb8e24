"""Charts depend on their figures alone: not on settings, fonts, locale, time or what else is running."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction

from ipak_cli.report.charts import Bar, Group, item_means

DRAW = """
import sys
from fractions import Fraction as F
from ipak_cli.report import charts as c
assert not {"matplotlib", "numpy"} & set(sys.modules)
drawn = [
    c.item_means([c.Group("IPAK", (c.Bar("\\U0001f600", F(11, 3), F(4)), c.Bar("B", None)))], title="Butir"),
    c.aspects([c.Bar("Inovasi", F(7, 3))], F(3), title="Aspek"),
    c.star_shares([c.Stars("I-2024", (1, 2, 3, 4)), c.Stars("II-2024", None)], title="Bintang"),
    c.trend(["I-2024", "II-2024"], [c.TrendLine("IPAK", (F(11, 3), F(4)))], title="Tren"),
]
assert "matplotlib.pyplot" not in sys.modules
sys.stdout.buffer.write("".join(chart.svg for chart in drawn).encode())
"""
SETTINGS = "lines.linewidth: 9\nfont.size: 40\nsvg.fonttype: path\naxes.facecolor: red\nno.such.key: 1\n"


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
    (two / "matplotlibrc").write_bytes(SETTINGS.encode() + b"# \xe9\n")
    (two / "own.rc").write_text(SETTINGS)
    settled = drawn(
        two,
        HOME=str(two), LANG="de_DE.UTF-8", LC_ALL="C", PYTHONHASHSEED="7", TZ="Asia/Jakarta",
        SOURCE_DATE_EPOCH="1", MPLBACKEND="nonsense", MATPLOTLIBRC=str(two / "own.rc"), PYTHONUTF8="0",
    )  # fmt: skip
    assert drawn(one, LANG="id_ID.UTF-8", PYTHONHASHSEED="1") == settled
    assert settled.startswith(b"<svg ")
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["matplotlibrc", "own.rc"]
    assert list(one.iterdir()) == []


def chart():
    return item_means([Group("IPAK", (Bar("Satu", Fraction(11, 3), Fraction(4)),))], title="Butir")


def test_settings_made_in_the_same_process_change_nothing():
    import matplotlib as mpl  # noqa: PLC0415 (imported late, as the module under test does)

    before = chart().svg
    with mpl.rc_context({"lines.linewidth": 9, "font.size": 40, "svg.fonttype": "path", "axes.grid": True}):
        assert chart().svg == before


def test_drawing_leaves_the_environment_and_the_settings_as_they_were():
    import matplotlib as mpl  # noqa: PLC0415 (as above)

    before = dict(os.environ), dict(mpl.rcParams)
    chart()
    assert (dict(os.environ), dict(mpl.rcParams)) == before
