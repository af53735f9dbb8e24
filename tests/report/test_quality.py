"""The section on the data's quality: formal sentences, each fact once, places left to annex and work note."""

from dataclasses import replace

from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.survey import (
    DUPLICATE_ROWS,
    HIDDEN_ROWS_COUNTED,
    OUTSIDE_ROWS,
    ROWS_OUTSIDE_PERIOD,
    ROWS_WITHOUT_ANSWER,
    ROWS_WITHOUT_ANSWERS,
    TABLE_OF_OTHER_PERIOD,
)
from ipak_cli.report.annexes import provenance
from ipak_cli.report.build import build
from ipak_cli.report.chapter_survey import quality
from ipak_cli.report.outline import Listing, Paragraph, ReportTable
from ipak_cli.report.work_note import work_note
from ipak_cli.survey.result import RowNote
from makers.report_material import ALL_BEST, material, rows_of, survey

WHERE = Where("jawaban.xlsx", sheet="Lembar 1")
LEFT_OUT = (
    RowNote("outside", OUTSIDE_ROWS(), 130, "2–131"),
    RowNote("no_answer", ROWS_WITHOUT_ANSWER(), 3, "140–142"),
)
NOTED = (RowNote("duplicates", DUPLICATE_ROWS(), 2, "150, 151"),)
PROBLEMS = (
    problem(ROWS_OUTSIDE_PERIOD, WHERE, count=130, period="I-2025S", rows="2–131"),
    problem(ROWS_WITHOUT_ANSWERS, WHERE, count=3, rows="140–142"),
    problem(HIDDEN_ROWS_COUNTED, WHERE, count=4, rows="7–10"),
    problem(TABLE_OF_OTHER_PERIOD, WHERE, period="II-2024S"),
)


def given():
    result = survey(ALL_BEST)
    first = replace(result.sources[0], left_out=LEFT_OUT, noted=NOTED)
    second = replace(result.sources[0], name="loket.xlsx", left_out=LEFT_OUT[1:])
    return material(replace(result, sources=(first, second), problems=PROBLEMS))


def test_rows_that_were_not_counted_are_one_formal_sentence_over_all_files():
    texts = [block.text for block in quality(given()).blocks if isinstance(block, Paragraph)]
    assert texts == [
        "Sebanyak 6 baris tidak dihitung sebagai jawaban, yaitu baris tanpa satu pun jawaban.",
        "Hal berikut perlu diketahui ketika membaca hasilnya.",
    ]


def test_findings_name_periods_by_their_long_names_and_no_rows():
    [notes] = [block.items for block in quality(given()).blocks if isinstance(block, Listing)]
    assert notes == (
        "4 baris jawaban tersembunyi atau tersaring ikut dihitung.",
        "Jumlah tiap jawaban pada setiap butir sama persis dengan hasil periode Semester II Tahun 2024.",
    )


def test_rows_of_other_periods_are_no_finding():
    [table] = [block for block in quality(given()).blocks if isinstance(block, ReportTable)]
    looks = [look for (look,) in rows_of(table, 0)]
    assert "Jawaban yang sama persis" in looks
    assert "Baris di luar periode" not in looks


def test_annex_and_work_note_tell_where_all_those_rows_stand():
    annex = " ".join(text for _, text in provenance(given()))
    report = build(given())
    note = work_note(report, given(), PROBLEMS).decode()
    for where in ("2–131", "140–142", "150, 151"):
        assert where in annex
        assert where in note
    assert "7–10" in note
