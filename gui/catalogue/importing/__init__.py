"""A price list of others on its way in."""
