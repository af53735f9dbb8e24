"""An input that is for another period now, or fails: its former result goes, or stays and is told."""

import json

import openpyxl
import pytest

from ipak_cli.catalogue.drive import (
    FORMER_RESULT_KEPT,
    FORMER_RESULT_WITHDRAWN,
    RESULT_OLDER_THAN_FAILING_INPUT,
    STORED_FIGURE_NOT_IN_SETTINGS,
)
from ipak_cli.workspace.superseded import without_answers
from makers.nights import AGAIN, EXPORTS, MOVED, fresh, office, results, word
from makers.runs import BROKEN, EXAMPLES, LONG_AGO, arrive, run

PEKPPP = "pekppp-2024.xlsx"
Q3, Q4 = "III-2024", "IV-2024"


@pytest.fixture
def folder(tmp_path):
    return office(tmp_path / "unit")


def told(problems, entry):
    """Return what the problems of one kind say."""
    return [
        {key: str(value) for key, value in each.values.items()} for each in problems if each.entry == entry
    ]


def put(folder, content, night, name="a.csv"):
    """Put an input in place and let a night pass; return the problems of the run."""
    arrive(folder, name, content, LONG_AGO + night)
    return run(folder, nights=night).workspaces[0].problems


def stored(folder, period):
    return folder / "hasil" / period / "survey.json"


def test_a_result_goes_when_the_dates_of_its_input_are_corrected_to_another_period(folder):
    put(folder, AGAIN, 0)
    made = stored(folder, Q4).read_bytes()
    (said,) = told(put(folder, EXPORTS[3, 12], 1), FORMER_RESULT_WITHDRAWN)
    assert (said["period"], said["now"]) == (Q4, Q3)
    assert results(folder) == fresh(folder)
    assert [each.read_bytes() for each in (folder / "hasil" / Q4 / "lama").iterdir()] == [
        without_answers(made)
    ]
    assert not list((folder / "laporan" / Q4).glob("*.html"))
    assert [each.period for each in word(folder)[0].periods] == [Q3]
    assert run(folder, nights=2).workspaces[0].problems == ()


def test_other_answers_under_an_old_name_leave_the_result_of_the_former_period_and_say_so(folder):
    put(folder, EXPORTS[2, 12], 0)
    made = stored(folder, "II-2024").read_bytes()
    problems = put(folder, EXPORTS[3, 12], 1)
    (said,) = told(problems, FORMER_RESULT_KEPT)
    assert (said["period"], said["now"]) == ("II-2024", Q3)
    assert stored(folder, "II-2024").read_bytes() == made
    assert not told(problems, FORMER_RESULT_WITHDRAWN)


def test_what_the_office_stored_itself_stays_and_is_named(folder):
    put(folder, AGAIN, 0)
    own = json.loads(stored(folder, Q4).read_bytes()) | {"population": 70}
    stored(folder, Q4).write_text(json.dumps(own))
    (said,) = told(put(folder, EXPORTS[3, 12], 1), FORMER_RESULT_KEPT)
    assert said["period"] == Q4
    now = json.loads(stored(folder, Q4).read_bytes())
    assert [each["code"] for each in now["problems"]] == ["W425"]
    assert now["population"] == 70


def test_a_period_that_another_input_has_by_now_keeps_the_result_of_that(folder):
    put(folder, AGAIN, 0)
    arrive(folder, "b.csv", AGAIN, LONG_AGO + 1)
    problems = put(folder, EXPORTS[3, 12], 1)
    assert not told(problems, FORMER_RESULT_WITHDRAWN) + told(problems, FORMER_RESULT_KEPT)
    run(folder, nights=2)
    assert results(folder) == fresh(folder)
    assert stored(folder, Q4).exists()


def test_two_inputs_that_change_places_are_both_counted(folder):
    arrive(folder, "b.csv", MOVED[1])
    put(folder, MOVED[0], 0)
    arrive(folder, "b.csv", MOVED[0], LONG_AGO + 1)
    put(folder, MOVED[1], 1)
    assert results(folder) == fresh(folder)
    assert [each.period for each in word(folder)[0].periods] == ["I-2023", "II-2023"]


def test_an_input_that_moves_to_a_period_of_another_leaves_its_own(folder):
    arrive(folder, "b.csv", EXPORTS[3, 11])
    put(folder, AGAIN, 0)
    put(folder, EXPORTS[3, 12], 1)
    assert results(folder) == fresh(folder)
    assert not stored(folder, Q4).exists()


def test_an_input_that_fails_keeps_its_result_which_is_told_to_be_older_until_it_is_mended(folder):
    put(folder, AGAIN, 0)
    for night in (1, 2):
        (said,) = told(put(folder, BROKEN, night), RESULT_OLDER_THAN_FAILING_INPUT)
        assert said["period"] == Q4
        assert len(told(word(folder)[0].problems, RESULT_OLDER_THAN_FAILING_INPUT)) == 1
    assert stored(folder, Q4).exists()
    problems = put(folder, EXPORTS[3, 12], 3)
    assert not told(problems, RESULT_OLDER_THAN_FAILING_INPUT)
    assert len(told(problems, FORMER_RESULT_WITHDRAWN)) == 1
    assert results(folder) == fresh(folder)
    assert word(folder)[1]


def test_a_self_assessment_whose_period_is_corrected_leaves_the_former(folder):
    path = arrive(folder, PEKPPP, (EXAMPLES / "masuk" / PEKPPP).read_bytes())
    run(folder)
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book["Penilaian"].iter_rows(max_row=5) for cell in row if cell.value == Q4]
    (cell,) = cells
    cell.value = Q3
    book.save(path)
    (said,) = told(run(folder, nights=1).workspaces[0].problems, FORMER_RESULT_WITHDRAWN)
    assert (said["period"], said["now"]) == (Q4, Q3)
    assert results(folder) == fresh(folder)


def test_a_population_that_the_settings_do_not_say_is_told_by_run_and_status(folder):
    (folder / "ipak.yaml").write_text(f"version: 1\nperiods:\n  {Q3}: {{population: 70}}\n")
    put(folder, EXPORTS[3, 12], 0)
    (folder / "ipak.yaml").write_text("version: 1\n")
    (folder / ".ipak" / "memory.json").unlink()
    (said,) = told(run(folder, nights=1).workspaces[0].problems, STORED_FIGURE_NOT_IN_SETTINGS)
    assert (said["key"], said["value"], said["period"]) == ("population", "70", Q3)
    assert len(told(word(folder)[0].problems, STORED_FIGURE_NOT_IN_SETTINGS)) == 1
    (folder / "ipak.yaml").write_text(f"version: 1\nperiods:\n  {Q3}: {{population: 70}}\n")
    assert not told(word(folder)[0].problems, STORED_FIGURE_NOT_IN_SETTINGS)
