"""The quarterly report: what it says, how its parts are numbered, how they are laid out."""
