"""The page for people who do not use a terminal: one more shell over the jobs, on this computer alone."""
