"""What partners report, what did not come in, and their tables."""
