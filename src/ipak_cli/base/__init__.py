"""What every room may use: figures, quarters, texts, problems, where a result comes from."""
