"""Finds products for what is typed, and what a scanned code means."""
