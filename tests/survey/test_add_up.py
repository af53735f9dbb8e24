"""Documents of a rubric add up to what scoring their exports together gives, and tell of no hidden group."""

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.survey import GROUP_NOT_FILLED
from ipak_cli.documents.read import read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.add_up import add_up
from ipak_cli.survey.tally import MOST_GROUPS, GroupSums, ProfileSums
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


@settings(max_examples=15, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_a_group_that_adds_up_is_the_one_of_the_exports_together(exports):
    found = add_up(documents(*exports), RUBRIC, DIGEST)
    shown = {group.name: group for each in scored(*exports).breakdowns for group in each.groups}
    for group in found.groups.get("usia", ()):
        assert group.respondents >= RUBRIC.smallest_group
        assert shown.get(group.name, group) == group


@settings(max_examples=15, deadline=None)
@given(ROWS)
def test_a_document_holds_no_group_that_its_breakdowns_hide(rows):
    (result,) = documents(rows)
    breakdowns = {each.code: each for each in result.breakdowns}
    assert result.tally.profiles.keys() == breakdowns.keys()
    for code, profile in result.tally.profiles.items():
        shown = [(label or GROUP_NOT_FILLED(), sums.respondents) for label, sums in profile.groups.items()]
        assert shown == [(group.name, group.respondents) for group in breakdowns[code].groups]
        assert profile.others == breakdowns[code].hidden_respondents
        assert not shown or profile.others == 0 or profile.others >= RUBRIC.smallest_group


def test_one_group_of_all_small_ones_is_nowhere_in_the_document():
    rows = [("17-30", [4] * ITEMS)] * 9 + [("langka", [1] * ITEMS)] * (RUBRIC.smallest_group - 1)
    text = to_json(scored(rows))
    assert "langka" not in text
    assert "17-30" not in text


def test_a_group_hidden_in_one_document_has_no_figure_in_the_sum():
    many = [(group, [4] * ITEMS) for group in ("17-30", "31-50", "51+") for _ in range(9)]
    few = [(group, [3] * ITEMS) for group in ("17-30", "31-50") for _ in range(9)] + [
        ("51+", [1] * ITEMS)
    ] * RUBRIC.smallest_group
    found = add_up([document(many), document(few)], RUBRIC, DIGEST).groups["usia"]
    assert Counter({group.name: group.respondents for group in found}) == Counter(
        group for group, _ in [*many, *few]
    )
    # One fewer of them is a small group, and another group hides it.
    found = add_up([document(many), document(few[:-1])], RUBRIC, DIGEST).groups["usia"]
    assert [(group.name, group.respondents) for group in found] == [("17-30", 18)]


def sums(label, others=0):
    return ProfileSums({label: GroupSums(5, (5,), (20,))}, others)


@pytest.mark.parametrize(("more", "kept"), [(0, MOST_GROUPS), (1, 0)])
def test_more_groups_than_may_be_are_none(more, kept):
    one = GroupSums(5, (5,), (20,))
    half = MOST_GROUPS // 2
    first = ProfileSums({f"a{n}": one for n in range(half)}, 0)
    other = ProfileSums({f"b{n}": one for n in range(MOST_GROUPS - half + more)}, 0)
    found = first + other
    assert len(found.groups) == kept
    assert sum(group.respondents for group in found.groups.values()) + found.others == 5 * (
        MOST_GROUPS + more
    )


def test_an_unknown_group_counts_among_the_others_whichever_comes_first():
    assert sums("a", 7) + sums("b") == ProfileSums({"a": GroupSums(5, (5,), (20,))}, 12)
    assert sums("b") + sums("a", 7) == ProfileSums({"a": GroupSums(5, (5,), (20,))}, 12)


def test_documents_give_their_groups_in_the_order_of_one_export():
    exports = [
        [(group, [4] * ITEMS) for group, size in sizes.items() for _ in range(size)]
        for sizes in (
            {"> 50": 9, "17-30": 5, "31-50": 7},
            {"31-50": 5, "> 50": 5, "< 17": 8},
            {"Lainnya": 20},
        )
    ]
    found = add_up([*map(document, exports)], RUBRIC, DIGEST).groups["usia"]
    (together,) = scored(*exports).breakdowns
    assert found == together.groups
    assert [group.name for group in found] == ["< 17", "17-30", "31-50", "> 50", "Lainnya"]


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


def test_a_column_of_free_text_has_no_group_in_the_document():
    rows = [
        (f"langka {n}", [4] * ITEMS) for n in range(MOST_GROUPS + 1) for _ in range(RUBRIC.smallest_group)
    ]
    result = document(rows)
    assert result.tally.profiles == {"usia": ProfileSums({}, len(rows))}
    assert add_up([result], RUBRIC, DIGEST).groups == {"usia": ()}
