"""The alternatives: each a script that does no more than its name says."""
