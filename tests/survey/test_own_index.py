"""Respondents are counted by their own index, exactly, in documents that tell nothing of a few of them."""

import json
import tempfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.documents.read import read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.report.recount import survey_differences
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.own_index import MOST_OWN, own_of_all
from makers.exports import write_csv
from makers.rubric_text import SMALL

LOADED = parse_as_survey(read_document(SMALL.encode(), "x.yaml"))


def scored(*rows):
    """Score answers to R1 (a third) and R2 (two thirds, high answers are bad); all others are 4."""
    header = ["Asal", *(item.text for item in LOADED.rubric.items)]
    with tempfile.TemporaryDirectory() as folder:
        body = [[f"baris {number}", 4, 4, *row] for number, row in enumerate(rows)]
        file = write_csv(Path(folder) / "jawaban.csv", [header, *body])
        return score(ScoreRequest((file,), lenient=True), LOADED, Tool("ipak", "0"))


def own(*rows):
    return scored(*rows).tally.own


def test_each_respondent_counts_under_the_weighted_mean_of_the_scored_answers():
    """R2 is turned: 1 into 4, 2 into 3. (4 + 2*4)/3 = 4, (3 + 2*3)/3 = 3, (4 + 2*3)/3 = 10/3."""
    found = own((4, 1), (4, 1), (3, 2), (4, 2), (4, 2), (None, 1))

    assert found == {"BERSIH": {"4": 6}, "RAMAH": {"3": 1, "10/3": 2, "4": 2}}


def test_an_index_of_fewer_respondents_than_a_group_is_not_told():
    assert own((4, 1), (4, 1), (3, 2), (4, 2), (None, 2)) == {"BERSIH": {"4": 5}}


def test_documents_add_up_by_value():
    one, other = scored(*[(4, 1)] * 5, (3, 2)).tally, scored(*[(4, 1)] * 4, (4, 2)).tally

    assert (one + other).own == {"BERSIH": {"4": 11}, "RAMAH": {"3": 1, "10/3": 1, "4": 9}}


def test_a_document_that_tells_nothing_leaves_the_sum_without_counts():
    one = scored(*[(4, 1)] * 5).tally

    assert (one + scored((4, 1)).tally).own == {}
    assert (one + replace(one, own=None)).own is None


def test_too_many_values_are_left_out_however_the_respondents_are_parted():
    half = {"X": dict.fromkeys(map(Fraction, range(MOST_OWN // 2 + 1)), 1)}
    rest = {"X": dict.fromkeys(map(Fraction, range(MOST_OWN // 2 + 1, MOST_OWN + 1)), 1)}

    assert own_of_all([half, rest]) == {}
    assert own_of_all([half, {}]) == {}
    assert own_of_all([half, half]) == {"X": dict.fromkeys(map(Fraction, range(MOST_OWN // 2 + 1)), 2)}


def test_a_document_of_before_has_no_counts_and_is_read():
    document = json.loads(to_json(scored(*[(4, 1)] * 5)))
    del document["tally"]["own"]

    assert read_survey(json.dumps(document).encode(), "survey.json").tally.own is None


@pytest.mark.parametrize(
    "counts",
    [{"4": 5, "3": 1}, {"4": 4, "10/3": 1}, {"4": 4, "11/3": 2}, {"9/2": 6}, {"empat": 6}, {"4": 7, "3": -1}],
    ids=["sum", "number", "squares", "off the scale", "no number", "negative"],
)
def test_counts_that_are_not_those_of_the_products_are_told(counts):
    """The products say: five of 4 and one of 10/3, together 70/3."""
    found = scored(*[(4, 1)] * 5, (4, 2))
    altered = replace(found, tally=replace(found.tally, own={"RAMAH": counts}))

    assert [*survey_differences(found, LOADED.rubric)] == []
    assert [*survey_differences(altered, LOADED.rubric)] == ["cacahan responden menurut RAMAH masing-masing"]
