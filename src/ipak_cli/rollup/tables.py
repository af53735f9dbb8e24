"""The tables of a roll-up as they are kept: their columns, and rows as frames, which DuckDB takes whole.

Each document has a number, by which its rows know it in every table: a digest in each of them would be most
of a lake's bytes. What other columns tell is left out (``packing``), and the order of a table's rows is the
one in which its Parquet files are smallest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
"""``people``, empty where respondents are known, are as many as the items of a recap need at least."""
INDICES: Final = Table(
    "indices",
    {
        "doc": "INTEGER",
        "code": "VARCHAR",
        "name": "VARCHAR",
        **_fraction("mean"),
        **_fraction("points"),
        **_fraction("worth"),
        "band": "VARCHAR",
        "answers": "BIGINT",
        "answers_each": "INTEGER",
        **_fraction("total"),
        "low": "DECIMAL(9,4)",
        "high": "DECIMAL(9,4)",
        "not_scored": "VARCHAR",
    },
    order="code, doc",
)
"""The ends of an interval are computed to four places, and so kept whole.

The mean is empty where total and answers give it, points where they are ``worth`` times the mean, and answers
where they are ``answers_each`` of every respondent.
"""
ITEMS: Final = Table(
    "items",
    {
        "doc": "INTEGER",
        "code": "VARCHAR",
        "index": "VARCHAR",
        "n": "INTEGER",
        **_fraction("total"),
        "counts": "INTEGER[]",
        "all_answered": "BOOLEAN",
    },
    order="code, doc",
)
"""``n`` and the total are empty where the counts tell both, as they nearly always do.

Where every respondent answered, the last count is left out: it is the rest of them.
"""
OWN: Final = Table(
    "own",
    {
        "doc": "INTEGER",
        "index": "VARCHAR",
        "value_num": "INTEGER",
        "value_den": "INTEGER",
        "count": "INTEGER",
    },
    order='"index", value_num, value_den, doc',
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
        "reached_by": "VARCHAR",
        "status": "VARCHAR",
    },
    order="predicate, no, doc",
)
"""What was reached is empty where it is the points of the index ``reached_by``."""
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
    {
        "doc": "INTEGER",
        "code": "VARCHAR",
        "count": "INTEGER",
        "count_each": "INTEGER",
        "of": "INTEGER",
        "of_each": "INTEGER",
    },
    order="code, doc",
)
"""Numbers are empty where they are so many times the respondents, mostly 0, 1, or the items."""
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
    order="ALL",
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
    order='doc, before, "index"',
)
"""What the exact test says of a document's index and the one of the period before."""
STANDING: Final = Table(
    "standing",
    {"doc": "INTEGER", "unit": "VARCHAR", "shown": "BOOLEAN", "before": "INTEGER"},
    order="doc, unit",
)
"""The documents in force, their units, whether they may be shown, and the one of the period before."""
LEFT_OUT: Final = Table(
    "left_out",
    {
        "place": "VARCHAR",
        "unit": "VARCHAR",
        "period": "VARCHAR",
        "code": "VARCHAR",
        "severity": "VARCHAR",
        "source": "VARCHAR",
        "sheet": "VARCHAR",
        "cell": "VARCHAR",
    },
    order="ALL",
)
"""The problems of exports that are not counted, as the last call found them; ``place`` is the file's."""
_UNITS: Final = dict.fromkeys(("unit", "name", "parent", "region", "since", "until"), "VARCHAR")
UNITS: Final = Table("units", _UNITS, order="unit")
"""The units of ``units.csv``."""


def units_table(attributes: Sequence[str]) -> Table:
    """Return the table of units with further columns."""
    return Table(UNITS.name, {**_UNITS, **dict.fromkeys(attributes, "VARCHAR")}, UNITS.order)


ALL: Final = (*OF_DOCUMENTS, FILES, CHANGES, STANDING, LEFT_OUT, UNITS)
