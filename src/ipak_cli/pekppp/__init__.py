"""PEKPPP self-assessments: facts, levels, scores, the way to a target."""
