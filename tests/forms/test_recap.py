"""The form of a recap: written blank, filled in, read back as the recap that was meant."""

import io

import openpyxl
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.printed import Printed
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.cli.app import run
from ipak_cli.forms.recap import RecapEntries, recap_form
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import Polarity
from ipak_cli.survey.reading.recap_read import find_recap
from ipak_cli.survey.recap import RecapShape
from ipak_cli.tables.open import open_any
from makers.printed import printed
from makers.recap_files import THIRD_MEANS, THIRD_SUMS

RUBRIC = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
SUMS = [*THIRD_SUMS]
"""Triwulan III 2024, 41 respondents: each item's mean in Tabel 4.1 has one such sum."""
CODES = [item.code for item in RUBRIC.items]


def opened(content, tmp_path, name="rekap.xlsx"):
    path = tmp_path / name
    path.write_bytes(content)
    return open_any(path)


def read(tmp_path, entries, rubric=RUBRIC, **asked):
    return find_recap(opened(recap_form(rubric, entries), tmp_path), rubric, **asked)


def refused(tmp_path, entries=None, rubric=RUBRIC, content=None, **asked):
    workbook = opened(content or recap_form(rubric, entries or RecapEntries()), tmp_path)
    with pytest.raises(ProblemsFoundError) as error:
        find_recap(workbook, rubric, **asked)
    for each in error.value.problems:
        assert message_of(each)
        assert hint_of(each)
    return [(each.code, each.where.sheet, each.where.cell) for each in error.value.problems]


def typed(cells, rubric=RUBRIC, sheet="Rekap"):
    """Return the form with these values in its cells."""
    workbook = openpyxl.load_workbook(io.BytesIO(recap_form(rubric)))
    for cell, value in cells.items():
        workbook[sheet][cell] = value
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def column(letter, values, first=8):
    return {f"{letter}{row}": value for row, value in enumerate(values, start=first)}


def test_the_form_is_the_same_for_the_same_rubric():
    assert recap_form(RUBRIC) == recap_form(RUBRIC)


def test_counts_unit_period_and_respondents_come_back(tmp_path):
    counts = {
        code: {1: 0, 2: 0, 3: 164 - total, 4: 41 - (164 - total)}
        for code, total in zip(CODES, SUMS, strict=True)
    }
    entries = RecapEntries("Balai Contoh", parse_period("III-2024"), 41, counts=counts)
    found = read(tmp_path, entries)
    assert found.recap.shape is RecapShape.COUNTS
    assert {code: item.counts for code, item in found.recap.items.items()} == counts
    assert [item.sums for item in found.recap.items.values()] == [range(n, n + 1) for n in SUMS]
    assert {item.n for item in found.recap.items.values()} == {41}
    assert (found.unit, found.period, found.recap.respondents) == (
        "Balai Contoh",
        parse_period("III-2024"),
        41,
    )
    assert (found.where.file, found.where.sheet, found.rows) == ("rekap.xlsx", "Rekap", 14)


def test_sums_with_n_come_back(tmp_path):
    entries = RecapEntries(n=dict.fromkeys(CODES, 41), sums=dict(zip(CODES, SUMS, strict=True)))
    found = read(tmp_path, entries)
    assert found.recap.shape is RecapShape.SUMS
    assert [item.sums for item in found.recap.items.values()] == [range(n, n + 1) for n in SUMS]
    assert {item.counts for item in found.recap.items.values()} == {None}
    assert (found.period, found.recap.respondents) == (None, None)


def test_printed_means_give_the_one_sum_that_41_answers_allow(tmp_path):
    means = {code: printed(text) for code, text in zip(CODES, THIRD_MEANS, strict=True)}
    found = read(tmp_path, RecapEntries(n=dict.fromkeys(CODES, 41), means=means))
    assert found.recap.shape is RecapShape.MEANS
    assert [item.sums for item in found.recap.items.values()] == [range(n, n + 1) for n in SUMS]


def test_a_printed_mean_of_many_answers_gives_several_sums(tmp_path):
    means = dict.fromkeys(CODES, printed("3,95"))
    found = read(tmp_path, RecapEntries(n=dict.fromkeys(CODES, 410), means=means))
    # 3,945 <= k / 410 < 3,955: from 1617,45 to 1621,55
    assert {item.sums for item in found.recap.items.values()} == {range(1618, 1622)}


def test_the_respondents_are_the_answers_where_nothing_else_is_said(tmp_path):
    entries = RecapEntries(respondents=41, sums=dict(zip(CODES, SUMS, strict=True)))
    assert {item.n for item in read(tmp_path, entries).recap.items.values()} == {41}


def test_the_user_may_say_how_many_respondents_there_were(tmp_path):
    entries = RecapEntries(sums=dict(zip(CODES, SUMS, strict=True)))
    assert read(tmp_path, entries, respondents=41).recap.respondents == 41
    assert refused(tmp_path, entries)[0] == ("K244", "Rekap", "C8")


def test_totals_by_index_are_a_recap_of_their_own(tmp_path):
    totals = {"IPAK": {1: 0, 2: 2, 3: 8, 4: 195}, "IPKP": {1: 1, 2: 5, 3: 22, 4: 341}}
    found = read(tmp_path, RecapEntries(respondents=41, totals=totals))
    assert (found.recap.shape, found.recap.totals, found.recap.items) == (RecapShape.TOTALS, totals, {})
    assert found.where.sheet == "Jumlah bintang"


def test_totals_of_the_whole_survey_are_a_recap(tmp_path):
    totals = {"": {1: 1, 2: 7, 3: 30, 4: 536}}
    assert read(tmp_path, RecapEntries(totals=totals)).recap.totals == totals


def test_a_total_that_is_not_that_of_its_indices_is_refused(tmp_path):
    totals = {"IPAK": {1: 0, 2: 2, 3: 8, 4: 195}, "IPKP": {1: 1, 2: 5, 3: 22, 4: 341}}
    totals[""] = {1: 1, 2: 7, 3: 30, 4: 535}
    assert refused(tmp_path, RecapEntries(totals=totals)) == [("K242", "Jumlah bintang", "F7")]


def test_a_blank_form_says_what_to_fill_in(tmp_path):
    assert refused(tmp_path) == [("K249", "Rekap", None)]


def test_a_form_of_another_rubric_is_refused(tmp_path):
    workbook = opened(recap_form(SKM), tmp_path)
    with pytest.raises(ProblemsFoundError) as error:
        find_recap(workbook, RUBRIC)
    assert [each.code for each in error.value.problems] == ["K250"]


def test_every_fault_of_the_form_is_told_at_once_with_its_cell(tmp_path):
    cells = {"B3": "nanti", **column("C", [41] * 14), **column("H", SUMS)}
    cells |= {"C8": "empat puluh", "H9": "rusak", "H10": 165, "H11": None, "I12": "3,90"}
    content = typed(cells)
    assert sorted(refused(tmp_path, content=content)) == [
        ("K240", "Rekap", "C8"),
        ("K240", "Rekap", "H9"),
        ("K241", "Rekap", "H11"),
        ("K242", "Rekap", "I12"),
        ("K246", "Rekap", "H10"),
        ("K251", "Rekap", "B3"),
    ]


def test_a_mean_that_no_answers_give_is_refused_with_the_nearest(tmp_path):
    content = typed({**column("C", [24] * 14), **column("I", ["3,93"] * 14)})
    with pytest.raises(ProblemsFoundError) as error:
        find_recap(opened(content, tmp_path), RUBRIC)
    first = error.value.problems[0]
    assert (first.code, first.where.cell) == ("K243", "I8")
    assert "3,92 atau 3,96" in message_of(first)


def test_a_computed_mean_is_read_with_all_its_digits(tmp_path):
    content = typed({**column("C", [410] * 14), **column("I", [total * 10 / 410 for total in SUMS])})
    found = find_recap(opened(content, tmp_path), RUBRIC)
    assert [item.sums for item in found.recap.items.values()] == [range(n * 10, n * 10 + 1) for n in SUMS]


def test_a_number_that_lost_its_zero_has_the_decimals_of_its_column(tmp_path):
    means = [3.95, 3.93, 3.95, 3.93, 3.95, 3.83, 3.9, 3.93, 4, 3.93, 3.85, 3.88, 3.93, 3.9]
    content = typed({**column("C", [41] * 14), **column("I", means)})
    found = find_recap(opened(content, tmp_path), RUBRIC)
    assert [item.sums for item in found.recap.items.values()] == [range(n, n + 1) for n in SUMS]


def test_more_answers_than_respondents_are_refused(tmp_path):
    entries = RecapEntries(
        respondents=40, n=dict.fromkeys(CODES, 41), sums=dict(zip(CODES, SUMS, strict=True))
    )
    workbook = opened(recap_form(RUBRIC, entries), tmp_path)
    with pytest.raises(ProblemsFoundError) as error:
        find_recap(workbook, RUBRIC)
    (told,) = error.value.problems
    assert (told.code, told.cells.cells) == ("K247", "C8:C21")


def test_sums_of_turned_items_are_taken_since_the_form_asks_for_them_so(tmp_path):
    items = tuple(
        item.model_copy(update={"polarity": Polarity.NEGATIVE}) if item.code == "I1" else item
        for item in RUBRIC.indices[0].items
    )
    indices = (RUBRIC.indices[0].model_copy(update={"items": items}), *RUBRIC.indices[1:])
    rubric = RUBRIC.model_copy(update={"indices": indices})
    entries = RecapEntries(n=dict.fromkeys(CODES, 41), sums=dict(zip(CODES, SUMS, strict=True)))
    assert read(tmp_path, entries, rubric).recap.items["I1"].sums == range(162, 163)
    counts = {code: {1: 2, 2: 0, 3: 0, 4: 39} for code in CODES}
    # 39 x 1 + 2 x 4 after turning
    assert read(tmp_path, RecapEntries(counts=counts), rubric).recap.items["I1"].sums == range(47, 48)


def test_a_rubric_whose_items_are_several_columns_has_no_recap(tmp_path):
    first = SKM.items[0].model_copy(update={"mean_of": (("Alur jelas",), ("Alur cepat",))})
    index = SKM.indices[0].model_copy(update={"items": (first, *SKM.items[1:])})
    rubric = SKM.model_copy(update={"indices": (index,)})
    sums = {item.code: 30 for item in rubric.items}
    assert refused(tmp_path, RecapEntries(respondents=10, sums=sums), rubric) == [("K255", "Rekap", None)]


def test_printed_means_keep_their_zeros_in_the_form():
    workbook = openpyxl.load_workbook(
        io.BytesIO(recap_form(RUBRIC, RecapEntries(means={"I1": Printed(4, 2)})))
    )
    assert workbook["Rekap"]["I8"].value == "4,00"


def test_a_cell_of_the_other_sheet_is_named_with_its_sheet(tmp_path):
    counts = {code: {1: 0, 2: 0, 3: 1, 4: 40} for code in CODES}
    entries = RecapEntries(counts=counts, totals={"": {1: 0, 2: 0, 3: 14, 4: 561}})
    with pytest.raises(ProblemsFoundError) as error:
        read(tmp_path, entries)
    (told,) = error.value.problems
    assert (told.where.sheet, told.where.cell) == ("Jumlah bintang", "F7")
    assert "menurut Rekap!G8:G21 seharusnya 560" in message_of(told)


@pytest.mark.parametrize("option", ["--recap", "--rekap"])
def test_the_command_writes_the_form_once(tmp_path, capsys, option):
    path = tmp_path / "rekap.xlsx"
    assert run(["template", option, str(path), "--rubric", "skm-14-2017"]) == 0
    assert path.read_bytes() == recap_form(SKM)
    assert "Formulir rekap ditulis" in capsys.readouterr().err
    assert run(["template", option, str(path)]) == 1
    assert path.read_bytes() == recap_form(SKM)


def test_the_command_writes_one_form_at_a_time(tmp_path):
    assert run(["template", "--rekap", "--audit", str(tmp_path / "x.xlsx")]) == 2
    assert not (tmp_path / "x.xlsx").exists()


def two_forms():
    """Return a form with a second copy of its sheet, "Loket 2": 41 and 40 answers to each item."""
    workbook = openpyxl.load_workbook(
        io.BytesIO(typed({**column("C", [41] * 14), **column("H", SUMS)})),
    )
    copy = workbook.copy_worksheet(workbook["Rekap"])
    copy.title = "Loket 2"
    for row in range(8, 22):
        copy[f"C{row}"], copy[f"H{row}"] = 40, 150
    return workbook


def bytes_of(workbook):
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


@pytest.mark.parametrize(("sheet", "answers"), [("Rekap", 41), ("Loket 2", 40)])
def test_the_sheet_asked_for_is_read_where_two_have_the_form(tmp_path, sheet, answers):
    found = find_recap(opened(bytes_of(two_forms()), tmp_path), RUBRIC, sheet)
    assert ({item.n for item in found.recap.items.values()}, found.where.sheet) == ({answers}, sheet)


def test_two_filled_forms_in_one_file_are_not_chosen_from(tmp_path):
    workbook = two_forms()
    assert refused(tmp_path, content=bytes_of(workbook)) == [("K207", None, None)]
    workbook["Loket 2"].sheet_state = "hidden"
    assert find_recap(opened(bytes_of(workbook), tmp_path), RUBRIC).where.sheet == "Rekap"


@pytest.mark.parametrize("sheet", ["Ngawur", "Petunjuk"])
def test_a_sheet_that_is_no_form_is_not_replaced_by_the_form(tmp_path, sheet):
    assert find_recap(opened(bytes_of(two_forms()), tmp_path), RUBRIC, sheet) is None


def test_answers_beside_a_form_are_read_instead_of_it(tmp_path):
    workbook = two_forms()
    del workbook["Loket 2"]
    answers = workbook.create_sheet("Jawaban")
    answers.append(["Waktu", *(item.text for item in RUBRIC.items)])
    for day in range(1, 6):
        answers.append([f"2024-07-0{day}", *[4] * 14])
    assert find_recap(opened(bytes_of(workbook), tmp_path), RUBRIC) is None


def test_a_renamed_sheet_of_the_form_is_read(tmp_path):
    workbook = two_forms()
    del workbook["Loket 2"]
    workbook["Rekap"].title = "TW III"
    assert find_recap(opened(bytes_of(workbook), tmp_path), RUBRIC).where.sheet == "TW III"


def test_a_hidden_form_is_read_and_said_to_be_hidden(tmp_path):
    workbook = two_forms()
    del workbook["Loket 2"]
    workbook["Rekap"].sheet_state = "hidden"
    found = find_recap(opened(bytes_of(workbook), tmp_path), RUBRIC)
    assert [(each.code, each.where.sheet) for each in found.problems] == [("K209", "Rekap")]


COUNTED = {
    f"{letter}{row}": n for letter, n in zip("DEFG", (0, 1, 3, 37), strict=True) for row in range(8, 22)
}


def told_of(tmp_path, cells):
    """Return the problems of a form with these cells: code, cells and what is said of them."""
    with pytest.raises(ProblemsFoundError) as error:
        find_recap(opened(typed(cells), tmp_path), RUBRIC)
    return [
        (each.code, each.cells.cells if each.cells else each.where.cell, message_of(each), hint_of(each))
        for each in error.value.problems
    ]


def test_a_blank_row_lacks_what_the_other_rows_have(tmp_path):
    ((code, cells, message, hint),) = told_of(tmp_path, COUNTED | dict.fromkeys(("D14", "E14", "F14", "G14")))
    assert (code, cells) == ("K241", "D14:G14")
    assert "cacah jawaban 1 butir I7 kosong" in message
    assert "0" not in hint


def test_a_blank_sum_is_never_to_be_0(tmp_path):
    sums = {**column("C", [41] * 14), **column("H", SUMS), "H9": None}
    ((code, cells, _, hint),) = told_of(tmp_path, sums)
    assert (code, cells) == ("K241", "H9")
    assert "0" not in hint


def test_a_head_typed_twice_is_told_at_the_heads(tmp_path):
    found = told_of(tmp_path, COUNTED | {"E7": "Bintang 1"})
    assert [each[:2] for each in found] == [("K280", "E7"), ("K281", "E7")]
    assert "di D7 dan di E7" in found[0][2]
    assert "“Bintang 2” tidak ada" in found[1][2]


def test_a_head_that_is_gone_is_told_where_another_stands(tmp_path):
    found = told_of(tmp_path, COUNTED | {"E7": "Lainnya"})
    assert [each[:2] for each in found] == [("K281", "E7")]


def test_counts_of_some_items_and_means_of_others_are_no_recap(tmp_path):
    blank = dict.fromkeys(("D21", "E21", "F21", "G21"))
    ((code, cells, message, _),) = told_of(tmp_path, COUNTED | blank | {"C21": 41, "I21": "3,90"})
    assert (code, cells) == ("K282", "I21")
    assert "cacah tiap jawaban hanya ada pada butir I1, I2" in message
    assert "butir I14 berisi rata-rata" in message


def test_counts_of_some_items_are_read_where_all_have_sums(tmp_path):
    counted = {"D8": 0, "E8": 0, "F8": 2, "G8": 39}
    content = typed({**column("C", [41] * 14), **column("H", SUMS), **counted})
    assert find_recap(opened(content, tmp_path), RUBRIC).recap.shape is RecapShape.SUMS


def test_the_sentence_of_another_item_contradicts_the_code(tmp_path):
    found = told_of(tmp_path, COUNTED | {"B8": RUBRIC.items[1].text, "B9": RUBRIC.items[0].text})
    assert [each[:2] for each in found] == [("K266", "A8"), ("K266", "A9")]
    assert "kodenya I1, sedangkan kalimat di B8" in found[0][2]


def test_codes_that_are_exchanged_in_our_own_form_contradict_the_sentences(tmp_path):
    counts = {item.code: {1: 0, 2: 1, 3: 3, 4: 37} for item in SKM.items}
    workbook = openpyxl.load_workbook(io.BytesIO(recap_form(SKM, RecapEntries(counts=counts))))
    workbook["Rekap"]["A15"], workbook["Rekap"]["A16"] = "U9", "U8"
    found = refused(tmp_path, rubric=SKM, content=bytes_of(workbook))
    assert sorted(found) == [("K266", "Rekap", "A15"), ("K266", "Rekap", "A16")]


def test_a_sentence_that_is_nothing_like_that_of_the_code_is_refused(tmp_path):
    ((code, cell, message, _),) = told_of(tmp_path, COUNTED | {"B8": "Kalimat lain sama sekali"})
    assert (code, cell) == ("K283", "B8")
    assert "kode di A8 adalah I1" in message


@pytest.mark.parametrize("text", [None, "-", "Tidak ada diskriminasi", "Diskriminasi"])
def test_a_shortened_or_blank_sentence_is_no_contradiction(tmp_path, text):
    content = typed(COUNTED | {"B8": text})
    assert find_recap(opened(content, tmp_path), RUBRIC).recap.items["I1"].n == 41


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("G8", 10**12, "karena terlalu besar"),
        ("G8", "-1", "karena negatif"),
        ("G8", -1, "karena negatif"),
        ("G8", "90%", "“90%” tidak terbaca sebagai cacah jawaban 4 butir I1, karena berupa persentase"),
        ("B4", 0, "“0” tidak terbaca sebagai jumlah responden: paling sedikit 1"),
        ("G8", "banyak", "“banyak” tidak terbaca sebagai cacah jawaban 4"),
    ],
)
def test_why_a_number_is_not_taken_is_said(tmp_path, cell, value, said):
    ((code, at, message, _),) = told_of(tmp_path, COUNTED | {cell: value})
    assert (code, at) == ("K240", cell)
    assert said in message


def test_a_code_that_stands_twice_is_told_with_both_cells(tmp_path):
    found = told_of(tmp_path, COUNTED | {"A9": "I1"})
    assert [each[:2] for each in found] == [("K284", "A9")]
    assert "kode I1 tertulis dua kali, di A8 dan di A9" in found[0][2]


@pytest.mark.parametrize("written", [None, "X"])
def test_a_sentence_without_its_code_is_no_missing_item(tmp_path, written):
    ((code, cell, message, _),) = told_of(tmp_path, COUNTED | {"A11": written})
    assert (code, cell) == ("K285", "A11")
    assert "kode I4, karena kalimat di B11" in message


def test_a_row_that_is_gone_is_a_missing_item(tmp_path):
    gone = dict.fromkeys(f"{letter}21" for letter in "ABDEFG")
    assert [each[0] for each in told_of(tmp_path, COUNTED | gone)] == ["K245"]
