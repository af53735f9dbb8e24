"""One file of many units: dividing it by a column says what a file of each unit alone would say."""

import csv
import io
import random
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.rollup.exports.score import score_task
from ipak_cli.tables.cell import position
from makers.raw_exports import HEADS, OPTIONS, answers, csv_text, of_units, put, task

BY_COLUMN = replace(OPTIONS, unit_column="unit")


def counted(outcome):
    """Return what is kept of each unit and period, without what names the file."""
    return {
        (facts.document.unit, facts.document.period): (
            facts.document.respondents,
            [(item.code, item.counts) for item in facts.items],
            [(index.code, index.mean_num, index.mean_den, index.low, index.high) for index in facts.indices],
            facts.own,
            facts.quality and [(look.code, look.count, look.of) for look in facts.quality],
            sorted(problem.code for problem in facts.problems),
        )
        for facts in (
            replace(each, own=tuple(replace(own, digest="") for own in each.own)) for each in outcome.facts
        )
    }


def mixed(units, quarters=("III", "IV"), seed=1):
    """Return the rows of many units, each of several quarters, in no order."""
    parts = [
        (unit, row)
        for number, unit in enumerate(units)
        for quarter in quarters
        for row in answers(10 * number + len(quarter), quarter=quarter)
    ]
    random.Random(seed).shuffle(parts)  # noqa: S311 (the same every time)
    return parts


def alone(folder, parts):
    """Score each unit's rows as a file of its own."""
    found = {}
    for unit in {unit for unit, _ in parts}:
        path = folder / "sendiri.csv"
        path.write_text(csv_text([row for each, row in parts if each == unit]), encoding="utf-8")
        found |= counted(score_task(task(path, unit=unit), OPTIONS))
    return found


def test_each_unit_and_quarter_is_counted_as_in_a_file_of_its_own(tmp_path):
    parts = mixed(["Loket A", "Loket B", 'Loket "C"'])
    put(tmp_path, {"semua.csv": of_units(parts)})

    whole = counted(score_task(task(tmp_path / "semua.csv"), BY_COLUMN))

    assert len(whole) == 6
    assert whole == alone(tmp_path, parts)


FORMS = st.fixed_dictionaries({
    "seed": st.integers(0, 999),
    "separator": st.sampled_from(",;\t"),
    "ends": st.sampled_from(["\n", "\r\n"]),
    "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    "at": st.integers(0, len(HEADS)),
    "block": st.sampled_from([200, 3_000, 1 << 20]),
    "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
})  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(FORMS)
def test_the_form_of_the_text_and_the_size_of_blocks_make_no_difference(tmp_path_factory, form):
    folder, at = tmp_path_factory.mktemp("satu"), form["at"]
    parts = mixed(["A", "B", "Ç 3", "D, E"], quarters=("IV",), seed=form["seed"])
    heads = [*HEADS[:at], "unit", *HEADS[at:]]
    text = io.StringIO()
    how = {"delimiter": form["separator"], "lineterminator": form["ends"], "quoting": form["quoting"]}
    csv.writer(text, **how).writerows([heads, *([*row[:at], unit, *row[at:]] for unit, row in parts)])
    (folder / "semua.csv").write_bytes(text.getvalue().encode(form["encoding"]))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ipak_cli.tables.csv.divide._BLOCK", form["block"])
        whole = counted(score_task(task(folder / "semua.csv"), BY_COLUMN))

    assert len(whole) == 4
    assert whole == alone(folder, parts)


@pytest.mark.parametrize("many", [1, 2, 5])
def test_the_parts_of_a_file_together_have_every_unit_once(tmp_path, many):
    parts = mixed([f"Unit {n}" for n in range(7)], quarters=("IV",))
    put(tmp_path, {"semua.csv": of_units(parts)})
    one = task(tmp_path / "semua.csv")

    found = [score_task(replace(one, part=(number, many)), BY_COLUMN) for number in range(many)]

    units = [facts for outcome in found for facts in outcome.facts]
    assert len(units) == 7
    whole = score_task(one, BY_COLUMN).facts
    assert sorted(units, key=lambda facts: facts.document.unit) == list(whole)


def test_a_workbook_is_divided_as_a_text_is(tmp_path):
    parts = mixed(["A", "B"], quarters=("IV",))
    text = of_units(parts)
    put(tmp_path, {"semua.csv": text})
    book = openpyxl.Workbook()
    for row in csv.reader(io.StringIO(text)):
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    book.save(tmp_path / "semua.xlsx")

    of_book = counted(score_task(task(tmp_path / "semua.xlsx"), BY_COLUMN))

    assert len(of_book) == 2
    assert of_book == counted(score_task(task(tmp_path / "semua.csv"), BY_COLUMN))


def test_a_fault_is_told_at_its_cell_in_the_whole_file_and_leaves_out_its_unit_alone(tmp_path):
    parts = mixed(["A", "B"], quarters=("IV",))
    row = next(n for n, (unit, _) in enumerate(parts) if unit == "B")
    parts[row][1][3] = "9"
    put(tmp_path, {"semua.csv": of_units(parts)})

    outcome = score_task(task(tmp_path / "semua.csv"), BY_COLUMN)

    assert [facts.document.unit for facts in outcome.facts] == ["A"]
    [left] = outcome.left_out
    assert (left.unit, left.source, left.told.code) == ("B", "semua.csv#B", "B740")
    [cell] = [position(problem.cell) for problem in left.problems if problem.severity == "error"]
    assert cell == (row + 2, 5)  # below the header; the unit's column stands before it


def test_answers_that_name_no_unit_are_told_with_their_number(tmp_path):
    parts = [*mixed(["A"], quarters=("IV",)), *((" ", row) for row in answers(3, people=2))]
    put(tmp_path, {"semua.csv": of_units(parts)})

    outcome = score_task(task(tmp_path / "semua.csv"), BY_COLUMN)

    assert [facts.document.unit for facts in outcome.facts] == ["A"]
    [left] = outcome.left_out
    assert [(each.code, each.cell) for each in left.problems] == [("B749", "B8")]


def test_a_footer_without_a_unit_is_no_answer(tmp_path):
    text = of_units(mixed(["A"], quarters=("IV",))) + "Dicetak otomatis\n"
    put(tmp_path, {"semua.csv": text})

    outcome = score_task(task(tmp_path / "semua.csv"), BY_COLUMN)

    assert [facts.document.unit for facts in outcome.facts] == ["A"]
    assert outcome.left_out == ()


def test_days_that_a_unit_leaves_open_are_read_as_the_whole_file_decides(tmp_path):
    def written(rows, day):
        return [[f"{day:02}/10/2024 09:00:00", *row[1:]] for row in rows]

    parts = [("A", row) for row in written(answers(1), 3)] + [("B", row) for row in written(answers(2), 25)]
    put(tmp_path, {"semua.csv": of_units(parts)})

    outcome = score_task(task(tmp_path / "semua.csv"), BY_COLUMN)

    assert [(facts.document.unit, facts.document.period) for facts in outcome.facts] == [
        ("A", "IV-2024"),
        ("B", "IV-2024"),
    ]


def test_a_file_without_the_column_is_told_which_columns_it_has(tmp_path):
    put(tmp_path, {"semua.csv": of_units(mixed(["A"]), head="Kantor")})

    [left] = score_task(task(tmp_path / "semua.csv"), BY_COLUMN).left_out

    assert [problem.code for problem in left.problems] == ["B747"]


def test_two_columns_of_that_name_are_asked_about(tmp_path):
    rows = [["x", *row, "y"] for row in answers(1)]
    put(tmp_path, {"semua.csv": csv_text(rows, ["Unit", *HEADS, "unit"])})

    [left] = score_task(task(tmp_path / "semua.csv"), BY_COLUMN).left_out

    assert [problem.code for problem in left.problems] == ["B748"]


def test_a_file_whose_name_or_column_may_be_the_unit_is_asked_about(tmp_path):
    put(tmp_path, {"semua.csv": of_units(mixed(["A"]), head="Satker")})
    unsure = task(tmp_path / "semua.csv", unit="semua", maybe_by_column=True)

    [left] = score_task(unsure, OPTIONS).left_out

    assert [(problem.code, problem.cell) for problem in left.problems] == [("B750", "B1")]
