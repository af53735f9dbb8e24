"""``ipak suggestions``: a list, questions at a terminal, JSON, and a form for who has no terminal."""

import json

import openpyxl
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.cli.app import run
from ipak_cli.survey.review import Decision, Verdict
from ipak_cli.workspace.reviews import decisions_of
from makers.reviewed import TEXTS, WORDS, export, office
from makers.terminal import typed

PERIOD = parse_period("IV-2024")
PASSED, REFUSED = Decision(Verdict.PUBLISH), Decision(Verdict.WITHHOLD)
FIRST_ROW = 5


@pytest.fixture
def kantor(tmp_path, monkeypatch, capsys):
    """A workspace of six texts that wait, in the order of TEXTS' alphabet, and the current folder."""
    folder = office(tmp_path / "kantor", "reviewed")
    monkeypatch.chdir(folder)
    assert run(["score", "masuk/jawaban.xlsx", "--quiet"]) == 0
    capsys.readouterr()
    return folder


ORDER = sorted(TEXTS)


def decided(folder):
    return decisions_of(folder, PERIOD, TEXTS)


def form_of(entries, name="saran.xlsx"):
    """Fill in a form: columns by row of the list."""
    book = openpyxl.load_workbook(name)
    for place, value in entries.items():
        book["Saran"][place] = value
    book.save(name)


def codes(told):
    return [line.split()[1] for line in told.splitlines() if line.startswith(("GALAT", "PERINGATAN"))]


def test_a_list_shows_every_text_with_its_cell_and_how_to_decide(kantor, capsys):
    assert run(["suggestions"]) == 0
    out, err = capsys.readouterr()
    assert "Saran IV-2024: 6 teks; 6 belum diputuskan, 0 disetujui, 0 ditolak" in out
    assert all(text in out for text in TEXTS)
    assert "jawaban.xlsx!Form Responses 1:W2" in out
    assert "ipak suggestions --period IV-2024 --review" in err
    assert max(map(len, out.splitlines())) <= 80
    assert not decided(kantor)


def test_a_review_without_a_terminal_is_a_list_and_decides_nothing(kantor, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert run(["suggestions", "--review"]) == 0
    out = capsys.readouterr().out
    assert all(text in out for text in TEXTS)
    assert not decided(kantor)


@pytest.mark.usefixtures("kantor")
def test_json_is_one_document_of_texts_and_decisions(capsys):
    assert run(["suggestions", "--json"]) == 0
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert (document["schema"], document["rule"], err) == ("ipak/suggestions/1", "reviewed", "")
    assert [each["text"] for each in document["suggestions"]] == ORDER
    assert {each["verdict"] for each in document["suggestions"]} == {None}


@pytest.mark.slow
def test_each_answer_at_a_terminal_is_kept_at_once(kantor):
    keys = [b"t\n", b"jangan\n", b"h\n", b"lama; karena\n", b"t\n", b"\n", b"s\n"]
    shown, code = typed(keys, "suggestions", "--review", "--oleh", "Siti")
    assert code == 0
    assert decided(kantor) == {
        ORDER[0]: PASSED,
        ORDER[1]: REFUSED,
        ORDER[2]: Decision(Verdict.PUBLISH, (1, 2)),
    }
    assert "3 dari 6" in shown
    assert f"Antrean [dihapus] {ORDER[2].split()[-1]}" in shown
    assert "Saran IV-2024: 6 teks; 3 belum diputuskan, 2 disetujui, 1 ditolak." in shown
    assert "ipak report --period IV-2024" in shown


@pytest.mark.slow
def test_who_stops_with_ctrl_c_loses_no_answer(kantor):
    shown, code = typed([b"t\n", b"\x03"], "suggestions", "--review")
    assert code == 0
    assert decided(kantor) == {ORDER[0]: PASSED}
    assert "5 belum diputuskan" in shown


@pytest.mark.slow
def test_a_key_that_is_none_and_words_that_are_not_there_are_asked_again(kantor):
    shown, _ = typed(
        [b"x\n", b"h\n", b"zebra\n", b"h\n", ORDER[0].encode() + b"\n", b"j\n", b"s\n"],
        "suggestions",
        "--review",
    )
    assert decided(kantor) == {ORDER[0]: REFUSED}
    assert "G456" in shown
    assert "Antrean lama karena" in shown


@pytest.mark.slow
def test_what_was_decided_is_asked_again_only_with_all(kantor):
    typed([b"t\n", b"s\n"], "suggestions", "--review")
    shown, _ = typed([b"j\n", b"s\n"], "suggestions", "--review", "--semua")
    assert "1 dari 6, disetujui oleh" in shown
    assert decided(kantor) == {ORDER[0]: REFUSED}


def test_a_form_is_written_filled_in_and_read(kantor, capsys):
    assert run(["suggestions", "--form", "saran.xlsx"]) == 0
    assert "Formulir tinjauan IV-2024 ditulis: saran.xlsx (6 teks)" in capsys.readouterr().err
    form_of({"F5": "terbitkan", "F6": "Jangan", "F7": "terbitkan", "G7": "LAMA"})
    assert run(["suggestions", "--form", "saran.xlsx", "--by", "Siti"]) == 0
    assert "3 keputusan IV-2024 disimpan." in capsys.readouterr().err
    assert decided(kantor) == {
        ORDER[0]: PASSED,
        ORDER[1]: REFUSED,
        ORDER[2]: Decision(Verdict.PUBLISH, (1,)),
    }


def test_a_form_that_says_nothing_new_keeps_nothing(kantor, capsys):
    run(["suggestions", "--form", "saran.xlsx"])
    assert run(["suggestions", "--form", "saran.xlsx"]) == 0
    assert "Tidak ada keputusan baru" in capsys.readouterr().err
    assert not (kantor / "hasil" / "IV-2024" / "tinjauan-saran.json").exists()


def test_a_form_shows_what_is_decided_and_later_takes_it_back(kantor):
    run(["suggestions", "--form", "satu.xlsx"])
    form_of({"F5": "terbitkan", "G5": "lama"}, "satu.xlsx")
    run(["suggestions", "--form", "satu.xlsx"])
    run(["suggestions", "--form", "dua.xlsx"])
    sheet = openpyxl.load_workbook("dua.xlsx")["Saran"]
    assert (sheet["F5"].value, sheet["G5"].value) == ("terbitkan", "lama")
    form_of({"F5": "nanti"}, "dua.xlsx")
    assert run(["suggestions", "--form", "dua.xlsx"]) == 0
    assert decided(kantor) == {}


@pytest.mark.parametrize(
    ("entries", "code", "cell"),
    [
        ({"F5": "mungkin"}, "E129", "F5"),
        ({"G5": "lama"}, "G473", "F5"),
        ({"F5": "terbitkan", "G5": "zebra"}, "G456", "G5"),
        ({"F5": "terbitkan", "G5": ORDER[0]}, "G457", "G5"),
        ({"F5": "terbitkan", "B5": "Kata yang baru"}, "G455", "B5"),
    ],
)
def test_a_cell_that_cannot_be_is_told_and_nothing_is_kept(kantor, capsys, entries, code, cell):
    run(["suggestions", "--form", "saran.xlsx"])
    form_of({"F6": "terbitkan", **entries})
    capsys.readouterr()
    assert run(["suggestions", "--form", "saran.xlsx"]) == 1
    told = capsys.readouterr().err
    assert codes(told) == [code]
    assert f"saran.xlsx!Saran:{cell}" in told
    assert not decided(kantor)


def test_an_older_form_does_not_take_back_what_somebody_decided_since(kantor, capsys):
    for name in ("siti.xlsx", "budi.xlsx"):
        run(["suggestions", "--form", name])
    form_of({"F5": "jangan", "F6": "terbitkan"}, "siti.xlsx")
    form_of({"F5": "terbitkan", "F7": "terbitkan"}, "budi.xlsx")
    assert run(["suggestions", "--form", "siti.xlsx", "--by", "Siti"]) == 0
    capsys.readouterr()
    assert run(["suggestions", "--form", "budi.xlsx", "--by", "Budi"]) == 1
    told = capsys.readouterr().err
    assert codes(told) == ["G458"]
    assert "Siti memutuskan lain tentang saran ini (jangan)" in told
    assert decided(kantor) == {ORDER[0]: REFUSED, ORDER[1]: PASSED}


def test_two_forms_that_agree_or_speak_of_other_texts_add_up(kantor):
    for name in ("siti.xlsx", "budi.xlsx"):
        run(["suggestions", "--form", name])
    form_of({"F5": "jangan", "F6": "terbitkan"}, "siti.xlsx")
    form_of({"F5": "jangan", "F7": "terbitkan"}, "budi.xlsx")
    assert run(["suggestions", "--form", "siti.xlsx"]) == 0
    assert run(["suggestions", "--form", "budi.xlsx"]) == 0
    assert decided(kantor) == {ORDER[0]: REFUSED, ORDER[1]: PASSED, ORDER[2]: PASSED}


def test_a_form_of_texts_that_changed_since_is_told(kantor, capsys):
    run(["suggestions", "--form", "saran.xlsx"])
    form_of({"F5": "terbitkan"})
    export(kantor, ["Toilet kotor"])
    run(["score", "masuk/jawaban.xlsx", "--quiet"])
    capsys.readouterr()
    assert run(["suggestions", "--form", "saran.xlsx"]) == 1
    told = capsys.readouterr().err
    assert codes(told) == ["G455"]
    assert not any(word in told for word in WORDS)


@pytest.mark.usefixtures("kantor")
def test_another_workbook_and_another_period_are_refused(capsys):
    assert run(["suggestions", "--form", "masuk/jawaban.xlsx"]) == 1
    assert codes(capsys.readouterr().err) == ["G453"]
    run(["suggestions", "--form", "saran.xlsx"])
    capsys.readouterr()
    assert run(["suggestions", "--form", "saran.xlsx", "--period", "III-2024"]) == 1
    assert codes(capsys.readouterr().err) == ["G454"]


def test_a_form_holds_texts_that_look_like_formulas_and_long_ones(kantor, capsys):
    long = f"- {' '.join(['panjang'] * 80)}"
    export(kantor, ["- tambah kursi", long])
    run(["score", "masuk/jawaban.xlsx", "--quiet"])
    run(["suggestions", "--form", "saran.xlsx"])
    form_of({"F5": "terbitkan", "F6": "terbitkan"})
    assert run(["suggestions", "--form", "saran.xlsx"]) == 0
    capsys.readouterr()
    run(["suggestions", "--json"])
    found = json.loads(capsys.readouterr().out)["suggestions"]
    assert [each["verdict"] for each in found] == ["publish", "publish"]


def test_a_period_without_texts_says_so(kantor, capsys):
    export(kantor, [])
    run(["score", "masuk/jawaban.xlsx", "--quiet"])
    capsys.readouterr()
    assert run(["suggestions"]) == 0
    assert "tidak ada yang tertulis" in capsys.readouterr().out


@pytest.mark.usefixtures("kantor")
def test_options_that_exclude_one_another_are_refused():
    assert run(["suggestions", "--review", "--json"]) == 2
    assert run(["suggestions", "--review", "--form", "saran.xlsx"]) == 2


@pytest.mark.usefixtures("kantor")
def test_a_period_without_result_is_told(capsys):
    assert run(["suggestions", "--period", "I-2020"]) == 1
    assert codes(capsys.readouterr().err)


@pytest.mark.usefixtures("kantor")
def test_the_score_on_the_screen_shows_no_text_that_waits_and_says_how_many(capsys):
    assert run(["score", "masuk/jawaban.xlsx", "--detail"]) == 0
    out, err = capsys.readouterr()
    assert not any(word in out + err for word in WORDS)
    assert codes(err) == ["G452"]
