from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.word_orders import order_text
from ipak_cli.survey.form.columns import read_form
from ipak_cli.survey.form.needed import needed
from ipak_cli.survey.form.questions import Known, next_question, rubric_id
from ipak_cli.survey.form.said import OWN, Said, Topic, read_groups, read_indices, read_scale
from ipak_cli.tables.open import open_any
from makers.exports import write_xlsx
from makers.unknown_forms import (
    app_form,
    five_point_form,
    form,
    numbered_form,
    own_words_form,
    times,
    turns,
    write_two_row_heads,
)

RUBRICS = tuple(load_rubric(name).rubric for name in ("ipak-ipkp", "skm-14-2017"))
KNOWN = Known(RUBRICS, "Survei 2024 (loket A)")


def _form(tmp_path, rows):
    return read_form(open_any(write_xlsx(tmp_path / "a.xlsx", rows)).sheets[0], RUBRICS[0])


def _said(**answers):
    said = Said()
    for topic, answer in answers.items():
        for each in answer if isinstance(answer, tuple) else (answer,):
            said = said.saying(Topic(topic), each)
    return said


def _refusal(form, said):
    with pytest.raises(ProblemsFoundError) as refused:
        next_question(form, said, KNOWN)
    return refused.value.problems[0]


def test_an_apps_nine_heads_are_proposed_as_the_nine_elements(tmp_path):
    found = _form(tmp_path, app_form())
    like = next_question(found, Said(), KNOWN)
    assert (like.topic, like.proposal, like.sure) == (Topic.LIKE, "skm-14-2017", True)
    items = next_question(found, _said(like="skm-14-2017"), KNOWN)
    assert (items.topic, items.proposal) == (Topic.ITEMS, "D-L")
    assert items.pairs == tuple("DEFGHIJKL")
    assert next_question(found, _said(like="skm-14-2017", items="D-L"), KNOWN) is None


def test_heads_that_only_count_are_proposed_but_not_sure(tmp_path):
    like = next_question(_form(tmp_path, numbered_form()), Said(), KNOWN)
    assert (like.proposal, like.sure) == ("skm-14-2017", False)


def test_titles_above_groups_of_columns_are_proposed_as_indices(tmp_path):
    write_two_row_heads(tmp_path / "dua.xlsx")
    found = read_form(open_any(tmp_path / "dua.xlsx").sheets[0], RUBRICS[0])
    index = next_question(found, _said(like=OWN, items="C-F"), KNOWN)
    assert (index.topic, index.proposal) == (Topic.INDEX, "SPAK=C-D; SPKP=E-F")
    assert next_question(found, _said(like=OWN, items="C-E"), KNOWN).proposal == "Indeks survei"


@pytest.mark.parametrize(
    "above",
    [
        ["Rekap survei", None, None, None, None],
        ["Rekap", None, None, "Dicetak Senin", None],
        [None, "Layanan", None, None, "Loket"],
        [None, "Layanan; loket", None, "Petugas", None],
    ],
)
def test_titles_that_are_not_those_of_groups_make_no_indices(tmp_path, above):
    rows = form(
        ["Waktu", "Syarat", "Alur", "Ramah", "Sigap"], [times(8), *(turns([3, 4], 8) for _ in range(4))]
    )
    index = next_question(_form(tmp_path, [above, *rows]), _said(like=OWN, items="B-E"), KNOWN)
    assert index.proposal == "Indeks survei"


LETTERED = ["Waktu", "U1a Syarat mudah", "U1b Syarat jelas", "U2 Alur", "U3a Tarif"]


def test_columns_of_one_code_with_letters_are_proposed_as_one_item(tmp_path):
    rows = form(LETTERED, [times(8), *(turns([3, 4], 8) for _ in range(4))])
    items = next_question(_form(tmp_path, rows), _said(like=OWN), KNOWN)
    assert items.proposal == "B+C, D-E"


@pytest.mark.parametrize(
    "heads",
    [["U1b A", "U1c B"], ["U1a A", "U1c B"], ["U1a A", "U2b B"], ["U1 a", "Alur"], ["U1a A", "U1a B"]],
)
def test_columns_whose_letters_do_not_count_from_a_stay_apart(tmp_path, heads):
    rows = form(["Waktu", *heads], [times(8), turns([3, 4], 8), turns([4, 3], 8)])
    assert next_question(_form(tmp_path, rows), _said(like=OWN), KNOWN).proposal == "B-C"


def test_a_known_instrument_may_have_an_element_in_two_columns(tmp_path):
    heads = ["U1a Persyaratan mudah", "U1b Persyaratan jelas", *(f"U{n}" for n in range(2, 10))]
    rows = form(["Waktu", *heads], [times(8), *(turns([3, 4], 8) for _ in heads)])
    found = _form(tmp_path, rows)
    assert next_question(found, Said(), KNOWN).proposal == "skm-14-2017"
    items = next_question(found, _said(like="skm-14-2017"), KNOWN)
    assert (items.proposal, items.pairs[:2]) == ("B+C, D-K", ("B+C", "D"))


def test_an_item_whose_column_nothing_tells_is_left_to_people(tmp_path):
    rows = app_form()
    rows[0][3:5] = ["Poin satu", "Poin dua"]
    items = next_question(_form(tmp_path, rows), _said(like="skm-14-2017"), KNOWN)
    assert not items.sure
    assert items.pairs.count("?") == 2


def test_a_form_of_its_own_is_asked_for_items_index_scale_and_name(tmp_path):
    found = _form(tmp_path, five_point_form())
    said, topics = Said(), []
    while question := next_question(found, said, KNOWN):
        topics.append((question.topic, question.proposal))
        said = said.saying(question.topic, question.proposal)
    assert topics == [
        (Topic.LIKE, OWN),
        (Topic.ITEMS, "B-D"),
        (Topic.INDEX, "Indeks survei"),
        (Topic.SCALE, "1-5"),
        (Topic.NEGATIVE, ""),
        (Topic.NAME, "survei-2024-loket-a"),
    ]


def test_words_of_its_own_have_no_order_until_somebody_says_it(tmp_path):
    found = _form(tmp_path, own_words_form())
    said = _said(like=OWN, items="C-E", index="Indeks")
    order = next_question(found, said, KNOWN)
    assert (order.topic, order.proposal, order.sure) == (Topic.ORDER, None, False)
    assert set(order.words) == {"Mengecewakan", "Lumayan", "Oke", "Mantap"}
    said = said.saying(Topic.ORDER, "Mengecewakan, Lumayan, Oke, Mantap")
    assert next_question(found, said, KNOWN).topic is Topic.NEGATIVE


def test_words_for_not_given_are_asked_before_the_order(tmp_path):
    found = _form(
        tmp_path, own_words_form(words=("Setuju", "Tidak Setuju", "Kurang Setuju", "Sangat Setuju", "TT"))
    )
    said = _said(like=OWN, items="C-E", index="Indeks")
    missing = next_question(found, said, KNOWN)
    assert (missing.topic, missing.proposal, missing.needed) == (Topic.MISSING, "TT", False)
    assert next_question(found, said.saying(Topic.MISSING, "TT"), KNOWN).topic is Topic.NEGATIVE
    assert next_question(found, said.saying(Topic.MISSING, ""), KNOWN).topic is Topic.ORDER


def test_several_ladders_are_choices_and_none_is_sure(tmp_path):
    found = _form(tmp_path, own_words_form(words=("Setuju", "Sangat Setuju")))
    order = next_question(found, _said(like=OWN, items="C-E", index="Indeks"), KNOWN)
    assert not order.sure
    assert "Tidak setuju, Kurang setuju, Setuju, Sangat Setuju" in order.choices
    assert "Sangat tidak setuju, Tidak setuju, Setuju, Sangat Setuju" in order.choices


SAID = {"like": OWN, "items": "C-E", "index": "I"}
SKM_SAID = {"like": "skm-14-2017", "items": "B-J"}


def _skm_words(tmp_path, words):
    heads = [f"U{n}" for n in range(1, 10)]
    return _form(tmp_path, form(["Waktu", *heads], [times(20), *(turns(words, 20, n) for n in range(9))]))


@pytest.mark.parametrize(
    "words",
    [
        ("1 - Sangat Baik", "2 - Baik", "3 - Kurang Baik", "4 - Tidak Baik"),
        ("Sangat Baik (1)", "Baik (2)", "Kurang Baik (3)", "Tidak Baik (4)"),
        ("1. Sangat Setuju", "2. Setuju", "3. Kurang Setuju", "4. Tidak Setuju"),
        ("1. Istimewa", "2. Bagus", "3. Lumayan", "4. Jelek"),
        ("1=Tidak pernah", "2=Jarang", "3=Sering", "4=Selalu"),
        ("Selalu", "Sering", "Jarang", "Tidak pernah"),
        ("Sangat sulit", "Sulit", "Kurang sulit", "Tidak sulit"),
        ("1 - Sangat Baik",),
    ],
)
@pytest.mark.parametrize("said", [SAID, SKM_SAID])
def test_an_order_that_the_words_do_not_certainly_have_is_asked_and_nothing_is_proposed(
    tmp_path, words, said
):
    found = _skm_words(tmp_path, words)
    order = next_question(found, _said(**said), KNOWN)
    assert (order.topic, order.proposal, order.sure) == (Topic.ORDER, None, False)
    assert set(order.words) == set(words)
    steps = [(word,) for word in words]
    forward, back = order_text(steps), order_text(steps[::-1])
    if len(words) > 1:
        assert {forward, back} <= set(order.choices)


@pytest.mark.parametrize(
    "words",
    [
        ("1 - Tidak Baik", "2 - Kurang Baik", "3 - Baik", "4 - Sangat Baik"),
        ("Tidak Setuju (1)", "Kurang Setuju (2)", "Sangat Setuju (4)"),
        ("3 - Baik", "4 - Sangat Baik"),
    ],
)
def test_numbers_along_which_known_words_go_need_no_question(tmp_path, words):
    assert next_question(_skm_words(tmp_path, words), _said(**SKM_SAID), KNOWN) is None


def test_an_order_may_be_said_without_the_numbers_beside_the_words(tmp_path):
    found = _skm_words(tmp_path, ("1. Istimewa", "2. Bagus", "3. Lumayan", "4. Jelek"))
    said = _said(**SKM_SAID, order="Jelek, Lumayan, Bagus, Istimewa")
    assert next_question(found, said, KNOWN) is None


def test_an_order_against_the_rubrics_own_words_is_refused(tmp_path):
    words = ("1 - Sangat Baik", "2 - Baik", "3 - Kurang Baik", "4 - Tidak Baik")
    refused = _refusal(_skm_words(tmp_path, words), _said(**SKM_SAID, order=", ".join(words)))
    assert (refused.code, refused.values["worse"]) == ("R714", "1 - Sangat Baik")


def test_a_word_of_one_column_alone_that_is_no_answer_is_no_item(tmp_path):
    rows = form(["id", "Bahasa", "Syarat"], [times(8), ["id"] * 8, turns(["Baik", "Buruk"], 8)])
    assert next_question(_form(tmp_path, rows), _said(like=OWN), KNOWN).proposal == "C"


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"like": "skm"}, "R614"),
        ({"like": OWN, "items": "X-Z"}, "R701"),
        ({"like": OWN, "items": "C, C"}, "R701"),
        ({"like": OWN, "items": "B-D"}, "R702"),
        ({"like": OWN, "items": "A, C"}, "R702"),
        ({"like": "skm-14-2017", "items": "C-E"}, "R703"),
        ({"like": OWN, "items": "C-E", "index": "IKA=C-D"}, "R704"),
        ({"like": OWN, "items": "C-E", "index": "IKA=C-D; IKA=E"}, "R704"),
        ({"like": OWN, "items": "C-E", "index": "I", "order": "Oke, Mantap"}, "R706"),
        (
            {
                "like": OWN,
                "items": "C-E",
                "index": "I",
                "order": "Mengecewakan,Lumayan,Oke,Mantap",
                "scale": "1-5",
            },
            "R707",
        ),
        (
            {
                "like": OWN,
                "items": "C-E",
                "index": "I",
                "order": "Mengecewakan,Lumayan,Oke,Mantap",
                "scale": "5",
            },
            "R705",
        ),
    ],
)
def test_what_was_said_and_cannot_be_is_told(tmp_path, answers, code):
    assert _refusal(_form(tmp_path, own_words_form()), _said(**answers)).code == code


def test_a_refused_column_of_addresses_shows_none_of_them(tmp_path):
    found = _refusal(_form(tmp_path, own_words_form()), _said(like=OWN, items="B-D"))
    assert found.values["columns"] == ("B",)
    assert "contoh.example" not in repr(found)


def test_orders_of_different_length_are_not_put_on_one_scale(tmp_path):
    rows = form(
        ["Waktu", "Syarat", "Alur"],
        [times(12), turns(["Buruk", "Cukup", "Baik"], 12), turns(["Oke", "Mantap"], 12)],
    )
    said = _said(like=OWN, items="B-C", index="I", order="Oke, Mantap")
    assert _refusal(_form(tmp_path, rows), said).code == "R707"


def test_all_that_is_needed_is_told_in_one_pass(tmp_path):
    found = _form(tmp_path, own_words_form())
    left, said = needed(found, Said(), KNOWN, lambda question: None if question.needed else question.proposal)
    assert [question.topic for question in left] == [Topic.LIKE, Topic.ITEMS, Topic.INDEX, Topic.ORDER]
    assert set(left[-1].words) == {"Mengecewakan", "Lumayan", "Oke", "Mantap"}
    assert said.all(Topic.ORDER) == ("?",)


def test_the_words_of_columns_that_nothing_tells_are_asked_for_in_the_same_pass(tmp_path):
    rows = app_form()
    rows[0][3:5] = ["Poin satu", "Poin dua"]
    for row in rows[1:]:
        row[3:12] = [("", "Payah", "Lumayan", "Oke", "Mantap")[answer] for answer in row[3:12]]
    left, said = needed(_form(tmp_path, rows), _said(like="skm-14-2017"), KNOWN, lambda _: None)
    assert [question.topic for question in left] == [Topic.ITEMS, Topic.ORDER]
    assert said.one(Topic.ITEMS) == "?, ?, F, G, H, I, J, K, L"
    assert set(left[-1].words) == {"Lumayan", "Oke", "Mantap"}
    assert said.all(Topic.ORDER) == ("?",)


def test_a_form_without_columns_like_items_is_asked_for_all_in_one_pass(tmp_path):
    rows = form(
        ["Waktu", "Syarat", "Alur"],
        [times(12), turns(["Oke", "Siip"], 12), turns(["Jos", "Lumayan"], 12)],
    )
    left, said = needed(
        _form(tmp_path, rows), Said(), KNOWN, lambda question: None if question.needed else question.proposal
    )
    assert [question.topic for question in left] == [
        Topic.LIKE, Topic.ITEMS, Topic.INDEX, Topic.ORDER, Topic.ORDER,
    ]  # fmt: skip
    assert (said.one(Topic.ITEMS), said.one(Topic.NAME)) == ("?", "survei-2024-loket-a")


def test_columns_that_cannot_go_together_end_the_pass_and_are_no_fault_of_anybody(tmp_path):
    rows = form(
        ["Waktu", "Syarat", "Alur"],
        [times(12), turns(["Oke", "Siip"], 12), turns(["Jos", "Lumayan", "Payah"], 12)],
    )
    left, _ = needed(_form(tmp_path, rows), _said(like=OWN), KNOWN, lambda _: None)
    assert [question.topic for question in left][:2] == [Topic.ITEMS, Topic.INDEX]


def test_two_columns_of_dates_are_asked_about(tmp_path):
    rows = form(
        ["Hari A", "Hari B", "Syarat", "Alur"],
        [times(12), times(12), turns([3, 4], 12), turns([4, 3], 12)],
    )
    said = _said(like=OWN, items="C-D", index="I", scale="1-4")
    question = next_question(_form(tmp_path, rows), said, KNOWN)
    assert (question.topic, question.proposal) == (Topic.TIME, None)
    assert [column.letters for column in question.columns] == ["A", "B"]


def test_columns_are_read_in_ranges_and_together(tmp_path):
    found = _form(tmp_path, app_form())
    groups = read_groups("d-f, G+H; i", found)
    assert [[column.letters for column in group] for group in groups] == [
        ["D"],
        ["E"],
        ["F"],
        ["G", "H"],
        ["I"],
    ]


def test_an_index_has_a_code_and_a_name(tmp_path):
    found = _form(tmp_path, own_words_form())
    items = [[found.column(number)] for number in (3, 4, 5)]
    told = read_indices(["IPAK Indeks Anti Korupsi=C-D", "Indeks Mutu Layanan=E"], items, found)
    assert [(index.code, index.name) for index in told] == [
        ("IPAK", "Indeks Anti Korupsi"),
        ("IML", "Indeks Mutu Layanan"),
    ]


@pytest.mark.parametrize(("text", "scale"), [("1-4", (1, 4)), ("0 – 5", (0, 5)), ("1 sampai 10", (1, 10))])
def test_a_scale_is_read(tmp_path, text, scale):
    assert read_scale(text, _form(tmp_path, own_words_form())) == scale


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Data Oktober (1)", "data-oktober-1"),
        ("...", "survei-sendiri"),
        ("Ängste", "ngste"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_name_is_made_an_id(text, name):
    assert rubric_id(text) == name


@pytest.mark.parametrize(
    ("answers", "scale", "found"),
    [
        (([2, 3, 4, 5], 9), None, "1-5"),
        (([0, 1, 2, 3], 9), None, "0-3"),
        (([2, 3, 4, 5], 5), None, "1-5"),
        (([2, 3, 4], 9), "1-5", "1-5"),
    ],
)
def test_a_scale_that_is_not_the_rubrics_is_told_before_anything_is_made(tmp_path, answers, scale, found):
    numbers, columns = answers
    filled = [turns(numbers if n < columns else [1, 2, 3, 4], 20, n) for n in range(9)]
    read = _form(tmp_path, form(["Waktu", *(f"U{n}" for n in range(1, 10))], [times(20), *filled]))
    said = _said(**SKM_SAID, **({"scale": scale} if scale else {}))
    refused = _refusal(read, said)
    assert (refused.code, refused.values["scale"], refused.values["own"]) == ("R716", found, "1-4")


@pytest.mark.parametrize(("columns", "scale"), [(4, None), (0, "1-4")])
def test_a_slip_in_some_columns_and_the_rubrics_own_scale_are_no_other_scale(tmp_path, columns, scale):
    filled = [turns([1, 2, 3, 5] if n < columns else [1, 2, 3, 4], 20, n) for n in range(9)]
    read = _form(tmp_path, form(["Waktu", *(f"U{n}" for n in range(1, 10))], [times(20), *filled]))
    said = _said(**SKM_SAID, **({"scale": scale} if scale else {}))
    assert next_question(read, said, KNOWN) is None


def test_words_numbered_from_0_keep_their_order_on_a_scale_from_1(tmp_path):
    words = ("0 - Tidak Baik", "1 - Kurang Baik", "2 - Baik", "3 - Sangat Baik")
    order = next_question(_skm_words(tmp_path, words), _said(**SKM_SAID), KNOWN)
    assert (order.topic, ", ".join(words) in order.choices) == (Topic.ORDER, True)


def test_as_many_questions_as_an_instrument_has_are_never_surely_others(tmp_path):
    heads = [f"Tanya {letter}" for letter in "abcdefghi"]
    rows = form(["Waktu", *heads], [times(20), *(turns([1, 2, 3, 4], 20, n) for n in range(9))])
    like = next_question(_form(tmp_path, rows), Said(), KNOWN)
    assert (like.proposal, like.sure) == (OWN, False)


def test_a_sign_is_not_surely_no_answer(tmp_path):
    found = _form(tmp_path, own_words_form(words=("Setuju", "Tidak Setuju", "-")))
    missing = next_question(found, _said(like=OWN, items="C-E", index="I"), KNOWN)
    assert (missing.topic, missing.proposal, missing.sure) == (Topic.MISSING, "-", False)


def test_what_a_survey_program_stores_of_its_own_is_no_item(tmp_path):
    rows = form(["id", "lastpage", "G1"], [times(8), [4] * 8, turns([3, 4], 8)])
    assert next_question(_form(tmp_path, rows), _said(like=OWN), KNOWN).proposal == "C"
