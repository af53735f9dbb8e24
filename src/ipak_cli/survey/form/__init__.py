"""A form that no rubric knows: what its columns seem to be, what only people can say, and what follows."""
