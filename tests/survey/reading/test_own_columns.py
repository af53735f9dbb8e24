"""The heads of an office's own form win over what the reader finds; those that a file lacks are told."""

import pytest

from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.survey.reading.sheet_layout import match_layout
from makers.own_forms import NAMES, own_form

ANSWERS = [4] * 9


def matched(settings, header, *rows):
    form = own_form(settings)
    return match_layout([header, *rows], form.asked, Where("uji.xlsx", "Lembar"), form.heads)


def told(match, code):
    return [(each.where.cell, message_of(each)) for each in match.problems if each.code == code]


def test_an_own_head_is_the_item_s_column_and_what_else_asks_the_item_is_not():
    header = [*NAMES, "Syarat mudah dipenuhi"]
    match = matched("columns:\n  U1: [Syarat mudah dipenuhi]\n", header)
    assert match.layout.items["U1"] == 10
    assert match.layout.unused == {1: "Persyaratan"}
    assert match.problems == ()


@pytest.mark.parametrize(
    "head",
    [
        "SYARAT MUDAH DIPENUHI",
        " syarat  mudah dipenuhi? ",
        "Syarat\nmudah\r\ndipenuhi",
        "Syarat\N{NO-BREAK SPACE}mudah\N{NO-BREAK SPACE}dipenuhi",
        "syarat_mudah_dipenuhi",
        "Syarat mudah dipenuhi *",
    ],
)
def test_letter_case_punctuation_and_any_space_make_no_difference_to_a_head(head):
    match = matched("columns:\n  U1: [Syarat mudah dipenuhi]\n", [head, *NAMES[1:]])
    assert match.layout.items["U1"] == 1
    assert match.problems == ()


def test_own_heads_may_be_the_codes_of_other_items():
    header = ["U2", "U1", *NAMES[2:]]
    match = matched("columns:\n  U1: [U2]\n  U2: [U1]\n", header)
    assert (match.layout.items["U1"], match.layout.items["U2"]) == (1, 2)
    assert match.problems == ()


def test_codes_that_forms_swap_are_no_question_where_the_office_says_which_they_are():
    header = [*NAMES[:7], "U8", "U9"]
    assert matched("", header).layout.coded == {8, 9}
    match = matched("columns:\n  U8: [U9]\n  U9: [U8]\n", header)
    assert (match.layout.items["U8"], match.layout.items["U9"], match.layout.coded) == (9, 8, frozenset())


def test_the_header_is_found_by_own_heads_alone():
    heads = [f"Tanya {letter}" for letter in "ABCDEFGHI"]
    settings = "columns:\n" + "".join(f"  U{n}: [{head}]\n" for n, head in enumerate(heads, 1))
    match = matched(settings, ["Judul"], heads, ANSWERS)
    assert match.layout.header_rows == (2, 2)
    assert [match.layout.items[f"U{n}"] for n in range(1, 10)] == list(range(1, 10))
    assert matched("", ["Judul"], heads, ANSWERS).layout is None


def test_two_columns_with_the_head_of_an_item_are_an_error():
    match = matched("columns:\n  U1: [Nilai]\n", ["Nilai", "nilai", *NAMES[1:]])
    assert [cell for cell, _ in told(match, "K203")] == ["B1"]


def test_the_time_is_the_column_that_the_office_names():
    rows = [["2024-10-05 09:00", "2024-11-05 09:00", *ANSWERS]] * 3
    header = ["Dicatat", "Timestamp", *NAMES]
    assert matched("", header, *rows).layout.time == 2
    match = matched("columns:\n  time: [Dicatat]\n", header, *rows)
    assert (match.layout.time, match.problems) == (1, ())


def test_the_office_names_a_profile_suggestions_and_who_answered():
    settings = "columns:\n  usia: [Kelompok]\n  suggestion: [Catatan bebas]\n  identity: [Pengisi]\n"
    header = [*NAMES, "Umur", "Kelompok", "Saran", "Catatan bebas", "Pengisi"]
    layout = matched(settings, header).layout
    assert layout.profiles["usia"] == 11
    assert (layout.suggestions, layout.identities) == ((13,), (14,))
    assert layout.persons == {"Pengisi": 14}
    assert sorted(layout.unused) == [10, 12, 13][:2]


@pytest.mark.parametrize("code", ["time", "usia"])
def test_two_columns_for_one_time_or_profile_are_an_error(code):
    match = matched(f"columns:\n  {code}: [Isian, Lain]\n", [*NAMES, "Isian", "Lain"])
    ((cell, message),) = told(match, "K263")
    assert cell == "K1"
    assert "J1 “Isian” dan K1 “Lain”" in message


def test_an_ignored_column_is_asked_about_nowhere():
    match = matched(
        "columns:\n  ignore: [Setuju, Persyaratan lama]\n", ["Persyaratan lama", *NAMES, "Setuju"]
    )
    assert match.layout.ignored == {1, 11}
    assert match.problems == ()
    assert match.layout.items["U1"] == 2

    lacking = matched("columns:\n  ignore: [Setuju]\n", ["Lain", *NAMES[1:], "Setuju"])
    ((_, message),) = told(lacking, "K202")
    assert "A1 “Lain”" in message
    assert "Setuju" not in message


def test_a_head_that_the_file_lacks_is_a_warning_where_the_item_is_found_otherwise():
    match = matched("columns:\n  U1: [Syarat mudah, Syarat gampang]\n", ["Syarat mudahh", *NAMES])
    ((cell, message),) = told(match, "K260")
    assert cell == "B1"
    assert message == (
        "tidak ada kolom “Syarat mudah” atau “Syarat gampang” yang disebut ipak.yaml untuk U1; yang paling "
        "mirip A1 “Syarat mudahh”; U1 dibaca dari B1 “Persyaratan”"
    )
    assert match.layout.items["U1"] == 2


def test_a_head_that_the_file_lacks_is_an_error_where_the_item_has_no_other_column():
    match = matched("columns:\n  U1: [Syarat mudah]\n", ["Hal lain", *NAMES[1:]])
    ((_, message),) = told(match, "K261")
    assert "tidak ada yang mirip" in message
    assert told(match, "K202") == []


@pytest.mark.parametrize("code", ["usia", "suggestion", "identity", "ignore"])
def test_a_head_for_no_item_that_the_file_lacks_is_a_warning(code):
    match = matched(f"columns:\n  {code}: [Catatan petugas]\n", [*NAMES, "Catatan petugass"])
    ((_, message),) = told(match, "K262")
    assert "J1 “Catatan petugass”" in message


def test_each_head_to_be_ignored_that_the_file_lacks_is_told():
    match = matched("columns:\n  ignore: [Setuju, Kode loket]\n", [*NAMES, "Setuju"])
    ((_, message),) = told(match, "K262")
    assert "“Kode loket”" in message
    assert "“Setuju”" not in message


def test_every_column_of_an_item_of_several_has_to_be_there():
    settings = "columns:\n  U2: {mean: [Alur jelas, Alur cepat]}\n"
    header = ["Persyaratan", "Alur jelas", "Alur cepat", *NAMES[2:]]
    layout = matched(settings, header).layout
    assert (layout.items["U2 (1)"], layout.items["U2 (2)"]) == (2, 3)

    match = matched(settings, [text for text in header if text != "Alur cepat"])
    ((_, message),) = told(match, "K261")
    assert "“Alur cepat”" in message
    assert "U2 (2)" in message


def test_the_item_s_own_sentence_is_another_column_where_the_office_says_that_several_are_the_item():
    settings = "columns:\n  U2: {mean: [Alur jelas, Alur cepat]}\n"
    match = matched(settings, [*NAMES, "Alur jelas", "Alur cepat"])
    assert 2 in match.layout.unused
    assert 2 not in match.layout.items.values()


def test_a_time_and_a_profile_that_the_reader_finds_itself_are_told_of_with_their_columns():
    rows = [["2024-10-05 09:00", *ANSWERS, "L"]] * 3
    settings = "columns:\n  time: [Dicatat]\n  usia: [Kelompok]\n"
    match = matched(settings, ["Timestamp", *NAMES, "Usia"], *rows)
    found = told(match, "K260")
    assert [cell for cell, _ in found] == ["A1", "K1"]
    assert "time dibaca dari A1 “Timestamp”" in found[0][1]
    assert "usia dibaca dari K1 “Usia”" in found[1][1]
    assert (match.layout.time, match.layout.profiles["usia"]) == (1, 11)


def test_a_time_without_a_header_is_told_of_too():
    rows = [[*ANSWERS, "2024-10-05 09:00"]] * 3
    match = matched("columns:\n  time: [Dicatat]\n", [*NAMES, None], *rows)
    ((cell, message),) = told(match, "K260")
    assert (cell, "J1 “(tanpa judul)”" in message) == ("J1", True)


BETWEEN = "Penanganan pengaduan, saran, dan masukan serta sarana dan prasarana"


def test_a_header_between_two_items_is_the_one_s_that_the_office_has_not_named():
    header = [*NAMES[:7], BETWEEN, "Ruang"]
    assert told(matched("", header), "K204")
    match = matched("columns:\n  U9: [Ruang]\n", header)
    assert (match.layout.items["U8"], match.layout.items["U9"]) == (8, 9)
    assert [(each.code, each.where.cell) for each in match.problems] == [("K206", "H1")]


def test_a_header_between_two_items_that_the_office_has_both_named_is_another_question():
    match = matched("columns:\n  U8: [Aduan]\n  U9: [Ruang]\n", [*NAMES[:7], BETWEEN, "Ruang", "Aduan"])
    assert match.problems == ()
    assert match.layout.unused == {8: BETWEEN}


@pytest.mark.parametrize(("head", "like"), [("abcdefxxxx", True), ("abcdexxxxx", False)])
def test_a_head_is_like_another_from_60_percent_on(head, like):
    match = matched("columns:\n  usia: [abcdefghij]\n", [*NAMES, head])
    ((_, message),) = told(match, "K262")
    assert ("yang paling mirip J1" in message) is like


def test_columns_that_the_office_names_are_not_offered_as_like_another():
    match = matched("columns:\n  usia: [Catatan lama]\n  ignore: [Catatan baru]\n", [*NAMES, "Catatan baru"])
    ((_, message),) = told(match, "K262")
    assert "tidak ada yang mirip" in message


def test_a_head_of_the_upper_of_two_header_rows_counts_too():
    upper, lower = ["Syarat mudah", *NAMES[1:]], ["U3", "U2", "U1", *[f"U{n}" for n in range(4, 10)]]
    match = matched("columns:\n  U1: [Syarat mudah]\n", upper, lower, ANSWERS)
    assert match.layout.items["U1"] == 1
