"""What chance can do to a survey's figures: intervals, changes, thresholds, and which items come first."""
