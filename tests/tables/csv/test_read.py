from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.csv.read import open_delimited


def made(tmp_path, content, name="jawaban.csv"):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def opened(tmp_path, content):
    return open_delimited(made(tmp_path, content))


def only(workbook):
    (sheet,) = workbook.sheets
    return sheet


def rows_of(sheet, size=50_000):
    return [
        (row, *values)
        for frame in (piece.frame() for piece in sheet.pieces(size))
        for row, values in zip(frame.index, frame.to_numpy().tolist(), strict=True)
    ]


def codes(workbook):
    return [found.code for found in workbook.problems]


def refusal(function, *args):
    with pytest.raises(ProblemsFoundError) as caught:
        function(*args)
    (found,) = caught.value.problems
    return f"{found.code} {found.where}"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_each_separator_is_found(tmp_path, separator):
    sheet = only(opened(tmp_path, f"U1{separator}U2\n4{separator}3\n"))
    assert sheet.head() == [["U1", "U2"], ["4", "3"]]
    assert rows_of(sheet) == [(1, "U1", "U2"), (2, "4", "3")]


def test_two_possible_separators_make_two_sheets_for_the_caller_to_choose(tmp_path):
    comma, semicolon = opened(tmp_path, "U1;U2\n3,91;4\n").sheets
    assert comma.head() == [["U1;U2", None], ["3", "91;4"]]
    assert semicolon.head() == [["U1", "U2"], ["3,91", "4"]]


def test_quoted_cells_rule_out_the_separators_that_are_not_meant(tmp_path):
    assert only(opened(tmp_path, '"U1, a";"U2"\n"4";"3"\n')).head() == [["U1, a", "U2"], ["4", "3"]]


def test_one_column_is_a_table_too(tmp_path):
    assert rows_of(only(opened(tmp_path, "U1\n4\n"))) == [(1, "U1"), (2, "4")]


def test_a_header_alone_is_a_table_of_one_row(tmp_path):
    assert rows_of(only(opened(tmp_path, "U1,U2"))) == [(1, "U1", "U2")]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
def test_unicode_is_read_with_and_without_a_mark(tmp_path, encoding, mark):
    workbook = opened(tmp_path, mark + "Unit,Saran\nKafé,“baik”\n".encode(encoding))
    assert only(workbook).head() == [["Unit", "Saran"], ["Kafé", "“baik”"]]
    assert codes(workbook) == []


def test_cp1252_is_read_with_a_warning(tmp_path):
    workbook = opened(tmp_path, "Unit,Saran\nKafé,“baik”\n".encode("cp1252"))
    assert only(workbook).head() == [["Unit", "Saran"], ["Kafé", "“baik”"]]
    assert rows_of(only(workbook))[1] == (2, "Kafé", "“baik”")
    assert codes(workbook) == ["F152"]


def test_a_letter_outside_ascii_far_below_still_decides_the_encoding(tmp_path):
    workbook = opened(tmp_path, b"Unit,Saran\n" + b"a,b\n" * 600_000 + "Kafé,x\n".encode("cp1252"))
    assert codes(workbook) == ["F152"]


def test_a_letter_split_between_two_blocks_is_read(tmp_path):
    assert codes(opened(tmp_path, "a,b\n" + "é,é\n" * 400_000)) == []


@pytest.mark.parametrize(
    "content",
    [b"U1,U2\n4\x00,3\n", bytes(range(1, 256)) * 4, b"\xff\xfe4", "U1,U2\n".encode("utf-16-le"), b"a,\x81\n"],
    ids=["NUL", "binary", "half a UTF-16 letter", "UTF-16 without a mark", "not in cp1252"],
)
def test_what_is_not_text_is_refused(tmp_path, content):
    assert refusal(opened, tmp_path, content) == "F151 jawaban.csv"


@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbf", b"\r\n \r\n"], ids=["0 bytes", "BOM", "blank lines"]
)
def test_an_empty_file_is_refused(tmp_path, content):
    assert refusal(opened, tmp_path, content) == "F150 jawaban.csv"


@pytest.mark.parametrize("line", ["sep=;", "SEP=;", '"sep=;"'])
def test_the_line_that_names_the_separator_is_no_row_as_in_excel(tmp_path, line):
    sheet = only(opened(tmp_path, f"{line}\r\nU1, a;U2\r\n4,5;3\r\n"))
    assert sheet.head() == [["U1, a", "U2"], ["4,5", "3"]]
    assert rows_of(sheet, 2) == [(1, "U1, a", "U2"), (2, "4,5", "3")]


def test_words_that_other_readers_take_for_nothing_stay_text_and_blank_stays_blank(tmp_path):
    sheet = only(opened(tmp_path, "a,b,c,d,e,f\nNA,None,null,nan,, \n"))
    assert rows_of(sheet)[1] == (2, "NA", "None", "null", "nan", None, " ")


def test_numbers_stay_as_written(tmp_path):
    assert rows_of(only(opened(tmp_path, "a,b\n007,4.0\n")))[1] == (2, "007", "4.0")


def test_blank_lines_and_line_breaks_in_a_cell_keep_the_rows_that_excel_shows(tmp_path):
    sheet = only(opened(tmp_path, 'a,b\r\n\r\n"x\r\ny",2\r\n3,4\r\n'))
    assert rows_of(sheet) == [(1, "a", "b"), (2, None, None), (3, "x\r\ny", "2"), (4, "3", "4")]


def test_line_ends_of_every_system_are_read(tmp_path):
    assert rows_of(only(opened(tmp_path, "a,b\r1,2\r"))) == [(1, "a", "b"), (2, "1", "2")]


def test_a_doubled_quotation_mark_is_one(tmp_path):
    assert rows_of(only(opened(tmp_path, 'a,b\n"kata ""baik""",2\n')))[1] == (2, 'kata "baik"', "2")


def test_a_short_row_is_filled_up_and_empty_cells_too_many_are_left_out(tmp_path):
    text = "a,b,c\n" + "1,2,3\n" * 60 + "1\n1,2,3,,\n"
    assert rows_of(only(opened(tmp_path, text)))[61:] == [(62, "1", None, None), (63, "1", "2", "3")]


@pytest.mark.parametrize("size", [1, 2, 50_000])
def test_a_row_wider_than_the_table_is_refused_with_its_first_cell_too_many(tmp_path, size):
    sheet = only(opened(tmp_path, "a,b\n" + "1,2\n" * 60 + "1,2,rahasia\n"))
    assert refusal(rows_of, sheet, size) == "F155 jawaban.csv:C62"


def test_no_problem_shows_what_a_cell_holds(tmp_path):
    sheet = only(opened(tmp_path, "a,b\n" + "1,2\n" * 60 + "1,2,rahasia\n"))
    with pytest.raises(ProblemsFoundError) as caught:
        rows_of(sheet)
    assert "rahasia" not in repr(caught.value.problems)


@pytest.mark.parametrize(
    "row",
    ['"4,3\n', '4,"3" x\n', f'4,"{"x" * 140_000}"\n', '"x\ny",' * 200_000],
    ids=["unclosed", "text after", "endless", "a record of many lines"],
)
def test_a_quotation_without_end_is_refused_with_its_row(tmp_path, row):
    sheet = opened(tmp_path, "U1,U2\n" + row + "4,4\n" * 9).sheets[0]
    assert sheet.head()[0] == ["U1", "U2"]
    assert refusal(rows_of, sheet) == "F154 jawaban.csv:2"


def test_a_quotation_without_end_in_the_first_row_is_refused_at_once(tmp_path):
    assert refusal(opened, tmp_path, '"U1,U2\n4,4\n') == "F154 jawaban.csv:1"


def test_pieces_join_to_the_same_rows_whatever_their_size_and_can_be_read_twice(tmp_path):
    sheet = only(opened(tmp_path, "a,b\n" + "".join(f"{n},x\n" for n in range(100))))
    assert rows_of(sheet, 7) == rows_of(sheet, 7) == rows_of(sheet)
    assert len(rows_of(sheet)) == 101


def test_frames_hold_objects_and_count_rows_and_columns_from_1(tmp_path):
    (frame,) = (piece.frame() for piece in only(opened(tmp_path, "a,b\n1,\n")).pieces())
    assert (list(frame.index), list(frame.columns)) == ([1, 2], [1, 2])
    assert {str(kind) for kind in frame.dtypes} == {"object"}
    assert frame.loc[2, 2] is None


def test_the_hash_is_that_of_the_bytes(tmp_path):
    content = b"\xef\xbb\xbfa,b\r\n1,2\r\n"
    assert opened(tmp_path, content).sha256 == hashlib.sha256(content).hexdigest()


def test_a_file_that_changes_after_it_was_opened_is_refused(tmp_path):
    path = made(tmp_path, "a,b\n1,2\n")
    sheet = only(open_delimited(path))
    path.write_text("a,b\n1,2\n3,4\n")
    assert refusal(rows_of, sheet) == "F156 jawaban.csv"


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path):
    path = made(tmp_path, "a,b\n1,2\n")
    pieces = only(open_delimited(path)).pieces(1)
    next(pieces)
    os.utime(path, (1, 1))
    assert refusal(list, pieces) == "F156 jawaban.csv"


def test_a_file_that_goes_away_is_a_problem(tmp_path):
    path = made(tmp_path, "a,b\n1,2\n")
    sheet = only(open_delimited(path))
    path.unlink()
    assert refusal(rows_of, sheet) == "F157 jawaban.csv"
    assert refusal(open_delimited, path) == "F157 jawaban.csv"


def test_text_under_another_name_is_read_with_a_warning(tmp_path):
    workbook = open_delimited(made(tmp_path, "a,b\n", "jawaban.xlsx"), misnamed=True)
    assert codes(workbook) == ["F158"]


@pytest.mark.parametrize("size", [499_999, 500_000, 500_001, 999_999, 1_000_000])
def test_a_line_may_be_a_million_letters_long(tmp_path, size):
    for end in ("", "\n", "\r\na,b\r\n"):
        assert opened(tmp_path, "a,b\n" + "é" * size + end).sheets


@pytest.mark.parametrize("before", ["", "a,b\n", "a,b\r" * 100_003])
def test_a_longer_line_is_refused(tmp_path, before):
    assert refusal(opened, tmp_path, before + "é" * 1_000_001 + "\n") == "F153 jawaban.csv"


def test_more_columns_than_a_sheet_has_are_refused(tmp_path):
    assert only(opened(tmp_path, "," * 16_383 + "\n")).width == 16_384
    assert refusal(opened, tmp_path, "," * 16_384 + "\n") == "F159 jawaban.csv:1"


def test_more_blank_rows_in_a_row_than_a_sheet_has_are_refused(tmp_path):
    sheet = only(opened(tmp_path, "a,b\n" + "\n" * 1_048_577 + "1,2\n"))
    assert refusal(rows_of, sheet) == "F159 jawaban.csv:1048578"


def test_a_wide_table_comes_in_small_pieces(tmp_path):
    sheet = only(opened(tmp_path, ("1," * 9_999 + "1\n") * 150))
    rows = [len(piece.rows) for piece in sheet.pieces()]
    assert (sum(rows), max(rows) <= 100) == (150, True)


@pytest.mark.parametrize("line", ['sep="', "sep=a", "sep=\r", "sep=", "sep=,,"])
def test_what_names_no_separator_is_a_row_like_any_other(tmp_path, line):
    first = opened(tmp_path, f"{line}\nU1,U2\n4,3\n").sheets[0]
    assert ["U1", "U2"] in [row[:2] for row in first.head()[1:]]


def test_a_line_of_200_mb_is_refused_within_200_mb(tmp_path):
    path = tmp_path / "jawaban.csv"
    with path.open("wb") as file:
        for _ in range(200):
            file.write(b"a" * 1_000_000)
    program = (
        "import sys, pathlib\n"
        "from ipak_cli.tables.csv.read import open_delimited\n"
        "from ipak_cli.base.problem import ProblemsFoundError\n"
        "try:\n    open_delimited(pathlib.Path(sys.argv[1]))\n"
        "except ProblemsFoundError as found:\n    code = found.problems[0].code\n"
        # Not ru_maxrss: it counts the memory of the test run, from which this process was forked.
        "used = pathlib.Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0]\n"
        "print(code, used)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    code, kilobytes = done.stdout.split()
    assert code == "F153"
    assert int(kilobytes) < 200_000


def test_a_wide_header_makes_no_columns_of_short_rows_and_no_pieces_of_blank_ones(tmp_path):
    sheet = only(opened(tmp_path, "a,b" + "," * 16_000 + "\n1,2\n" + "\n" * 8_000 + "3,4\n"))
    pieces = list(sheet.pieces())
    assert sum(len(piece.columns) for piece in pieces) == 2 * len(pieces)
    assert len(pieces) <= 2


def test_rows_that_are_too_wide_are_told_together_with_a_quotation_that_makes_no_sense(tmp_path):
    sheet = only(opened(tmp_path, "a,b\n" + "1,2\n" * 60 + "1,2,3\n" + '"x" y,2\n'))
    with pytest.raises(ProblemsFoundError) as found:
        rows_of(sheet)
    assert [str(problem.where) for problem in found.value.problems] == ["jawaban.csv:C62", "jawaban.csv:63"]


def test_empty_quotations_are_no_blank_lines(tmp_path, monkeypatch):
    monkeypatch.setattr("ipak_cli.tables.csv.fast.LAST_ROW", 50)
    monkeypatch.setattr("ipak_cli.tables.csv.strict.LAST_ROW", 50)
    sheet = opened(tmp_path, "a,b\n1,2\n" + '""\n' * 40 + "\n" * 40 + "3,4\n").sheets[0]
    assert rows_of(sheet)[-1] == (83, "3", "4")
