"""Favourites as tiles for the finger."""
