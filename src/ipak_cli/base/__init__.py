"""What every room may use: figures, periods, texts, problems, where a result comes from."""
