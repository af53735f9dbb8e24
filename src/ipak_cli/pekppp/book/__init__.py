"""The self-assessment workbook as it comes back: its tables, rows and cells, and what was filled in."""
