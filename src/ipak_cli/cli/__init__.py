"""The command line: reads arguments, calls one job, shows the outcome, picks the exit code."""
