"""What a terminal shows: the console, the progress and the view of each result."""
