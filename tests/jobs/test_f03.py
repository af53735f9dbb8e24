"""F-03 from a file: any spreadsheet or text, its one sheet of answers."""

import hashlib
from fractions import Fraction

import openpyxl
import pytest

from ipak_cli.arithmetic import NotScored
from ipak_cli.jobs.f03 import read_f03
from ipak_cli.problems import ProblemsFoundError
from makers.exports import write_csv, write_xlsx

ROWS = [["Cap waktu", "Nama", "P1", "P2"], ["2024/08/01", "Budi", 5, 4], ["2024/08/02", "Siti", 3, None]]


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


def codes(problems):
    return [problem.code for problem in problems]


def test_a_workbook_gives_the_mean_and_its_source(tmp_path):
    path = write_xlsx(tmp_path / "skm.xlsx", ROWS)

    f03, problems = read_f03(path)

    assert (f03.mean, f03.respondents, f03.answers) == (4, 2, 3)
    assert (f03.source.name, f03.source.sheets) == ("skm.xlsx", ("Form Responses 1",))
    assert f03.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert codes(problems) == ["E224"]
    assert problems[0].message == "kolom A, B tidak dihitung sebagai pertanyaan"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_with_the_separator_under_which_it_has_answers(tmp_path, delimiter):
    rows = [
        ["Saran", "P1", "P2"],
        ["cepat, murah; baik", 5, 4],
        ["a;b,c", "4,0" if delimiter != "," else 4, 0],
    ]

    f03, problems = read_f03(write_csv(tmp_path / "skm.csv", rows, delimiter=delimiter))

    assert (f03.mean, f03.respondents, f03.answers) == (Fraction(13, 4), 2, 4)
    assert f03.source.sheets == ()
    assert codes(problems) == ["E224"]


def test_text_of_one_column_is_read(tmp_path):
    f03, problems = read_f03(write_csv(tmp_path / "skm.csv", [["P1"], [5], [4]]))

    assert f03.mean == Fraction(9, 2)
    assert problems == ()


def test_a_wrong_cell_is_named_and_nothing_is_scored(tmp_path):
    f03, problems = read_f03(write_csv(tmp_path / "skm.csv", [["P1", "P2"], [5, 4], [3, "lima"]]))

    assert isinstance(f03.mean, NotScored)
    assert [(p.code, str(p.where)) for p in problems] == [("E221", "skm.csv:B3")]


def test_cells_far_down_are_read(tmp_path):
    rows = [["P1"], *[[5]] * 70_000, [7]]

    f03, problems = read_f03(write_csv(tmp_path / "skm.csv", rows))

    assert f03.respondents == 70_000
    assert [str(p.where) for p in problems] == ["skm.csv:A70002"]


def test_sheets_without_answers_make_no_difference(tmp_path):
    notes = [["Petunjuk"], ["Isi semua kolom"]]

    f03, problems = read_f03(save(tmp_path / "skm.xlsx", {"Petunjuk": notes, "Kosong": [], "Isi": ROWS}))

    assert f03.mean == 4
    assert f03.source.sheets == ("Isi",)
    assert codes(problems) == ["E224"]


def test_several_sheets_with_answers_are_an_error(tmp_path):
    f03, problems = read_f03(save(tmp_path / "skm.xlsx", {"TW I": ROWS, "TW II": ROWS}))

    assert isinstance(f03.mean, NotScored)
    assert (f03.respondents, f03.answers) == (0, 0)
    assert codes(problems) == ["E223"]
    assert "“TW I” dan “TW II”" in problems[0].message


def test_hidden_sheets_are_not_looked_at(tmp_path):
    sheets = {"Isi": ROWS, "Lama": [["P1"], [0]]}

    f03, _ = read_f03(save(tmp_path / "skm.xlsx", sheets, hidden=["Lama"]))

    assert f03.mean == 4


def test_a_file_without_any_question_is_an_error(tmp_path):
    path = save(tmp_path / "skm.xlsx", {"Isi": [["Nama", "Usia"], ["Budi", 4]]})

    f03, problems = read_f03(path)

    assert f03.mean == NotScored("berkas F-03 tidak memuat jawaban")
    assert codes(problems) == ["E222"]


def test_hidden_rows_are_counted_and_told(tmp_path):
    path = save(tmp_path / "skm.xlsx", {"Isi": [["P1"], [5], [4], [None], [3]]})
    workbook = openpyxl.load_workbook(path)
    for row in (3, 4):
        workbook["Isi"].row_dimensions[row].hidden = True
    workbook.save(path)

    f03, problems = read_f03(path)

    assert f03.respondents == 3
    assert codes(problems) == ["K210"]
    assert problems[0].message.endswith("baris 3")


def test_merged_answers_are_an_error_and_merged_titles_are_not(tmp_path):
    path = save(tmp_path / "skm.xlsx", {"Isi": [["Saran", "P1", "P2"], ["a", 5, 4], ["b", 4, None]]})
    workbook = openpyxl.load_workbook(path)
    workbook["Isi"].merge_cells("A2:A3")
    workbook.save(path)
    assert read_f03(path)[0].mean == Fraction(13, 3)

    workbook["Isi"].merge_cells("B3:C3")
    workbook.save(path)
    f03, problems = read_f03(path)

    assert isinstance(f03.mean, NotScored)
    assert [(p.code, p.where.cell) for p in problems if p.severity == "error"] == [("K205", "B3")]


def test_what_the_reader_warns_of_is_kept(tmp_path):
    f03, problems = read_f03(write_csv(tmp_path / "skm.xlsx", [["P1"], [5]]))

    assert f03.mean == 5
    assert codes(problems) == ["F158"]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ProblemsFoundError) as found:
        read_f03(tmp_path / "tidak-ada.csv")
    assert codes(found.value.problems) == ["F101"]
