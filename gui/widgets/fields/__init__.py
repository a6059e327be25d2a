"""Forms and the fields in them."""
