"""Workspaces: the folder of a unit, marked by its ``ipak.yaml``, and the results stored in it."""
