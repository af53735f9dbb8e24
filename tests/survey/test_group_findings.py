"""A group that is shown is held against all other respondents; documents keep the finding and no figure."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import say
from ipak_cli.documents.read import read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.certainty.against_rest import GroupFinding, against_rest, said_of_groups
from ipak_cli.survey.certainty.distribution import Distribution
from ipak_cli.survey.own_index import own_of_groups
from ipak_cli.survey.tally import MOST_GROUPS
from makers.exports import write_csv
from makers.rubric_text import SMALL

LOADED = parse_as_survey(read_document(SMALL.encode(), "x.yaml"))
PROFILE = LOADED.rubric.profiles[0]
HIGHER, LOWER = GroupFinding.HIGHER, GroupFinding.LOWER
UNSURE, NOT_COMPARED = GroupFinding.UNSURE, GroupFinding.NOT_COMPARED


def table(folder, name, people):
    """Write people as (group, answer to all items of BERSIH); RAMAH is the highest for all."""
    header = [PROFILE.headers[0], "Asal", *(item.text for item in LOADED.rubric.items)]
    rows = [[group, f"{name} {number}", given, given, 4, 1] for number, (group, given) in enumerate(people)]
    return write_csv(Path(folder) / f"{name}.csv", [header, *rows])


def scored(*files):
    with tempfile.TemporaryDirectory() as folder:
        paths = tuple(table(folder, f"berkas{number}", people) for number, people in enumerate(files))
        return score(ScoreRequest(paths, lenient=True), LOADED, Tool("ipak", "0"))


def breakdown(*files):
    return next(each for each in scored(*files).breakdowns if each.code == PROFILE.code)


def findings(*files):
    return {group.name: group.against_rest["BERSIH"] for group in breakdown(*files).groups}


def distribution(**counts):
    """Make one of ``a1=3``: three respondents with 1."""
    values = {Fraction(name[1:]): count for name, count in counts.items()}
    return Distribution(lowest=Fraction(1), highest=Fraction(4), counts=values)


UNLIKE = [("Guru", 2)] * 10 + [("Murid", 4)] * 12


def test_a_group_wholly_below_the_rest_is_lower_and_the_rest_higher():
    assert findings(UNLIKE) == {"Guru": LOWER, "Murid": HIGHER}


def test_an_index_on_which_all_agree_is_unsure():
    assert {group.against_rest["RAMAH"] for group in breakdown(UNLIKE).groups} == {UNSURE}


def test_with_nine_in_the_group_or_in_the_rest_nothing_is_compared():
    assert findings(UNLIKE[1:]) == {"Guru": NOT_COMPARED, "Murid": NOT_COMPARED}


def test_three_of_ten_against_none_of_ten_is_chance():
    """All ways to draw ten of twenty with three threes: 2 * C(17, 7) / C(20, 10) = 4/19, above 5 %."""
    assert against_rest({"a": (distribution(a3=3, a4=7), distribution(a4=10))}) == {"a": UNSURE}


def test_holm_counts_a_p_as_often_as_groups_are_tested():
    """Five of ten against none: 2 * C(15, 5) / C(20, 10) = 21/646, 3.3 %: enough alone, not among two."""
    pair = (distribution(a3=5, a4=5), distribution(a4=10))
    alike = (distribution(a4=10), distribution(a4=10))

    assert against_rest({"a": pair}) == {"a": LOWER}
    assert against_rest({"a": pair, "b": alike}) == {"a": UNSURE, "b": UNSURE}
    assert against_rest({"a": pair, "b": (distribution(a4=9), distribution(a4=10))}) == {
        "a": LOWER,
        "b": NOT_COMPARED,
    }


def test_a_shown_value_that_goes_the_other_way_leaves_it_open():
    """Whoever left an item out counts in the value that is shown, and has no index of their own."""
    low = replace(distribution(a2=10), published=Fraction(39, 10))

    assert against_rest({"a": (low, distribution(a3=10))}) == {"a": UNSURE}


def test_hidden_and_gathered_groups_have_no_finding_and_are_never_named():
    found = breakdown([*UNLIKE, *[("Tamu", 1)] * 2, *[("Wali", 3)] * 4])

    assert found.gathered is not None
    assert found.gathered.against_rest is None
    said = " ".join(map(say, said_of_groups(found)))
    assert "Guru memberi nilai BERSIH lebih rendah daripada responden lain" in said
    assert "Tamu" not in said
    assert "Wali" not in said


def test_files_add_up_to_what_one_table_says():
    one = scored([*UNLIKE, *[("Tamu", 3)] * 11])
    parted = scored(UNLIKE[::2], UNLIKE[1::2], [("Tamu", 3)] * 11)

    assert one.breakdowns == parted.breakdowns
    assert findings(UNLIKE[::2], UNLIKE[1::2]) == {"Guru": LOWER, "Murid": HIGHER}


def test_parts_add_up_by_value_and_those_without_a_group_leave_it_as_it_is():
    four = {"X": {Fraction(4): 2}}
    parts = [{("p", "a"): four}, {("p", "a"): four, ("p", "b"): {"X": {Fraction(1): 1}}}]

    assert own_of_groups(parts, [("p", "a"), ("p", "c")], ["X"]) == {
        ("p", "a"): {"X": {Fraction(4): 4}},
        ("p", "c"): {"X": {}},
    }
    assert own_of_groups(parts, [("p", "a")], []) == {}


def test_of_free_text_nothing_is_compared():
    found = breakdown([(f"teks {number}", 4) for number in range(MOST_GROUPS + 1)])

    assert found.groups == ()
    assert [*said_of_groups(found)] == []


def test_a_document_holds_the_word_alone_and_one_of_before_is_read():
    document = json.loads(to_json(scored(UNLIKE)))
    (given,) = [each for each in document["breakdowns"] if each["code"] == PROFILE.code]
    assert {group["name"]: group["against_rest"] for group in given["groups"]} == {
        "Guru": {"BERSIH": "lower", "RAMAH": "unsure"},
        "Murid": {"BERSIH": "higher", "RAMAH": "unsure"},
    }
    for each in document["breakdowns"]:
        for group in each["groups"]:
            group.pop("against_rest")

    old = read_survey(json.dumps(document).encode(), "survey.json")
    assert {group.against_rest for each in old.breakdowns for group in each.groups} == {None}
    assert [said for each in old.breakdowns for said in said_of_groups(each)] == []


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([("Guru", 4)] * 10 + [("Murid", 4)] * 10, "belum dapat dibedakan dari nilai responden lain"),
        ([("Guru", 2)] * 5 + [("Murid", 4)] * 20, "tidak dibandingkan dengan responden lain"),
    ],
    ids=["alike", "few"],
)
def test_where_no_group_differs_one_sentence_says_so_of_both_indices(people, said):
    (only,) = map(say, said_of_groups(breakdown(people)))

    assert said in only
    assert "BERSIH dan RAMAH" in only
