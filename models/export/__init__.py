"""The shop's data as files that other programs read."""
