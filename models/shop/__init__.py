"""Setting up, opening, closing and keeping a shop."""
