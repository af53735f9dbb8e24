"""Reading strangers' tables: files of many kinds to sheets of columns, an address for each cell."""
