"""Workspaces: the folder of a unit, marked by its ``ipak.yaml``, and the results stored in it."""

MOST_VISITORS = 999_999_999
"""Visitors of a period, at most: more than there are people in Indonesia."""
