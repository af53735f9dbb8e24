"""The survey core: columns and answers to responses, to a tally, to scores."""
