"""One task: pure, told apart by its digest, and never the end of the others."""

from dataclasses import replace
from pathlib import Path

from ipak_cli.jobs.score import ScoreRequest, score_each_period
from ipak_cli.rollup.exports.score import score_task, score_tasks
from ipak_cli.rollup.exports.task import ExportFile, ExportTask
from ipak_cli.rollup.read import survey_facts
from makers.raw_exports import OPTIONS, RUBRIC, answers, csv_text, put, task

EXAMPLE = Path(__file__).parents[3] / "examples/masuk/ipak-ipkp-2024-tw3.xlsx"


def test_the_same_task_gives_the_same_however_often_and_wherever_the_file_is(tmp_path):
    for name in ("satu", "dua"):
        put(tmp_path / name, {"A.csv": csv_text(answers(1))})
    one, two = (task(tmp_path / name / "A.csv", unit="A") for name in ("satu", "dua"))

    first = score_task(one, OPTIONS)

    assert len(first.facts) == 1
    assert score_task(one, OPTIONS) == first
    assert score_task(two, OPTIONS).facts == first.facts


def test_another_file_unit_or_reading_is_another_document(tmp_path):
    put(tmp_path, {"A.csv": csv_text(answers(1)), "B.csv": csv_text(answers(2))})
    one = task(tmp_path / "A.csv", unit="A")
    others = [
        score_task(one, OPTIONS),
        score_task(task(tmp_path / "B.csv", unit="A"), OPTIONS),
        score_task(replace(one, unit="B"), OPTIONS),
        score_task(one, replace(OPTIONS, lenient=True)),
    ]

    assert len({facts.document.digest for outcome in others for facts in outcome.facts}) == 4


def test_a_mistake_of_the_program_in_one_file_is_told_and_the_next_is_scored(tmp_path):
    put(tmp_path, {"A.csv": csv_text(answers(1))})
    impossible = ExportTask((ExportFile(None, "aneh.csv"),), "X")

    broken, sound = score_tasks([impossible, task(tmp_path / "A.csv", unit="A")], OPTIONS)

    assert [(each.code, each.source) for each in broken.left_out[0].problems] == [("B755", "aneh.csv")]
    assert len(sound.facts) == 1


def test_figures_alone_are_the_figures_of_a_whole_result():
    """What a roll-up does not keep is not made: groups and suggestions, and nothing else."""
    request = ScoreRequest((EXAMPLE,), population=90)
    [whole] = score_each_period(request, RUBRIC, OPTIONS.tool)
    [alone] = score_each_period(replace(request, figures_only=True), RUBRIC, OPTIONS.tool)

    assert whole.breakdowns
    assert whole.suggestions.shown
    assert alone == replace(whole, breakdowns=(), suggestions=alone.suggestions)
    assert not alone.suggestions.shown
    assert survey_facts(alone, "0", "") == survey_facts(whole, "0", "")


def test_no_text_of_a_respondent_is_kept(tmp_path):
    rows = [[*row, "Bu Sulastri baik sekali"] for row in answers(1)]
    head = csv_text([]).splitlines()[0]
    put(tmp_path, {"A.csv": head + ",Saran/masukan\n" + csv_text(rows).split("\n", 1)[1]})

    outcome = score_task(task(tmp_path / "A.csv", unit="A"), OPTIONS)

    assert len(outcome.facts) == 1
    assert "Sulastri" not in repr(outcome)
