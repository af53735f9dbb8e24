"""The views over a roll-up's tables, as SQL: what analysts ask, with exact fractions as plain numbers.

Units with too few respondents, and those hidden beside them, are in ``totals`` and ``distribution`` only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.rollup.packing import PACKED, UNPACKED
from ipak_cli.rollup.tables import ALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rollup.tables import Table

FILES_NOW: Final = """
CREATE OR REPLACE VIEW kept.files_now AS
SELECT path, last(folder ORDER BY batch) AS folder, last(size ORDER BY batch) AS size,
       last(written ORDER BY batch) AS written, last(doc ORDER BY batch) AS doc, max(batch) AS batch
FROM kept.files GROUP BY path HAVING last(doc ORDER BY batch) IS NOT NULL;
"""
"""Each path as it was last seen, without those that have gone; DuckDB's ``last`` takes what is empty too."""
_AS_KEPT: Final = "CREATE OR REPLACE VIEW data.{0} AS SELECT * FROM kept.{0};\n"
VIEWS: Final = f"""
CREATE SCHEMA IF NOT EXISTS data;
{"".join(_AS_KEPT.format(table.name) for table in ALL if table.name not in PACKED)}{FILES_NOW}{UNPACKED}
CREATE OR REPLACE VIEW data.in_force AS
SELECT s.unit, coalesce(u.name, s.unit) AS unit_name, u.* EXCLUDE (unit, name, since, until),
       s.shown, s.before, d.*
FROM data.standing s JOIN data.documents d USING (doc) LEFT JOIN data.units u USING (unit);

CREATE OR REPLACE VIEW data.shown AS
SELECT * EXCLUDE (shown, before, digest, kind, stated_unit, people, lowest, highest) FROM data.in_force
WHERE shown AND kind = 'survey';

CREATE OR REPLACE VIEW data.summed AS
SELECT * FROM data.in_force SEMI JOIN (
  SELECT period, rubric_digest FROM data.in_force WHERE kind = 'survey'
  GROUP BY period, rubric_digest HAVING sum(people) >= 5
) USING (period, rubric_digest) WHERE kind = 'survey';

CREATE OR REPLACE VIEW units AS
SELECT coalesce(u.unit, s.unit) AS unit, coalesce(u.name, s.unit) AS unit_name, u.* EXCLUDE (unit, name),
       u.unit IS NOT NULL AS listed, coalesce(s.surveys, 0) AS surveys, s.last_period_end
FROM data.units u FULL JOIN (
  SELECT unit, count(*) FILTER (kind = 'survey') AS surveys, max(period_end) AS last_period_end
  FROM data.in_force GROUP BY unit
) s USING (unit);

CREATE OR REPLACE VIEW indices AS
SELECT d.* EXCLUDE (doc, rubric_digest), i.code AS "index", i.name AS index_name,
       i.mean_num / i.mean_den AS mean, i.points_num / i.points_den AS points, i.band,
       i.low::DOUBLE AS low, i.high::DOUBLE AS high, i.answers, i.not_scored
FROM data.shown d JOIN data.indices i USING (doc);

CREATE OR REPLACE VIEW items AS
SELECT d.* EXCLUDE (doc, rubric_digest, population, required, adequate), i.item, i."index", i.n,
       i.total / nullif(i.n, 0) AS mean, i.counts
FROM data.shown d JOIN (
  SELECT doc, code AS item, "index", counts, coalesce(n, list_sum(counts))::INTEGER AS n,
         CASE WHEN n IS NULL
              THEN list_dot_product(counts::DOUBLE[], range(lowest, lowest + len(counts))::DOUBLE[])
              ELSE total_num / total_den END AS total
  FROM data.items JOIN (SELECT doc, lowest FROM data.documents) USING (doc)
) i USING (doc);

CREATE OR REPLACE VIEW trend AS
SELECT d.* EXCLUDE (doc, rubric_digest, population, required, adequate), now."index", now.mean,
       earlier.mean AS mean_before, now.mean - earlier.mean AS change, c.word
FROM data.shown d JOIN data.standing s USING (doc)
JOIN (SELECT doc, code AS "index", mean_num / mean_den AS mean FROM data.indices) now USING (doc)
LEFT JOIN (
  SELECT b.doc AS before, code AS "index", mean_num / mean_den AS mean
  FROM data.standing b JOIN data.indices USING (doc) WHERE b.shown
) earlier ON earlier.before = s.before AND earlier."index" = now."index"
LEFT JOIN data.changes c ON c.doc = s.doc AND c.before = earlier.before AND c."index" = now."index";

CREATE OR REPLACE VIEW conditions AS
SELECT d.* EXCLUDE (doc, rubric_digest, population, required, adequate), c.predicate, c.no,
       c.name AS condition, c.minimum_num / c.minimum_den AS minimum,
       c.reached_num / c.reached_den AS reached, c.status
FROM data.shown d JOIN data.conditions c USING (doc);

CREATE OR REPLACE VIEW quality AS
SELECT d.* EXCLUDE (doc, rubric_digest, population, required, adequate), q.code AS look, q.count, q."of"
FROM data.shown d JOIN data.quality q USING (doc);

CREATE OR REPLACE VIEW pekppp AS
SELECT d.unit, d.unit_name, d.parent, d.region, d.period, d.period_start, d.rubric, d.rubric_version,
       p.f02_num / p.f02_den AS f02, p.f03_num / p.f03_den AS f03, p.ipp_num / p.ipp_den AS ipp, p.category,
       p.category_name, p.category_of, p.answered, p.complete
FROM data.in_force d JOIN data.pekppp p USING (doc);

CREATE OR REPLACE VIEW problems AS
SELECT d.* EXCLUDE (doc, rubric, rubric_version, rubric_digest, respondents, population, required, adequate),
       p.source AS file, p.sheet, p.cell, p.code, p.severity, true AS counted
FROM data.shown d JOIN data.problems p USING (doc)
UNION ALL BY NAME
SELECT l.unit, coalesce(u.name, l.unit) AS unit_name, u.* EXCLUDE (unit, name, since, until), l.period,
       l.source AS file, l.sheet, l.cell, l.code, l.severity, false AS counted
FROM (
  SELECT * REPLACE (coalesce(
           (SELECT min(k.unit) FROM data.units k WHERE lower(k.unit) = lower(o.unit)),
           (SELECT min(k.unit) FROM data.units k WHERE lower(k.name) = lower(o.unit) HAVING count(*) = 1),
           o.unit) AS unit)
  FROM data.left_out o
) l LEFT JOIN data.units u USING (unit);

-- Whole numbers are added first, then fractions by denominator: the same figures whatever the files' order.
-- The mean of units is of those shown: one of all, beside the pooled one, would tell of two small ones.
CREATE OR REPLACE VIEW totals AS
SELECT period, min(started) AS period_start, rubric, rubric_version, code AS "index",
       sum(known)::BIGINT AS units,
       list_sum(list(means / mean_den ORDER BY mean_den, total_den)) / nullif(sum(known), 0) AS mean_of_units,
       sum(given) AS answers,
       list_sum(list(total / total_den ORDER BY mean_den, total_den)) / nullif(sum(given), 0) AS pooled
FROM (
  SELECT d.period, d.rubric, d.rubric_version, d.rubric_digest, i.code, i.mean_den, i.total_den,
         min(d.period_start) AS started, count(i.mean_num) FILTER (d.shown) AS known,
         coalesce(sum(i.mean_num) FILTER (d.shown), 0) AS means,
         sum(i.answers) AS given, sum(i.total_num) AS total
  FROM data.summed d JOIN data.indices i USING (doc) GROUP BY ALL
) GROUP BY period, rubric, rubric_version, rubric_digest, code;

CREATE OR REPLACE VIEW distribution AS
SELECT period, min(period_start) AS period_start, rubric, rubric_version, lowest + place - 1 AS answer,
       sum(given) AS answers
FROM (
  SELECT d.*, unnest(i.counts) AS given, generate_subscripts(i.counts, 1) AS place
  FROM data.summed d JOIN data.items i USING (doc) WHERE len(i.counts) = d.highest - d.lowest + 1
) GROUP BY period, rubric, rubric_version, rubric_digest, lowest + place - 1;
"""
NAMES: Final = (
    "units",
    "indices",
    "items",
    "trend",
    "conditions",
    "quality",
    "pekppp",
    "problems",
    "totals",
    "distribution",
)
"""The views that are asked; what is in the schemas ``data`` and ``kept`` is what they are made of."""


def lake_sql(files: Mapping[str, Sequence[str]], prefix: str) -> str:
    """Return the views of a lake of these files; ``prefix`` is put before their names."""
    return f"-- ditulis oleh ipak rollup\n{files_sql(files, prefix)}{VIEWS}"


def files_sql(files: Mapping[str, Sequence[str]], prefix: str) -> str:
    """Return the tables that these files are, upon which the views stand."""
    tables = "".join(_table(table, files.get(table.name, ()), prefix) for table in ALL)
    return f"CREATE SCHEMA IF NOT EXISTS kept;\n{tables}"


def _table(table: Table, files: Sequence[str], prefix: str) -> str:
    if files:
        source = f"SELECT * FROM {parquet_of([prefix + name for name in files])}"
    else:
        empty = ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in table.columns.items())
        source = f"SELECT * FROM (SELECT {empty}) WHERE false"
    return f"CREATE OR REPLACE VIEW kept.{table.name} AS {source};\n"


def parquet_of(files: Sequence[str]) -> str:
    """Return what is read from files of one table, as SQL does."""
    names = ",\n  ".join(map(quoted, files))
    return f"read_parquet([\n  {names}\n], hive_partitioning = false)"


def quoted(text: str) -> str:
    """Write a text as SQL does."""
    return "'" + text.replace("'", "''") + "'"
