"""Problems as people and logs get them."""

import io

from rich.console import Console

from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.survey import OUTSIDE_SCALE, PERIOD_UNKNOWN, WORD_UNKNOWN
from ipak_cli.terminal.console import problem_groups, problem_lines, summary

FOUND = [
    problem(PERIOD_UNKNOWN, Where("a.csv")),
    problem(WORD_UNKNOWN, Where("a.csv", cell="C9"), value="lumayan", item="U1", known=("4 = Baik",)),
    problem(OUTSIDE_SCALE, Where("a.csv", cell="B2"), value=5, lowest=1, highest=4),
    problem(OUTSIDE_SCALE, Where("a.csv", cell="B3"), value=0, lowest=1, highest=4),
]


def test_a_log_gets_one_complete_line_a_problem_the_worst_first():
    lines = [line.plain for line in problem_lines(FOUND)]

    assert [line.split(" ", 3)[:3] for line in lines] == [
        ["GALAT", "J301", "a.csv:B2:"],
        ["GALAT", "J301", "a.csv:B3:"],
        ["GALAT", "J302", "a.csv:C9:"],
        ["PERINGATAN", "W422", "a.csv:"],
    ]
    assert all(line.endswith(".") for line in lines)


def test_a_terminal_gets_them_grouped_with_the_advice_once():
    lines = [line.plain for line in problem_groups(FOUND)]

    assert lines[0] == "GALAT J301 Jawaban di luar skala (2)"
    assert sum("Perbaiki dari formulir asal" in line for line in lines) == 1


def test_on_a_terminal_of_80_columns_what_wraps_stands_further_in():
    screen = Console(width=80, file=io.StringIO(), highlight=False, markup=False, emoji=False)
    for line in problem_groups(FOUND):
        screen.print(line)

    lines = screen.file.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    starts = [line[:4] for line in lines if not line.startswith(("GALAT", "PERINGATAN"))]
    assert set(starts) == {"  a.", "  → ", "    "}
    assert starts[:2] == ["  a."] * 2
    assert starts[starts.index("    ") - 1] == "  → "  # the first advice wraps, and goes on below its words


def test_many_of_a_kind_are_cut_short_with_their_number():
    many = [
        problem(OUTSIDE_SCALE, Where("a.csv", cell=f"B{n}"), value=5, lowest=1, highest=4) for n in range(50)
    ]

    lines = [line.plain for line in problem_groups(many)]

    assert len(lines) == 1 + 20 + 1 + 1
    assert "30 lagi" in lines[-2]


def test_the_summary_counts_by_severity():
    assert summary(FOUND) == "3 galat, 1 peringatan"
