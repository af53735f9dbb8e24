"""What can be said of each index since the period before, by the exact test that a unit's own report makes.

A test takes a millisecond to half a second, so each pair of documents is tested once and its word is kept.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.rollup import COMPARING_PERIODS
from ipak_cli.rollup.pool import chunks
from ipak_cli.rollup.result import ChangeWord
from ipak_cli.rollup.store import Batch, given, rows
from ipak_cli.rollup.tables import CHANGES
from ipak_cli.survey.certainty.change import NotCompared, change_of
from ipak_cli.survey.certainty.distribution import Distribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.rollup.pool import Pool, Watcher
    from ipak_cli.rollup.store import Store

_MISSING: Final = """
SELECT s.doc, s.before FROM data.standing s ANTI JOIN data.changes c ON c.doc = s.doc AND c.before = s.before
WHERE s.before IS NOT NULL ORDER BY s.doc
"""
_OWN: Final = """
SELECT i.doc, i.code, i.mean_num, i.mean_den, d.respondents, d.lowest, d.highest,
       list([o.value_num, o.value_den, o.count] ORDER BY o.value_num / o.value_den)
FROM data.indices i JOIN data.documents d USING (doc) JOIN given USING (doc)
JOIN data.own o ON o.doc = i.doc AND o."index" = i.code
WHERE i.mean_num IS NOT NULL AND d.respondents IS NOT NULL
GROUP BY ALL ORDER BY i.doc, i.code
"""
_BATCH: Final = 4_000
Pair = tuple[int, int]
_Known = tuple[Fraction, int, int, int, tuple[tuple[int, int, int], ...]]
_Given = tuple[Pair, dict[str, tuple[_Known, _Known]]]
"""A pair of documents, and of each index that both tell: mean, respondents, scale, and values counted."""


def compare(store: Store, pool: Pool, watcher: Watcher) -> None:
    """Test every pair of neighbouring documents in force that has not been tested."""
    pairs: list[Pair] = [(doc, before) for doc, before in rows(store.db, _MISSING)]
    if not pairs:
        return
    watcher.begin(COMPARING_PERIODS.key, len(pairs))
    for part in chunks(pairs, _BATCH):
        told = _told(store, {doc for pair in part for doc in pair})
        asked: list[_Given] = [
            ((doc, before), {code: (told[before][code], now) for code, now in told[doc].items()
                             if code in told[before]})
            for doc, before in part
        ]  # fmt: skip
        found = [row for tested in pool.map(_test, asked, watcher) for row in tested]
        batch = Batch()
        batch.add(CHANGES, CHANGES.frame(found))
        store.write(batch)


def _told(store: Store, docs: set[int]) -> Mapping[int, dict[str, _Known]]:
    import pandas as pd  # noqa: PLC0415 (most calls have nothing to compare)

    found: dict[int, dict[str, _Known]] = defaultdict(dict)
    with given(store.db, pd.DataFrame({"doc": sorted(docs)})):
        told = rows(store.db, _OWN)
    for doc, code, num, den, people, lowest, highest, counts in told:
        values = tuple((value_num, value_den, count) for value_num, value_den, count in counts)
        found[doc][code] = (Fraction(num, den), people, lowest, highest, values)
    return found


def _test(pair: _Given) -> list[tuple[object, ...]]:
    (doc, before), indices = pair
    if not indices:  # kept too, so that it is not looked for again
        return [(doc, before, "", str(ChangeWord.NOT_COMPARED))]
    return [(doc, before, code, str(_word(*both))) for code, both in indices.items()]


def _word(then: _Known, now: _Known) -> ChangeWord:
    """Say what the test says; counts that no survey has are not compared."""
    try:
        found = change_of(_distribution(then), _distribution(now))
    except ValueError:
        return ChangeWord.NOT_COMPARED
    return ChangeWord.NOT_COMPARED if isinstance(found, NotCompared) else ChangeWord(str(found.finding))


def _distribution(known: _Known) -> Distribution:
    mean, people, lowest, highest, values = known
    counts = {Fraction(num, den): count for num, den, count in values}
    return Distribution(
        lowest=Fraction(lowest),
        highest=Fraction(highest),
        counts=counts,
        left_out=people - sum(counts.values()),
        published=mean,
    )
