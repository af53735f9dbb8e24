"""From a table with headers to responses: columns, answers, dates, rows, repeats, suggestions."""
