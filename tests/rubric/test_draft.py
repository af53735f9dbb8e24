from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.text import normalise, wording
from ipak_cli.rubric.draft import (
    ColumnsDraft,
    IndexDraft,
    ItemDraft,
    ProfileDraft,
    RubricDraft,
    columns_text,
    head_text,
    rubric_text,
    word_text,
)
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document

ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
HEADS = st.lists(
    ANY.map(head_text).filter(lambda head: any(map(str.isalpha, head))),
    min_size=2,
    max_size=5,
    unique_by=normalise,
)
WORDS = st.lists(
    ANY.map(word_text).filter(lambda word: any(map(str.isalpha, wording(word)))),
    min_size=2,
    max_size=4,
    unique_by=wording,
)


def _rubric(heads, words, title="Survei"):
    items = tuple(ItemDraft(f"P{n}", head) for n, head in enumerate(heads, 1))
    labels = {value: (word,) for value, word in enumerate(words, 1)}
    index = IndexDraft("IKA", "Indeks " + title, items)
    return RubricDraft("sendiri", title, "a.xlsx", (1, len(words)), labels, (), (index,))


def _read(text, name="sendiri.yaml"):
    return parse_as_survey(read_document(text.encode(), name)).rubric


@given(HEADS.filter(lambda heads: not any(normalise(head).startswith("p") for head in heads)), WORDS)
def test_whatever_stands_in_heads_and_answers_the_rubric_says_it_again(heads, words):
    rubric = _read(rubric_text(_rubric(heads, words)))
    assert [item.text for item in rubric.items] == heads
    assert [label.words for label in rubric.scale.labels] == [(word,) for word in words]
    assert (rubric.scale.lowest, rubric.scale.highest) == (1, len(words))


@given(ANY)
def test_a_head_and_an_answer_mean_the_same_after_they_were_made_fit_for_a_file(text):
    assert normalise(head_text(text)) == normalise(text)
    if any(map(str.isalpha, wording(text))):
        assert wording(word_text(text)) == wording(text)


def test_a_rubric_says_direction_own_words_and_profiles():
    items = (
        ItemDraft("P1", "Ada pungli", (), {1: ("Ya",), 4: ("Tidak",)}, negative=True),
        ItemDraft("P2", "Rapi"),
    )
    indices = (IndexDraft("A", "Indeks A", items[:1]), IndexDraft("B", "Indeks B", items[1:]))
    profiles = (ProfileDraft("loket", "Loket", ("Loket", "No. Loket")),)
    rubric = _read(rubric_text(RubricDraft("x", "X", "a.csv", (1, 4), {}, (), indices, profiles)))
    assert [item.polarity for item in rubric.items] == ["negative", "positive"]
    assert [(label.value, label.words) for label in rubric.items[0].labels] == [(1, ("Ya",)), (4, ("Tidak",))]
    assert [index.code for index in rubric.indices] == ["A", "B"]
    assert rubric.profiles[0].headers == ("Loket", "No. Loket")
    assert rubric.sample.minimum is None


@given(HEADS, WORDS)
def test_the_part_of_the_settings_has_the_agreed_shape(heads, words):
    draft = ColumnsDraft(
        "a.xlsx",
        "skm-14-2017",
        columns={"U1": heads[:1], "time": ["Waktu kirim"]},
        means={"U2": heads},
        labels={4: words},
        own={"U4": {4: ["Gratis"]}},
        missing=("Tidak tahu", "TT"),
    )
    said = read_document(columns_text(draft).encode(), "ipak.yaml")
    assert said.problems == ()
    assert said.data == {
        "columns": {"U1": heads[:1], "time": ["Waktu kirim"], "U2": {"mean": heads}},
        "answers": {
            "4": words,
            "missing": ["Tidak tahu", "TT"],
            "items": {"U4": {"4": ["Gratis"]}},
        },
    }


def test_words_that_are_known_already_make_no_part_of_answers():
    draft = ColumnsDraft("a.xlsx", "skm-14-2017", {"U1": ["Syarat"]})
    assert "answers" not in read_document(columns_text(draft).encode(), "ipak.yaml").data


def test_every_line_is_short_enough_to_be_read_and_every_choice_has_its_comment():
    text = rubric_text(_rubric(["Syarat", "Alur"], ["Buruk", "Baik"]))
    assert max(map(len, text.splitlines())) <= 100
    for key in ("version", "source", "scale", "blank", "indices", "sample", "smallest_group"):
        at = next(n for n, line in enumerate(text.splitlines()) if line.startswith(f"{key}:"))
        assert text.splitlines()[at - 1].startswith("#"), key


def test_the_examples_for_the_report_are_sound_when_they_are_put_to_use():
    text = rubric_text(_rubric(["Ramah", "Cepat"], ["Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik"]))
    for example in ("word: bintang", "ends: {", "legal_basis:", "  - {id: uu-25-2009"):
        assert text.count("#" + example) == 1
        text = text.replace("#" + example, example)
    rubric = _read(text)
    assert rubric.scale.word == "bintang"
    assert (rubric.scale.ends.lowest, rubric.scale.ends.highest) == ("Tidak Baik", "Sangat Baik")
    assert [each.id for each in rubric.legal_basis] == ["uu-25-2009"]
