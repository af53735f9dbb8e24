"""Workspaces: the folder of a unit, marked by its ``ipak.yaml``, and the results stored in it."""

MOST_VISITORS = 1_000_000_000
"""Visitors of a quarter, at most: more than there are people in Indonesia."""
