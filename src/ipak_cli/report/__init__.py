"""The report of a period: what it says, how its parts are numbered, how they are laid out."""
