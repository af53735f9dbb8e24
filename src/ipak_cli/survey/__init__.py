"""Surveys: responses to a tally, a tally to scores; ``reading`` makes the responses of a table."""
