"""Exports in a roll-up's tables: kept once, done again only where they changed, and the same in any order."""

import random
from dataclasses import dataclass, replace

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.rollup_exports import SCHEDULER_LOST
from ipak_cli.rollup.engines.local import LocalEngine
from ipak_cli.rollup.exports.keep import ExportsAsked
from ipak_cli.rollup.lake import open_to_read
from ipak_cli.rollup.manifest import read_manifest
from ipak_cli.rollup.result import CellState
from ipak_cli.rollup.run import Sources, roll_up
from ipak_cli.rollup.selection import Asked
from ipak_cli.rollup.store import rows
from makers.raw_exports import HEADS, OPTIONS, answers, csv_text, of_units, put

ASKED = Asked(today="2025-02-01")
TOOL = Tool("ipak", "0")


class Counting(LocalEngine):
    """The engine of this process; it tells how many tasks it was given."""

    def outcomes(self, tasks, options):
        TASKS.append(len(tasks))
        return super().outcomes(tasks, options)


TASKS: list[int] = []


def rolled(folder, *, lake=None, engine=None, hear=None, options=OPTIONS, **asked):
    """Roll up a folder of exports; returns the roll-up, and how many tasks had to be done."""
    TASKS.clear()
    exports = ExportsAsked(str(folder), options, engine or Counting(1), hear=hear, **asked)
    made = roll_up(Sources((), lake=lake, exports=exports), ASKED, TOOL)
    return made, sum(TASKS)


def folder_of(tmp_path):
    return put(
        tmp_path / "ekspor",
        {
            "A/III-2024/x.csv": csv_text(answers(1, quarter="III")),
            "A/IV-2024/x.csv": csv_text(answers(2)),
            "IV-2024/B.csv": csv_text(answers(3)),
            "C-IV-2024.csv": "bukan,ekspor\n1,2\n",
        },
    )


def states(made):
    return {row.unit: [cell.state for cell in row.surveys] for row in made.units}


def test_units_and_quarters_come_from_paths_and_a_bad_file_is_told(tmp_path):
    heard = []

    made, _ = rolled(folder_of(tmp_path), hear=heard.append)

    assert states(made) == {
        "A": [CellState.SCORED, CellState.SCORED],
        "B": [CellState.MISSING, CellState.SCORED],
        "C": [CellState.MISSING, CellState.FAULTY],
    }
    assert [(each.code, each.where.file) for each in made.problems] == [("B740", "C-IV-2024.csv")]
    assert [(left.unit, [each.code for each in left.problems]) for left in heard] == [("C", ["K201"])]
    assert say(made.units[2].surveys[1].reason) == "berkasnya bermasalah: C-IV-2024.csv"


def test_a_unit_with_two_exports_of_one_quarter_is_faulty_then_and_not_missing(tmp_path):
    folder = put(
        folder_of(tmp_path), {"D/IV-2024/x.csv": csv_text(answers(4)), "D/IV-2024/y.csv": "", "2.csv": ""}
    )
    (folder / "III-2024").mkdir()
    put(folder, {"III-2024/E-IV-2024.csv": csv_text(answers(5))})

    made, _ = rolled(folder)

    assert states(made)["D"] == [CellState.MISSING, CellState.FAULTY]
    assert states(made).keys() == {"A", "B", "C", "D"}
    assert {each.code for each in made.problems} == {"B740", "B743", "B744"}


def test_a_bad_file_makes_its_own_unit_faulty_and_no_other(tmp_path):
    folder = put(folder_of(tmp_path), {"C-III-2024.csv": csv_text(answers(4, quarter="III"))})

    made, _ = rolled(folder)

    assert states(made)["C"] == [CellState.SCORED, CellState.FAULTY]
    assert states(made)["B"] == [CellState.MISSING, CellState.SCORED]


def test_a_second_call_does_what_was_left_out_alone(tmp_path):
    folder, lake = folder_of(tmp_path), tmp_path / "danau"
    first, done = rolled(folder, lake=lake)
    assert done == 4

    again, done = rolled(folder, lake=lake)

    assert done == 1  # the broken one
    assert again == first


def test_a_file_that_changed_is_done_again_and_takes_its_old_place(tmp_path):
    folder, lake = folder_of(tmp_path), tmp_path / "danau"
    rolled(folder, lake=lake)
    put(folder, {"IV-2024/B.csv": csv_text(answers(7, people=9))})

    made, done = rolled(folder, lake=lake)

    assert done == 2
    assert made == rolled(folder)[0]
    [cell] = [row.surveys[1] for row in made.units if row.unit == "B"]
    assert cell.respondents == 9


def test_a_file_that_has_gone_is_counted_no_more(tmp_path):
    folder, lake = folder_of(tmp_path), tmp_path / "danau"
    rolled(folder, lake=lake)
    (folder / "IV-2024" / "B.csv").unlink()

    made, _ = rolled(folder, lake=lake)

    assert "B" not in states(made)


def test_exports_that_are_read_otherwise_are_done_again(tmp_path):
    folder, lake = folder_of(tmp_path), tmp_path / "danau"
    rolled(folder, lake=lake)

    _, done = rolled(folder, lake=lake, options=replace(OPTIONS, lenient=True))

    assert done == 4


def test_a_file_of_many_units_that_has_one_less_counts_it_no_more(tmp_path):
    lake, options = tmp_path / "danau", replace(OPTIONS, unit_column="unit")
    both = [(unit, row) for unit in ("A", "B") for row in answers(ord(unit))]
    folder = put(tmp_path / "ekspor", {"semua.csv": of_units(both)})
    assert set(states(rolled(folder, lake=lake, options=options)[0])) == {"A", "B"}
    put(folder, {"semua.csv": of_units([each for each in both if each[0] == "A"])})

    made, _ = rolled(folder, lake=lake, options=options)

    assert set(states(made)) == {"A"}


@dataclass(frozen=True)
class Stopping:
    """An engine that stops after some tasks, as an interrupt or a lost scheduler does."""

    after: int
    error: BaseException

    def outcomes(self, tasks, options):
        yield from LocalEngine(1).outcomes(tasks[: self.after], options)
        raise self.error


def test_an_interrupt_keeps_what_is_done_and_the_next_call_completes_it(tmp_path):
    folder, lake = folder_of(tmp_path), tmp_path / "danau"
    with pytest.raises(KeyboardInterrupt):
        rolled(folder, lake=lake, engine=Stopping(2, KeyboardInterrupt()))

    made, done = rolled(folder, lake=lake)

    assert done == 2  # of four
    assert made == rolled(folder)[0]


def test_a_lost_scheduler_is_told_beside_what_was_done(tmp_path):
    lost = ProblemsFoundError([problem(SCHEDULER_LOST, address="tcp://x", done=2, count=4)])

    made, _ = rolled(folder_of(tmp_path), engine=Stopping(1, lost))

    assert states(made) == {"A": [CellState.SCORED]}
    assert "B753" in [each.code for each in made.problems]


class Shuffled(LocalEngine):
    """An engine that gives its outcomes in another order."""

    def outcomes(self, tasks, options):
        found = list(super().outcomes(tasks, options))
        random.Random(len(found)).shuffle(found)  # noqa: S311 (the same every time)
        return iter(found)


def test_the_order_of_outcomes_makes_no_difference(tmp_path):
    folder = put(
        tmp_path / "ekspor",
        {
            f"U{n}-{quarter}-2024.csv": csv_text(answers(n, quarter=quarter))
            for n in range(4)
            for quarter in ("III", "IV")
        },
    )

    assert rolled(folder, engine=Shuffled(1))[0] == rolled(folder)[0]


def test_a_file_of_two_quarters_is_counted_in_both(tmp_path):
    rows = [*answers(1, quarter="III"), *answers(2)]
    folder = put(tmp_path / "ekspor", {"A/setahun.csv": csv_text(rows)})

    made, _ = rolled(folder)

    assert states(made) == {"A": [CellState.SCORED, CellState.SCORED]}
    assert made.problems == ()


def test_a_path_and_times_that_contradict_each_other_leave_the_file_out(tmp_path):
    heard = []
    folder = put(tmp_path / "ekspor", {"A-II-2024.csv": csv_text(answers(1))})

    rolled(folder, hear=heard.append)

    assert [[each.code for each in left.problems] for left in heard] == [["W421"]]


def test_a_file_without_times_is_of_the_period_of_its_path_or_is_left_out(tmp_path):
    heard = []
    text = csv_text([row[1:] for row in answers(1)], HEADS[1:])
    folder = put(tmp_path / "ekspor", {"A-IV-2024.csv": text, "B/ekspor.csv": text})

    made, _ = rolled(folder, hear=heard.append)

    assert states(made) == {"A": [CellState.SCORED]}
    assert [(left.unit, [each.code for each in left.problems]) for left in heard] == [("B", ["W422", "B742"])]


def test_files_of_a_unit_and_period_are_one_survey_where_a_pattern_says_so(tmp_path):
    one, two = csv_text(answers(1, people=4)), csv_text(answers(2, people=5))
    folder = put(tmp_path / "ekspor", {"A/IV-2024/loket.csv": one, "A/IV-2024/daring.csv": two})

    made, _ = rolled(folder, pattern="{unit}/{period}/*")

    [[cell]] = [row.surveys for row in made.units]
    assert cell.respondents == 9


def test_a_period_of_the_rollup_is_that_of_the_times(tmp_path):
    folder = put(tmp_path / "ekspor", {"A/x.csv": csv_text(answers(1, quarter="II", year=2023))})

    assert rolled(folder)[0].periods == (parse_period("II-2023").name,)


def told(lake, columns="unit, period, file, cell, code, counted"):
    """Return what the view of problems says of errors."""
    errors = open_to_read(lake).db.view("problems").filter("severity = 'error'")
    return errors.project(columns).order("ALL").fetchall()


def test_the_problems_of_an_export_that_is_left_out_are_in_the_lake_until_it_is_sound(tmp_path):
    folder, lake = folder_of(tmp_path), tmp_path / "danau"
    rolled(folder, lake=lake)
    assert told(lake) == [("C", "IV-2024", "C-IV-2024.csv", None, "K201", False)]
    manifest = read_manifest(lake)
    rolled(folder, lake=lake)
    assert read_manifest(lake) == manifest

    put(folder, {"C-IV-2024.csv": csv_text(answers(5))})
    rolled(folder, lake=lake)
    assert told(lake) == []


def test_the_problems_of_an_export_that_has_gone_go_with_it_and_those_of_another_folder_stay(tmp_path):
    lake = tmp_path / "danau"
    folder, other = folder_of(tmp_path / "satu"), folder_of(tmp_path / "dua")
    rolled(folder, lake=lake)
    rolled(other, lake=lake)
    assert len(told(lake)) == 2
    (folder / "C-IV-2024.csv").unlink()
    rolled(folder, lake=lake)
    assert len(told(lake)) == 1


def test_a_problem_has_its_cell_and_the_unit_of_the_list_and_no_answer(tmp_path):
    lake = tmp_path / "danau"
    rows_of_c = [[*row[:-1], "Bu Sulastri 9"] for row in answers(6)]
    folder = put(folder_of(tmp_path), {"C-IV-2024.csv": csv_text(rows_of_c)})
    units = tmp_path / "units.csv"
    units.write_text("unit,nama,wilayah\n7301,c,Timur\nA,Unit A,Barat\n", encoding="utf-8")
    exports = ExportsAsked(str(folder), OPTIONS, Counting(1))
    roll_up(Sources((), units, lake, exports=exports), ASKED, TOOL)

    found = told(lake, "unit, unit_name, region, period, file, cell, code")
    assert found[0][:5] == ("7301", "c", "Timur", "IV-2024", "C-IV-2024.csv")
    assert all(cell for *_, cell, _ in found)
    assert "Sulastri" not in repr(rows(open_to_read(lake).db, "SELECT * FROM problems"))
