"""Charts: each value can be reached by the pointer and by the keys."""
