"""Read one CSV file of many units with pandas, and count each item's answers by unit and quarter."""

import sys

import pandas as pd

frame = pd.read_csv(sys.argv[1])
frame["quarter"] = pd.to_datetime(frame["Timestamp"], format="%Y/%m/%d %H:%M:%S").dt.to_period("Q")
items = frame.select_dtypes("number").columns
for (unit, quarter), part in frame.groupby(["unit", "quarter"]):
    counts = [part[item].value_counts().to_dict() for item in items]
    print(unit, quarter, len(part), counts)  # noqa: T201 (what it is for)
