"""Mean of units and pooled mean by period, in a loop over documents: nothing checked, kept or compared."""

import json
import sys
from pathlib import Path

import pandas as pd

rows = []
for path in sorted(Path(sys.argv[1]).glob("**/hasil/*/survey.json")):
    data = json.loads(path.read_bytes())
    key = (data["unit"], data["period"]["name"])
    rows += [(*key, item["index"], item["n"], item["sum"]) for item in data["items"]]
frame = pd.DataFrame(rows, columns=["unit", "period", "index", "n", "sum"])
frame = frame.groupby(["unit", "period", "index"], as_index=False).sum()
frame["mean"] = frame["sum"] / frame["n"]
totals = frame.groupby(["period", "index"]).agg(units=("mean", "size"), mean=("mean", "mean"), n=("n", "sum"))
sys.stdout.write(totals.reset_index().to_json())
