"""An office's own heads and words: joined with the rubric, and checked with the lines of the settings."""

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import digest, load_rubric
from ipak_cli.rubric.own_form import OwnForm, is_column_code, item_code
from ipak_cli.workspace.config_file import check_items, parse_config

LOADED = load_rubric("skm-14-2017")
SKM = LOADED.rubric


def form(text):
    config = parse_config(text.encode()).config
    return OwnForm.of(SKM, config.columns, config.answers)


def faults(text):
    settings = parse_config(text.encode())
    return [
        (each.code, each.where.line, message_of(each))
        for each in check_items(settings.config, SKM, settings.document.place)
    ]


def test_a_form_of_which_nothing_is_said_is_the_rubric_itself():
    nothing = form("")
    assert nothing.rubric is SKM
    assert nothing.asked is SKM
    assert (nothing.heads.written, nothing.answers) == ({}, {})


def test_a_head_alone_is_a_list_of_one():
    said = form('columns:\n  U1: "Syarat mudah"\n  time: [Waktu kirim, Jam]\n')
    assert said.heads.written == {"U1": ("Syarat mudah",), "time": ("Waktu kirim", "Jam")}
    assert said.heads.codes == {"syarat mudah": "U1", "waktu kirim": "time", "jam": "time"}
    assert said.asked == SKM


def test_an_item_of_several_columns_is_several_items_where_it_is_asked_and_one_where_it_is_counted():
    said = form("columns:\n  U2: {mean: [Alur jelas, [Alur cepat, Alur kilat]]}\n")

    assert [item.code for item in said.rubric.items] == [item.code for item in SKM.items]
    assert said.rubric.items[1].mean_of == (("Alur jelas",), ("Alur cepat", "Alur kilat"))
    assert [item.code for item in said.asked.items[:4]] == ["U1", "U2 (1)", "U2 (2)", "U3"]
    assert [is_column_code(item.code) for item in said.asked.items[:4]] == [False, True, True, False]
    assert {item_code(item.code) for item in said.asked.items} == {item.code for item in SKM.items}
    assert said.heads.codes["alur kilat"] == "U2 (2)"


def test_codes_that_forms_swap_are_no_question_where_one_of_them_is_several_columns():
    assert SKM.swapped == (("U8", "U9"),)
    assert form("columns:\n  U8: {mean: [A1, B1]}\n").asked.swapped == ()


def test_own_words_come_first_and_take_theirs_from_the_rubric_s():
    said = form(
        'answers:\n  "4": [Memuaskan]\n  "1": [Baik]\n  missing: TT\n  items:\n    U4: {"4": [Gratis]}\n'
    )
    scale = {label.value: label.words for label in said.rubric.scale.labels}
    before = {label.value: label.words for label in SKM.scale.labels}

    assert scale[4] == ("Memuaskan", *before.get(4, ()))
    assert scale[1][0] == "Baik"
    assert "Baik" not in scale.get(3, ())
    assert said.rubric.scale.missing == ("TT",)
    assert said.rubric.items[3].labels[-1].words[0] == "Gratis"
    assert said.answers == {"4": ("Memuaskan",), "1": ("Baik",), "U4: 4": ("Gratis",), "missing": ("TT",)}


def test_what_a_rubric_does_not_say_of_several_columns_and_missing_words_leaves_its_digest():
    assert digest(SKM) == LOADED.digest
    content = SKM.model_dump(mode="json", exclude_defaults=True)
    assert "missing" not in content["scale"]
    assert not any("mean_of" in item for index in content["indices"] for item in index["items"])


@pytest.mark.parametrize(
    ("text", "code", "line", "told"),
    [
        ("columns:\n  U1: [Syarat]\n  U11: [Alur]\n", "G460", 3, "U11"),
        ("columns:\n  waktu: [Jam]\n", "G460", 2, "waktu"),
        ("columns:\n  U1: [Syarat]\n  U2:\n  - Alur\n  - 'SYARAT:'\n", "G461", 5, "baris 2"),
        ("columns:\n  ignore: [Syarat]\n  U1: [Syarat]\n", "G461", 3, "ignore"),
        ("columns:\n  U2: {mean: [Alur, alur]}\n", "G461", 2, "U2 (1)"),
        ("columns:\n  time: {mean: [Jam, Tanggal]}\n", "G462", 2, "time"),
        ('answers:\n  "5": [Istimewa]\n', "G463", 2, "1 sampai 4"),
        ("answers:\n  Baik: [3]\n", "G463", 2, "Baik"),
        ('answers:\n  "4": [Bagus]\n  "3":\n  - bagus\n', "G464", 4, "padahal sudah untuk 4"),
        ('answers:\n  "4": [TT]\n  missing: [tt]\n', "G464", 3, "padahal sudah untuk 4"),
        ('answers:\n  missing: [TT]\n  items:\n    U4: {"4": [TT]}\n', "G464", 4, "untuk missing"),
        ('answers:\n  "4": ["1"]\n', "G465", 2, "ditulis untuk 4"),
        ('answers:\n  missing: ["3"]\n', "G465", 2, "ditulis untuk missing"),
        ('answers:\n  "4": [Tidak ada]\n', "G466", 2, "U8"),
        ("answers:\n  items:\n    U44: {'4': [Gratis]}\n", "G409", 3, "U44"),
        ("answers:\n  items:\n    U4: {'6': [Gratis]}\n", "G463", 3, "6"),
    ],
)
def test_every_fault_of_the_settings_names_its_line(text, code, line, told):
    found = [each for each in faults(text) if each[0] == code]
    assert found, faults(text)
    assert found[0][1] == line
    assert told in found[0][2]


@pytest.mark.parametrize(
    "text",
    [
        'answers:\n  missing: ["9", "-", "0"]\n',
        'answers:\n  "4": ["4", "4,0", Sangat Baik]\n',
        'columns:\n  U1: ["U2"]\n  U2: ["U1"]\n',
        "columns:\n  U1: [Syarat, syarat]\n",
        'answers:\n  "4": [Tidak ada]\n  items:\n    U8: {"4": [Tidak ada]}\n    U4: {"4": [Tidak ada]}\n',
    ],
)
def test_what_is_sound_is_not_told_of(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("columns:\n  U2: {mean: [Alur]}\n", 2, "kurang dari 2"),
        ("columns:\n  U2: {means: [Alur, Cepat]}\n", 2, "means"),
        ("columns:\n  U2: ['?!']\n", 2, "U2[1] berisi ?!"),
        ("columns:\n  U2: {mean: [Alur, Cepat], extra: 2}\n", 2, "kunci extra"),
        ("columns:\n  U2: {mean: [Alur, Cepat], together: 2}\n", 2, "kunci together"),
        ("columns: [U1]\n", 1, "columns"),
        ('answers:\n  "4": {a: b}\n', 2, "answers.4"),
        ("answers: [a]\n", 1, "answers"),
        (f"columns:\n  U2: {{mean: [{', '.join(f'K{n}' for n in range(10))}]}}\n", 2, "lebih dari 9"),
    ],
)
def test_what_has_another_form_is_refused_with_its_line(text, line, told):
    with pytest.raises(ProblemsFoundError) as refused:
        parse_config(text.encode())
    assert (line, True) in [(each.where.line, told in message_of(each)) for each in refused.value.problems]


def test_an_unknown_code_is_told_with_the_nearest():
    settings = parse_config(b"columns:\n  u1: [Syarat]\n  ignor: [Catatan]\n")
    found = check_items(settings.config, SKM, settings.document.place)
    assert ["U1" in hint_of(found[0]), "ignore" in hint_of(found[1])] == [True, True]
