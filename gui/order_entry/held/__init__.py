"""Carts set aside, and taken up again."""
