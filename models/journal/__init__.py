"""What was done, in order, each entry sealed onto the one before; and what can be told from it."""
