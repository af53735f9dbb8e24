"""The rules of the instrument at work: from facts to a level, from a level to what the next one needs."""
