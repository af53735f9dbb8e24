"""Documents of a rubric add up to what scoring their exports together gives, and tell of no hidden group."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ipak_cli.base.provenance import Tool
from ipak_cli.documents.read import read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.add_up import add_up
from ipak_cli.survey.tally import MOST_GROUPS
from makers.exports import write_csv
from makers.rubric_text import SMALL

LOADED = parse_as_survey(read_document(SMALL.encode(), "x.yaml"))
RUBRIC, DIGEST = LOADED.rubric, LOADED.digest
HEADER = ["Asal", "Usia", *(item.text for item in RUBRIC.items)]
ITEMS = len(RUBRIC.items)

ANSWERS = st.lists(st.sampled_from([1, 2, 3, 4, 4, 4, None]), min_size=ITEMS, max_size=ITEMS)
ROWS = st.lists(st.tuples(st.sampled_from(["17-30", "31-50", "51+", None]), ANSWERS), max_size=24).map(
    lambda rows: [*rows, ("17-30", [4] * ITEMS)]
)


def scored(*exports):
    """Score tables of (group, answers) as one survey, each in a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        files = tuple(
            write_csv(
                Path(folder) / f"{n}.csv",
                [HEADER, *([f"berkas {n}", group, *answers] for group, answers in rows)],
            )
            for n, rows in enumerate(exports)
        )
        return score(ScoreRequest(files, lenient=True), LOADED, Tool("ipak", "0"))


def document(*exports):
    """Return the result that the document of these exports holds."""
    return read_survey(to_json(scored(*exports)).encode(), "survey.json")


def documents(*exports):
    """Return the documents of exports that are sound each for itself: what is refused has no tally."""
    found = [document(rows) for rows in exports]
    assume(all(result.tally for result in found))
    return found


def alphas(result):
    return {f"alpha_{code}": value for code, value in result.reliability.items()}


@settings(max_examples=15, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_documents_add_up_to_what_their_exports_give_together(exports):
    found = add_up(documents(*exports), RUBRIC, DIGEST)
    together = scored(*exports)

    assert found.respondents == together.respondents
    assert found.scores.items == together.items
    assert found.scores.indices == together.indices
    assert found.scores.combined == together.combined
    assert found.scores.distribution == together.distribution
    assert alphas(found) == {
        each.code: each.value for each in together.quality if each.code.startswith("alpha_")
    }


def test_one_group_of_all_small_ones_is_nowhere_in_the_document():
    rows = [("17-30", [4] * ITEMS)] * 9 + [("langka", [1] * ITEMS)] * (RUBRIC.smallest_group - 1)
    text = to_json(scored(rows))
    assert "langka" not in text
    assert "17-30" not in text


RESULT = scored([("17-30", [4] * ITEMS)] * 6)


@pytest.mark.parametrize(
    ("results", "digest"),
    [
        ([], DIGEST),
        ([RESULT], "sha256:lain"),
        ([RESULT, replace(RESULT, tally=None)], DIGEST),
        ([replace(RESULT, items=RESULT.items[1:])], DIGEST),
    ],
    ids=["none", "rubric", "bad input", "fewer items"],
)
def test_what_does_not_add_up_is_refused(results, digest):
    with pytest.raises(ValueError, match=r"result|tally"):
        add_up(results, RUBRIC, digest)


def test_bad_input_has_no_tally():
    assert scored([]).tally is None


def test_a_document_holds_no_more_of_a_group_than_is_printed():
    rows = [("17-30", [4, 3, 3, 3])] * 9 + [("31-50", [4, 4, 4, 3])] * 12
    plain = json.loads(to_json(scored(rows)))
    assert plain["tally"].keys() == {"total", "products", "own"}
    assert [
        (group["name"], group["respondents"], group["indices"])
        for each in plain["breakdowns"]
        for group in each["groups"]
    ] == [
        ("17-30", 9, {"BERSIH": {"rounded": "87.50"}, "RAMAH": {"rounded": "58.33"}}),
        ("31-50", 12, {"BERSIH": {"rounded": "100.00"}, "RAMAH": {"rounded": "66.67"}}),
    ]


def test_a_column_of_free_text_has_no_group_in_the_document():
    rows = [
        (f"langka {n}", [4] * ITEMS) for n in range(MOST_GROUPS + 1) for _ in range(RUBRIC.smallest_group)
    ]
    text = to_json(document(rows))
    assert "langka" not in text
    assert "terlalu banyak isian yang berbeda" in text
