"""F-03 from a file: any spreadsheet or text, its one sheet of answers."""

import hashlib
from datetime import date
from fractions import Fraction

import openpyxl
import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.catalogue.pekppp import F03_NO_ANSWERS
from ipak_cli.jobs.f03 import F03
from ipak_cli.jobs.f03 import read_f03 as read
from makers.exports import write_csv, write_xlsx
from makers.f03_tables import SURVEY

ROWS = [["Cap waktu", "Nama", "P1", "P2"], ["2024/08/01", "Budi", 5, 4], ["2024/08/02", "Siti", 3, 4]]


def save(path, sheets, *, hidden=()):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    workbook.save(path)
    return path


def read_f03(path) -> F03:
    return read(path, SURVEY)


def codes(f03):
    """Return the codes of what is said, without those on the size of every small file."""
    return [each.code for each in f03.problems if each.code not in ("E231", "E232")]


def test_a_workbook_gives_the_mean_and_its_source(tmp_path):
    path = write_xlsx(tmp_path / "skm.xlsx", ROWS)

    f03 = read_f03(path)

    assert (f03.mean, f03.users.respondents, f03.users.answers) == (4, 2, 4)
    assert (f03.users.source.name, f03.users.source.sheets) == ("skm.xlsx", ("Form Responses 1",))
    assert f03.users.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert codes(f03) == ["E224"]
    assert message_of(f03.problems[0]) == "kolom A “Cap waktu”, B “Nama” tidak dihitung sebagai pertanyaan"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_with_the_separator_under_which_it_has_answers(tmp_path, delimiter):
    rows = [
        ["Saran", "P1", "P2"],
        ["cepat, murah; baik", 5, 4],
        ["a;b,c", "4,0" if delimiter != "," else 4, 0],
    ]

    f03 = read_f03(write_csv(tmp_path / "skm.csv", rows, delimiter=delimiter))

    assert (f03.mean, f03.users.respondents, f03.users.answers) == (Fraction(13, 4), 2, 4)
    assert f03.users.source.sheets == ()
    assert codes(f03) == ["E224"]


def test_text_of_one_column_is_read(tmp_path):
    f03 = read_f03(write_csv(tmp_path / "skm.csv", [["P1"], [5], [4]]))

    assert f03.mean == Fraction(9, 2)
    assert codes(f03) == []


def test_a_wrong_cell_is_named_and_nothing_is_scored(tmp_path):
    f03 = read_f03(write_csv(tmp_path / "skm.csv", [["P1", "P2"], [5, 4], [3, 7]]))

    assert isinstance(f03.mean, NotScored)
    assert [str(p.where) for p in f03.problems if p.severity == "error"] == ["skm.csv:B3"]


def test_cells_far_down_are_read(tmp_path):
    rows = [["P1"], *[[5]] * 70_000, [7]]

    f03 = read_f03(write_csv(tmp_path / "skm.csv", rows))

    assert f03.users.respondents == 70_000
    assert [str(p.where) for p in f03.problems if p.severity == "error"] == ["skm.csv:A70002"]


def test_sheets_without_answers_make_no_difference(tmp_path):
    notes = [["Petunjuk"], ["Isi semua kolom"]]

    f03 = read_f03(save(tmp_path / "skm.xlsx", {"Petunjuk": notes, "Kosong": [], "Isi": ROWS}))

    assert f03.mean == 4
    assert f03.users.source.sheets == ("Isi",)
    assert codes(f03) == ["E224"]


def test_several_sheets_with_answers_are_an_error(tmp_path):
    f03 = read_f03(save(tmp_path / "skm.xlsx", {"TW I": ROWS, "TW II": ROWS}))

    assert isinstance(f03.mean, NotScored)
    assert f03.users is None
    assert codes(f03) == ["E223"]
    assert "“TW I” dan “TW II”" in message_of(f03.problems[0])


def test_hidden_sheets_are_not_looked_at(tmp_path):
    sheets = {"Isi": ROWS, "Lama": [["P1"], [0]]}

    f03 = read_f03(save(tmp_path / "skm.xlsx", sheets, hidden=["Lama"]))

    assert f03.mean == 4


def test_a_file_without_any_question_is_an_error(tmp_path):
    path = save(tmp_path / "skm.xlsx", {"Isi": [["Nama", "Usia"], ["Budi", 4]]})

    f03 = read_f03(path)

    assert f03.mean == NotScored(F03_NO_ANSWERS())
    assert codes(f03) == ["E222"]


def test_hidden_rows_are_counted_and_told(tmp_path):
    path = save(tmp_path / "skm.xlsx", {"Isi": [["No", "P1"], [1, 5], [2, 4], [], [3, 3]]})
    workbook = openpyxl.load_workbook(path)
    for row in (3, 4):
        workbook["Isi"].row_dimensions[row].hidden = True
    workbook.save(path)

    f03 = read_f03(path)

    assert f03.users.respondents == 3
    assert codes(f03) == ["E224", "K210"]
    assert message_of(f03.problems[-1]).endswith("baris 3")


def test_merged_answers_are_an_error_and_merged_titles_are_not(tmp_path):
    path = save(tmp_path / "skm.xlsx", {"Isi": [["Saran", "P1", "P2"], ["a", 5, 4], [None, 4, 4]]})
    workbook = openpyxl.load_workbook(path)
    workbook["Isi"].merge_cells("A2:A3")
    workbook.save(path)
    assert read_f03(path).mean == Fraction(17, 4)

    workbook["Isi"].merge_cells("B3:C3")
    workbook.save(path)
    f03 = read_f03(path)

    assert isinstance(f03.mean, NotScored)
    assert [(p.code, p.where.cell) for p in f03.problems if p.code == "K205"] == [("K205", "B3")]


def test_what_the_reader_warns_of_is_kept(tmp_path):
    f03 = read_f03(write_csv(tmp_path / "skm.xlsx", [["P1"], [5]]))

    assert f03.mean == 5
    assert codes(f03) == ["F158"]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ProblemsFoundError) as found:
        read_f03(tmp_path / "tidak-ada.csv")
    assert [each.code for each in found.value.problems] == ["F101"]


@pytest.mark.parametrize(
    ("header", "beside", "columns"),
    [
        ("id,layanan1,layanan2,sdm1", ["1,", "2,", "3,", "4,"], "BCD"),
        (
            "No,Kode Layanan,Kunjungan ke-,layanan1,layanan2,sdm1",
            ["1,2,1,", "2,2,1,", "3,1,2,", "4,3,1,"],
            "DEF",
        ),
        ("No Responden,Q1,Q2,Q3", ["1,", "2,", "3,", "4,"], "BCD"),
        ("layanan1,layanan2,sdm1", ["", "", "", ""], "ABC"),
    ],
)
def test_id_and_count_columns_of_an_app_are_no_answers(tmp_path, header, beside, columns):
    path = tmp_path / "f03.csv"
    path.write_text("\n".join([header, *(f"{cells}5,5,5" for cells in beside)]), encoding="utf-8")

    f03 = read_f03(path)

    assert f03.mean == 5
    assert (f03.users.questions, f03.users.respondents, f03.users.answers) == (3, 4, 12)
    assert f03.users.columns == tuple(columns)


def test_a_sheet_with_headers_alone_competes_with_no_other(tmp_path):
    sheets = {"Kosong": [["P1", "P2"]], "Isi": ROWS, "Rekap": [["Unsur", "Nilai"], ["P1", 4.0], ["P2", 4.0]]}

    f03 = read_f03(save(tmp_path / "skm.xlsx", sheets))

    assert (f03.mean, f03.users.source.sheets) == (4, ("Isi",))


def test_a_sheet_of_which_every_column_is_asked_about_is_told_of(tmp_path):
    f03 = read_f03(save(tmp_path / "skm.xlsx", {"Isi": [["Wilayah", "Bidang"], [5, 4], [4, 4]]}))

    assert isinstance(f03.mean, NotScored)
    assert codes(f03)[0] == "E230"


def test_a_sheet_on_which_every_answer_is_wrong_is_told_of_and_never_passed_over(tmp_path):
    wrong = [["No", "P1", "P2"], [1, 7, 8], [2, 9, 7]]

    alone = read_f03(save(tmp_path / "satu.xlsx", {"Isi": wrong}))
    beside = read_f03(save(tmp_path / "dua.xlsx", {"Isi": ROWS, "Lagi": wrong}))

    assert {each.code for each in alone.problems if each.severity == "error"} == {"J301"}
    assert codes(beside) == ["E223"]


def test_a_workbook_whose_4_of_5_excel_made_a_date_is_refused_with_the_cell(tmp_path):
    path = save(tmp_path / "skm.xlsx", {"Isi": [["P1", "P2"], [5, date(2024, 5, 4)], [5, 4]]})

    f03 = read_f03(path)

    assert isinstance(f03.mean, NotScored)
    assert [(each.code, each.where.cell) for each in f03.problems if each.severity == "error"] == [
        ("J304", "B2")
    ]


def test_without_the_forms_of_a_rubric_columns_are_known_by_number_alone(tmp_path):
    path = write_csv(tmp_path / "skm.csv", [["No", "P1", "P2", "Toilet"], [1, 5, 4, 3], [2, 4, 4, 3]])

    f03 = read(path, None)

    assert isinstance(f03.mean, NotScored)
    assert [each.code for each in f03.problems] == ["E230", "E224"]
