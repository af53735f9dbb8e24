"""Sheets that ask no item, or few: what is said instead of a bare refusal."""

import json

import openpyxl
import pytest

from ipak_cli.cli.app import run
from makers.exports import write_csv

ITEMS = [f"U{n}" for n in range(1, 10)]


@pytest.fixture
def refusal(capsys, tmp_path):
    """Score rows by a rubric, and return the problems."""

    def call(rows, rubric="skm-14-2017"):
        path = write_csv(tmp_path / "isi.csv", rows)
        code = run(["score", str(path), "--rubric", rubric, "--quarter", "IV-2025", "--json"])
        assert code == 1
        return json.loads(capsys.readouterr().out)["problems"]

    return call


@pytest.mark.parametrize(
    "head",
    [
        ["id", "id_responden", "id_pertanyaan", "jawaban", "created_at"],
        ["No", "Responden", "Pertanyaan", "Nilai", "Waktu"],
        ["id", "respondentId", "questionId", "score", "createdAt"],
    ],
)
def test_questions_that_are_numbers_of_another_list_are_told(refusal, head):
    rows = [[n, n // 9, n % 9 + 1, 4, "14/10/2025"] for n in range(27)]

    (problem,) = refusal([head, *rows])

    assert (problem["code"], problem["where"]["cell"]) == ("K274", "C1")
    assert "pertanyaan di kolom C1 hanya berupa nomor" in problem["message"]


def test_one_answer_a_row_whose_questions_are_unknown_is_told_by_its_header(refusal):
    rows = [[n // 9, f"tanya {'abcdefghi'[n % 9]}", 4] for n in range(27)]

    (problem,) = refusal([["No", "Pertanyaan", "Nilai"], *rows])

    assert (problem["code"], problem["where"]["cell"]) == ("K230", "B1")
    assert "jawabannya di kolom C1" in problem["message"]
    assert "columns di ipak.yaml" in problem["hint"]


def test_one_answer_a_row_without_a_header_is_told_by_the_items_below_each_other(refusal):
    rows = [[n // 9, ITEMS[n % 9], 4] for n in range(27)]

    (problem,) = refusal(rows)

    assert (problem["code"], problem["where"]["cell"]) == ("K230", "B1")


@pytest.mark.parametrize(
    "head", [["Responden", "Pertanyaan", "Nilai"], ["response_id", "question", "response"]]
)
def test_the_rubric_that_fits_one_answer_a_row_is_named(refusal, head):
    rows = [[n // 9, ITEMS[n % 9], 4] for n in range(27)]

    (problem,) = refusal([head, *rows], rubric="ipak-ipkp")

    assert problem["code"] == "K234"
    assert "--rubric skm-14-2017" in problem["hint"]


def test_a_table_that_is_turned_is_told(refusal):
    (problem,) = refusal([["Unsur", "R1", "R2", "R3"], *([item, 4, 3, 4] for item in ITEMS)])

    assert (problem["code"], problem["where"]["cell"]) == ("K231", "A2")


def test_a_table_without_a_header_is_told(refusal):
    rows = [[n, "14/10/2025", "Budi Santoso", *[4] * 9] for n in range(3)]

    (problem,) = refusal(rows)

    assert (problem["code"], problem["where"]["cell"]) == ("K232", "A1")
    assert "Budi" not in json.dumps(problem)


def test_answers_in_words_without_a_header_are_told(refusal):
    words = ["Sesuai", "Mudah", "Cepat", "Gratis", "Sesuai", "Mampu", "Sopan", "Tidak ada", "Baik"]

    (problem,) = refusal([[1, "Budi Santoso", *words]] * 3)

    assert problem["code"] == "K232"


def test_the_rubric_that_fits_is_named(refusal):
    (problem,) = refusal([["Timestamp", *ITEMS], ["14/10/2025", *[4] * 9]], rubric="ipak-ipkp")

    assert problem["code"] == "K234"
    assert "--rubric skm-14-2017" in problem["hint"]


def test_as_many_numbered_headers_as_another_rubric_has_items_do_not_fit_it(refusal):
    heads = [f"P{number}" for number in range(1, 15)]

    (problem,) = refusal([heads, [5] * 14], rubric="skm-14-2017")

    assert problem["code"] == "K201"


def test_headers_that_ask_nothing_are_named(refusal):
    (problem,) = refusal([["No", "Nama", "Asal instansi"], [1, "Budi Santoso", "Kantor Contoh"]])

    assert problem["code"] == "K201"
    assert "yang ada: “No”, “Nama”, “Asal instansi”" in problem["message"]
    assert "Budi" not in json.dumps(problem)


def test_of_more_than_twelve_headers_the_others_are_counted(refusal):
    (problem,) = refusal([["No", *"abcdefghijklm"], [1, *"ABCDEFGHIJKLM"]])

    assert "yang ada: “No”, “a”, “b”" in problem["message"]
    assert "“k” dan 2 lagi" in problem["message"]


def test_a_header_like_an_address_is_left_out_of_those_that_are_named(refusal):
    (problem,) = refusal([["No", "sari@contoh.example", "Asal"], [1, "x", "y"]])

    assert "yang ada: “No”, “Asal”;" in f"{problem['message']};"


def test_a_first_row_that_may_be_a_person_is_not_shown(refusal):
    (problem,) = refusal([["Budi Santoso", "Guru", "Umbul"], ["Sari Dewi", "Camat", "Umbul"]])

    assert problem["code"] == "K201"
    assert "Budi" not in json.dumps(problem)


def test_headers_that_begin_alike_are_shown_as_far_as_they_differ(refusal):
    alike = "Bagaimana pendapat Saudara tentang hal yang berkaitan dengan halaman"
    rows = [
        ["Timestamp", "No", *ITEMS[:7], f"{alike} depan", f"{alike} belakang"],
        ["14/10/2025", 1, *[4] * 9],
    ]

    (problem,) = refusal(rows)

    assert problem["code"] == "K202"
    assert "U8 “Penanganan pengaduan, saran, dan masukan”; U9 “Sarana dan prasarana”" in problem["message"]
    assert "halaman depan”" in problem["message"]
    assert "halaman belakang”" in problem["message"]
    assert "“No”" not in problem["message"]


def test_a_long_list_of_columns_ends_between_two_of_them(refusal):
    others = [f"Keterangan tambahan nomor urut ke {letter}" for letter in "abcdefghijklmnopq"]
    rows = [["Timestamp", *ITEMS[:8], *others], ["14/10/2025", *[4] * 8, *"abcdefghijklmnopq"]]

    (problem,) = refusal(rows)

    assert problem["message"].endswith("ke l”; dan 5 lagi")


def test_a_list_with_values_that_are_no_answers_is_no_survey(refusal):
    (problem,) = refusal([["No", "Indikator", "Nilai"], [1, "Luas", 120], [2, "Luas", 340], [3, "Isi", 99]])

    assert problem["code"] == "K201"


def test_a_recap_beside_the_answers_does_not_hide_what_the_answers_lack(tmp_path, capsys):
    workbook = openpyxl.Workbook()
    workbook.active.title = "Rekap"
    for row in [["Unsur", "Nilai"], *([item, 4] for item in ITEMS)]:
        workbook.active.append(row)
    sheet = workbook.create_sheet("Jawaban")
    for row in [["Timestamp", *ITEMS[:3], *"abcdef"], ["14/10/2025 08:00:00", *[4] * 9]]:
        sheet.append(row)
    workbook.save(tmp_path / "isi.xlsx")

    assert run(["score", str(tmp_path / "isi.xlsx"), "--rubric", "skm-14-2017", "--json"]) == 1

    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["where"]["sheet"]) == ("K202", "Jawaban")
