"""Colours, letters, icons and sounds."""
