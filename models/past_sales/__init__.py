"""Sales of another till, taken over from a file."""
