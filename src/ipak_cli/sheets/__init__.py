"""Spreadsheets in and out: the guard at the door, the readers, the writer."""
