"""Tables of one answer a row: the result of the wide table, and the cells in which the answers stand."""

import json

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.provenance import Tool
from ipak_cli.cli.app import run
from ipak_cli.documents.write import plain
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from makers.exports import example_rows, item_columns, table, write_csv, write_xlsx
from makers.long_tables import melted
from makers.ods import number_cell, ods, row, sheet, text_cell

IPAK = load_rubric("ipak-ipkp")
SKM = load_rubric("skm-14-2017")
TOOL = Tool("ipak", "0")
ITEMS = [item.text for item in SKM.rubric.items]
HEAD = ["ID Responden", "Waktu", "Jenis kelamin", "Pertanyaan", "Jawaban"]


def result_of(path, loaded=IPAK, **asked):
    """Return the document of a file's result."""
    return plain(score(ScoreRequest((path,), **asked), loaded, TOOL))


def figures(result):
    """Return all of a document but what it was made of, and in which order suggestions came."""
    shown = sorted(json.dumps(one | {"where": None}) for one in result["suggestions"]["shown"])
    own = ("sources", "decisions", "problems", "suggestions")
    return {**{key: value for key, value in result.items() if key not in own}, "shown": shown}


def answers(people=4, *, item=None):
    """Return a long table of answers to the nine elements: respondent after respondent."""
    sexes = ("Laki-laki", "Perempuan")
    return [
        [f"R{person}", f"2024-10-{person + 1:02} 09:00:00", sexes[person % 2], text, 1 + (person + place) % 4]
        for person in range(people)
        for place, text in enumerate(ITEMS)
        if item is None or place == item
    ]


def sexes(document):
    """Return how many respondents each sex has."""
    found = next(each for each in document["breakdowns"] if each["name"] == "Jenis kelamin")
    return {group["name"]: group["respondents"] for group in found["groups"]}


@pytest.fixture
def scored(tmp_path, capsys):
    """Score rows as one file, and return exit code and document."""

    def call(rows, *options, name="panjang.csv"):
        path = (write_csv if name.endswith("csv") else write_xlsx)(tmp_path / name, rows)
        code = run(["score", str(path), "--rubric", "skm-14-2017", "--json", *options])
        return code, json.loads(capsys.readouterr().out)

    return call


@pytest.fixture
def refused(scored):
    """Score rows that are refused, and return what is told."""

    def call(rows, *options, name="panjang.csv"):
        code, told = scored(rows, *options, name=name)
        assert code == 1
        return [problem for problem in told["problems"] if problem["severity"] == "error"]

    return call


@pytest.mark.parametrize("period", [1, 2, 3, 4])
@pytest.mark.parametrize("shuffled", [False, True])
def test_the_long_form_of_an_example_gives_the_result_of_the_wide_one(tmp_path, period, shuffled):
    rows = example_rows(period)
    wide = result_of(write_xlsx(tmp_path / "lebar.xlsx", rows))
    long = result_of(
        write_xlsx(tmp_path / "panjang.xlsx", melted(rows, item_columns(rows[0]), shuffled=shuffled))
    )

    assert figures(long) == figures(wide)
    assert [each["code"] for each in long["problems"]] == [each["code"] for each in wide["problems"]]
    (source,) = long["sources"]
    assert (source["layout"], source["answer_rows"]) == ("long", wide["respondents"] * 14)
    assert (source["rows"], source["unused"]) == (wide["respondents"], wide["sources"][0]["unused"])


def test_profiles_and_suggestions_that_are_rows_become_columns(tmp_path):
    rows = example_rows(4)
    asked = [
        place for place, head in enumerate(rows[0]) if head not in ("Timestamp", "Email Address", "Nama")
    ]
    wide = result_of(write_csv(tmp_path / "lebar.csv", rows))
    long = result_of(write_csv(tmp_path / "panjang.csv", melted(rows, asked, blanks=False)))

    assert figures(long) == figures(wide)
    assert long["breakdowns"][0]["groups"]


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_wide_table_melted_and_in_any_order_has_the_same_figures(tmp_path_factory, data):
    people = data.draw(st.integers(2, 12))
    given_answers = [
        data.draw(st.lists(st.sampled_from([1, 2, 3, 4, None]), min_size=14, max_size=14))
        for _ in range(people)
    ]
    given_answers[0] = given_answers[1] = [4] * 14  # at least two people answer: the items come again
    rows = table(IPAK.rubric, given_answers)
    for number, each in enumerate(rows):
        each.append(
            ("Jenis kelamin", "Laki-laki", "Perempuan", "")[number and 1 + data.draw(st.integers(0, 2))]
        )
    head, *long = melted(rows, range(1, 15), blanks=data.draw(st.booleans()))
    folder = tmp_path_factory.mktemp("acak")
    wide = result_of(write_csv(folder / "lebar.csv", rows), lenient=True)
    turned = result_of(
        write_csv(folder / "panjang.csv", [head, *data.draw(st.permutations(long))]), lenient=True
    )

    assert figures(turned) == figures(wide)


def test_an_answer_is_told_by_the_cell_in_which_it_stands(refused):
    long = answers()
    long[9 + 2][4] = 7
    long[27 + 2][4] = 7

    (problem,) = refused([HEAD, *long])

    assert (problem["code"], problem["where"]["cell"]) == ("J301", "E13")
    assert problem["cells"] == {"count": 2, "cells": "E13, E31"}


def test_cells_of_a_table_in_the_order_of_questions_are_told_as_runs(refused):
    long = [line for place in range(9) for line in answers(item=place)]
    for line in long[8:12]:
        line[4] = "mungkin"

    (problem,) = refused([HEAD, *long])

    assert problem["cells"] == {"count": 4, "cells": "E10:E13"}


def test_an_answer_without_a_row_is_told_by_the_respondent(scored):
    long = answers()
    del long[9 + 2]

    code, told = scored([HEAD, *long])

    problem = told["problems"][0]
    assert (code, problem["code"], problem["where"]["cell"]) == (1, "J310", "A11")


def test_times_and_periods_are_those_of_the_respondents(scored):
    long = answers()
    for line in long[:18]:
        line[1] = "2024-08-17 10:00:00"

    code, told = scored([HEAD, *long], "--period", "IV-2024")

    assert (code, told["respondents"], told["sources"][0]["answer_rows"]) == (0, 2, 18)
    (outside,) = told["sources"][0]["left_out"]
    assert (outside["code"], outside["count"], outside["rows"]) == ("outside", 2, "2–19")


def test_the_last_time_of_a_day_is_a_respondents(scored):
    long = answers()
    for number, line in enumerate(long):
        line[1] = f"2024-10-{int(line[0][1]) + 1:02} 09:00:{number:02}"

    code, told = scored([HEAD, *long])

    assert (code, told["respondents"]) == (0, 4)
    (problem,) = (each for each in told["problems"] if each["code"] == "K277")
    assert (problem["where"]["cell"], problem["values"]["count"]) == ("B1", 4)


def test_times_of_several_days_are_refused(refused):
    long = answers()
    long[5][1] = "2024-12-30 09:00:00"

    (problem,) = refused([HEAD, *long])

    assert (problem["code"], problem["where"]["cell"]) == ("K275", "B7")
    assert "A7: B2 dan B7" in problem["message"]


def test_two_values_of_a_profile_are_refused_with_both_cells(refused):
    long = answers()
    long[3][2] = "Perempuan"

    (problem,) = refused([HEAD, *long])

    assert (problem["code"], problem["where"]["cell"]) == ("K275", "C5")
    assert "C2 dan C5" in problem["message"]


def test_a_value_that_stands_in_one_row_of_a_respondent_is_theirs(scored):
    long = answers(24)
    for number, line in enumerate(long):
        line[2] = line[2] if number % 9 == 4 else ""

    code, told = scored([HEAD, *long])

    assert code == 0
    assert sexes(told) == {"Laki-laki": 12, "Perempuan": 12}


def test_what_belongs_to_the_answer_is_listed_as_unused(scored):
    long = [[number, *line, line[3].upper()[:3]] for number, line in enumerate(answers(), 1)]

    code, told = scored([["id", *HEAD, "Kategori"], *long])

    assert code == 0
    assert [(each["cell"], each["header"]) for each in told["sources"][0]["unused"]] == [
        ("A1", "id"),
        ("G1", "Kategori"),
    ]  # fmt: skip


def test_questions_that_are_nobody_s_items_are_unused_columns(scored):
    long = answers()
    long += [["R0", *long[0][1:3], "Dari mana Anda tahu kami?", pick] for pick in ("Koran", "Radio")]

    code, told = scored([HEAD, *long])

    assert code == 0
    assert ("D38", "Dari mana Anda tahu kami?") in {
        (each["cell"], each["header"]) for each in told["sources"][0]["unused"]
    }


def test_without_a_respondent_the_answers_cannot_be_put_together(refused):
    rows = [[line[1], *line[3:]] for line in answers()]

    (problem,) = refused([["Waktu", "Pertanyaan", "Jawaban"], *rows])

    assert (problem["code"], problem["where"]["cell"]) == ("K270", "B1")


def test_a_number_of_the_answer_is_no_respondent(refused):
    rows = [[number, *line[3:]] for number, line in enumerate(answers())]

    (problem,) = refused([["id", "Pertanyaan", "Jawaban"], *rows])

    assert problem["code"] == "K270"


def test_columns_that_tell_respondents_apart_differently_are_asked_about(refused):
    rows = [[line[0], f"S{int(line[0][1]) % 2}{number % 9 % 2}{int(line[0][1]) // 2}", *line[3:]]
            for number, line in enumerate(answers())]  # fmt: skip

    (problem,) = refused([["orang", "kelompok", "Pertanyaan", "Jawaban"], *rows])

    assert problem["code"] == "K271"
    assert "A1 “orang” atau B1 “kelompok”" in problem["message"]


def test_a_column_of_no_such_name_is_the_respondents_where_no_other_can_be(scored):
    rows = [[line[0], line[3], line[4]] for line in answers()]

    code, told = scored([["orang", "apa", "isi"], *rows], "--period", "IV-2024")

    assert (code, told["respondents"], told["sources"][0]["layout"]) == (0, 4, "long")


def test_a_respondent_who_answers_a_question_twice_is_refused_with_both_cells(refused):
    long = answers()
    long.append([*long[2][:4], 1])

    (problem,) = refused([HEAD, *long])

    assert (problem["code"], problem["where"]["cell"]) == ("K272", "E38")
    assert "A38" in problem["message"]
    assert "E4 dan E38; seluruhnya 1 baris berulang, 1 di antaranya lain jawabannya" in problem["message"]
    assert "jangan dihapus" in problem["hint"]


def test_a_row_that_is_a_copy_is_refused_and_called_equal(refused):
    long = answers()
    long.append(long[2])

    (problem,) = refused([HEAD, *long])

    assert problem["code"] == "K272"
    assert "1 baris berulang, jawabannya sama" in problem["message"]
    assert "hapus yang berulang" in problem["hint"]


def test_numbers_that_begin_again_in_each_unit_are_told_with_the_unit(refused):
    long = [[*line[:3:2], *line[3:], loket] for loket in ("Loket A", "Loket B") for line in answers()]

    (problem,) = refused([["ID Responden", "Jenis kelamin", "Pertanyaan", "Jawaban", "Loket"], *long])

    assert (problem["code"], problem["where"]["cell"]) == ("K272", "D38")
    assert "36 baris berulang, jawabannya sama" in problem["message"]
    assert "E1 “Loket” membedakannya" in problem["hint"]
    assert "hapus" not in problem["hint"]


def test_half_of_all_rows_are_never_called_copies(refused):
    (problem,) = refused([HEAD, *answers(), *answers()])

    assert problem["code"] == "K272"
    assert "jangan dihapus" in problem["hint"]


@pytest.mark.parametrize("other", ["r{} ", "R {}"])
def test_respondents_alike_but_for_case_and_spaces_are_refused(refused, other):
    long = answers()
    for number, line in enumerate(long):
        line[0] = line[0] if number % 3 else other.format(line[0][1:])

    (problem,) = refused([HEAD, *long])

    assert (problem["code"], problem["where"]["cell"]) == ("K278", "A3")
    assert "4 responden" in problem["message"]
    assert "A2 dan A3" in problem["message"]


def test_forms_in_disjoint_parts_are_never_counted_as_respondents(refused):
    long = answers()
    for number, line in enumerate(long):
        line[0] += "x" if number % 9 < 4 else "y"

    (problem,) = refused([HEAD, *long])

    assert (problem["code"], problem["where"]["cell"]) == ("K279", "A1")
    assert "dari 8 responden" in problem["message"]
    assert "paling banyak 5 dari 9" in problem["message"]


def test_one_respondent_with_all_questions_shows_that_others_may_lack_some(scored):
    long = [line for number, line in enumerate(answers(9)) if number < 9 or number % 9 < 5]

    assert scored([HEAD, *long], "--lenient")[0] == 0


def test_a_filling_over_midnight_ends_with_its_last_answer(scored):
    long = answers()
    for number, line in enumerate(long):
        line[1] = f"2024-10-0{number // 9 + 1} 23:59:5{number % 9}"
        if number % 9 > 5:
            line[1] = f"2024-10-0{number // 9 + 2} 00:00:0{number % 9}"

    code, told = scored([HEAD, *long])

    assert (code, told["respondents"]) == (0, 4)
    assert "K277" in {each["code"] for each in told["problems"]}


def test_a_filling_over_the_end_of_a_month_is_asked_about(refused):
    long = answers()
    for number, line in enumerate(long):
        line[1] = "2024-12-31 23:59:59" if number % 9 < 5 else "2025-01-01 00:00:01"

    assert [each["code"] for each in refused([HEAD, *long])] == ["K275"]


def test_a_second_form_at_another_time_is_one_only_by_a_number_of_its_own(scored):
    long = answers(2)
    long += [[line[0], "2024-11-20 08:00:00", *line[2:]] for line in answers(1)]
    numbered = [[f"K{number // 9}", *line] for number, line in enumerate(long)]

    code, told = scored([HEAD, *long])
    assert (code, told["problems"][0]["code"]) == (1, "K272")

    code, told = scored([["submission_id", *HEAD], *numbered])
    assert (code, told["respondents"]) == (0, 3)


def test_a_profile_that_is_asked_twice_is_refused_as_well(refused):
    long = [[line[0], *line[3:]] for line in answers()]
    long += [["R1", "Jenis kelamin", "Laki-laki"], ["R1", "Jenis kelamin", "Perempuan"]]

    (problem,) = refused([["ID Responden", "Pertanyaan", "Jawaban"], *long])

    assert (problem["code"], problem["where"]["cell"]) == ("K272", "C39")


def test_answers_as_numbers_and_as_words_that_say_the_same_are_read(scored):
    words = {1: "Bintang 1", 2: "2", 3: "Bintang 3", 4: "★★★★"}
    rows = [[*line, words[line[4]]] for line in answers()]

    code, told = scored([[*HEAD[:4], "Nilai", "Jawaban"], *rows])

    assert (code, told["respondents"]) == (0, 4)
    assert ("F1", "Jawaban") in {(each["cell"], each["header"]) for each in told["sources"][0]["unused"]}


def test_answers_that_differ_in_two_columns_are_asked_about(refused):
    rows = [[*line, line[4]] for line in answers()]
    rows[12][5] = 5 - rows[12][5]

    (problem,) = refused([[*HEAD[:4], "Nilai", "Jawaban"], *rows])

    assert (problem["code"], problem["where"]["cell"][1:]) == ("K273", "14")
    assert "E1 “Nilai” atau F1 “Jawaban”" in problem["message"]
    assert "E14 dan F14" in problem["message"]


def test_an_answer_of_nobody_is_refused(refused):
    long = answers()
    long[4][0] = ""
    long.append(["Rata-rata pak Budi", "", "", "", "3,4"])

    (problem,) = refused([HEAD, *long])

    assert (problem["code"], problem["where"]["cell"]) == ("K276", "A6")
    assert "baris 6, 38" in problem["message"]


def test_sums_and_means_below_are_left_out_and_told_as_in_wide_tables(scored):
    long = answers()
    long += [[], ["Jumlah", "", "", "", "90"], ["", "", "", "Rata-rata", "3,4"], ["", "Indeks", "", "", "85"]]

    code, told = scored([HEAD, *long])

    assert (code, told["respondents"]) == (0, 4)
    (note,) = told["sources"][0]["left_out"]
    assert (note["code"], note["count"], note["rows"]) == ("summary", 3, "39–41")


def test_an_item_s_answer_is_never_left_out_as_a_sum(refused):
    long = answers()
    long[4][0], long[4][2] = "", "Rata-rata"
    long[5][3], long[5][2] = "", "Rata-rata"

    (problem,) = refused([HEAD, *long], "--lenient")

    assert (problem["code"], problem["values"]["count"]) == ("K276", 2)


def test_all_faults_of_a_long_table_are_told_at_once(refused):
    long = answers()
    long[4][0] = ""
    long[5][4] = ""
    long[12][4] = 7
    long[13][4] = "mungkin"
    long[20][2] = "Lain"
    long.append([*long[2][:4], 1])

    assert {problem["code"] for problem in refused([HEAD, *long])} == {
        *("J301", "J302", "J310", "K272", "K275", "K276")
    }


def test_a_note_below_and_a_header_again_are_left_out_and_told(scored):
    long = answers()
    long.insert(9, list(HEAD))
    long.append(["Dicetak 2 Januari 2025"])

    code, told = scored([HEAD, *long])

    assert (code, told["respondents"]) == (0, 4)
    (note,) = told["sources"][0]["left_out"]
    assert (note["code"], note["count"], note["rows"]) == ("no_question", 2, "11, 39")


def test_a_title_names_the_period(scored):
    code, told = scored([["Survei Triwulan III 2024"], [], HEAD, *answers()], "--period", "IV-2024")

    assert code == 0
    assert "W424" in {each["code"] for each in told["problems"]}


def test_hidden_and_merged_rows_are_told(tmp_path):
    path = write_xlsx(tmp_path / "panjang.xlsx", [HEAD, *answers()])
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[12].hidden = True
    book.save(path)
    told = result_of(path, SKM)["problems"]

    assert [(each["values"]["count"], each["values"]["rows"]) for each in told if each["code"] == "K210"] == [
        (1, "12")
    ]

    book.active.merge_cells("A2:A10")
    book.save(path)
    (problem,) = result_of(path, SKM)["problems"]
    assert (problem["code"], problem["where"]["cell"]) == ("K205", "A2")


def test_a_sheet_is_chosen_by_name_where_several_are_long(tmp_path):
    path = write_xlsx(tmp_path / "panjang.xlsx", [HEAD, *answers()], title="Loket")
    book = openpyxl.load_workbook(path)
    other = book.create_sheet("Lain")
    for line in [HEAD, *answers(6)]:
        other.append(line)
    book.save(path)

    (problem,) = result_of(path, SKM)["problems"]
    assert problem["code"] == "K207"
    assert result_of(path, SKM, sheet="Lain")["respondents"] == 6

    other.sheet_state = "hidden"
    book.save(path)
    assert result_of(path, SKM)["respondents"] == 4


def test_ods_is_read_alike(tmp_path):
    lines = [row(*map(text_cell, HEAD))]
    lines += [row(*map(text_cell, line[:4]), number_cell(str(line[4]))) for line in answers()]
    (tmp_path / "panjang.ods").write_bytes(ods(sheet("Jawaban", *lines)))

    found = result_of(tmp_path / "panjang.ods", SKM)

    assert (found["respondents"], found["sources"][0]["layout"]) == (4, "long")


def test_long_and_wide_files_are_scored_together(tmp_path):
    long = write_csv(tmp_path / "panjang.csv", [HEAD, *answers()])
    wide = write_csv(tmp_path / "lebar.csv", [["Waktu", *ITEMS], ["2024-11-01 10:00:00", *[4] * 9]])

    found = plain(score(ScoreRequest((long, wide)), SKM, TOOL))

    assert found["respondents"] == 5
    assert [each["layout"] for each in found["sources"]] == ["long", "wide"]


def test_faulty_answers_are_left_out_when_the_reading_is_lenient(scored):
    long = answers()
    long[2][4] = "mungkin"

    code, told = scored([HEAD, *long], "--lenient")

    assert (code, told["respondents"], told["missing"]) == (0, 4, 1)


def test_the_screen_says_that_the_table_was_long(tmp_path, capsys):
    path = write_csv(tmp_path / "panjang.csv", [HEAD, *answers()])

    assert run(["score", str(path), "--rubric", "skm-14-2017"]) == 0

    assert "Tabel panjang: 36 jawaban dari 4 responden" in capsys.readouterr().out


def test_heads_and_words_of_the_office_are_those_of_questions_and_answers(tmp_path, capsys, monkeypatch):
    assert run(["init", str(tmp_path / "unit")]) == 0
    settings_file = tmp_path / "unit" / "ipak.yaml"
    columns = "".join(f'  {item.code}: "{number}"\n' for number, item in enumerate(SKM.rubric.items, 101))
    settings_file.write_text(
        "version: 1\nunit: {name: Uji}\nrubrics: {survey: skm-14-2017}\ncolumns:\n"
        f"{columns}  ignore: Skor\nanswers:\n  4: [SM]\n  3: [M]\n"
    )
    head = ["respondent_id", "created_at", "question_id", "Skor", "answer"]
    rows = [
        [line[0], line[1], 101 + place % 9, place % 4, ("M", "SM")[place % 2]]
        for place, line in enumerate(answers())
    ]
    path = write_xlsx(tmp_path / "unit" / "masuk" / "panjang.xlsx", [head, *rows])
    monkeypatch.chdir(tmp_path / "unit")
    capsys.readouterr()

    code = run(["score", str(path), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert (code, told["respondents"], told["sources"][0]["layout"]) == (0, 4, "long")
    assert [each["ignored"] for each in told["sources"][0]["unused"] if each["header"] == "Skor"] == [True]


def test_questions_that_differ_in_letter_case_alone_are_one(scored):
    long = answers()
    for line in long[18:]:
        line[3] = f" {line[3].upper()} "

    code, told = scored([HEAD, *long])

    assert (code, told["respondents"]) == (0, 4)


@pytest.mark.parametrize("groups", ["ABC", "123"])
def test_a_recap_of_units_is_not_read_as_respondents(refused, groups):
    rows = [[f"Loket-{group}", text, 3] for group in groups for text in ITEMS]

    (problem,) = refused([["Loket", "Unsur", "Nilai"], *rows], "--period", "IV-2024")

    assert problem["code"] == "K270"


def test_a_name_that_comes_again_and_again_is_a_respondents(scored):
    rows = [[f"Warga {'ABCD'[int(line[0][1])]}", *line[1:]] for line in answers()]

    code, told = scored([["Nama", *HEAD[1:]], *rows])

    assert (code, told["respondents"]) == (0, 4)


def test_a_number_of_the_answer_is_no_respondent_whatever_its_name(scored):
    rows = [[number, *line] for number, line in enumerate(answers())]

    code, told = scored([["response_id", "user_id", *HEAD[1:]], *rows])

    assert (code, told["respondents"]) == (0, 4)


def test_answers_in_words_have_a_column_of_their_own(scored):
    rows = [[*line[:2], *line[3:], ""] for line in answers(24)]
    for number in range(24):
        sex, text = (("Laki-laki", "Tambah kursi"), ("Perempuan", "Loket 2 lama"))[number % 2]
        rows.append([*rows[number * 9][:2], "Jenis kelamin", 1 + number % 2, sex])
        rows.append([*rows[number * 9][:2], "Saran", "", text])

    code, told = scored([["respondent_id", "waktu", "pertanyaan", "nilai", "jawaban_teks"], *rows])

    assert (code, told["respondents"], told["sources"][0]["unused"]) == (0, 24, [])
    assert sexes(told) == {"Laki-laki": 12, "Perempuan": 12}
    assert {one["text"] for one in told["suggestions"]["shown"]} == {"Tambah kursi", "Loket 2 lama"}


def test_forms_and_persons_that_part_the_answers_differently_are_asked_about(refused):
    rows = [[f"K{number // 3}", *line] for number, line in enumerate(answers())]

    (problem,) = refused([["submission_id", *HEAD], *rows])

    assert problem["code"] == "K271"


def test_a_weight_beside_answers_in_unknown_words_is_not_taken_for_the_answers(refused):
    rows = [[line[0], line[3], 1, "lumayan"] for line in answers()]

    (problem,) = refused([["ID Responden", "Pertanyaan", "Bobot", "Pendapat"], *rows], "--period", "IV-2024")

    assert problem["code"] == "K230"


OWN_ITEMS = [f"Pertanyaan kami tentang {thing}?" for thing in ("alur", "syarat", "cepat", "wajar", "janji",
             "cakap", "ramah", "keluhan", "toilet")]  # fmt: skip


def wide_of_own_heads(people, identity):
    """Return a wide table with nine heads of the office's own, a complaint's element, and its score."""
    head = ["id_responden", "Tanggal", "Unsur", "Nilai", *OWN_ITEMS]
    return [
        head,
        *(
            [identity(row), f"2024-10-{row % 28 + 1:02}", f"U{row % 9 + 1}", row % 4 + 1]
            + [(row * 3 + place * (row % 5)) % 4 + 1 for place in range(9)]
            for row in range(people)
        ),
    ]


@pytest.mark.parametrize("identity", [lambda row: row + 1, lambda row: row // 9 + 1, lambda row: row // 2])
def test_a_wide_table_of_own_heads_is_not_read_as_long(refused, identity):
    (problem,) = refused(wide_of_own_heads(54, identity))

    assert problem["code"] == "K230"
    assert "ipak rubric new" in problem["hint"]


def test_own_words_in_a_wide_table_are_columns_of_answers_as_well(refused):
    rows = wide_of_own_heads(54, lambda row: row // 9 + 1)
    rows[1:] = [[*line[:4], *("abcd"[answer - 1] * 7 for answer in line[4:])] for line in rows[1:]]

    assert [problem["code"] for problem in refused(rows)] == ["K230"]


def test_respondents_who_are_asked_less_than_half_of_the_items_make_no_long_table(refused):
    rows = [[line[0] + str(number % 9 // 4), *line[1:]] for number, line in enumerate(answers())]

    assert [problem["code"] for problem in refused([HEAD, *rows])] == ["K230"]


def test_columns_about_the_respondent_do_not_make_a_long_table_wide(scored):
    rows = [[*line, *(1 + (int(line[0][1]) * step) % 4 for step in range(1, 9))] for line in answers()]

    code, told = scored([[*HEAD, *(f"profil {step}" for step in range(8))], *rows])

    assert (code, told["respondents"]) == (0, 4)


def test_numbers_in_the_first_row_of_each_respondent_alone_are_not_filled_in(refused):
    rows = [[line[0] if number % 9 == 0 else "", *line[1:]] for number, line in enumerate(answers())]

    (problem,) = refused([HEAD, *rows])

    assert (problem["code"], problem["values"]["count"]) == ("K276", 32)


@pytest.mark.parametrize("first", ["id_responden", "response_id", "nomor"])
@pytest.mark.parametrize("people", [9, 27])
def test_numbers_of_respondents_that_begin_where_those_of_questions_do_ask_nothing(
    tmp_path, monkeypatch, scored, first, people
):
    """Databases number both from one; the settings say which number asks which element."""
    monkeypatch.chdir(tmp_path)
    heads = "\n".join(f'  U{n}: "{n}"' for n in range(1, 10))
    (tmp_path / "ipak.yaml").write_text(
        f"version: 1\nrubrics: {{survey: skm-14-2017}}\ncolumns:\n{heads}\n", encoding="utf-8"
    )
    rows = [
        [person, question, 1 + (person * question + person) % 4]
        for person in range(1, people + 1)
        for question in range(1, 10)
    ]
    code, document = scored(
        [[first, "id_pertanyaan", "skor"], *rows], "--period", "IV-2024", "--rubric", "skm-14-2017"
    )
    assert (code, document["respondents"], document["answers"]) == (0, people, people * 9)
    sums = [
        sum(1 + (person * question + person) % 4 for person in range(1, people + 1))
        for question in range(1, 10)
    ]
    assert [item["sum"] for item in document["items"]] == sums


def test_two_columns_of_the_same_numbers_that_no_header_tells_apart_are_refused(
    tmp_path, monkeypatch, refused
):
    monkeypatch.chdir(tmp_path)
    heads = "\n".join(f'  U{n}: "{n}"' for n in range(1, 10))
    text = f"version: 1\nrubrics: {{survey: skm-14-2017}}\ncolumns:\n{heads}\n"
    (tmp_path / "ipak.yaml").write_text(text, encoding="utf-8")
    rows = [[one, two, 1 + (one * two + one) % 4] for one in range(1, 10) for two in range(1, 10)]
    codes = {each["code"] for each in refused([["satu", "dua", "skor"], *rows], "--period", "IV-2024")}
    assert codes == {"K261"}
