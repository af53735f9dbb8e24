"""Text tables (.csv, .txt): encodings and separators, the fast half and the strict half."""
