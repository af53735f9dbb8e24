"""Fields of a text: told apart by their bytes, whatever their length, and parted at marks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipak_cli.tables import text_column as fields
from ipak_cli.tables.text_column import TextValues
from makers.sheets import column_in_text

TEXTS = st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40))
LIKE = st.lists(
    st.sampled_from(["", "a", "aa", "abcdefgh", "abcdefghi", "abcdefghj", "x" * 300, "x" * 299 + "y", "–"])
)


@given(TEXTS | LIKE)
@example(["abcdefgh" * 2, "abcdefgh" * 3, "abcdefgh"])
@example([f"{n:09}" for n in range(500)] * 2)
def test_a_column_holds_the_texts_and_an_empty_one_is_an_empty_cell(texts):
    column = column_in_text(texts)
    assert column.cells().tolist() == [text or None for text in texts]


@given(LIKE)
def test_equal_texts_are_listed_once_unless_hardly_any_is_like_another(texts):
    column = column_in_text(texts)
    if len(set(texts)) < 100:
        assert len(column.values) == len(set(texts) - {""})


@given(LIKE)
def test_texts_whose_keys_meet_are_still_told_apart(texts):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fields, "_MIX", np.uint64(0))  # of each field only the last word counts
        column = column_in_text([*texts, "abcdefghi", "abcdefgXi", "abcdefgh1i"])
    assert column.cells().tolist()[-3:] == ["abcdefghi", "abcdefgXi", "abcdefgh1i"]


@given(TEXTS)
def test_halves_are_what_stands_before_and_behind_the_first_space_or_t(texts):
    column = column_in_text(texts)
    before, behind = column.values.halves
    for place, text in enumerate(column.values.cells):
        cut = min((at for mark in " T" if (at := text.find(mark)) >= 0), default=len(text))
        if len(text[:cut].encode()) < fields.REACH:
            assert before.cells()[place] == (text[:cut] or None)
            assert behind.cells()[place] == (text[cut + 1 :] or None)


def test_blank_fields_are_known_without_decoding_the_others():
    texts = ["a", " ", "\t\n", "\u00a0", " b", "–"]
    assert column_in_text(texts).blank.tolist() == [False, True, True, True, False, False]


def test_a_mark_that_stands_twice_for_one_is_read_so():
    text = b'a""b' + bytes(fields.REACH)
    column = TextValues.column(text, np.array([0]), np.array([4]), doubled='"')
    assert column.values.cells == ('a"b',)


@given(LIKE, st.data())
def test_a_trimmed_column_holds_the_same_cells_and_no_value_besides(texts, data):
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1))) if texts else []
    column = column_in_text(texts).only(np.array(rows, np.intp))
    assert column.trimmed().cells().tolist() == column.cells().tolist()
    assert set(column.trimmed().values.cells) == {texts[row] for row in rows} - {""}
