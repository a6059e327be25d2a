"""Lines of text, sums, and the small plates beside them."""
