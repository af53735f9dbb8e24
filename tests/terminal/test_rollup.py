"""Many units on a screen: a summary first, then what matters most, and thousands of lines only when asked."""

import re
from dataclasses import replace

from rich.console import Console

from ipak_cli.base.figures import decimal, figure, grouped_int
from ipak_cli.rollup.conversion import converted
from ipak_cli.rollup.highlights import highlights
from ipak_cli.rollup.result import CellState
from ipak_cli.rollup.words import MARKS
from ipak_cli.terminal.rollup import MOST, rollup_view
from makers.rollups import rollup_of


def seen(given, width=80, *, everything=False):
    console = Console(width=width, file=None, record=True, quiet=False, color_system=None)
    with console.capture() as captured:
        console.print(rollup_view(given, everything=everything))
    return captured.get()


def test_no_line_is_wider_than_the_screen():
    for width in (80, 120):
        assert max(map(len, seen(rollup_of(300), width).splitlines())) <= width


def test_the_totals_stand_both_ways_beside_their_period_and_rubric():
    given = rollup_of(12)
    lines = [line.split() for line in seen(given).splitlines()]
    for total in converted(given).totals:
        if total.group is None:
            letter = "R1" if total.rubric.version == "1.0" else "R2"
            units = total.units[CellState.SCORED] + total.units[CellState.SMALL]
            figures = [
                figure(value)
                for code in ("IPAK", "IPKP")
                for value in (total.indices[code].mean_of_units, total.indices[code].pooled)
            ]
            people = grouped_int(total.respondents)
            assert [total.period, letter, str(units), people, *figures] in lines
    heads = seen(given)
    assert "rata-rata" in heads
    assert "digabung" in heads
    assert "Rata-rata unit: setiap unit berbobot sama." in heads


def test_a_few_units_are_all_there_with_a_mark_for_each_period():
    given = rollup_of(12)
    lines = seen(given).splitlines()
    for unit in given.units:
        marks = "".join(MARKS[cell.state] for cell in unit.surveys)
        assert [line for line in lines if line.startswith(unit.name) and marks in line]


def test_of_many_units_those_with_most_gaps_come_and_the_rest_is_counted():
    given = rollup_of(300)
    text = seen(given)
    incomplete = highlights(given).incomplete
    shown = [unit for unit in incomplete if re.search(rf"^{unit.name} +[●○◐✗▪]{{8}}", text, re.MULTILINE)]
    assert shown == [*incomplete[:MOST]]
    assert f"… dan {len(incomplete) - MOST} unit lain; --all menampilkan semuanya" in text
    assert len(text.splitlines()) < 130


def test_everything_shows_each_unit_and_each_fall():
    given = rollup_of(100)
    text = seen(given, everything=True)
    assert all(unit.name in text for unit in given.units)
    assert "lain; --all" not in text
    falls = re.findall(r"(?:IPAK|IPKP) +\d+,\d\d +(\d+,\d\d)$", text, re.MULTILINE)
    assert falls == [decimal(fall.by) for fall in highlights(converted(given)).fallen]
    assert len(falls) > MOST


def test_lost_conditions_are_named_with_the_period_in_which_they_were_met():
    given = rollup_of(12)
    text = seen(given)
    lost = highlights(given).lost
    assert lost
    for each in lost:
        assert re.search(rf"^{each.unit.name} +{each.predicate} +{each.before}", text, re.MULTILINE)


def test_hidden_units_say_why_in_words():
    text = " ".join(seen(rollup_of(100), everything=True).split())
    told = text.partition("Disembunyikan: ")[2].partition(" Turun ")[0]
    assert sorted(told.rstrip(".").split("; atau ")) == [
        "respondennya kurang dari 5, jadi hanya masuk ke jumlah",
        "tidak ditampilkan supaya nilai unit yang kecil tidak dapat dihitung dari jumlahnya",
    ]


def test_a_group_without_total_shows_no_figure_and_why():
    given = rollup_of(12, periods=("I-2024", "II-2024"))
    text = seen(given)
    [line] = [line for line in text.splitlines() if line.startswith("Provinsi Contoh   ") and "–" in line]
    assert line.split()[-5:] == ["–"] * 5
    assert "Tanpa angka: jumlah kelompok ini tidak ditampilkan" in text


def test_a_roll_up_of_nothing_says_so():
    empty = replace(rollup_of(1), periods=(), units=(), totals=(), pekppp=(), problems=())
    assert "Belum ada satu pun hasil survei." in seen(empty)
