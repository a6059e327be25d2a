"""Printer and scanner of this station."""
