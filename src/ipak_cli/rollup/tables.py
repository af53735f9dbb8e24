"""The tables of a roll-up: their columns, and facts as frames, which DuckDB takes whole.

Each document has a number, by which its rows know it in every table: a digest in each of them would be most
of a lake's bytes. The order of a table's rows is the one in which its Parquet files are smallest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.rollup.facts import Facts, ItemFact

Row = tuple[object, ...]
_FRAMES: Final = {
    "VARCHAR": "string",
    "BLOB": "string",
    "DATE": "string",
    "INTEGER[]": "string",
    "INTEGER": "Int32",
    "BIGINT": "Int64",
    "DECIMAL(9,4)": "Float64",
    "BOOLEAN": "boolean",
}
"""The type of a frame's column for each of DuckDB's: those of pandas that know an empty cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, and its columns with DuckDB's types; ``order`` sorts the rows of a file."""

    name: str
    columns: Mapping[str, str]
    order: str = "doc"

    def frame(self, rows: Iterable[Row]) -> pd.DataFrame:
        """Return rows as a frame."""
        frame = pd.DataFrame([*rows], columns=[*self.columns], dtype=object)
        return frame.astype({name: _FRAMES[kind] for name, kind in self.columns.items()})

    @property
    def select(self) -> str:
        """The columns of such a frame as DuckDB keeps them."""
        return ", ".join(_cast(name, kind) for name, kind in self.columns.items())

    @property
    def definition(self) -> str:
        """The columns of an empty table."""
        return ", ".join(f'"{name}" {kind}' for name, kind in self.columns.items())


def _cast(name: str, kind: str) -> str:
    if kind == "INTEGER[]":
        return f'string_split("{name}", \' \')::INTEGER[] AS "{name}"'
    if kind == "BLOB":
        return f'unhex("{name}") AS "{name}"'
    return f'"{name}"::{kind} AS "{name}"'


DIGITS: Final = 32
"""How many of a digest's hexadecimal digits are kept: no two documents share them by chance."""


def _fraction(name: str) -> dict[str, str]:
    return {f"{name}_num": "BIGINT", f"{name}_den": "BIGINT"}


DOCUMENTS: Final = Table(
    "documents",
    {
        "doc": "INTEGER",
        "digest": "BLOB",
        "kind": "VARCHAR",
        "stated_unit": "VARCHAR",
        "period": "VARCHAR",
        "period_start": "DATE",
        "period_end": "DATE",
        "rubric": "VARCHAR",
        "rubric_version": "VARCHAR",
        "rubric_digest": "VARCHAR",
        "respondents": "INTEGER",
        "people": "INTEGER",
        "population": "INTEGER",
        "required": "INTEGER",
        "adequate": "BOOLEAN",
        "lowest": "INTEGER",
        "highest": "INTEGER",
    },
)
"""``people`` are the respondents; of a recap that does not tell, as many as its items need at least."""
INDICES: Final = Table(
    "indices",
    {
        "doc": "INTEGER",
        "code": "VARCHAR",
        "name": "VARCHAR",
        **_fraction("mean"),
        **_fraction("points"),
        "band": "VARCHAR",
        "answers": "BIGINT",
        **_fraction("total"),
        "low": "DECIMAL(9,4)",
        "high": "DECIMAL(9,4)",
        "not_scored": "VARCHAR",
    },
)
"""The ends of an interval are computed to four places, and so kept whole."""
ITEMS: Final = Table(
    "items",
    {
        "doc": "INTEGER",
        "code": "VARCHAR",
        "index": "VARCHAR",
        "n": "INTEGER",
        **_fraction("total"),
        "counts": "INTEGER[]",
    },
)
"""``n`` and the total are empty where the counts tell both, as they nearly always do."""
OWN: Final = Table(
    "own",
    {
        "doc": "INTEGER",
        "index": "VARCHAR",
        "value_num": "INTEGER",
        "value_den": "INTEGER",
        "count": "INTEGER",
    },
    order='"index", value_num, doc',
)
CONDITIONS: Final = Table(
    "conditions",
    {
        "doc": "INTEGER",
        "predicate": "VARCHAR",
        "no": "INTEGER",
        "name": "VARCHAR",
        **_fraction("minimum"),
        **_fraction("reached"),
        "status": "VARCHAR",
    },
    order="predicate, no, doc",
)
PEKPPP: Final = Table(
    "pekppp",
    {
        "doc": "INTEGER",
        **_fraction("f02"),
        **_fraction("f03"),
        **_fraction("ipp"),
        "category": "VARCHAR",
        "category_name": "VARCHAR",
        "category_of": "VARCHAR",
        "answered": "INTEGER",
        "complete": "BOOLEAN",
    },
)
QUALITY: Final = Table(
    "quality",
    {"doc": "INTEGER", "code": "VARCHAR", "count": "INTEGER", "of": "INTEGER"},
    order="code, doc",
)
PROBLEMS: Final = Table(
    "problems",
    {
        "doc": "INTEGER",
        "code": "VARCHAR",
        "severity": "VARCHAR",
        "source": "VARCHAR",
        "sheet": "VARCHAR",
        "cell": "VARCHAR",
    },
)
OF_DOCUMENTS: Final = (DOCUMENTS, INDICES, ITEMS, OWN, CONDITIONS, PEKPPP, QUALITY, PROBLEMS)
"""The tables whose rows are of documents; they only grow, and rows of documents not in force stay."""

FILES: Final = Table(
    "files",
    {
        "path": "VARCHAR",
        "folder": "VARCHAR",
        "size": "BIGINT",
        "written": "BIGINT",
        "doc": "INTEGER",
        "batch": "INTEGER",
    },
    order="path",
)
"""What was seen where, and when: the newest batch of a path counts; without a document it has gone."""
CHANGES: Final = Table(
    "changes",
    {"doc": "INTEGER", "before": "INTEGER", "index": "VARCHAR", "word": "VARCHAR"},
    order="doc, before",
)
"""What the exact test says of a document's index and the one of the period before."""
STANDING: Final = Table(
    "standing",
    {"doc": "INTEGER", "unit": "VARCHAR", "shown": "BOOLEAN", "before": "INTEGER"},
)
"""The documents in force, their units, whether they may be shown, and the one of the period before."""
_UNITS: Final = dict.fromkeys(("unit", "name", "parent", "region", "since", "until"), "VARCHAR")
UNITS: Final = Table("units", _UNITS, order="unit")
"""The units of ``units.csv``."""


def units_table(attributes: Sequence[str]) -> Table:
    """Return the table of units with further columns."""
    return Table(UNITS.name, {**_UNITS, **dict.fromkeys(attributes, "VARCHAR")}, UNITS.order)


ALL: Final = (*OF_DOCUMENTS, FILES, CHANGES, STANDING, UNITS)


def frames(numbered: Iterable[tuple[int, Facts]]) -> dict[str, pd.DataFrame]:
    """Return the rows of documents, each with its number, as a frame a table."""
    rows: dict[str, list[Row]] = {table.name: [] for table in OF_DOCUMENTS}
    for doc, facts in numbered:
        for name, found in _rows(doc, facts):
            rows[name].append(found)
    return {table.name: table.frame(rows[table.name]) for table in OF_DOCUMENTS}


def _rows(doc: int, facts: Facts) -> Iterator[tuple[str, Row]]:
    yield "documents", _document(doc, facts)
    for index in facts.indices:
        yield "indices", (
            doc, index.code, index.name, index.mean_num, index.mean_den, index.points_num, index.points_den,
            index.band, index.answers, index.total_num, index.total_den, index.low, index.high,
            index.not_scored,
        )  # fmt: skip
    for item in facts.items:
        yield "items", (doc, item.code, item.index, *_answers(item, facts.document.lowest))
    for own in facts.own:
        yield "own", (doc, own.index, own.value_num, own.value_den, own.count)
    for each in facts.conditions:
        yield "conditions", (
            doc, each.predicate, each.no, each.name, each.minimum_num, each.minimum_den, each.reached_num,
            each.reached_den, each.status,
        )  # fmt: skip
    if (kept := facts.pekppp) is not None:
        yield "pekppp", (
            doc, kept.f02_num, kept.f02_den, kept.f03_num, kept.f03_den, kept.ipp_num, kept.ipp_den,
            kept.category, kept.category_name, kept.category_of, kept.answered, kept.complete,
        )  # fmt: skip
    for look in facts.quality:
        yield "quality", (doc, look.code, look.count, look.of)
    for told in facts.problems:
        yield "problems", (doc, told.code, told.severity, told.source, told.sheet, told.cell)


def _answers(item: ItemFact, lowest: int | None) -> Row:
    """Return an item's answers, sum and counts; the counts alone where they tell the others."""
    if item.counts is None:
        return item.n, item.total_num, item.total_den, None
    counts, n = " ".join(map(str, item.counts)), sum(item.counts)
    if lowest is not None and item.n == n and item.total_den == 1:
        upright = sum(value * count for value, count in enumerate(item.counts, lowest))
        if item.total_num == upright:
            return None, None, None, counts
    # Never empty here: that says that the counts tell the total.
    return n if item.n is None else item.n, item.total_num, item.total_den, counts


def _document(doc: int, facts: Facts) -> Row:
    d = facts.document
    people = d.respondents
    if people is None:
        people = max((item.n for item in facts.items if item.n is not None), default=None)
    return (
        doc, d.digest[:DIGITS], str(d.kind), d.unit, d.period, d.period_start, d.period_end, d.rubric,
        d.rubric_version, d.rubric_digest, d.respondents, people, d.population, d.required, d.adequate,
        d.lowest, d.highest,
    )  # fmt: skip
