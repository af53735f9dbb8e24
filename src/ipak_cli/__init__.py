"""ipak: exact, explained scores from public-service surveys and self-assessments."""

__version__ = "0.1.0"
