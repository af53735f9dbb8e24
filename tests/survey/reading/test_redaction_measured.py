"""What redaction finds of planted personal data, in texts that were written before its rules."""

import pytest
from redaction import BUILD, HELD_OUT, KINDS, NEUTRAL, is_changed, measure, read_texts

FOUND, CHANGED = measure(HELD_OUT)


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("titled", 95),
        ("bare", 95),
        ("small", 90),
        ("signature", 95),
        ("regional", 70),
        ("role", 90),
        ("phone", 95),
        ("email", 80),
        ("address", 90),
        ("plate", 90),
        ("birth", 90),
        ("number", 95),
        ("handle", 80),
    ],
)
def test_of_each_kind_so_many_in_a_hundred_go(kind, least):
    assert FOUND[kind].percent >= least


def test_of_a_hundred_neutral_texts_one_may_be_changed():
    assert 100 * len(CHANGED) <= len(read_texts(HELD_OUT)[NEUTRAL])


def test_few_words_go_beside_the_pieces():
    texts = [text for kind, mine in read_texts(HELD_OUT).items() if kind != NEUTRAL for text in mine]
    assert sum(found.lost for found in FOUND.values()) <= len(texts) / 50


@pytest.mark.parametrize("path", [BUILD, HELD_OUT], ids=["build", "held out"])
def test_both_parts_have_every_kind(path):
    texts = read_texts(path)
    assert texts.keys() == {*KINDS, NEUTRAL}
    assert len(texts[NEUTRAL]) >= 100


def test_no_text_stands_in_both_parts():
    texts = [
        text.casefold() for part in (BUILD, HELD_OUT) for mine in read_texts(part).values() for text in mine
    ]
    build, held = (
        {t.casefold() for mine in read_texts(part).values() for t in mine} for part in (BUILD, HELD_OUT)
    )
    assert len(texts) >= 900
    assert build & held == set()


def test_the_part_that_the_rules_were_made_with_is_unharmed():
    assert [text for text in read_texts(BUILD)[NEUTRAL] if is_changed(text)] == []
