"""The old report's three contradictions cannot come back, whatever the answers are.

It printed the combined index in the row of IPKP, another period's item table, and a percentage that no
answers give.
"""

import re
from fractions import Fraction
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.report import item_tables, narrative, tables
from ipak_cli.report import tables as tables_people
from ipak_cli.report.build import build
from ipak_cli.report.courses import index_lines, share_lines, told
from ipak_cli.report.outline import Listing, Paragraph, ReportTable
from makers.report_material import material, rows_of, survey

PERCENT = re.compile(r"(\d+,\d+) %")


@st.composite
def counts(draw, most=40):
    """Return how often each of the 14 items got 1, 2, 3 and 4; nobody is forced to answer every item."""
    respondents = draw(st.integers(1, most))
    items = [draw(answers(respondents)) for _ in range(13)]
    return ((0, 0, 0, respondents), *items)


@st.composite
def answers(draw, respondents):
    left, given = respondents, []
    for _ in range(3):
        given.append(draw(st.integers(0, left)))
        left -= given[-1]
    return (*given, draw(st.integers(0, left)))


def mean(row):
    return Fraction(sum(value * count for value, count in enumerate(row, 1)), sum(row)) if sum(row) else None


def index(rows):
    means = [mean(row) for row in rows]
    return None if None in means else sum(means, Fraction(0)) / len(means)


def half_up(value, places=2):
    """Round by hand, apart from the program's own way: add a half of the last place and cut."""
    units = int(value * 10**places + Fraction(1, 2))
    whole, part = divmod(units, 10**places)
    return f"{whole},{part:0{places}d}"


@given(counts())
def test_the_row_of_each_index_shows_its_own_items_and_never_the_combined_index(rows):
    shown = dict(rows_of(tables.index_values(material(survey(rows))), 0, 2))
    for code, mine in (("IPAK", rows[:5]), ("IPKP", rows[5:])):
        own = index(mine)
        assert shown[code] == half_up(own) if own is not None else shown[code].startswith("belum dinilai")
    assert list(shown) == ["IPAK", "IPKP"]


@given(counts())
def test_the_row_of_each_zi_part_shows_the_index_and_the_points_of_its_own_items(rows):
    found = survey(rows, performance="C")
    table = tables.components(found.zi, found.indices)
    means, points = dict(rows_of(table, 1, 2)), dict(rows_of(table, 1, 3))
    for name, code, mine in (("anti korupsi", "IPAK", rows[:5]), ("kualitas pelayanan", "IPKP", rows[5:])):
        own = index(mine)
        row = f"– Survei persepsi {name}"
        assert means[row].startswith(f"{code} {half_up(own) if own is not None else 'belum dinilai'}")
        assert points[row].startswith(half_up(own * Fraction(35, 8)) if own is not None else "belum dinilai")


@given(counts(), counts())
def test_the_item_table_is_the_one_of_the_reports_own_period(mine, theirs):
    found = material(survey(theirs, "III-2024"), survey(mine, "IV-2024"))
    shown = rows_of(item_tables.items(found))
    assert [row[3:7] for row in shown] == [tuple(map(str, row)) for row in mine]
    assert [row[2] for row in shown] == [str(sum(row)) for row in mine]
    # A mean that only rounds to its target has more decimals, but is never another mean.
    for row, given_ in zip(shown, mine, strict=True):
        own = mean(given_)
        assert row[7].startswith("belum dinilai") if own is None else is_written(own, row[7])


def is_written(value, text):
    return text == half_up(value, len(text.partition(",")[2]))


def shares(rows):
    """Return every percentage that these answers give."""
    totals = [sum(column) for column in zip(*rows, strict=True)]
    yield from (Fraction(100 * total, sum(totals)) for total in totals)
    for own in (index(rows[:5]), index(rows[5:])):
        if own is not None:
            yield own * 25
            yield (own * Fraction(35, 8) + 5) / Fraction(45, 2) * 100


def written(blocks):
    for block in blocks:
        match block:
            case ReportTable():
                yield from chain.from_iterable(rows_of(block))
            case Listing():
                yield from block.items
            case Paragraph():
                yield block.text
            case str():
                yield block


@given(counts(), counts())
def test_every_percentage_is_one_that_the_answers_give(mine, theirs):
    found = material(survey(theirs, "III-2024"), survey(mine, "IV-2024", performance="A", population=100))
    result = found.survey
    given_by = [*shares(mine), *shares(theirs), Fraction(100)]
    given_by.append(Fraction(100 * result.respondents, 100))
    blocks = [
        tables.index_values(found),
        tables.components(result.zi, result.indices),
        tables.distribution(found),
        tables_people.sample(result),
        *(tables_people.breakdown(each, found) for each in result.breakdowns),
        *narrative.index_values(found),
        *(told(line) for line in (*index_lines(found), *share_lines(found))),
    ]
    odd = [
        text
        for each in written(blocks)
        for text in PERCENT.findall(each)
        if not any(is_written(value, text) for value in given_by)
    ]
    assert odd == []


@settings(max_examples=8, deadline=None)
@given(counts())
def test_the_whole_report_holds_no_other_percentage(rows):
    """The chapters together: nothing beside the tested parts brings in a percentage of its own."""
    report = build(material(survey(rows, performance="A", population=100)))
    blocks = [block for chapter in report.chapters for part in chapter.sections for block in part.blocks]
    allowed = [*shares(rows), Fraction(100), Fraction(max(map(sum, rows)))]
    found = [text for each in written(blocks) for text in PERCENT.findall(each)]
    assert [text for text in found if not any(is_written(value, text) for value in allowed)] == []
