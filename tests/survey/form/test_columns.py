from __future__ import annotations

import pytest

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.form.columns import Use, read_form
from ipak_cli.tables.open import open_any
from makers.exports import EXAMPLES, write_csv, write_xlsx
from makers.unknown_forms import (
    APP_HEADS,
    app_form,
    five_point_form,
    form,
    numbered_form,
    own_words_form,
    times,
    turns,
    write_two_row_heads,
)

SKM = load_rubric("skm-14-2017").rubric


def _form(tmp_path, rows):
    return read_form(open_any(write_xlsx(tmp_path / "a.xlsx", rows)).sheets[0], SKM)


def _letters(found, use):
    return [column.letters for column in found.of(use)]


def test_an_apps_own_heads_are_told_apart(tmp_path):
    found = _form(tmp_path, app_form())
    assert [column.head for column in found.of(Use.ITEM)] == APP_HEADS
    assert _letters(found, Use.TIME) == ["A"]
    assert _letters(found, Use.PROFILE) == ["C"]
    assert _letters(found, Use.OWN_WORDS) == ["B", "M"]
    assert found.row == 1


def test_nothing_of_names_addresses_and_free_text_is_kept(tmp_path):
    for rows in (app_form(), own_words_form()):
        found = _form(tmp_path, rows)
        kept = repr(found)
        for row in rows[1:]:
            assert str(row[1]) not in kept
        assert "kursinya" not in kept


def test_names_in_a_column_whose_head_does_not_say_so_are_no_choices(tmp_path):
    names = ["Budi Rahmat", "Siti Aminah", "Joko Susilo"]
    rows = form(
        ["Waktu", "Petugas", "Syarat", "Alur"],
        [times(12), turns(names, 12), turns(["Baik", "Buruk"], 12), turns(["Buruk", "Baik"], 12)],
    )
    found = _form(tmp_path, rows)
    assert found.column(2).choices == ()
    assert _letters(found, Use.ITEM) == ["C", "D"]


def test_words_that_several_columns_share_are_items_whatever_they_are(tmp_path):
    found = _form(tmp_path, own_words_form(words=("Oke", "Mantap", "Tidak tahu")))
    assert _letters(found, Use.ITEM) == ["C", "D", "E"]
    assert set(found.column(3).words) == {"Oke", "Mantap", "Tidak tahu"}


def test_footers_are_no_answers(tmp_path):
    found = _form(tmp_path, numbered_form())
    assert len(found.of(Use.ITEM)) == 9
    assert {choice.number for column in found.of(Use.ITEM) for choice in column.choices} == {3, 4}


def test_heads_in_two_rows_below_a_title_are_found(tmp_path):
    write_two_row_heads(tmp_path / "dua.xlsx")
    found = read_form(open_any(tmp_path / "dua.xlsx").sheets[0], SKM)
    assert found.row == 3
    assert [column.head for column in found.of(Use.ITEM)] == [
        "Tidak ada pungli",
        "Tidak ada calo",
        "Ruang bersih",
        "Petugas ramah",
    ]
    assert (_letters(found, Use.TIME), _letters(found, Use.PROFILE)) == (["A"], ["B"])


def test_a_semicolon_file_is_read_alike(tmp_path):
    path = write_csv(tmp_path / "a.csv", five_point_form(), delimiter=";")
    found = read_form(open_any(path).sheets[0], SKM)
    assert _letters(found, Use.ITEM) == ["B", "C", "D"]


@pytest.mark.parametrize(
    ("cell", "number", "word"),
    [
        ("4 - Sangat Baik", 4, "Sangat Baik"),
        ("Baik (3)", 3, "Baik"),
        ("b. Kurang", None, "Kurang"),
        ("★★☆☆", 2, None),
    ],
)
def test_a_choice_is_a_number_a_word_or_both(tmp_path, cell, number, word):
    rows = form(["Waktu", "Syarat", "Alur"], [times(4), [cell] * 4, [cell] * 4])
    (choice,) = _form(tmp_path, rows).column(2).choices
    assert (choice.number, choice.word, choice.times) == (number, word, 4)


def test_a_word_in_several_writings_is_one_choice(tmp_path):
    rows = form(["Waktu", "Syarat"], [times(4), ["Baik", "baik ", "Baik", "BURUK"]])
    choices = _form(tmp_path, rows).column(2).choices
    assert [(choice.word, choice.times) for choice in choices] == [("Baik", 3), ("BURUK", 1)]


@pytest.mark.parametrize("rows", [[[1, 2, 3]] * 5, [["Judul"]], []])
def test_a_sheet_without_a_row_of_heads_is_no_form(tmp_path, rows):
    assert _form(tmp_path, rows) is None


def test_thirteen_different_words_are_no_choices_and_twelve_are(tmp_path):
    words = [f"Pilihan {letter}" for letter in "abcdefghijklm"]
    rows = form(["Waktu", "A1", "B1"], [times(26), turns(words, 26), turns(words[:12], 26)])
    found = _form(tmp_path, rows)
    assert found.column(2).choices == ()
    assert len(found.column(3).choices) == 12


def test_how_often_each_choice_was_made_is_counted_whatever_way_it_is_stored(tmp_path):
    rows = [["Waktu", "Ramah", "Cepat"]]
    ways = turns([4, "4", 4.0, "4 "], 12), turns(["Baik", "Baik ", "baik"], 12)
    rows += [list(row) for row in zip(times(12), *ways, strict=True)]
    (sheet,) = open_any(write_xlsx(tmp_path / "ekspor.xlsx", rows)).sheets
    columns = read_form(sheet, SKM).columns
    counts = [[each.times for each in column.choices] for column in columns]
    assert counts == [[], [12], [12]]


def test_every_respondent_of_the_example_is_counted_in_every_item():
    (sheet, *_) = open_any(EXAMPLES / "ipak-ipkp-2024-tw4.xlsx").sheets
    items = read_form(sheet, load_rubric("ipak-ipkp").rubric).of(Use.ITEM)
    assert {sum(each.times for each in item.choices) for item in items} == {24}
