from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError, has_errors
from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.new_rubric import Place, make_rubric, open_form
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.word_orders import order_text
from ipak_cli.survey.form.said import OWN, Said, Topic, words_text
from ipak_cli.workspace.config import Config
from makers.exports import write_csv, write_xlsx
from makers.own_forms import SKM
from makers.unknown_forms import (
    app_form,
    five_point_form,
    form,
    own_words_form,
    times,
    turns,
    write_two_row_heads,
)

TOOL = Tool("ipak", "1")
READS_OWN_FORMS = "columns" in Config.model_fields


def _said(**answers):
    said = Said()
    for topic, answer in answers.items():
        said = said.saying(Topic(topic), answer)
    return said


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "unit"
    folder.mkdir()
    (folder / "ipak.yaml").write_text(
        "version: 1\n# catatan\nrubrics:\n  survey: ipak-ipkp\n", encoding="utf-8"
    )
    return folder


def _make(path, said, place=None):
    place = place or Place(None)
    return make_rubric(open_form(path, None, place.workspace), said, place, TOOL)


def _means(made):
    assert not has_errors(made.result.problems), made.result.problems
    return [index.mean for index in made.result.indices.values()]


def test_an_instrument_of_its_own_on_five_points_scores_at_once(tmp_path):
    path = write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    made = _make(path, _said(like=OWN, items="B-D", index="Indeks Aplikasi", scale="1-5", name="lima"))
    assert made.file == Path("lima.yaml")
    rubric = load_rubric("lima.yaml").rubric
    assert [item.code for item in rubric.items] == ["Q1", "Q2", "Q3"]
    assert (rubric.scale.lowest, rubric.scale.highest) == (1, 5)
    assert _means(made) == [Fraction(7, 2)]


def test_an_item_of_two_columns_is_their_mean(tmp_path):
    heads = ["Waktu", "U1a Syarat mudah", "U1b Syarat jelas", "U2 Alur"]
    path = write_xlsx(tmp_path / "dua.xlsx", form(heads, [times(8), [4] * 8, [1] * 8, [2] * 8]))
    made = _make(path, _said(like=OWN, items="B+C, D", index="I", scale="1-4", name="dua"))
    first, second = load_rubric("dua.yaml").rubric.items
    assert (first.code, first.mean_of) == ("U1", (("U1a Syarat mudah",), ("U1b Syarat jelas",)))
    assert (second.code, second.mean_of) == ("U2", ())
    assert _means(made) == [Fraction(9, 4)]


def test_an_item_of_two_columns_may_be_reversed_as_a_whole_alone(tmp_path):
    heads = ["Waktu", "Ada calo", "Ada pungli", "Alur"]
    path = write_xlsx(tmp_path / "dua.xlsx", form(heads, [times(8), [4] * 8, [1] * 8, [2] * 8]))
    said = _said(like=OWN, items="B+C, D", index="I", scale="1-4", name="dua")
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, said.saying(Topic.NEGATIVE, "B"))
    assert [(found.code, found.values["columns"]) for found in refused.value.problems] == [
        ("R713", ("B", "C"))
    ]
    assert not Path("dua.yaml").exists()
    assert _means(_make(path, said.saying(Topic.NEGATIVE, "B, C"))) == [Fraction(9, 4)]


def test_the_columns_of_one_item_stay_in_one_index(tmp_path):
    heads = ["Waktu", "Calo", "Pungli", "Alur"]
    path = write_xlsx(tmp_path / "dua.xlsx", form(heads, [times(8), [4] * 8, [1] * 8, [2] * 8]))
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, _said(like=OWN, items="B+C, D", index="SATU=B; DUA=C-D", scale="1-4", name="dua"))
    assert [found.code for found in refused.value.problems] == ["R704"]


def test_words_of_its_own_count_in_the_order_that_was_said(tmp_path):
    path = write_csv(tmp_path / "kata.csv", own_words_form(), delimiter=";")
    order = "Mengecewakan, Lumayan, Oke, Mantap"
    made = _make(
        path,
        _said(
            like=OWN, items="C-E", index="SATU Indeks Satu=C; DUA Indeks Dua=D-E", order=order, name="kata"
        ),
    )
    assert [(label.value, label.words) for label in load_rubric("kata.yaml").rubric.scale.labels] == [
        (1, ("Mengecewakan",)),
        (2, ("Lumayan",)),
        (3, ("Oke",)),
        (4, ("Mantap",)),
    ]
    assert list(made.result.indices) == ["SATU", "DUA"]
    assert _means(made) == [Fraction(5, 2), Fraction(5, 2)]


def test_a_choice_that_nobody_made_keeps_its_place_in_the_order(tmp_path):
    path = write_csv(tmp_path / "kata.csv", own_words_form(words=("Oke", "Mantap")))
    made = _make(path, _said(like=OWN, items="C-E", index="I", order="-, Lumayan, Oke, Mantap", name="kata"))
    assert _means(made) == [Fraction(7, 2)]


def test_words_beside_their_numbers_count_in_the_order_that_was_said(tmp_path):
    rows = own_words_form(words=("1 - Mantap", "2 - Oke", "3 - Lumayan", "4 - Jelek"))
    rows[1][2:5] = ["1 - Mantap"] * 3
    path = write_csv(tmp_path / "kata.csv", rows)
    said = _said(like=OWN, items="C-E", index="I", name="kata")
    down = _make(path, said.saying(Topic.ORDER, "4 - Jelek, 3 - Lumayan, 2 - Oke, 1 - Mantap"))
    assert _means(down) == [Fraction(31, 12)]
    up = said.saying(Topic.ORDER, "Mantap, Oke, Lumayan, Jelek")
    assert _means(_make(path, up, Place(None, replace=True))) == [5 - Fraction(31, 12)]


def test_choices_numbered_from_the_best_score_by_their_words(tmp_path, workspace):
    words = ("1 - Sangat Baik", "2 - Baik", "3 - Kurang Baik", "4 - Tidak Baik")
    heads = [f"U{n}" for n in range(1, 10)]
    answers = [["1 - Sangat Baik"] * 20, *(turns(words, 20, n) for n in range(8))]
    path = write_xlsx(tmp_path / "kata.xlsx", form(["Waktu", *heads], [times(20), *answers]))
    said = _said(like="skm-14-2017", items="B-J", order="Tidak Baik, Kurang Baik, Baik, Sangat Baik")
    made = _make(path, said, Place(workspace))
    assert _means(made) == [Fraction(8, 3)]


def test_a_word_that_means_another_value_elsewhere_stands_with_its_item(tmp_path):
    rows = form(
        ["Waktu", "Biaya", "Aduan"],
        [times(8), turns(["Mahal", "Cukup", "Murah"], 8), turns(["Cukup", "Baik", "Prima"], 8)],
    )
    path = write_csv(tmp_path / "kata.csv", rows)
    said = _said(like=OWN, items="B-C", index="I", name="kata")
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, said.saying(Topic.ORDER, "Mahal, Cukup, Murah"))
    assert [found.code for found in refused.value.problems] == ["R706"]
    assert not Path("kata.yaml").exists()


def test_heads_in_two_rows_are_found_again_by_the_rubric_that_was_made(tmp_path):
    path = write_two_row_heads(tmp_path / "dua.xlsx")
    made = _make(path, _said(like=OWN, items="C-F", index="IPAK=C-D; IPKP=E-F", profiles="B", name="dua"))
    assert _means(made) == [Fraction(5, 2), Fraction(5, 2)]
    assert load_rubric("dua.yaml").rubric.profiles[0].code == "jenis-kelamin"


def test_a_question_the_wrong_way_round_is_turned(tmp_path):
    path = write_csv(tmp_path / "lima.csv", five_point_form())
    said = _said(like=OWN, items="B-D", index="I", scale="1-5", negative="C", name="lima")
    _make(path, said)
    assert [item.polarity for item in load_rubric("lima.yaml").rubric.items] == [
        "positive",
        "negative",
        "positive",
    ]


def test_in_a_workspace_the_rubric_stands_in_its_folder_and_the_settings_name_it(tmp_path, workspace):
    path = write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    said = _said(like=OWN, items="B-D", index="I", scale="1-5", name="lima")
    made = _make(path, said, Place(workspace))
    assert made.file == workspace / "rubrik" / "lima.yaml"
    assert made.settings
    assert (workspace / "ipak.yaml").read_text() == (
        "version: 1\n# catatan\nrubrics:\n  survey: rubrik/lima.yaml\n"
    )
    assert not (workspace / "hasil").exists()


def test_a_file_is_overwritten_only_when_that_was_said(tmp_path, workspace):
    path = write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    said = _said(like=OWN, items="B-D", index="I", scale="1-5", name="lima")
    _make(path, said, Place(workspace))
    before = (workspace / "rubrik" / "lima.yaml").read_bytes()
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, said.saying(Topic.SCALE, "1-6"), Place(workspace))
    assert [found.code for found in refused.value.problems] == ["U940"]
    assert (workspace / "rubrik" / "lima.yaml").read_bytes() == before
    _make(path, said.saying(Topic.SCALE, "1-6"), Place(workspace, replace=True))
    assert b"highest: 6" in (workspace / "rubrik" / "lima.yaml").read_bytes()


def test_settings_that_cannot_be_changed_leave_no_rubric_behind(tmp_path, workspace):
    (workspace / "ipak.yaml").write_bytes("rubrics:\n  survey: ipak-ipkp\n".encode("utf-16"))
    path = write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    said = _said(like=OWN, items="B-D", index="I", scale="1-5", name="lima")
    with pytest.raises(ProblemsFoundError):
        _make(path, said, Place(workspace))
    assert sorted(each.name for each in workspace.iterdir()) == ["ipak.yaml"]


def test_two_columns_of_one_head_are_refused(tmp_path):
    rows = five_point_form()
    rows[0][2] = rows[0][1]
    path = write_xlsx(tmp_path / "lima.xlsx", rows)
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, _said(like=OWN, items="B-D", index="I", scale="1-5", name="lima"))
    (found,) = refused.value.problems
    assert (found.code, found.values["cells"]) == ("R708", ("B1", "C1"))
    assert not Path("lima.yaml").exists()


def test_a_file_without_heads_and_a_sheet_that_is_none_are_told(tmp_path):
    path = write_xlsx(tmp_path / "angka.xlsx", [[1, 2, 3]] * 5)
    with pytest.raises(ProblemsFoundError) as refused:
        open_form(path, None, None)
    assert [found.code for found in refused.value.problems] == ["R700"]
    with pytest.raises(ProblemsFoundError) as refused:
        open_form(path, "Lain", None)
    assert [found.code for found in refused.value.problems] == ["K208"]


def test_a_known_instruments_heads_need_a_workspace(tmp_path):
    path = write_xlsx(tmp_path / "app.xlsx", app_form())
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, _said(like="skm-14-2017", items="D-L"))
    assert [found.code for found in refused.value.problems] == ["R710"]


def test_nobodys_name_address_or_suggestion_is_written(tmp_path):
    rows = app_form()
    path = write_xlsx(tmp_path / "app.xlsx", rows)
    _make(path, _said(like=OWN, items="D-L", index="I", scale="1-4", profiles="C", name="app"))
    written = Path("app.yaml").read_text(encoding="utf-8")
    for row in rows[1:]:
        assert row[1] not in written
        assert row[-1] not in written


@pytest.mark.skipif(not READS_OWN_FORMS, reason="the settings do not say heads of an own form yet")
def test_a_known_instruments_heads_go_into_the_settings_and_the_file_scores(tmp_path, workspace):
    path = write_xlsx(tmp_path / "app.xlsx", app_form())
    made = _make(path, _said(like="skm-14-2017", items="D-L"), Place(workspace))
    text = (workspace / "ipak.yaml").read_text(encoding="utf-8")
    assert text.startswith("version: 1\n# catatan\nrubrics:\n  survey: skm-14-2017\n\n")
    assert made.file is None
    assert made.result.rubric.id == "skm-14-2017"
    assert _means(made) == [Fraction(3)]
    again = _make(path, _said(like="skm-14-2017", items="D-L"), Place(workspace))
    assert (workspace / "ipak.yaml").read_text(encoding="utf-8") == text
    assert not again.settings


@pytest.mark.skipif(not READS_OWN_FORMS, reason="the settings do not say heads of an own form yet")
def test_own_words_of_a_known_instrument_go_into_the_settings(tmp_path, workspace):
    words = ("Mengecewakan", "Lumayan", "Oke", "Mantap", "Tidak tahu")
    heads = app_form()[0][3:12]
    rows = form(["Waktu", *heads], [times(20), *(turns(words, 20, n) for n in range(9))])
    path = write_xlsx(tmp_path / "kata.xlsx", rows)
    said = _said(like="skm-14-2017", items="B-J", order="Mengecewakan, Lumayan, Oke, Mantap")
    made = _make(path, said, Place(workspace))
    assert 'missing: ["Tidak tahu"]' in (workspace / "ipak.yaml").read_text(encoding="utf-8")
    assert _means(made) == [Fraction(5, 2)]


def _other_form(words=("Payah", "Lumayan", "Oke", "Mantap")):
    heads = [f"Soal {n}" for n in "abcdefghi"]
    return form(["Waktu", *heads], [times(20), *(turns(words, 20, n) for n in range(9))])


OTHER_ORDER = "Payah, Lumayan, Oke, Mantap"


def test_a_second_form_is_read_beside_the_first(tmp_path, workspace):
    first = write_xlsx(tmp_path / "app.xlsx", app_form())
    _make(first, _said(like="skm-14-2017", items="D-L"), Place(workspace))
    second = write_xlsx(tmp_path / "baru.xlsx", _other_form())
    said = _said(like="skm-14-2017", items="B-J", order=OTHER_ORDER)
    assert _means(_make(second, said, Place(workspace))) == [Fraction(5, 2)]
    text = (workspace / "ipak.yaml").read_text(encoding="utf-8")
    assert 'U1: ["Kemudahan persyaratan", "Soal a"]' in text
    assert _means(_make(first, _said(like="skm-14-2017", items="D-L"), Place(workspace))) == [Fraction(3)]
    assert (workspace / "ipak.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("items", "order", "texts"),
    [
        ("C, B, D-J", OTHER_ORDER, {"Soal a", "Soal b"}),
        ("B-J", "Lumayan, Payah, Oke, Mantap", {"Payah", "Lumayan"}),
        ("B+C, D-J, K", OTHER_ORDER, {"Soal a", "Soal b", "Soal c", "Soal d", "Soal e", "Soal f", "Soal g",
                                      "Soal h", "Soal i"}),
    ],
)  # fmt: skip
def test_a_form_that_contradicts_an_earlier_one_is_told_and_replaces_it_with_force(
    tmp_path, workspace, items, order, texts
):
    rows = [[*row, row[-1]] for row in _other_form()]
    rows[0][-1] = "Soal j"
    path = write_xlsx(tmp_path / "baru.xlsx", rows)
    _make(path, _said(like="skm-14-2017", items="B-J", order=OTHER_ORDER), Place(workspace))
    before = (workspace / "ipak.yaml").read_bytes()
    said = _said(like="skm-14-2017", items=items, order=order)
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, said, Place(workspace))
    (found,) = refused.value.problems
    assert (found.code, set(found.values["texts"])) == ("R715", texts)
    assert (workspace / "ipak.yaml").read_bytes() == before
    made = _make(path, said, Place(workspace, replace=True))
    assert not has_errors(made.result.problems)
    again = _make(path, said, Place(workspace))
    assert not again.settings


@pytest.mark.parametrize("first_is_new", [True, False])
def test_an_item_is_a_mean_in_one_form_and_asked_by_its_own_name_in_another(
    tmp_path, workspace, first_is_new
):
    shipped = [item.text for item in SKM.items]
    columns = [times(12), *(turns([3, 4], 12, n) for n in range(9))]
    old = write_xlsx(tmp_path / "lama.xlsx", form(["Timestamp", *shipped], columns))
    heads = [f"Tanya {n}" for n in range(10)]
    new = write_xlsx(tmp_path / "baru.xlsx", form(["Timestamp", *heads], [*columns, [1, 2] * 6]))
    both = [(old, "B-J", Fraction(7, 2)), (new, "B, C+K, D-J", Fraction(5, 2))]
    for path, items, mean in (*(both[::-1] if first_is_new else both), *both):
        made = _make(path, _said(like="skm-14-2017", items=items), Place(workspace))
        assert made.result.items[1].mean == mean
    text = (workspace / "ipak.yaml").read_text(encoding="utf-8")
    assert 'U2: {mean: ["Tanya 1", "Tanya 9"]}' in text


def test_an_item_whose_earlier_column_is_in_the_same_file_is_told_and_moves_with_force(tmp_path, workspace):
    rows = [[*row, row[-1]] for row in _other_form()]
    rows[0][-1] = "Soal j"
    path = write_xlsx(tmp_path / "baru.xlsx", rows)
    _make(path, _said(like="skm-14-2017", items="B-J", order=OTHER_ORDER), Place(workspace))
    said = _said(like="skm-14-2017", items="K, C-J", order=OTHER_ORDER)
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, said, Place(workspace))
    assert [(found.code, found.values["texts"]) for found in refused.value.problems] == [
        ("R715", ("Soal a",))
    ]
    made = _make(path, said, Place(workspace, replace=True))
    assert 'U1: ["Soal j"]' in (workspace / "ipak.yaml").read_text(encoding="utf-8")
    assert not has_errors(made.result.problems)


def test_a_word_that_the_settings_turned_means_again_what_the_rubric_says_with_force(tmp_path, workspace):
    words = ("Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik")
    heads = [f"U{n}" for n in range(1, 10)]
    rows = form(
        ["Waktu", *heads], [times(20), *(["Sangat Baik"] * 20, *(turns(words, 20, n) for n in range(8)))]
    )
    path = write_xlsx(tmp_path / "kata.xlsx", rows)
    with (workspace / "ipak.yaml").open("a", encoding="utf-8") as settings:
        settings.write("# >>> ipak rubric new: bagian ini diganti bila perintah itu dijalankan lagi >>>\n")
        settings.write('answers:\n  "1": ["Sangat Baik"]\n# <<< ipak rubric new <<<\n')
    text = (workspace / "ipak.yaml").read_text("utf-8").replace("ipak-ipkp", "skm-14-2017")
    (workspace / "ipak.yaml").write_text(text, encoding="utf-8")
    said = _said(like="skm-14-2017", items="B-J")
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, said, Place(workspace))
    assert [(found.code, found.values["texts"]) for found in refused.value.problems] == [
        ("R715", ("Sangat Baik",))
    ]
    assert _means(_make(path, said, Place(workspace, replace=True))) == [Fraction(4 + 8 * Fraction(5, 2), 9)]


def test_a_head_that_another_column_has_too_is_refused_although_that_one_is_not_used(tmp_path, workspace):
    rows = [[*row, row[-1]] for row in _other_form()]
    path = write_xlsx(tmp_path / "baru.xlsx", rows)
    before = (workspace / "ipak.yaml").read_bytes()
    with pytest.raises(ProblemsFoundError) as refused:
        _make(path, _said(like="skm-14-2017", items="B-J", order=OTHER_ORDER), Place(workspace))
    assert [(found.code, found.values["cells"]) for found in refused.value.problems] == [
        ("R708", ("J1", "K1"))
    ]
    assert (workspace / "ipak.yaml").read_bytes() == before


def test_words_with_signs_that_part_words_count_as_they_were_put_in_order(tmp_path):
    words = ("> 3 jam, lama", "1 = 2 jam", "<= 1 jam", 'Langsung "jadi"')
    path = write_csv(tmp_path / "kata.csv", own_words_form(words=words), delimiter=";")
    said = _said(like=OWN, items="C-E", index="I", order=order_text([(word,) for word in words]), name="kata")
    assert _means(_make(path, said)) == [Fraction(5, 2)]
    said = said.saying(Topic.MISSING, words_text(words[:1]))
    said = Said({**said.answers, Topic.ORDER: (order_text([(word,) for word in words[1:]]),)})
    assert _means(_make(path, said, Place(None, replace=True))) == [Fraction(2)]


def test_a_column_that_looks_like_an_item_is_left_out_where_that_was_said(tmp_path, workspace):
    rows = [[*row, row[-1]] for row in _other_form()]
    rows[0][-1] = "U10. Keamanan"
    path = write_xlsx(tmp_path / "baru.xlsx", rows)
    said = _said(like="skm-14-2017", items="B-J", order=OTHER_ORDER)
    refused = _make(path, said, Place(workspace))
    assert [found.code for found in refused.result.problems if found.severity == "error"] == ["K215"]
    assert _means(_make(path, said.saying(Topic.IGNORE, "K"), Place(workspace))) == [Fraction(5, 2)]
    assert 'ignore: ["U10. Keamanan"]' in (workspace / "ipak.yaml").read_text(encoding="utf-8")
