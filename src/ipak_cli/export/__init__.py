"""A survey's figures as tidy tables for other programs, with their data dictionary."""
