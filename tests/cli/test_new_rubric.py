from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from ipak_cli.cli.app import run
from makers.exports import write_csv, write_xlsx
from makers.terminal import typed
from makers.unknown_forms import app_form, five_point_form, own_words_form


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def _files(tmp_path):
    return sorted(each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*") if each.is_file())


def test_without_a_terminal_all_that_is_needed_is_told_with_a_command_that_works(tmp_path, capsys):
    write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    assert run(["rubric", "new", "lima.xlsx"]) == 1
    err = capsys.readouterr().err
    assert "R709" in err
    assert "--like, --items, --index, --scale" in err
    assert _files(tmp_path) == ["lima.xlsx"]
    line = next(each for each in err.splitlines() if each.startswith("ipak rubric new"))
    assert run(shlex.split(line)[1:]) == 0
    out, err = capsys.readouterr()
    assert "Indeks survei    3,50" in out
    assert "lima.yaml" in err
    assert err.endswith("Berikutnya:\nipak score lima.xlsx --rubric lima.yaml\n")
    assert _files(tmp_path) == ["lima.xlsx", "lima.yaml"]
    assert run(["score", "lima.xlsx", "--rubric", "lima.yaml"]) == 0


def test_what_nobody_can_know_is_needed_although_proposals_are_accepted(tmp_path, capsys):
    write_csv(tmp_path / "kata.csv", own_words_form())
    assert run(["rubric", "new", "kata.csv", "--yes"]) == 1
    err = capsys.readouterr().err
    assert "belum disebutkan: --order" in err
    assert "Isinya di bawah ini belum pasti" in err
    order = "Mengecewakan,Lumayan,Oke,Mantap"
    assert run(["rubric", "new", "kata.csv", "--yes", "--order", order, "--out", "hasil.yaml"]) == 0
    assert "1 = Mengecewakan, 2 = Lumayan, 3 = Oke, 4 = Mantap" in capsys.readouterr().err
    assert _files(tmp_path) == ["hasil.yaml", "kata.csv"]


def test_no_name_or_address_is_shown(tmp_path, capsys):
    rows = app_form()
    write_xlsx(tmp_path / "app.xlsx", rows)
    run(["rubric", "new", "app.xlsx"])
    run(["rubric", "new", "app.xlsx", "--like", "sendiri", "--items", "B-D"])
    said = "".join(capsys.readouterr())
    assert "R702" in said
    for row in rows[1:]:
        assert row[1] not in said
        assert row[-1] not in said


def test_a_rubric_that_is_there_stays(tmp_path, capsys):
    write_csv(tmp_path / "lima.csv", five_point_form())
    (tmp_path / "lima.yaml").write_text("milik saya")
    assert run(["rubric", "new", "lima.csv", "--yes"]) == 1
    assert "U940" in capsys.readouterr().err
    assert (tmp_path / "lima.yaml").read_text() == "milik saya"
    assert run(["rubric", "new", "lima.csv", "--yes", "--force"]) == 0


def test_a_score_of_unknown_heads_names_this_command_for_the_file_where_it_stands(tmp_path, capsys):
    (tmp_path / "ekspor").mkdir()
    write_csv(tmp_path / "ekspor" / "lima baru.csv", five_point_form())
    assert run(["score", "ekspor/lima baru.csv"]) == 1
    assert 'ipak rubric new "ekspor/lima baru.csv"' in capsys.readouterr().err


def test_columns_that_nothing_tells_are_shown_with_their_heads_beside_the_command(tmp_path, capsys):
    rows = app_form()
    rows[0][3:5] = ["Poin satu", "Poin dua"]
    write_xlsx(tmp_path / "app.xlsx", rows)
    assert run(["rubric", "new", "app.xlsx", "--like", "skm-14-2017"]) == 1
    err = capsys.readouterr().err
    assert "--items '?, ?, F, G, H, I, J, K, L'" in err
    assert "Kecepatan waktu" in err


def test_heads_that_are_numbers_alone_are_told_with_what_to_do(tmp_path, capsys):
    write_xlsx(tmp_path / "angka.xlsx", [["Timestamp", 1, 2], ["2024-11-01 09:00:00", 3, 4]])
    assert run(["rubric", "new", "angka.xlsx"]) == 1
    err = capsys.readouterr().err
    assert "R700" in err
    assert "U1, U2, U3" in err


@pytest.mark.slow
def test_at_a_terminal_enter_takes_the_proposals(tmp_path):
    write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    shown, code = typed([b"\r"] * 7, "rubric", "new", "lima.xlsx")
    assert code == 0, shown
    assert "Jawaban [B-D]:" in shown
    assert "Jawaban [1-5]:" in shown
    assert Path("lima.yaml").exists()
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 80


@pytest.mark.slow
def test_at_a_terminal_words_are_put_in_order_by_their_numbers_and_a_slip_is_asked_again(tmp_path):
    write_csv(tmp_path / "kata.csv", own_words_form())
    keys = [b"\r", b"\r", b"\r", b"1, 2\r", b"1, 2, 3, 4\r", b"\r", b"\r", b"\r"]
    shown, code = typed(keys, "rubric", "new", "kata.csv")
    assert code == 0, shown
    assert "R706" in shown
    assert "1 = Mengecewakan, 2 = Lumayan, 3 = Oke, 4 = Mantap" in shown


@pytest.mark.slow
@pytest.mark.parametrize("before", [0, 3, 6])
def test_an_interrupt_at_any_question_leaves_nothing_behind(tmp_path, before):
    write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    shown, code = typed([*[b"\r"] * before, b"\x03"], "rubric", "new", "lima.xlsx")
    assert code == 130
    assert "Dihentikan." in shown
    assert _files(tmp_path) == ["lima.xlsx"]


@pytest.mark.slow
def test_a_no_at_the_end_leaves_nothing_behind(tmp_path):
    write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    _, code = typed([*[b"\r"] * 6, b"t\r"], "rubric", "new", "lima.xlsx")
    assert code == 130
    assert _files(tmp_path) == ["lima.xlsx"]


def _unknown_nine(tmp_path):
    rows = app_form()
    rows[0][3:12] = ["Poin satu", "Kemudahan persyaratan", *(f"Poin {n}" for n in "cdefghi")]
    write_xlsx(tmp_path / "app.xlsx", rows)
    assert run(["init", "kantor", "--rubric", "skm-14-2017"]) == 0


@pytest.mark.slow
def test_at_a_terminal_a_wrong_pair_is_mended_before_anything_is_written(tmp_path):
    _unknown_nine(tmp_path)
    keys = [b"D\r", b"ZZ\r", *(f"{each}\r".encode() for each in "FGHIJKL"), b"U1=D\r", b"E\r", b"\r", b"\r"]
    shown, code = typed(keys, "rubric", "new", "app.xlsx", "--workspace", "kantor", "--like", "skm-14-2017")
    assert code == 0, shown
    assert "Kolom ZZ bukan kolom pilihan jawaban" in shown
    assert "Kolom D dipindahkan dari U2, yang kini ditanyakan lagi." in shown
    settings = Path("kantor/ipak.yaml").read_text(encoding="utf-8")
    assert 'U1: ["Poin satu"]' in settings
    assert 'U2: ["Kemudahan persyaratan"]' in settings
    assert shown.index("Yang ditulis") < shown.rindex("Poin satu")
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 80


def test_columns_whose_heads_are_only_like_an_items_name_are_not_taken_with_yes(tmp_path, capsys):
    write_xlsx(tmp_path / "app.xlsx", app_form())
    assert run(["init", "kantor", "--rubric", "skm-14-2017"]) == 0
    assert run(["rubric", "new", "app.xlsx", "--workspace", "kantor", "--yes"]) == 1
    err = capsys.readouterr().err
    assert "belum disebutkan: --items" in err
    assert "--items D-L" in err


def test_codes_of_a_survey_program_are_shown_as_heads(tmp_path, capsys):
    rows = app_form()
    rows[0][3:12] = [f"G02Q02[SQ00{n}]" for n in range(2, 11)]
    write_xlsx(tmp_path / "app.xlsx", rows)
    assert run(["rubric", "new", "app.xlsx", "--like", "skm-14-2017"]) == 1
    err = capsys.readouterr().err
    assert "G02Q02[SQ002]" in err
    assert "judul tidak ditampilkan" not in err


def test_a_closed_input_is_nobody_to_ask(tmp_path, capsys, monkeypatch):
    write_xlsx(tmp_path / "lima.xlsx", five_point_form())
    monkeypatch.setattr("sys.stdin", None)
    assert run(["rubric", "new", "lima.xlsx"]) == 1
    assert "R709" in capsys.readouterr().err
    assert run(["init", "kantor"]) == 0
