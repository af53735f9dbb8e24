from dataclasses import replace
from datetime import datetime

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.pekppp.answers import FactAnswer, IndicatorAnswers
from ipak_cli.pekppp.book.open import read_workbook
from ipak_cli.tables.workbook import MergedRange
from makers.pekppp_workbook import (
    FACT_HEADER,
    LOADED,
    Filled,
    book,
    claim_row,
    claims,
    fact_row,
    facts,
    origin,
    workbook,
)

FIRST, SECOND = ("F01-01", "F01-02", "F01-03"), ("F02-01", "F02-02")


def read(*sheets):
    return read_alone(*sheets, rest=book)


def blank(*facts, faulty=()):
    """Return an indicator of whose facts nothing was filled in, or nothing that can be read."""
    return IndicatorAnswers(facts={each: FactAnswer(faulty=each in faulty) for each in facts})


def read_alone(*sheets, rest=workbook):
    """Read a workbook of these sheets and no other."""
    found = read_workbook(rest(*sheets), LOADED)
    return found.assessment, found.problems


def faults(*sheets):
    """Return the code and place of every problem."""
    return [(problem.code, str(problem.where)) for problem in read(*sheets)[1]]


def test_a_filled_workbook_is_read_as_it_stands():
    assessment, problems = read(
        claims(
            claim_row(1, 3, "sp.pdf; foto.jpg", "belum lengkap", 250),
            claim_row(2, None, None, None, "tetap"),
        ),
        facts(
            fact_row("F01-01", "ya", "sk.pdf\nsp.pdf"),
            fact_row("F01-02", "Satu, yaitu papan"),
            fact_row("F02-01", 4),
            fact_row("F02-02", datetime(2024, 12, 5)),  # noqa: DTZ001  spreadsheets hold no zone
        ),
    )
    assert problems == ()
    assert (assessment.unit, assessment.period) == ("Puskesmas Contoh", "IV-2024")
    assert assessment.indicators[1] == IndicatorAnswers(
        claimed=3,
        evidence=("sp.pdf", "foto.jpg"),
        note="belum lengkap",
        cost=250,
        facts={
            "F01-01": FactAnswer("ya", ("sk.pdf", "sp.pdf")),
            "F01-02": FactAnswer("satu, yaitu papan"),
            "F01-03": FactAnswer(),
        },
    )
    assert assessment.indicators[2].answers == {"F02-01": 4, "F02-02": datetime(2024, 12, 5).date()}  # noqa: DTZ001
    assert assessment.indicators[2].fixed


def test_a_blank_workbook_is_no_error_and_every_indicator_is_blank():
    assessment, problems = read(claims(unit=None, period=None))
    assert problems == ()
    assert (assessment.unit, assessment.period) == (None, None)
    assert assessment.indicators == {
        1: blank(*FIRST),
        2: blank(*SECOND),
    }


def test_rows_and_columns_may_stand_in_any_order():
    header = ["Catatan saya", *reversed(FACT_HEADER)]
    rows = [[None, *reversed(fact_row("F01-03", "tidak"))], [None, *reversed(fact_row("F01-01", "ya"))]]
    rest = [[None, *reversed(fact_row(each))] for each in ("F02-02", "F02-01", "F01-02")]
    assessment, problems = read(Filled("Fakta", [[], header, *rows, *rest]))
    assert problems == ()
    assert assessment.indicators[1].answers == {"F01-01": "ya", "F01-03": "tidak"}


def test_names_of_sheets_and_columns_are_compared_as_people_read_them():
    header = [
        "NO",
        "kode",
        "INDIKATOR ",
        "bobot",
        "Nilai  Mandiri (0 - 5)",
        "bukti",
        "catatan",
        "Biaya per-tingkat",
    ]
    rows = [[None, "unit:", "Unit A"], [None, "TRIWULAN", "I-2025"], header, claim_row(1, 2), claim_row("2")]
    assessment, problems = read_alone(Filled("PENILAIAN ", rows), facts(), origin())
    assert [problem.code for problem in problems] == []
    assert (assessment.unit, assessment.indicators[1].claimed) == ("Unit A", 2)


def test_a_renamed_sheet_is_named_with_the_sheets_there_are():
    renamed = Filled("Jawaban", facts(fact_row("F01-01", "ya")).rows)
    assessment, (problem,) = read_alone(claims(), renamed, origin())
    assert problem.code == "E101"
    assert "“Fakta”" in message_of(problem)
    assert "“Jawaban”" in message_of(problem)
    assert assessment.indicators[1].faulty == {"F01-01", "F01-02", "F01-03"}


def test_of_two_sheets_the_one_with_the_very_name_is_read_and_none_is_guessed():
    copy = Filled("-Fakta-", facts(fact_row("F01-01", "tidak")).rows)
    sheets = (copy, claims(), facts(fact_row("F01-01", "ya")), origin())
    assessment, problems = read_alone(*sheets)
    assert [problem.code for problem in problems] == ["E114"]
    assert assessment.indicators[1].answers == {"F01-01": "ya"}

    twins = (copy, Filled("FAKTA", copy.rows), claims(), origin())
    assessment, (problem,) = read_alone(*twins)
    assert problem.code == "E101"
    assert assessment.indicators[1].answers == {}


def test_where_no_row_can_be_read_there_is_no_assessment():
    with pytest.raises(ProblemsFoundError) as found:
        read_alone(origin())
    assert [problem.code for problem in found.value.problems] == ["E101", "E101"]


@pytest.mark.parametrize("lost", ["ID", "Isian"])
def test_without_their_column_no_fact_counts_as_blank(lost):
    header = ["lain" if name == lost else name for name in FACT_HEADER]
    sheet = Filled("Fakta", [header, *facts(fact_row("F01-01", "ya")).rows[4:]])
    assessment, _ = read(claims(claim_row(1, 5)), sheet)
    assert assessment.indicators[1].faulty == {"F01-01", "F01-02", "F01-03"}


def test_rows_that_are_missing_together_are_one_problem():
    _, problems = read(Filled("Fakta", facts().rows[:5]))
    assert [message_of(problem) for problem in problems] == [
        "baris fakta F01-02 s.d. F02-02 (4 baris) tidak ada"
    ]


def test_rows_that_were_pasted_below_are_named_up_to_a_limit_and_then_counted():
    stray = [[None, None, None, None, "ya", None, None] for _ in range(3000)]
    found = faults(facts(*stray, fact_row("F99-01", "ya")))
    assert [code for code, _ in found] == ["E106", *["E109"] * 20, "J312"]


def test_a_sheet_without_its_header_is_named():
    assert faults(Filled("Fakta", [fact_row("F01-01", "ya")])) == [("E102", "isi.xlsx!Fakta")]


def test_a_renamed_column_is_named_and_the_rest_is_still_read():
    header = ["Jawaban" if name == "Isian" else name for name in FACT_HEADER]
    sheet = Filled("Fakta", [header, *facts(fact_row("F01-01", "ya", "sk.pdf")).rows[4:]])
    assessment, problems = read(sheet)
    assert [(problem.code, str(problem.where)) for problem in problems] == [("E103", "isi.xlsx!Fakta:A1")]
    assert assessment.indicators[1].facts["F01-01"].evidence == ("sk.pdf",)
    assert assessment.indicators[1].answers == {}


def test_a_missing_column_of_ids_is_named_once():
    header = ["Nomor" if name == "ID" else name for name in FACT_HEADER]
    assert faults(Filled("Fakta", [header, *facts().rows[4:]])) == [("E103", "isi.xlsx!Fakta:A1")]


def test_a_column_that_stands_twice_is_not_read():
    rows = facts(fact_row("F01-01", "ya")).rows
    sheet = Filled(
        "Fakta", [[*row, extra] for row, extra in zip(rows, [*[None] * 3, "Isian", *"tidak"], strict=False)]
    )
    assessment, (problem,) = read(sheet)
    assert (problem.code, problem.where.cell) == ("E104", "I4")
    assert "E4, I4" in message_of(problem)
    assert assessment.indicators[1].answers == {}


def test_notes_and_costs_may_be_missing_with_a_warning():
    sheet = Filled("Penilaian", [row[:6] for row in claims(claim_row(1, 3)).rows])
    assessment, problems = read(sheet)
    assert [problem.code for problem in problems] == ["E111", "E111"]
    assert assessment.indicators[1].claimed == 3


def test_a_deleted_row_is_named_by_its_id():
    sheets = (
        Filled("Penilaian", claims().rows[:-1]),
        Filled("Fakta", [row for row in facts().rows if row[:1] != ["F01-02"]]),
    )
    assessment, problems = read(*sheets)
    assert [(problem.code, message_of(problem)) for problem in problems] == [
        ("E105", "baris indikator 2 tidak ada"),
        ("E105", "baris fakta F01-02 tidak ada"),
    ]
    assert assessment.indicators[2] == blank(*SECOND)


def test_an_unknown_id_is_named_by_its_cell():
    assert faults(claims(claim_row(31, 5)), facts(fact_row("F99-01", "ya"))) == [
        ("E106", "isi.xlsx!Penilaian:A5"),
        ("E106", "isi.xlsx!Fakta:A5"),
    ]


def test_a_duplicated_id_is_named_with_both_cells_and_neither_row_counts():
    assessment, problems = read(
        claims(claim_row(1, 3), claim_row("1", 4)),
        facts(fact_row("F01-01", "ya"), fact_row("f01-01", "tidak")),
    )
    assert [(problem.code, problem.where.cell) for problem in problems] == [("E107", "A6"), ("E107", "A6")]
    assert "A5, A6" in message_of(problems[0])
    assert assessment.indicators[1] == blank(*FIRST, faulty={"F01-01"})


def test_a_row_whose_sentence_is_not_its_ids_is_not_counted():
    moved = [*fact_row("F01-01", "ya")[:2], "SP ditetapkan", *fact_row("F01-01", "ya")[3:]]
    assessment, (problem,) = read(facts(moved))
    assert (problem.code, problem.where.cell) == ("E108", "C5")
    assert "F01-01" in message_of(problem)
    assert "SP ditetapkan" in message_of(problem)
    assert assessment.indicators[1] == blank(*FIRST, faulty={"F01-01"})


def test_input_without_an_id_is_named_and_a_note_below_the_table_is_not():
    stray = [None, None, None, None, "ya", None, None]
    note = [None, None, "Diisi oleh tim", None, None, None, None]
    assert faults(facts(stray, note)) == [("E109", "isi.xlsx!Fakta:E5")]


def test_merged_input_cells_are_named_and_merged_titles_are_not():
    sheet = replace(
        facts(), merged=(MergedRange(1, 1, 1, 7), MergedRange(5, 6, 7, 6), MergedRange(5, 7, 6, 7))
    )
    (problem,) = read(sheet)[1]
    assert (problem.code, problem.where.cell) == ("E110", "F5")
    assert "F5:F7" in message_of(problem)


def test_a_hidden_row_counts_and_is_noted():
    assessment, (problem,) = read(replace(facts(fact_row("F01-01", "ya")), hidden_rows=(3, 5, 6, 90)))
    assert (problem.code, problem.severity) == ("E112", "note")
    assert "2 baris" in message_of(problem)
    assert "5–6" in message_of(problem)
    assert assessment.indicators[1].answers == {"F01-01": "ya"}


def test_every_unreadable_cell_is_named_in_one_pass_and_the_rest_is_read():
    assessment, problems = read(
        claims(claim_row(1, 7, None, None, "mahal"), claim_row(2, "lima"), period="V-2024"),
        facts(
            fact_row("F01-01", "mungkin"),
            fact_row("F01-02", "tiga"),
            fact_row("F01-03", "ya"),
            fact_row("F02-01", datetime(2024, 3, 4)),  # noqa: DTZ001  as above
            fact_row("F02-02", 2024),
        ),
    )
    assert [(problem.code, str(problem.where)) for problem in problems] == [
        ("E134", "isi.xlsx!Penilaian:C3"),
        ("E133", "isi.xlsx!Penilaian:H5"),
        ("E121", "isi.xlsx!Penilaian:E5"),
        ("E123", "isi.xlsx!Penilaian:E6"),
        ("E129", "isi.xlsx!Fakta:E5"),
        ("E129", "isi.xlsx!Fakta:E6"),
        ("E124", "isi.xlsx!Fakta:E8"),
        ("E131", "isi.xlsx!Fakta:E9"),
    ]
    assert assessment.period is None
    assert assessment.indicators == {
        1: IndicatorAnswers(
            facts={
                "F01-01": FactAnswer(faulty=True),
                "F01-02": FactAnswer(faulty=True),
                "F01-03": FactAnswer("ya"),
            }
        ),
        2: blank(*SECOND, faulty=SECOND),
    }


def test_a_message_names_the_row_and_what_to_do():
    (problem,) = read(claims(claim_row(1, 7)))[1]
    assert message_of(problem) == "indikator 1: 7 di luar 0 sampai 5"
    assert hint_of(problem) == "Isi bilangan bulat 0 sampai 5, atau kosongkan bila belum dinilai."


def test_a_missing_label_of_unit_or_period_is_a_warning():
    rows = claims(claim_row(1, 3)).rows
    assert faults(Filled("Penilaian", rows[2:])) == [("E113", "isi.xlsx!Penilaian")]


def test_another_version_is_named_with_both_and_nothing_is_read():
    with pytest.raises(ProblemsFoundError) as found:
        read(claims(claim_row(1, 9)), origin(version="1.0"))
    (problem,) = found.value.problems
    assert (problem.code, problem.severity) == ("E141", "error")
    assert "1.0" in message_of(problem)
    assert "1.1" in message_of(problem)
    assert "ipak pekppp template BARU.xlsx --from LAMA.xlsx" in hint_of(problem)


def test_another_rubric_is_an_error():
    with pytest.raises(ProblemsFoundError) as found:
        read(origin(rubric="lain"))
    (problem,) = found.value.problems
    assert (problem.code, problem.severity) == ("E142", "error")


def test_another_digest_is_a_warning_and_the_answers_are_read():
    assessment, (problem,) = read(facts(fact_row("F01-01", "ya")), origin(digest="sha256:lain"))
    assert (problem.code, problem.severity) == ("E143", "warning")
    assert assessment.indicators[1].answers == {"F01-01": "ya"}


@pytest.mark.parametrize("sheets", [(claims(), facts()), (claims(), facts(), Filled("_ipak", [["rubric"]]))])
def test_a_workbook_that_does_not_name_its_rubric_is_read_with_a_warning(sheets):
    _, (problem,) = read_alone(*sheets)
    assert (problem.code, problem.severity) == ("E144", "warning")


def test_a_column_name_in_a_sentence_above_is_no_header():
    rows = [["Isian", "kosong dulu"], *facts(fact_row("F01-01", "ya")).rows]
    assessment, problems = read(Filled("Fakta", rows))
    assert problems == ()
    assert assessment.indicators[1].answers == {"F01-01": "ya"}
