"""A self-assessment as an office worker reads it in a terminal of 80 columns."""
