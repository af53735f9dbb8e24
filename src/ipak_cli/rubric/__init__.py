"""Rubrics: what an instrument asks and how its answers become figures, as data."""
