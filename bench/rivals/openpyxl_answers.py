"""Write the answers of an export as openpyxl writes many rows: cells alone, without any formula."""

import csv
import sys
from pathlib import Path

from openpyxl import Workbook

FIRST, ITEMS = 3, 14

book = Workbook(write_only=True)
sheet = book.create_sheet("Jawaban")
with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
    header, *rows = csv.reader(file)
sheet.append(["No", "Periode", *header[FIRST : FIRST + ITEMS]])
for number, row in enumerate(rows, 1):
    sheet.append([number, "triwulan III 2024", *map(int, row[FIRST : FIRST + ITEMS])])
book.save(sys.argv[2])
