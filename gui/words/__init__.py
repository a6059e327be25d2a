"""Texts that are the same everywhere: languages, formats, errors, states and fields."""
