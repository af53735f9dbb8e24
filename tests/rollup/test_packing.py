"""What is left out of a lake's rows comes back to the last digit, whatever the facts are."""

from dataclasses import replace
from fractions import Fraction
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipak_cli.rollup.facts import (
    ConditionFact,
    DocumentFact,
    FactKind,
    Facts,
    IndexFact,
    ItemFact,
    QualityFact,
)
from ipak_cli.rollup.packing import PACKED, frames
from ipak_cli.rollup.read import read_facts
from ipak_cli.rollup.store import Batch, MemoryStore
from ipak_cli.rollup.tables import OF_DOCUMENTS
from makers.unit_documents import answers, document

EXAMPLE = Path(__file__).parents[2] / "examples/hasil/IV-2024/survey.json"
STORE, NUMBERS = MemoryStore(), count(1)
TABLES = {table.name: table for table in OF_DOCUMENTS}
FEW = st.integers(0, 40)
MAYBE = st.none() | FEW
EXACT = st.none() | st.fractions(0, 5, max_denominator=60)
HUGE = st.fractions(0, 100, max_denominator=10**7)


def parts(figure):
    return (None, None) if figure is None else (figure.numerator, figure.denominator)


def back(several):
    """Return what a store gives back of facts: the rows of each, by table."""
    numbered = [(next(NUMBERS), facts) for facts in several]
    made = frames(numbered)
    batch = Batch()
    for table in PACKED:
        batch.add(TABLES[table], made[table])
    STORE.write(batch)
    for doc, facts in numbered:
        yield facts, {name: [row[1:] for row in of(doc, name).order("ALL").fetchall()] for name in PACKED}


def of(doc, name):
    return STORE.db.view(f"data.{name}").filter(f"doc = {doc}")


@st.composite
def indices(draw, code):
    mean, points, total = draw(EXACT), draw(EXACT | HUGE), draw(EXACT)
    people = draw(MAYBE)
    if draw(st.booleans()) and people and total is not None:
        mean = total / people
    if draw(st.booleans()) and mean is not None:
        points = mean * draw(st.sampled_from((Fraction(35, 8), Fraction(1), Fraction(25))))
    reason = "alasan" if mean is None else None
    return IndexFact(
        "", code, code, *parts(mean), *parts(points), None, people, *parts(total), None, None, reason
    )


@st.composite
def facts(draw):
    people, lowest = draw(MAYBE), draw(st.sampled_from((None, 0, 1)))
    items = []
    for number in range(draw(st.integers(0, 3))):
        counts = draw(st.none() | st.lists(FEW, min_size=1, max_size=6).map(tuple))
        n, total = draw(MAYBE), draw(EXACT)
        if counts is not None and draw(st.booleans()):
            people = sum(counts)
        if counts is not None and draw(st.booleans()):
            n, total = sum(counts), Fraction(sum(v * c for v, c in enumerate(counts, lowest or 0)))
        items.append(ItemFact("", f"I{number}", "IPAK", n, *parts(total), counts))
    found = [draw(indices(code)) for code in ("IPAK", "IPKP")]
    reached = draw(
        EXACT | st.sampled_from([f.points_num and Fraction(f.points_num, f.points_den) for f in found])
    )
    return Facts(
        DocumentFact(
            "ab" * 32, FactKind.SURVEY, "U", "IV-2024", "2024-10-01", "2024-12-31", "", "r", "1", "d",
            people, None, None, None, lowest, None if lowest is None else lowest + 4,
        ),
        indices=(*found,),
        items=(*items,),
        conditions=(ConditionFact("", "WBK", 1, "syarat", 1, 1, *parts(reached), "met"),),
        quality=tuple(
            QualityFact("", name, draw(MAYBE), draw(MAYBE | st.just(people and people * 14)))
            for name in ("a", "b")
        ),
    )  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(facts(), min_size=4, max_size=8))
def test_every_row_comes_back(several):
    for known, found in back(several):
        people = known.document.respondents
        if people is None:
            people = max((item.n for item in known.items if item.n is not None), default=None)
        assert found["documents"][0][9:11] == (known.document.respondents, people)
        assert [(*row[2:6], row[7], *row[8:10], row[12]) for row in found["indices"]] == [
            (
                i.mean_num, i.mean_den, i.points_num, i.points_den, i.answers, i.total_num, i.total_den,
                i.not_scored,
            )
            for i in known.indices
        ]  # fmt: skip
        assert [row[5] for row in found["items"]] == [
            None if item.counts is None else [*item.counts] for item in known.items
        ]
        (condition,) = known.conditions
        assert found["conditions"][0][5:7] == (condition.reached_num, condition.reached_den)
        assert found["quality"] == [(each.code, each.count, each.of) for each in known.quality]


def test_of_the_examples_document_nothing_is_kept_that_the_counts_give():
    made = frames([(1, read_facts(EXAMPLE.read_bytes(), FactKind.SURVEY, "contoh"))])
    assert len(made["indices"]) == 2
    for table, names in {
        "documents": ["people"],
        "indices": ["mean_num", "mean_den", "points_num", "points_den", "answers"],
        "items": ["n", "total_num", "total_den"],
        "quality": ["of"],
    }.items():
        assert made[table][names].isna().all(axis=None), table
    assert {len(counts.split()) for counts in made["items"]["counts"]} == {3}
    assert sorted(made["conditions"]["reached_by"].dropna().unique()) == ["IPAK", "IPKP"]


def test_an_item_that_not_everybody_answered_keeps_all_its_counts():
    usual = read_facts(document("U", "IV-2024", answers(fours=10, threes=3)).encode(), FactKind.SURVEY, "u")
    fewer = replace(usual, document=replace(usual.document, respondents=14))
    assert [*frames([(1, fewer)])["items"]["counts"]] == ["0 0 3 10"] * 4
