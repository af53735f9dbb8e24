"""The catalogue: every problem code and every reason as a named constant; the words stand in ``indonesian``."""
