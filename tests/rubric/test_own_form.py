"""An office's own heads and words: joined with the rubric, and checked with the lines of the settings."""

import io

import openpyxl
import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.forms.survey import survey_template
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import digest, load_rubric, parse_as_survey
from ipak_cli.rubric.survey import item_code
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.terminal.rubric import show_rubric
from ipak_cli.workspace.config_file import parse_config
from ipak_cli.workspace.config_items import check_items
from makers.own_forms import SKM, own_form
from makers.rubric_text import altered, found, line_of

LOADED = load_rubric("skm-14-2017")


def faults(text):
    settings = parse_config(text.encode())
    return [
        (each.code, each.where.line, message_of(each))
        for each in check_items(settings.config, SKM, settings.document.place)
    ]


def test_a_form_of_which_nothing_is_said_is_the_rubric_itself():
    nothing = own_form("")
    assert nothing.rubric is SKM
    assert nothing.asked is SKM
    assert (nothing.heads.written, nothing.answers) == ({}, {})


def test_a_head_alone_is_a_list_of_one():
    said = own_form('columns:\n  U1: "Syarat mudah"\n  time: [Waktu kirim, Jam]\n')
    assert said.heads.written == {"U1": ("Syarat mudah",), "time": ("Waktu kirim", "Jam")}
    assert said.heads.codes == {"syarat mudah": "U1", "waktu kirim": "time", "jam": "time"}
    assert said.asked == SKM


def test_an_item_of_several_columns_is_several_items_where_it_is_asked_and_one_where_it_is_counted():
    said = own_form("columns:\n  U2: {mean: [Alur jelas, [Alur cepat, Alur kilat]]}\n")

    assert [item.code for item in said.rubric.items] == [item.code for item in SKM.items]
    assert said.rubric.items[1].mean_of == (("Alur jelas",), ("Alur cepat", "Alur kilat"))
    assert [item.code for item in said.asked.items[:4]] == ["U1", "U2 (1)", "U2 (2)", "U3"]
    assert {item_code(item.code) for item in said.asked.items} == {item.code for item in SKM.items}
    assert said.heads.codes["alur kilat"] == "U2 (2)"


def test_codes_that_forms_swap_are_no_question_where_one_of_them_is_several_columns():
    assert SKM.swapped == (("U8", "U9"),)
    assert own_form("columns:\n  U8: {mean: [A1, B1]}\n").asked.swapped == ()


def test_own_words_come_first_and_take_theirs_from_the_rubric_s():
    said = own_form(
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
    named = [each for each in faults(text) if each[0] == code]
    assert named, faults(text)
    assert named[0][1] == line
    assert told in named[0][2]


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
    first, second = check_items(settings.config, SKM, settings.document.place)
    assert ["U1" in hint_of(first), "ignore" in hint_of(second)] == [True, True]


SEVERAL = altered(
    "text: Petugas jujur\n",
    "text: Petugas jujur\n        mean_of: [[Jujur di loket, Loket jujur], Jujur di lapangan]\n",
)
WITH_MISSING = altered("  highest: 4\n", "  highest: 4\n  missing: [Tidak tahu, '9']\n")


def test_a_rubric_may_say_that_several_columns_are_an_item_and_which_words_are_no_answer():
    assert found(SEVERAL) == []
    assert found(WITH_MISSING) == []
    item = parse_as_survey(read_document(SEVERAL.encode(), "x.yaml")).rubric.items[0]
    assert item.mean_of == (("Jujur di loket", "Loket jujur"), ("Jujur di lapangan",))


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        (
            altered("[[Jujur di loket, Loket jujur], Jujur di lapangan]", "[Loket]", SEVERAL),
            "R669",
            "mean_of",
        ),
        (altered("Jujur di lapangan", "loket JUJUR", SEVERAL), "R650", "mean_of"),
        (altered("Jujur di lapangan", "Petugas ramah", SEVERAL), "R650", "text: Petugas ramah"),
        (altered("Tidak tahu", "sangat baik", WITH_MISSING), "R666", "missing"),
        (altered("'9'", "'3'", WITH_MISSING), "R666", "missing"),
    ],
)
def test_what_is_not_sound_of_them_names_its_line(text, code, part):
    assert found(text) == [(code, line_of(text, part))]


def test_a_blank_sheet_asks_an_item_of_several_columns_in_each(tmp_path):
    loaded = parse_as_survey(read_document(SEVERAL.encode(), "x.yaml"))
    book = openpyxl.load_workbook(io.BytesIO(survey_template(loaded.rubric, loaded.digest)))
    heads = [cell.value for cell in book["Jawaban"][1]]
    assert heads[2:5] == ["Jujur di loket", "Jujur di lapangan", "Petugas terbuka"]

    sheet = book["Jawaban"]
    for row in range(2, 5):
        for column, cell in enumerate(["2024-10-05 09:00", "17-30", 3, 4, 4, 4, 4], 1):
            sheet.cell(row, column).value = cell
    book.save(tmp_path / "a.xlsx")
    result = score(ScoreRequest((tmp_path / "a.xlsx",)), loaded, Tool("ipak", "0"))
    assert str(result.items[0].mean) == "7/2"


def test_both_are_shown(capsys):
    both = altered("  highest: 4\n", "  highest: 4\n  missing: [Tidak tahu, '9']\n", SEVERAL)
    loaded = parse_as_survey(read_document(both.encode(), "x.yaml"))
    show_rubric(loaded)
    shown = " ".join(capsys.readouterr().out.split())
    assert "rata-rata 2 kolom: Jujur di loket atau" in shown
    assert "tidak menjawab Tidak tahu, 9" in shown
