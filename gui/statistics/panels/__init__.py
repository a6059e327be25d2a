"""A chart on a card with its table and the way out; the first page is made of them."""
