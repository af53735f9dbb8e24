"""Mean of units and pooled mean by period from a lake's Parquet files, of all units or of one parent's."""

import json
import sys
from pathlib import Path

import duckdb
import pandas as pd

lake, units = map(Path, sys.argv[1:3])
files = json.loads((lake / "manifest.json").read_bytes())["tables"]


def table(name: str, columns: str) -> pd.DataFrame:
    """Return columns of a table; DuckDB does no more than read."""
    return duckdb.read_parquet([str(lake / each) for each in files[name]]).project(columns).df()


documents = table("documents", "doc, period, respondents")
if len(sys.argv) > 3:
    listed = pd.read_csv(units)
    wanted = listed.loc[listed["induk"] == sys.argv[3], "unit"]
    standing = table("standing", "doc, unit")
    documents = documents[documents["doc"].isin(standing.loc[standing["unit"].isin(wanted), "doc"])]
rows = documents.merge(table("indices", "doc, code, total_num, answers_each"), on="doc")
rows["answers"] = rows["respondents"] * rows["answers_each"]
rows["mean"] = rows["total_num"] / rows["answers"]
totals = rows.groupby(["period", "code"]).agg(
    units=("mean", "size"), mean=("mean", "mean"), total=("total_num", "sum"), answers=("answers", "sum")
)
sys.stdout.write(totals.reset_index().to_json())
