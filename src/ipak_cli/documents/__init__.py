"""Result documents as JSON: written from results, read back into the same results."""
