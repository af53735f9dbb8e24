"""Read every export of a folder with pandas, and print the mean of each item."""

import sys
from pathlib import Path

import pandas as pd

for path in sorted(Path(sys.argv[1]).iterdir()):
    frame = pd.read_excel(path) if path.suffix == ".xlsx" else pd.read_csv(path)
    items = frame.select_dtypes("number")
    print(path.stem, len(frame), items.mean().round(2).tolist())  # noqa: T201 (what it is for)
