"""How fast ``ipak`` is, against named alternatives on the same machine: ``python -m bench``."""
