import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.pekppp.answers import Assessment, FactAnswer, IndicatorAnswers
from ipak_cli.pekppp.book.open import carry_over
from makers.pekppp_workbook import RUBRIC, Filled, book, claim_row, claims, fact_row, facts, origin


def carried(*sheets):
    """Carry from a workbook of an older version."""
    return carry_over(book(*sheets, origin(version="1.0", digest="sha256:lama")), RUBRIC)


def told(problems):
    return [(problem.code, str(problem.where), problem.severity) for problem in problems]


def test_input_is_carried_by_id_from_another_version():
    entries, problems = carried(
        claims(claim_row(1, 3, "sp.pdf", "belum lengkap", 250), claim_row(2, None, None, None, "tetap")),
        facts(fact_row("F01-01", "ya", "sk.pdf; foto.jpg"), fact_row("F02-01", 4)),
    )
    assert problems == ()
    assert entries == Assessment(
        unit="Puskesmas Contoh",
        period="IV-2024",
        indicators={
            1: IndicatorAnswers(
                3,
                ("sp.pdf",),
                "belum lengkap",
                250,
                facts={
                    "F01-01": FactAnswer("ya", ("sk.pdf", "foto.jpg")),
                    "F01-02": FactAnswer(),
                    "F01-03": FactAnswer(),
                },
            ),
            2: IndicatorAnswers(fixed=True, facts={"F02-01": FactAnswer(4), "F02-02": FactAnswer()}),
        },
    )


def test_an_answer_to_another_sentence_is_not_carried_but_named():
    changed = fact_row("F01-01", "ya", "sk.pdf")
    changed[2] = "SP tersedia dan diumumkan"
    entries, problems = carried(facts(changed))
    assert told(problems) == [("E151", "isi.xlsx!Fakta:E5", "warning")]
    assert "ya | sk.pdf" in message_of(problems[0])
    assert entries.indicators[1].facts["F01-01"] == FactAnswer()


def test_a_changed_sentence_without_input_is_not_worth_a_word():
    changed = fact_row("F01-01")
    changed[2] = "Kalimat lama"
    assert carried(facts(changed))[1] == ()


def test_input_of_what_is_no_longer_there_is_named_and_blank_rows_are_not():
    entries, problems = carried(claims(claim_row(31, 5), claim_row(32)), facts(fact_row("F31-01", "ya")))
    assert told(problems) == [
        ("E152", "isi.xlsx!Penilaian:E5", "warning"),
        ("E152", "isi.xlsx!Fakta:E5", "warning"),
    ]
    assert "31" in message_of(problems[0])
    assert set(entries.indicators) == {1, 2}


def test_an_answer_that_no_longer_fits_is_named_with_the_reason_and_its_evidence_is_carried():
    entries, problems = carried(facts(fact_row("F01-02", "tiga", "foto.jpg")), claims(claim_row(1, 9)))
    assert told(problems) == [
        ("E153", "isi.xlsx!Penilaian:E5", "warning"),
        ("E153", "isi.xlsx!Fakta:E5", "warning"),
    ]
    assert "“tiga” bukan salah satu pilihan" in message_of(problems[1])
    assert entries.indicators[1].facts["F01-02"] == FactAnswer(None, ("foto.jpg",), faulty=True)


def test_rows_with_the_same_id_are_all_named():
    entries, problems = carried(facts(fact_row("F01-01", "ya"), fact_row("F01-01", "tidak")))
    assert told(problems) == [
        ("E154", "isi.xlsx!Fakta:E5", "warning"),
        ("E154", "isi.xlsx!Fakta:E6", "warning"),
    ]
    assert entries.indicators[1].facts["F01-01"] == FactAnswer()


def test_rows_that_the_old_workbook_lacks_are_simply_blank():
    sheet = Filled("Fakta", facts(fact_row("F01-01", "ya")).rows[:5])
    entries, problems = carried(sheet)
    assert problems == ()
    assert entries.indicators[1].facts["F01-01"] == FactAnswer("ya")
    rest = [fact for each in entries.indicators.values() for fact in each.facts.values()][1:]
    assert rest == [FactAnswer()] * 4


def test_nothing_is_carried_from_another_instrument():
    with pytest.raises(ProblemsFoundError) as found:
        carry_over(book(origin(rubric="lain")), RUBRIC)
    assert told(found.value.problems) == [("E142", "isi.xlsx!_ipak", "error")]


def test_nothing_is_carried_from_a_sheet_without_a_table():
    with pytest.raises(ProblemsFoundError) as found:
        carried(Filled("Fakta", []))
    assert told(found.value.problems) == [("E102", "isi.xlsx!Fakta", "error")]
