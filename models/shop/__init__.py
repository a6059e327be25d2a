"""Setting up, opening, closing and keeping a shop, and taking back what was done in it."""
