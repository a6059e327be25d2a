"""A customer's own words made lines of an order; what is not sure is asked."""
