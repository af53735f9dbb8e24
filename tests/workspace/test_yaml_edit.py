"""Changes to a YAML text: they are made where they belong, and nothing else is touched."""

import copy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.workspace.starter import starter_config
from ipak_cli.workspace.yaml_edit import edited, put_value

EXAMPLE = (Path(__file__).parents[2] / "examples" / "ipak.yaml").read_text(encoding="utf-8")
PLAN = {"actions": ["Memasang papan"], "pic": "Petugas"}


def said(text):
    return dict(read_document(text.encode(), "").data) if text.strip() else {}


def test_what_stays_the_same_changes_no_byte():
    for text in (EXAMPLE, starter_config(), EXAMPLE.replace("\n", "\r\n"), "\ufeff" + EXAMPLE):
        assert edited(text, said(text)) == text


@pytest.mark.parametrize(
    ("text", "wanted", "after"),
    [
        ("a: 1  # satu\nb: 2\n", {"a": "9", "b": "2"}, "a: 9  # satu\nb: 2\n"),
        ("a: 'x'\n", {"a": "Kantor: A"}, 'a: "Kantor: A"\n'),
        ("a: x\n", {"a": "Kantor: A"}, 'a: "Kantor: A"\n'),
        ("a:\n  b: 1\n", {"a": {"b": "1", "c": "dua kata"}}, "a:\n  b: 1\n  c: dua kata\n"),
        ("a:\n    b: 1\n# x\nd: 2\n", {"a": {"b": "1", "c": "2"}, "d": "2"},
         "a:\n    b: 1\n    c: 2\n# x\nd: 2\n"),
        ("a:\n  b: 1\n  #c: 0\n  # lain\n\nd: 2\n", {"a": {"b": "1", "c": "2"}, "d": "2"},
         "a:\n  b: 1\n  #c: 0\n  # lain\n  c: 2\n\nd: 2\n"),
        ("a: 1\n#b:\n#  c: 0\n\n# akhir\n", {"a": "1", "b": {"c": "2"}},
         "a: 1\n#b:\n#  c: 0\nb:\n  c: 2\n\n# akhir\n"),
        ("a: 1", {"a": "1", "b": "2"}, "a: 1\nb: 2\n"),
        ("# hanya komentar\n", {"a": {"b": ["x"]}}, "# hanya komentar\na:\n  b:\n    - x\n"),
        ("", {"a": "1"}, "a: 1\n"),
        ("a: 1\r\nb: {c: 2}\r\n", {"a": "1", "b": {"c": "3"}, "d": {"e": "4"}},
         "a: 1\r\nb: {c: 3}\r\nd:\r\n  e: 4\r\n"),
        ("a: {b: 1, c: x y}  # k\n", {"a": {"b": "1", "d": "2, 3"}}, 'a: {b: 1, d: "2, 3"}  # k\n'),
        ("a: {}\n", {"a": {"b": "1"}}, "a: {b: 1}\n"),
        ("a:\nb: 1\n", {"a": {"c": "2"}, "b": "1"}, "a:\n  c: 2\nb: 1\n"),
        ("a:\nb: 1\n", {"a": "2", "b": "1"}, "a: 2\nb: 1\n"),
        ("a: ~\n", {"a": "2"}, "a: 2\n"),
        ("a: >-\n  panjang\n  sekali\n\nb: 1\n", {"a": "pendek", "b": "1"}, "a: pendek\n\nb: 1\n"),
        ("a:\n  - x  # satu\n  - y\n", {"a": ["x", "z", "w"]}, "a:\n  - x  # satu\n  - z\n  - w\n"),
        ("a:\n- x\n- y # dua\n- z\nb: 1\n", {"a": ["x"], "b": "1"}, "a:\n- x\nb: 1\n"),
        ("a:\n  b: 1 # hilang\n  # tetap\n  c: 2\n", {"a": {"c": "2"}}, "a:\n  # tetap\n  c: 2\n"),
        ("a: 1\nb:\n  c: 1\n", {"a": "1"}, "a: 1\n"),
        ("a: x\n", {"a": ["x", "z"]}, "a:\n  - x\n  - z\n"),
        ("a: [x]  # k\n", {"a": ["x", "y z"]}, 'a: [x, "y z"]  # k\n'),
        ("a: 1\n# >>> p >>>\nb: 2\n# <<< p <<<\n", {"a": "1", "b": "2", "c": "3"},
         "a: 1\n# >>> p >>>\nb: 2\n# <<< p <<<\nc: 3\n"),
        ("---\na: 1\n...\n", {"a": "1", "b": "2"}, "---\na: 1\nb: 2\n...\n"),
        ("a: {b: {c: 1}, d:}\n", {"a": {"b": {"c": "1", "e": "2"}, "d": None}}, "a: {b: {c: 1, e: 2}, d:}\n"),
        ("a: {b: x, d: ~}\n", {"a": {"b": {"c": "1"}, "d": None}}, "a: {b: {c: 1}, d: null}\n"),
        ("a:\n  - b: 1\n    c: 2\nd: 3\n", {"a": ["x"], "d": "3"}, "a:\n  - x\nd: 3\n"),
        ("a:\n  - b: 1\nd:\n", {"a": [{"b": "1"}, "x"], "d": None}, "a:\n  - b: 1\n  - x\nd:\n"),
        ("a: [x]\nb: '~'\n", {"a": [], "b": "~"}, "a: []\nb: '~'\n"),
        ("a: 1\n", {"a": "ya # bukan"}, 'a: "ya # bukan"\n'),
        ("a: 1\n", {"a": "007"}, 'a: "007"\n'),
        ("a: 1\n", {"a": "no"}, 'a: "no"\n'),
        ("a: 1\n", {"a": "satu\ndua"}, 'a: "satu\\ndua"\n'),
    ],
)  # fmt: skip
def test_a_change_is_made_where_it_belongs(text, wanted, after):
    assert edited(text, wanted) == after
    assert said(after) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: [x,\n  y,  # catatan\n  z]\n", {"a": ["x"]}),
        ("a: {b: 1,  # catatan\n  c: 2}\n", {"a": {"b": "1"}}),
        ("a:\n  b: 1\n  # catatan di tengah\n  c: 2\nd: 3\n", {"d": "3"}),
        ("a:\n  - b: 1\n", {"a": [{"b": "2"}]}),
        ("a:\n  - b: 1\n    # catatan\n    c: 2\n", {"a": ["x"]}),
        ("- a\n", {"a": "1"}),
    ],
)
def test_what_would_lose_a_comment_or_is_not_understood_is_left_to_a_person(text, wanted):
    assert edited(text, wanted) is None


def test_a_plan_of_all_items_goes_below_its_example_and_the_rest_stays_to_the_byte():
    text = starter_config()
    wanted = said(text) | {"follow_up": {f"I{n}": PLAN for n in range(1, 15)}}
    after = edited(text, wanted)
    head, _, rest = after.partition("\nfollow_up:\n")
    assert head.endswith("#    status: berjalan")
    assert head + "\n" + rest[rest.index("\n\n# Formulir") :].removeprefix("\n") == text
    assert said(after) == wanted


TEXTS = st.text(
    st.characters(max_codepoint=0x2FF, exclude_categories=("Cc", "Cf")),
    min_size=1,
).map(str.strip).filter(bool)  # fmt: skip


@st.composite
def changes(draw):
    """Change, add and remove values at random places of the example."""
    wanted = copy.deepcopy(said(EXAMPLE))
    for _ in range(draw(st.integers(1, 6))):
        part = draw(st.sampled_from(["unit", "signatory", "report", "quarters", "follow_up"]))
        inside = wanted.setdefault(part, {})
        key = draw(st.sampled_from([*inside, "nama", "baru"]))
        if draw(st.booleans()) and isinstance(inside.get(key), dict):
            inside[key][draw(st.sampled_from([*inside[key], "lain"]))] = draw(TEXTS)
        elif draw(st.booleans()) and len(inside) > 1:
            inside.pop(key, None)
        else:
            inside[key] = draw(st.one_of(TEXTS, st.lists(TEXTS, min_size=1, max_size=3)))
    return wanted


@given(changes(), st.sampled_from(["\n", "\r\n"]))
def test_any_change_is_said_and_the_lines_of_the_other_parts_stay(wanted, end):
    text = EXAMPLE.replace("\n", end)
    after = edited(text, wanted)
    assert after is not None
    assert said(after) == wanted
    kept = text[: text.index("unit:")]
    assert after.startswith(kept)
    middle = text[text.index("directors:") : text.index("report:")]
    assert middle in after


PLACES = st.sampled_from(
    [
        ("unit", "name"), ("unit", "website"), ("signatory", "nip"), ("report", "link"), ("timezone",),
        ("targets", "items", "I1"), ("periods", "IV-2024", "note"), ("follow_up", "I6", "pic"),
        ("directors",), ("legal_basis",), ("rubrics", "survey"), ("sources",), ("answers", "4"),
        ("run", "deadline"),
    ]
)  # fmt: skip


@given(st.dictionaries(PLACES, st.one_of(TEXTS, st.lists(TEXTS, min_size=2, max_size=4)), min_size=1))
def test_what_is_added_or_changed_costs_no_comment(values):
    text = starter_config()
    wanted = copy.deepcopy(said(text))
    for path, value in values.items():
        put_value(wanted, path, value)
    after = edited(text, wanted)
    assert after is not None
    assert said(after) == wanted
    assert [line for line in after.splitlines() if line.lstrip().startswith("#")] == [
        line for line in text.splitlines() if line.lstrip().startswith("#")
    ]


def test_a_removed_value_takes_parts_along_that_hold_nothing_else():
    data = {"a": {"b": {"c": "1"}, "d": "2"}}
    put_value(data, ("a", "b", "c"), None)
    assert data == {"a": {"d": "2"}}
    put_value(data, ("a", "d"), None)
    put_value(data, ("x", "y"), None)
    assert data == {}
