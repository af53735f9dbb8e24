"""Facts as rows without what other rows tell, and the views that put it back: ``data`` is what they give.

Of a lake of a nation three quarters would be figures that its counts give anyway. Every rule is exact: what
it does not give to the last digit is kept.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.rollup.tables import DIGITS, OF_DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from ipak_cli.rollup.facts import ConditionFact, DocumentFact, Facts, IndexFact, ItemFact, QualityFact
    from ipak_cli.rollup.tables import Row

Parts = tuple[int | None, int | None]
"""A numerator and a denominator, or neither."""
_NONE: Final[Parts] = (None, None)
_LARGEST_WORTH: Final = 1_000_000
"""What a mean is multiplied with has smaller terms, so that products stay within whole numbers of 64 bits."""

UNPACKED: Final = """
CREATE OR REPLACE VIEW data.documents AS
SELECT * REPLACE (coalesce(respondents, people) AS people) FROM kept.documents;

CREATE OR REPLACE VIEW data.indices AS
SELECT doc, code, name, mean_num, mean_den,
       CASE WHEN worth_num IS NULL THEN points_num
            ELSE mean_num * worth_num // gcd(mean_num * worth_num, mean_den * worth_den) END AS points_num,
       CASE WHEN worth_num IS NULL THEN points_den
            ELSE mean_den * worth_den // gcd(mean_num * worth_num, mean_den * worth_den) END AS points_den,
       band, answers, total_num, total_den, low, high, not_scored
FROM (
  SELECT * REPLACE (
           CASE WHEN told THEN mean_num ELSE total_num // gcd(total_num, total_den * answers) END AS mean_num,
           CASE WHEN told THEN mean_den ELSE total_den * answers // gcd(total_num, total_den * answers) END
             AS mean_den)
  FROM (
    SELECT i.* REPLACE (coalesce(i.answers, i.answers_each * d.respondents) AS answers),
           i.mean_num IS NOT NULL OR i.not_scored IS NOT NULL AS told
    FROM kept.indices i JOIN kept.documents d USING (doc)
  )
);

CREATE OR REPLACE VIEW data.items AS
SELECT i.* EXCLUDE (all_answered) REPLACE (
         CASE WHEN i.all_answered
              THEN list_append(i.counts, (d.respondents - coalesce(list_sum(i.counts), 0))::INTEGER)
              ELSE i.counts END AS counts)
FROM kept.items i JOIN kept.documents d USING (doc);

CREATE OR REPLACE VIEW data.conditions AS
SELECT c.* EXCLUDE (reached_by) REPLACE (
         coalesce(c.reached_num, i.points_num) AS reached_num,
         coalesce(c.reached_den, i.points_den) AS reached_den)
FROM kept.conditions c LEFT JOIN data.indices i ON i.doc = c.doc AND i.code = c.reached_by;

CREATE OR REPLACE VIEW data.quality AS
SELECT q.doc, q.code, coalesce(q.count, q.count_each * d.respondents) AS count,
       coalesce(q."of", q.of_each * d.respondents) AS "of"
FROM kept.quality q JOIN kept.documents d USING (doc);
"""
"""The views of what is packed; every other table of ``kept`` is in ``data`` as it is."""
PACKED: Final = ("documents", "indices", "items", "conditions", "quality")


def frames(numbered: Iterable[tuple[int, Facts]]) -> dict[str, pd.DataFrame]:
    """Return the rows of documents, each with its number, as a frame a table."""
    rows: dict[str, list[Row]] = {table.name: [] for table in OF_DOCUMENTS}
    for doc, facts in numbered:
        for name, found in _rows(facts):
            rows[name].append((doc, *found))
    return {table.name: table.frame(rows[table.name]) for table in OF_DOCUMENTS}


def _rows(facts: Facts) -> Iterator[tuple[str, Row]]:
    people = facts.document.respondents
    yield "documents", _document(facts.document, facts.items)
    for index in facts.indices:
        yield "indices", _index(index, people)
    for item in facts.items:
        yield "items", (item.code, item.index, *_answers(item, facts.document))
    for own in facts.own:
        yield "own", (own.index, own.value_num, own.value_den, own.count)
    for each in facts.conditions:
        yield "conditions", _condition(each, facts.indices)
    if (kept := facts.pekppp) is not None:
        yield "pekppp", (
            kept.f02_num, kept.f02_den, kept.f03_num, kept.f03_den, kept.ipp_num, kept.ipp_den,
            kept.category, kept.category_name, kept.category_of, kept.answered, kept.complete,
        )  # fmt: skip
    for look in facts.quality:
        yield "quality", _look(look, people)
    for told in facts.problems:
        yield "problems", (told.code, told.severity, told.source, told.sheet, told.cell)


def _document(d: DocumentFact, items: Iterable[ItemFact]) -> Row:
    people = None
    if d.respondents is None:
        people = max((item.n for item in items if item.n is not None), default=None)
    return (
        d.digest[:DIGITS], str(d.kind), d.unit, d.period, d.period_start, d.period_end, d.rubric,
        d.rubric_version, d.rubric_digest, d.respondents, people, d.population, d.required, d.adequate,
        d.lowest, d.highest,
    )  # fmt: skip


def _index(index: IndexFact, people: int | None) -> Row:
    mean, points = (index.mean_num, index.mean_den), (index.points_num, index.points_den)
    worth = _worth(mean, points)
    total = None if index.total_num is None else Fraction(index.total_num, index.total_den or 1)
    given = bool(index.answers) and total is not None and _fraction(mean) == total / (index.answers or 1)
    return (
        index.code, index.name, *(_NONE if given and index.not_scored is None else mean),
        *(points if worth == _NONE else _NONE), *worth, index.band, *_by_people(index.answers, people),
        index.total_num, index.total_den, index.low, index.high, index.not_scored,
    )  # fmt: skip


def _worth(mean: Parts, points: Parts) -> Parts:
    """Return what the mean is multiplied with to get the points; nothing where that is no small fraction."""
    of, given = _fraction(mean), _fraction(points)
    if not of or given is None:
        return _NONE
    worth = given / of
    if max(abs(worth.numerator), worth.denominator) > _LARGEST_WORTH:
        return _NONE
    return worth.numerator, worth.denominator


def _fraction(parts: Parts) -> Fraction | None:
    num, den = parts
    return None if num is None or den is None else Fraction(num, den)


def _by_people(number: int | None, people: int | None) -> Parts:
    """Return a number, or how many times the respondents it is."""
    if number is None or not people or number % people:
        return number, None
    return None, number // people


def _answers(item: ItemFact, document: DocumentFact) -> Row:
    """Return an item's answers, sum and counts; the counts alone where they tell the others."""
    if item.counts is None:
        return item.n, item.total_num, item.total_den, None, None
    n, lowest = sum(item.counts), document.lowest
    all_answered = len(item.counts) > 1 and n == document.respondents
    told = " ".join(map(str, item.counts[:-1] if all_answered else item.counts))
    counts = told, all_answered
    if lowest is not None and item.n == n and item.total_den == 1:
        upright = sum(value * count for value, count in enumerate(item.counts, lowest))
        if item.total_num == upright:
            return None, None, None, *counts
    # Never empty here: that says that the counts tell the total.
    return n if item.n is None else item.n, item.total_num, item.total_den, *counts


def _condition(each: ConditionFact, indices: Iterable[IndexFact]) -> Row:
    reached = each.reached_num, each.reached_den
    by = None
    if each.reached_num is not None:
        by = next((i.code for i in indices if (i.points_num, i.points_den) == reached), None)
    return (
        each.predicate, each.no, each.name, each.minimum_num, each.minimum_den,
        *(reached if by is None else _NONE), by, each.status,
    )  # fmt: skip


def _look(look: QualityFact, people: int | None) -> Row:
    return look.code, *_by_people(look.count, people), *_by_people(look.of, people)
