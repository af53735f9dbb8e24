"""Random cells in a self-assessment: each is read or named, and no level comes from one that was not read."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.documents.read import read_pekppp
from ipak_cli.documents.write import to_json
from ipak_cli.pekppp.assemble import Given, assess
from ipak_cli.pekppp.book.cell_values import Unread, is_blank, read_answer
from ipak_cli.pekppp.book.open import read_workbook
from ipak_cli.pekppp.levels import derive
from ipak_cli.pekppp.result import Status, WorkbookSource
from ipak_cli.rubric.load import parse_as_pekppp
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.pekppp_workbook import CLAIM_HEADER, FACT_HEADER, Filled, workbook

LOADED = parse_as_pekppp(read_document(SMALL_PEKPPP.encode(), "x.yaml"))
INDICATORS = LOADED.rubric.indicators
FACTS = {fact.id: fact for indicator in INDICATORS for fact in indicator.facts}
CELL = st.one_of(
    st.none(), st.text(max_size=10), st.booleans(), st.integers(-5, 10**14),
    st.floats(allow_nan=False, allow_infinity=False), st.dates(), st.datetimes(), st.times(),
    st.timedeltas(), st.builds(UncachedFormula), st.builds(ErrorCell, st.sampled_from(["#REF!", "#N/A"])),
    st.builds(PercentCell, st.floats(0, 2)),
    st.sampled_from(["ya", "tidak", "Ya ", "lima", "tiga", "dua", "tetap", "IV-2024",
                     "2 Januari 2025", "a; b"]),
)  # fmt: skip
EVIDENCE = st.one_of(st.just("a.pdf"), st.none(), CELL)


@st.composite
def filled(draw):
    """Draw the cells of a workbook: sound answers, and anything in a few of the cells."""
    answers = {name: draw(st.sampled_from([None, *fact.answers * 3])) for name, fact in FACTS.items()}
    answers |= draw(st.dictionaries(st.sampled_from(sorted(FACTS)), CELL, max_size=4))
    facts = {name: (answer, draw(EVIDENCE)) for name, answer in answers.items()}
    claims = {
        each.no: draw(st.tuples(st.sampled_from([None, 3]) | CELL, EVIDENCE, CELL, CELL))
        for each in INDICATORS
    }
    return facts, claims, draw(st.tuples(CELL, CELL))


def filled_workbook(facts, claims, head):
    """Return the workbook that holds these cells."""
    titles = {each.no: each.title for each in INDICATORS}
    claim_rows = [[no, "", titles[no], 1, *cells] for no, cells in claims.items()]
    fact_rows = [[name, None, FACTS[name].text, None, *cells, None] for name, cells in facts.items()]
    top = [["Penilaian"], [None, "Unit", head[0]], [None, "Triwulan", head[1]], list(CLAIM_HEADER)]
    return workbook(
        Filled("Penilaian", [*top, *claim_rows]),
        Filled("Fakta", [list(FACT_HEADER), *fact_rows]),
        Filled("_ipak", [["rubric", "kecil-pekppp"], ["version", "1.0"], ["digest", LOADED.digest]]),
    )


def assessed(assessment, problems=()):
    given = Given(rubric=LOADED.rubric, digest=LOADED.digest, tool=Tool("ipak", "0"))
    source = WorkbookSource("isi.xlsx", "a1" * 32, ("Penilaian", "Fakta"))
    return assess(given, assessment, {}, ((source,), problems))


@settings(max_examples=80, deadline=None)
@given(filled())
def test_each_cell_is_read_or_named_and_nothing_is_guessed(rows):
    facts, claims, head = rows
    read = read_workbook(filled_workbook(facts, claims, head), LOADED)
    assessment, problems = read.assessment, read.problems
    faulty = {name for row in assessment.indicators.values() for name in row.faulty}
    told = {problem.code for problem in problems if problem.where.sheet == "Fakta"}
    answers = {name: answer for row in assessment.indicators.values() for name, answer in row.answers.items()}

    for name, (cell, _) in facts.items():
        said = read_answer(cell, FACTS[name])
        assert (name in faulty) == isinstance(said, Unread), (name, cell)
        assert not isinstance(said, Unread) or said.entry.code in told, (name, cell)
        assert (name in answers) == (not isinstance(said, Unread) and not is_blank(cell)), (name, cell)

    result = assessed(assessment, problems)
    assert read_pekppp(to_json(result).encode(), "x.json") == result
    for indicator, found in zip(INDICATORS, result.indicators, strict=True):
        row = assessment.indicators[indicator.no]
        if found.status is Status.CLAIMED:
            assert not row.answers
            assert not row.faulty
        if found.status is Status.DERIVED:
            assert levels_whatever_is_unreadable(indicator, row) == {found.level}


def levels_whatever_is_unreadable(indicator, row):
    """Return the levels that come out for every answer that the unreadable facts might hold."""
    open_facts = [FACTS[name] for name in sorted(row.faulty)]
    guesses = product(*(fact.answers for fact in open_facts))
    names = [fact.id for fact in open_facts]
    filled = ({**row.answers, **dict(zip(names, guess, strict=True))} for guess in guesses)
    return {derive(indicator, answers).level for answers in filled}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELL, max_size=8), max_size=12), st.lists(st.lists(CELL, max_size=8), max_size=12))
def test_a_workbook_of_anything_is_an_assessment_or_problems(claims, facts):
    sheets = (
        Filled("Penilaian", [list(CLAIM_HEADER), *claims]),
        Filled("Fakta", [list(FACT_HEADER), *facts]),
    )
    try:
        read = read_workbook(workbook(*sheets), LOADED)
    except ProblemsFoundError as refused:
        problems, result = refused.problems, None
    else:
        problems, result = read.problems, assessed(read.assessment, read.problems)
    assert problems
    assert result is None or all(each.level is None for each in result.indicators)
